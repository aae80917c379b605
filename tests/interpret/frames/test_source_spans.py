"""What the encoder cuts off from a source is taken in again, on Docs built by hand."""

from __future__ import annotations

from attribution.interpret.frames.source_spans import with_cited, with_whole_source
from attribution.interpret.readings import Frame
from tests.interpret.docs import build


def words(doc, indices):
    return " ".join(doc[i].text for i in indices)


def completed(rows, source, cue, content):
    doc = build(rows)
    frame = with_whole_source(doc, Frame(cue, source, content), frozenset(cue))
    return words(doc, frame.source), words(doc, frame.content)


def test_what_stands_before_the_verb():
    rows = (
        "people/NNS//+4/nsubj aware/JJ//-1/amod of/IN//+1/case it/PRP//-2/obl said/VBD//0/ROOT prices/NNS//+1/nsubj "
        "fell/VBD//-2/ccomp"
    )
    assert completed(rows, (0,), (4,), (5, 6)) == ("people aware of it", "prices fell")


def test_a_name_after_an_office():
    rows = (
        "Asked/VBN//0/ROOT by/IN//+2/case the/DT//+1/det coroner/NN//-3/obl ,/,//-1/punct Ffion/NNP//-2/appos "
        "Lloyd/NNP//-1/flat ,/,//-4/punct whether/IN//+2/mark he/PRP//+1/nsubj knew/VBD//-10/ccomp"
    )
    assert completed(rows, (2, 3), (0,), (5, 6, 8, 9, 10)) == ("the coroner , Ffion Lloyd", "whether he knew")


def test_an_office_before_a_name():
    rows = (
        "His/PRP$//+1/nmod:poss rival/NN//+4/nsubj ,/,//-1/punct Dan/NNP//-2/appos Hill/NNP//-1/flat felt/VBD//0/ROOT "
        "tired/JJ//-1/xcomp"
    )
    assert completed(rows, (3, 4), (5,), (6,)) == ("His rival , Dan Hill", "tired")


def test_a_speaker_taken_for_content():
    rows = "It/PRP//+1/nsubj ends/VBZ//+3/ccomp ,/,//-1/punct she/PRP//+1/nsubj fumed/VBD//0/ROOT"
    assert completed(rows, (), (4,), (0, 1, 3)) == ("she", "It ends")


def test_whose_a_report_is():
    rows = (
        "according/VBG//+3/case to/TO//-1/fixed a/DT//+1/det report/NN//+5/obl by/IN//+1/case Moody/NNP//-2/nmod "
        ",/,//+2/punct prices/NNS//+1/nsubj fell/VBD//0/ROOT"
    )
    assert completed(rows, (2, 3), (0, 1), (7, 8)) == ("a report by Moody", "prices fell")


def test_a_whole_source_stays():
    rows = "Moody/NNP//+1/nsubj said/VBD//0/ROOT prices/NNS//+1/nsubj fell/VBD//-2/ccomp"
    assert completed(rows, (0,), (1,), (2, 3)) == ("Moody", "prices fell")


def test_whoever_is_cited_says_what_is_reported():
    doc = build(
        "ZNBC/NNP//+1/nsubj reported/VBD//0/ROOT ,/,//-1/punct citing/VBG//-2/advcl police/NNS//-1/obj ,/,//-4/punct "
        "that/IN//+2/mark he/PRP//+1/nsubj fled/VBD//-7/ccomp"
    )
    outer, cited = Frame((1,), (0,), (6, 7, 8)), Frame((3,), (0,), (4, 6, 7, 8))
    found = with_cited(doc, cited, [outer, cited])
    assert (words(doc, found.source), words(doc, found.content)) == ("police", "that he fled")
    assert with_cited(doc, outer, [outer, cited]) == outer
