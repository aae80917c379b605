"""Contents that were read in pieces are made whole where the tree says what is missing, and nowhere else."""

from __future__ import annotations

import pytest

from attribution.interpret.frames.whole_contents import with_whole_content
from attribution.interpret.readings import Frame
from tests.interpret.docs import build

# He said they fight the group, which holds large and wide stretches [of | in] the land.
START = (
    "He/PRP//+1/nsubj said/VBD//0/ROOT they/PRP//+1/nsubj fight/VBP//-2/ccomp the/DT//+1/det group/NN//-2/obj "
    ",/,//+2/punct which/WDT//+1/nsubj holds/VBZ//-3/acl:relcl large/JJ//+3/amod and/CC//+1/cc wide/JJ//-2/conj "
    "stretches/NNS//-4/obj "
)
OF_GAP = "of/IN//+2/case the/DT//+1/det land/NN//-3/nmod"
OF_PIECE = "of/IN//+2/case the/DT//+1/det land/NN//-12/obl"


@pytest.mark.parametrize(("end", "is_torn"), [(OF_GAP, True), (OF_PIECE, False)])
def test_a_piece_is_torn_from_the_gap_that_it_depends_on(end, is_torn):
    doc = build(START + end)
    frame = Frame((1,), (0,), (2, 3, 4, 5, 13, 14, 15))
    content = with_whole_content(doc, frame, ()).content
    assert content == (tuple(range(2, 16)) if is_torn else frame.content)


def test_a_noun_may_be_torn_off_without_its_preposition():
    doc = build(START + OF_GAP)
    assert with_whole_content(doc, Frame((1,), (0,), (2, 3, 4, 5, 15)), ()).content == tuple(range(2, 16))


def test_a_gap_that_another_speaks_in_stays():
    doc = build(START + OF_GAP)
    frame = Frame((1,), (0,), (2, 3, 4, 5, 13, 14, 15))
    assert with_whole_content(doc, frame, (8,)).content == frame.content


def test_what_the_source_does_next_is_left_off():
    doc = build(
        "He/PRP//+2/nsubj has/VBZ//+1/aux confirmed/VBN//0/ROOT two/CD//+1/nummod cases/NNS//-2/obj and/CC//+2/cc "
        "is/VBZ//+1/aux watching/VBG//-5/conj more/JJR//-1/obj"
    )
    assert with_whole_content(doc, Frame((1, 2), (0,), (3, 4, 5, 6)), ()).content == (3, 4)


def test_a_relative_clause_is_said_without_its_noun():
    doc = build(
        "They/PRP//+1/nsubj burnt/VBD//0/ROOT the/DT//+1/det deed/NN//-2/obj which/WDT//+4/nsubj he/PRP//+1/nsubj "
        "claims/VBZ//-3/acl:relcl is/VBZ//+1/cop forged/VBN//-2/ccomp"
    )
    assert with_whole_content(doc, Frame((6,), (5,), (2, 3, 4, 7, 8)), ()).content == (4, 7, 8)
