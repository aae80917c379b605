"""Where sentences start: what the encoder says of each word, weighed against the arcs that a boundary would cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from attribution.pipeline.features import Ints
from attribution.pipeline.merge import Section
from attribution.pipeline.session import Floats

LONGEST_SENTENCE: Final = 400
"""Words; a tree costs the square of them."""

LEANING: Final = 1.0
"""Added to the log odds of a start. This and ``CUTTING`` were chosen on the development parts of EWT and GUM."""

CUTTING: Final = 0.25
"""How far the log odds of a start sink with each nat of evidence that arcs of the tree run across it."""

MOST_EVIDENCE: Final = 6.0


def likely_starts(section: Section) -> NDArray[np.bool_]:
    """Return for each word that a section decides about whether a sentence seems to start there."""
    odds = section.reading.sentence[section.own] + LEANING
    doubtful = np.flatnonzero((odds > 0) & (odds <= CUTTING * MOST_EVIDENCE))
    if len(doubtful):
        odds[doubtful] -= CUTTING * _arcs_across(section.reading.arc, doubtful + section.own.start)
    return np.asarray(odds > 0)


def forced_starts(starts: Ints, breaks: Sequence[int]) -> NDArray[np.bool_]:
    """Return for each word whether a sentence must start there: at the beginning, and after a break.

    Args:
        starts: Character offsets of the words.
        breaks: Character offsets where a sentence must start, by the layout of the text.
    """
    forced = np.zeros(len(starts), bool)
    forced[:1] = True
    after = np.searchsorted(starts, breaks, side="left")
    forced[after[after < len(starts)]] = True
    return forced


def cuts(scores: Floats, start: int, end: int) -> Iterator[int]:
    """Yield where to cut the words ``[start, end)`` so that no sentence is longer than ``LONGEST_SENTENCE``.

    Args:
        scores: For each word of the text, how likely a sentence starts there.
        start: The first word of a sentence.
        end: One past the last word of it that is known; more of them would change nothing.
    """
    while end - start > LONGEST_SENTENCE:
        half = start + LONGEST_SENTENCE // 2
        start = half + int(scores[half : start + LONGEST_SENTENCE].argmax())
        yield start


def _arcs_across(arc: Floats, places: NDArray[np.int64]) -> Floats:
    """Return, for each place in a window, the evidence in nats that some arc runs from before it to it or beyond."""
    evidence = np.zeros(len(places), np.float32)
    inside = places > 0
    here = places[inside]
    if not len(here):
        return evidence
    likelihood = np.exp(arc - arc.max(1, keepdims=True))
    # For each word the probability that its head stands before each place; the root stands nowhere.
    between = np.add.reduceat(likelihood[:, 1:], np.concatenate([[0], here]), axis=1)
    before = np.cumsum(between, axis=1) / likelihood.sum(1, keepdims=True)
    at_left = np.arange(len(arc))[:, None] < here
    across = np.where(at_left, before[:, -1:] - before[:, :-1], before[:, :-1])
    nats = -np.log1p(-np.minimum(across, 0.99)).sum(0)
    evidence[inside] = np.minimum(nats, MOST_EVIDENCE)
    return evidence
