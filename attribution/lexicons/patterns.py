"""Token patterns of the lexicons: spaCy's matcher, asked only about Docs in which a pattern may be found at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import Any, Final

from attrs import frozen
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from attribution.lexicons.entries import Entry, TokenPattern
from attribution.snapshot import original

_ANNOTATIONS: Final = ("TAG", "POS", "LEMMA", "DEP", "MORPH")
# How often a token of a pattern stands in a text, by its operator.
_TIMES: Final = {None: (1, 1), "1": (1, 1), "+": (1, inf), "?": (0, 1), "*": (0, inf), "!": (0, inf)}
_COUNTED: Final = re.compile(r"\{(\d*)(,?)(\d*)\}")


class PatternText:
    """A Doc and its words, as patterns ask for them."""

    def __init__(self, doc: Doc, lower: Sequence[str], lemmas: Sequence[str]) -> None:
        """Take the words in lower case, and the lemmas as they are."""
        self.doc = doc
        self._columns = {"LOWER": lower, "LEMMA": lemmas}
        self._present = {name: frozenset(column) for name, column in self._columns.items()}

    def lacks(self, needed: _Needed) -> bool:
        """Say whether none of the words stands anywhere."""
        return needed.words.isdisjoint(self._present[needed.attribute])

    def places(self, needed: _Needed) -> list[int]:
        """Return the indices of the tokens that are one of the words."""
        return [index for index, word in enumerate(self._columns[needed.attribute]) if word in needed.words]


@frozen
class _Needed:
    """Words of which a pattern needs one, so many tokens after the ones needed before."""

    attribute: str
    words: frozenset[str]
    nearest: float
    farthest: float

    def follows(self, before: Sequence[int], at: int) -> bool:
        """Say whether one of the places ``before``, ascending, is as far from ``at`` as may be."""
        first = bisect_left(before, at - self.farthest)
        return first < len(before) and before[first] <= at - self.nearest


@frozen
class EntryPattern:
    """The pattern of an entry, ready to be found in Docs of one vocabulary."""

    entry: Entry
    _matcher: Matcher
    _annotations: frozenset[str]
    _needed: tuple[_Needed, ...]

    @classmethod
    def of(cls, entry: Entry, vocab: Vocab) -> EntryPattern:
        """Prepare an entry that has a pattern."""
        matcher = Matcher(vocab)
        matcher.add(entry.id, [list(entry.pattern)])
        annotations = frozenset(key.upper() for token in entry.pattern for key in token if key.upper() in _ANNOTATIONS)
        return cls(entry, matcher, annotations, tuple(_needed_by(entry.pattern)))

    def find(self, text: PatternText) -> Iterator[tuple[int, int]]:
        """Yield where the pattern is found, as token indices ``(start, end)``.

        spaCy's matcher goes through a whole Doc for each pattern; it is not asked about one that lacks the words that
        this pattern cannot do without, or the annotation, of which it would complain.
        """
        if self._may_be_in(text):
            for _, start, end in self._matcher(original(text.doc)):
                yield start, end

    def _may_be_in(self, text: PatternText) -> bool:
        if any(map(text.lacks, self._needed)) or not all(map(text.doc.has_annotation, self._annotations)):
            return False
        reached: list[int] | None = None
        for needed in self._needed:
            places = text.places(needed)
            reached = places if reached is None else [at for at in places if needed.follows(reached, at)]
            if not reached:
                return False
        return True


def _needed_by(pattern: TokenPattern) -> Iterator[_Needed]:
    nearest, farthest = 0.0, inf
    for token in pattern:
        least, most = _times(token.get("OP"))
        words = _words(token) if least == 1 else None
        if words is not None:
            yield _Needed(*words, nearest + 1, farthest + 1)
            nearest, farthest = 0.0, most - 1
        else:
            nearest, farthest = nearest + least, farthest + most


def _times(operator: str | None) -> tuple[float, float]:
    counted = _COUNTED.fullmatch(operator or "")
    if counted is None:
        return _TIMES.get(operator, (0, inf))
    least, comma, most = counted.groups()
    return int(least or 0), int(most) if most else inf if comma else int(least or 0)


def _words(token: Mapping[str, Any]) -> tuple[str, frozenset[str]] | None:
    """Return an attribute of a token of a pattern with the words of which it must be one, if there is such."""
    for key, value in token.items():
        words = value.get("IN") if isinstance(value, Mapping) else [value] if isinstance(value, str) else None
        if words is not None and key.upper() in ("LOWER", "LEMMA"):
            return key.upper(), frozenset(words)
    return None
