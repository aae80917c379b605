"""The course of an article: both scores of each claim, in the order of the text, ready to be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from .printable import shortened
from .records import Claim

#: Where the levels of sourcing and of loading begin, besides 0.
SOURCING_BANDS: Final = (0.4, 0.7)
LOADING_BANDS: Final = (0.15, 0.5)


@frozen
class Bar:
    """A claim: the level that colours its sourcing, both values in [0, 1], and the whole in words."""

    level: str
    sourcing: float
    loading: float
    words: str


@frozen
class Course:
    """The bars of all claims; ``bands`` are the heights of the lines between the levels, 1 being the base line."""

    bars: tuple[Bar, ...]
    words: str
    bands: tuple[float, ...] = (*(1 - at for at in SOURCING_BANDS), *(1 + at for at in LOADING_BANDS))

    @property
    def width(self) -> int:
        """The number of bars, or 1 to leave room where there is none."""
        return max(1, len(self.bars))


def plot_course(claims: Sequence[Claim]) -> Course:
    """Return the course of an article through its claims."""
    bars = tuple(
        Bar(claim.sourcing.level, claim.sourcing.value, claim.loading.value, _in_words(claim)) for claim in claims
    )
    if not bars:
        return Course((), "No claims")
    lowest, highest = min(bar.sourcing for bar in bars), max(bar.sourcing for bar in bars)
    loaded = max(bar.loading for bar in bars)
    return Course(
        bars,
        f"{len(bars)} claims in the order of the text: sourcing from {lowest:.2f} to {highest:.2f}, "
        f"loading up to {loaded:.2f}",
    )


def _in_words(claim: Claim) -> str:
    sourcing, loading = (f"{score.value:.2f} {score.level}" for score in (claim.sourcing, claim.loading))
    words = shortened(" … ".join(span.text for span in claim.spans), 90)
    return f"{claim.id}: sourcing {sourcing}, loading {loading}\n{words}"
