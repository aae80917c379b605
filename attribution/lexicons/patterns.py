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
    """Words of which a pattern needs one, so many tokens after the ones needed before, or after its beginning."""

    attribute: str
    words: frozenset[str]
    nearest: float
    farthest: float

    def first_before(self, before: Sequence[int], at: int) -> int | None:
        """Return the first of the places ``before``, ascending, that is as far from ``at`` as may be."""
        first = bisect_left(before, at - self.farthest)
        return before[first] if first < len(before) and before[first] <= at - self.nearest else None


@frozen
class EntryPattern:
    """The pattern of an entry, ready to be found in Docs of one vocabulary."""

    entry: Entry
    _matcher: Matcher
    _annotations: frozenset[str]
    _needed: tuple[_Needed, ...]
    _after: float

    @classmethod
    def of(cls, entry: Entry, vocab: Vocab) -> EntryPattern:
        """Prepare an entry that has a pattern."""
        matcher = Matcher(vocab)
        matcher.add(entry.id, [list(entry.pattern)])
        annotations = frozenset(key.upper() for token in entry.pattern for key in token if key.upper() in _ANNOTATIONS)
        needed, after = _needed_by(entry.pattern)
        return cls(entry, matcher, annotations, needed, after)

    def find(self, text: PatternText) -> Iterator[tuple[int, int]]:
        """Yield where the pattern is found, as token indices ``(start, end)``.

        spaCy's matcher goes through all that it is given for each pattern. It is given the stretch in which the words
        stand that this pattern cannot do without, and no Doc without the annotation, of which it would complain.
        """
        window = self._window(text)
        if window is not None:
            for _, start, end in self._matcher(original(text.doc)[window.start : window.stop]):
                yield window.start + start, window.start + end

    def _window(self, text: PatternText) -> range | None:
        """Return the tokens that any match lies within, ``None`` where there can be no match."""
        size = len(text.doc)
        if any(map(text.lacks, self._needed)) or not all(map(text.doc.has_annotation, self._annotations)):
            return None
        if not self._needed:
            return range(size)
        # Where a needed word stands that the ones needed before it lead to, and the first place that they lead from.
        reached = {at: at for at in text.places(self._needed[0])}
        for needed in self._needed[1:]:
            before = list(reached)
            led = ((at, needed.first_before(before, at)) for at in text.places(needed))
            reached = {at: reached[place] for at, place in led if place is not None}
        if not reached:
            return None
        start = min(reached.values()) + 1 - self._needed[0].farthest
        end = max(reached) + 1 + self._after
        return range(int(max(0, start)), int(min(size, end)))


def _needed_by(pattern: TokenPattern) -> tuple[tuple[_Needed, ...], float]:
    """Return what a pattern cannot do without, and how many tokens it may take after that."""
    found = []
    nearest = farthest = 0.0
    for token in pattern:
        least, most = _times(token.get("OP"))
        words = _words(token) if least == 1 else None
        if words is not None:
            found.append(_Needed(*words, nearest + 1, farthest + 1))
            nearest, farthest = 0.0, most - 1
        else:
            nearest, farthest = nearest + least, farthest + most
    return tuple(found), farthest


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
