"""Stretches of a text as character offsets, and how they lie over its tokens and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

from spacy.tokens import Doc

from attribution.interpret.text.lines import INVISIBLE
from attribution.report.records import Sentence, Span
from attribution.snapshot import ends_in, starts_in

Bounds = tuple[tuple[int, int], ...]

_LEAVE_OFF: Final = ",;:–—-"
_BEFORE: Final = _LEAVE_OFF + "*•●◦▪‣·"
_LETTER_STOPS: Final = re.compile(r"(?:\b[^\W\d_]\.){2,}\Z")
# Marks that open and close a quotation; an apostrophe has a letter on either side.
_OPENS: Final = re.compile(r"[“‘\"'«](?=\w)")
_CLOSES: Final = re.compile(r"(?<=\S)[”’\"'»](?!\w)")
_BEGINS: Final = re.compile(r"(?<!\w)[“‘\"'«](?=\w)")
_ENDS: Final = re.compile(r"(?<=[,.!?])[”’\"'»]\Z")
_INK: Final = re.compile(r"[^\W_]")


def size(bounds: Iterable[tuple[int, int]]) -> int:
    """Return the number of characters in stretches that do not overlap each other."""
    return sum(end - start for start, end in bounds)


def overlap(first: Iterable[tuple[int, int]], second: Sequence[tuple[int, int]]) -> int:
    """Return the number of characters that two lists of stretches share."""
    shared = 0
    for start, end in first:
        for begin, stop in second:
            if begin < end and start < stop:
                shared += min(end, stop) - max(start, begin)
    return shared


class Cover:
    """What any of many stretches covers, asked without going through all of them."""

    def __init__(self, bounds: Iterable[tuple[int, int]]) -> None:
        spans = sorted(bounds)
        self._starts = [start for start, _ in spans]
        # How far the stretches that start first, up to each of them, reach.
        self._reach = list(accumulate((end for _, end in spans), max))

    def touches(self, start: int, end: int) -> bool:
        """Say whether ``[start, end)`` shares a character with one of the stretches."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start


class Stretches:
    """Translates between character offsets, tokens and sentences of one Doc."""

    def __init__(self, doc: Doc, sentences: Sequence[Sentence]) -> None:
        self.doc = doc
        self.text = doc.text
        self.sentences = sentences
        self._token_starts = starts_in(doc)
        self._token_ends = ends_in(doc)
        self._sentence_starts = [sentence.start for sentence in sentences]

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of the text as a record."""
        return Span(start, end, self.text[start:end])

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds a character (the one before, between two of them)."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentences_of(self, start: int, end: int) -> range:
        """Return the indices of the sentences that ``[start, end)`` runs over."""
        return range(self.sentence_at(start), self.sentence_at(max(start, end - 1)) + 1)

    def by_sentence(self, bounds: Bounds) -> list[Bounds]:
        """Cut stretches at sentence boundaries; each part holds what lies in one sentence and has a word in it."""
        parts: dict[int, list[tuple[int, int]]] = {}
        for start, end in bounds:
            for number in range(self.sentence_at(start), len(self.sentences)):
                sentence = self.sentences[number]
                if sentence.start >= end:
                    break
                begin, stop = max(start, sentence.start), min(end, sentence.end)
                if begin < stop and _INK.search(self.text, begin, stop):
                    parts.setdefault(number, []).append((begin, stop))
        return [tuple(parts[number]) for number in sorted(parts)]

    def tokens(self, bounds: Iterable[tuple[int, int]]) -> list[int]:
        """Return the ascending indices of the tokens that begin or reach into the stretches."""
        ranges = [
            range(bisect_right(self._token_ends, start), bisect_left(self._token_starts, end)) for start, end in bounds
        ]
        return list(ranges[0]) if len(ranges) == 1 else sorted(set().union(*ranges))

    def spans(self, tokens: Sequence[int], inside: Bounds) -> Bounds:
        """Return the stretches that tokens cover, trimmed, and cut to what lies ``inside`` others.

        White space between two tokens does not break a stretch.
        """
        runs: list[tuple[int, int]] = []
        previous = -2
        for index in tokens:
            begin, end = self._token_starts[index], self._token_ends[index]
            if runs and (index == previous + 1 or all(self.doc[k].is_space for k in range(previous + 1, index))):
                runs[-1] = (runs[-1][0], end)
            else:
                runs.append((begin, end))
            previous = index
        return self.trimmed(
            (max(start, begin), min(end, stop))
            for start, end in runs
            for begin, stop in inside
            if max(start, begin) < min(end, stop)
        )

    def without_lone_marks(self, bounds: Bounds) -> Bounds:
        """Leave off a quotation mark at either end whose partner is outside the stretches."""
        if not bounds:
            return bounds
        inside = " ".join(self.text[start:end] for start, end in bounds)
        first, last = bounds[0], bounds[-1]
        if _OPENS.match(inside) and not _CLOSES.search(inside):
            bounds = ((first[0] + 1, first[1]), *bounds[1:])
        elif _ENDS.search(inside) and not _BEGINS.search(inside):
            bounds = (*bounds[:-1], (last[0], last[1] - 1))
        else:
            return bounds
        return self.trimmed(bounds)

    def trimmed(self, bounds: Iterable[tuple[int, int]]) -> Bounds:
        """Leave off white space, separators and the full stop at the ends, and stretches without a word.

        Only the last stretch loses a full stop, and not one inside quotation marks or of an abbreviation.
        """
        kept = [self._trim(start, end) for start, end in bounds]
        kept = [(start, end) for start, end in kept if _INK.search(self.text, start, end)]
        if kept:
            start, end = kept[-1]
            if self.text[end - 1] == "." and not self.text.endswith("..", start, end):
                letters = _LETTER_STOPS.search(self.text, max(start, end - 8), end)
                # A blank may stand before the full stop.
                end = end if letters else self._trim(start, end - 1)[1]
            kept[-1] = (start, end)
        return tuple(kept)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        text = self.text
        while start < end and (text[start].isspace() or text[start] in _BEFORE or text[start] in INVISIBLE):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _LEAVE_OFF or text[end - 1] in INVISIBLE):
            end -= 1
        return start, end
