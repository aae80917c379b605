"""The tables that the records of a report make of themselves, in a terminal and in a notebook."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final, SupportsIndex, TypeVar, overload

from .printable import shown
from .records import Attribution, Claim, Entity, Finding, Hedge, Loaded, ReportData, Sentence, Span
from .rendering import render
from .view import find_lines

if TYPE_CHECKING:
    from rich.table import Table

R = TypeVar("R")

#: Records that a table in a terminal shows before it says how many more there are.
MOST_ROWS: Final = 60


class Listing(tuple[R, ...]):
    """Records of a report in their order: a tuple that shows itself as a table, and so does a slice of it."""

    #: What the records are called, and the headings of the table.
    plural: ClassVar[str] = "records"
    headings: ClassVar[tuple[str, ...]] = ("Record",)

    def cells(self, record: R) -> tuple[str, ...]:
        """Return what the table says of a record, in the order of the headings."""
        return (repr(record),)

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> R: ...
    @overload
    def __getitem__(self, key: slice, /) -> tuple[R, ...]: ...
    def __getitem__(self, key: SupportsIndex | slice, /) -> R | tuple[R, ...]:
        """Return a record, or several as a listing of the same kind."""
        if isinstance(key, slice):
            return self._like(super().__getitem__(key))
        return super().__getitem__(key)

    def __repr__(self) -> str:
        """Draw the table with characters, as wide as the terminal."""
        if not self:
            return f"no {self.plural}"
        drawn = _drawn(self._table(MOST_ROWS))
        rest = len(self) - MOST_ROWS
        return drawn if rest <= 0 else f"{drawn}\n… and {rest} more"

    def _repr_html_(self) -> str:
        rows = [self.cells(record) for record in self]
        return render("listing.html", plural=self.plural, headings=self.headings, rows=rows)

    def _like(self, records: Iterable[R]) -> Listing[R]:
        return type(self)(records)

    def _table(self, most: int) -> Table:
        from rich import box
        from rich.table import Table
        from rich.text import Text

        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for heading in self.headings:
            table.add_column(heading, overflow="fold")
        for record in islice(self, most):
            table.add_row(*(Text(" ".join(shown(cell).split())) for cell in self.cells(record)))
        return table


class Claims(Listing[Claim]):
    """Claims with the attributions that their ids mean, so that the table can say who vouches."""

    plural = "claims"

    def __new__(cls, claims: Iterable[Claim], attributions: tuple[Attribution, ...] = ()) -> Claims:
        """Keep the attributions beside the claims; they take no part in comparisons."""
        listing = super().__new__(cls, claims)
        listing._attributions = attributions
        return listing

    _attributions: tuple[Attribution, ...]

    def _like(self, records: Iterable[Claim]) -> Claims:
        return Claims(records, self._attributions)

    def _repr_html_(self) -> str:
        return render("claims.html", lines=find_lines(self, self._attributions))

    def _table(self, most: int) -> Table:
        from .terminal import claims_table

        report = ReportData("", attributions=self._attributions, claims=tuple(islice(self, most)))
        return claims_table(report, width=_width())


class Sources(Listing[Entity]):
    """The distinct sources."""

    plural = "sources"
    headings = ("", "Source", "Identification", "Kind", "Mentions")

    def cells(self, record: Entity) -> tuple[str, ...]:  # noqa: D102
        return record.id, record.name, record.identification, record.kind, str(len(record.mentions))


class Attributions(Listing[Attribution]):
    """Who said what through which cue."""

    plural = "attributions"
    headings = ("", "Source", "Cue", "Stance", "Content", "Quotation", "Within")

    def cells(self, record: Attribution) -> tuple[str, ...]:  # noqa: D102
        return (
            record.id,
            "nobody" if record.source is None else _words(record.source.spans),
            _words(record.cue),
            record.stance,
            _words(record.content),
            record.quotation,
            record.parent or "",
        )


class Hedges(Listing[Hedge]):
    """Expressions that mark a lack of full commitment."""

    plural = "hedges"
    headings = ("Hedge", "Kind", "Confidence")

    def cells(self, record: Hedge) -> tuple[str, ...]:  # noqa: D102
        return record.span.text, record.kind, f"{record.confidence:.2f}"


class LoadedWording(Listing[Loaded]):
    """Expressions that carry an evaluation."""

    plural = "loaded expressions"
    headings = ("Loaded wording", "Kind", "Voice", "Confidence")

    def cells(self, record: Loaded) -> tuple[str, ...]:  # noqa: D102
        return record.span.text, record.kind, record.voice, f"{record.confidence:.2f}"


class Sentences(Listing[Sentence]):
    """Sentences and other layout units."""

    plural = "sentences"
    headings = ("Kind", "Text")

    def cells(self, record: Sentence) -> tuple[str, ...]:  # noqa: D102
        return record.kind, record.text


class Findings(Listing[Finding]):
    """What newsroom rules find."""

    plural = "findings"
    headings = ("Severity", "Rule", "Words", "Finding")

    def cells(self, record: Finding) -> tuple[str, ...]:  # noqa: D102
        return record.severity, record.rule, _words(record.spans), record.message


def _words(spans: Iterable[Span]) -> str:
    return " … ".join(span.text for span in spans)


def _drawn(table: Table) -> str:
    from rich.console import Console

    paper = io.StringIO()
    console = Console(file=paper, width=_width(), color_system=None, force_terminal=False, force_jupyter=False)
    console.print(table)
    return "\n".join(line.rstrip() for line in paper.getvalue().splitlines()).strip("\n")


def _width() -> int:
    return shutil.get_terminal_size((100, 24)).columns
