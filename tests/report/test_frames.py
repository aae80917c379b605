"""The tables have the documented columns, with rows or without."""

from __future__ import annotations

import sys
from typing import get_args

import pytest
from hypothesis import given, settings

from attribution.report import Report
from attribution.report.frames import COLUMNS, Table, to_rows
from tests.example import article, example
from tests.strategies import PATIENT, reports

TABLES: tuple[Table, ...] = get_args(Table)


@PATIENT
@given(reports())
def test_every_row_fills_every_column(report: Report) -> None:
    for table in TABLES:
        rows = list(to_rows(report, table))
        assert len(rows) == len(getattr(report, table))
        assert all(len(row) == len(COLUMNS[table]) for row in rows)


@settings(PATIENT, max_examples=15)
@given(reports())
def test_every_report_becomes_frames(report: Report) -> None:
    for table in TABLES:
        frame = report.to_frame(table)
        assert len(frame) == len(getattr(report, table))
        assert list(frame.columns) == list(COLUMNS[table])


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_frame_has_the_same_columns_and_types(table: Table) -> None:
    empty, full = Report.empty().to_frame(table), article().to_frame(table)
    assert len(empty) == 0
    assert list(empty.dtypes) == list(full.dtypes)
    assert list(empty.columns) == list(full.columns) == list(COLUMNS[table])


def test_a_claim_as_a_row() -> None:
    row = article().to_frame("claims").set_index("id").loc["C4"]
    assert row["source"] == "AFP > The so-called Syrian Observatory for Human Rights"
    assert (row["identification"], row["anonymous"], row["sourcing"]) == ("named", False, 0.7)
    assert row["attributions"] == "A3 A4"
    assert article().text[row["start"] : row["end"]] == row["text"]


def test_an_attribution_without_a_source_as_a_row() -> None:
    row = example().to_frame("attributions").set_index("id", drop=False).loc["A2"]
    assert row.isna()[["source", "source_kind", "entity", "count"]].all()
    assert (row["identification"], row["parent"]) == ("none", "A1")


def test_a_source_as_a_row() -> None:
    row = example().to_frame("sources").loc[0]
    assert (row["name"], row["mentions"], row["attributions"], row["first_start"]) == ("Sources", 1, 1, 0)


def test_another_table_is_an_error_that_names_the_tables() -> None:
    with pytest.raises(ValueError, match="no table 'verbs'; there are claims, attributions, sources"):
        example().to_frame("verbs")  # type: ignore[arg-type]


def test_without_pandas_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"source-attribution\[notebook\]"):
        example().to_frame("claims")
