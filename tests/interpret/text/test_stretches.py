"""Stretches of a text: look-ups that do not go through all of them find what going through all would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from attribution.interpret.text.layout import lay_out
from attribution.interpret.text.stretches import Cover, Stretches

BOUNDS = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(BOUNDS, max_size=8), BOUNDS)
def test_a_cover_touches_what_one_of_its_stretches_touches(stretches, asked):
    start, end = asked
    shares = [max(start, begin) < min(end, stop) for begin, stop in stretches]
    assert Cover(stretches).touches(start, end) == any(shares)


def test_a_long_stretch_is_not_forgotten_behind_short_ones():
    cover = Cover([(10, 12), (0, 100), (20, 22)])
    assert cover.touches(50, 51)
    assert not cover.touches(100, 101)


@pytest.mark.parametrize("text", ["It is over.", "It is over .", "It is over \u200b.", "It is over"])
def test_a_full_stop_is_left_off_with_the_blanks_before_it(text):
    doc = English().make_doc(text)
    ((start, end),) = Stretches(doc, lay_out(doc)).trimmed([(0, len(text))])
    assert text[start:end] == "It is over"
