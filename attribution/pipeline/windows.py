"""Cutting a text into windows that the encoder can read at once, and packing windows into batches."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from attribution.pipeline.features import Ints, PieceEncoder, Words

MAX_PIECES: Final = 384
"""Word pieces in a window at most, the two marks at its ends included; windows for training are so long."""

READ_PIECES: Final = 256
"""Word pieces in a window that is read.

The time for a piece grows with the window, through attention. On the 84 development articles of PolNeAR, windows of 384
pieces took a seventh more time and found as many attributions.
"""

OVERLAP: Final = 16
"""Word pieces, at least, that two neighbouring windows share when a text is longer than one.

Windows mostly end with a paragraph and share its last line. On 70 development articles of PolNeAR, sharing 64 pieces
took an eighth more time, found half a point more of the words of sources, and as many attributions.
"""


@frozen
class Window:
    """A stretch of the words of one text: ``words[start:end]``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def room(self, word: int) -> int:
        """Return how many words stand between a word and the nearer edge."""
        return min(word - self.start, self.end - 1 - word)


@frozen(eq=False)
class Batch:
    """Windows as padded arrays: ``(windows, pieces)`` for the first four, ``(windows, words)`` for the others.

    ``first`` holds the position of each word's first piece; 0, the opening mark, is padding, as 0 is in ``spelling``.
    """

    ids: Ints
    shape: Ints
    gap: Ints
    mask: Ints
    first: Ints
    spelling: Ints


@frozen(eq=False)
class Row:
    """One window as arrays, named as in :class:`Batch`: three with a value for each piece, two for each word."""

    ids: Ints
    shape: Ints
    gap: Ints
    first: Ints
    spelling: Ints


def cut(lengths: Ints, breaks: NDArray[Any], *, limit: int = MAX_PIECES - 2, overlap: int = OVERLAP) -> list[Window]:
    """Cut words into windows of at most ``limit`` pieces, at good places.

    Args:
        lengths: pieces of each word.
        breaks: how well a window may start with each word (a line, a sentence): 0 for badly, the higher the better. A
            truth value will do.
        limit: pieces in a window.
        overlap: pieces that neighbours should share; 0 for none.

    Returns:
        Windows in order; every word is in at least one. Linear in the number of words.
    """
    total = len(lengths)
    ends = np.cumsum(lengths)
    bases = ends - lengths
    places = [np.flatnonzero(breaks >= rank) for rank in np.unique(breaks)[::-1].tolist() if rank]
    windows: list[Window] = []
    start = reached = 0
    while reached < total:
        end = int(np.searchsorted(ends, bases[start] + limit, side="right"))
        if end >= total:
            windows.append(Window(start, total))
            break
        end = _last_break(places, max(start + (end - start) // 2, reached), end) or max(end, reached + 1)
        windows.append(Window(start, end))
        reached = end
        if not overlap:
            start = end
            continue
        # Not so far back that the next window could not reach beyond this one.
        least = max(start + 1, int(np.searchsorted(bases, ends[end] - limit, side="left")))
        shared = int(np.searchsorted(ends, ends[end - 1] - overlap, side="right"))
        shared = min(max(shared, least), end)
        # Prefer to go on at the start of a sentence, further back rather than nearer.
        start = _last_break(places, max(least, shared - (end - shared)) - 1, shared) or shared
    return windows


def cut_for_reading(words: Words, starts: NDArray[np.bool_]) -> list[Window]:
    """Cut a text into the windows that are read: best between paragraphs; within a long one, between sentences.

    Args:
        words: The words of the text.
        starts: Whether a sentence must start with each of them.
    """
    lengths = np.fromiter(map(len, words.pieces), np.int64, len(words))
    return cut(lengths, starts * np.where(words.gap >= 2, 2, 1), limit=READ_PIECES - 2)


def _last_break(places: Sequence[NDArray[np.int64]], low: int, high: int) -> int | None:
    """Return the last place after ``low`` and not after ``high`` of the best kind that has one there, if any."""
    for good in places:
        position = int(np.searchsorted(good, high, side="right")) - 1
        if position >= 0 and good[position] > low:
            return int(good[position])
    return None


def pack(texts: Sequence[Words], windows: Sequence[tuple[int, Window]], encode: PieceEncoder) -> Batch:
    """Pack windows, each given with the index of its text, into one padded batch."""
    rows = [spread(texts[index], window, encode) for index, window in windows]
    width = max(len(row.ids) for row in rows)
    count = max(len(row.first) for row in rows)
    ids = np.full((len(rows), width), encode.padding, np.int64)
    shape, gap, mask = np.zeros((3, len(rows), width), np.int64)
    first, spelling = np.zeros((2, len(rows), count), np.int64)
    for n, row in enumerate(rows):
        pieces, words = len(row.ids), len(row.first)
        ids[n, :pieces], shape[n, :pieces], gap[n, :pieces], mask[n, :pieces] = row.ids, row.shape, row.gap, 1
        first[n, :words], spelling[n, :words] = row.first, row.spelling
    return Batch(ids, shape, gap, mask, first, spelling)


def spread(words: Words, window: Window, encode: PieceEncoder) -> Row:
    """Spread the features of a window's words over their pieces."""
    own = slice(window.start, window.end)
    pieces = words.pieces[own]
    ids = np.array([encode.start, *chain.from_iterable(pieces), encode.end], np.int64)
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
    first = np.cumsum(lengths) - lengths + 1
    shape, gap = np.zeros((2, len(ids)), np.int64)
    shape[1:-1] = np.repeat(words.shape[own], lengths) + 1
    gap[first] = words.gap[own] + 1
    return Row(ids, shape, gap, first, words.spelling[own])
