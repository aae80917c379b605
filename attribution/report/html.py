"""Reports for the eye, in HTML."""

from __future__ import annotations

from html import escape

from .records import ReportData


def fragment(report: ReportData) -> str:
    """Return the report as HTML to be put into a page."""
    return f"<pre>{escape(report.text)}</pre>"


def page(report: ReportData) -> str:
    """Return a whole, self-contained HTML page."""
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><body>{fragment(report)}</body></html>'
