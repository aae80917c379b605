"""The tables have the documented columns, with rows or without."""

from __future__ import annotations

import sys
from typing import Any, get_args

import pytest
from hypothesis import given, settings

import attribution
from attribution.report import Report
from attribution.report.frames import Library
from attribution.report.tables import TABLES, Table, to_rows
from tests.example import article, example
from tests.strategies import PATIENT, reports

LIBRARIES: tuple[Library, ...] = get_args(Library)


def names(table: Table) -> list[str]:
    return [column.name for column in TABLES[table]]


def encodable(value: Any) -> Any:
    """What a frame holds of a value: lone surrogates have no place in it."""
    if not isinstance(value, str):
        return value
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in value)


def records(frame: Any) -> list[dict[str, Any]]:
    """The rows of any library's frame, with None where there is no value."""
    match type(frame).__module__.partition(".")[0]:
        case "pandas":
            return frame.astype(object).where(frame.notna(), None).to_dict("records")
        case "polars":
            return frame.to_dicts()
        case _:
            return frame.to_pylist()


@PATIENT
@given(reports())
def test_every_row_fills_every_column(report: Report) -> None:
    for table in TABLES:
        rows = list(to_rows(report, table))
        assert len(rows) == len(getattr(report, table))
        assert all(len(row) == len(TABLES[table]) for row in rows)


@pytest.mark.parametrize("library", LIBRARIES)
@settings(PATIENT, max_examples=10)
@given(report=reports())
def test_every_report_becomes_frames(library: Library, report: Report) -> None:
    pytest.importorskip(library, reason=f"needs the library {library}")
    for table in TABLES:
        frame = report.to_frame(table, library=library)
        rows = [dict(zip(names(table), map(encodable, row), strict=True)) for row in to_rows(report, table)]
        assert records(frame) == rows


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("table", TABLES)
def test_an_empty_frame_has_the_same_columns_and_types(table: Table, library: Library) -> None:
    pytest.importorskip(library, reason=f"needs the library {library}")
    empty, full = Report.empty().to_frame(table, library=library), article().to_frame(table, library=library)
    assert len(empty) == 0
    if library == "pyarrow":
        assert empty.schema == full.schema
        assert empty.column_names == names(table)
    else:
        assert list(empty.dtypes) == list(full.dtypes)
        assert list(empty.columns) == names(table)


def test_frames_pass_between_libraries_through_arrow() -> None:
    """Each library reads the others' frames through the Arrow PyCapsule interface, with the values unchanged."""
    pyarrow = pytest.importorskip("pyarrow", reason="needs the library pyarrow")
    polars = pytest.importorskip("polars", reason="needs the library polars")
    expected = records(article().to_frame("claims", library="pyarrow"))
    assert records(polars.from_arrow(article().to_frame("claims", library="pyarrow"))) == expected
    assert pyarrow.table(article().to_frame("claims", library="polars")).to_pylist() == expected
    assert records(pyarrow.table(article().to_frame("claims")).to_pandas()) == records(article().to_frame("claims"))


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("table", TABLES)
def test_frames_of_many_reports_are_stacked(table: Table, library: Library) -> None:
    pytest.importorskip(library, reason=f"needs the library {library}")
    stacked = records(attribution.frame([article(), Report.empty("x"), example()], table, library=library))
    expected = [
        {"document": document, **row}
        for document, report in (("0", article()), ("2", example()))
        for row in records(report.to_frame(table, library=library))
    ]
    assert stacked == expected


def test_documents_are_called_as_the_user_says() -> None:
    pytest.importorskip("pandas", reason="needs the library pandas")
    both = [example(), article()]
    by_key = attribution.frame({"ex": both[0], 7: both[1]})
    assert list(by_key["document"].unique()) == ["ex", "7"]
    assert by_key.equals(attribution.frame(iter(both), ids=iter(["ex", 7])))
    assert list(by_key.columns) == ["document", *names("claims")]


@pytest.mark.parametrize("ids", [["a"], ["a", "b", "c"], []])
def test_there_are_as_many_ids_as_reports(ids: list[str]) -> None:
    with pytest.raises(ValueError, match="as many ids as reports"):
        attribution.frame([example(), example()], ids=ids)


def test_no_report_is_a_frame_without_rows() -> None:
    pytest.importorskip("pandas", reason="needs the library pandas")
    assert list(attribution.frame([], "hedges").columns) == ["document", *names("hedges")]


def test_one_report_where_many_are_expected_is_refused() -> None:
    with pytest.raises(TypeError, match="to_frame"):
        attribution.frame(example())  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("text", "not one str"),
        (3, "not one int"),
        ([example(), 3], r"reports\[1\] must be a report, not int"),
        ({"a": None}, r"reports\[a\] must be a report, not NoneType"),
    ],
)
def test_what_is_no_report_is_refused_by_name(wrong: Any, message: str) -> None:
    pytest.importorskip("pandas")
    with pytest.raises(TypeError, match=message):
        attribution.frame(wrong)
    with pytest.raises(TypeError, match=message):
        list(attribution.concordance(wrong))


@pytest.mark.parametrize("table", TABLES)
def test_every_column_says_what_it_means(table: Table) -> None:
    assert all(column.meaning.endswith(".") for column in TABLES[table])
    assert len(set(names(table))) == len(TABLES[table])


def test_the_claims_come_first() -> None:
    pytest.importorskip("pandas", reason="needs the library pandas")
    assert example().to_frame().equals(example().to_frame("claims"))


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


def test_another_library_is_an_error_that_names_the_libraries() -> None:
    with pytest.raises(ValueError, match="no library 'dask'; there are pandas, pyarrow, polars"):
        example().to_frame("claims", library="dask")  # type: ignore[call-overload]


@pytest.mark.parametrize(("library", "extra"), [("pandas", "notebook"), ("pyarrow", "arrow"), ("polars", "polars")])
def test_without_a_library_the_error_names_the_extra(
    library: Library, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=rf"source-attribution\[{extra}\]"):
        example().to_frame("claims", library=library)
    with pytest.raises(ImportError, match=rf"source-attribution\[{extra}\]"):
        attribution.frame([example()], library=library)
