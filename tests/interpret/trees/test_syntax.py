"""The helpers answer alike on Universal Dependencies and ClearNLP trees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.trees import syntax

# A bare ``Vocab()`` has no lexical attributes: ``lower_``, ``is_space`` and ``is_punct`` would be empty.
VOCAB = English().vocab


def _doc(rows: list[tuple[str, str, str, int, str]]) -> Doc:
    words, tags, pos, heads, deps = zip(*rows, strict=True)
    return Doc(VOCAB, words=words, tags=tags, pos=pos, heads=heads, deps=deps)


UD_PASSIVE = _doc(
    [
        ("The", "DT", "DET", 1, "det"),
        ("claim", "NN", "NOUN", 3, "nsubj:pass"),
        ("was", "VBD", "AUX", 3, "aux:pass"),
        ("made", "VBN", "VERB", 3, "ROOT"),
        ("by", "IN", "ADP", 6, "case"),
        ("two", "CD", "NUM", 6, "nummod"),
        ("officials", "NNS", "NOUN", 3, "obl:agent"),
        (".", ".", "PUNCT", 3, "punct"),
    ]
)
CLEAR_PASSIVE = _doc(
    [
        ("The", "DT", "DET", 1, "det"),
        ("claim", "NN", "NOUN", 3, "nsubjpass"),
        ("was", "VBD", "AUX", 3, "auxpass"),
        ("made", "VBN", "VERB", 3, "ROOT"),
        ("by", "IN", "ADP", 3, "agent"),
        ("two", "CD", "NUM", 6, "nummod"),
        ("officials", "NNS", "NOUN", 4, "pobj"),
        (".", ".", "PUNCT", 3, "punct"),
    ]
)


def test_both_schemes_agree_on_a_passive() -> None:
    for doc in (UD_PASSIVE, CLEAR_PASSIVE):
        verb, noun = doc[3], doc[6]
        assert syntax.is_passive(verb)
        assert syntax.agent_of(verb) == noun
        assert syntax.subject_of(verb) == doc[1]
        assert syntax.preposition_of(noun) == doc[4]
        assert syntax.governor(noun) == verb
        assert syntax.noun_phrase(noun) == (5, 7)
        assert [(p.text, o.text) for p, o in syntax.prepositional_objects(verb, {"by"})] == [("by", "officials")]
        assert syntax.head_of(doc[4:7]) == noun


def test_a_participle_shares_the_subject() -> None:
    doc = _doc(
        [
            ("Ana", "NNP", "PROPN", 1, "nsubj"),
            ("called", "VBD", "VERB", 1, "ROOT"),
            (",", ",", "PUNCT", 3, "punct"),
            ("warning", "VBG", "VERB", 1, "advcl"),
            ("them", "PRP", "PRON", 3, "obj"),
        ]
    )
    assert syntax.subject_of(doc[3]) == doc[0]


def test_a_phrase_can_leave_off_its_relative_clause() -> None:
    doc = _doc(
        [
            ("aides", "NNS", "NOUN", 5, "nsubj"),
            ("who", "WP", "PRON", 2, "nsubj"),
            ("left", "VBD", "VERB", 0, "acl:relcl"),
            ("early", "RB", "ADV", 2, "advmod"),
            (",", ",", "PUNCT", 2, "punct"),
            ("agreed", "VBD", "VERB", 5, "ROOT"),
        ]
    )
    assert syntax.noun_phrase(doc[0]) == (0, 4)
    assert syntax.noun_phrase(doc[0], syntax.RELATIVE_CLAUSE) == (0, 1)


def test_spans_skip_white_space_but_not_words() -> None:
    doc = Doc(VOCAB, words=["one", "\n\n", "two", "x", "three"], spaces=[False, False, True, True, False])
    assert [s.text for s in syntax.spans_of(doc, [0, 2, 4])] == ["one\n\ntwo", "three"]


def test_trim_keeps_marks_whose_partner_is_inside() -> None:
    doc = Doc(VOCAB, words=[",", "“", "Big", "”", "Al", "'s", ","], tags=["", "", "", "", "", "POS", ""])
    assert syntax.trim(doc, 0, 7) == (1, 5)
    assert syntax.trim(doc, 0, 3) == (2, 3)


@given(st.lists(st.integers(0, 9), min_size=10, max_size=10))
def test_no_tree_makes_a_helper_fail(raw: list[int]) -> None:
    """Heads are drawn at random, then made acyclic by pointing only to the left."""
    heads = [min(h, i) for i, h in enumerate(raw)]
    labels = ["nsubj", "conj", "advcl", "obl", "case", "acl", "pobj", "xcomp", "appos", "cc"]
    doc = Doc(VOCAB, words=list("abcdefghij"), heads=heads, deps=labels, pos=["NOUN"] * 10)
    for token in doc:
        start, end = syntax.noun_phrase(token)
        assert 0 <= start <= end <= len(doc)
        syntax.subject_of(token)
        syntax.clause_of(token)
        assert token in syntax.conjuncts(token)
    assert syntax.head_of(doc) is not None
