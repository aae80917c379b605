"""Sentence starts: arcs that run across one speak against it; no sentence is too long."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.pipeline.features import Words
from attribution.pipeline.merge import merge
from attribution.pipeline.sentences import LONGEST_SENTENCE, _divide, sentence_starts
from attribution.pipeline.session import WindowReading
from attribution.pipeline.windows import Window

COUNT = 6


def starts(heads: list[int], odds: float, breaks: tuple[int, ...] = ()) -> list[int]:
    """The starts in six words of one letter each, if the fourth may be one with these log odds.

    ``heads``: 0 is the root, ``i + 1`` is word ``i``.
    """
    arc = np.full((COUNT, COUNT + 1), -20.0, np.float32)
    arc[np.arange(COUNT), heads] = 20.0
    sentence = np.full(COUNT, -9.0, np.float32)
    sentence[3] = odds
    none, logits = np.zeros(COUNT, np.int64), np.zeros(COUNT, np.float32)
    reading = WindowReading(
        cue=np.zeros((COUNT, 3), np.float32),
        cues=none[:0],
        roles=np.zeros((0, COUNT, 3), np.float32),
        tag=none,
        pos=none,
        arc=arc,
        dep=none,
        sentence=sentence,
        entity=np.zeros((COUNT, 9), np.float32),
        loaded=logits,
        tone=logits,
    )
    place = np.arange(COUNT) * 2
    words = Words(np.arange(COUNT), place, place + 1, none, none, ((1,),) * COUNT)
    return np.flatnonzero(sentence_starts(merge([Window(0, COUNT)], [reading]), words, list(breaks))).tolist()


APART = [2, 0, 2, 5, 0, 5]
JOINED = [2, 0, 2, 5, 2, 5]


def test_two_trees_are_two_sentences_and_one_is_one():
    assert starts(APART, 0.0) == [0, 3]
    assert starts(JOINED, 0.0) == [0]


@pytest.mark.parametrize("heads", [APART, JOINED])
def test_where_the_encoder_is_sure_the_tree_is_not_asked(heads):
    assert starts(heads, 5.0) == [0, 3]
    assert starts(heads, -5.0) == [0]


def test_a_break_of_the_layout_always_starts_a_sentence():
    assert starts(JOINED, -5.0, (6,)) == [0, 3]


@given(st.integers(1, 3000), st.randoms(use_true_random=False))
def test_no_sentence_is_too_long_and_no_start_is_lost(count, chance):
    starts = np.zeros(count, bool)
    starts[0] = True
    for _ in range(3):
        starts[chance.randrange(count)] = True
    before = starts.copy()
    _divide(starts, np.array([chance.random() for _ in range(count)], np.float32))
    assert (starts | before).sum() == starts.sum()
    lengths = np.diff([*np.flatnonzero(starts), count])
    assert lengths.max() <= LONGEST_SENTENCE
