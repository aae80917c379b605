"""Reading headings and shouted sentences as if they were set in small letters.

Where nearly all words are capitalized, capitals tell nothing about any of them, and the encoder, which has seen few
such sentences, takes more words for names and for loaded than there are. So their wording is read once more, with the
shapes that the words have in running text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from attrs import evolve, frozen
from spacy.tokens import Doc

from attribution.pipeline.features import SHAPES, Words

_LOWER, _TITLE, _INITIAL = map(SHAPES.index, ("lower", "title", "initial"))
_IS_CAPITAL: Final = np.isin(SHAPES, ("title", "upper", "mixed"))
# Headings leave shorter words small.
_LONG: Final = 4
_FEWEST: Final = 2
_SHARE: Final = 0.8


@frozen
class Stretch:
    """A sentence in capitals: the words ``[start, end)`` of a text."""

    start: int
    end: int


def in_capitals(doc: Doc, words: Words) -> Iterator[Stretch]:
    """Yield the sentences of which nearly all words are capitalized.

    Args:
        doc: A Doc with sentences.
        words: Its words.
    """
    first = np.flatnonzero(doc.to_array("SENT_START").astype(np.int64) == 1)
    starts = np.unique([0, *np.searchsorted(words.token, first), len(words)])
    capital = _IS_CAPITAL[words.shape] & (words.end - words.start > 1)
    small = (words.shape == _LOWER) & (words.end - words.start >= _LONG)
    capitals, smalls = (np.concatenate(([0], np.cumsum(which)))[starts] for which in (capital, small))
    upper, lower = np.diff(capitals), np.diff(smalls)
    for number in np.flatnonzero((upper >= _FEWEST) & (upper >= _SHARE * (upper + lower))).tolist():
        yield Stretch(int(starts[number]), int(starts[number + 1]))


def in_small_letters(words: Words, stretch: Stretch) -> Words:
    """Return the words of a sentence in capitals with the shapes that they have in running text."""
    part = slice(stretch.start, stretch.end)
    shape = words.shape[part].copy()
    cased = np.flatnonzero(_IS_CAPITAL[shape] | (shape == _INITIAL))
    for place, index in enumerate(cased.tolist()):
        single = shape[index] == _INITIAL
        if single and (place == 0 or words.texts[stretch.start + index] != "A"):
            continue
        shape[index] = _LOWER if place else _TITLE
    return evolve(
        words,
        token=words.token[part],
        start=words.start[part],
        end=words.end[part],
        shape=shape,
        gap=words.gap[part],
        spelling=words.spelling[part],
        pieces=words.pieces[part],
        texts=words.texts[part],
    )
