"""Who says so? Sources, attributions, hedges and loaded wording of English news, claim by claim.

    import attribution
    report = attribution.analyze(text)
"""

from attribution.analysis import analyze, analyze_many, load
from attribution.report import (
    Attribution,
    Claim,
    Entity,
    Factor,
    Finding,
    Hedge,
    Loaded,
    Report,
    Score,
    Sentence,
    Source,
    Span,
    Summary,
)

__all__ = [
    "Attribution",
    "Claim",
    "Entity",
    "Factor",
    "Finding",
    "Hedge",
    "Loaded",
    "Report",
    "Score",
    "Sentence",
    "Source",
    "Span",
    "Summary",
    "analyze",
    "analyze_many",
    "load",
]
