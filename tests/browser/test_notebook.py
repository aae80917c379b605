"""A real notebook, executed and exported as nbviewer shows it, holds the report, its tables and its charts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from attribution.report import Report
from tests.example import article

CELLS = (
    "import pathlib\nimport attribution\n"
    "report = attribution.Report.from_json(pathlib.Path('report.json').read_text())\nreport",
    "report.claims",
    "report.sources",
    "report.claims[2]",
    "report.plot()",
    "attribution.compare({'one': report, 'two': [report, report]})",
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The exported page."""
    for module in ("nbconvert", "ipykernel", "matplotlib"):
        pytest.importorskip(module, reason=f"{module} is not installed: pip install '.[test]'")
    import nbformat

    folder: Path = tmp_path_factory.mktemp("notebook")
    (folder / "report.json").write_text(article().to_json())
    cells = [nbformat.v4.new_code_cell(cell, id=f"cell-{number}") for number, cell in enumerate(CELLS)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "notebook.ipynb")
    # In a process of its own: a kernel and the browser would fight for the event loop.
    patience = "--ExecutePreprocessor.startup_timeout=300"
    command = [sys.executable, "-m", "nbconvert", "--execute", patience, "--to", "html", "notebook.ipynb"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return (folder / "notebook.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1280, 400])
def test_everything_shows_itself_in_a_notebook(open_page, notebook: str, width: int) -> None:
    report: Report = article()
    page = open_page(notebook, width=width)
    outputs = page.locator(".jp-OutputArea-output")
    assert outputs.count() == len(CELLS)
    assert outputs.nth(0).locator(".chip > summary").count() == len(report.claims)
    assert outputs.nth(1).locator("table.claims tbody tr").count() == len(report.claims)
    assert outputs.nth(2).locator("table.listing tbody tr").count() == len(report.sources)
    assert "0.25 weak" in outputs.nth(3).inner_text()
    for chart in (outputs.nth(4), outputs.nth(5)):
        image = chart.locator("img")
        assert image.get_attribute("alt")
        assert image.evaluate("image => image.complete && image.naturalWidth > 300")
    for cell in outputs.nth(1).locator("tbody td").all()[:4]:
        assert cell.evaluate("cell => getComputedStyle(cell).textAlign") == "start"
    for shown in page.locator(".attribution-report, [aria-label=Chart]").all():
        box = shown.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width


def test_a_claim_of_a_notebook_is_read_by_the_keyboard(open_page, notebook: str) -> None:
    page = open_page(notebook)
    page.locator(".layers input").last.focus()
    page.keyboard.press("Tab")
    card = page.locator(".chip.about-0 .card")
    assert card.is_visible()
    assert "The writer says it without a source." in card.inner_text()


def test_a_dollar_sign_is_no_formula() -> None:
    """MathJax, which notebooks load, leaves alone what has these classes."""
    report = article()
    for shown in (report, report.claims, report.sources, report.claims[0]):
        assert shown._repr_html_().startswith('<div class="attribution-report tex2jax_ignore mathjax_ignore">')
