"""A score in the making: factors that add up, and the levels that values have names for."""

from __future__ import annotations

from collections.abc import Callable
from math import fsum

from attribution.report.records import Factor, Level, Score, Span


class Tally:
    """Collects the factors of one score, the starting value first."""

    def __init__(self, name: str, start: float, span: Span | None, reason: str) -> None:
        self._factors = [Factor(name, round(start, 2), span, reason)]

    def add(self, name: str, effect: float, span: Span | None, reason: str) -> None:
        """Add a factor; one without an effect is left out."""
        if round(effect, 2) != 0:
            self._factors.append(Factor(name, round(effect, 2), span, reason))

    def score(self, level_of: Callable[[float], Level]) -> Score:
        """Return the sum, clipped to [0, 1], with its level and its factors."""
        value = round(min(1.0, max(0.0, fsum(factor.effect for factor in self._factors))), 2)
        return Score(value, level_of(value), tuple(self._factors))


def sourcing_level(value: float) -> Level:
    """Name a sourcing value: strong ≥ 0.7 > moderate ≥ 0.4 > weak > 0 = none."""
    if value >= 0.7:
        return "strong"
    if value >= 0.4:
        return "moderate"
    return "weak" if value > 0 else "none"


def loading_level(value: float) -> Level:
    """Name a loading value: neutral < 0.15 ≤ some < 0.5 ≤ heavy."""
    if value < 0.15:
        return "neutral"
    return "some" if value < 0.5 else "heavy"


def quoted(text: str, limit: int = 70) -> str:
    """Put words of the text into quotation marks for a reader, on one line, shortened where they are many."""
    words = " ".join(text.split())
    if len(words) > limit:
        words = words[:limit].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"
