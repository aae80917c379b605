"""Loaded wording is found by the lexicon, by the encoder, or by both; never by who somebody is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.draft import Draft
from attribution.interpret.readings import Readings
from attribution.interpret.text.quotes import find_quotations
from attribution.interpret.wording.finding import find_loaded
from attribution.interpret.wording.identity import is_identity
from attribution.interpret.wording.loaded_words import DEFAULT, WordingSettings
from attribution.lexicons import LexiconMatcher, Lexicons
from attribution.report import Span

ENGLISH = English()
VOCAB = ENGLISH.vocab
MATCHER = LexiconMatcher(Lexicons.default().loaded, VOCAB)
TAGS = {"NOUN": "NN", "VERB": "VBD", "ADJ": "JJ", "ADV": "RB", "PROPN": "NNP", "DET": "DT", "PUNCT": "."}


def tagged(text: str, default: str = "NOUN", **pos: str) -> Doc:
    """A Doc whose words have this part of speech, or another where one is given."""
    cut = ENGLISH.make_doc(text)
    parts = [pos.get(token.text, "PUNCT" if token.is_punct else default) for token in cut]
    return Doc(
        VOCAB,
        words=[token.text for token in cut],
        spaces=[bool(token.whitespace_) for token in cut],
        tags=[TAGS[part] for part in parts],
        pos=parts,
        lemmas=[token.lower_ for token in cut],
        heads=[0] * len(cut),
        deps=["ROOT"] + ["dep"] * (len(cut) - 1),
    )


def loaded(doc: Doc, probabilities=(), drafts=(), thresholds=DEFAULT, tone=None, capitals=False):
    """Words, kinds and voices of the loaded expressions; ``tone`` and ``capitals`` hold for all tokens."""
    found = find_loaded(
        doc,
        Readings(
            (),
            np.array(probabilities, np.float32),
            None if tone is None else np.full(len(doc), tone, np.float32),
            np.full(len(doc), capitals, np.bool_),
        ),
        find_quotations(doc.text),
        MATCHER,
        drafts,
        thresholds,
    )
    return [(item.span.text, item.kind, item.voice) for item in found]


def test_lexicon_alone():
    """Words that the lexicon is sure of need no encoder."""
    assert loaded(tagged("The thugs left", The="DET", left="VERB")) == [("thugs", "label", "writer")]


def test_unsure_words_need_the_encoder():
    """Words that are loaded at times count where the encoder agrees."""
    doc = tagged("The dangerous road", The="DET", dangerous="ADJ")
    assert loaded(doc) == []
    assert loaded(doc, [0.0, 0.6, 0.0]) == [("dangerous", "evaluative", "writer")]


def test_encoder_alone():
    """Words in no lexicon count where the encoder is very sure; neighbours make one expression."""
    doc = tagged("The glorp blick road", The="DET")
    strict = WordingSettings(alone=0.8)
    assert loaded(doc, [0.0, 0.9, 0.85, 0.0], thresholds=strict) == [("glorp blick", "evaluative", "writer")]
    assert loaded(doc, [0.0, 0.9, 0.7, 0.0], thresholds=strict) == [("glorp", "evaluative", "writer")]
    assert loaded(doc, [0.0, 0.7, 0.7, 0.0], thresholds=strict) == []
    assert loaded(doc, [0.0, 0.7, 0.7, 0.0], thresholds=WordingSettings(alone=0.65)) != []
    assert loaded(doc, [0.0, 0.1, 0.1, 0.0]) == []


def test_tone_moves_the_words_of_a_sentence():
    """In a biased sentence a word counts sooner, in a neutral one later; one that could be either changes nothing."""
    doc, settings = tagged("The glorp road", The="DET"), WordingSettings(alone=0.7, tone=0.5)
    assert loaded(doc, [0.0, 0.6, 0.0], thresholds=settings, tone=0.9) == [("glorp", "evaluative", "writer")]
    assert loaded(doc, [0.0, 0.6, 0.0], thresholds=settings, tone=0.5) == []
    assert loaded(doc, [0.0, 0.8, 0.0], thresholds=settings, tone=0.5) != []
    assert loaded(doc, [0.0, 0.8, 0.0], thresholds=settings, tone=0.1) == []
    assert loaded(doc, [0.0, 0.8, 0.0], thresholds=settings) != []


def test_tone_moves_words_so_far_and_no_further():
    """However biased a sentence is, a word that is not loaded by itself stays so."""
    doc, settings = tagged("The glorp blick road", The="DET"), WordingSettings(alone=0.6, tone=0.5, most=1)
    assert loaded(doc, [0.0, 0.5, 0.2, 0.0], thresholds=settings, tone=0.999) == [("glorp", "evaluative", "writer")]
    assert loaded(doc, [0.0, 0.99, 0.2, 0.0], thresholds=settings, tone=0.001) == [("glorp", "evaluative", "writer")]


def test_a_biased_sentence_has_a_loaded_word():
    """Where a sentence is biased by its tone and nothing else in it is loaded, its most loaded word is."""
    doc, settings = tagged("The glorp blick road", The="DET"), WordingSettings(tone=0.0, biased=0.8, most=0.3)
    assert loaded(doc, [0.0, 0.4, 0.5, 0.0], thresholds=settings, tone=0.9) == [("blick", "evaluative", "writer")]
    assert loaded(doc, [0.0, 0.4, 0.5, 0.0], thresholds=settings, tone=0.7) == []
    assert loaded(doc, [0.0, 0.1, 0.2, 0.0], thresholds=settings, tone=0.9) == []
    known = tagged("The thugs blick road", The="DET")
    assert loaded(known, [0.0, 0.1, 0.5, 0.0], thresholds=settings, tone=0.9) == [("thugs", "label", "writer")]


def test_tone_does_not_touch_what_the_lexicon_is_sure_of():
    """A neutral sentence with "thugs" in it has a loaded word all the same."""
    doc, settings = tagged("The thugs left", The="DET", left="VERB"), WordingSettings(tone=1.0)
    assert loaded(doc, [0.0, 0.0, 0.0], thresholds=settings, tone=0.01) == [("thugs", "label", "writer")]


@pytest.mark.parametrize(
    "word", ["Russian", "Muslim", "women", "Democrats", "transgender", "Catholic", "Syrian", "actress"]
)
def test_identity_is_never_loaded(word):
    """Whatever the encoder thinks of a nation, religion, party or gender."""
    doc = tagged(f"the {word} crowd", the="DET", **{word: "ADJ"})
    assert loaded(doc, [0.0, 1.0, 0.0]) == []
    assert is_identity(doc[1])


def test_plain_words_for_violence_are_loaded_by_no_reading():
    """To name a killing is no judgement, whatever the encoder thinks of it beside the name of a group."""
    doc = tagged("the brutal killing of nobody", the="DET", brutal="ADJ", of="DET")
    assert loaded(doc, [0.0, 0.9, 0.9, 0.0, 0.0]) == [("brutal", "intensifier", "writer")]
    assert loaded(tagged("they assault the bill", the="DET", assault="VERB"), [0.0, 0.9, 0.0, 0.0]) != []


def test_a_verb_that_is_loaded_by_speaking_is_plain_where_it_does_not_speak():
    """Who claims a prize says nothing, whatever the encoder thinks of it; who slams a bill may do so in any sense."""
    assert loaded(tagged("they claim the prize", the="DET", claim="VERB"), [0.0, 0.9, 0.0, 0.0]) == []
    assert loaded(tagged("they glorp the prize", the="DET", glorp="VERB"), [0.0, 0.9, 0.0, 0.0]) != []


def test_names_are_never_loaded():
    """Proper nouns are not asked for their loading."""
    doc = tagged("the Blasty road", the="DET", Blasty="PROPN")
    assert loaded(doc, [0.0, 1.0, 0.0]) == []


def test_names_in_capitals_are_those_that_tags_and_entities_agree_on():
    """In a heading every word may be tagged as a name; one that is no entity is asked for its loading."""
    doc = tagged("The Blasty Road", The="DET", default="PROPN")
    assert loaded(doc, [0.0, 1.0, 0.0]) == []
    assert loaded(doc, [0.0, 1.0, 0.0], capitals=True) == [("Blasty", "evaluative", "writer")]
    doc.set_ents([doc.char_span(4, 10, label="PERSON")])
    assert loaded(doc, [0.0, 1.0, 0.0], capitals=True) == []


@pytest.mark.parametrize("word", ["Russian", "Muslim", "Women", "Democrats"])
def test_identity_is_never_loaded_in_capitals(word):
    """Nor is who somebody is where all words are capitalized."""
    assert loaded(tagged(f"The {word} Crowd", The="DET"), [0.0, 1.0, 0.0], capitals=True) == []


def test_voice_of_a_quotation():
    """Inside a direct quotation the wording is the source's."""
    doc = tagged("He said: “The regime of the old king must go.”", said="VERB")
    assert loaded(doc) == [("regime", "label", "source")]


