"""The same claim sourced twice strengthens both; the same source twice does not."""

from __future__ import annotations

import pytest

from tests.scoring.test_chains import Text

ARRIVED = "thirty soldiers arrived in the northern city of Kobani"


def backed(*statements: tuple[str, str], **fields: object) -> list[bool]:
    """Which of the claims (source, words) find a backing in the text."""
    text = Text()
    for number, (source, words) in enumerate(statements):
        content = text.write(words)
        stance = fields.get("stance", "neutral") if number else "neutral"
        text.claim(content, text.says(text.source(source), content, stance=stance))
    return [any(factor.name == "corroboration" for factor in result.factors) for result in text.scores()]


def test_two_sources_back_each_other() -> None:
    assert backed(("Ana Silva", ARRIVED), ("Wang Yi", ARRIVED)) == [True, True]


def test_the_same_source_twice_counts_once() -> None:
    assert backed(("Ana Silva", ARRIVED), ("Ana Silva", ARRIVED)) == [False, False]


@pytest.mark.parametrize(
    "words",
    [
        "that thirty soldiers have arrived in the northern city of Kobani",
        "Thirty soldiers are arriving in Kobani, a northern city",
        "thirty soldiers arrived in the northern city of Kobani on Thursday",
    ],
)
def test_other_words_for_the_same_back_each_other(words: str) -> None:
    assert backed(("Ana Silva", ARRIVED), ("Wang Yi", words)) == [True, True]


@pytest.mark.parametrize(
    "words",
    [
        "no soldiers arrived in the northern city of Kobani",
        "thirty soldiers did not arrive in the northern city of Kobani",
        "thirty trucks left the northern province of Idlib",
        "it is cold",
    ],
)
def test_other_claims_do_not(words: str) -> None:
    assert backed(("Ana Silva", ARRIVED), ("Wang Yi", words)) == [False, False]


def test_other_numbers_do_not() -> None:
    one = "the attack killed 20 people in the market square"
    assert backed(("Ana Silva", one), ("Wang Yi", one.replace("20", "35"))) == [False, False]


def test_a_denial_does_not() -> None:
    assert backed(("Ana Silva", ARRIVED), ("Wang Yi", ARRIVED), stance="denial") == [False, False]


def test_a_relay_is_not_independent_of_whom_it_quotes() -> None:
    text = Text()
    first, second = text.write(ARRIVED), text.write(ARRIVED)
    text.claim(first, text.says(text.source("Ana Silva"), first))
    outer = text.says(text.source("Reuters"), second)
    text.claim(second, outer, text.says(text.source("she", entity="Ana Silva"), second, parent=outer))
    assert all(factor.name != "corroboration" for result in text.scores() for factor in result.factors)


def test_nobody_backs_nothing() -> None:
    text = Text()
    first, second, third = (text.write(ARRIVED) for _ in range(3))
    text.claim(first, text.says(text.source("Ana Silva"), first))
    text.claim(second, text.says(None, second, "reportedly", cue_kind="adverb"))
    text.claim(third)
    assert all(factor.name != "corroboration" for result in text.scores() for factor in result.factors)


def test_a_claim_inside_another_is_no_second_claim() -> None:
    text = Text()
    content = text.write(ARRIVED)
    text.claim(content, text.says(text.source("Ana Silva"), content))
    text.claim(content, text.says(text.source("Wang Yi"), content))
    assert all(factor.name != "corroboration" for result in text.scores() for factor in result.factors)
