"""From a report without scores to one with scores."""

from __future__ import annotations

from typing import TypeVar

from attrs import evolve

from attribution.report.records import Claim, ReportData, Score
from attribution.scoring.chain import Facts, chains_of
from attribution.scoring.corroboration import find_backing
from attribution.scoring.loading import score_loading
from attribution.scoring.sourcing import score_sourcing
from attribution.scoring.weights import Weights

R = TypeVar("R", bound=ReportData)


def score(report: R, weights: Weights | None = None) -> R:
    """Score every claim of a report: how strongly it is sourced, and how loaded its wording is.

    Both scores are sums in [0, 1] of the weights that apply, each with its reason and the words that call for it. They
    depend on nothing but the report's records, and say nothing about whether a claim is true.

    Args:
        report: The report; scores that it has are replaced.
        weights: The table of weights; the shipped one by default.

    Returns:
        The same report with ``sourcing`` (1 = the reader can tell exactly who vouches for it, 0 = nobody does) and
        ``loading`` (0 = neutral wording, 1 = heavily loaded) of each claim filled in.
    """
    table = weights if weights is not None else Weights.shipped()
    attributions = {attribution.id: attribution for attribution in report.attributions}
    facts = Facts.of(report)
    chains = [chains_of(claim, attributions, report.hedges, facts, table.words) for claim in report.claims]
    backing = find_backing(report.claims, chains, table.corroboration)
    claims = tuple(
        _scored(
            claim,
            score_sourcing(ways, other, facts, table),
            score_loading([report.loaded[index] for index in claim.loaded], table),
        )
        for claim, ways, other in zip(report.claims, chains, backing, strict=True)
    )
    return evolve(report, claims=claims)


def _scored(claim: Claim, sourcing: Score, loading: Score) -> Claim:
    """Do what ``evolve`` does, which takes as long as the scores do."""
    return Claim(
        claim.id, claim.spans, claim.sentence, claim.attributions, claim.hedges, claim.loaded, sourcing, loading
    )
