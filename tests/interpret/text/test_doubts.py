"""Warnings: for texts that the library was not made for, and for no others."""

from __future__ import annotations

import time
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.interpret.text.doubts import find_warnings
from attribution.interpret.text.quotes import find_quotations
from tests.interpret.annotated import read_articles
from tests.interpret.text.not_prose import ARTICLE, NEWS, NOT_PROSE, OTHER_LANGUAGES

SEEDS = Path(__file__).parents[3] / "seeds"


def warnings(text):
    return find_warnings(text, find_quotations(text))


SHORT = ("", " \n", "Bridge closed", "Les enfants", "In Q3 2016", "No.")


@pytest.mark.parametrize("text", [*SHORT, NEWS, NEWS * 20, ARTICLE])
def test_news_and_short_texts_pass(text):
    assert warnings(text) == ()


@pytest.mark.parametrize("article", read_articles(), ids=lambda article: article.name)
def test_news_of_all_styles_passes(article):
    assert warnings(article.text) == ()


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_seeds_pass(path):
    assert warnings(path.read_bytes().decode("utf-8")) == ()


@pytest.mark.parametrize("width", [25, 40, 72])
def test_news_that_is_wrapped_at_any_width_passes(width):
    assert warnings(fill(NEWS.strip() * 5, width, break_on_hyphens=False)) == ()


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_another_language_is_named(language):
    (warning,) = warnings(OTHER_LANGUAGES[language])
    assert language in warning
    assert "not English" in warning


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_a_good_part_in_another_language_is_named_with_its_size_and_place(language):
    text = OTHER_LANGUAGES[language]
    (warning,) = warnings(NEWS * 3 + f"\n\n{text}" * 6)
    assert language in warning
    assert "%" in warning
    assert " ".join(text.split()[:2]) in warning


def test_of_a_short_text_the_foreign_part_is_named():
    (warning,) = warnings("Police said on Monday that the bridge was shut.\n\n" + OTHER_LANGUAGES["French"])
    assert "French" in warning
    assert "About 6" in warning
    assert "Le ministre" in warning


def test_a_foreign_sentence_in_english_news_is_no_reason_to_warn():
    assert warnings(f"{NEWS * 5}\n\n“{OTHER_LANGUAGES['French']}” the minister said in French.\n\n{NEWS}") == ()


@pytest.mark.parametrize("kind", NOT_PROSE)
def test_what_is_no_english_prose_is_named(kind):
    text, word = NOT_PROSE[kind]
    (warning,) = warnings(text)
    assert word in warning


@pytest.mark.parametrize("kind", NOT_PROSE)
def test_a_warning_is_a_sentence_on_one_line_whatever_it_shows(kind):
    (warning,) = warnings(NOT_PROSE[kind][0])
    assert warning[0].isupper()
    assert warning.endswith(".")
    assert "\n" not in warning
    assert len(warning) < 200


def test_several_doubts_are_all_told():
    assert len(warnings(f"<b>{OTHER_LANGUAGES['German']}</b> Er sagte: „Nein, das wird nicht")) == 3


def test_a_quotation_over_paragraphs_is_not_left_open():
    assert warnings(NEWS + "\n\n“We will not go.\n\n“We will stay,” the men said.") == ()


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from([*"<>&;|\t\n-—“”\"' aA1é中я\ufffd\ud800", "said", "[...]"])).map("".join)
)
def test_any_text_is_looked_at_without_failing(text):
    assert all(warning.endswith(".") for warning in warnings(text))


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "a-", "a- ", "x=", "((", "{", "'", "“", "| ", "a,", "1 ", "\n", "Ã", "&", "- a", "из "]
)
def test_time_grows_linearly(piece):
    """A pattern that backtracks over a long text would take minutes here."""
    start = time.process_time()
    find_warnings(piece * (100_000 // len(piece)), ())
    assert time.process_time() - start < 5
