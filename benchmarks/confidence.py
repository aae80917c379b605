"""How sure attributions are, and how sure they should be: ``python -m benchmarks.confidence --data DIR``.

An attribution of PolNeAR's dev articles is right when cue, source and content agree with the gold ("whole attribution"
of :mod:`benchmarks.scorers.attributions`). With ``--fit`` the numbers of the curve are fitted anew and written to the
package. The table always shows a cross-validation: each fifth of the articles by a curve fitted on the others.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from attrs import asdict, frozen
from numpy.typing import NDArray
from scipy.optimize import minimize
from spacy.language import Language

from attribution.interpret import calibration as package
from attribution.interpret.attributions.drafting import draft_attributions
from attribution.interpret.calibration import Calibration, Evidence, inputs
from attribution.interpret.draft import Draft
from attribution.interpret.text.quotes import find_quotations
from attribution.interpret.text.turns import find_turns, with_turns
from attribution.interpret.trees.syntax import spans_of
from attribution.lexicons import Lexicons
from attribution.pipeline.readings import restore
from attribution.training.corpora import Article, CorpusError
from attribution.training.polnear import read_articles
from benchmarks import ours
from benchmarks.command import Setup, Table, add_arguments, percent
from benchmarks.scorers.attributions import Roles, whole_matches

FOLDS: Final = 5
BINS: Final = 10
_PENALTY: Final = 0.5
_FILE: Final = Path(package.__file__).with_name("calibration.toml")
_HEADER: Final = """\
# How sure an attribution is, in log odds; written by: python -m benchmarks.confidence --fit
[log_odds]
"""
Floats = NDArray[np.float64]


@frozen
class Judged:
    """The attributions of one article: what is known of each, and whether it is right."""

    evidence: tuple[Evidence, ...]
    right: tuple[bool, ...]


def judge(article: Article, nlp: Language) -> Judged:
    """Analyze an article and compare each attribution with its first annotator's."""
    doc = nlp(article.text)
    readings = restore(doc)
    assert readings is not None
    turns = find_turns(article.text)
    quotations = with_turns(find_quotations(article.text), turns)
    drafts = draft_attributions(doc, readings, quotations, Lexicons.default(), turns=turns)

    def roles(draft: Draft) -> Roles:
        source, cue = spans_of(doc, draft.source), spans_of(doc, draft.cue)
        return Roles(ours.pieces(source), ours.pieces(cue), ours.pieces(draft.content))

    found = whole_matches(article.text, [roles(draft) for draft in drafts], article.annotators[0])
    matched = {index for index, _ in found}
    evidence = tuple(draft.evidence for draft in drafts if draft.evidence is not None)
    return Judged(evidence, tuple(index in matched for index in range(len(drafts))))


def fit(articles: Sequence[Judged]) -> Calibration:
    """Fit the numbers of the curve: maximum likelihood, with a light penalty that keeps rare ones small."""
    facts = np.array([_row(item) for article in articles for item in article.evidence])
    sides = np.array([1.0 if right else -1.0 for article in articles for right in article.right])

    def loss(weights: Floats) -> float:
        return float(np.logaddexp(0.0, -sides * (facts @ weights)).sum() + _PENALTY * (weights**2).sum())

    found = minimize(loss, np.zeros(facts.shape[1]), method="L-BFGS-B").x
    return Calibration(**{name: round(float(v), 3) for name, v in zip(Calibration.names(), found, strict=True)})


def _row(evidence: Evidence) -> list[float]:
    values = inputs(evidence)
    return [values[name] for name in Calibration.names()]


def cross_validated(articles: Sequence[Judged]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the confidence of every attribution, by a curve that has not seen its article, and whether it is right."""
    said: list[float] = []
    right: list[bool] = []
    for fold in range(FOLDS):
        curve = fit([article for number, article in enumerate(articles) if number % FOLDS != fold])
        for article in articles[fold::FOLDS]:
            said.extend(map(curve, article.evidence))
            right.extend(article.right)
    return np.array(said), np.array(right)


def calibration_error(said: Floats, right: NDArray[np.bool_]) -> float:
    """Return the expected calibration error (Naeini et al. 2015): the mean gap over ten equal bins; 0 is best."""
    gaps = [abs(said[inside].mean() - right[inside].mean()) * inside.mean() for inside in _bins(said)]
    return float(sum(gaps))


def _bins(said: Floats) -> list[NDArray[np.bool_]]:
    numbers = np.minimum((said * BINS).astype(int), BINS - 1)
    return [inside for k in range(BINS) if (inside := numbers == k).any()]


def table(articles: Sequence[Judged]) -> Table:
    """Make the reliability table of a cross-validation over articles."""
    said, right = cross_validated(articles)
    rows = []
    for inside in (*_bins(said), np.ones(len(said), bool)):
        some, share = said[inside], percent(right[inside].mean())
        rows.append((f"{some.min():.2f} to {some.max():.2f}", str(len(some)), percent(some.mean()), share))
    return Table(
        f"Confidence of attributions, PolNeAR dev, {len(articles)} articles",
        ("confidence", "attributions", "mean confidence, %", "right, %"),
        tuple(rows),
        (
            f"Expected calibration error {calibration_error(said, right):.3f} (ten bins; 0 is best).",
            "Right: cue, source and content agree with the gold (whole attribution).",
            f"Cross-validated: each of {FOLDS} parts of the articles by a curve fitted on the others.",
        ),
    )


def judged(setup: Setup) -> list[Judged]:
    """Analyze the dev articles of PolNeAR in the data folder."""
    nlp = setup.pipeline()
    return [judge(article, nlp) for article in setup.first(read_articles(setup.data / "polnear" / "dev"))]


def measure(setup: Setup) -> list[Table]:
    """Make the reliability table of the shipped weights."""
    return [table(judged(setup))]


def write(curve: Calibration, path: Path = _FILE) -> None:
    """Write the numbers of a curve to the file that the package reads."""
    lines = [f"{name} = {value}\n" for name, value in asdict(curve).items()]
    path.write_text(_HEADER + "".join(lines), encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, measure, print the table, and write the curve where asked to."""
    parser = argparse.ArgumentParser(description="How sure attributions are, and how sure they should be.")
    add_arguments(parser)
    parser.add_argument("--fit", action="store_true", help=f"fit the curve anew and write it to {_FILE.name}")
    options = parser.parse_args(arguments)
    try:
        articles = judged(Setup(options.data, options.model, options.limit))
    except CorpusError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2
    print(table(articles))
    if options.fit:
        write(fit(articles))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
