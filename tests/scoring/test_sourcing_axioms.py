"""What the sourcing value must obey, over records made by hand; each test names the guarantee."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.cases import QUOTATIONS, STANCES, STANDINGS, Case, all_values, cases, sourcing, value
from tests.strategies import PATIENT

_WITHOUT_RELAYS = {"relays": ()}


@PATIENT
@given(cases(), st.lists(st.just("named"), max_size=3).map(tuple))
def test_the_better_identified_source_stands_higher_whatever_else_is_the_case(
    case: Case, relays: tuple[str, ...]
) -> None:
    values = [value(case.with_(standing=standing, relays=relays)) for standing in STANDINGS]
    assert all(better > worse for better, worse in pairwise(values)), values


@PATIENT
@given(cases(description=0, kind="person", count=None, has_reason=False))
def test_behind_a_weak_relay_a_better_identified_source_is_no_worse(case: Case) -> None:
    values = [value(case.with_(standing=standing)) for standing in STANDINGS]
    assert values == sorted(values, reverse=True)


def test_identification_orders_every_combination() -> None:
    """Exhaustive: columns of the same combination, all relays named or none."""
    columns = [
        [found for case, found in all_values(standing) if set(case.relays) <= {"named"}] for standing in STANDINGS
    ]
    for better, worse in pairwise(columns):
        assert all(b > w for b, w in zip(better, worse, strict=True))


def test_nobody_is_below_every_vague_source_and_above_the_writers_own_voice() -> None:
    nobody = [found for _, found in all_values("none")]
    vague = [found for _, found in all_values("vague")]
    assert min(nobody) > 0
    assert max(nobody) < min(vague)


def test_a_vague_source_is_always_weak() -> None:
    assert max(found for _, found in all_values("vague")) < 0.4


@PATIENT
@given(cases(), st.sampled_from([(0, 1), (1, 2)]))
def test_describing_a_source_never_lowers(case: Case, step: tuple[int, int]) -> None:
    less, more = step
    assert value(case.with_(description=more)) >= value(case.with_(description=less))


@PATIENT
@given(cases(standing="vague"), st.sampled_from([1, 2]))
def test_a_described_vague_source_beats_a_bare_one(case: Case, description: int) -> None:
    assert value(case.with_(description=description)) > value(case.with_(description=0))


@PATIENT
@given(cases(standing="role"), st.integers(0, 2))
def test_an_official_of_something_beats_an_official_of_nothing(case: Case, description: int) -> None:
    case = case.with_(description=description, relays=())
    assert value(case) > value(case.with_(standing="official"))


@PATIENT
@given(cases())
def test_a_reason_for_anonymity_never_lowers(case: Case) -> None:
    assert value(case.with_(has_reason=True)) >= value(case.with_(has_reason=False))


@PATIENT
@given(cases(**_WITHOUT_RELAYS), st.sampled_from(["role", "official", "vague"]))
def test_a_reason_for_anonymity_raises_a_source_without_a_name(case: Case, standing: str) -> None:
    case = case.with_(standing=standing)
    assert value(case.with_(has_reason=True)) > value(case.with_(has_reason=False))


@PATIENT
@given(cases(**_WITHOUT_RELAYS), st.sampled_from(STANDINGS[:4]), st.sampled_from([2, 3, 12]))
def test_several_sources_beat_one(case: Case, standing: str, count: int) -> None:
    case = case.with_(standing=standing)
    assert value(case.with_(count=count)) > value(case.with_(count=1)) == value(case.with_(count=None))
    assert value(case.with_(count=3)) >= value(case.with_(count=2))


@PATIENT
@given(cases(), st.sampled_from(STANDINGS[:4]))
def test_a_relay_never_raises(case: Case, relay: str) -> None:
    relays = case.relays[:2]
    assert value(case.with_(relays=(relay, *relays))) <= value(case.with_(relays=relays))


@PATIENT
@given(cases(**_WITHOUT_RELAYS), st.sampled_from(STANDINGS))
def test_a_named_relay_lowers(case: Case, standing: str) -> None:
    case = case.with_(standing=standing)
    assert value(case.with_(relays=("named",))) < value(case)


@PATIENT
@given(cases(standing="named", relays=("named",)), st.sampled_from(STANDINGS[1:]))
def test_a_relayed_name_beats_a_relayed_official(case: Case, standing: str) -> None:
    assert value(case) > value(case.with_(standing=standing))


@PATIENT
@given(cases())
def test_quoting_directly_is_at_least_as_good(case: Case) -> None:
    values = [value(case.with_(quotation=quotation)) for quotation in QUOTATIONS]
    assert values == sorted(values, reverse=True)


@PATIENT
@given(cases(is_hearsay=False))
def test_hearsay_lowers(case: Case) -> None:
    assert value(case.with_(is_hearsay=True)) < value(case)


@PATIENT
@given(cases(), st.sampled_from(STANCES[1:]))
def test_no_stance_beats_neutral(case: Case, stance: str) -> None:
    assert value(case.with_(stance="neutral")) >= value(case.with_(stance=stance))


@PATIENT
@given(cases(is_corroborated=False, stance="neutral"), st.sampled_from(STANDINGS[:4]))
def test_an_independent_second_source_raises(case: Case, standing: str) -> None:
    case = case.with_(standing=standing)
    assert value(case.with_(is_corroborated=True)) > value(case)


@PATIENT
@given(cases(), st.text("abc é\n“", max_size=40))
def test_the_place_in_the_text_makes_no_difference(case: Case, lead: str) -> None:
    assert value(case.with_(lead=lead)) == value(case)


@PATIENT
@given(cases(is_corroborated=False), st.text(min_size=1, max_size=40))
def test_what_the_claim_is_about_makes_no_difference(case: Case, content: str) -> None:
    assert value(case.with_(content=content)) == value(case)


@PATIENT
@given(cases(standing="named"), st.sampled_from(["Wang Yi", "Her Majesty", "US", "Sources Media", "An Official"]))
def test_the_name_makes_no_difference(case: Case, name: str) -> None:
    assert value(case.with_(name=name)) == value(case)


@pytest.mark.parametrize(
    ("case", "level"),
    [
        (Case("named"), "strong"),
        (Case("named", stance="distancing"), "strong"),
        (Case("named", stance="denial"), "strong"),
        (Case("named", quotation="direct"), "strong"),
        (Case("named", has_via=True), "strong"),
        (Case("named", stance="belief"), "moderate"),
        (Case("named", relays=("named",)), "moderate"),
        (Case("named", relays=("named",), quotation="direct"), "moderate"),
        (Case("named", cue_kind="noun"), "moderate"),
        (Case("named", is_hearsay=True), "moderate"),
        (Case("named", relays=("vague",)), "weak"),
        (Case("role"), "moderate"),
        (Case("role", has_via=True), "moderate"),
        (Case("role", stance="belief"), "moderate"),
        (Case("role", relays=("named",)), "moderate"),
        (Case("role", 2, count=3, has_reason=True, quotation="direct"), "moderate"),
        (Case("official"), "weak"),
        (Case("official", 1, has_via=True, quotation="mixed"), "weak"),
        (Case("vague"), "weak"),
        (Case("vague", 2, count=3, has_reason=True, quotation="direct"), "weak"),
        (Case("none"), "weak"),
        (Case("none", cue_kind="adverb", stance="distancing"), "weak"),
    ],
)
def test_levels_are_those_of_an_editor(case: Case, level: str) -> None:
    assert sourcing(case).level == level
