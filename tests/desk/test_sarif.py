"""The SARIF log against the published schema, and its places against the text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from attribution.desk import Checked, find
from attribution.desk.lines import Lines
from attribution.desk.rulebooks import shipped
from attribution.desk.sarif import to_sarif
from tests.strategies import PATIENT, reports, texts

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))
BOOK = shipped()
PATHS = st.sampled_from(["a.txt", "news/été 1.txt", "/tmp/a#b.txt", "standard input", "../x%20.txt"])


def log(report, path):
    return to_sarif([Checked(path, report.text, BOOK, find(report, BOOK))])


def test_the_schema_itself_is_the_published_one():
    Draft4Validator.check_schema(SCHEMA)
    assert SCHEMA["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")


@PATIENT
@given(reports(), PATHS)
def test_any_log_is_valid(report, path):
    errors = list(Draft4Validator(SCHEMA).iter_errors(json.loads(json.dumps(log(report, path)))))
    assert [error.message for error in errors] == []


@PATIENT
@given(reports(), PATHS)
def test_a_log_holds_every_finding_in_its_place(report, path):
    (run,) = log(report, path)["runs"]
    findings = find(report, BOOK)
    assert [result["ruleId"] for result in run["results"]] == [finding.rule for finding in findings]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {rule.id for rule in BOOK.rules}
    for result, finding in zip(run["results"], findings, strict=True):
        places = [*result["locations"], *result.get("relatedLocations", [])]
        regions = [place["physicalLocation"]["region"] for place in places]
        assert [region["snippet"]["text"] for region in regions] == [span.text for span in finding.spans]
        assert [region["charOffset"] for region in regions] == [span.start for span in finding.spans]


@given(texts())
def test_lines_and_columns_lead_back_to_the_offset(text):
    lines = Lines(text)
    ends = text.replace("\r\n", "\r\0").replace("\r\0", "\n\0").replace("\r", "\n")
    for offset in range(len(text) + 1):
        place = lines.position(offset)
        before = ends[:offset]
        if before.endswith("\n") and offset < len(text) and ends[offset] == "\0":
            continue  # within CRLF
        assert place.line == before.count("\n") + 1
        assert 1 <= place.column <= offset + 1


@pytest.mark.parametrize(("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (4, 2, 1), (6, 3, 1), (7, 3, 2)])
def test_positions(offset, line, column):
    place = Lines("ab\r\nc\rd\n").position(offset)
    assert (place.line, place.column) == (line, column)
