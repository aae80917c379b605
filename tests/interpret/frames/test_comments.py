"""What the writer adds to a content at its end is left off; what belongs to it stays."""

from __future__ import annotations

import pytest

from attribution.interpret.frames.repairs import _without_comment
from tests.interpret.docs import build

SAID = "He/PRP//+1/nsubj left/VBD//0/ROOT ,/,//-1/punct in/IN//+3/case "


@pytest.mark.parametrize(
    ("phrase", "is_comment"),
    [
        ("an/DT//+2/det apparent/JJ//+1/amod breach/NN//-5/obl of/IN//+1/case rules/NNS//-2/nmod", True),
        ("an/DT//+2/det evident/JJ//+1/amod increase/NN//-5/obl of/IN//+1/case effort/NN//-2/nmod", False),
    ],
)
def test_the_head_of_the_phrase_decides(phrase, is_comment):
    doc = build(SAID + phrase)
    kept = _without_comment(doc, tuple(range(len(doc))), ())
    assert len(kept) == (2 if is_comment else len(doc))


@pytest.mark.parametrize(("cues", "is_comment"), [((), False), ((9,), True)])
def test_a_quotation_of_another_is_no_hindrance(cues, is_comment):
    phrase = (
        "an/DT//+2/det apparent/JJ//+1/amod breach/NN//-5/obl of/IN//+2/case his/PRP$//+1/nmod:poss promise/NN//-3/nmod"
    )
    doc = build(SAID + phrase + " “/``//+1/punct never/RB//-2/advmod ”/''//-1/punct")
    kept = _without_comment(doc, tuple(range(len(doc))), cues)
    assert len(kept) == (2 if is_comment else len(doc))
