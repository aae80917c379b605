"""From the entity head's scores to names: the likeliest sequence of tags in which every name has a beginning."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from attribution.pipeline.decode import softmax
from attribution.pipeline.labels import ENTITY_TAGS
from attribution.pipeline.session import Floats

RELUCTANCE: Final = 1.0
"""Added to the log odds of being outside all names; chosen on PolNeAR's development part."""

SURE: Final = 0.98
"""Probability of being outside all names from which on a word is not looked at again."""


def decode_entities(logits: Floats) -> list[tuple[int, int, str]]:
    """Return named entities as ``(first word, one past the last, label)``; ``logits`` are ``(words, entity tags)``."""
    probabilities = softmax(logits)
    scores = np.log(np.maximum(probabilities, 1e-9))
    scores[:, 0] += RELUCTANCE
    tags = scores.argmax(1)
    wrong = np.flatnonzero(_MAY_FOLLOW[np.concatenate([[0], tags[:-1]]), tags])
    if len(wrong):
        # Words that are surely outside cut the text into short stretches, few of which are to be looked at again.
        doubtful = np.concatenate([[False], probabilities[:, 0] < SURE, [False]])
        stretches = np.flatnonzero(np.diff(doubtful)).reshape(-1, 2)
        for start, end in stretches[np.unique(np.searchsorted(stretches[:, 1], wrong, side="right"))].tolist():
            tags[start:end] = _best_tags(scores[start:end])
    return _names(tags.tolist())


def _followers() -> NDArray[np.float32]:
    """Return 0 where a tag (row) may be followed by another (column), a forbidding score elsewhere."""
    return np.array(
        [
            [0.0 if after[0] != "I" or before[1:] == after[1:] else -1e9 for after in ENTITY_TAGS]
            for before in ENTITY_TAGS
        ],
        np.float32,
    )


_MAY_FOLLOW: Final = _followers()


def _best_tags(scores: Floats) -> list[int]:
    """Return the likeliest sequence of tags (Viterbi 1967)."""
    best = scores[0] + _MAY_FOLLOW[0]
    back = []
    for row in scores[1:]:
        through = best[:, None] + _MAY_FOLLOW
        back.append(through.argmax(0))
        best = through.max(0) + row
    tags = [int(best.argmax())]
    for step in reversed(back):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]


def _names(tags: list[int]) -> list[tuple[int, int, str]]:
    """Return ``(first, one past the last, label)`` of each name in a well-formed sequence."""
    names = [ENTITY_TAGS[tag] for tag in [*tags, 0]]
    found: list[tuple[int, int, str]] = []
    start = -1
    for at, name in enumerate(names):
        if start >= 0 and name[0] != "I":
            found.append((start, at, names[start][2:]))
            start = -1
        if name[0] == "B":
            start = at
    return found
