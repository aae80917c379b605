"""The short way to know English by is never in another mind than the long one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.interpret.text import languages
from attribution.interpret.text.languages import find_foreign
from tests.interpret.text.not_prose import ARTICLE, NEWS, OTHER_LANGUAGES

PIECES = st.sampled_from(
    [
        NEWS,
        "By Jane Doe",
        "Photo: Reuters",
        "the",
        "it’s",
        "and/or of-the-kind",
        "été",
        "1,200",
        *OTHER_LANGUAGES.values(),
    ]
)
SEPARATORS = st.sampled_from([" ", "\n", "\n\n", "-", "’", ", "])


def test_it_knows_articles():
    assert languages._is_plainly_english(ARTICLE)


@pytest.mark.parametrize("text", OTHER_LANGUAGES.values(), ids=list(OTHER_LANGUAGES))
def test_it_knows_nothing_else(text):
    assert not languages._is_plainly_english(text)


@given(st.lists(st.tuples(PIECES, SEPARATORS), max_size=8) | st.lists(st.tuples(st.text(max_size=60), SEPARATORS)))
def test_what_it_takes_for_english_is_nothing_else_by_exact_count(pieces):
    text = "".join(piece + separator for piece, separator in pieces)
    if languages._is_plainly_english(text):
        assert languages._other_words(text) is None
        assert find_foreign(text) == languages._other_alphabet(text)
