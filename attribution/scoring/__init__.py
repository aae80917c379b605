"""Two scores for each claim: how strongly it is sourced and how loaded its wording is. Knows only the report."""

from __future__ import annotations

from attribution.scoring.scorer import score
from attribution.scoring.tables import WeightsError
from attribution.scoring.weights import Weights

__all__ = ["Weights", "WeightsError", "score"]
