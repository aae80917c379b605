"""What rules find in any report: sound spans, whole messages, the same every time; and the public ways to it."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given

import attribution
from attribution.desk import Rulebook, UnknownRuleError, find, rulebook
from attribution.desk.rulebooks import shipped
from attribution.report import Report
from tests.example import article as example_article
from tests.strategies import PATIENT, reports

EVERY_RULE = shipped()


@PATIENT
@given(reports())
def test_any_report_can_be_checked(report):
    for finding in find(report, EVERY_RULE):
        rule = EVERY_RULE[finding.rule]
        assert finding.spans
        assert all(report.text[span.start : span.end] == span.text for span in finding.spans)
        assert (finding.severity, finding.authority, finding.remedy) == (rule.severity, rule.source, rule.remedy)
        assert finding.message


@PATIENT
@given(reports())
def test_findings_stand_in_the_order_of_the_text_and_once(report):
    found = find(report, EVERY_RULE)
    assert [finding.spans[0].start for finding in found] == sorted(finding.spans[0].start for finding in found)
    places = [(finding.rule, finding.spans) for finding in found]
    assert len(set(places)) == len(places)
    assert find(report, EVERY_RULE) == found


@PATIENT
@given(reports())
def test_a_rule_finds_the_same_alone_as_with_the_others(report):
    together = find(report, EVERY_RULE)
    for rule in EVERY_RULE.rules:
        alone = find(report, Rulebook((rule,), frozenset({rule.id})))
        assert alone == tuple(finding for finding in together if finding.rule == rule.id)


@PATIENT
@given(reports())
def test_a_threshold_leaves_out_what_is_less_grave(report):
    from attrs import evolve

    found = find(report, EVERY_RULE)
    grave = find(report, evolve(EVERY_RULE, threshold="error"))
    assert grave == tuple(finding for finding in found if finding.severity == "error")


def test_an_empty_report_has_no_findings():
    assert attribution.check(Report.empty()) == ()
    assert Report.empty("  \n ").findings == ()


@pytest.mark.model
def test_a_text_a_report_and_the_property_agree(nlp):
    text = "The minister will resign within days, sources said."
    report = attribution.analyze(text, nlp=nlp)
    assert report.findings
    assert attribution.check(text) == attribution.check(report) == report.findings
    assert all(isinstance(finding, attribution.Finding) for finding in report.findings)
    assert pickle.loads(pickle.dumps(report.findings)) == report.findings
    assert Report.from_json(report.to_json()).findings == report.findings


@pytest.mark.parametrize("value", [None, 7, b"text", ["text"]])
def test_what_is_neither_text_nor_report_is_refused(value):
    with pytest.raises(TypeError, match="str"):
        attribution.check(value)


def test_an_unknown_preset_is_refused_before_any_analysis():
    with pytest.raises(UnknownRuleError, match=r"'guardian'.*ap, default, reuters"):
        attribution.check(None, rules="guardian")


def test_names_of_rules_and_families_switch_rules_on_and_off():
    book = rulebook()
    assert book.select(["hearsay"]).active == book.families["hearsay"]
    assert not book.ignore(list(book.families)).active
    with pytest.raises(UnknownRuleError, match=r"'hearsai'.*hearsay.*families: .*wording"):
        book.select(["hearsai"])


@pytest.mark.model
def test_the_seed_whose_heading_is_surer_than_its_text(read_seed, nlp):
    report = attribution.analyze(read_seed("trt-world"), nlp=nlp)
    heading = next(sentence for sentence in report.sentences if sentence.kind == "heading")
    (finding,) = (finding for finding in report.findings if finding.rule == "heading-states-as-fact")
    assert finding.spans[0].text == heading.text
    assert "sources" in finding.message


def test_a_report_may_lack_any_of_its_lists():
    """One that somebody else wrote may have a claim or a source without words."""
    whole = example_article().to_dict()
    for path in lists(whole):
        data = copy.deepcopy(whole)
        place = data
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = []
        try:
            report = Report.from_dict(data)
        except ValueError:
            continue
        assert all(finding.spans for finding in find(report, EVERY_RULE)), path


def lists(value, path=()):
    """The paths of all lists inside a dict that are not empty."""
    if isinstance(value, list) and value:
        yield path
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield from lists(value[key], (*path, key))
