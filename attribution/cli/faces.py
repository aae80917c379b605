"""What shows or writes the reports of a run, one report after the other."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TextIO

from .exits import OutputError
from .options import Form, Options

if TYPE_CHECKING:
    from attribution.report import Report

#: Takes the name of an article and its report.
Face = Callable[[str, "Report"], None]


def make_faces(options: Options, stack: ExitStack, *, several: bool) -> Iterator[Face]:
    """Make what shows or writes the reports; files are opened here, before the first text is analyzed.

    Args:
        options: What was asked for.
        stack: Closes the files and writes what can only be written at the end, also after an interruption.
        several: Whether there is more than one article.

    Raises:
        OutputError: If a file cannot be opened.
    """
    match options.form:
        case Form.JSON:
            yield stack.enter_context(_json(_opened(options.output, stack), several=several))
        case Form.JSONL:
            yield _json_lines(_opened(options.output, stack, going_on=options.resume))
        case Form.CSV:
            yield _csv(_opened(options.output, stack), options)
        case Form.TERMINAL if options.html is None:
            yield _terminal(options, several=several)
        case Form.TERMINAL:
            pass
    if options.html is not None:
        yield stack.enter_context(_html(_opened(options.html, stack)))


def _terminal(options: Options, *, several: bool) -> Face:
    from rich.console import Console

    from attribution.report.terminal import show

    console = Console(highlight=False)

    def face(name: str, report: Report) -> None:
        show(report, console, title=name if several else None, reasons=options.why, layers=options.layers)
        if several:
            console.print()

    return face


@contextmanager
def _json(out: TextIO, *, several: bool) -> Iterator[Face]:
    """Write one report as it is, several as a list, with a line for each."""
    from attribution.report.serialize import dump

    separator = "[\n" if several else ""

    def face(name: str, report: Report) -> None:
        nonlocal separator
        out.write(separator + dump({"file": name, **report.to_dict()}))
        separator = ",\n"

    try:
        yield face
    finally:
        if several:
            out.write("[]\n" if separator == "[\n" else "\n]\n")
        elif separator:
            out.write("\n")


def _json_lines(out: TextIO) -> Face:
    from attribution.report.serialize import dump

    def face(name: str, report: Report) -> None:
        out.write(dump({"file": name, **report.to_dict()}) + "\n")
        # Whatever ends the run, each line in the file is then a whole report.
        out.flush()

    return face


def _csv(out: TextIO, options: Options) -> Face:
    from attribution.report.tables import TABLES, to_rows

    table = csv.writer(out, lineterminator="\n")
    table.writerow(["file", *(column.name for column in TABLES[options.table])])

    def face(name: str, report: Report) -> None:
        table.writerows([name, *row] for row in to_rows(report, options.table))
        out.flush()

    return face


@contextmanager
def _html(out: TextIO) -> Iterator[Face]:
    from attribution.report.html import pages

    shown: list[tuple[str | None, Report]] = []

    def face(name: str, report: Report) -> None:
        shown.append((os.path.basename(name), report))

    try:
        yield face
    finally:
        out.write(pages(shown))


def _opened(path: str | None, stack: ExitStack, *, going_on: bool = False) -> TextIO:
    if path is None or path == "-":
        return sys.stdout
    try:
        file = open(path, "a" if going_on else "w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: SIM115
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error
    return stack.enter_context(file)
