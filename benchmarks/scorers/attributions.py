"""How well attributions are found: exact spans and character overlap per role, and whole attributions.

* *exact*: the spans of a role as a set per article; a discontinuous span counts as one, from its first to its last
  character; ends are trimmed on both sides (:func:`benchmarks.scorers.spans.trim`).
* *overlap*: the characters that any attribution gives to the role, white space left out.
* *whole*: predicted and gold attributions matched one to one; a pair is right when the cues overlap and source and
  content each have a character Jaccard of at least 0.5 (two absent sources agree).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, Protocol, TypeAlias

from attrs import field, frozen

from benchmarks.scorers.counts import Counts
from benchmarks.scorers.spans import Pieces, characters, envelope, jaccard, match, overlap, trim

Role: TypeAlias = Literal["source", "cue", "content"]

ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")
MIN_JACCARD: Final = 0.5


class HasRoles(Protocol):
    """An attribution as three spans; an absent one is empty."""

    @property
    def source(self) -> Pieces:
        """Who; empty where nobody is named."""

    @property
    def cue(self) -> Pieces:
        """What links source and content."""

    @property
    def content(self) -> Pieces:
        """What is ascribed."""


@frozen
class Roles:
    """The plainest attribution: what every reader and every peer is reduced to before it is scored."""

    source: Pieces
    cue: Pieces
    content: Pieces


def _no_counts() -> dict[Role, Counts]:
    return dict.fromkeys(ROLES, Counts())


@frozen
class AttributionScores:
    """Counts of one or many articles; scores add up (micro-average)."""

    exact: Mapping[Role, Counts] = field(factory=_no_counts)
    overlap: Mapping[Role, Counts] = field(factory=_no_counts)
    whole: Counts = Counts()

    def __add__(self, other: AttributionScores) -> AttributionScores:
        return AttributionScores(
            {role: self.exact[role] + other.exact[role] for role in ROLES},
            {role: self.overlap[role] + other.overlap[role] for role in ROLES},
            self.whole + other.whole,
        )


def score_attributions(text: str, predicted: Sequence[HasRoles], gold: Sequence[HasRoles]) -> AttributionScores:
    """Score the attributions of one article.

    Args:
        text: The article.
        predicted: What was found in it.
        gold: What one annotator marked in it.
    """
    return AttributionScores(
        {role: _exact(text, predicted, gold, role) for role in ROLES},
        {role: _overlap(text, predicted, gold, role) for role in ROLES},
        Counts(len(whole_matches(text, predicted, gold)), len(predicted), len(gold)),
    )


def whole_matches(text: str, predicted: Sequence[HasRoles], gold: Sequence[HasRoles]) -> list[tuple[int, int]]:
    """Pair each predicted attribution that is right as a whole with its gold one, by index."""
    return match(
        [_Sides.of(text, item) for item in predicted], [_Sides.of(text, item) for item in gold], _Sides.agrees_with
    )


@frozen
class _Sides:
    """The characters of source and content, taken once per attribution rather than once per pair."""

    cue: Pieces
    source: frozenset[int]
    content: frozenset[int]

    @classmethod
    def of(cls, text: str, item: HasRoles) -> _Sides:
        return cls(item.cue, characters(text, item.source), characters(text, item.content))

    def agrees_with(self, other: _Sides) -> bool:
        return (
            overlap(self.cue, other.cue)
            and jaccard(self.source, other.source) >= MIN_JACCARD
            and jaccard(self.content, other.content) >= MIN_JACCARD
        )


def _exact(text: str, predicted: Sequence[HasRoles], gold: Sequence[HasRoles], role: Role) -> Counts:
    return Counts.of_sets(_envelopes(text, predicted, role), _envelopes(text, gold, role))


def _envelopes(text: str, items: Sequence[HasRoles], role: Role) -> set[tuple[int, int]]:
    spans = (getattr(item, role) for item in items)
    return {trim(text, envelope(pieces)) for pieces in spans if pieces}


def _overlap(text: str, predicted: Sequence[HasRoles], gold: Sequence[HasRoles], role: Role) -> Counts:
    return Counts.of_sets(_all_characters(text, predicted, role), _all_characters(text, gold, role))


def _all_characters(text: str, items: Sequence[HasRoles], role: Role) -> frozenset[int]:
    return frozenset().union(*(characters(text, getattr(item, role)) for item in items))
