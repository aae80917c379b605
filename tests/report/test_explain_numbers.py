"""Every number in the paragraph can be counted again in the report."""

from __future__ import annotations

import re
from math import fsum

from hypothesis import given

from attribution.report import Report
from attribution.report.explain import describe
from attribution.report.summary import claim_sources, count_words
from tests.strategies import PATIENT, reports

_NUMBER = re.compile(r"(?<![\w.])\d[\d.,]*%?(?!\w)")
_QUOTED = re.compile(r"“[^”]*”|C\d+|from 0 to 1|\(1 is best\)|\(0 is neutral\)")


def counted(report: Report) -> set[str]:
    """All numbers that a reader may count in a report, as they are written."""
    attributions = {item.id: item for item in report.attributions}
    claims, words = report.claims, count_words(report.text)
    sources = [list(claim_sources(claim, attributions)) for claim in claims]
    numbers = [len(claims), words, len(report.sources), len(report.hedges), len(report.loaded)]
    numbers += [
        sum(claim.sourcing.level == level for claim in claims) for level in ("strong", "moderate", "weak", "none")
    ]
    numbers += [sum(any(source.identification != "named" for source in found) for found in sources)]
    unnamed = [found for found in sources if any(source.identification != "named" for source in found)]
    numbers += [sum(any(source.anonymous for source in found) for found in unnamed)]
    written = {str(number) for number in numbers}
    entities = [{source.entity for source in found if source.entity is not None} for found in sources]
    sourced = sum(map(bool, entities))
    written.add(str(sourced))
    for entity in report.sources:
        written.add(str(sum(entity.id in found for found in entities)))
        share = sum(entity.id in found for found in entities) / sourced if sourced else 0.0
        written.add(f"{share:.0%}")
    for found in (report.hedges, report.loaded):
        written.add(f"{100 * len(found) / words:.1f}" if words else "0.0")
    for score in ("sourcing", "loading"):
        values = [getattr(claim, score).value for claim in claims]
        written.add(f"{fsum(values) / len(values):.2f}")
        written.update(f"{value:.2f}" for value in values)
    return written


@PATIENT
@given(reports())
def test_each_number_is_in_the_report(report: Report) -> None:
    if not report.claims:
        return
    said = _NUMBER.findall(_QUOTED.sub("", describe(report)))
    assert len(said) >= 4
    assert {number.rstrip(".,") for number in said} <= counted(report)
