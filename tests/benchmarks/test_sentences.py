import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from benchmarks.peers import segmenters, sentiment
from benchmarks.sentences import score_starts

TEXT = "It failed. Mr. Lee left. He was 44."


def gold():
    return Doc(
        English().vocab,
        words=["It", "failed", ".", "Mr.", "Lee", "left", ".", "He", "was", "44", "."],
        spaces=[True, False, True, True, True, False, True, True, True, False, False],
        sent_starts=[True, False, False, True, False, False, False, True, False, False, False],
    )


def test_a_start_is_right_where_a_gold_sentence_starts_but_for_the_first():
    systems = {"good": lambda text: [0, 11, 25], "eager": lambda text: [0, 3, 11], "lazy": lambda text: [0]}
    counts = score_starts(systems, [gold()])
    assert gold().text == TEXT
    assert {name: (c.right, c.predicted, c.gold) for name, c in counts.items()} == {
        "good": (2, 2, 2),
        "eager": (1, 2, 2),
        "lazy": (0, 0, 2),
    }


def test_the_sentencizer_gives_offsets():
    assert segmenters.sentencizer()("It failed. He left.") == [0, 11]


def test_pysbd_gives_offsets_and_knows_titles():
    segment = segmenters.pysbd()
    if segment is None:
        pytest.skip("pySBD is not installed (extra: benchmarks)")
    assert segment(TEXT) == [0, 11, 25]


def test_a_sentiment_makes_a_sentence_loaded():
    vader = sentiment.load()
    if vader is None:
        pytest.skip("VADER is not installed (extra: benchmarks)")
    assert vader.is_loaded("It was a horrible, disgusting crime.")
    assert not vader.is_loaded("The council met on Monday.")
    assert vader.words("A Horrible table") == {"horrible"}
