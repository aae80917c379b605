"""A concordance shows every place where an expression is a cue or a source, and no other."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from hypothesis import given, settings

import attribution
from attribution.report import Report
from tests.example import article, example
from tests.strategies import PATIENT, reports


def test_a_cue_in_its_words() -> None:
    (found,) = attribution.concordance([example()], "say", window=12)
    assert str(found) == "    Sources   say   the US regi"
    assert (found.document, found.attribution, found.source, found.cue) == ("0", "A1", "Sources", "say")


def test_words_that_are_no_cue_in_their_place_are_left_out() -> None:
    text = "He said it, that said."
    report = example()
    (first, _) = report.attributions
    cue = evolve(first.cue[0], start=3, end=7, text="said")
    said = Report(text, report.sentences, attributions=(evolve(first, cue=(cue,), content=(), source=None),))
    assert [found.start for found in attribution.concordance([said], "said")] == [3]


def test_words_are_whole_and_their_case_does_not_matter() -> None:
    def starts(query: str | re.Pattern[str]) -> list[str]:
        return [found.keyword for found in attribution.concordance([article()], query)]

    assert starts("SAY") == ["say"]
    assert starts("sai") == []
    assert starts(re.compile("^sai|^say")) == ["say", "said", "says"]


def test_a_source_is_found_under_all_its_names() -> None:
    report = example()
    (first, second) = report.attributions
    assert first.source is not None
    he = evolve(first.source, spans=(evolve(first.cue[0], start=0, end=7, text="Sources"),))
    named = evolve(report.sources[0], name="John Kerry")
    report = evolve(report, sources=(named,), attributions=(evolve(first, source=he), second))
    (found,) = attribution.concordance({"a.txt": report}, "kerry", of="source")
    assert (found.document, found.keyword, found.source) == ("a.txt", "Sources", "John Kerry")


def test_an_attribution_without_a_source_has_a_cue() -> None:
    (found,) = attribution.concordance([article()], "allegedly")
    assert found.source is None
    assert [found.keyword for found in attribution.concordance([example()], of="source")] == ["Sources"]


@settings(PATIENT, max_examples=20)
@given(reports())
def test_every_place_is_shown_once_in_order_with_the_words_around_it(report: Report) -> None:
    for of in ("cue", "source"):
        found = list(attribution.concordance([report], of=of, window=5))
        places = [(line.start, line.end) for line in found]
        assert places == sorted(set(places))
        for line in found:
            assert line.keyword == report.text[line.start : line.end]
            assert line.left == report.text[max(0, line.start - 5) : line.start].rjust(5)
            assert line.right == report.text[line.end : line.end + 5].ljust(5)
            assert "\n" not in str(line)
            str(line).encode()


@pytest.mark.parametrize(("query", "of"), [("said", "verb"), ("", "cue"), (" ", "source")])
def test_what_cannot_be_looked_for_is_refused(query: str, of: str) -> None:
    with pytest.raises(ValueError, match=r"not 'verb'|is empty"):
        attribution.concordance([example()], query, of=of)  # type: ignore[arg-type]