def test_scare_quotes():
    """Marks around a few words that nobody is quoted with keep a distance."""
    doc = tagged("The army built a “safe zone” there", built="VERB")
    assert loaded(doc) == [("safe zone", "distancing", "writer")]


def test_ascribed_words_are_no_scare_quotes():
    """A quoted phrase of a few words that is ascribed is a quotation."""
    doc = tagged("The army called for a “safe zone” there", called="VERB")
    content = Span(16, 29, doc.text[16:29])
    draft = Draft((2,), "verb", "neutral", (0, 1), (content,), "mixed", None, 1.0)
    assert loaded(doc, drafts=[draft]) == []


@pytest.mark.parametrize("text", ["The film “Safe Zone” opened", "A song named “safe zone” opened"])
def test_titles_are_no_scare_quotes(text):
    """Titles and names stand between marks as well."""
    assert loaded(tagged(text)) == []


WORDS = st.sampled_from(
    ["thugs", "utterly", "Syria", "regime", "-", "backed", "militants", "the", "“", "”", "so", "called"]
)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_any_words(words, data):
    """Expressions come in order, lie apart, and their offsets hold."""
    doc = tagged(" ".join(words))
    probabilities = [data.draw(st.floats(0, 1)) for _ in doc]
    end = 0
    readings = Readings((), np.array(probabilities, np.float32))
    for item in find_loaded(doc, readings, find_quotations(doc.text), MATCHER):
        assert item.span.start >= end
        assert doc.text[item.span.start : item.span.end] == item.span.text
        assert 0 < item.confidence <= 1
        end = item.span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The claims were paid in May.", []),
        ("The war claimed ten thousand lives.", []),
        ("He was admitted to hospital on Monday.", []),
        ("He slammed the door.", []),
        ("She warned that prices would rise.", []),
        ("The tax regime will change next year.", []),
        ("The minister claimed that nobody was hurt.", [("claimed", "reporting")]),
        ("The senator slammed the ruling.", [("slammed", "reporting")]),
        ("Troops fought foreign-backed rebels near the border.", [("foreign-backed rebels", "presupposition")]),
        ("The speech could fan more violence.", [("fan more violence", "metaphor")]),
    ],
)
def test_on_text(text, expected, nlp):
    """The lexicon alone, on text with the shipped encoder's tags and trees."""
    doc = nlp(text)
    matcher = LexiconMatcher(Lexicons.default().loaded, nlp.vocab)
    found = find_loaded(doc, Readings(()), (), matcher)
    assert [(item.span.text, item.kind) for item in found] == expected
