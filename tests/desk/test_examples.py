"""Every shipped rule has its source, its examples, and the examples hold in the real pipeline."""

from __future__ import annotations

import re

import pytest

import attribution
from attribution.desk import Rulebook, find, presets, rulebook
from attribution.desk.rulebooks import shipped

BOOK = shipped()
RULES = [pytest.param(rule, id=rule.id) for rule in BOOK.rules]


def without_marks(example: str) -> tuple[str, set[str]]:
    """The text of an example, and the places that its braces mark, as "start:end"."""
    places, parts, length, begun = set(), [], 0, 0
    for part in re.split(r"([{}])", example):
        if part == "{":
            begun = length
        elif part == "}":
            places.add(f"{begun}:{length}")
        else:
            parts.append(part)
            length += len(part)
    return "".join(parts), places


@pytest.fixture(scope="module")
def reports(nlp):
    """The report of every example, by its text."""
    texts = [without_marks(text)[0] for rule in BOOK.rules for text in (*rule.must_flag, *rule.must_not_flag)]
    return dict(zip(texts, attribution.analyze_many(texts, nlp=nlp), strict=True))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_without_examples_does_not_build(rule):
    assert rule.must_flag, "no text in which it must find something"
    assert rule.must_not_flag, "no text in which it must find nothing"
    assert all(without_marks(text)[1] for text in rule.must_flag), "an example has no braces around what is found"
    assert not any("{" in text for text in rule.must_not_flag)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_whose_it_is_and_what_would_resolve_it(rule):
    for text in (rule.title, rule.source, rule.message, rule.remedy):
        assert text == " ".join(text.split())
        assert len(text) > 10
    assert ":" in rule.source, "whose standard, and what it asks for"
    assert "{" in rule.message, "the message names the words that it is about"


@pytest.mark.model
@pytest.mark.parametrize("rule", RULES)
def test_its_examples_are_flagged_in_the_right_places(rule, reports):
    alone = Rulebook((rule,), frozenset({rule.id}))
    for example in rule.must_flag:
        text, places = without_marks(example)
        found = {f"{span.start}:{span.end}" for finding in find(reports[text], alone) for span in finding.spans}
        assert found == places, text


@pytest.mark.model
@pytest.mark.parametrize("rule", RULES)
def test_its_counterexamples_are_not_flagged(rule, reports):
    alone = Rulebook((rule,), frozenset({rule.id}))
    for text in rule.must_not_flag:
        assert find(reports[text], alone) == (), text


@pytest.mark.parametrize("name", presets())
def test_every_preset_holds_only_known_rules(name):
    assert {rule.id for rule in rulebook(name).switched_on} <= {rule.id for rule in BOOK.rules}
    assert rulebook(name).switched_on
