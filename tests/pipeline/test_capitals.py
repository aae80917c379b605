"""Sentences in capitals are read as if they were set in small letters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc, DocBin

import attribution
from attribution.interpret.readings import Readings
from attribution.pipeline.capitals import Stretch, in_capitals, in_small_letters
from attribution.pipeline.features import GAPS, SHAPES, PieceEncoder, read_words
from attribution.pipeline.files import SHIPPED, TOKENIZER
from attribution.pipeline.readings import restore, store

VOCAB = English().vocab
ENCODE = PieceEncoder(SHIPPED / TOKENIZER)


def doc_of(*sentences: str) -> Doc:
    words = [sentence.split() for sentence in sentences]
    starts = [index == 0 for sentence in words for index in range(len(sentence))]
    return Doc(VOCAB, words=[word for sentence in words for word in sentence], sent_starts=starts)


def stretches(*sentences: str) -> list[Stretch]:
    doc = doc_of(*sentences)
    return list(in_capitals(doc, read_words(doc, ENCODE)))


@pytest.mark.parametrize(
    "text",
    ["THE DAM HAS BROKEN .", "The Dam Has Broken", "Dam Breaks in the North", "Council Votes to Shut 12 Schools"],
)
def test_headings_and_shouted_sentences(text: str) -> None:
    assert stretches("It rained .", text) == [Stretch(3, 3 + len(text.split()))]


@pytest.mark.parametrize("text", ["The dam has broken .", "NATO met .", "Kerry said so in Geneva .", "12 34 .", "a b"])
def test_running_text(text: str) -> None:
    assert stretches(text) == []


def test_words_take_the_shapes_of_running_text() -> None:
    doc = doc_of("“ I SAW A DAM IN 2019 .")
    words = read_words(doc, ENCODE)
    shapes = [SHAPES[shape] for shape in in_small_letters(words, list(in_capitals(doc, words))).shape.tolist()]
    assert shapes == ["mark", "initial", "lower", "lower", "lower", "lower", "number", "mark"]


def test_sentences_are_read_together_as_paragraphs() -> None:
    doc = doc_of("THE DAM BROKE .", "It rained .", "Mayor Quits Over Dam")
    words = read_words(doc, ENCODE)
    small = in_small_letters(words, list(in_capitals(doc, words)))
    assert " ".join(small.texts) == "THE DAM BROKE . Mayor Quits Over Dam"
    assert [SHAPES[shape] for shape in small.shape.tolist()] == [
        "title",
        *["lower"] * 2,
        "mark",
        "title",
        *["lower"] * 3,
    ]
    assert [GAPS[gap] for gap in small.gap.tolist()] == ["paragraph", *["space"] * 3, "paragraph", *["space"] * 3]
    assert small.token.tolist() == [0, 1, 2, 3, 7, 8, 9, 10]


@given(st.lists(st.sampled_from("DAM dam Dam NATO 12 , A I broke".split()), max_size=12), st.integers(0, 3))
def test_any_words(words: list[str], blanks: int) -> None:
    """Stretches are whole sentences in order; pieces and offsets stay as they are."""
    doc = Doc(VOCAB, words=[*words, *["\n"] * blanks], sent_starts=[True] * (len(words) + blanks))
    read = read_words(doc, ENCODE)
    end = 0
    for stretch in in_capitals(doc, read):
        assert end <= stretch.start < stretch.end <= len(read)
        end = stretch.end
        small = in_small_letters(read, [stretch])
        assert small.pieces == read.pieces[stretch.start : stretch.end]
        assert len(small.shape) == len(small.gap) == len(small.token) == len(small)


@pytest.mark.parametrize("capitals", [[True, False, True], [False, False, False]])
def test_which_words_were_read_so_travels_with_the_doc(capitals: list[bool]) -> None:
    doc = doc_of("a b c")
    store(doc, Readings((), np.zeros(3, np.float32), None, np.array(capitals)))
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    for copy in (Doc(VOCAB).from_bytes(doc.to_bytes()), *DocBin().from_bytes(packed).get_docs(VOCAB)):
        found = restore(copy)
        assert found is not None
        assert found.capitals.tolist() == capitals


@pytest.mark.model
@pytest.mark.parametrize("text", ["The idiotic scheme was dropped in June.", "The bank published a gloomy forecast."])
def test_capitals_change_no_loading(text: str, nlp) -> None:
    plain, upper, title = (attribution.analyze(form, nlp=nlp).loaded for form in (text, text.upper(), text.title()))
    words = [[(word.span.text.lower(), word.kind) for word in loaded] for loaded in (plain, upper, title)]
    assert words[0] == words[1] == words[2] != []
    # Names and days keep their capitals in the plain form alone, which moves the readings of their neighbours a little.
    for loaded in (upper, title):
        assert [word.confidence for word in loaded] == pytest.approx([word.confidence for word in plain], abs=0.1)
