"""Token patterns of the lexicons: spaCy's matcher, asked only about Docs in which a pattern may be found at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
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
class _Fitting:
    """What each token of a match has one of: so many words, lemmas and parts of speech."""

    words: frozenset[str]
    lemmas: frozenset[str]
    parts: frozenset[str]

    @classmethod
    def of(cls, pattern: TokenPattern) -> _Fitting | None:
        """Return what the tokens of a pattern ask for, ``None`` where one of them may be something else."""
        found: dict[str, set[str]] = {"LOWER": set(), "LEMMA": set(), "POS": set()}
        for token in pattern:
            asked = _asked(token, found)
            if asked is None or token.get("OP") == "!":
                return None
            found[asked[0]].update(asked[1])
        return cls(*map(frozenset, found.values()))

    def widened(self, run: range, limits: range, doc: Doc, words: Words) -> range:
        """Return a run of such tokens with those that stand next to it, within limits."""
        start, end = run.start, run.stop
        while start > limits.start and self._has(start - 1, doc, words):
            start -= 1
        while end < limits.stop and self._has(end, doc, words):
            end += 1
        return range(start, end)

    def _has(self, index: int, doc: Doc, words: Words) -> bool:
        fits = words.words[index] in self.words or words.lemmas[index] in self.lemmas
        return fits or doc[index].pos_ in self.parts


@frozen
class EntryPattern:
    """The pattern of an entry, ready to be found in Docs of one vocabulary."""

    entry: Entry
    _matcher: Matcher
    _annotations: frozenset[str]
    _needed: tuple[_Needed, ...]
    _after: float
    _fitting: _Fitting | None

    @classmethod
    def of(cls, entry: Entry, vocab: Vocab) -> EntryPattern:
        """Prepare an entry that has a pattern."""
        matcher = Matcher(vocab)
        matcher.add(entry.id, [list(entry.pattern)])
        annotations = frozenset(key.upper() for token in entry.pattern for key in token if key.upper() in _ANNOTATIONS)
        needed, after = _needed_by(entry.pattern)
        return cls(entry, matcher, annotations, needed, after, _Fitting.of(entry.pattern))

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
            window = range(start, int(min(len(doc), at + 1 + self._after)))
            last = windows[-1] if windows else range(0)
            if self._fitting is not None:
                window = self._fitting.widened(last if at in last else range(at, at + 1), window, doc, words)
            if window.start < last.stop:
                window = range(min(window.start, last.start), max(window.stop, windows.pop().stop))
            windows.append(window)
        return windows


def _needed_by(pattern: TokenPattern) -> tuple[tuple[_Needed, ...], float]:
    """Return what a pattern cannot do without, and how many tokens it may take after that."""
    found = []
    nearest = farthest = 0.0
    for token in pattern:
        least, most = _times(token.get("OP"))
        asked = _asked(token, ("LOWER", "LEMMA")) if least == 1 else None
        if asked is not None:
            found.append(_Needed(asked[0] == "LEMMA", asked[1], nearest + 1, farthest + 1))
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


def _asked(token: Mapping[str, Any], attributes: Collection[str]) -> tuple[str, frozenset[str]] | None:
    """Return the first of some attributes of which a token of a pattern must have one of several values, and those."""
    for key, value in token.items():
        values = value.get("IN") if isinstance(value, Mapping) else [value] if isinstance(value, str) else None
        if values is not None and key.upper() in attributes:
            return key.upper(), frozenset(_plain(text, key.upper()) for text in values)
    return None


def _plain(text: str, attribute: str) -> str:
    """Write a word as :class:`~attribution.words.Words` has it, and a part of speech as it is."""
    if attribute == "POS":
        return text
    return text.lower() if attribute == "LEMMA" else text.lower().replace("\u2019", "'")
