"""Reads sentences annotated for bias by word choice: BABE (Spinde et al. 2021)."""

from __future__ import annotations

import ast
import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attribution.training.corpora import BiasedSentence, CorpusError, existing

KEPT_OUT: Final = 5
"""Every fifth sentence is measured on, not trained on."""

_LABELS = {"Biased": True, "Non-biased": False, "No agreement": None}


def read_sentences(path: Path) -> list[BiasedSentence]:
    """Return the sentences of a BABE table in file order.

    Raises:
        CorpusError: if the file is missing or a row has an unknown label or word list.
    """
    sentences = []
    with existing(path, "BABE's sentences").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                # literal_eval reads literals alone; it runs nothing.
                words = ast.literal_eval(row["biased_words"] or "[]")
                label = _LABELS[row["label_bias"]]
            except (KeyError, ValueError, SyntaxError) as error:
                raise CorpusError(f"{path}, line {number}: not a row of BABE ({error})") from error
            sentences.append(BiasedSentence(row["text"], label, tuple(word.lower() for word in words)))
    return sentences


def kept_out(sentences: Sequence[BiasedSentence]) -> list[BiasedSentence]:
    """Return the sentences that are measured on."""
    return list(sentences[::KEPT_OUT])


def trained_on(sentences: Sequence[BiasedSentence]) -> list[BiasedSentence]:
    """Return the sentences that are not kept out."""
    return [sentence for number, sentence in enumerate(sentences) if number % KEPT_OUT]
