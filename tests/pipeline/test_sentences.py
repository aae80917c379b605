"""Sentence starts: arcs that run across one speak against it; no sentence is too long."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.pipeline.merge import Section
from attribution.pipeline.sentences import LONGEST_SENTENCE, cuts, forced_starts, likely_starts
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
    seeming = likely_starts(Section(Window(0, COUNT), reading, 0, COUNT))
    return np.flatnonzero(seeming | forced_starts(np.arange(COUNT) * 2, list(breaks))).tolist()


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


@given(st.integers(1, 3000), st.integers(0, 2000), st.integers(0, 2**32), st.sampled_from([0, 1, 7]))
def test_no_sentence_is_too_long_however_much_of_it_is_known(count, more, seed, digits):
    """What comes later changes none of the cuts, so that they can be made before it is read; nor do ties."""
    scores = np.random.default_rng(seed).random(count + more).round(digits).astype(np.float32)
    found = list(cuts(scores, 0, count))
    assert all(0 < after - before <= LONGEST_SENTENCE for before, after in itertools.pairwise([0, *found, count]))
    assert list(cuts(scores, 0, count + more))[: len(found)] == found
