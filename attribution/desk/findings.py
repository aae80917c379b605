"""Findings of a report."""

from __future__ import annotations

from attribution.desk.article import Article
from attribution.desk.rulebooks import DEFAULT, Rules, rulebook
from attribution.report.records import Finding, ReportData


def find(report: ReportData, rules: Rules = DEFAULT) -> tuple[Finding, ...]:
    """Return what some rules find in a report, in the order of the text.

    Args:
        report: Any report.
        rules: A preset, the path of a file, or a rulebook; see :func:`attribution.desk.rulebook`.

    Raises:
        UnknownRuleError: There is no such preset, nor such a file.
        RulesError: Something in the file is not as it must be; the message names file, line and key.
    """
    return rulebook(rules).check(Article(report))
