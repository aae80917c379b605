"""What a corpus gives to training and measuring, whatever its file format."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

Offsets = tuple[tuple[int, int], ...]
"""Pieces of one span, in order: character offsets ``(start, end)``."""


class CorpusError(ValueError):
    """A corpus file is missing or cannot be read; the message names it."""


@frozen
class GoldAttribution:
    """An attribution as an annotator marked it; a role that is absent is empty."""

    source: Offsets
    cue: Offsets
    content: Offsets


@frozen
class Article:
    """A text with the attributions of each of its annotators, in the alphabetical order of the annotators' names."""

    name: str
    text: str
    annotators: tuple[tuple[GoldAttribution, ...], ...]


@frozen
class GoldEntity:
    """A named entity: character offsets and a label of the corpus."""

    start: int
    end: int
    label: str


@frozen
class BiasedSentence:
    """A sentence, whether its annotators call it biased (``None``: no agreement), and the words that make it so."""

    text: str
    biased: bool | None
    words: tuple[str, ...]


def existing(path: Path, what: str) -> Path:
    """Return ``path``.

    Raises:
        CorpusError: if it does not exist; the message says what was expected there.
    """
    if not path.exists():
        raise CorpusError(f"{what}: nothing at {path}; give the folder that holds it with --data")
    return path
