"""Acts of speech without a content."""

from __future__ import annotations

import pytest

from attribution.interpret.frames.empty_acts import has_no_content
from attribution.interpret.readings import Frame
from tests.interpret.docs import build


@pytest.mark.parametrize(
    "rows",
    [
        "He/PRP declined/VBN to/TO comment/VB",
        "He/PRP declined/VBN to/TO be/VB identified/VBN because/IN talks/NNS go/VBP on/RP",
        "He/PRP declined/VBN to/TO be/VB interviewed/VBN",
        "It/PRP refused/VBD to/TO answer/VB further/JJ questions/NNS",
        "He/PRP respond/VB to/TO a/DT request/NN for/IN comment/NN",
        "who/WP asked/VBD not/RB to/TO be/VB named/VBN",
        "who/WP asked/VBD that/IN his/PRP$ name/NN not/RB be/VB used/VBN",
        "who/WP asked/VBD the/DT paper/NN not/RB to/TO print/VB his/PRP$ name/NN",
    ],
)
def test_nothing_is_said(rows):
    doc = build(rows)
    assert has_no_content(doc, Frame((1,), (0,), tuple(range(2, len(doc)))))


@pytest.mark.parametrize(
    "rows",
    [
        "He/PRP declined/VBN to/TO say/VB whether/IN plans/NNS were/VBD filed/VBN",
        "She/PRP asked/VBD him/PRP to/TO comment/VB",
        "He/PRP refused/VBD to/TO leave/VB",
        "It/PRP responded/VBD that/IN talks/NNS go/VBP on/RP",
        "They/PRP asked/VBD that/IN the/DT road/NN be/VB closed/VBN",
    ],
)
def test_something_is_said(rows):
    doc = build(rows)
    assert not has_no_content(doc, Frame((1,), (0,), tuple(range(2, len(doc)))))


@pytest.mark.parametrize(("noun", "is_empty"), [("offer", True), ("claim", False)])
def test_an_offer_is_turned_down_a_claim_denied(noun, is_empty):
    doc = build(f"Workers/NNS//+1/nsubj reject/VBP//0/ROOT the/DT//+1/det {noun}/NN//-2/obj")
    assert has_no_content(doc, Frame((1,), (0,), (2, 3))) is is_empty


@pytest.mark.parametrize(("verb", "is_empty"), [("fined", True), ("jailed", True), ("accused", False)])
def test_a_punishment_is_no_speech(verb, is_empty):
    doc = build(f"Courts/NNS//+1/nsubj {verb}/VBD//0/ROOT the/DT//+1/det firm/NN//-2/obj")
    assert has_no_content(doc, Frame((1,), (0,), (2, 3))) is is_empty


@pytest.mark.parametrize(("noun", "is_empty"), [("life", True), ("victory", False)])
def test_what_claims_a_life_says_nothing(noun, is_empty):
    doc = build(f"It/PRP//+1/nsubj claim/VBP//0/ROOT a/DT//+1/det {noun}/NN//-2/obj")
    assert has_no_content(doc, Frame((1,), (0,), (2, 3))) is is_empty


@pytest.mark.parametrize(
    ("verb", "noun", "is_empty"),
    [
        ("recall", "car", True),
        ("recall", "fire", False),
        ("refuse", "permission", True),
        ("deny", "bail", True),
        ("deny", "charge", False),
        ("dismiss", "charge", True),
        ("dismiss", "idea", False),
        ("hear", "appeal", True),
        ("name", "squad", True),
        ("name", "culprit", False),
    ],
)
def test_what_is_done_is_not_said(verb, noun, is_empty):
    doc = build(f"They/PRP//+1/nsubj {verb}/VBP//0/ROOT the/DT//+1/det {noun}/NN//-2/obj")
    assert has_no_content(doc, Frame((1,), (0,), (2, 3))) is is_empty


def test_who_is_attacked_is_nothing_said():
    doc = build("Two/CD//+1/nummod men/NNS//+2/nsubj:pass were/VBD//+1/aux:pass attack/VBN//0/ROOT")
    assert has_no_content(doc, Frame((2, 3), (), (0, 1)))


@pytest.mark.parametrize(("ground", "is_empty"), [("", True), (" for/IN//+1/mark lying/VBG//-3/advcl", False)])
def test_a_rival_is_attacked_for_something_or_nothing(ground, is_empty):
    doc = build(f"He/PRP//+1/nsubj attack/VBP//0/ROOT his/PRP$//+1/det rival/NN//-2/obj{ground}")
    assert has_no_content(doc, Frame((1,), (0,), tuple(range(2, len(doc))))) is is_empty
