"""From scores for every pair of words to a tree: the maximum spanning tree (Chu and Liu 1965; Edmonds 1967)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from attribution.pipeline.features import Ints

Scores = NDArray[np.floating]


def likely_trees(roots: Scores, arcs: Scores, bounds: Sequence[int]) -> tuple[Ints, NDArray[np.bool_]]:
    """Give each word of several sentences the best head in its sentence, and tell where that makes a tree.

    Mostly it does, and to ask it of all sentences at once costs a fraction of one :func:`best_tree` after the other.

    Args:
        roots: ``n``; how likely each word is a root.
        arcs: ``(n, n)``; row ``i`` scores the heads of word ``i``.
        bounds: Where each sentence starts, from 0 on, and ``n``.

    Returns:
        ``n`` heads, that of a root being the word itself; and for each sentence whether its heads are a tree with a
        single root.
    """
    count = len(roots)
    inside = np.full((count, count), -np.inf, arcs.dtype)
    for start, end in pairwise(bounds):
        inside[start:end, start:end] = arcs[start:end, start:end]
    inside.flat[:: count + 1] = -np.inf
    words = np.arange(count)
    heads: Ints = inside.argmax(1)
    is_root = roots >= inside[words, heads]
    heads = np.where(is_root, words, heads)
    above = heads
    for _ in range(count.bit_length()):
        # Two, four, eight, ... steps up: whoever is under no root by then goes round in a circle.
        above = above[above]
    starts = bounds[:-1]
    single = np.add.reduceat(is_root, starts, dtype=np.int64) == 1
    return heads, single & np.logical_and.reduceat(is_root[above], starts)


def best_tree(scores: Scores) -> Ints:
    """Return the head of each word in the best tree with a single root.

    Args:
        scores: ``(n, 1 + n)``; row ``i`` scores the heads of word ``i``: column 0 is the root, ``j + 1`` word ``j``.

    Returns:
        ``n`` heads: 0 for the one root, ``j + 1`` for word ``j``.
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


@frozen(eq=False)
class _Contraction:
    """A cycle that became one node: its nodes (the first stands for all), their heads in it, the ways in and out."""

    ring: NDArray[np.int64]
    heads: NDArray[np.int64]
    entries: NDArray[np.int64]
    exits: NDArray[np.int64]

    def undo(self, heads: NDArray[np.int64]) -> None:
        """Give the nodes of the cycle their heads back, but for the one where the way leads in."""
        into = heads[self.ring[0]]
        below = np.flatnonzero(heads == self.ring[0])
        heads[below] = self.exits[below]
        heads[self.ring] = self.heads
        heads[self.entries[into]] = into


def _edmonds(scores: NDArray[np.float64]) -> Ints:
    """Return the parent of every node; node 0 is the root and its own parent's place holds 0.

    Cycles are contracted in place, one at a time along one path, so that a sentence of n words costs n^2 steps.
    """
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads: NDArray[np.int64] = scores.argmax(1).astype(np.int64)
    heads[0] = -1
    settled = [True] + [False] * (len(scores) - 1)
    contractions: list[_Contraction] = []
    for start in range(1, len(scores)):
        path: list[int] = []
        at = start
        while not settled[at]:
            if at in path:
                place = path.index(at)
                contractions.append(_contract(scores, heads, np.array(path[place:])))
                for node in path[place + 1 :]:
                    settled[node] = True
                at = path[place]
                del path[place:]
            path.append(at)
            at = int(heads[at])
        for node in path:
            settled[node] = True
    for contraction in reversed(contractions):
        contraction.undo(heads)
    heads[0] = 0
    return heads


def _contract(scores: NDArray[np.float64], heads: NDArray[np.int64], ring: NDArray[np.int64]) -> _Contraction:
    """Let the first node of a cycle stand for all, in ``scores`` and ``heads``."""
    one, others = ring[0], ring[1:]
    inner = heads[ring].copy()
    into = scores[ring] - scores[ring, inner][:, None]
    out_of = scores[:, ring]
    contraction = _Contraction(ring, inner, ring[into.argmax(0)], ring[out_of.argmax(1)])
    scores[one] = into.max(0)
    scores[:, one] = out_of.max(1)
    scores[one, ring] = -np.inf
    scores[:, others] = -np.inf
    # Nodes inside are passed over from now on; what hung on them hangs on the one.
    inside = np.zeros(len(heads) + 1, bool)  # no node has the last place, which -1 points to
    inside[others] = True
    heads[inside[heads]] = one
    heads[others] = -1
    heads[one] = scores[one].argmax()
    return contraction
