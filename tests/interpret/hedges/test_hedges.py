"""Hedges are found in their context and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.draft import Draft
from attribution.interpret.hedges.finding import find_hedges
from attribution.lexicons import LexiconMatcher, Lexicons

VOCAB = English().vocab
MATCHER = LexiconMatcher(Lexicons.default().hedges, VOCAB)


def tree(*rows: tuple[str, str, str, int, str]) -> Doc:
    """A Doc of rows: word, tag, part of speech, head, label; the lemma is the word in lower case."""
    words, tags, pos, heads, deps = zip(*rows, strict=True)
    lemmas = [word.lower() for word in words]
    return Doc(VOCAB, words=words, tags=tags, pos=pos, heads=heads, deps=deps, lemmas=lemmas)


def hedges(doc: Doc, drafts=()) -> list[tuple[str, str]]:
    """Words and kinds of the hedges."""
    return [(hedge.span.text, hedge.kind) for hedge in find_hedges(doc, MATCHER, drafts)]


def test_may_is_a_verb_and_may_a_month():
    """The modal verb hedges; the month does not."""
    doc = tree(
        ("It", "PRP", "PRON", 2, "nsubj"),
        ("may", "MD", "AUX", 2, "aux"),
        ("close", "VB", "VERB", 2, "ROOT"),
        ("in", "IN", "ADP", 4, "case"),
        ("May", "NNP", "PROPN", 2, "obl"),
    )
    assert hedges(doc) == [("may", "modal")]


@pytest.mark.parametrize(("negated", "expected"), [(True, []), (False, [("could", "modal")])])
def test_could_of_ability(negated, expected):
    """What somebody could not do is past ability; what could last is open."""
    verb = "sleep" if negated else "last"
    rows = [("It", "PRP", "PRON", 2, "nsubj"), ("could", "MD", "AUX", 2, "aux"), (verb, "VB", "VERB", 2, "ROOT")]
    if negated:
        rows.insert(2, ("not", "RB", "PART", 3, "advmod"))
        rows = [(*row[:3], 3, row[4]) for row in rows]
    assert hedges(tree(*rows)) == expected


def test_would_needs_a_condition():
    """Would hedges as the consequence of a condition, not as the past of will."""
    reported = tree(
        ("He", "PRP", "PRON", 1, "nsubj"),
        ("said", "VBD", "VERB", 1, "ROOT"),
        ("it", "PRP", "PRON", 4, "nsubj"),
        ("would", "MD", "AUX", 4, "aux"),
        ("close", "VB", "VERB", 1, "ccomp"),
    )
    assert hedges(reported) == []
    conditional = tree(
        ("It", "PRP", "PRON", 2, "nsubj"),
        ("would", "MD", "AUX", 2, "aux"),
        ("close", "VB", "VERB", 2, "ROOT"),
        ("if", "IN", "SCONJ", 5, "mark"),
        ("they", "PRP", "PRON", 5, "nsubj"),
        ("left", "VBD", "VERB", 2, "advcl"),
    )
    assert hedges(conditional) == [("would", "modal"), ("if", "condition")]


@pytest.mark.parametrize(
    ("label", "head", "expected"),
    [("advmod", 1, [("About", "approximator")]), ("case", 1, [("About", "approximator")])],
)
def test_about_before_a_number(label, head, expected):
    """About before a number approximates it, and the number is no part of the hedge."""
    doc = tree(
        ("About", "RB", "ADV", head, label),
        ("20", "CD", "NUM", 2, "nummod"),
        ("men", "NNS", "NOUN", 3, "nsubj"),
        ("left", "VBD", "VERB", 3, "ROOT"),
    )
    assert hedges(doc) == expected


def test_about_a_topic():
    """About is a preposition where somebody talks about something."""
    doc = tree(
        ("They", "PRP", "PRON", 1, "nsubj"),
        ("talk", "VBP", "VERB", 1, "ROOT"),
        ("about", "IN", "ADP", 4, "case"),
        ("20", "CD", "NUM", 4, "nummod"),
        ("men", "NNS", "NOUN", 1, "obl"),
    )
    assert hedges(doc) == []


def test_some_before_a_noun():
    """Some hedges before a number, not before a thing."""
    doc = tree(
        ("He", "PRP", "PRON", 1, "nsubj"), ("ate", "VBD", "VERB", 1, "ROOT"),
        ("some", "DT", "DET", 3, "det"), ("bread", "NN", "NOUN", 1, "obj"),
    )  # fmt: skip
    assert hedges(doc) == []


def test_bare_plural_source_is_a_weasel_and_a_counted_one_is_not():
    """Sources who are counted or described are no weasels."""
    bare = tree(
        ("Kurdish", "JJ", "ADJ", 1, "amod"), ("sources", "NNS", "NOUN", 2, "nsubj"), ("say", "VBP", "VERB", 2, "ROOT"),
        ("he", "PRP", "PRON", 4, "nsubj"), ("left", "VBD", "VERB", 2, "ccomp"),
    )  # fmt: skip
    assert hedges(bare) == [("Kurdish sources", "weasel")]
    counted = tree(
        ("Three", "CD", "NUM", 1, "nummod"), ("sources", "NNS", "NOUN", 2, "nsubj"), ("say", "VBP", "VERB", 2, "ROOT"),
        ("he", "PRP", "PRON", 4, "nsubj"), ("left", "VBD", "VERB", 2, "ccomp"),
    )  # fmt: skip
    assert hedges(counted) == []


def test_believe_as_a_cue():
    """A belief verb that is a cue of attribution hedges, whatever the tree says."""
    doc = tree(
        ("They", "PRP", "PRON", 1, "nsubj"), ("fear", "VBP", "VERB", 1, "ROOT"), ("repeats", "NNS", "NOUN", 1, "obj")
    )  # fmt: skip
    assert hedges(doc) == []
    draft = Draft((1,), "verb", "belief", (0,), (), "indirect", None, 1.0)
    assert hedges(doc, [draft]) == [("fear", "doxastic")]


WORDS = st.sampled_from(
    ["may", "if", "some", "20", "about", "sources", "say", "is", "said", "to", "be", "appears", "."]
)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_any_tree(words, data):
    """Whatever the tree, hedges come in order, apart from one another, with offsets that hold."""
    heads = [0, *(data.draw(st.integers(0, index)) for index in range(len(words) - 1))]
    deps = ["ROOT", *(data.draw(st.sampled_from(["nsubj", "aux", "ccomp", "advcl", "mark", "det"])) for _ in words[1:])]
    tags = [data.draw(st.sampled_from(["MD", "VB", "VBN", "NNS", "IN"])) for _ in words]
    pos = [{"MD": "AUX", "VB": "VERB", "VBN": "VERB", "NNS": "NOUN", "IN": "SCONJ"}[tag] for tag in tags]
    doc = Doc(VOCAB, words=words, tags=tags, pos=pos, heads=heads, deps=deps, lemmas=words)
    end = 0
    for hedge in find_hedges(doc, MATCHER):
        assert hedge.span.start >= end
        assert doc.text[hedge.span.start : hedge.span.end] == hedge.span.text
        assert 0 < hedge.confidence <= 1
        end = hedge.span.end


@settings(deadline=None)
@given(st.text(max_size=100))
def test_text_without_annotation(text):
    """A Doc that no tagger has seen makes no error."""
    find_hedges(English().make_doc(text) if not text else Doc(VOCAB, words=text.split()), MATCHER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister appeared in court on Tuesday.", []),
        ("They believe in fairness.", []),
        ("Nurses could not sleep because of the noise.", []),
        ("He gave some kind of answer.", []),
        ("The vote is likely to be close.", [("likely", "epistemic")]),
        ("The painter is said to be ill.", [("is said to", "evidential")]),
        ("It remains to be seen who will pay.", [("remains to be seen", "investigation")]),
        ("Police are investigating the fire.", [("investigating", "investigation")]),
        ("Up to 40 boats were lost.", [("Up to", "approximator")]),
        ("Critics say the dam is unsafe.", [("Critics", "weasel")]),
        ("It is widely believed that the dam is unsafe.", [("widely believed", "weasel")]),
        ("The dam has long been criticized.", [("long been criticized", "weasel")]),
        ("The engineer has often said that he is tired.", []),
        ("The road is widely used.", []),
        ("The clip was the most widely seen record of the storm.", []),
        ("Critics mocked the plan.", [("Critics", "weasel")]),
        ("The plan was mocked by critics.", [("critics", "weasel")]),
        ("The critics of the festival mocked the plan.", []),
        ("Many consider the dam a mistake.", [("Many", "weasel")]),
        ("He is considered by many to be a genius.", [("many", "weasel")]),
        ("A number of historians doubt that he fled.", [("A number of historians", "weasel"), ("doubt", "doxastic")]),
        ("A number of roads were closed.", []),
        ("Many women found new jobs.", []),
        ("Beeswax may be used as fuel.", []),
        ("The army may be used to keep order.", [("may", "modal")]),
        ("Whether it rains or not, they will march.", []),
        ("It is not known whether it will rain.", [("not known", "epistemic"), ("whether", "condition")]),
        ("Little is known about the cause.", [("Little is known", "epistemic")]),
    ],
)
def test_on_text(text, expected, nlp):
    """The same on text, with the shipped encoder."""
    doc = nlp(text)
    matcher = LexiconMatcher(Lexicons.default().hedges, nlp.vocab)
    assert [(hedge.span.text, hedge.kind) for hedge in find_hedges(doc, matcher)] == expected
