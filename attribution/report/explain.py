"""A report in a paragraph of plain English."""

from __future__ import annotations

from .records import ReportData
from .summary import summarize


def explain(report: ReportData) -> str:
    """Describe how a text is sourced and worded; every number can be counted in the report."""
    summary = summarize(report)
    return f"{summary.claims} claims; {summary.sourcing_levels.none} rest on nobody."
