"""``python -m attribution check``: what it prints, and how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from attribution.cli.main import main
from attribution.desk import rulebook

pytestmark = pytest.mark.model

FLAGGED = "The minister met the press.\n\nThe minister will resign within days, sources said. It rained.\n"
CLEAN = "Paul Adeyemi built the bridge in May.\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Two articles, one of them with an unnamed source, in the current folder."""
    (tmp_path / "flagged.txt").write_text(FLAGGED, encoding="utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_findings_stand_below_their_paragraph_with_the_words_underlined(files, capsys):
    assert main(["check", "flagged.txt", "clean.txt", "--select", "unnamed-without-reason"]) == 1
    out = capsys.readouterr().out
    lines = out.splitlines()
    words = next(index for index, line in enumerate(lines) if "sources said" in line)
    marks = lines[words + 1]
    assert lines[words][marks.index("~") : marks.rindex("~") + 1] == "sources"
    assert "flagged.txt" in out
    assert "line 3, paragraph 2" in out
    assert "warning  unnamed-without-reason" in out
    assert "clean.txt" not in out
    assert "1 finding in 2 files: 1 warning." in out


def test_nothing_found(files, capsys):
    assert main(["check", "clean.txt"]) == 0
    assert "Nothing found in 1 file." in capsys.readouterr().out


def test_severity_decides_what_counts(files, capsys):
    assert main(["check", "flagged.txt", "--severity", "error"]) == 0
    assert main(["check", "flagged.txt", "--severity", "warning"]) == 1
    capsys.readouterr()


def test_json_has_lines_and_columns(files, capsys):
    assert main(["check", "--json", "--select", "unnamed-without-reason", "flagged.txt", "clean.txt"]) == 1
    flagged, clean = json.loads(capsys.readouterr().out)
    (finding,) = flagged["findings"]
    (span,) = finding["spans"]
    assert (span["text"], span["line"], FLAGGED[span["start"] : span["end"]]) == ("sources", 3, "sources")
    assert {"rule", "severity", "message", "authority", "remedy"} <= finding.keys()
    assert clean == {"file": "clean.txt", "findings": []}


def test_sarif_names_the_file(files, capsys):
    assert main(["check", "--sarif", "flagged.txt"]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("flagged.txt", 3)


def test_settings_of_the_folder_count_until_others_are_named(files, capsys):
    (files / "attribution.toml").write_text('ignore = ["anonymity"]', encoding="utf-8")
    assert main(["check", "flagged.txt"]) == 0
    assert main(["check", "flagged.txt", "--rules", "default"]) == 1
    capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "hearsai"], "there is no rule 'hearsai'; rules: "),
        (["--rules", "guardian"], "presets: ap, default, reuters"),
        (["--rules", "broken.toml"], "broken.toml:1: key 'preset': "),
    ],
)
def test_misuse_is_told_before_any_analysis(files, capsys, arguments, message):
    (files / "broken.toml").write_text("preset = 3", encoding="utf-8")
    assert main(["check", "flagged.txt", *arguments]) == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


def test_the_help_names_every_rule_and_family(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= 80
    for rule in rulebook().rules:
        assert f"  {rule.family}: " in printed
        assert f"{rule.id}{'' if rule.id in rulebook().active else '*'}" in printed.replace(",", " ").split()


def test_a_severity_that_does_not_exist_is_misuse(files, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["check", "flagged.txt", "--severity", "fatal"])
    assert caught.value.code == 2
    assert "fatal" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(files, capsys):
    (files / "latin.txt").write_bytes(b"caf\xe9")
    assert main(["check", "none.txt", "latin.txt", "flagged.txt"]) == 2
    captured = capsys.readouterr()
    assert "none.txt" in captured.err
    assert "latin.txt" in captured.err
    assert "unnamed-without-reason" in captured.out


def test_the_commit_hook_calls_this_command(files, capsys):
    manifest = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = re.search(r"^  entry: python -m attribution (.+)$", manifest, re.MULTILINE)
    assert entry is not None
    assert main([*entry[1].split(), "flagged.txt"]) == 1
    assert "unnamed-without-reason" in capsys.readouterr().out
