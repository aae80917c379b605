"""How loaded the wording of a claim is: each loaded expression adds its weight."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from attribution.report.records import Loaded, LoadedKind, Score
from attribution.scoring.tally import Tally, loading_level, quoted
from attribution.scoring.weights import Weights

_WHAT_IT_DOES: Final[Mapping[LoadedKind, str]] = MappingProxyType(
    {
        "label": "judges what it names",
        "distancing": "casts doubt without saying why",
        "intensifier": "is stronger than the facts given",
        "evaluative": "gives a judgement of value",
        "reporting": "frames the one who speaks",
        "metaphor": "is an image that judges",
        "presupposition": "takes an accusation for granted",
    }
)


def _start() -> Tally:
    return Tally("start", 0.0, None, "Neutral wording counts nothing.")


_NEUTRAL: Final = _start().score(loading_level)


def score_loading(loaded: Collection[Loaded], weights: Weights) -> Score:
    """Score how loaded a claim's wording is.

    Args:
        loaded: The loaded expressions of the claim.
        weights: The table.

    Returns:
        A value in [0, 1], 0 = neutral wording, higher = more loaded, with the factors that add up to it.
    """
    if not loaded:
        return _NEUTRAL
    tally = _start()
    for expression in loaded:
        row = weights.loading.of(expression.kind)
        if expression.voice == "writer":
            reason = f"{quoted(expression.span.text)} {_WHAT_IT_DOES[expression.kind]}, in the writer's own voice."
            tally.add(expression.kind, row.writer, expression.span, reason)
        else:
            reason = f"{quoted(expression.span.text)} {_WHAT_IT_DOES[expression.kind]}, but in a source's quoted words."
            tally.add(expression.kind, row.source, expression.span, reason)
    return tally.score(loading_level)
