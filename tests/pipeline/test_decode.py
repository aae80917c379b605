"""Decoding: sentences of a bounded length, pieces of roles, entities."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from attribution.pipeline.decode import LONGEST_SENTENCE, _divide, _pieces, sigmoid, softmax


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


@given(st.lists(st.booleans(), max_size=60), st.integers(0, 4))
def test_pieces_hold_every_chosen_word_and_lie_apart(chosen, gap):
    pieces = _pieces(np.array(chosen, bool), gap)
    held = {int(i) for piece in pieces for i in piece}
    assert {i for i, flag in enumerate(chosen) if flag} <= held
    for before, after in itertools.pairwise(pieces):
        assert after[0] - before[-1] > gap + 1


def test_probabilities():
    assert np.allclose(softmax(np.array([[1.0, 1.0]], np.float32)), 0.5)
    assert sigmoid(np.array([-1e9, 0.0, 1e9], np.float32)).tolist()[1] == 0.5
