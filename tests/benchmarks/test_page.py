import pytest

from attribution.training.corpora import CorpusError
from benchmarks import __main__ as everything
from benchmarks import hedges, seeds
from benchmarks.command import Table
from benchmarks.page import Provenance, provenance, replace_section, section

ORIGIN = Provenance("abc1234", "2026-01-31", "a machine")
TABLE = Table("Hedges", ("measure", "this package"), (("F1", "9.5"),))


def test_command_and_commit_stand_beside_every_table():
    written = section("hedges", [TABLE, TABLE], ORIGIN)
    assert written.count("`python -m benchmarks.hedges --data DIR`; commit `abc1234`, 2026-01-31, a machine") == 2
    assert written.splitlines()[0] == "<!-- hedges -->"


def test_a_section_takes_the_place_of_the_old_one_and_leaves_the_rest():
    page = "# Measured\n\n<!-- hedges -->\n\nold \\1\n\n<!-- end of hedges -->\n\nprose\n"
    new = section("hedges", [TABLE], ORIGIN)
    assert replace_section(page, "hedges", new) == f"# Measured\n\n{new}\n\nprose\n"
    assert replace_section("prose\n", "hedges", new) == f"prose\n\n{new}\n"


def test_the_commit_is_that_of_the_repository_or_said_to_be_unknown(tmp_path, monkeypatch):
    assert provenance().machine
    monkeypatch.chdir(tmp_path)
    assert provenance().commit == "unknown"


@pytest.mark.parametrize("error", [CorpusError("no articles"), ImportError("No module named 'scipy'")])
def test_a_part_that_cannot_be_measured_is_named_and_the_others_are_measured(error, tmp_path, monkeypatch, capsys):
    def fail(setup):
        raise error

    monkeypatch.setattr(seeds, "measure", fail)
    monkeypatch.setattr(hedges, "measure", lambda setup: [TABLE])
    page = tmp_path / "measured.md"
    page.write_text("prose\n")
    assert everything.main(["--data", ".", "--only", "seeds", "--only", "hedges", "--out", str(page)]) == 1
    assert f"seeds is left out: {error}" in capsys.readouterr().err
    assert "| F1" in page.read_text()


def test_a_try_out_writes_no_page(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(hedges, "measure", lambda setup: [TABLE])
    assert everything.main(["--data", ".", "--only", "hedges", "--limit", "1"]) == 0
    assert "### Hedges" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


def test_every_part_can_be_measured():
    import importlib

    for part in everything.PARTS:
        assert callable(importlib.import_module(f"benchmarks.{part}").measure)
