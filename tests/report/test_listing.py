"""Records show themselves; the tables are still the tuples that they were."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest
from hypothesis import given

from attribution.report import Report
from attribution.report.listing import MOST_ROWS, Claims, Findings, Sources
from tests.example import article, example
from tests.strategies import PATIENT, reports

TABLES = ("sentences", "attributions", "sources", "hedges", "loaded", "claims", "findings")


def records(report: Report) -> list[object]:
    found: list[object] = [record for table in TABLES for record in getattr(report, table)]
    for attribution in report.attributions:
        found += [*attribution.content, *([attribution.source] if attribution.source else [])]
    for claim in report.claims:
        found += [claim.sourcing, claim.loading, *claim.sourcing.factors]
    return found


@PATIENT
@given(reports())
def test_every_table_and_record_shows_itself_whatever_it_holds(report: Report) -> None:
    for table in TABLES:
        listing = getattr(report, table)
        repr(listing).encode()
        listing._repr_html_().encode()
    for record in records(report):
        line = repr(record)
        line.encode()
        assert "\n" not in line
        assert len(line) < 400


@PATIENT
@given(reports())
def test_a_table_is_the_tuple_of_its_records(report: Report) -> None:
    for table in TABLES:
        listing = getattr(report, table)
        plain = tuple(listing)
        assert type(plain) is tuple
        assert isinstance(listing, tuple)
        assert listing == plain and plain == listing and hash(listing) == hash(plain)
        assert listing[:1] == plain[:1] and type(listing[:1]) is type(listing)
        assert [listing[place] for place in range(len(listing))] == list(plain)
        assert copy.deepcopy(listing) == pickle.loads(pickle.dumps(listing)) == listing


def test_a_report_takes_any_sequence_and_stays_a_value() -> None:
    report = article()
    changed = attrs.evolve(report, claims=list(report.claims[:2]), sources=list(report.sources))
    assert changed.claims == report.claims[:2]
    assert changed.sources == report.sources
    assert hash(changed) == hash(attrs.evolve(report, claims=report.claims[:2]))


def test_the_table_of_claims_says_who_vouches_also_for_some_of_them_and_after_a_journey() -> None:
    claims = pickle.loads(pickle.dumps(article())).claims
    for listing in (claims, claims[3:4], copy.copy(claims)):
        assert isinstance(listing, Claims)
        assert "AFP > The so-called Syrian" in repr(listing)
        assert "AFP" in listing._repr_html_()
        assert "It reaches us through AFP rather than directly." in listing._repr_html_()


def test_the_table_of_sources_and_of_findings() -> None:
    report = article()
    assert isinstance(report.sources, Sources)
    assert "A top official" in repr(report.sources) and "role" in report.sources._repr_html_()
    assert isinstance(report.findings, Findings)
    assert report.findings[0].message.split()[0] in repr(report.findings)


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_says_what_is_not_there(table: str) -> None:
    listing = getattr(Report.empty(), table)
    assert repr(listing).startswith("no ")
    assert f"No {listing.plural}" in listing._repr_html_()


def test_a_long_table_says_how_many_more_there_are() -> None:
    report = example()
    claims = Claims([report.claims[0]] * (MOST_ROWS + 2), report.attributions)
    assert repr(claims).endswith("\n… and 2 more")
    assert claims._repr_html_().count('class="what"') == MOST_ROWS + 2


def test_one_line_for_each_record() -> None:
    report = example()
    claim = report.claims[0]
    assert repr(claim) == "<Claim C1 “the US regime may claim Syria”: sourcing 0.20 weak, loading 0.40 some>"
    assert repr(claim.sourcing) == "<Score 0.20 weak = +0.80 start -0.60 identification>"
    assert repr(claim.sourcing.factors[0]) == "<Factor start +0.80: Somebody else than the writer vouches for it.>"
    assert repr(report.sources[0]) == "<Entity S1 “Sources”: vague, group, 1 mention>"
    assert repr(report.attributions[0].source) == "<Source “Sources”: vague, group, anonymous>"
    assert repr(report.hedges[0]) == "<Hedge “may”: modal>"
    assert repr(report.loaded[0]) == "<Loaded “regime”: label, writer's voice>"
    assert repr(report.sentences[1]) == "<Sentence body 43–52 “It rains.”>"
    assert repr(claim.spans[0]) == "<Span 12–41 “the US regime may claim Syria”>"
    assert repr(report.attributions[0]) == (
        "<Attribution A1 “Sources” > “say” > “the US regime may claim Syria”: neutral, indirect>"
    )


def test_a_single_claim_shows_both_scores_with_their_reasons() -> None:
    shown = article().claims[3]._repr_html_()
    for words in ("C4", "0.70 strong", "0.00 neutral", "It reaches us through AFP rather than directly.", "−0.10"):
        assert words in shown
