"""Phrases beside the sources that a pronoun may go back to."""

from __future__ import annotations

from attribution.interpret.sources.background import background_mentions
from attribution.interpret.vocabulary import vocabulary_of
from tests.interpret.docs import LEXICONS, build

VOCABULARY = vocabulary_of(LEXICONS.sources)


def spans(doc):
    return [(mention.start, mention.end) for mention in background_mentions(doc, (), VOCABULARY)]


def test_people_named_beside_each_other_are_also_read_together():
    doc = build("Pat/NNP/PERSON/0/ROOT and/CC//+2/cc Lorraine/NNP/PERSON/+1/compound Guthrie/NNP/PERSON/-3/conj")
    assert (0, 4) in spans(doc)


def test_a_tree_may_hang_what_stands_before_a_name_on_it():
    doc = build("Lorraine/NNP//+3/conj and/CC//+2/cc Pat/NNP/PERSON/+1/compound Guthrie/NNP/PERSON/0/ROOT")
    assert (2, 4) in spans(doc)


def test_a_description_beside_a_name_is_no_phrase_of_its_own():
    name = "Camila/NNP/PERSON/+5/nsubj Duarte/NNP/PERSON/-1/flat"
    described = build(f"{name} ,/,//-2/punct a/DT//+1/det minister/NN//-4/appos spoke/VBD//0/ROOT")
    assert (3, 5) not in spans(described)
    assert any(start == 0 for start, _ in spans(described))
