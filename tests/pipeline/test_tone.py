"""The tone of a sentence: a mean over its words, the same for all its tokens."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.readings import Readings
from attribution.pipeline.readings import restore, store
from attribution.pipeline.tone import sentence_tone

VOCAB = English().vocab


def cut(*lengths: int) -> Doc:
    """A Doc of sentences of so many words."""
    starts = [index == 0 for length in lengths for index in range(length)]
    return Doc(VOCAB, words=["word"] * len(starts), sent_starts=starts)


def test_mean_of_each_sentence():
    doc = cut(2, 3)
    logits = np.array([1.0, -1.0, 2.0, 2.0, 2.0], np.float32)
    assert sentence_tone(doc, np.arange(5), logits) == pytest.approx([0.5, 0.5, *[0.8808] * 3], abs=1e-4)


def test_unread_tokens_take_the_tone_of_their_sentence():
    doc = cut(3, 1)
    tone = sentence_tone(doc, np.array([0, 2]), np.array([2.0, 0.0], np.float32))
    assert tone == pytest.approx([0.7311, 0.7311, 0.7311, 0.5], abs=1e-4)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.data())
def test_one_value_for_each_sentence(lengths, data):
    doc = cut(*lengths)
    logits = np.array([data.draw(st.floats(-30, 30)) for _ in doc], np.float32)
    tone = sentence_tone(doc, np.arange(len(doc)), logits)
    assert len(tone) == len(doc)
    assert all(0 <= value <= 1 for value in tone)
    assert all(len({float(tone[token.i]) for token in sentence}) == 1 for sentence in doc.sents)


@pytest.mark.parametrize("tone", [None, np.array([0.25, 0.25], np.float32)])
def test_tone_travels_with_the_doc(tone):
    doc = cut(2)
    store(doc, Readings((), np.array([0.1, 0.2], np.float32), tone))
    copy = Doc(VOCAB).from_bytes(doc.to_bytes())
    found = restore(copy)
    assert found is not None
    assert (found.tone is None) if tone is None else found.tone.tolist() == tone.tolist()
    assert found.loading == pytest.approx([0.1, 0.2])
