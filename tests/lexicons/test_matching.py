"""Entries are found where their words stand, by form or lemma, and held back where they say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.lexicons import CueLexicon, HedgeEntry, Lexicon, LexiconMatcher, Lexicons, longest
from attribution.lexicons.reading import parse

NLP = English()


def lexicon(entries: str) -> Lexicon:
    """A hedge lexicon of the entries in TOML."""
    return Lexicon("hedges", parse('family = "hedges"\n' + entries, Path("test.toml")).entries)


def entry(entry_id: str, more: str) -> str:
    """An entry in TOML."""
    return f'\n[[entry]]\nid = "{entry_id}"\nkind = "epistemic"\n{more}\n'


def doc(text: str, lemmas: dict[str, str] | None = None, tags: dict[str, str] | None = None) -> Doc:
    """A Doc whose lemmas and tags are given where they differ from the word and from NN."""
    made = NLP.make_doc(text)
    for token in made:
        token.lemma_ = (lemmas or {}).get(token.text, token.text)
        token.tag_ = (tags or {}).get(token.text, "NN")
        token.pos_ = "AUX" if token.tag_ == "MD" else "NOUN"
    return made


def found(source: Lexicon, text: Doc) -> list[tuple[str, str]]:
    """Ids and words of the matches."""
    return [(match.entry.id, text[match.start : match.end].text) for match in LexiconMatcher(source, NLP.vocab)(text)]


def test_words_are_compared_without_case():
    """Case never matters, and phrases are cut like texts."""
    source = lexicon(entry("so-called", 'phrase = "so-called"') + entry("perhaps", 'phrase = "perhaps"'))
    assert found(source, doc("PERHAPS the So-called king")) == [("perhaps", "PERHAPS"), ("so-called", "So-called")]


def test_lemma_stands_for_all_forms():
    """``lemma:`` compares lemmas, other words forms."""
    source = lexicon(entry("rule-out", 'phrase = "lemma:rule out"'))
    assert found(source, doc("They ruled out rules", {"ruled": "rule", "rules": "rule"})) == [("rule-out", "ruled out")]


def test_tags_restrict_the_head_word():
    """A tag or part of speech that is asked for must be there."""
    source = lexicon(entry("may", 'phrase = "may"\ntags = ["MD"]'))
    assert found(source, doc("It may rain in May", tags={"may": "MD", "May": "NNP"})) == [("may", "may")]


def test_blocks():
    """Phrases before, after and around a match hold it back."""
    source = lexicon(
        entry("believe", 'phrase = "believe"\nnot_before = ["in"]')
        + entry("doubt", 'phrase = "doubt"\nnot_after = ["no"]')
        + entry("possible", 'phrase = "possible"\nshields = ["as soon as possible"]')
    )
    assert found(source, doc("I believe in no doubt as soon as possible")) == []
    assert [name for name, _ in found(source, doc("I believe a doubt is possible"))] == ["believe", "doubt", "possible"]


def test_patterns():
    """Patterns of textacy and of spaCy both work; one is not found where its annotation is missing."""
    source = lexicon(
        entry("string", 'pattern = "LOWER:rule LOWER:out"') + entry("table", 'pattern = [{ LEMMA = "deny" }]')
    )
    assert found(source, doc("rule out and denied", {"denied": "deny"})) == [
        ("string", "rule out"),
        ("table", "denied"),
    ]
    assert found(source, NLP.make_doc("rule out and denied")) == [("string", "rule out")]


def test_longest_matches_do_not_overlap():
    """Of overlapping matches the longest is kept."""
    source = lexicon(entry("long", 'phrase = "more than a"') + entry("short", 'phrase = ["more than", "a b"]'))
    matcher = LexiconMatcher(source, NLP.vocab)
    assert [match.entry.id for match in longest(matcher(doc("more than a b")))] == ["long"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12))
def test_longest_is_a_choice_without_overlaps(words):
    """What is kept was found, lies apart, and nothing that was found lies apart from all of it."""
    source = lexicon(entry("x", 'phrase = ["a b", "b c", "a b c", "d", "d d"]'))
    matches = LexiconMatcher(source, NLP.vocab)(doc(" ".join(words)))
    kept = longest(matches)
    assert set(kept) <= set(matches)
    taken = [index for match in kept for index in range(match.start, match.end)]
    assert len(taken) == len(set(taken))
    assert all(not set(range(match.start, match.end)).isdisjoint(taken) for match in matches)


MATCHERS = [LexiconMatcher(family, NLP.vocab) for family in (Lexicons.default().hedges, Lexicons.default().loaded)]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text(text):
    """No text makes the matcher fail, and matches lie inside the Doc."""
    made = NLP.make_doc(text)
    for matcher in MATCHERS:
        for match in matcher(made):
            assert 0 <= match.start < match.end <= len(made)


def test_lookup_finds_the_longest_phrase_with_gaps():
    """A cue is looked up by its words, whatever stands between them."""
    cues = Lexicons.default().cues
    assert cues.stance(["have", "not", "rule", "out"], "verb") == "belief"
    assert cues.stance(["have", "rule", "it", "out"], "verb") == "denial"
    assert cues.stance(["make", "it", "clear"], "verb") == "endorsing"
    assert cues.stance(["accord", "to"], "preposition", ["according", "to"]) == "neutral"
    assert cues.stance(["so", "-", "call"], "adjective", ["so", "-", "called"]) == "distancing"
    assert cues.stance(["gurgle"], "verb") == "neutral"


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        ("neutral", "say tell state add announce write warn suggest describe ask urge promise explain report"),
        ("distancing", "claim allege purport insist maintain argue assert"),
        ("endorsing", "admit acknowledge reveal note know confirm find"),
        ("belief", "believe think expect suspect fear rate view plan intend"),
        ("denial", "deny dispute reject refute"),
    ],
)
def test_stances_of_the_guide(stance, words):
    """The verbs that the annotation guide names have its stance."""
    cues = Lexicons.default().cues
    assert {word: cues.stance([word], "verb") for word in words.split()} == dict.fromkeys(words.split(), stance)


def test_speech_and_thought():
    """Verbs of saying are told from verbs of thinking."""
    cues = Lexicons.default().cues
    assert cues.is_speech(["say"], "verb")
    assert not cues.is_speech(["think"], "verb")


def test_lookup_prefers_the_kind_asked_for():
    """The same word may be cues of two kinds."""
    entries = parse(
        'family = "cues"\n'
        '[[entry]]\nid = "n"\nkind = "noun"\nstance = "belief"\nphrase = "hope"\n'
        '[[entry]]\nid = "v"\nkind = "verb"\nstance = "neutral"\nphrase = "hope"\n',
        Path("test.toml"),
    ).entries
    cues = CueLexicon("cues", entries)
    assert cues.stance(["hope"], "noun") == "belief"
    assert cues.stance(["hope"], "verb") == "neutral"
    assert cues.stance(["hope"], "adverb") == "belief"


def test_entries_are_values():
    """Entries compare by what they are."""
    assert HedgeEntry(id="a", kind="modal", phrases=("a",)) == HedgeEntry(id="a", kind="modal", phrases=("a",))
