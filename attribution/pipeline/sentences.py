"""Where sentences start: what the encoder says of each word, weighed against the arcs that a boundary would cut."""

from __future__ import annotations

import itertools
from typing import Final

import numpy as np
from numpy.typing import NDArray

from attribution.pipeline.decode import softmax
from attribution.pipeline.features import Words
from attribution.pipeline.merge import TextReading
from attribution.pipeline.session import Floats

LONGEST_SENTENCE: Final = 400
"""Words; a tree costs the square of them."""

LEANING: Final = 1.0
"""Added to the log odds of a start. This and ``CUTTING`` were chosen on the development parts of EWT and GUM."""

CUTTING: Final = 0.25
"""How far the log odds of a start sink with each nat of evidence that arcs of the tree run across it."""

MOST_EVIDENCE: Final = 6.0


def sentence_starts(reading: TextReading, words: Words, breaks: list[int]) -> NDArray[np.bool_]:
    """Return for each word whether a sentence starts there.

    ``breaks`` are character offsets where one must, by the layout of the text.
    """
    odds = reading.sentence + LEANING
    doubtful = (odds > 0) & (odds <= CUTTING * MOST_EVIDENCE)
    odds[doubtful] -= CUTTING * _arcs_across(reading, doubtful)
    starts = odds > 0
    if len(starts):
        starts[0] = True
        forced = np.searchsorted(words.start, breaks, side="left")
        starts[forced[forced < len(starts)]] = True
        _divide(starts, reading.sentence)
    return starts


def _arcs_across(reading: TextReading, chosen: NDArray[np.bool_]) -> Floats:
    """Return, for each chosen word, the evidence in nats that some arc runs from before it to it or beyond, or back."""
    evidence = np.zeros(len(chosen), np.float32)
    for number, (window, heads) in enumerate(zip(reading.windows, reading.readings, strict=True)):
        here = np.flatnonzero(chosen[window.start : window.end] & (reading.owner[window.start : window.end] == number))
        if not len(here):
            continue
        # For each word the probability that its head stands before each place; the root stands nowhere.
        before = np.zeros((len(window), len(window) + 1), np.float32)
        np.cumsum(softmax(heads.arc)[:, 1:], axis=1, out=before[:, 1:])
        at_left = np.arange(len(window))[:, None] < here
        across = np.where(at_left, before[:, -1:] - before[:, here], before[:, here])
        nats = -np.log1p(-np.minimum(across, 0.99)).sum(0)
        evidence[here + window.start] = np.minimum(nats, MOST_EVIDENCE)
    return evidence[chosen]


def _divide(starts: NDArray[np.bool_], scores: Floats) -> None:
    """Cut sentences longer than ``LONGEST_SENTENCE`` at likely places."""
    bounds = [*np.flatnonzero(starts).tolist(), len(starts)]
    for start, end in itertools.pairwise(bounds):
        while end - start > LONGEST_SENTENCE:
            half = start + LONGEST_SENTENCE // 2
            start = half + int(scores[half : start + LONGEST_SENTENCE].argmax())
            starts[start] = True
