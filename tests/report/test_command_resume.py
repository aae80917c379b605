"""An output of ``--jsonl`` that was interrupted is gone on with, and nothing else is ever cut or lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import attribution
from attribution.cli.main import main
from attribution.report import Report


class Analysis:
    """An analysis that costs nothing, counts, and can be interrupted."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.stop_before: str | None = None
        self.out: Path | None = None
        self.whole_lines: list[int] = []

    def __call__(self, texts: Iterable[str], **_: object) -> Iterator[Report]:
        for text in texts:
            if text == self.stop_before:
                raise KeyboardInterrupt
            if self.out is not None and self.out.exists():
                self.whole_lines.append(self.out.read_bytes().count(b"\n"))
            self.texts.append(text)
            yield Report.empty(text)


@pytest.fixture
def analysis(monkeypatch: pytest.MonkeyPatch) -> Analysis:
    made = Analysis()
    monkeypatch.setattr(attribution, "analyze_many", made)
    return made


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{letter}.txt" for letter in "abcd"]
    for path in paths:
        path.write_text(f"text of {path.stem}", encoding="utf-8")
    return [str(path) for path in paths]


def _files(out: Path) -> list[str]:
    return [json.loads(line)["file"] for line in out.read_text(encoding="utf-8").splitlines()]


def _run(out: Path, articles: list[str], *more: str) -> int:
    return main(["--jsonl", "--output", str(out), *more, *articles])


def test_each_line_is_in_the_file_before_the_next_text_is_analyzed(
    tmp_path: Path, articles: list[str], analysis: Analysis
) -> None:
    analysis.out = tmp_path / "out.jsonl"
    assert _run(analysis.out, articles) == 0
    assert analysis.whole_lines == [0, 1, 2, 3]


def test_an_interrupted_run_is_gone_on_with(tmp_path: Path, articles: list[str], analysis: Analysis) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    _run(whole, articles)
    analysis.stop_before = "text of c"
    assert _run(out, articles) == 130
    assert _files(out) == articles[:2]
    analysis.stop_before = None
    analysis.texts.clear()
    assert _run(out, articles, "--resume") == 0
    assert analysis.texts == ["text of c", "text of d"]
    assert out.read_bytes() == whole.read_bytes()


def test_an_interrupted_list_is_whole_too(tmp_path: Path, articles: list[str], analysis: Analysis) -> None:
    out = tmp_path / "out.json"
    analysis.stop_before = "text of c"
    assert main(["--json", "--output", str(out), *articles]) == 130
    assert [data["file"] for data in json.loads(out.read_text(encoding="utf-8"))] == articles[:2]


def test_wherever_the_output_broke_off_the_end_is_the_same(
    tmp_path: Path, articles: list[str], analysis: Analysis
) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    _run(whole, articles)
    written = whole.read_bytes()
    for length in (*range(0, len(written), 61), written.index(b"\n"), written.index(b"\n") + 1, len(written)):
        out.write_bytes(written[:length])
        assert _run(out, articles, "--resume") == 0
        assert out.read_bytes() == written


def test_there_may_be_nothing_to_go_on_with(tmp_path: Path, articles: list[str], analysis: Analysis) -> None:
    out = tmp_path / "out.jsonl"
    assert _run(out, articles, "--resume") == 0
    assert _files(out) == articles


def test_without_resume_an_output_is_replaced(tmp_path: Path, articles: list[str], analysis: Analysis) -> None:
    out = tmp_path / "out.jsonl"
    for _ in range(2):
        assert _run(out, articles) == 0
    assert _files(out) == articles


def test_what_could_not_be_read_is_tried_again(tmp_path: Path, articles: list[str], analysis: Analysis) -> None:
    out = tmp_path / "out.jsonl"
    Path(articles[1]).rename(tmp_path / "away")
    assert _run(out, articles) == 1
    (tmp_path / "away").rename(articles[1])
    assert _run(out, articles, "--resume") == 0
    assert _files(out) == [articles[0], articles[2], articles[3], articles[1]]


def test_a_file_given_twice_is_analyzed_twice(tmp_path: Path, articles: list[str], analysis: Analysis) -> None:
    out = tmp_path / "out.jsonl"
    _run(out, articles[:1])
    _run(out, [articles[0], articles[0]], "--resume")
    assert _files(out) == [articles[0], articles[0]]


@pytest.mark.parametrize("content", ["an article\n", "an article", '{"text": ""}\n', '{"file"\n', "[\n"])
def test_a_file_of_another_kind_is_never_cut(
    content: str, tmp_path: Path, articles: list[str], analysis: Analysis, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "notes.txt"
    out.write_text(content, encoding="utf-8")
    assert _run(out, articles, "--resume") == 1
    assert out.read_text(encoding="utf-8") == content
    assert f"{out}: line 1 is not a report that --jsonl wrote" in capsys.readouterr().err
