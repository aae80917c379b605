"""What a terminal shows."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from rich.console import Console

from attribution.report import Report
from attribution.report.marks import cut, find_marks
from attribution.report.printable import shown
from attribution.report.terminal import PLAIN, STYLED, marked_text, show
from tests.example import article, example
from tests.strategies import PATIENT, reports


def _console(*, terminal: bool, width: int = 100) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(file=out, width=width, force_terminal=terminal, highlight=False), out


@PATIENT
@given(reports())
def test_pieces_are_the_text_and_each_has_the_marks_that_cover_it(report: Report) -> None:
    marks = [mark for mark in find_marks(report) if mark.start < mark.end]
    pieces = list(cut(report.text, marks))
    assert "".join(piece.text for piece in pieces) == report.text
    for piece in pieces:
        assert piece.start < piece.end
        covering = [mark for mark in marks if mark.start <= piece.start and piece.end <= mark.end]
        assert sorted(map(repr, piece.marks)) == sorted(map(repr, covering))
        crossing = [
            mark for mark in marks if piece.start < mark.start < piece.end or piece.start < mark.end < piece.end
        ]
        assert crossing == []


@PATIENT
@given(reports())
def test_what_is_shown_can_be_encoded_and_keeps_its_length(report: Report) -> None:
    assert len(shown(report.text)) == len(report.text)
    shown(report.text).encode()


@PATIENT
@given(reports())
def test_without_signs_the_marked_text_is_the_text(report: Report) -> None:
    assert marked_text(report, {}).plain == shown(report.text).replace("\r", "")


@PATIENT
@given(reports())
def test_every_report_can_be_printed(report: Report) -> None:
    for terminal in (True, False):
        console, out = _console(terminal=terminal)
        show(report, console, title=report.text, reasons=True)
        out.getvalue().encode()


def test_signs_stand_around_words() -> None:
    assert marked_text(example(), PLAIN).plain == (
        "[~Sources~] <say> {the US !regime! ~may~ <claim> {Syria}}. It rains."
    )
    assert marked_text(example(), STYLED).plain == "Sources say {the US regime may claim {Syria}}. It rains."


def test_only_the_layers_asked_for_are_marked() -> None:
    assert marked_text(example(), PLAIN, ["cue", "hedge"]).plain == (
        "~Sources~ <say> the US regime ~may~ <claim> Syria. It rains."
    )
    assert marked_text(example(), PLAIN, []).plain == example().text


def test_without_colour_there_are_still_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    console, out = _console(terminal=True)
    show(article(), console)
    printed = out.getvalue()
    assert "\x1b[1m" in printed
    assert "\x1b[3m" in printed
    for colour in ("[34m", "[33m", "[31m", ";34m", ";33m", ";31m"):
        assert colour not in printed


def test_a_pipe_gets_no_styles() -> None:
    console, out = _console(terminal=False)
    show(article(), console)
    assert "\x1b" not in out.getvalue()
    assert "the writer" in out.getvalue()


def test_markup_in_the_text_is_text() -> None:
    console, out = _console(terminal=False)
    show(Report.empty("[bold]x[/bold] [/red]"), console)
    assert "[bold]x[/bold] [/red]" in out.getvalue()


@pytest.mark.parametrize("width", [60, 80])
def test_on_a_narrow_terminal_the_sources_stand_below_their_claims(width: int) -> None:
    console, out = _console(terminal=False, width=width)
    show(article(), console)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    assert any(line.endswith("0.70 strong     0.00 neutral") for line in lines)
    assert any(line.strip() == "— A top official" for line in lines)
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("width", [30, 40])
def test_on_a_very_narrow_terminal_the_scores_stand_below_their_claims_too(width: int) -> None:
    console, out = _console(terminal=False, width=width)
    show(article(), console)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    place = next(place for place, line in enumerate(lines) if line.strip() == "— A top official")
    assert [line.strip() for line in lines[place + 1 : place + 3]] == ["sourcing 0.45 moderate", "loading 0.10 neutral"]
    assert max(map(len, lines)) <= width


def test_on_a_wide_terminal_the_sources_stand_beside_their_claims() -> None:
    console, out = _console(terminal=False, width=120)
    show(article(), console)
    assert any(
        "that 30 US soldiers" in line and "AFP > The so-called" in line and "0.70 strong" in line
        for line in out.getvalue().splitlines()
    )


def test_a_start_of_nothing_is_no_reason() -> None:
    console, out = _console(terminal=False)
    show(article(), console, reasons=True)
    printed = " ".join(out.getvalue().split())
    assert "sourcing +0.80" in printed
    assert "+0.00" not in printed
