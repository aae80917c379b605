"""Reports survive being written, read, hashed and sent, and nothing malformed becomes a report."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given

from attribution.report import Report, json_schema, records
from attribution.report.reading import LOADING_LEVELS, SOURCING_LEVELS
from tests.example import example
from tests.strategies import PATIENT, reports

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


@PATIENT
@given(reports())
def test_a_report_survives_a_dict(report: Report) -> None:
    assert Report.from_dict(report.to_dict()) == report


@PATIENT
@given(reports())
def test_a_report_survives_json_that_has_been_a_file(report: Report) -> None:
    assert Report.from_json(report.to_json().encode()) == report
    assert Report.from_json(report.to_json(indent=2)) == report


@PATIENT
@given(reports())
def test_a_report_is_a_value(report: Report) -> None:
    twin = pickle.loads(pickle.dumps(report))
    assert twin == report
    assert hash(twin) == hash(report)
    assert {twin, report} == {report}


@PATIENT
@given(reports())
def test_a_dict_holds_nothing_but_json_types(report: Report) -> None:
    assert json.loads(json.dumps(report.to_dict())).keys() == report.to_dict().keys()


@PATIENT
@given(reports())
def test_every_report_obeys_the_schema(report: Report) -> None:
    VALIDATOR.validate(report.to_dict())
    VALIDATOR.validate(json.loads(report.to_json()))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize(
    ("place", "values"),
    [
        (("sentence", "kind"), get_args(records.SentenceKind)),
        (("attribution", "cue_kind"), get_args(records.CueKind)),
        (("attribution", "stance"), get_args(records.Stance)),
        (("attribution", "quotation"), get_args(records.QuotationType)),
        (("source", "kind"), get_args(records.SourceKind)),
        (("source", "identification"), get_args(records.Identification)),
        (("hedge", "kind"), get_args(records.HedgeKind)),
        (("loaded", "kind"), get_args(records.LoadedKind)),
        (("loaded", "voice"), get_args(records.Voice)),
        (("claim", "sourcing", "level"), SOURCING_LEVELS),
        (("claim", "loading", "level"), LOADING_LEVELS),
    ],
)
def test_the_schema_knows_the_same_categories_as_the_records(place: tuple[str, ...], values: tuple[str, ...]) -> None:
    node: dict[str, Any] = json_schema()["$defs"]
    for number, step in enumerate(place):
        node = node[step] if number == 0 else node["properties"][step]
    assert node["enum"] == list(values)


def test_the_levels_of_both_scores_are_the_levels() -> None:
    assert {*SOURCING_LEVELS, *LOADING_LEVELS} == set(get_args(records.Level))


def test_an_empty_report_is_a_report() -> None:
    for text in ("", " \n\t"):
        report = Report.empty(text)
        assert report == Report(text)
        assert report.text == text
        assert report.claims == ()
        assert Report.from_json(report.to_json()) == report


def test_more_keys_may_come() -> None:
    data = example().to_dict()
    data["later"] = 1
    data["claims"][0]["later"] = 1
    assert Report.from_dict(data) == example()
    VALIDATOR.validate(data)


def test_the_keys_of_the_first_version_are_enough() -> None:
    data = example().to_dict()
    for key in ("warnings", "summary"):
        del data[key]
    for attribution in data["attributions"]:
        if attribution["source"] is not None:
            del attribution["source"]["count"], attribution["source"]["descriptors"]
    assert Report.from_dict(data).claims == example().claims


BAD: list[tuple[str, Any, str]] = [
    ("schema", "attribution/report/2", "schema: must be 'attribution/report/1', not 'attribution/report/2'"),
    ("text", 3, "text: must be a string, not 3"),
    ("sentences", {}, "sentences: must be a list, not dict"),
    ("sentences.0.kind", "verse", "sentences[0].kind: must be one of body, heading"),
    ("attributions.1.cue.0.end", 9999, "attributions[1].cue[0].end: 9999 lies behind the end of the text"),
    ("attributions.1.cue.0.end", 0, "attributions[1].cue[0].start: 30 lies behind the end, 0"),
    ("attributions.1.cue.0.start", -1, "attributions[1].cue[0].start: must be a whole number from 0 up, not -1"),
    ("attributions.1.cue.0.start", True, "attributions[1].cue[0].start: must be a whole number"),
    ("attributions.1.cue.0.start", 1.0, "attributions[1].cue[0].start: must be a whole number"),
    (
        "attributions.1.cue.0.text",
        "says",
        "attributions[1].cue[0].text: 'says' is not what the text has there: 'claim'",
    ),
    ("attributions.1.cue.0", None, "attributions[1].cue[0]: must be a mapping, not null"),
    ("attributions.1.parent", "A9", "attributions[1].parent: there is no attribution 'A9'"),
    ("attributions.0.parent", "A2", "attributions[0].parent: 'A1' lies within itself"),
    ("attributions.1.id", "A1", "attributions[1].id: 'A1' is given twice"),
    ("attributions.0.source.entity", "S9", "attributions[0].source.entity: there is no source 'S9'"),
    ("attributions.0.source.anonymous", 1, "attributions[0].source.anonymous: must be true or false, not 1"),
    ("attributions.0.confidence", 1.2, "attributions[0].confidence: must lie between 0 and 1, not at 1.2"),
    ("attributions.0.confidence", float("nan"), "attributions[0].confidence: must be a number, not nan"),
    ("claims.0.sentence", 7, "claims[0].sentence: 7 is out of range: there are 2 sentences"),
    ("claims.0.attributions.0", "A9", "claims[0].attributions[0]: there is no attribution 'A9'"),
    ("claims.0.hedges.0", 7, "claims[0].hedges[0]: 7 is out of range: there are 2 hedges"),
    ("claims.0.loaded.0", 7, "claims[0].loaded[0]: 7 is out of range: there are 1 loaded"),
    ("claims.0.sourcing.level", "heavy", "claims[0].sourcing.level: must be one of strong, moderate, weak, none"),
    ("claims.0.sourcing.factors.0.reason", None, "claims[0].sourcing.factors[0].reason: must be a string, not null"),
]


@pytest.mark.parametrize(("place", "value", "message"), BAD)
def test_what_is_wrong_is_named_by_its_path(place: str, value: Any, message: str) -> None:
    data = example().to_dict()
    node: Any = data
    *steps, last = [int(step) if step.isdigit() else step for step in place.split(".")]
    for step in steps:
        node = node[step]
    node[last] = value
    with pytest.raises(ValueError) as caught:
        Report.from_dict(data)
    assert str(caught.value).startswith(message)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_missing_key_is_named_by_its_path() -> None:
    whole = example().to_dict()
    for key in whole.keys() - {"warnings", "summary"}:
        data = copy.deepcopy(whole)
        del data[key]
        with pytest.raises(ValueError, match=f"^{key}: "):
            Report.from_dict(data)
    del whole["claims"][1]["loading"]["level"]
    with pytest.raises(ValueError, match=r"^claims\[1\]\.loading\.level: is missing$"):
        Report.from_dict(whole)


@pytest.mark.parametrize("data", [None, 3, "text", [], b""])
def test_what_is_no_mapping_is_no_report(data: object) -> None:
    with pytest.raises(ValueError, match=r"^report: a report is a mapping"):
        Report.from_dict(data)


def test_what_is_no_json_is_no_report() -> None:
    with pytest.raises(ValueError):
        Report.from_json("{")
