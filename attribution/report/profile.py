"""Figures of one or several articles, as charts compare them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from attrs import frozen

from .printable import shortened
from .records import IdentificationShares, LevelCounts, ReportData
from .summary import summarize

_LABEL_LENGTH = 42


@frozen
class Profile:
    """What some articles have in common, every claim counting the same.

    Attributes:
        label: What to call them.
        articles: How many they are.
        claims: Number of claims of all of them.
        levels: Number of claims at each level of sourcing.
        vouching: Share of the claims by identification, as in :class:`~attribution.report.records.Summary`.
        speaking: Share of the distinct sources by identification; a source that speaks in two articles counts twice.
        sourcing: Mean of the claims' sourcing values in [0, 1], higher is better sourced; ``None`` without claims.
        loading: Mean of the claims' loading values in [0, 1], higher is more loaded; ``None`` without claims.
        hedges: Hedges for every hundred words of all the articles.
        loaded: Loaded expressions for every hundred words of all the articles.
    """

    label: str
    articles: int
    claims: int
    levels: LevelCounts
    vouching: IdentificationShares
    speaking: IdentificationShares
    sourcing: float | None
    loading: float | None
    hedges: float
    loaded: float


def profile(label: str, reports: Sequence[ReportData]) -> Profile:
    """Count the claims, sources and words of some articles together.

    Args:
        label: What to call them.
        reports: Their reports.
    """
    summaries = [summarize(report) for report in reports]
    claims = [claim for report in reports for claim in report.claims]
    words = sum(summary.words for summary in summaries)
    levels = Counter(claim.sourcing.level for claim in claims)
    vouching = {
        name: fsum(getattr(summary.identification, name) * summary.claims for summary in summaries) for name in _NAMES
    }
    speaking = Counter(entity.identification for report in reports for entity in report.sources)
    return Profile(
        label=shortened(label, _LABEL_LENGTH),
        articles=len(reports),
        claims=len(claims),
        levels=LevelCounts(levels["strong"], levels["moderate"], levels["weak"], levels["none"]),
        vouching=_shares(vouching),
        speaking=_shares({str(name): number for name, number in speaking.items()}),
        sourcing=fsum(claim.sourcing.value for claim in claims) / len(claims) if claims else None,
        loading=fsum(claim.loading.value for claim in claims) / len(claims) if claims else None,
        hedges=100 * sum(len(report.hedges) for report in reports) / words if words else 0.0,
        loaded=100 * sum(len(report.loaded) for report in reports) / words if words else 0.0,
    )


def profiles(reports: Iterable[ReportData] | Mapping[str, ReportData | Iterable[ReportData]]) -> list[Profile]:
    """Return a profile for each article, or for each name.

    Args:
        reports: Reports, which are called by their headings or first words; or a mapping from names to a report or
            to several reports.

    Raises:
        TypeError: If something in it is no report.
        ValueError: If there is none.
    """
    if isinstance(reports, Mapping):
        named = [(str(name), _several(given, f"reports[{name!r}]")) for name, given in reports.items()]
    elif isinstance(reports, ReportData):
        raise TypeError("compare() takes several reports, not one; report.plot() draws a single one")
    else:
        named = [(_called(number, report), [report]) for number, report in enumerate(_several(reports, "reports"), 1)]
    if not named:
        raise ValueError("compare() was given no reports")
    return [profile(name, given) for name, given in named]


_NAMES = ("named", "role", "vague", "none")


def _shares(numbers: Mapping[str, float]) -> IdentificationShares:
    total = fsum(numbers.values())
    return IdentificationShares(**{name: numbers.get(name, 0.0) / total if total else 0.0 for name in _NAMES})


def _several(given: object, path: str) -> list[ReportData]:
    if isinstance(given, ReportData):
        return [given]
    if not isinstance(given, Iterable) or isinstance(given, (str, bytes)):
        raise TypeError(f"{path} must be a report or reports, not {type(given).__name__}")
    found = list(given)
    for number, report in enumerate(found):
        if not isinstance(report, ReportData):
            raise TypeError(f"{path}[{number}] must be a report, not {type(report).__name__}")
    return found


def _called(number: int, report: ReportData) -> str:
    """Call an article by its first heading, or by its first words."""
    headings = [sentence.text for sentence in report.sentences if sentence.kind == "heading"]
    words = shortened(headings[0] if headings else report.text, _LABEL_LENGTH - 5)
    return f"{number}. {words}" if words else f"{number}."
