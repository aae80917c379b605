"""From scores for every pair of words to a tree: the maximum spanning tree (Chu and Liu 1965; Edmonds 1967)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from attribution.pipeline.features import Ints

Scores = NDArray[np.floating]


def best_tree(scores: Scores) -> Ints:
    """Return the head of each word in the best tree with a single root.

    Args:
        scores: ``(n, 1 + n)``; row ``i`` scores the heads of word ``i``: column 0 is the root, ``j + 1`` word ``j``.

    Returns:
        ``n`` heads: 0 for the one root, ``j + 1`` for word ``j``. Mostly each word's best head is already a tree and
        costs no search.
    """
    count = len(scores)
    scores = scores.astype(np.float64)
    scores[np.arange(count), np.arange(count) + 1] = -np.inf
    heads: Ints = scores.argmax(1).astype(np.int64)
    roots = np.flatnonzero(heads == 0)
    if len(roots) != 1:
        # One root: the word that loses least by being it.
        loss = scores[:, 0] - (scores[:, 1:].max(1) if count > 1 else 0.0)
        root = int(loss.argmax())
        keep = scores[root, 0]
        scores[:, 0] = -np.inf
        scores[root, :] = -np.inf
        scores[root, 0] = keep
        heads = scores.argmax(1)
    if _cycle(heads) is None:
        return heads
    if len(roots) == 1:
        only = scores[roots[0], 0]
        scores[:, 0] = -np.inf
        scores[roots[0], :] = -np.inf
        scores[roots[0], 0] = only
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    # Finite, so that a contracted cycle always finds a way in.
    return _edmonds(np.where(np.isneginf(square), -1e9, square))[1:].astype(np.int64)


def _cycle(heads: Ints) -> list[int] | None:
    """Return the words of a cycle (as columns, ``word + 1``), if there is one."""
    parents = [0, *heads.tolist()]
    state = [0] * len(parents)
    state[0] = 2
    for start in range(1, len(parents)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = parents[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return None


def _edmonds(scores: NDArray[np.float64]) -> Ints:
    """Return the parent of every node; node 0 is the root and its own parent's place holds 0."""
    count = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if cycle is None:
        return np.asarray(heads, np.int64)
    inside = np.zeros(count, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    ring = np.array(cycle)
    own = scores[ring, heads[ring]]
    # The cycle becomes one node, the last of a smaller problem.
    into = scores[np.ix_(ring, outside)] - own[:, None]
    out_of = scores[np.ix_(outside, ring)]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    smaller[-1, :-1] = into.max(0)
    smaller[:-1, -1] = out_of.max(1)
    smaller[0] = -np.inf
    solved = _edmonds(smaller)
    result: Ints = heads.astype(np.int64)
    for node, parent in zip(outside[1:], solved[1:-1], strict=True):
        place = np.flatnonzero(outside == node)[0]
        result[node] = outside[parent] if parent < len(outside) else ring[out_of[place].argmax()]
    entry = int(solved[-1])
    opened = ring[into[:, entry].argmax()]
    result[opened] = outside[entry]
    return result
