"""A score explains itself: its factors add up, point at the words and say why."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

from attribution.report import Report
from attribution.scoring import Weights, score
from tests.scoring.cases import Case, cases, names, sourcing, total
from tests.strategies import PATIENT, reports


@PATIENT
@given(cases())
def test_the_factors_add_up_to_the_value_by_hand(case: Case) -> None:
    result = sourcing(case)
    assert result.value == total(result)
    assert all(round(factor.effect, 2) == factor.effect for factor in result.factors)


@PATIENT
@given(cases())
def test_nothing_is_hidden_in_the_clip(case: Case) -> None:
    assert 0 < sum(factor.effect for factor in sourcing(case).factors) < 1


@PATIENT
@given(cases())
def test_every_factor_points_at_words_and_has_a_sentence(case: Case) -> None:
    report = case.report()
    for factor in score(report).claims[0].sourcing.factors:
        assert factor.span is not None
        assert report.text[factor.span.start : factor.span.end] == factor.span.text
        assert factor.reason[0].isupper() or factor.reason[0] == "“"
        assert factor.reason.endswith(".")


@PATIENT
@given(reports())
def test_any_report_gets_scores_that_add_up(report: Report) -> None:
    scored = score(report)
    for claim in scored.claims:
        for result in (claim.sourcing, claim.loading):
            assert 0 <= result.value <= 1
            assert result.value == total(result)
            assert result.factors
        assert claim.attributions or claim.sourcing.value == 0
    assert Report.from_dict(scored.to_dict()) == scored


@PATIENT
@given(reports())
def test_scoring_is_deterministic_and_changes_nothing_else(report: Report) -> None:
    once = score(report)
    assert once == score(report) == score(once) == score(report, Weights.shipped())
    unscored = [
        evolve(claim, sourcing=report.claims[0].sourcing, loading=report.claims[0].loading) for claim in once.claims
    ]
    original = [
        evolve(claim, sourcing=report.claims[0].sourcing, loading=report.claims[0].loading) for claim in report.claims
    ]
    assert unscored == original
    assert evolve(once, claims=()) == evolve(report, claims=())


def test_the_writers_own_voice_is_exactly_zero_and_says_why() -> None:
    report = Case().report()
    bare = evolve(report, claims=(evolve(report.claims[0], attributions=()),))
    result = score(bare).claims[0].sourcing
    assert (result.value, result.level) == (0.0, "none")
    assert [factor.effect for factor in result.factors] == [0.0]


@pytest.mark.parametrize(
    ("case", "factors"),
    [
        (Case(), ["identification"]),
        (Case(relays=("named",), quotation="direct"), ["identification", "quotation", "relay"]),
        (Case(relays=("named", "role")), ["identification", "relay", "relay", "unnamed relay"]),
        (Case("vague", 1, has_reason=True), ["identification", "description", "anonymity reason"]),
        (Case("role", count=3, has_via=True), ["identification", "number", "via"]),
        (Case(stance="distancing", is_hearsay=True), ["identification", "stance", "hearsay"]),
        (Case(stance="belief", cue_kind="noun"), ["identification", "noun"]),
        (Case(is_corroborated=True), ["identification", "corroboration"]),
        (Case("role", kind="document"), ["identification", "document"]),
    ],
)
def test_factors_are_named_after_what_they_look_at(case: Case, factors: list[str]) -> None:
    assert names(case) == factors


def test_the_weakest_source_is_the_one_that_starts_the_sum() -> None:
    factors = sourcing(Case("named", relays=("vague",))).factors
    assert factors[0].span is not None and factors[0].span.text == "some"
    assert factors[0].effect == Weights.shipped().sourcing.start.vague
