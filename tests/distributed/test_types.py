"""The Arrow form of a report holds the whole report, and its schema does not change by accident."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given

from attribution.report import Report
from attribution.report.tables import TABLES, Table, to_rows
from tests.strategies import PATIENT, reports

pa = pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'source-attribution[arrow]'")

from attribution.distributed.types import REPORT, result_schema  # noqa: E402

#: What users' tables on disk look like. Fields may be added at the end; none may go or change.
SPAN = "struct<start: int64, end: int64, text: string>"
SPANS = SPAN.replace("struct", "list<item: struct") + ">"
SCORE = (
    "struct<value: double, level: string, factors: list<item: struct<name: string, effect: double, "
    f"span: {SPAN}, reason: string>>>"
)
FIELDS = {
    "schema": "string",
    "text": "string",
    "sentences": "list<item: struct<start: int64, end: int64, text: string, kind: string>>",
    "attributions": (
        f"list<item: struct<id: string, cue: {SPANS}, cue_kind: string, stance: string, source: struct<spans: {SPANS}, "
        f"kind: string, identification: string, anonymous: bool, anonymity_reason: {SPAN}, resolved: {SPAN}, "
        f"via: {SPAN}, entity: string, count: int64, descriptors: {SPANS}>, content: {SPANS}, quotation: string, "
        "parent: string, confidence: double>>"
    ),
    "sources": (
        f"list<item: struct<id: string, name: string, kind: string, identification: string, mentions: {SPANS}>>"
    ),
    "hedges": f"list<item: struct<span: {SPAN}, kind: string, confidence: double>>",
    "loaded": f"list<item: struct<span: {SPAN}, kind: string, voice: string, confidence: double>>",
    "claims": (
        f"list<item: struct<id: string, spans: {SPANS}, sentence: int64, attributions: list<item: string>, "
        f"hedges: list<item: int64>, loaded: list<item: int64>, sourcing: {SCORE}, loading: {SCORE}>>"
    ),
    "warnings": "list<item: string>",
    "summary": (
        "struct<words: int64, claims: int64, "
        "sourcing_levels: struct<strong: int64, moderate: int64, weak: int64, none: int64>, "
        "identification: struct<named: double, role: double, vague: double, none: double>, sources: int64, "
        "largest_source: string, largest_source_share: double, anonymous_share: double, "
        "hedges_per_100_words: double, loaded_per_100_words: double, mean_sourcing: double, mean_loading: double>"
    ),
}


def is_utf8(report):
    try:
        json.dumps(report.to_dict(), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def test_the_schema_of_a_report_is_what_it_was():
    schema = result_schema(None)
    assert schema.names == ["report", "error"]
    assert {field.name: str(field.type) for field in schema.field(REPORT).type} == FIELDS


@pytest.mark.parametrize("table", get_args(Table))
def test_the_columns_of_a_table_carry_the_name_of_its_records(table):
    names = result_schema(table).names
    assert names.pop() == "error"
    prefixes = {name.partition("_")[0] for name in names}
    assert len(prefixes) == 1
    assert table.startswith(*prefixes)
    assert [name.partition("_")[2] for name in names] == [column.name for column in TABLES[table]]


@PATIENT
@given(reports().filter(is_utf8))
def test_a_report_comes_back_as_it_was(report):
    data = report.to_dict()
    (again,) = pa.array([data], result_schema(None).field(REPORT).type).to_pylist()
    assert again == data
    assert Report.from_dict(again) == report


@PATIENT
@given(reports().filter(is_utf8))
def test_the_rows_of_every_table_fit_their_types(report):
    for table in get_args(Table):
        rows = list(to_rows(report, table))
        for values, kind in zip(zip(*rows, strict=True), result_schema(table).types[:-1], strict=False):
            assert pa.array(values, kind).to_pylist() == list(values)
