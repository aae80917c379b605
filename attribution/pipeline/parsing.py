"""Sentences and their trees, found while the windows of a text come in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from attribution.pipeline.features import Ints
from attribution.pipeline.merge import Section
from attribution.pipeline.sentences import cuts, likely_starts
from attribution.pipeline.session import Floats
from attribution.pipeline.trees import best_tree, likely_trees

_OUT_OF_THE_QUESTION: Final = -1e4
"""Score of a head that no window shows together with its word."""


class TreeDecoder:
    """Decodes sentence by sentence, as soon as one is whole: scores for pairs of words take much room.

    ``heads`` holds the head of each word that has been decoded, that of a root being the word itself.
    """

    def __init__(self, forced: NDArray[np.bool_]) -> None:
        """Take for each word of the text whether a sentence must start there, whatever the scores."""
        self.heads: Ints = np.arange(len(forced))
        self._starts = forced.copy()
        self._scores = np.zeros(len(forced), np.float32)
        self._sections: list[Section] = []
        self._next = 0
        """The first word that is not decoded yet."""

    def add(self, section: Section) -> None:
        """Take the next section."""
        self._sections.append(section)
        self._scores[section.start : section.end] = section.reading.sentence[section.own]
        self._starts[section.start : section.end] |= likely_starts(section)
        bounds = [self._next, *self._whole(section.end)]
        inside = bisect_left(bounds, section.start)
        for start, end in pairwise(bounds[: inside + 1]):
            self._decode(start, end)
        self._decode_together(section, bounds[inside:])
        self._next = bounds[-1]
        self._sections = [earlier for earlier in self._sections if earlier.end > self._next]

    def _whole(self, known: int) -> Iterator[int]:
        """Yield the ends of the sentences, from the next one on, that the first ``known`` words of the text show."""
        start = self._next
        ends = start + 1 + np.flatnonzero(self._starts[start + 1 : known])
        for end in ends.tolist():
            yield from cuts(self._scores, start, end)
            yield end
            start = end
        yield from cuts(self._scores, start, known)
        if known == len(self.heads):
            yield known

    def _decode_together(self, section: Section, bounds: Sequence[int]) -> None:
        """Decode the sentences between each two bounds, all of which a section decides about alone."""
        if len(bounds) < 2:
            return
        first, last = bounds[0], bounds[-1]
        low, high = first - section.window.start, last - section.window.start
        arc = section.reading.arc[low:high]
        relative = [bound - first for bound in bounds]
        heads, are_trees = likely_trees(arc[:, 0], arc[:, 1 + low : 1 + high], relative)
        self.heads[first:last] = first + heads
        for number in np.flatnonzero(~are_trees).tolist():
            self._decode(bounds[number], bounds[number + 1])

    def _decode(self, start: int, end: int) -> None:
        tree = best_tree(self._arcs(start, end))
        words = np.arange(start, end)
        self.heads[start:end] = np.where(tree == 0, words, tree - 1 + start)

    def _arcs(self, start: int, end: int) -> Floats:
        """Return the scores of a sentence as :func:`best_tree` wants them: ``(n, 1 + n)``."""
        first = next(section for section in self._sections if start < section.end)
        if end <= first.end:
            low, high = start - first.window.start, end - first.window.start
            arc = first.reading.arc[low:high]
            return np.concatenate([arc[:, :1], arc[:, 1 + low : 1 + high]], axis=1)
        scores = np.full((end - start, end - start + 1), _OUT_OF_THE_QUESTION, np.float32)
        for section in self._sections:
            top, bottom = max(start, section.start), min(end, section.end)
            low, high = max(start, section.window.start), min(end, section.window.end)
            if top >= bottom:
                continue
            at = section.window.start
            arc = section.reading.arc[top - at : bottom - at]
            scores[top - start : bottom - start, 0] = arc[:, 0]
            scores[top - start : bottom - start, 1 + low - start : 1 + high - start] = arc[
                :, 1 + low - at : 1 + high - at
            ]
        return scores
