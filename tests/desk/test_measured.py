"""The verdicts on the rules: the sheet, how findings are drawn, and the page of the documentation."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from attribution.desk import rulebook
from attribution.desk.rulebooks import shipped
from attribution.training.corpora import CorpusError
from benchmarks.findings import (
    MENDED_ON,
    MENDED_PUBLICATION,
    RARE,
    VERDICTS,
    Judged,
    Part,
    articles_in,
    draw,
    read_sheet,
    sample,
    with_verdicts,
    write_sheet,
)
from benchmarks.rules_page import PAGE, page

SHEET = read_sheet()


def findings():
    return st.lists(
        st.builds(
            Judged,
            article=st.sampled_from("abc"),
            start=st.integers(0, 50),
            end=st.integers(51, 60),
            rule=st.sampled_from(["r1", "r2", "r3"]),
            part=st.sampled_from(get_args(Part)),
        ),
        unique_by=lambda item: (item.article, item.start, item.end, item.rule),
        max_size=30,
    )


def test_every_finding_of_the_sheet_was_read():
    assert len(SHEET) >= 150
    known = {rule.id for rule in shipped().rules}
    for item in SHEET:
        assert item.rule in known
        assert item.verdict in VERDICTS
        assert item.piece in ("news", "opinion")
        assert item.part in get_args(Part)
        assert 0 <= item.start < item.end
        assert 10 <= len(item.why) <= 120, "one line"


def test_a_rule_that_an_editor_often_disagrees_with_is_off():
    for rule in rulebook().switched_on:
        read = [item for item in SHEET if item.rule == rule.id]
        assert read, f"nobody has read what {rule.id} finds"
        fresh, news = ([item for item in read if word in (item.part, item.piece)] for word in ("fresh", "news"))
        for items in (read, fresh, news):
            assert sum(item.verdict == "agree" for item in items) >= 0.75 * len(items), rule.id


def test_an_editor_agrees_with_most_of_what_is_on():
    verdicts = [item.verdict for item in SHEET if item.rule in rulebook().active]
    assert verdicts.count("agree") >= 0.85 * len(verdicts)


@given(findings(), st.integers(0, 40), st.randoms())
def test_a_draw_is_even_and_does_not_depend_on_the_order(items, count, random):
    drawn = draw(items, count)
    assert len(drawn) == min(count, len(items))
    assert set(drawn) <= set(items)
    shuffled = list(items)
    random.shuffle(shuffled)
    assert draw(shuffled, count) == drawn
    taken, there = Counter(item.rule for item in drawn), Counter(item.rule for item in items)
    most = max(taken.values(), default=0)
    assert all(taken[rule] >= min(there[rule], most - 1) for rule in there)


@given(findings(), st.integers(0, 40))
def test_verdicts_are_kept_by_place(items, count):
    judged = [evolve(item, verdict="agree", why="because") for item in items]
    again = with_verdicts(draw(items, count), judged)
    assert all(item.verdict == "agree" for item in again)
    assert with_verdicts(draw(items, count), []) == draw(items, count)


@given(findings())
def test_the_sheet_comes_back_as_it_was_written(tmp_path_factory, items):
    path = tmp_path_factory.mktemp("sheet") / "findings.tsv"
    write_sheet(items, path)
    assert sorted(read_sheet(path), key=repr) == sorted(items, key=repr)


def test_fresh_articles_are_none_that_rules_were_mended_on(tmp_path):
    train = [f"{MENDED_PUBLICATION}_x", *(f"article-{number}" for number in range(MENDED_ON + 40))]
    for part, names in (("dev", ["d1", "d2"]), ("train", train)):
        folder = tmp_path / "polnear" / part / "text"
        folder.mkdir(parents=True)
        for name in names:
            (folder / f"{name}.txt").touch()
    parts = {part: [path.stem for path in paths] for part, paths in articles_in(tmp_path).items()}
    assert parts["dev"] == ["d1", "d2"]
    assert len(parts["mended"]) >= MENDED_ON
    assert f"{MENDED_PUBLICATION}_x" in parts["mended"]
    assert sorted([*parts["mended"], *parts["fresh"]]) == sorted(train)


@given(findings(), st.integers(0, 20))
def test_rules_that_find_little_are_read_in_further_articles(items, count):
    parts = {part: [item for item in items if item.part == part] for part in get_args(Part)}
    taken = sample(parts, count)
    assert set(taken) <= set(items)
    assert len(taken) == len(set(taken))
    found = Counter(item.rule for item in items if item.part != "mended")
    for rule in {item.rule for item in items}:
        further = [item for item in taken if item.rule == rule and item.part == "mended"]
        there = [item for item in parts["mended"] if item.rule == rule]
        assert len(further) == min(len(there), max(0, RARE - found[rule]))


def test_missing_articles_are_named(tmp_path):
    with pytest.raises(CorpusError, match="no articles"):
        articles_in(tmp_path)


def test_the_page_is_what_the_rules_and_the_verdicts_say():
    written = PAGE.read_text(encoding="utf-8")
    assert page(written, SHEET) == written, "run: python -m benchmarks.rules_page"
    for rule in shipped().rules:
        assert f"### {rule.id}\n" in written
        assert rule.source in written
