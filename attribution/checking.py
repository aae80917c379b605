"""Text or report in, findings out: :func:`check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attribution.analysis import analyze
from attribution.report import Finding, Report

if TYPE_CHECKING:
    from attribution.desk import Rules


def check(text_or_report: str | Report, rules: Rules = "default") -> tuple[Finding, ...]:
    """Check a text against newsroom rules on sourcing: what would a standards editor ask the writer?

    Args:
        text_or_report: English news text, or what :func:`attribution.analyze` made of it.
        rules: ``"default"``, ``"ap"``, ``"reuters"``, the path of a TOML file with settings and rules of one's own, or
            an :class:`attribution.desk.Rulebook`.

    Returns:
        The findings in the order of the text. They are about how the text is sourced and worded; none says whether it
        is true.

    Raises:
        TypeError: ``text_or_report`` is neither a ``str`` nor a :class:`Report`.
        UnknownRuleError: There is no such preset, nor such a file.
        RulesError: Something in the file is not as it must be; the message names file, line and key.
    """
    # The rules are read only by those who ask for findings.
    from attribution import desk

    book = desk.rulebook(rules)
    report = text_or_report if isinstance(text_or_report, Report) else analyze(text_or_report)
    return desk.find(report, book)
