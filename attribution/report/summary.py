"""The article at a glance: a pure function of the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from math import fsum

from .records import Attribution, Claim, Identification, IdentificationShares, LevelCounts, ReportData, Source, Summary

_WORD = re.compile(r"\w+(?:['\u2019\-]\w+)*")
_BEST_TO_WORST: tuple[Identification, ...] = ("named", "role", "vague", "none")


def summarize(report: ReportData) -> Summary:
    """Count what a report holds.

    Args:
        report: Any report.

    Returns:
        The figures, as :class:`~attribution.report.records.Summary` defines them.
    """
    attributions = {attribution.id: attribution for attribution in report.attributions}
    levels = Counter(claim.sourcing.level for claim in report.claims)
    kinds = Counter(claim_identification(claim, attributions) for claim in report.claims)
    entities = [_entities(claim, attributions) for claim in report.claims]
    sourced = sum(1 for names in entities if names)
    # An entity counts once for a claim, however often it stands in the chain; sorting by first use settles ties.
    parts = Counter(name for names in entities for name in names)
    largest = max(parts, key=lambda name: parts[name], default=None)
    anonymous = sum(
        1 for claim in report.claims if any(source.anonymous for source in claim_sources(claim, attributions))
    )
    words = count_words(report.text)
    total = len(report.claims)
    return Summary(
        words=words,
        claims=total,
        sourcing_levels=LevelCounts(
            strong=levels["strong"], moderate=levels["moderate"], weak=levels["weak"], none=levels["none"]
        ),
        identification=IdentificationShares(
            named=_ratio(kinds["named"], total),
            role=_ratio(kinds["role"], total),
            vague=_ratio(kinds["vague"], total),
            none=_ratio(kinds["none"], total),
        ),
        sources=len(report.sources),
        largest_source=largest,
        largest_source_share=_ratio(parts[largest] if largest is not None else 0, sourced),
        anonymous_share=_ratio(anonymous, total),
        hedges_per_100_words=_ratio(100 * len(report.hedges), words),
        loaded_per_100_words=_ratio(100 * len(report.loaded), words),
        mean_sourcing=fsum(claim.sourcing.value for claim in report.claims) / total if total else None,
        mean_loading=fsum(claim.loading.value for claim in report.claims) / total if total else None,
    )


def count_words(text: str) -> int:
    """Count the runs of letters and digits, with the apostrophes and hyphens inside them."""
    # An underscore is no letter; to leave it out in the pattern takes half as long again.
    return len(_WORD.findall(text.replace("_", " ")))


def claim_sources(claim: Claim, attributions: Mapping[str, Attribution]) -> Iterator[Source]:
    """Go through the sources in a claim's chain of attributions, the outermost first."""
    for name in claim.attributions:
        source = attributions[name].source
        if source is not None:
            yield source


def claim_chains(claim: Claim, attributions: Mapping[str, Attribution]) -> list[list[Source]]:
    """Return the sources of a claim, chain by chain: independent sources stand in chains of their own.

    A chain runs from the outermost attribution, which reaches the reader first, inwards. Attributions without a source
    are left out, and so are chains in which none has one.
    """
    outer = {attributions[name].parent for name in claim.attributions}
    chains = []
    for name in claim.attributions:
        if name in outer:
            continue
        inwards = [place for place in _outwards(name, attributions) if place in claim.attributions][::-1]
        sources = [source for place in inwards if (source := attributions[place].source) is not None]
        if sources:
            chains.append(sources)
    return chains


def claim_identification(claim: Claim, attributions: Mapping[str, Attribution]) -> Identification:
    """Return how well a reader could find out who vouches for a claim.

    A chain is as good as its least identified source, and a claim as its best chain; ``none`` without a source.
    """
    chains = claim_chains(claim, attributions)
    worst = [max(_BEST_TO_WORST.index(source.identification) for source in chain) for chain in chains]
    return _BEST_TO_WORST[min(worst)] if worst else "none"


def _outwards(name: str, attributions: Mapping[str, Attribution]) -> list[str]:
    """Go from an attribution to what holds it, and so on; each is visited once, whatever the parents say."""
    found: dict[str, None] = {}
    place: str | None = name
    while place is not None and place not in found and place in attributions:
        found[place] = None
        place = attributions[place].parent
    return list(found)


def _entities(claim: Claim, attributions: Mapping[str, Attribution]) -> tuple[str, ...]:
    names = (source.entity for source in claim_sources(claim, attributions))
    return tuple(dict.fromkeys(name for name in names if name is not None))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
