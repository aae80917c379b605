"""Patterns are found wherever spaCy's matcher finds them, though it is not always asked."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.matcher import Matcher
from spacy.tokens import Doc

from attribution.lexicons.entries import LoadedEntry
from attribution.lexicons.patterns import EntryPattern

VOCAB = English().vocab
WORDS = st.sampled_from(["Fuel", "fuels", "the", "fears"])
VALUES = st.sampled_from(["fuel", "fuels", "the", "fear", "fears"])
TESTS = st.one_of(
    VALUES,
    st.builds(lambda words: {"IN": words}, st.lists(VALUES, max_size=2)),
    st.builds(lambda words: {"NOT_IN": words}, st.lists(VALUES, min_size=1, max_size=2)),
    st.just({"REGEX": "^f"}),
)
TOKENS = st.builds(
    lambda tests, operator: {**tests, **operator},
    st.dictionaries(st.sampled_from(["LOWER", "LEMMA"]), TESTS, max_size=2),
    st.sampled_from([{}, {}, {"OP": "?"}, {"OP": "*"}, {"OP": "+"}, {"OP": "{0,2}"}]),
)


@settings(max_examples=60)
@example([{"LOWER": "the"}, {"LOWER": "fuel", "OP": "?"}], ["the"])
@example([{"LOWER": "the"}, {"LEMMA": {"IN": ["fuel"]}, "OP": "{0,2}"}], ["the"])
@example([{"LOWER": {"NOT_IN": ["the"]}}], ["fuels"])
@given(st.lists(TOKENS, min_size=1, max_size=3), st.lists(WORDS, max_size=5))
def test_nothing_is_missed(tokens, words):
    doc = Doc(VOCAB, words, lemmas=[word.lower().rstrip("s") for word in words])
    matcher = Matcher(VOCAB)
    matcher.add("all", [tokens])
    wanted = {(start, end) for _, start, end in matcher(doc)} if len(doc) else set()
    pattern = EntryPattern.of(LoadedEntry(id="all", kind="label", pattern=tuple(tokens)), VOCAB)
    may_be_in = pattern.may_be_in(doc, {token.lower_ for token in doc}, {token.lemma_ for token in doc})
    assert (set(pattern.find(doc)) if may_be_in else set()) == wanted


def test_a_doc_without_the_words_or_the_annotation_is_passed_over():
    pattern = EntryPattern.of(
        LoadedEntry(id="fuel", kind="label", pattern=({"lower": {"IN": ["fuel", "stoke"]}},)), VOCAB
    )
    doc = Doc(VOCAB, ["They", "stoke", "it"])
    assert pattern.may_be_in(doc, {"they", "stoke", "it"}, set())
    assert not pattern.may_be_in(doc, {"they", "sold", "it"}, set())
    tagged = EntryPattern.of(LoadedEntry(id="fuel", kind="label", pattern=({"TAG": "VB"},)), VOCAB)
    assert not tagged.may_be_in(doc, {"stoke"}, set())
