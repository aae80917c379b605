"""An official of something is told from an official of nothing, and descriptions are counted."""

from __future__ import annotations

import pytest

from attribution.report import Source, Span
from attribution.scoring import Weights
from attribution.scoring.standing import count_describing, standing_of

WORDS = Weights.shipped().words


def role(words: str, resolved: str | None = None) -> Source:
    fullest = Span(0, len(resolved), resolved) if resolved else None
    return Source((Span(0, len(words), words),), "person", "role", resolved=fullest)


@pytest.mark.parametrize(
    "words",
    """US officials|senior Obama administration officials|a Russian foreign ministry spokeswoman|police|prosecutors|
    the prime minister|an official at the ministry|a spokesman for the company|a spokeswoman for the mayor's office|
    Mr Lee's lawyer|her lawyer|an official with the agency|members of the committee|the court|health authorities|
    the club's manager|one of the Lebanese officials|EU diplomats|residents of the town|the minister|
    a former health minister|the police|
    a court in Lyon|OFFICIALS OF THE EU|the traders' association|the teachers' union""".replace("\n", "").split("|"),
)
def test_a_role_of_something(words: str) -> None:
    assert standing_of(role(words.strip()), WORDS) == "role"


@pytest.mark.parametrize(
    "words",
    """an official|officials|a top official|two senior officials|an unnamed spokesman|another high-ranking official|
    the official|a person familiar with the matter|officials familiar with the talks|local residents|Authorities|
    an official with direct knowledge of the deal|an official briefed on the plan|they|a minister|
    a former judge|two ministers|experts|multiple officials|certain officials|
    a second official|a traders' association""".replace("\n", "").split("|"),
)
def test_a_role_of_nothing_in_particular(words: str) -> None:
    assert standing_of(role(words.strip()), WORDS) == "official"


@pytest.mark.parametrize(
    ("words", "standing"),
    [("a report", "official"), ("The internal memo", "official"), ("reports", "vague"), ("some documents", "vague")],
)
def test_a_document_at_hand_is_more_than_hearsay(words: str, standing: str) -> None:
    source = Source((Span(0, len(words), words),), "document", "vague")
    assert standing_of(source, WORDS) == standing


def test_the_fullest_mention_says_of_what() -> None:
    assert standing_of(role("they", "US officials"), WORDS) == "role"
    assert standing_of(role("the official", "a top official"), WORDS) == "official"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("sources", 0),
        ("unnamed sources", 0),
        ("three sources", 0),
        ("a second source", 0),
        ("two separate sources", 0),
        ("critics", 0),
        ("police", 0),
        ("Kurdish sources", 1),
        ("a top official", 1),
        ("a senior Treasury official", 2),
        ("a senior South Korean official", 2),
        ("Senior South Korean officials", 2),
        ("sources familiar with the matter", 2),
        ("US officials", 1),
    ],
)
def test_describing_words_are_counted(words: str, count: int) -> None:
    assert count_describing(role(words), WORDS) == count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a senior Russian official", "a senior South Korean official"),
        ("a senior French foreign ministry official", "a senior Papua New Guinean foreign ministry official"),
        ("US officials", "United Arab Emirates officials"),
        ("her lawyer", "his lawyer"),
        ("a spokeswoman for the party", "a spokesman for the party"),
    ],
)
def test_nations_and_genders_make_no_difference(one: str, other: str) -> None:
    assert standing_of(role(one), WORDS) == standing_of(role(other), WORDS)
    assert count_describing(role(one), WORDS) == count_describing(role(other), WORDS)
