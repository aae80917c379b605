"""Reading headings and shouted sentences as if they were set in small letters.

Where nearly all words are capitalized, capitals tell nothing about any of them, and the encoder, which has seen few
such sentences, takes more words for names and for loaded than there are. So their wording is read once more, with the
shapes that the words have in running text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from attrs import evolve, frozen
from spacy.tokens import Doc

from attribution.pipeline.features import GAPS, SHAPES, Ints, Words

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


def in_small_letters(words: Words, stretches: Sequence[Stretch]) -> Words:
    """Return the words of sentences in capitals as if in running text, each sentence a paragraph.

    Args:
        words: The words of a text.
        stretches: Its sentences in capitals, one or more.
    """
    own = places(stretches)
    gap = words.gap.copy()
    gap[[stretch.start for stretch in stretches]] = GAPS.index("paragraph")
    return evolve(
        words,
        token=words.token[own],
        start=words.start[own],
        end=words.end[own],
        shape=np.concatenate([_small_shapes(words, stretch) for stretch in stretches]),
        gap=gap[own],
        spelling=words.spelling[own],
        pieces=tuple([words.pieces[place] for place in own.tolist()]),
        texts=tuple([words.texts[place] for place in own.tolist()]),
    )


def places(stretches: Sequence[Stretch]) -> Ints:
    """Return the words of some sentences, as indices into those of the text."""
    return np.concatenate([np.arange(stretch.start, stretch.end) for stretch in stretches])


def _small_shapes(words: Words, stretch: Stretch) -> Ints:
    shape = words.shape[stretch.start : stretch.end].copy()
    cased = np.flatnonzero(_IS_CAPITAL[shape] | (shape == _INITIAL))
    for place, index in enumerate(cased.tolist()):
        if shape[index] == _INITIAL and (place == 0 or words.texts[stretch.start + index] != "A"):
            continue
        shape[index] = _LOWER if place else _TITLE
    return shape
