"""What an analysis returns, how it is written and read, and how it is shown. Knows no spaCy."""

from __future__ import annotations

from .comparison import compare
from .frames import frame
from .records import (
    Attribution,
    Claim,
    Entity,
    Factor,
    Finding,
    Hedge,
    IdentificationShares,
    LevelCounts,
    Loaded,
    ReportData,
    Score,
    Sentence,
    Source,
    Span,
    Summary,
)
from .report import Report
from .schema import json_schema
from .summary import summarize

__all__ = [
    "Attribution",
    "Claim",
    "Entity",
    "Factor",
    "Finding",
    "Hedge",
    "IdentificationShares",
    "LevelCounts",
    "Loaded",
    "Report",
    "ReportData",
    "Score",
    "Sentence",
    "Source",
    "Span",
    "Summary",
    "compare",
    "frame",
    "json_schema",
    "summarize",
]
