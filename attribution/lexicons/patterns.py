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
from attribution.words import Words

_ANNOTATIONS: Final = ("TAG", "POS", "LEMMA", "DEP", "MORPH")
# How often a token of a pattern stands in a text, by its operator.
_TIMES: Final = {None: (1, 1), "1": (1, 1), "+": (1, inf), "?": (0, 1), "*": (0, inf), "!": (0, inf)}
_COUNTED: Final = re.compile(r"\{(\d*)(,?)(\d*)\}")


@frozen
class _Needed:
    """Words of which a pattern needs one, so many tokens after the ones needed before, or after its beginning."""

    is_lemma: bool
    words: frozenset[str]
    nearest: float
    farthest: float

    def places(self, words: Words) -> list[int]:
        """Return where one of the words may stand; whether capitals differ is left to the matcher."""
        return (words.lemma_places if self.is_lemma else words.word_places).of(self.words)

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

    def find(self, doc: Doc, words: Words) -> Iterator[tuple[int, int]]:
        """Yield where the pattern is found in a Doc with these words, as token indices ``(start, end)``.

        spaCy's matcher goes through all that it is given for each pattern. It is given the stretches in which the words
        stand that this pattern cannot do without, and no Doc without the annotation, of which it would complain.
        """
        for window in self._windows(doc, words):
            for _, start, end in self._matcher(original(doc)[window.start : window.stop]):
                yield window.start + start, window.start + end

    def _windows(self, doc: Doc, words: Words) -> list[range]:
        """Return stretches of tokens, without overlaps, in one of which any match lies."""
        # Where a needed word stands that the ones needed before it lead to, and the first place that they lead from.
        reached: dict[int, int] = {}
        for number, needed in enumerate(self._needed):
            places = needed.places(words)
            if number:
                before = list(reached)
                led = ((at, needed.first_before(before, at)) for at in places)
                reached = {at: reached[place] for at, place in led if place is not None}
            else:
                reached = {at: at for at in places}
            if not reached:
                return []
        if not all(map(doc.has_annotation, self._annotations)):
            return []
        if not self._needed:
            return [range(len(doc))]
        windows: list[range] = []
        for at, first in reached.items():
            start = int(max(0, first + 1 - self._needed[0].farthest))
            end = int(min(len(doc), at + 1 + self._after))
            if windows and start < windows[-1].stop:
                start, end = min(start, windows[-1].start), max(end, windows.pop().stop)
            windows.append(range(start, end))
        return windows


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


def _words(token: Mapping[str, Any]) -> tuple[bool, frozenset[str]] | None:
    """Return the words of which a token of a pattern must be one, if there are such, and whether they are lemmas."""
    for key, value in token.items():
        words = value.get("IN") if isinstance(value, Mapping) else [value] if isinstance(value, str) else None
        if words is not None and key.upper() in ("LOWER", "LEMMA"):
            is_lemma = key.upper() == "LEMMA"
            return is_lemma, frozenset(_plain(word, is_lemma=is_lemma) for word in words)
    return None


def _plain(word: str, *, is_lemma: bool) -> str:
    """Write a word as :class:`~attribution.words.Words` has it."""
    return word.lower() if is_lemma else word.lower().replace("\u2019", "'")
