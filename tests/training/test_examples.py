"""Targets and training windows: every label at its word, no span broken."""

from __future__ import annotations

import random

import numpy as np
import pytest
import spacy

from attribution.pipeline.features import PieceEncoder, read_words
from attribution.pipeline.files import SHIPPED, TOKENIZER
from attribution.pipeline.labels import ENTITY_TAGS, Labels
from attribution.training.conllu import GoldSentence, GoldWord
from attribution.training.corpora import Article, BiasedSentence, GoldAttribution, GoldEntity
from attribution.training.examples import News, Trees, Wording
from attribution.training.targets import IGNORE, links, loaded_words

PARAGRAPH = "Ann Lee said on Monday that the bridge was closed. Nobody was hurt in the accident near the town."
LABELS = Labels(("NN", "VB"), ("NOUN", "VERB"), ("nsubj", "punct", "root"))


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


@pytest.fixture(scope="module")
def encode():
    return PieceEncoder(SHIPPED / TOKENIZER)


def article(count):
    """Many paragraphs, each with one attribution and one entity."""
    text, found, names = "", [], []
    for _ in range(count):
        start = len(text)
        text += PARAGRAPH + "\n\n"
        names.append(GoldEntity(start, start + 7, "PERSON"))
        found.append(GoldAttribution(((start, start + 7),), ((start + 8, start + 12),), ((start + 23, start + 49),)))
    return Article("a", text, (tuple(found),)), {"a": tuple(names)}


def test_no_window_breaks_an_attribution(nlp, encode):
    long, names = article(80)
    windows = list(News([long], names, nlp, encode).epoch(random.Random(3)))
    assert len(windows) > 3
    assert sum(len(window.links) for window in windows) == 80
    for window in windows:
        words = [
            nlp.make_doc(long.text)[int(i)].text for i in window.words.token[window.window.start : window.window.end]
        ]
        for link in window.links:
            assert words[link.first] == words[link.last] == "said"
            assert [words[i] for i in link.source] == ["Ann", "Lee"]
            assert [words[i] for i in link.content] == ["that", "the", "bridge", "was", "closed"]
        tags = [ENTITY_TAGS[tag] for tag in window.entities]
        assert [word for word, tag in zip(words, tags, strict=True) if tag == "B-PERSON"] == ["Ann"] * len(window.links)


def test_attributions_without_a_cue_or_with_the_same_cue_are_left_out(nlp, encode):
    words = read_words(nlp.make_doc("Ann said so."), encode)
    gold = [GoldAttribution(((0, 3),), (), ()), *[GoldAttribution((), ((4, 8),), ((9, 11),))] * 2]
    assert len(links(words, gold)) == 1


def sentence(text, words):
    return GoldSentence(text, tuple(GoldWord(*word) for word in words), False, "d")


def test_heads_count_from_the_start_of_the_window(nlp, encode):
    pair = sentence("Rain fell", [(0, 4, "NN", "NOUN", 1, "nsubj"), (5, 9, "VB", "VERB", -1, "root")])
    for window in Trees([pair] * 40, LABELS, nlp, encode).epoch(random.Random(1)):
        heads = window.targets.head
        assert heads.tolist() == [value for i in range(0, len(heads), 2) for value in (i + 2, 0)]
        assert window.targets.sentence.tolist() == [1.0, 0.0] * (len(heads) // 2)


def test_words_that_the_tokenizer_cuts_otherwise_are_ignored(nlp, encode):
    odd = sentence("10km away", [(0, 4, "NN", "NOUN", 1, "nsubj"), (5, 9, "VB", "VERB", -1, "root")])
    (window,) = Trees([odd], LABELS, nlp, encode).epoch(random.Random(1))
    assert IGNORE in window.targets.tag
    assert window.targets.dep.tolist()[-1] == LABELS.deps.index("root")


def test_loaded_words_are_whole_words(nlp, encode):
    text = "The mob mobbed the Mob."
    words = read_words(nlp.make_doc(text), encode)
    assert np.flatnonzero(loaded_words(words, text, ["mob", " "])).tolist() == [1, 4]


def test_sentences_with_loaded_words_stay_apart(nlp, encode):
    gold = [BiasedSentence("A mob came.", True, ("mob",)), BiasedSentence("It rained.", False, ())] * 6
    for window in Wording(gold, nlp, encode).epoch(random.Random(2)):
        for number, biased in enumerate(window.biased):
            assert window.loaded[window.sentence == number].sum() == biased
