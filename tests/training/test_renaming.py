"""Names are exchanged for names of their class and length, the same for the same, and nothing else changes."""

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from attribution.pipeline.labels import ENTITY_TAGS
from attribution.training.renaming import Renaming, mentions

TAGS = st.lists(st.integers(0, len(ENTITY_TAGS) - 1), min_size=1, max_size=30)


def tagged(*words: tuple[str, str]) -> tuple[list[str], np.ndarray]:
    return [word for word, _ in words], np.array([ENTITY_TAGS.index(tag) for _, tag in words])


FIRST = tagged(
    ("John", "B-PERSON"), ("Kerry", "I-PERSON"), ("met", "O"), ("NATO", "B-ORG"), (".", "O"), ("KERRY", "B-PERSON")
)
SECOND = tagged(
    ("Ana", "B-PERSON"), ("Silva", "I-PERSON"), ("left", "O"), ("the", "O"), ("Red", "B-ORG"), ("Cross", "I-ORG")
)


def test_a_short_name_stays_short_for_the_full_one():
    renaming = Renaming([SECOND])
    renamed = renaming(*FIRST, random.Random(1))
    assert renamed == ["Ana", "Silva", "met", "NATO", ".", "SILVA"]


def test_a_name_gets_another_of_its_class_and_length():
    renaming = Renaming([FIRST, SECOND])
    for seed in range(20):
        renamed = renaming(*SECOND, random.Random(seed))
        assert renamed[4:] == ["Red", "Cross"]  # the only organization of two words
        assert renamed[2:4] == ["left", "the"]


def test_mentions_end_where_the_next_begins():
    _, tags = tagged(("a", "B-LOC"), ("b", "I-LOC"), ("c", "B-LOC"), ("d", "O"), ("e", "I-LOC"))
    assert mentions(tags) == [(0, 2, "LOC"), (2, 3, "LOC")]


@given(TAGS, TAGS, st.integers())
def test_what_is_no_name_stays(tags, others, seed):
    words = [f"Word{i}" for i in range(len(tags))]
    renaming = Renaming([([f"Other{i}" for i in range(len(others))], np.array(others))])
    renamed = renaming(words, np.array(tags), random.Random(seed))
    assert len(renamed) == len(words)
    named = {i for start, end, _ in mentions(np.array(tags)) for i in range(start, end)}
    assert all(renamed[i] == words[i] for i in range(len(words)) if i not in named)
