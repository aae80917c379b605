"""axe-core finds nothing to complain of, on any screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution.report import Report
from attribution.report.html import pages
from tests.example import article, example

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document)).violations.map(
    found => found.id + ' (' + found.impact + '): ' + found.nodes.map(node => node.html.slice(0, 200)).join(' | '))"""


def violations(page) -> list[str]:
    page.evaluate(AXE)
    return page.evaluate(RUN)


def test_the_checker_finds_what_is_wrong(open_page) -> None:
    page = open_page("<!doctype html><html><head><title>t</title></head><body><img src='data:,'></body></html>")
    found = " ".join(violations(page))
    assert "image-alt" in found and "html-has-lang" in found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_a_page_has_no_violation(open_page, width: int, scheme: str) -> None:
    page = open_page(article().to_html(), width=width, scheme=scheme)
    for summary in page.locator(".chip:nth-child(1) > summary, .note > summary").all():
        summary.press("Enter")
    assert page.locator("details[open]").count() > 8
    assert violations(page) == []


def test_a_page_without_layers_has_no_violation(open_page) -> None:
    page = open_page(article().to_html())
    for box in page.locator(".layers input").all():
        box.uncheck()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pieces_of_a_notebook_have_no_violation(open_notebook, scheme: str) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed: pip install 'source-attribution[plot]'")
    report = article()
    shown = (report, report, report.claims, report.sources, report.findings, report.claims[2], report.plot())
    page = open_notebook(*(one._repr_html_() for one in shown), scheme=scheme)
    assert violations(page) == []


@pytest.mark.parametrize("given", [[("", Report.empty())], [("one", example()), ("two", article()), (None, example())]])
def test_pages_of_no_claim_and_of_several_articles_have_no_violation(open_page, given) -> None:
    assert violations(open_page(pages(given))) == []
