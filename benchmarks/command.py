"""What the commands of this package share: their arguments, and tables for a terminal or the documentation."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

import attribution
from attribution.training.corpora import CorpusError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_DATA: Final = Path("../shared/data")


@frozen
class Setup:
    """What is measured, and on what: the folder with the corpora, and that of a model, if not the shipped one."""

    data: Path
    model: Path | None = None

    def pipeline(self, lexicons: Sequence[Path] = ()) -> Language:
        """Load the pipeline to be measured, with optional lexicons."""
        return attribution.load(model=self.model, lexicons=lexicons)


@frozen
class Table:
    """Figures under a title: one row per measure, one column per system. Prints as Markdown.

    ``notes`` say what a reader must know to judge the figures, such as where one that was not measured here is from.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        widths = [max(len(row[i]) for row in (self.columns, *self.rows)) for i in range(len(self.columns))]
        rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
        lines = [self._line(row, widths) for row in (self.columns, tuple(rule), *self.rows)]
        notes = [f"* {note}" for note in self.notes]
        return "\n".join([f"### {self.title}", "", *lines, *(["", *notes] if notes else [])])

    @staticmethod
    def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
        first, *others = (
            cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(cells, widths, strict=True))
        )
        return "| " + " | ".join([first, *others]) + " |"


def percent(share: float | None) -> str:
    """A share in [0, 1] as a percentage with one decimal; a dash where there is no figure."""
    return "–" if share is None else f"{100 * share:.1f}"


def run(description: str, measure: Callable[[Setup], Sequence[Table]], arguments: Sequence[str] | None = None) -> int:
    """Read ``--data`` and ``--model``, measure, print the tables.

    Args:
        description: One line for ``--help``.
        measure: Takes what the command line says, returns tables.
        arguments: The command line; by default that of the process.

    Returns:
        The exit status: 0, or 2 where a corpus is missing or cannot be read.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, help="folder with the corpora (default: %(default)s)", metavar="DIR"
    )
    parser.add_argument("--model", type=Path, help="folder with a model (default: the shipped one)", metavar="DIR")
    options = parser.parse_args(arguments)
    try:
        tables = measure(Setup(options.data, options.model))
    except CorpusError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2
    print("\n\n".join(map(str, tables)))
    return 0
