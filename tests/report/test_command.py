"""The command line, with an analysis that costs nothing."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

import attribution
from attribution.cli.main import main
from attribution.report import Report
from tests.example import SHORT, example

#: What the analysis fails on.
BROKEN = "broken"


@pytest.fixture(autouse=True)
def analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    def analyze_many(
        texts: Iterable[str], *, nlp: object, n_process: int, errors: Callable[[str, Exception], None]
    ) -> Iterator[Report]:
        assert nlp is None, "the shipped pipeline, unless settings are given"
        for text in texts:
            if text == BROKEN:
                errors(text, ValueError("it is broken"))
                continue
            yield example() if text == SHORT else Report.empty(text)

    monkeypatch.setattr(attribution, "analyze_many", analyze_many, raising=False)
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(SHORT, encoding="utf-8")
    return str(path)


def test_a_report_is_printed_with_signs_where_there_are_no_styles(
    article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([article]) == 0
    printed = capsys.readouterr().out
    assert "[~Sources~] <say> {the US !regime! ~may~ <claim> {Syria}}. It rains." in printed
    assert "0.20 weak" in printed
    assert "0.40 some" in printed
    assert "The text makes 2 claims in 10 words." in " ".join(printed.split())
    assert "\x1b" not in printed
    assert "not identified beyond" not in printed


def test_the_reasons_are_printed_on_demand(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--why", article]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "sourcing -0.60" in printed
    assert "not identified beyond 'Sources'" in printed


def test_json_is_the_report(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", article]) == 0
    printed = capsys.readouterr().out
    assert Report.from_json(printed) == example()
    assert json.loads(printed)["file"] == article


def test_several_files_give_a_line_of_json_each(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(b"\xef\xbb\xbfOne\r\ntwo")
    assert main(["--jsonl", article, str(other)]) == 0
    reports = [Report.from_json(line) for line in capsys.readouterr().out.splitlines()]
    assert reports == [example(), Report.empty("One\r\ntwo")]


def test_several_files_give_one_list(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", article, article]) == 0
    assert [Report.from_dict(data) for data in json.loads(capsys.readouterr().out)] == [example(), example()]


def test_a_list_is_whole_when_no_file_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", str(tmp_path / "a"), str(tmp_path / "b")]) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_wildcards_are_expanded_where_the_shell_has_not(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "more" / "deep").mkdir(parents=True)
    (tmp_path / "more" / "deep" / "b.txt").write_text(SHORT, encoding="utf-8")
    assert main(["--jsonl", str(tmp_path / "*.txt")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(["--jsonl", str(tmp_path / "**" / "*.txt")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_pattern_that_matches_nothing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "*.md")]) == 1
    assert capsys.readouterr().err == f"attribution: {tmp_path / '*.md'}: no file has a name like this\n"


def test_a_file_of_utf_16_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notepad.txt"
    path.write_text(SHORT, encoding="utf-16")
    assert main([str(path)]) == 1
    assert "not UTF-8 but UTF-16" in capsys.readouterr().err


def test_csv_is_the_table_of_claims(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--csv", article]) == 0
    printed = capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [(row["file"], row["id"], row["sourcing_level"]) for row in rows] == [
        (article, "C1", "weak"),
        (article, "C2", "none"),
    ]
    assert main(["--csv", "--table", "sources", article]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["file"], row["name"]) for row in rows] == [(article, "Sources")]
    out = tmp_path / "claims.csv"
    assert main(["--csv", "--output", str(out), article]) == 0
    assert out.read_text(encoding="utf-8") == printed
    assert capsys.readouterr().out == ""


def test_html_is_one_page_of_all_files(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.html"
    assert main(["--html", str(out), article, article]) == 0
    page = out.read_text(encoding="utf-8")
    assert page.count("<!doctype html>") == 1
    assert page.count("article.txt") == 2
    assert capsys.readouterr().out == ""


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SHORT.encode())))
    assert main(["--json", "-"]) == 0
    assert Report.from_json(capsys.readouterr().out) == example()


def test_files_that_cannot_be_read_are_named_and_the_others_done(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes("caf\xe9 au lait".encode("latin-1"))
    missing = str(tmp_path / "missing.txt")
    assert main(["--jsonl", str(latin), missing, str(tmp_path), article]) == 1
    printed = capsys.readouterr()
    assert [json.loads(line)["file"] for line in printed.out.splitlines()] == [article]
    messages = printed.err.splitlines()
    assert messages[0].startswith(f"attribution: {latin}: not UTF-8")
    assert messages[1] == f"attribution: {missing}: No such file or directory"
    assert messages[2].startswith(f"attribution: {tmp_path}: ")


def test_a_text_that_cannot_be_analyzed_is_named_and_the_others_done(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_text(BROKEN, encoding="utf-8")
    assert main(["--jsonl", article, str(broken), article]) == 1
    printed = capsys.readouterr()
    assert [json.loads(line)["file"] for line in printed.out.splitlines()] == [article, article]
    assert printed.err == f"attribution: {broken}: cannot be analyzed: it is broken\n"


def test_a_file_that_cannot_be_written_is_named(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "missing" / "out.html")
    assert main(["--html", out, article]) == 1
    assert capsys.readouterr().err.startswith(f"attribution: {out}: ")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("form", [["--json"], ["--jsonl"], ["--csv"]])
def test_a_full_disk_is_said(form: list[str], article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*form, "--output", "/dev/full", article]) == 1
    assert capsys.readouterr().err == "attribution: output: No space left on device\n"


@pytest.mark.parametrize("form", [["--html"], ["--json", "--output"], ["--csv", "-o"]])
def test_an_article_is_never_overwritten(form: list[str], article: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*form, article, article])
    assert caught.value.code == 2
    assert Path(article).read_text(encoding="utf-8") == SHORT


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--json", "--csv", "x"],
        ["--json", "--jsonl", "x"],
        ["--output", "x", "y"],
        ["--verbs", "x"],
        ["--layer", "verbs", "x"],
        ["--table", "verbs", "--csv", "x"],
        ["--table", "claims", "x"],
        ["--why", "--json", "x"],
        ["--layer", "cue", "--html", "x.html", "x"],
        ["--resume", "--jsonl", "x"],
        ["--resume", "--csv", "--output", "y", "x"],
        ["--processes", "0", "x"],
        ["--processes", "two", "x"],
        ["analyze"],
    ],
)
def test_a_command_that_is_not_understood(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_a_command_can_be_named(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "--json", article]) == 0
    assert Report.from_json(capsys.readouterr().out) == example()


def test_only_the_layers_asked_for_are_marked(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--layer", "hedge, source", article]) == 0
    printed = capsys.readouterr().out
    assert "[~Sources~] say the US regime ~may~ claim Syria. It rains." in printed
    assert "cue" not in printed


def test_a_file_of_settings_that_is_wrong_is_named(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scoring = tmp_path / "scoring.toml"
    scoring.write_text("[no-such-section]\nx = 1\n", encoding="utf-8")
    for arguments in (["--scoring", str(scoring)], ["--lexicon", str(tmp_path / "missing.toml")]):
        assert main([*arguments, article]) == 2
        printed = capsys.readouterr()
        assert arguments[1] in printed.err
        assert printed.out == ""


def test_the_help_documents_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "exit codes:" in capsys.readouterr().out


@pytest.mark.parametrize("form", [["--jsonl", "--output"], ["--html"]])
def test_a_bar_is_shown_on_a_terminal_that_has_room_for_it(
    form: list[str], article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, missing = str(tmp_path / "out"), str(tmp_path / "missing.txt")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main([*form, out, article, missing, article]) == 1
    printed = capsys.readouterr().err
    assert "3/3" in printed
    # A message has a line of its own.
    assert f"attribution: {missing}: No such file or directory" in re.split(r"[\r\n]+", printed)


@pytest.mark.parametrize("is_terminal", [True, False])
def test_no_bar_is_shown_in_a_pipe_or_among_the_reports(
    is_terminal: bool, article: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert main([article, article]) == 0
    assert main(["--json", article]) == 0
    assert capsys.readouterr().err == ""


def test_no_reader_is_no_reason_to_complain(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

        def fileno(self) -> int:
            return spare

    spare = os.open(os.devnull, os.O_WRONLY)
    monkeypatch.setattr("sys.stdout", Closed())
    assert main(["--json", article]) == 1
    os.close(spare)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_that_does_not_know_its_size_has_a_bar_too() -> None:
    import pty

    terminal, end = pty.openpty()
    code = (
        "from attribution.cli.progress import Progress\n"
        "with Progress(2, is_shown=True) as bar:\n"
        "    bar.advance()\n"
        "    bar.complain('x.txt', 'gone')\n"
    )
    subprocess.run([sys.executable, "-c", code], stdin=end, stdout=end, stderr=end, check=True, timeout=300)
    os.close(end)
    printed = b""
    with contextlib.suppress(OSError):  # how Linux says that the other end is closed
        while read := os.read(terminal, 65536):
            printed += read
    os.close(terminal)
    assert b"1/2" in printed
    assert b"2/2" in printed
    assert b"attribution: x.txt: gone\r\n" in printed
