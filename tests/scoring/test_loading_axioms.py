"""What the loading value must obey, over records made by hand."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.report.records import LoadedKind
from tests.scoring.cases import loading, total
from tests.strategies import PATIENT

KINDS = get_args(LoadedKind)
expressions = st.tuples(st.sampled_from(KINDS), st.sampled_from(["writer", "source"]))


def test_without_loaded_wording_it_is_exactly_zero() -> None:
    result = loading()
    assert (result.value, result.level) == (0.0, "neutral")
    assert sum(factor.effect for factor in result.factors) == 0


@pytest.mark.parametrize("voice", ["writer", "source"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_loaded_expression_raises(kind: str, voice: str) -> None:
    assert loading((kind, voice)).value > 0


@pytest.mark.parametrize("kind", KINDS)
def test_it_weighs_less_in_a_quotation(kind: str) -> None:
    assert loading((kind, "source")).value < loading((kind, "writer")).value


@PATIENT
@given(st.lists(expressions, max_size=6), expressions)
def test_one_more_never_lowers(found: list[tuple[str, str]], one: tuple[str, str]) -> None:
    less, more = loading(*found).value, loading(*found, one).value
    assert more > less or more == less == 1


@PATIENT
@given(st.lists(expressions, max_size=6))
def test_the_factors_add_up_and_point_at_the_words(found: list[tuple[str, str]]) -> None:
    result = loading(*found)
    assert result.value == total(result)
    assert [factor.name for factor in result.factors] == ["start", *(kind for kind, _ in found)]
    assert all(factor.span is not None for factor in result.factors[1:])


@PATIENT
@given(st.lists(expressions, max_size=4), st.randoms())
def test_order_makes_no_difference(found: list[tuple[str, str]], random: object) -> None:
    shuffled = sorted(found, key=lambda _: random.random())
    assert loading(*shuffled).value == loading(*found).value


@PATIENT
@given(st.lists(expressions, max_size=4), st.sampled_from(["REGIME", "Regime", "régime"]))
def test_case_and_words_make_no_difference(found: list[tuple[str, str]], text: str) -> None:
    assert loading(*found, text=text).value == loading(*found).value


def test_levels() -> None:
    assert loading().level == "neutral"
    assert loading(("reporting", "source")).level == "neutral"
    assert loading(("reporting", "writer")).level == "some"
    assert loading(("label", "writer")).level == "some"
    assert loading(("label", "writer"), ("label", "writer")).level == "heavy"
