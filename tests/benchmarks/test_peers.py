import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from benchmarks.peers import quotations, rules
from benchmarks.scorers.spans import envelope

VOCAB = English().vocab


def words(doc, pieces):
    if not pieces:
        return None
    start, end = envelope(pieces)
    return doc.text[start:end]


def parts(doc, found):
    return words(doc, found.source), words(doc, found.cue), words(doc, found.content)


def test_a_verb_of_speech_with_a_clause_is_found():
    doc = Doc(
        VOCAB,
        words=["Kerry", "said", "that", "it", "failed", "."],
        spaces=[True, True, True, True, False, False],
        pos=["PROPN", "VERB", "SCONJ", "PRON", "VERB", "PUNCT"],
        lemmas=["Kerry", "say", "that", "it", "fail", "."],
        heads=[1, 1, 4, 4, 1, 1],
        deps=["nsubj", "ROOT", "mark", "nsubj", "ccomp", "punct"],
    )
    assert [parts(doc, found) for found in rules.find_attributions(doc)] == [("Kerry", "said", "that it failed")]


def test_a_comment_beside_its_clause_is_found():
    doc = Doc(
        VOCAB,
        words=["It", "failed", ",", "Kerry", "said"],
        spaces=[True, False, True, True, False],
        pos=["PRON", "VERB", "PUNCT", "PROPN", "VERB"],
        lemmas=["it", "fail", ",", "Kerry", "say"],
        heads=[1, 1, 4, 4, 1],
        deps=["nsubj", "ROOT", "punct", "nsubj", "parataxis"],
    )
    assert [parts(doc, found) for found in rules.find_attributions(doc)] == [("Kerry", "said", "It failed")]


def test_according_to_is_found():
    doc = Doc(
        VOCAB,
        words=["It", "failed", ",", "according", "to", "US", "officials"],
        spaces=[True, False, True, True, True, True, False],
        pos=["PRON", "VERB", "PUNCT", "VERB", "ADP", "PROPN", "NOUN"],
        lemmas=["it", "fail", ",", "accord", "to", "US", "official"],
        heads=[1, 1, 1, 6, 3, 6, 1],
        deps=["nsubj", "ROOT", "punct", "case", "fixed", "compound", "obl"],
    )
    assert [parts(doc, found) for found in rules.find_attributions(doc)] == [
        ("US officials", "according to", "It failed,")
    ]


def test_textacy_quotations_become_attributions():
    doc = Doc(
        VOCAB,
        words=["“", "It", "really", "failed", "today", ",", "”", "Kerry", "said", "."],
        spaces=[False, True, True, True, False, False, True, True, False, False],
        pos=["PUNCT", "PRON", "ADV", "VERB", "NOUN", "PUNCT", "PUNCT", "PROPN", "VERB", "PUNCT"],
        lemmas=["“", "it", "really", "fail", "today", ",", "”", "Kerry", "say", "."],
        heads=[3, 3, 3, 8, 3, 8, 3, 8, 8, 8],
        deps=["punct", "nsubj", "advmod", "ccomp", "npadvmod", "punct", "punct", "nsubj", "ROOT", "punct"],
    )
    assert [parts(doc, found) for found in quotations.find_attributions(doc)] == [
        ("Kerry", "said", "“It really failed today,”")
    ]


def test_textacy_raises_where_quotation_marks_are_not_paired():
    doc = Doc(
        VOCAB,
        words=["“", "It", "failed"],
        pos=["PUNCT", "PRON", "VERB"],
        heads=[2, 2, 2],
        deps=["punct", "nsubj", "ROOT"],
    )
    with pytest.raises(ValueError, match="quotation"):
        quotations.find_attributions(doc)
