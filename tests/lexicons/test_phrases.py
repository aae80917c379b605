"""Phrases of the lexicons are cut as texts are."""

from __future__ import annotations

import pytest
from spacy.lang.en import English

from attribution.lexicons import Lexicons
from attribution.lexicons.phrases import compile_phrase

NLP = English()
LEXICONS = Lexicons.default()


@pytest.mark.parametrize("family", ["cues", "sources", "anonymity", "hedges", "loaded"])
def test_the_words_of_a_phrase_are_the_tokens_of_a_text(family):
    phrases = {phrase.replace("lemma:", "") for entry in getattr(LEXICONS, family) for phrase in entry.phrases}
    for phrase in sorted(phrases)[::7]:
        words = tuple(token.lower_ for piece in phrase.split() for token in NLP.make_doc(piece))
        assert tuple(word.text for word in compile_phrase(phrase).words) == words


@pytest.mark.parametrize(
    "phrase", ["cannot", "Cannot say", "gonna", "so-called", "U.S.", "don't", "na\u00efve", "Dont"]
)
def test_contractions_are_cut(phrase):
    assert tuple(word.text for word in compile_phrase(phrase).words) == tuple(t.lower_ for t in NLP.make_doc(phrase))
