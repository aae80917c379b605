"""Reports for the eye, in HTML.

One self-contained piece of static markup: no script, no network, all styles under one class. Whatever comes from the
text is escaped by the templates; the text is cut into pieces (:mod:`attribution.report.marks`), and every layer has a
CSS property of its own, so that layers that lie on top of each other stay readable without colour.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .rendering import render
from .view import make_view

if TYPE_CHECKING:
    from .report import Report


def fragment(report: Report, title: str | None = None) -> str:
    """Return a report as HTML to be put into a page, such as a notebook's.

    Args:
        report: Any report.
        title: What to call it, such as the name of its file.

    Returns:
        One ``div`` with its own styles.
    """
    return render("fragment.html", view=make_view(report, report.findings, title), open=False, title_level=2)


def page(report: Report, title: str | None = None) -> str:
    """Return a whole, self-contained HTML page of one report.

    Args:
        report: Any report.
        title: What to call it, such as the name of its file.

    Returns:
        The page; write it as UTF-8.
    """
    return pages([(title, report)])


def pages(reports: Iterable[tuple[str | None, Report]]) -> str:
    """Return a whole, self-contained HTML page of any number of titled reports."""
    views = [make_view(report, report.findings, title) for title, report in reports]
    return render("page.html", views=views, open=True)
