"""Attributions in PolNeAR's dev articles: ``python -m benchmarks.attributions --data DIR``.

Each system is scored against the first annotator of each article (by name). Beside them stand PolNeAR's annotators
against each other, on the train and dev articles that several of them marked: about as well as the task can be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from tqdm import tqdm

from attribution.training.corpora import Article
from attribution.training.polnear import read_articles
from benchmarks import ours
from benchmarks.command import Setup, Table, percent, run
from benchmarks.peers import quotations, rules
from benchmarks.scorers.attributions import ROLES, AttributionScores, HasRoles, score_attributions


def measure(setup: Setup) -> list[Table]:
    """Score this package and its peers on ``polnear/dev`` of the data folder."""
    articles = setup.first(read_articles(setup.data / "polnear" / "dev"))
    mine, baseline, textacy = AttributionScores(), AttributionScores(), AttributionScores()
    raised = 0
    for article, doc in zip(articles, _analyzed(articles, setup.pipeline()), strict=True):
        gold = article.annotators[0]
        mine += score_attributions(article.text, ours.roles(doc._.report), gold)
        baseline += score_attributions(article.text, tuple(rules.find_attributions(doc)), gold)
        found: Sequence[HasRoles] = ()
        try:
            found = quotations.find_attributions(doc)
        except Exception:  # Whatever it raises, its user gets nothing for this article.
            raised += 1
        textacy += score_attributions(article.text, found, gold)
    columns = {
        "this package": mine,
        "dependency rules": baseline,
        "textacy direct_quotations": textacy,
        "annotators": annotator_agreement([*read_articles(setup.data / "polnear" / "train"), *articles]),
    }
    return [
        Table(
            f"Attributions, PolNeAR dev, {len(articles)} articles (F1, %)",
            ("measure", *columns),
            tuple(_rows(list(columns.values()))),
            (
                "The dependency rules and textacy work on this package's parse.",
                f"textacy raises on {raised} of {len(articles)} articles, which count as nothing found.",
                "Annotators: PolNeAR's own against each other, on train and dev articles that several of them marked.",
            ),
        )
    ]


def annotator_agreement(articles: Iterable[Article]) -> AttributionScores:
    """Score every annotator of an article but the first against the first (by name)."""
    scores = AttributionScores()
    for article in articles:
        first, *others = article.annotators
        for other in others:
            scores += score_attributions(article.text, other, first)
    return scores


def _analyzed(articles: Sequence[Article], nlp: Language) -> Iterator[Doc]:
    docs: Iterator[Doc] = nlp.pipe(article.text for article in articles)
    yield from tqdm(docs, total=len(articles), desc="PolNeAR dev", disable=None)


def _rows(systems: Sequence[AttributionScores]) -> Iterator[tuple[str, ...]]:
    for role in ROLES:
        yield f"{role}, exact", *(percent(scores.exact[role].f1) for scores in systems)
    for role in ROLES:
        yield f"{role}, overlap", *(percent(scores.overlap[role].f1) for scores in systems)
    yield "whole attribution", *(percent(scores.whole.f1) for scores in systems)


if __name__ == "__main__":
    raise SystemExit(run("Attributions in PolNeAR's dev articles.", measure))
