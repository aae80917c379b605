"""Findings in SARIF 2.1.0, the format in which code hosts and editors take them from checkers of any kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from attribution.desk.checked import Checked
from attribution.desk.lines import Lines
from attribution.desk.rule import Rule
from attribution.report.records import Finding, Severity, Span

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Final[Mapping[Severity, str]] = MappingProxyType({"info": "note", "warning": "warning", "error": "error"})


def to_sarif(articles: Iterable[Checked]) -> dict[str, Any]:
    """Return the findings of some articles as a SARIF log with one run.

    Columns count characters. The first span of a finding is its location; further ones are related locations.
    """
    rules: dict[str, Rule] = {}
    results: list[dict[str, Any]] = []
    for article in articles:
        rules.update((rule.id, rule) for rule in article.book.switched_on)
        lines = Lines(article.text)
        results.extend(_result(finding, article.path, lines) for finding in article.findings)
    driver = {
        "name": "attribution",
        "version": version("source-attribution"),
        "rules": [_rule(rule) for rule in rules.values()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.source},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"family": rule.family},
    }


def _result(finding: Finding, path: str, lines: Lines) -> dict[str, Any]:
    locations = [_location(span, path, lines) for span in finding.spans]
    result = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.remedy}"},
        "locations": locations[:1],
    }
    return {**result, "relatedLocations": locations[1:]} if locations[1:] else result


def _location(span: Span, path: str, lines: Lines) -> dict[str, Any]:
    start, end = lines.position(span.start), lines.position(span.end)
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": len(span),
        "snippet": {"text": span.text},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: str) -> str:
    place = PurePath(path)
    return Path(path).as_uri() if place.is_absolute() else quote(place.as_posix())
