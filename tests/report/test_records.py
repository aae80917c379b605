"""The records are plain, and the example reports are sound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given

from attribution.report import Attribution, Claim, Report, Score, Source, Span, summarize
from attribution.report.records import Identification
from attribution.report.summary import claim_chains, claim_identification
from tests.example import Finder, article, example
from tests.strategies import PATIENT, reports


def _spans(value: Any) -> Iterator[Any]:
    """Go through everything with offsets in a record."""
    if isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif attrs.has(type(value)):
        if hasattr(value, "start"):
            yield value
        for name in attrs.fields_dict(type(value)):
            yield from _spans(getattr(value, name))


@PATIENT
@given(reports())
def test_every_span_is_what_the_text_has_there(report: Report) -> None:
    for span in _spans(report):
        assert report.text[span.start : span.end] == span.text


@pytest.mark.parametrize("report", [example(), article()])
def test_the_examples_are_sound(report: Report) -> None:
    assert Report.from_dict(report.to_dict()) == report
    assert len(list(_spans(report))) > 10
    for claim in report.claims:
        for score in (claim.sourcing, claim.loading):
            if score.factors:
                assert score.value == pytest.approx(min(1, max(0, sum(factor.effect for factor in score.factors))))


def test_a_report_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        example().text = ""  # type: ignore[misc]
    assert not hasattr(example(), "__dict__")


def test_a_report_can_be_made_anew_with_other_parts() -> None:
    changed = attrs.evolve(example(), claims=())
    assert isinstance(changed, Report)
    assert changed.summary.claims == 0


def test_a_span_knows_its_length_and_reads_as_its_text() -> None:
    assert len(Span(2, 5, "abc")) == 3
    assert str(Span(2, 5, "abc")) == "abc"


def test_the_repr_says_what_was_looked_for_and_how_many_were_found() -> None:
    assert repr(example()) == (
        "<Report: 2 claims, 2 attributions, 1 source, 2 hedges, 1 loaded expression in 52 characters>"
    )
    assert repr(Report.empty("Rain.")) == (
        "<Report: nothing found in 5 characters; "
        "looked for claims, attributions, sources, hedges and loaded expressions>"
    )
    assert repr(Report.empty("A")).startswith("<Report: nothing found in 1 character; looked for ")
    assert repr(article()).endswith("; 1 warning>")


def test_the_summary_shows_itself_on_one_line() -> None:
    assert repr(article().summary) == (
        "<Summary: words 127, claims 8 (2 strong, 1 moderate, 3 weak, 2 none), sources 6, "
        "mean sourcing 0.31, mean loading 0.16>"
    )
    assert repr(Report.empty().summary).endswith("sources 0>")


@PATIENT
@given(reports())
def test_the_repr_is_one_short_line(report: Report) -> None:
    assert len(repr(report)) < 160
    assert "\n" not in repr(report)


def test_the_summary_of_an_article() -> None:
    summary = article().summary
    assert (summary.claims, summary.sources) == (8, 6)
    levels = summary.sourcing_levels
    assert (levels.strong, levels.moderate, levels.weak, levels.none) == (2, 1, 3, 2)
    shares = summary.identification
    assert (shares.named, shares.role, shares.vague, shares.none) == (2 / 8, 1 / 8, 2 / 8, 3 / 8)
    # "sources" stand behind C2 and C3; five claims have a source.
    assert (summary.largest_source, summary.largest_source_share) == ("S1", 2 / 5)
    assert summary.anonymous_share == 3 / 8
    assert summary.words == 127
    assert summary.hedges_per_100_words == pytest.approx(100 * 3 / 127)
    assert summary.loaded_per_100_words == pytest.approx(100 * 5 / 127)
    assert summary.mean_sourcing == pytest.approx(sum(claim.sourcing.value for claim in article().claims) / 8)
    assert summary.mean_loading == pytest.approx(1.3 / 8)


def test_the_summary_of_nothing() -> None:
    summary = Report.empty("Two words").summary
    assert (summary.words, summary.claims, summary.largest_source_share, summary.mean_sourcing) == (2, 0, 0.0, None)


@PATIENT
@given(reports())
def test_summaries_add_up(report: Report) -> None:
    summary = summarize(report)
    levels, shares = summary.sourcing_levels, summary.identification
    assert levels.strong + levels.moderate + levels.weak + levels.none == summary.claims == len(report.claims)
    total = shares.named + shares.role + shares.vague + shares.none
    assert total == pytest.approx(1.0 if report.claims else 0.0)
    assert (summary.largest_source is None) == (summary.largest_source_share == 0.0)
    for share in (summary.largest_source_share, summary.anonymous_share):
        assert 0.0 <= share <= 1.0
    assert hash(summary) == hash(summarize(report))


def test_independent_sources_are_better_than_the_worst_of_them() -> None:
    text = "Sources and Kerry said so. Aides said Lavrov said so."
    at = Finder(text)

    def attribution(name: str, source: str, identification: Identification, parent: str | None = None) -> Attribution:
        who = Source((at(source),), "person", identification)
        return Attribution(name, (at("said"),), "verb", "neutral", who, (at("so"),), "indirect", parent=parent)

    attributions = (
        attribution("A1", "Sources", "vague"),
        attribution("A2", "Kerry", "named"),
        attribution("A3", "Aides", "role"),
        attribution("A4", "Lavrov", "named", parent="A3"),
    )

    def chains(*names: str) -> tuple[Identification, list[list[str]]]:
        claim = Claim("C1", (at("so"),), 0, names, (), (), Score(0.0, "none"), Score(0.0, "neutral"))
        known = {attribution.id: attribution for attribution in attributions}
        found = [[source.spans[0].text for source in chain] for chain in claim_chains(claim, known)]
        return claim_identification(claim, known), found

    assert chains("A1", "A2") == ("named", [["Sources"], ["Kerry"]])
    assert chains("A3", "A4") == ("role", [["Aides", "Lavrov"]])
    assert chains("A1", "A3", "A4") == ("role", [["Sources"], ["Aides", "Lavrov"]])
    assert chains("A4") == ("named", [["Lavrov"]])
    assert chains() == ("none", [])
