"""The code on the pages of the documentation runs, and shows what it really prints.

``python -m pytest tests/test_docs.py --update-golden`` writes the outputs of today into the pages.
"""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from attribution.report.tables import TABLES
from tests.documentation import checkout, is_run, run_page, update

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").rglob("*.md"))
NOTEBOOKS = sorted((ROOT / "docs").rglob("*.ipynb"))
NEEDS = re.compile(r"<!-- needs: ([\w, ]+) -->")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder with the seed articles, as on a checkout."""
    monkeypatch.chdir(checkout(tmp_path))
    return tmp_path


def need(page: Path) -> None:
    for names in NEEDS.findall(page.read_text(encoding="utf-8")):
        for module in names.split(","):
            if find_spec(module.strip()) is None:
                pytest.skip(f"{name(page)} needs {module.strip()}, of the extra test")


def test_there_are_pages_and_notebooks():
    assert PAGES
    assert NOTEBOOKS


@pytest.mark.model
@pytest.mark.parametrize("page", [page for page in PAGES if is_run(page)], ids=name)
def test_a_page_shows_the_output_of_today(page, folder, request):
    need(page)
    blocks = run_page(page, folder)
    if request.config.getoption("--update-golden"):
        update(page, blocks)
        pytest.skip(f"wrote {name(page)}")
    for block in blocks:
        assert block.is_now == block.should_be


def test_the_page_of_tables_has_every_column(request):
    page = ROOT / "docs" / "tables.md"
    written = page.read_text(encoding="utf-8")
    for table, columns in TABLES.items():
        rows = "".join(f"| `{column.name}` | {column.type} | {column.meaning} |\n" for column in columns)
        before, header, shown, rest = re.split(
            rf"(^## `{table}`\n\n\| column .*\n\| --- .*\n)((?:\|.*\n)*)", written, flags=re.MULTILINE
        )
        if request.config.getoption("--update-golden"):
            written = before + header + rows + rest
        else:
            assert shown == rows
    if request.config.getoption("--update-golden"):
        page.write_text(written, encoding="utf-8")
        pytest.skip(f"wrote {name(page)}")


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name)
def test_a_notebook_holds_no_outputs_that_could_be_stale(notebook):
    """They are made when the documentation is built."""
    cells = [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert cells
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells)


@pytest.mark.model
@pytest.mark.filterwarnings("default")  # Jupyter's own
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name)
def test_a_notebook_runs_and_shows_something(notebook, folder):
    nbformat = pytest.importorskip("nbformat", reason="needs nbformat, of the extra test")
    client = pytest.importorskip("nbclient", reason="needs nbclient, of the extra test")
    for library in ("ipykernel", "matplotlib", "pandas"):
        pytest.importorskip(library, reason=f"needs {library}, of the extra notebook")
    book = nbformat.read(notebook, as_version=4)
    # As a reader does who opens it where it lies.
    where = folder / "docs" / "how-to"
    where.mkdir(parents=True)
    place = {"metadata": {"path": str(where)}}
    client.NotebookClient(book, timeout=300, startup_timeout=300, resources=place).execute()
    outputs = [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("text/html" in output.get("data", {}) for output in outputs)
    assert not any(output.output_type == "stream" and output.name == "stderr" for output in outputs)
