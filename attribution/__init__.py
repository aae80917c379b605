"""Who says so? Sources, attributions, hedges and loaded wording of English news, claim by claim.

``attribution.analyze(text)`` gives a :class:`Report`; ``attribution.load()`` gives the spaCy pipeline behind it.
"""

from attribution.analysis import analyze, analyze_many, load
from attribution.checking import check
from attribution.contexts import concordance
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
    compare,
    frame,
)
from attribution.spacy_docs import analyze_docs

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
    "analyze_docs",
    "analyze_many",
    "check",
    "compare",
    "concordance",
    "frame",
    "load",
]
