"""The paragraph says what the report holds."""

from __future__ import annotations

import re

import attrs
from hypothesis import given

from attribution.report import Report, summarize
from attribution.report.explain import counted, listed
from tests.example import article, example
from tests.strategies import PATIENT, reports


def test_an_article_in_words() -> None:
    assert article().explain() == (
        "The text makes 8 claims in 127 words. "
        "2 are strongly sourced, 1 moderately and 3 weakly; 2 rest on nobody but the writer. "
        "3 claims rest at least in part on a source whose name the text keeps back. "
        "6 distinct sources speak; “sources” has the largest part, in 2 of the 5 claims with a source (40%). "
        "There are 3 hedges, such as “dozens of” (2.4 in every hundred words), and 5 loaded expressions, such as "
        "“claiming” (3.9 in every hundred words). "
        "On a scale from 0 to 1, the average claim is sourced at 0.31 (1 is best) and loaded at 0.16 (0 is neutral). "
        "The most loaded claim is C2, “The United States has deployed dozens of ground troops to Syria claiming they…” "
        "(0.50, for “claiming” and “terrorists”). "
        "Take care: A quotation is left open at the end of the fourth paragraph."
    )


def test_one_of_a_kind_is_not_plural() -> None:
    assert (
        example()
        .explain()
        .startswith(
            "The text makes 2 claims in 10 words. 1 is weakly sourced; 1 rests on nobody but the writer. "
            "1 claim rests at least in part on a source whose name the text keeps back. "
            "1 distinct source speaks. There are 2 hedges, such as “may” (20.0 in every hundred words), and 1 loaded "
            "expression, “regime” (10.0 in every hundred words). "
        )
    )


def test_nothing_in_words() -> None:
    assert Report.empty("Hello").explain() == "No claim was found in this text, so there is nothing to score."


def test_a_name_without_end_is_cut() -> None:
    report = article()
    name = "Bloggs " * 500
    sources = tuple(attrs.evolve(source, name=name) for source in report.sources)
    said = attrs.evolve(report, sources=sources).explain()
    assert "speak; “Bloggs Bloggs" in said
    assert "Bloggs…” has the largest part" in said
    assert said.count("Bloggs") < 20


def test_the_writers_own_voice_in_words() -> None:
    bare = attrs.evolve(example(), attributions=(), sources=(), hedges=(), loaded=(), claims=example().claims[1:])
    assert bare.explain().startswith(
        "The text makes 1 claim in 10 words. 1 rests on nobody but the writer. No source is given. "
        "There are no hedges and no loaded expressions. "
    )


@PATIENT
@given(reports())
def test_the_numbers_are_those_of_the_summary(report: Report) -> None:
    words, summary = report.explain(), summarize(report)
    words.encode()
    if not report.claims:
        return
    levels = summary.sourcing_levels
    assert words.startswith(f"The text makes {counted(len(report.claims), 'claim')} in ")
    for number, level in ((levels.strong, "strongly"), (levels.moderate, "moderately"), (levels.weak, "weakly")):
        assert bool(number) == bool(re.search(rf"\b{number} (is |are )?{level}\b", words))
    assert f"{summary.mean_sourcing:.2f} (1 is best)" in words


def test_lists_in_running_english() -> None:
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert [counted(number, "reply", "replies") for number in (0, 1, 2)] == ["no replies", "1 reply", "2 replies"]
