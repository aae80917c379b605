"""Imports run one way: what a part of the interpretation may know of the others."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import attribution

ROOT = "attribution.interpret."
FOLDER = Path(attribution.__file__).parent / "interpret"
# Modules and packages of the interpretation; each may import from rows above its own, and from no neighbour in its row.
ROWS = (
    {"readings", "vocabulary"},
    {"calibration"},
    {"draft"},
    {"text", "trees"},
    {"frames"},
    {"attributions", "sources", "hedges", "wording", "claims"},
    {"interpreter"},
)
ROW_OF = {part: number for number, row in enumerate(ROWS) for part in row}
MODULES = {
    ROOT + ".".join(path.relative_to(FOLDER).with_suffix("").parts): path
    for path in sorted(FOLDER.rglob("*.py"))
    if path.name != "__init__.py"
}
# What it may know of the rest of this library.
KNOWN = {"interpret", "lexicons", "report", "snapshot", "words"}


def imported(path: Path) -> set[str]:
    """All that a module imports, wherever in it, by its whole name."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name}: {ast.unparse(node)} names no package"
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def part_of(module: str) -> str:
    return module.removeprefix(ROOT).partition(".")[0]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_its_own_package_and_from_rows_above(module):
    own = part_of(module)
    others = {part_of(other) for other in imported(MODULES[module]) & MODULES.keys()} - {own}
    assert not {other for other in others if ROW_OF[other] >= ROW_OF[own]}


def test_the_interpretation_stands_on_records_and_lexicons_alone():
    names = {name for path in MODULES.values() for name in imported(path) if name.startswith("attribution.")}
    assert {name.split(".")[1] for name in names} == KNOWN


def test_every_part_has_a_row():
    assert {part_of(module) for module in MODULES} == ROW_OF.keys()


def test_no_modules_import_each_other():
    graph = {module: imported(path) & MODULES.keys() for module, path in MODULES.items()}
    assert sum(map(len, graph.values())) > len(graph)
    TopologicalSorter(graph).prepare()  # a cycle raises


def test_every_package_says_what_is_in_it():
    for path in FOLDER.rglob("__init__.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), path
        assert len(tree.body) == 1, f"{path}: its modules are imported by their own names"
