"""Rules that cut a text into sentences: spaCy's sentencizer, and pySBD (Sadvilkar and Neumann 2020)."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Final

import spacy

INSTALL: Final = "pip install '.[benchmarks]'"

Segmenter = Callable[[str], list[int]]
"""Takes a text, returns the offsets at which sentences start."""


def sentencizer() -> Segmenter:
    """Return spaCy's rules: a sentence ends at a full stop, question or exclamation mark."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return lambda text: [sentence.start_char for sentence in nlp(text).sents]


def pysbd() -> Segmenter | None:
    """Return pySBD's rules for English, or ``None`` where it is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its patterns are written in strings that Python no longer likes
            import pysbd as library
    except ImportError:
        return None
    segmenter = library.Segmenter(language="en", clean=False, char_span=True)
    return lambda text: [span.start for span in segmenter.segment(text)]
