"""Biased sentences and their loaded words, BABE: ``python -m benchmarks.loading --data DIR``.

A sentence is called biased when a claim of it has a loading of at least 0.15 (level "some"). Words are compared as the
set of lower-cased words of each sentence. Left out are sentences on which the annotators did not agree, and those that
the shipped weights were trained on: every fifth was kept out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tqdm import tqdm

import attribution
from attribution import Report
from attribution.training.babe import read_sentences
from benchmarks.command import Setup, Table, percent, run
from benchmarks.peers.words import read_words
from benchmarks.scorers.classes import class_counts, macro_f1
from benchmarks.scorers.counts import Counts

SOME: Final = 0.15

KEPT_OUT: Final = 5
"""Every fifth sentence, as in :mod:`attribution.training.recipe`, whose import would need torch."""

_PUBLISHED: Final = (0.79, 0.80)
_WORD: Final = re.compile(r"\w+(?:[-'’.]\w+)*")


def measure(setup: Setup) -> list[Table]:
    """Score this package and the published bias lexicon on ``babe/dev.csv`` of the data folder."""
    kept_out = read_sentences(setup.data / "babe" / "dev.csv")[::KEPT_OUT]
    sentences = [item for item in kept_out if item.biased is not None]
    gold = [bool(item.biased) for item in sentences]
    texts = [item.text for item in sentences]
    gold_words = [words(item.words) for item in sentences]

    found = attribution.analyze_many(texts, nlp=setup.pipeline())
    reports = list(tqdm(found, total=len(texts), desc="BABE", disable=None))
    mine = [is_biased(report) for report in reports]
    my_words = [words(found.span.text for found in report.loaded) for report in reports]

    lexicon = read_words(setup.data / "lexicons" / "npov_lexicon.txt")
    listed_words = [words(lexicon.findall(text)) for text in texts]
    listed = [bool(found) for found in listed_words]
    return [
        Table(
            f"Biased sentences, BABE, {len(texts)} sentences (%)",
            ("measure", "this package", "NPOV bias lexicon", "BERT", "RoBERTa, distant supervision"),
            (
                ("macro-F1", *map(percent, (macro_f1(mine, gold), macro_f1(listed, gold), *_PUBLISHED))),
                *_class_rows(mine, listed, gold),
                *_word_rows(word_counts(my_words, gold_words), word_counts(listed_words, gold_words)),
            ),
            ("BERT and RoBERTa: Spinde et al. 2021, cross-validated on all of BABE; not measured here.",),
        )
    ]


def is_biased(report: Report) -> bool:
    """Whether some claim is worded at least somewhat loaded."""
    return max((claim.loading.value for claim in report.claims), default=0.0) >= SOME


def words(expressions: Iterable[str]) -> frozenset[str]:
    """The lower-cased words of some expressions; hyphenated ones are one word."""
    return frozenset(word for expression in expressions for word in _WORD.findall(expression.lower()))


def word_counts(predicted: Sequence[frozenset[str]], gold: Sequence[frozenset[str]]) -> Counts:
    """Count loaded words over sentences (micro-average)."""
    return sum((Counts.of_sets(p, g) for p, g in zip(predicted, gold, strict=True)), start=Counts())


def _class_rows(mine: Sequence[bool], listed: Sequence[bool], gold: Sequence[bool]) -> Iterable[tuple[str, ...]]:
    for name, positive in (("biased", True), ("not biased", False)):
        figures = (percent(class_counts(found, gold, positive=positive).f1) for found in (mine, listed))
        yield f"{name}, F1", *figures, "–", "–"


def _word_rows(mine: Counts, listed: Counts) -> Iterable[tuple[str, ...]]:
    yield "loaded words, F1", percent(mine.f1), percent(listed.f1), "–", "–"
    yield "loaded words, precision", percent(mine.precision), percent(listed.precision), "–", "–"
    yield "loaded words, recall", percent(mine.recall), percent(listed.recall), "–", "–"


if __name__ == "__main__":
    raise SystemExit(run("Biased sentences and their loaded words, BABE.", measure))
