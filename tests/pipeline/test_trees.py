"""The tree decoder against an exhaustive search."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.pipeline.trees import best_tree, likely_trees


def is_tree(heads):
    """One root, and every word reaches it."""
    if sum(head == 0 for head in heads) != 1:
        return False
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != 0:
            at, steps = heads[at] - 1, steps + 1
            if steps > len(heads):
                return False
    return True


def value(scores, heads):
    return sum(scores[i][head] for i, head in enumerate(heads))


def best_value(scores, root):
    count = len(scores)
    trees = (heads for heads in itertools.product(range(count + 1), repeat=count) if is_tree(heads))
    return max(value(scores, heads) for heads in trees if heads[root] == 0)


@st.composite
def score_tables(draw):
    count = draw(st.integers(1, 5))
    numbers = st.integers(-20, 20)
    rows = draw(st.lists(st.lists(numbers, min_size=count + 1, max_size=count + 1), min_size=count, max_size=count))
    return np.array(rows, np.float32)


@given(score_tables())
@settings(max_examples=150, deadline=None)
def test_the_tree_is_a_tree_and_the_best_one_for_its_root(scores):
    heads = best_tree(scores)
    assert is_tree(heads.tolist())
    root = int(np.flatnonzero(heads == 0)[0])
    assert value(scores, heads) == best_value(scores, root)


def test_best_heads_that_are_a_tree_are_kept():
    scores = np.array([[0, 0, 9, 0], [9, 0, 0, 0], [0, 0, 9, 0]], np.float32)
    assert best_tree(scores).tolist() == [2, 0, 2]


@given(st.lists(score_tables(), min_size=1, max_size=4))
@settings(deadline=None)
def test_sentences_together_are_sentences_alone(tables):
    """Heads that are a tree are the best tree; others are said to be none."""
    bounds = [0, *itertools.accumulate(len(table) for table in tables)]
    arcs = np.full((bounds[-1], bounds[-1]), 99, np.float32)
    for table, (start, end) in zip(tables, itertools.pairwise(bounds), strict=True):
        arcs[start:end, start:end] = table[:, 1:]
    heads, are_trees = likely_trees(np.concatenate([table[:, 0] for table in tables]), arcs, bounds)
    for table, (start, end), is_found in zip(tables, itertools.pairwise(bounds), are_trees.tolist(), strict=True):
        own = [0 if head == word else head - start + 1 for word, head in enumerate(heads[start:end].tolist(), start)]
        assert is_tree(own) == is_found
        if is_found:
            assert own == best_tree(table).tolist()


def test_a_long_cycle_is_opened():
    count = 60
    scores = np.zeros((count, count + 1), np.float32)
    for i in range(count):
        scores[i, (i + 1) % count + 1] = 5
    heads = best_tree(scores).tolist()
    assert is_tree(heads)
    assert value(scores, heads) == 5 * (count - 1)
