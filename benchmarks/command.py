"""What the commands of this package share: their arguments, and tables for a terminal or the documentation."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import field, frozen

import attribution
from attribution.training.corpora import CorpusError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_DATA: Final = Path("../shared/data")
OURS: Final = "this package"

T = TypeVar("T")


@frozen
class Setup:
    """What is measured, and on what: the folder with the corpora, and that of a model, if not the shipped one.

    ``limit``: measure on the first so many articles or sentences only, to try a command out.
    """

    data: Path
    model: Path | None = None
    limit: int | None = None

    def first(self, items: Sequence[T]) -> Sequence[T]:
        """Return the items that are measured: all of them, or the first ones."""
        return items[: self.limit]

    def pipeline(self, lexicons: Sequence[Path] = ()) -> Language:
        """Load the pipeline to be measured, with optional lexicons."""
        return attribution.load(model=self.model, lexicons=lexicons)


@frozen
class Table:
    """Figures under a title: one row per measure, one column per system. Prints as Markdown.

    ``notes`` say what a reader must know to judge the figures, such as where one that was not measured here is from. In
    a table with the column "this package", higher is better, and the other columns are peers: the last note says which
    of them are ahead, but for ``variants`` of this package.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = field(default=())
    variants: tuple[str, ...] = field(default=())

    def ahead(self) -> Iterator[str]:
        """Say for each peer where it is ahead of this package, and by which figures."""
        if OURS not in self.columns:
            return
        ours = self.columns.index(OURS)
        for number, peer in enumerate(self.columns):
            better = [
                f"{row[0]} ({row[number]} against {row[ours]})"
                for row in self.rows
                if number > 0 and (theirs := _figure(row[number])) is not None and theirs > (_figure(row[ours]) or 0.0)
            ]
            if better and peer not in (OURS, *self.variants):
                yield f"Ahead of this package: {peer}, on {', '.join(better)}."

    def __str__(self) -> str:
        widths = [max(len(row[i]) for row in (self.columns, *self.rows)) for i in range(len(self.columns))]
        rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
        lines = [self._line(row, widths) for row in (self.columns, tuple(rule), *self.rows)]
        notes = [f"* {note}" for note in (*self.notes, *self.ahead())]
        return "\n".join([f"### {self.title}", "", *lines, *(["", *notes] if notes else [])])

    @staticmethod
    def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
        first, *others = (
            cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(cells, widths, strict=True))
        )
        return "| " + " | ".join([first, *others]) + " |"


def _figure(cell: str) -> float | None:
    try:
        return float(cell.replace(",", "").split(" ")[0])
    except ValueError:
        return None


def count_words(text: str) -> int:
    """Words as separated by white space."""
    return len(text.split())


def percent(share: float | None) -> str:
    """A share in [0, 1] as a percentage with one decimal; a dash where there is no figure."""
    return "–" if share is None else f"{100 * share:.1f}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what all commands of this package take."""
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="folder with the corpora (default: %(default)s)", metavar="DIR"
    )
    parser.add_argument("--model", type=Path, help="folder with a model (default: the shipped one)", metavar="DIR")
    parser.add_argument("--limit", type=int, help="only so many articles or sentences, to try it out", metavar="N")


def run(description: str, measure: Callable[[Setup], Sequence[Table]], arguments: Sequence[str] | None = None) -> int:
    """Read ``--data``, ``--model`` and ``--limit``, measure, print the tables.

    Args:
        description: One line for ``--help``.
        measure: Takes what the command line says, returns tables.
        arguments: The command line; by default that of the process.

    Returns:
        The exit status: 0, or 2 where a corpus is missing or cannot be read.
    """
    parser = argparse.ArgumentParser(description=description)
    add_arguments(parser)
    options = parser.parse_args(arguments)
    return print_tables(parser.prog, measure, Setup(options.data, options.model, options.limit))


def print_tables(prog: str, measure: Callable[[Setup], Sequence[Table]], setup: Setup) -> int:
    """Measure, and print the tables, or in the name of the command ``prog`` which corpus is missing.

    Returns:
        The exit status; see :func:`run`.
    """
    try:
        tables = measure(setup)
    except CorpusError as error:
        print(f"{prog}: {error}", file=sys.stderr)
        return 2
    print("\n\n".join(map(str, tables)))
    return 0
