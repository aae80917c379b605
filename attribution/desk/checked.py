"""An article with what the rules found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import asdict, frozen

from attribution.desk.lines import Lines
from attribution.desk.rule import Rulebook
from attribution.report.records import Finding


@frozen
class Checked:
    """An article with its path, the rules for it and what they found.

    Attributes:
        path: Where it is, or what it is called.
        text: The article.
        book: The rules.
        findings: What they found, in the order of the text.
    """

    path: str
    text: str
    book: Rulebook
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the findings as plain JSON types; lines and columns are counted from 1."""
        lines = Lines(self.text)
        return {"file": self.path, "findings": [_finding(finding, lines) for finding in self.findings]}


def _finding(finding: Finding, lines: Lines) -> dict[str, Any]:
    spans: Sequence[dict[str, Any]] = [{**asdict(span), **asdict(lines.position(span.start))} for span in finding.spans]
    return {**asdict(finding), "spans": spans}
