"""The shipped lexicons: every entry has its origin and its examples, and the examples hold."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from attribution.interpret.hedges.contexts import Ascribed, in_context
from attribution.interpret.readings import Readings
from attribution.interpret.wording.finding import find_loaded
from attribution.interpret.wording.loaded_words import WordingSettings
from attribution.lexicons import VAGUE_QUANTITIES, LexiconMatcher, Lexicons
from attribution.lexicons.phrases import compile_phrases

LEXICONS = Lexicons.default()
FAMILIES = ("cues", "hedges", "loaded")
# Words that may stand between the words of a cue.
GAP = 3
NOBODY = Ascribed(frozenset(), frozenset())
# The encoder errs at times on a sentence of five words without context; that share of examples may fail, no more.
TOLERATED = 0.03


def entries_of(family):
    """All entries of a family."""
    return getattr(LEXICONS, family).entries


@pytest.mark.parametrize("family", FAMILIES)
def test_every_entry_cites_its_origin_and_has_examples(family):
    """A rule without an origin, a sentence that must match and one that must not does not build."""
    for entry in entries_of(family):
        assert entry.origin.strip("? "), entry.id
        assert entry.match, entry.id
        assert entry.no_match, entry.id


@pytest.mark.parametrize("family", FAMILIES)
def test_strings_have_no_stray_blanks(family):
    """No blank at an end, none doubled, no capital in a phrase but in words that always have one."""
    for entry in entries_of(family):
        for text in (
            *entry.phrases,
            *entry.match,
            *entry.no_match,
            *entry.shields,
            *entry.not_after,
            *entry.not_before,
        ):
            assert text == " ".join(text.split()), (entry.id, text)
        for phrase in entry.phrases:
            assert phrase.replace("as far as I know", "") == phrase.replace("as far as I know", "").lower(), entry.id


@pytest.mark.parametrize("family", FAMILIES)
def test_no_phrase_twice(family):
    """A phrase of one kind stands in one entry, once."""
    phrases = Counter((entry.kind, phrase, entry.tags) for entry in entries_of(family) for phrase in entry.phrases)
    assert [phrase for phrase, count in phrases.items() if count > 1] == []


@pytest.mark.parametrize("family", ("hedges", "loaded"))
def test_no_phrase_in_two_kinds(family):
    """A phrase that is always meant is of one kind; tags or context may tell two uses apart."""
    kinds: dict[tuple[str, ...], set[str]] = {}
    for entry in entries_of(family):
        for phrase in entry.phrases:
            kinds.setdefault((phrase, getattr(entry, "context", ""), *entry.tags), set()).add(entry.kind)
    assert {phrase for phrase, found in kinds.items() if len(found) > 1} == set()


@pytest.mark.parametrize("family", FAMILIES)
def test_shields_hold_a_phrase(family):
    """A shield that does not hold a word of the entry shields nothing."""
    for entry in entries_of(family):
        words = {word.removeprefix("lemma:") for phrase in entry.phrases for word in phrase.split()}
        for shield in entry.shields:
            assert any(_shares(shield, word) for word in words), (entry.id, shield)


def _shares(shield: str, word: str) -> bool:
    return any(part == word or part.startswith(word[:4]) for part in shield.replace("-", " ").split())


def test_no_name_of_a_group_is_loaded():
    """Nations, religions, parties and genders are in no phrase of their own."""
    from attribution.interpret.wording.identity import _IDENTITY

    named = {phrase for entry in entries_of("loaded") for phrase in entry.phrases if phrase in _IDENTITY}
    assert named == set()


class Examples:
    """The example sentences, analyzed once."""

    def __init__(self, nlp) -> None:
        self._nlp = nlp
        self._docs: dict[str, object] = {}

    def docs(self, texts):
        """The Docs of some sentences."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._docs]
        with self._nlp.select_pipes(enable=["attribution_encoder"]):
            self._docs.update(zip(missing, self._nlp.pipe(missing), strict=True))
        return [self._docs[text] for text in texts]


@pytest.fixture(scope="module")
def examples(nlp):
    """The example sentences with the shipped encoder's annotation."""
    return Examples(nlp)


def ids_found(doc, family, matcher):
    """The ids of the entries that are found in a sentence, in its context."""
    if family == "hedges":
        return {match.entry.id for match in matcher(doc) if in_context(doc, match, NOBODY) is not None}
    return {match.entry.id for match in matcher(doc)} | (phrasal_cues(doc) if family == "cues" else set())


def phrasal_cues(doc):
    """The ids of cues of several words, between whose words others stand: "put the drop down to"."""
    words, lemmas = [token.lower_ for token in doc], [token.lemma_.lower() for token in doc]
    starts = [token.i for token in doc if token.pos_ in {"VERB", "AUX", "PART"}]
    return {
        entry
        for entry, phrase in long_cues()
        for start in starts
        if phrase.words[0].is_at(start, words, lemmas)
        and phrase.is_spread_from(start, words[: start + len(phrase) + GAP], lemmas[: start + len(phrase) + GAP])
    }


@cache
def long_cues():
    """The cues of several words, each with the id of its entry."""
    return [
        (entry.id, phrase) for entry in LEXICONS.cues for phrase in compile_phrases(entry.phrases) if len(phrase) > 1
    ]


@pytest.mark.parametrize("family", FAMILIES)
def test_examples_hold(family, examples, nlp):
    """Entries are found in the sentences under ``match`` and not in those under ``no_match``."""
    lexicon = getattr(LEXICONS, family)
    matcher = LexiconMatcher(lexicon, nlp.vocab)
    expected = [(entry, text, True) for entry in lexicon for text in entry.match]
    expected += [(entry, text, False) for entry in lexicon for text in entry.no_match]
    docs = examples.docs([text for _, text, _ in expected])
    found = cache(lambda index: ids_found(docs[index], family, matcher))
    wrong = [
        (entry.id, text) for index, (entry, text, is_in) in enumerate(expected) if (entry.id in found(index)) != is_in
    ]
    assert len(wrong) <= TOLERATED * len(expected), wrong


@pytest.mark.parametrize("family", FAMILIES)
def test_every_phrase_has_an_example(family, examples):
    """No phrase is without a sentence under ``match`` that holds it."""
    lonely = []
    for entry in getattr(LEXICONS, family):
        texts = [
            ([token.lower_ for token in doc], [token.lemma_.lower() for token in doc])
            for doc in examples.docs(list(entry.match))
        ]
        for phrase in compile_phrases(entry.phrases):
            if not any(
                phrase.is_spread_from(start, words, lemmas) for words, lemmas in texts for start in range(len(words))
            ):
                lonely.append((entry.id, " ".join(word.text for word in phrase.words)))
    assert lonely == []


def test_loaded_examples_are_found_without_the_encoder(examples, nlp):
    """A word that the lexicon is sure of counts without the encoder, one that it is not sure of does not."""
    matcher = LexiconMatcher(LEXICONS.loaded, nlp.vocab)
    for entry in LEXICONS.loaded:
        doc = examples.docs([entry.match[0]])[0]
        found = find_loaded(doc, Readings(()), (), matcher, (), WordingSettings())
        if not entry.sure:
            assert not any(item.kind == entry.kind and item.span.text in entry.phrases for item in found), entry.id


def test_optional_lexicon_reads():
    """The lexicon of vague quantities adds its entries to the hedges."""
    assert "vague.quantifier" in Lexicons.read([VAGUE_QUANTITIES]).hedges
