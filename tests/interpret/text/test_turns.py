"""Turns of transcripts: who speaks where, and that nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.interpret.text.quotes import find_quotations
from attribution.interpret.text.turns import find_turns, with_turns

TALK = 'Transcript\n\nOKAFOR: Let\'s start. What changed?\n\nADEKUNLE: He said "no" twice.\n\nOKAFOR (laughing): Fine.'


def named(text):
    return [(text[t.name_start : t.name_end], text[t.start : t.end]) for t in find_turns(text)]


def test_names_and_words():
    assert named(TALK) == [
        ("OKAFOR", "Let's start. What changed?"),
        ("ADEKUNLE", 'He said "no" twice.'),
        ("OKAFOR", "Fine."),
    ]


def test_a_mark_before_the_name():
    assert named('"WALLACE: One, sir.\n\n"PENCE: Two.') == [("WALLACE", "One, sir."), ("PENCE", "Two.")]


def test_paragraphs_without_a_name_go_on_with_the_turn():
    text = "SEN. COLE: One.\n\nTwo.\n\nMR. ADE: Three.\n\nSEN. COLE: Four.\n\n(APPLAUSE)\n\nMR. ADE: Five."
    assert [words for _, words in named(text)] == ["One.\n\nTwo.", "Three.", "Four.", "Five."]


def test_names_in_small_letters_that_come_back():
    text = "Ito: A.\n\nBerg: B.\n\nIto: C.\n\nBerg: D."
    assert [name for name, _ in named(text)] == ["Ito", "Berg", "Ito", "Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "EXCLUSIVE: Mayor to go\n\nThe mayor will go.",
        "LATEST: One.\n\nWATCH: Two.\n\nREAD MORE: Three.",
        "Where: the hall.\n\nWhen: noon.\n\nPrice: free.\n\nTickets: none.",
        "OKAFOR: only one paragraph has a name in capitals.",
        "The score: 2-1.",
        "",
    ],
)
def test_labels_are_no_turns(text):
    assert find_turns(text) == ()


def test_what_is_said_is_quoted_and_what_it_quotes_lies_deeper():
    inner = [q for q in with_turns(find_quotations(TALK), find_turns(TALK)) if q.depth == 2]
    outer = [q for q in with_turns(find_quotations(TALK), find_turns(TALK)) if q.depth == 1]
    assert [TALK[q.start : q.end] for q in inner] == ['"no"']
    assert [TALK[q.start : q.end] for q in outer] == [words for _, words in named(TALK)]


@given(st.text(alphabet='AB: \n"“(),.x', max_size=120))
def test_turns_lie_in_order_inside_the_text(text):
    end = 0
    for turn in find_turns(text):
        assert end <= turn.name_start < turn.name_end <= turn.colon < turn.start < turn.end <= len(text)
        assert text[turn.colon] == ":"
        end = turn.end
    quotations = with_turns(find_quotations(text), find_turns(text))
    assert list(quotations) == sorted(quotations, key=lambda q: (q.start, -q.end))
