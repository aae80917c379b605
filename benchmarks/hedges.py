"""Uncertain sentences of Wikipedia, CoNLL-2010: ``python -m benchmarks.hedges --data DIR``.

A sentence is called uncertain when its report holds a hedge. The corpus marks vague quantities as weasels ("in some
countries", "many peasants"), which the annotation guide does not take for hedges; with the optional lexicon of vague
quantities the package does as the corpus does.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from spacy.language import Language
from tqdm import tqdm

import attribution
from attribution.lexicons import VAGUE_QUANTITIES
from attribution.training.corpora import CorpusError, existing
from benchmarks.command import Setup, Table, percent, run
from benchmarks.peers.words import read_words
from benchmarks.scorers.classes import accuracy, class_counts

_PATTERN: Final = (0.69, 0.68)
"""Accuracy and F1 of pattern.en's modality on such sentences, from its own test."""


def measure(setup: Setup) -> list[Table]:
    """Score this package and Hyland's list of hedges on ``conll2010/dev.csv`` of the data folder."""
    sentences, gold = read_sentences(setup.data / "conll2010" / "dev.csv")
    sentences, gold = setup.first(sentences), setup.first(gold)
    mine = _is_hedged(sentences, setup.pipeline())
    with_vague = _is_hedged(sentences, setup.pipeline([VAGUE_QUANTITIES]))
    hyland = read_words(setup.data / "lexicons" / "hedges_hyland2005.txt")
    listed = [hyland.search(sentence) is not None for sentence in sentences]
    columns = (mine, with_vague, listed)
    return [
        Table(
            f"Uncertain sentences, CoNLL-2010 Wikipedia, {len(sentences)} sentences (%)",
            ("measure", "this package", "with vague quantities", "Hyland's list", "pattern.en"),
            (
                ("accuracy", *(percent(accuracy(p, gold)) for p in columns), percent(_PATTERN[0])),
                ("uncertain, F1", *(percent(class_counts(p, gold).f1) for p in columns), percent(_PATTERN[1])),
                ("certain, F1", *(percent(class_counts(p, gold, positive=False).f1) for p in columns), "–"),
            ),
            ("pattern.en: from that project's own test; not measured here.",),
            variants=("with vague quantities",),
        )
    ]


def _is_hedged(sentences: Sequence[str], nlp: Language) -> list[bool]:
    reports = attribution.analyze_many(sentences, nlp=nlp)
    return [bool(report.hedges) for report in tqdm(reports, total=len(sentences), desc="CoNLL-2010", disable=None)]


def read_sentences(path: Path) -> tuple[Sequence[str], Sequence[bool]]:
    """Read a table with the columns ``uncertain`` (1 or 0) and ``sentence``.

    Returns:
        The sentences, and whether each is uncertain.

    Raises:
        CorpusError: if the file is missing or lacks a column.
    """
    with existing(path, "sentences of CoNLL-2010").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    try:
        return [row["sentence"] for row in rows], [row["uncertain"] == "1" for row in rows]
    except KeyError as error:
        raise CorpusError(f"{path}: no column {error}") from error


if __name__ == "__main__":
    raise SystemExit(run("Uncertain sentences of Wikipedia, CoNLL-2010.", measure))
