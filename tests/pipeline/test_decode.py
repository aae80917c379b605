"""Decoding: pieces of roles, entities."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from attribution.pipeline.decode import _pieces, sigmoid, softmax


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
