"""Names from tags: every name has a beginning and one label, whatever the scores."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from attribution.pipeline.entities import _best_tags, _names, decode_entities
from attribution.pipeline.labels import ENTITIES, ENTITY_TAGS


def scores(*tags: str, sure: float = 9.0) -> np.ndarray:
    """Scores that are for the given tags."""
    values = np.zeros((len(tags), len(ENTITY_TAGS)), np.float32)
    for at, tag in enumerate(tags):
        values[at, ENTITY_TAGS.index(tag)] = sure
    return values


def test_names_with_labels():
    tags = ("B-PERSON", "I-PERSON", "O", "B-ORG", "B-ORG", "O")
    assert decode_entities(scores(*tags)) == [(0, 2, "PERSON"), (3, 4, "ORG"), (4, 5, "ORG")]


def test_a_name_that_goes_on_must_have_begun():
    values = scores("O", "I-LOC", "I-LOC")
    values[1, ENTITY_TAGS.index("B-LOC")] = 8.0
    assert decode_entities(values) == [(1, 3, "LOC")]


def test_a_name_has_one_label():
    values = scores("B-PERSON", "I-ORG", sure=4.0)
    values[0, ENTITY_TAGS.index("B-ORG")] = 3.0
    assert decode_entities(values) == [(0, 2, "ORG")]


@given(
    st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, len(ENTITY_TAGS)), elements=st.floats(-9, 9, width=32)))
)
def test_any_scores_give_names_in_order_and_apart(values):
    found = decode_entities(values)
    assert all(start < end and label in ENTITIES for start, end, label in found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
    tags = [ENTITY_TAGS[tag] for tag in _best_tags(values)]
    assert all(before[1:] == after[1:] for before, after in itertools.pairwise(["O", *tags]) if after[0] == "I")
    assert len(_names([ENTITY_TAGS.index(tag) for tag in tags])) == sum(tag[0] == "B" for tag in tags)
