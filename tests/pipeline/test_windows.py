"""Windows cover the text, respect their limit, and pack without loss."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import attribution
from attribution.pipeline.features import GAPS, SHAPES, SPELLINGS, PieceEncoder, gap_class, read_words, word_shape
from attribution.pipeline.files import TOKENIZER
from attribution.pipeline.windows import Window, cut, cut_for_reading, pack

TOKENIZER_FILE = Path(attribution.__file__).parent / "model" / TOKENIZER
PIECES = PieceEncoder(TOKENIZER_FILE)
ENGLISH = spacy.blank("en")


@pytest.fixture
def encode():
    return PIECES


@pytest.fixture
def blank():
    return ENGLISH


@given(
    st.lists(st.integers(1, 12), min_size=0, max_size=400),
    st.integers(12, 60),
    st.integers(0, 40),
    st.randoms(use_true_random=False),
)
@settings(deadline=None)
def test_windows_cover_every_word_in_order_within_the_limit(lengths, limit, overlap, chance):
    breaks = np.array([chance.choice((0, 0, 0, 0, 1, 2)) for _ in lengths], np.int64)
    windows = cut(np.array(lengths, np.int64), breaks, limit=limit, overlap=overlap)
    covered = set()
    for window in windows:
        assert window.start < window.end
        assert sum(lengths[window.start : window.end]) <= limit
        covered.update(range(window.start, window.end))
    assert covered == set(range(len(lengths)))
    for before, after in itertools.pairwise(windows):
        assert before.start < after.start <= before.end < after.end
        if not overlap:
            assert after.start == before.end


def test_a_text_is_cut_where_it_may_be():
    lengths = np.ones(100, np.int64)
    breaks = np.zeros(100, bool)
    breaks[45] = True
    assert cut(lengths, breaks, limit=60, overlap=0)[0] == Window(0, 45)


def test_a_better_place_counts_more_than_a_later_one():
    lengths, breaks = np.ones(100, np.int64), np.zeros(100, np.int64)
    breaks[[27, 45, 50]] = 1, 2, 1
    assert cut(lengths, breaks, limit=60)[:2] == [Window(0, 45), Window(27, 87)]
    breaks[45] = 0
    assert cut(lengths, breaks, limit=60)[:2] == [Window(0, 50), Window(27, 87)]


def test_for_reading_paragraphs_stay_whole_and_long_ones_are_cut_between_sentences(encode, blank):
    sentence = "One two three four five six seven eight nine ten. "
    paragraphs = "\n\n".join(sentence * count for count in (12, 12, 60))
    words = read_words(blank(paragraphs), encode)
    starts = np.arange(len(words)) % 11 == 0
    edges = [window.end for window in cut_for_reading(words, starts)]
    assert edges[0] == 12 * 11
    assert all(edge % 11 == 0 for edge in edges)
    assert len(edges) > 4


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_words_keep_their_place_in_the_text(text):
    doc = ENGLISH.make_doc(text.encode("utf-8", "replace").decode("utf-8"))
    words = read_words(doc, PIECES)
    for token, start, end in zip(words.token, words.start, words.end, strict=True):
        assert doc.text[start:end] == doc[int(token)].text
    assert all(len(pieces) >= 1 for pieces in words.pieces)
    assert len(words) == sum(not token.is_space for token in doc)


def test_a_batch_points_at_the_first_piece_of_each_word(encode, blank):
    words = read_words(blank.make_doc("Zakharova insisted.\n\nNothing was new"), encode)
    batch = pack([words], [(0, Window(0, len(words)))], encode)
    assert batch.ids[0, 0] == encode.start
    assert batch.ids[0, batch.mask[0].sum() - 1] == encode.end
    firsts = [words.pieces[i][0] for i in range(len(words))]
    assert batch.ids[0, batch.first[0]].tolist() == firsts
    assert batch.spelling[0].tolist() == words.spelling.tolist()
    gaps = [GAPS[batch.gap[0, first] - 1] for first in batch.first[0]]
    assert gaps == ["paragraph", "space", "joined", "paragraph", "space", "space"]


def test_rows_of_a_batch_are_those_of_single_windows(encode, blank):
    texts = [read_words(blank.make_doc(text), encode) for text in ("One two three.", "Antidisestablishmentarianism!")]
    batch = pack(texts, [(i, Window(0, len(words))) for i, words in enumerate(texts)], encode)
    for i, words in enumerate(texts):
        single = pack([words], [(0, Window(0, len(words)))], encode)
        width, count = single.ids.shape[1], single.first.shape[1]
        assert (batch.ids[i, :width] == single.ids[0]).all()
        assert (batch.shape[i, :width] == single.shape[0]).all()
        assert (batch.first[i, :count] == single.first[0]).all()
        assert (batch.spelling[i, :count] == single.spelling[0]).all() and not batch.spelling[i, count:].any()
        assert not batch.mask[i, width:].any()


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("said", "lower"),
        ("Kerry", "title"),
        ("NATO", "upper"),
        ("iPhone", "mixed"),
        ("2015", "number"),
        (",", "mark"),
        ("J.", "initial"),
    ],
)
def test_shapes(word, shape):
    assert SHAPES[word_shape(word)] == shape


@pytest.mark.parametrize(
    ("white", "gap"), [("", "joined"), (" ", "space"), ("\n", "line"), ("\r\n", "line"), (" \n\n ", "paragraph")]
)
def test_gaps(white, gap):
    assert GAPS[gap_class(white)] == gap


def test_the_encoder_forgets_words_when_it_knows_too_many():
    encode = PieceEncoder(TOKENIZER_FILE, remember=3)
    first = encode(["one", "two", "three"])
    assert encode(["four", "five"]) == PieceEncoder(TOKENIZER_FILE)(["four", "five"])
    assert encode(["one", "two", "three"]) == first


def test_the_spelling_of_a_word_is_the_same_wherever_it_stands_and_tells_capitals_apart(encode, blank):
    first = read_words(blank("Trump said\n\nthat Trump trump"), encode)
    other = read_words(spacy.blank("en")("He met Trump."), encode)
    assert first.spelling[0] == first.spelling[3] == other.spelling[2]
    assert first.spelling[0] != first.spelling[4]
    assert len(first.spelling) == len(first)
    # Weights are trained for these very numbers.
    assert first.spelling[:2].tolist() == [13450, 10971]


@given(st.text(min_size=1, max_size=40))
def test_spellings_are_numbers_that_the_encoder_knows_and_none_is_padding(text):
    words = read_words(ENGLISH(text), PIECES)
    assert ((words.spelling > 0) & (words.spelling < SPELLINGS)).all()
