"""Warnings: for texts that the library was not made for, and for no others."""

from __future__ import annotations

import pytest

from attribution.interpret.doubts import find_warnings
from attribution.interpret.quotes import find_quotations

NEWS = "The minister said on Monday that the bridge would be closed for a week. “It is not safe,” she told reporters. "


def warnings(text):
    return find_warnings(text, find_quotations(text))


@pytest.mark.parametrize("text", ["", "Bridge closed", NEWS, NEWS * 20, "Les enfants"])
def test_news_and_short_texts_pass(text):
    assert warnings(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte am Montag, die Brücke werde für eine Woche gesperrt, weil sie nicht mehr sicher sei.",
        "Le ministre a déclaré lundi que le pont serait fermé pendant une semaine parce qu'il n'est pas sûr.",
        "министр заявил в понедельник что мост будет закрыт на неделю из за того что он не безопасен для людей",
        "alpha;1;2\nbeta;3;4\ngamma;5;6\ndelta;7;8\nepsilon;9;10\nzeta;eta;theta;iota;kappa;lambda;mu;nu;xi",
    ],
)
def test_what_is_not_english_prose_is_named(text):
    assert any("English" in warning for warning in warnings(text))


def test_markup_is_named_with_what_was_seen():
    assert any("<p class='a'>" in warning for warning in warnings(f"<p class='a'>{NEWS}</p>"))


def test_a_quotation_left_open_is_quoted():
    (warning,) = warnings(NEWS + "“We will not go, the men said.")
    assert "“We will not go, the men" in warning


def test_a_quotation_over_paragraphs_is_not_left_open():
    assert warnings(NEWS + "\n\n“We will not go.\n\n“We will stay,” the men said.") == ()
