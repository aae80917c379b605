"""Named entities against CoreNLP's on PolNeAR's dev articles: ``python -m benchmarks.entities --data DIR``.

CoreNLP's entities are silver: they have errors of their own, and agreeing with them beyond about 90 is no merit.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from tqdm import tqdm

from attribution.training.corenlp import read_entities
from attribution.training.corpora import GoldEntity
from attribution.training.polnear import read_articles
from benchmarks.command import Setup, Table, percent, run
from benchmarks.scorers.counts import Counts

LABELS: Final = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
"""CoreNLP's classes and the labels of ``doc.ents``."""


def measure(setup: Setup) -> list[Table]:
    """Score ``doc.ents`` of the embedded pipeline: exact spans with their label."""
    gold = read_entities(setup.data / "polnear" / "dev-corenlp.tsv.gz")
    read = read_articles(setup.data / "polnear" / "dev")
    articles = setup.first([article for article in read if article.name in gold])
    nlp = setup.pipeline()
    counts: defaultdict[str, Counts] = defaultdict(Counts)
    docs = nlp.pipe(article.text for article in articles)
    for article, doc in zip(articles, tqdm(docs, total=len(articles), desc="PolNeAR dev", disable=None), strict=True):
        found = [GoldEntity(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]
        for label, counted in score_entities(found, gold[article.name]).items():
            counts[label] += counted
    labels = ["all", *LABELS.values()]
    return [
        Table(
            f"Entities against CoreNLP's, PolNeAR dev, {len(articles)} articles (%)",
            ("label", "precision", "recall", "F1"),
            tuple(
                (label, percent(counts[label].precision), percent(counts[label].recall), percent(counts[label].f1))
                for label in labels
            ),
        )
    ]


def score_entities(
    predicted: list[GoldEntity] | tuple[GoldEntity, ...], gold: list[GoldEntity] | tuple[GoldEntity, ...]
) -> dict[str, Counts]:
    """Count exact, labelled entities of one article.

    Args:
        predicted: With labels of ``doc.ents``.
        gold: With CoreNLP's labels.

    Returns:
        Counts per label of ``doc.ents``, and under "all" over all of them.
    """
    wanted = {(item.start, item.end, LABELS[item.label]) for item in gold if item.label in LABELS}
    found = {(item.start, item.end, item.label) for item in predicted}
    counts = {
        label: Counts.of_sets({e for e in found if e[2] == label}, {e for e in wanted if e[2] == label})
        for label in LABELS.values()
    }
    return {"all": Counts.of_sets(found, wanted), **counts}


if __name__ == "__main__":
    raise SystemExit(run("Named entities against CoreNLP's on PolNeAR's dev articles.", measure))
