"""Biased sentences and their loaded words, BABE: ``python -m benchmarks.loading --data DIR``.

A sentence is called biased when a claim of it has a loading of at least 0.15 (level "some"). Words are compared as the
set of lower-cased words of each sentence. Left out are sentences on which the annotators did not agree, and those that
the shipped weights were trained on: every fifth was kept out. With ``--folds 5`` all of BABE is measured, each fold
with a network that has not seen it (:mod:`benchmarks.folds`).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from tqdm import tqdm

import attribution
from attribution import Report
from attribution.training.babe import kept_out, read_sentences
from benchmarks.command import OURS, Setup, Table, add_arguments, percent, print_tables
from benchmarks.peers import sentiment
from benchmarks.peers.words import read_words
from benchmarks.scorers.classes import class_counts, macro_f1
from benchmarks.scorers.counts import Counts

SOME: Final = 0.15

PUBLISHED: Final = {"BERT": 0.79, "RoBERTa, distant supervision": 0.80}
"""Macro-F1 on BABE, cross-validated (Spinde et al. 2021)."""

_WORD: Final = re.compile(r"\w+(?:[-'’.]\w+)*")


def measure(setup: Setup) -> list[Table]:
    """Score this package, the published bias lexicon and a sentiment lexicon on ``babe/dev.csv`` of the data folder."""
    unseen = kept_out(read_sentences(setup.data / "babe" / "dev.csv"))
    sentences = setup.first([item for item in unseen if item.biased is not None])
    gold = [bool(item.biased) for item in sentences]
    texts = [item.text for item in sentences]
    gold_words = [words(item.words) for item in sentences]

    found = attribution.analyze_many(texts, nlp=setup.pipeline())
    reports = list(tqdm(found, total=len(texts), desc="BABE", disable=None))
    mine = [is_biased(report) for report in reports]
    my_words = [words(found.span.text for found in report.loaded) for report in reports]

    systems = {OURS: (mine, my_words)}
    notes = []
    lexicon = read_words(setup.data / "lexicons" / "npov_lexicon.txt")
    listed = [words(lexicon.findall(text)) for text in texts]
    systems["NPOV bias lexicon"] = ([bool(found) for found in listed], listed)
    if (vader := sentiment.load()) is None:
        notes.append(f"VADER is not here: {sentiment.INSTALL}")
    else:
        systems["VADER sentiment"] = ([vader.is_loaded(text) for text in texts], [vader.words(text) for text in texts])
    return [
        Table(
            f"Biased sentences, BABE, {len(texts)} sentences (%)",
            ("measure", *systems, *PUBLISHED),
            tuple(_rows(systems, gold, gold_words)),
            (
                *notes,
                "The thresholds of this package were chosen on these sentences, its weights have not seen them.",
                "BERT and RoBERTa: Spinde et al. 2021, cross-validated on all of BABE; not measured here.",
                "VADER: a sentence counts as biased when its compound score is at least 0.05 from zero, as its authors "
                "draw the line; its words are those of its lexicon.",
            ),
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


def _rows(
    systems: Mapping[str, tuple[Sequence[bool], Sequence[frozenset[str]]]],
    gold: Sequence[bool],
    gold_words: Sequence[frozenset[str]],
) -> Iterator[tuple[str, ...]]:
    found = [biased for biased, _ in systems.values()]
    none = ["–"] * len(PUBLISHED)
    yield "macro-F1", *(percent(macro_f1(biased, gold)) for biased in found), *map(percent, PUBLISHED.values())
    for name, positive in (("biased", True), ("not biased", False)):
        yield f"{name}, F1", *(percent(class_counts(biased, gold, positive=positive).f1) for biased in found), *none
    counts = [word_counts(marked, gold_words) for _, marked in systems.values()]
    yield "loaded words, F1", *(percent(count.f1) for count in counts), *none
    yield "loaded words, precision", *(percent(count.precision) for count in counts), *none
    yield "loaded words, recall", *(percent(count.recall) for count in counts), *none


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the shipped weights on what they were not trained on, or a network for each fold on all of BABE."""
    parser = argparse.ArgumentParser(description="Biased sentences and their loaded words, BABE.")
    add_arguments(parser)
    parser.add_argument("--folds", type=int, help="cross-validate; needs the extra train (an hour or two)", metavar="N")
    options = parser.parse_args(arguments)
    setup = Setup(options.data, options.model, options.limit)
    return print_tables(parser.prog, measure if options.folds is None else _in_folds(options.folds), setup)


def _in_folds(count: int) -> Callable[[Setup], Sequence[Table]]:
    # Only this needs torch.
    from benchmarks.folds import measure as cross_validate

    return partial(cross_validate, count=count)


if __name__ == "__main__":
    raise SystemExit(main())
