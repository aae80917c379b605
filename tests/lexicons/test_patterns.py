"""Patterns are found wherever spaCy's matcher finds them, though it is not always asked."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.matcher import Matcher
from spacy.tokens import Doc

from attribution.lexicons.entries import LoadedEntry
from attribution.lexicons.patterns import EntryPattern
from attribution.words import Words

VOCAB = English().vocab
WORDS = st.sampled_from(["Fuel", "fuels", "the", "fears"])
PARTS = {"fuel": "VERB", "the": "DET", "fear": "NOUN"}
VALUES = st.sampled_from(["fuel", "fuels", "the", "fear", "fears"])
TESTS = st.one_of(
    VALUES,
    st.builds(lambda words: {"IN": words}, st.lists(VALUES, max_size=2)),
    st.builds(lambda words: {"NOT_IN": words}, st.lists(VALUES, min_size=1, max_size=2)),
    st.just({"REGEX": "^f"}),
)
TOKENS = st.builds(
    lambda tests, part, operator: {**tests, **part, **operator},
    st.dictionaries(st.sampled_from(["LOWER", "LEMMA"]), TESTS, max_size=2),
    st.sampled_from([{}, {"POS": "NOUN"}, {"POS": {"IN": ["DET", "VERB"]}}]),
    st.sampled_from([{}, {}, {"OP": "?"}, {"OP": "*"}, {"OP": "+"}, {"OP": "{0,2}"}, {"OP": "{2}"}, {"OP": "!"}]),
)


def found(pattern, doc):
    return list(pattern.find(doc, Words(doc)))


@settings(max_examples=60)
@example([{"LOWER": "the"}, {"LOWER": "fuel", "OP": "?"}], ["the"])
@example([{"LOWER": "the"}, {"LEMMA": {"IN": ["fuel"]}, "OP": "{0,2}"}], ["the"])
@example([{"LOWER": {"NOT_IN": ["the"]}}], ["fuels"])
@example([{"LOWER": "the", "OP": "+"}, {"LOWER": "fuel"}], ["the", "the", "the", "fuel"])
@example([{"LOWER": "the"}, {"POS": "NOUN", "OP": "+"}, {"LEMMA": "fear"}], ["the", "the", "fears", "fuel", "fear"])
@example([{"LOWER": "fuel"}, {"OP": "{0,2}"}, {"LEMMA": "fear"}], ["fuel", "the", "the", "fears"])
@given(st.lists(TOKENS, min_size=1, max_size=3), st.lists(WORDS, max_size=5))
def test_nothing_is_missed(tokens, words):
    lemmas = [word.lower().rstrip("s") for word in words]
    doc = Doc(VOCAB, words, lemmas=lemmas, pos=[PARTS[lemma] for lemma in lemmas])
    matcher = Matcher(VOCAB)
    matcher.add("all", [tokens])
    wanted = {(start, end) for _, start, end in matcher(doc)} if len(doc) else set()
    pattern = EntryPattern.of(LoadedEntry(id="all", kind="label", pattern=tuple(tokens)), VOCAB)
    assert set(found(pattern, doc)) == wanted


class Asked(Exception):
    """spaCy's matcher was asked."""


@pytest.fixture
def pattern(monkeypatch):
    """Make patterns whose matcher raises when it is asked."""

    class Refusing(Matcher):
        def __call__(self, doc):
            raise Asked

    monkeypatch.setattr("attribution.lexicons.patterns.Matcher", Refusing)
    return lambda *tokens: EntryPattern.of(LoadedEntry(id="all", kind="label", pattern=tokens), VOCAB)


def test_the_matcher_is_asked_only_where_the_words_stand_together(pattern):
    stoked = pattern({"lower": {"IN": ["fuel", "stoke"]}}, {"LOWER": "the", "OP": "?"}, {"LEMMA": "fear"})
    for words in ("They stoke", "fear stoke", "stoke up the fear", "sell the fear"):
        assert found(stoked, Doc(VOCAB, words.split(), lemmas=words.split())) == []
    with pytest.raises(Asked):
        found(stoked, Doc(VOCAB, ["stoke", "the", "fears"], lemmas=["stoke", "the", "fear"]))


def test_the_matcher_is_not_asked_about_docs_without_the_annotation(pattern):
    assert found(pattern({"TAG": "VB"}), Doc(VOCAB, ["stoke"])) == []
