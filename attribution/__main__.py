"""The command line: ``python -m attribution FILE...``.

Prints, for each file, the text with its sources, cues, contents, hedges and loaded words marked, the claims with their
scores, and a summary; or writes the same as JSON, CSV or HTML.

Exit codes: 0, all files were analyzed; 1, at least one file could not be read or written (the others were analyzed);
2, the command was not understood; 130, interrupted.
"""

from __future__ import annotations

import argparse
import csv
import glob
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from attribution.report import Report, ReportData

    Face = Callable[[str, Report], None]

DONE: Final = 0
SOME_FAILED: Final = 1
INTERRUPTED: Final = 130

_EXIT_CODES = """\
exit codes:
  0    all files were analyzed
  1    at least one file could not be read or written; the others were analyzed
  2    the command was not understood
  130  interrupted
"""


class OutputError(Exception):
    """A file that cannot be written."""

    def __init__(self, path: str, problem: str) -> None:
        """Keep the file and what is wrong with it."""
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


class _Files:
    """The texts of the files that can be read, one after the other, and the names of those."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = paths
        self.names: list[str] = []
        self.failed = False

    def texts(self) -> Iterator[str]:
        for path in self.paths:
            try:
                text = _read(path)
            except UnicodeDecodeError as error:
                self.fail(path, f"not UTF-8: {error.reason} at byte {error.start}")
            except (OSError, ValueError) as error:
                self.fail(path, getattr(error, "strerror", None) or str(error))
            else:
                self.names.append("standard input" if path == "-" else path)
                yield text

    def fail(self, path: str, problem: str) -> None:
        """Say what went wrong with a file, and go on."""
        self.failed = True
        _complain(path, problem)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What stands behind the command; ``sys.argv[1:]`` by default.

    Returns:
        The exit code.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    paths = list(_expanded(options.files))
    for out in (options.html, options.output):
        if out not in (None, "-") and any(_same(out, path) for path in paths):
            parser.error(f"{out} would be overwritten: it is one of the files to be analyzed")
    if options.output is not None and not (options.json or options.csv):
        parser.error("--output needs --json or --csv")
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A text may hold what the terminal's encoding does not.
        sys.stdout.reconfigure(errors="backslashreplace")
    files = _Files(paths)
    try:
        with ExitStack() as stack:
            faces = list(_faces(options, stack, several=len(paths) > 1))
            for name, report in _reports(files):
                for face in faces:
                    face(name, report)
        sys.stdout.flush()
    except OutputError as error:
        _complain(error.path, error.problem)
        return SOME_FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    return SOME_FAILED if files.failed else DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m attribution",
        description="Find the sources, attributions, hedges and loaded wording of English news, and score each claim.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text file in UTF-8, or - for standard input")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="write one report in JSON per line")
    form.add_argument("--csv", action="store_true", help="write one table of all claims")
    parser.add_argument(
        "--output", "-o", metavar="OUT", help="where to write --json or --csv, instead of standard output"
    )
    parser.add_argument("--html", metavar="OUT", help="write a self-contained page with all reports")
    parser.add_argument("--why", action="store_true", help="print the reasons of each score below its claim")
    return parser


def _expanded(paths: Iterable[str]) -> Iterator[str]:
    """Expand wildcards where the shell has not done so."""
    for path in paths:
        matches = sorted(glob.glob(path)) if glob.has_magic(path) and not os.path.exists(path) else []
        yield from matches or [path]


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _read(path: str) -> str:
    """Read a file as it is: line ends stay, so that offsets count the file's characters; a byte order mark goes."""
    if path == "-":
        data = sys.stdin.buffer.read()
    else:
        with open(path, "rb") as file:
            data = file.read()
    return data.decode("utf-8-sig")


def _reports(files: _Files) -> Iterator[tuple[str, Report]]:
    # Loading the pipeline takes longer than refusing a wrong command.
    from attribution import analyze_many

    # A bar and reports on the same screen would write over each other.
    progress = len(files.paths) > 1 and sys.stderr.isatty() and not sys.stdout.isatty()
    for number, report in enumerate(analyze_many(files.texts(), progress=progress)):
        yield files.names[number], report


def _faces(options: argparse.Namespace, stack: ExitStack, *, several: bool) -> Iterator[Face]:
    """Make what shows or writes the reports; files are opened before the first text is analyzed."""
    if options.json:
        yield _json(_opened(options.output, stack))
    elif options.csv:
        yield _csv(_opened(options.output, stack))
    if options.html is not None:
        yield _html(_opened(options.html, stack), stack)
    elif not options.json and not options.csv:
        yield _terminal(several=several, reasons=options.why)


def _terminal(*, several: bool, reasons: bool) -> Face:
    from rich.console import Console

    from attribution.report.terminal import show

    console = Console(highlight=False)

    def face(name: str, report: Report) -> None:
        show(report, console, title=name if several else None, reasons=reasons)
        if several:
            console.print()

    return face


def _json(out: TextIO) -> Face:
    from attribution.report.serialize import dump

    def face(name: str, report: Report) -> None:
        out.write(dump({"file": name, **report.to_dict()}) + "\n")

    return face


def _csv(out: TextIO) -> Face:
    from attribution.report.frames import COLUMNS, to_rows

    table = csv.writer(out, lineterminator="\n")
    table.writerow(["file", *COLUMNS["claims"]])

    def face(name: str, report: Report) -> None:
        table.writerows([name, *row] for row in to_rows(report, "claims"))

    return face


def _html(out: TextIO, stack: ExitStack) -> Face:
    from attribution.report.html import pages

    shown: list[tuple[str | None, ReportData]] = []

    def face(name: str, report: Report) -> None:
        shown.append((os.path.basename(name), report))

    def write() -> None:
        out.write(pages(shown))

    stack.callback(write)
    return face


def _opened(path: str | None, stack: ExitStack) -> TextIO:
    if path is None or path == "-":
        return sys.stdout
    try:
        file = open(path, "w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: SIM115
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error
    return stack.enter_context(file)


def _complain(path: str, problem: str) -> None:
    name = path.encode("utf-8", "backslashreplace").decode()
    print(f"attribution: {name}: {problem}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
