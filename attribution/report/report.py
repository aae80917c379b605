"""The report: its data and what one can do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from attrs import asdict, frozen

from . import explain, frames, html, serialize, tables
from .comparison import charts
from .explain import counted, listed
from .listing import Attributions, Claims, Findings, Hedges, LoadedWording, Sentences, Sources
from .records import Finding, ReportData, Summary
from .summary import summarize

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from .chart import Chart


@frozen(repr=False)
class Report(ReportData):
    """How a text is sourced and worded: who says what, how well each claim is sourced, how loaded its wording is.

    A report is a plain value: it compares by content, can be hashed and pickled, and holds nothing but the text and the
    records that point into it. At the end of a notebook cell it shows the text, marked up, with its scores.

    Attributes:
        text: The analyzed text, unchanged; all offsets are indices into it.
        sentences: Sentences and other layout units, in the order of the text.
        attributions: Who said what through which cue, in the order of the text.
        sources: The distinct sources, each with all its mentions.
        hedges: Expressions that mark a lack of full commitment.
        loaded: Expressions that carry an evaluation.
        claims: The propositions that the text puts forward, with their two scores.
        warnings: Plain sentences that say why a result should not be trusted; usually empty.
    """

    def __attrs_post_init__(self) -> None:
        """Let the records show themselves as tables."""
        listings = {
            "sentences": Sentences(self.sentences),
            "attributions": Attributions(self.attributions),
            "sources": Sources(self.sources),
            "hedges": Hedges(self.hedges),
            "loaded": LoadedWording(self.loaded),
            "claims": Claims(self.claims, self.attributions),
        }
        for name, listing in listings.items():
            object.__setattr__(self, name, listing)

    @classmethod
    def empty(cls, text: str = "") -> Report:
        """Return the report of a text in which there is nothing to find."""
        return cls(text)

    @classmethod
    def from_dict(cls, data: object) -> Report:
        """Read what :meth:`to_dict` wrote; unknown keys are passed over, and the summary is counted anew.

        Args:
            data: The dict.

        Returns:
            A report equal to the one that was written.

        Raises:
            ValueError: If a value is wrong, a span does not match the text, or a reference leads nowhere. The message
                begins with the path of the bad value, such as ``attributions[3].cue[0].end``.
        """
        return cls._of(serialize.from_dict(data))

    @classmethod
    def from_json(cls, written: str | bytes) -> Report:
        """Read what :meth:`to_json` wrote.

        Args:
            written: JSON, as text or as UTF-8.

        Returns:
            A report equal to the one that was written.

        Raises:
            ValueError: If it is not JSON, or not a report; see :meth:`from_dict`.
        """
        return cls._of(serialize.from_json(written))

    @classmethod
    def _of(cls, data: ReportData) -> Report:
        return cls(**asdict(data, recurse=False))

    @property
    def summary(self) -> Summary:
        """The article at a glance, counted from the report."""
        return summarize(self)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the default newsroom rules find, in the order of the text; :func:`attribution.check` takes others."""
        # The desk stands on this package: it is imported only when somebody asks for its findings.
        from attribution.desk import find

        return Findings(find(self))

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain JSON types. The JSON Schema is :func:`attribution.report.json_schema`."""
        return serialize.to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the report as JSON in ASCII.

        Args:
            indent: Spaces for each level of nesting; everything on one line by default.
        """
        return serialize.to_json(self, indent=indent)

    @overload
    def to_frame(
        self, table: tables.Table = "claims", *, library: Literal["pandas"] = "pandas"
    ) -> pandas.DataFrame: ...
    @overload
    def to_frame(self, table: tables.Table = "claims", *, library: Literal["pyarrow"]) -> pyarrow.Table: ...
    @overload
    def to_frame(self, table: tables.Table = "claims", *, library: Literal["polars"]) -> polars.DataFrame: ...
    def to_frame(self, table: tables.Table = "claims", *, library: frames.Library = "pandas") -> Any:
        """Return one table of the report as a frame; :func:`attribution.frame` stacks those of many reports.

        Args:
            table: ``"claims"``, ``"attributions"``, ``"sources"``, ``"hedges"``, ``"loaded"`` or ``"sentences"``.
            library: Whose frame: ``"pandas"``, ``"pyarrow"`` (a ``Table``) or ``"polars"``.

        Returns:
            One row for each record; the columns are those of :data:`attribution.report.tables.TABLES`.

        Raises:
            ValueError: If there is no such table or library.
            ImportError: If the library is not installed; the message names the extra that brings it.
        """
        return frames.to_frame(self, table, library=library)

    def to_html(self) -> str:
        """Return a whole, self-contained HTML page that shows the text, marked up, with its scores."""
        return html.page(self)

    def plot(self) -> Chart:
        """Draw the course of the article and how well its sources are identified.

        Returns:
            A matplotlib figure that shows itself in a notebook: on the left both scores of each claim in the order of
            the text, sourcing upwards and loading downwards, each from 0 to 1; on the right the shares of the distinct
            sources, and of the claims, by identification. ``savefig`` writes it to a file.

        Raises:
            ImportError: If matplotlib is not installed; the message names the extra that brings it.
        """
        chart: Chart = charts("Report.plot()").draw_course(self)
        return chart

    def explain(self) -> str:
        """Describe in plain English how the text is sourced and worded; every number can be counted in the report."""
        return explain.explain(self)

    def _repr_html_(self) -> str:
        return html.fragment(self)

    def __repr__(self) -> str:
        """Say how many of each were found; where there is nothing, what was looked for."""
        looked_for = (
            (self.claims, "claim"),
            (self.attributions, "attribution"),
            (self.sources, "source"),
            (self.hedges, "hedge"),
            (self.loaded, "loaded expression"),
        )
        size = f"{len(self.text):,} character{'s' if len(self.text) != 1 else ''}"
        if any(records for records, _ in looked_for):
            said = f"{', '.join(counted(len(records), name) for records, name in looked_for)} in {size}"
        else:
            names = listed([f"{name}s" for _, name in looked_for])
            said = f"nothing found in {size}; looked for {names}"
        warned = f"; {counted(len(self.warnings), 'warning')}" if self.warnings else ""
        return f"<Report: {said}{warned}>"
