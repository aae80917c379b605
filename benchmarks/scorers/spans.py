"""Spans as character offsets: trimming, characters, Jaccard, one-to-one matching."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

Piece: TypeAlias = tuple[int, int]
"""``[start, end)`` in characters of the text."""

Pieces: TypeAlias = tuple[Piece, ...]
"""A span that may be discontinuous; empty where a role is absent."""

_THAT = re.compile(r"that\s+(?=\S)", re.IGNORECASE)

A = TypeVar("A")
B = TypeVar("B")


def envelope(pieces: Pieces) -> Piece:
    """The stretch from the first to the last character of the pieces (at least one)."""
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def trim(text: str, piece: Piece) -> Piece:
    """Take white space, quotation marks and punctuation off both ends, and one introducing "that".

    A span of punctuation alone (a colon as a cue) keeps it: nothing else would be left to compare.
    """
    start, end = _strip(text, *piece)
    that = _THAT.match(text, start, end)
    if that:
        start, end = _strip(text, that.end(), end)
    return (start, end) if start < end else piece


def _strip(text: str, start: int, end: int) -> Piece:
    while start < end and _is_edge(text[start]):
        start += 1
    while start < end and _is_edge(text[end - 1]):
        end -= 1
    return start, end


def _is_edge(character: str) -> bool:
    # The back quote, which old newswire opens quotations with, is a modifier symbol to Unicode.
    return character.isspace() or character in "`´" or unicodedata.category(character).startswith("P")


def characters(text: str, pieces: Pieces) -> frozenset[int]:
    """Offsets of all characters in the pieces, white space left out."""
    return frozenset(i for start, end in pieces for i in range(start, end) if not text[i].isspace())


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared characters over all characters, in [0, 1]; two empty sides are equal: 1."""
    if not one and not other:
        return 1.0
    return len(one & other) / len(one | other)


def overlap(one: Pieces, other: Pieces) -> bool:
    """Whether any two pieces share a character."""
    return any(a < d and c < b for a, b in one for c, d in other)


def match(predicted: Sequence[A], gold: Sequence[B], fits: Callable[[A, B], bool]) -> list[tuple[int, int]]:
    """Pair predicted with gold items one to one, as many as possible, only such as fit.

    Returns:
        Pairs of indices (predicted, gold), in the order of the predicted items.
    """
    if not predicted or not gold:
        return []
    fit = np.array([[fits(p, g) for g in gold] for p in predicted], dtype=np.int8)
    rows, columns = linear_sum_assignment(fit, maximize=True)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if fit[r, c]]
