"""Claims as what they say, reduced to what can be compared."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from attribution.desk.words import stems_of
from attribution.report.records import Claim

CAPITALIZED: Final = re.compile(r"\b[A-Z][\w'’-]*")
_NEGATION: Final = re.compile(r"\b(?:not|no|never|nobody|none|nothing|without|cannot)\b|n['’]t\b", re.IGNORECASE)


@frozen
class Statement:
    """A claim with its content words, those of them that are capitalized, and the number of its negations."""

    claim: Claim
    text: str
    stems: frozenset[str]
    names: frozenset[str]
    negations: int

    @classmethod
    def of(cls, claim: Claim) -> Statement:
        """Reduce a claim."""
        text = " ".join(span.text for span in claim.spans)
        names = stems_of(" ".join(CAPITALIZED.findall(text)))
        return cls(claim, text, stems_of(text), names, len(_NEGATION.findall(text)))
