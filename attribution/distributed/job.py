"""What is to be done with each piece of the data, whatever engine brings it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from os import PathLike, fspath
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
from attrs import field, frozen

from attribution.analysis import default_pipeline
from attribution.distributed.types import result_schema
from attribution.outcomes import AnalysisError, Failure, Outcome, check_pipeline, no_text, read_texts, readable
from attribution.report.tables import Table, check_table, to_rows
from attribution.stream import batched

if TYPE_CHECKING:
    from spacy.language import Language

_TOGETHER: Final = 64
"""Texts whose reports are in memory at a time; a batch that an engine brings may have thousands."""


def _tuple(names: Sequence[str] | None) -> tuple[str, ...] | None:
    if isinstance(names, str):
        raise TypeError(f"keep is a list of columns, not one str; did you mean keep=[{names!r}]?")
    return None if names is None else tuple(names)


def _path(path: str | PathLike[str] | None) -> str | None:
    return None if path is None else fspath(path)


@frozen
class Results:
    """The columns that were found, and for each of their rows the index of the text that it is about."""

    columns: pa.RecordBatch
    texts: tuple[int, ...]


@frozen
class Job:
    """The settings of a run. Small and plain: engines send it to every worker.

    Attributes:
        text: The column of texts: strings, or bytes in UTF-8.
        table: ``"claims"``, ``"attributions"``, ``"sources"``, ``"hedges"``, ``"loaded"`` or ``"sentences"`` for a row
            per record; ``None`` for a row per text, with the whole report.
        keep: The other columns that stay beside what is found; all of them if ``None``.
        pipeline: A saved spaCy pipeline with the component ``attribution`` (``nlp.to_disk(path)``), which every worker
            must find at that path; the embedded one if ``None``.
        longest: Characters of the longest text that is analyzed; a longer one is an error of its row. A text takes
            memory in proportion to its length, and one that uses up that of the worker would stop the run.

    Raises:
        ValueError: if there is no such table, or ``longest`` is below 1.
        TypeError: if ``keep`` is a single ``str``.
    """

    text: str = "text"
    table: Table | None = None
    keep: tuple[str, ...] | None = field(default=None, converter=_tuple)
    pipeline: str | None = field(default=None, converter=_path)
    longest: int = 2_000_000

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be done before anything is sent to a worker."""
        if self.table is not None:
            check_table(self.table)
        if self.longest < 1:
            raise ValueError(f"longest must be at least 1, not {self.longest}")

    @property
    def schema(self) -> pa.Schema:
        """The columns that the analysis adds."""
        return result_schema(self.table)

    def kept(self, columns: Sequence[Any]) -> list[Any]:
        """Return which of the given columns stay, in their order.

        Raises:
            ValueError: if a column is not there, or one that stays has the name of a result.
        """
        for name in (self.text, *(self.keep or ())):
            if name not in columns:
                raise ValueError(f"there is no column {name!r}; there are {', '.join(map(repr, columns))}")
        stay = [name for name in columns if (name != self.text if self.keep is None else name in self.keep)]
        for name in stay:
            if name in self.schema.names:
                raise ValueError(f"the column {name!r} has the name of a result: rename it, or leave it out of keep")
        return stay

    def results(self, values: Iterable[object]) -> Iterator[Results]:
        """Analyze the texts of a column; what is no text, or fails, gives a row with its error.

        Args:
            values: The values of the column: ``str``, ``bytes``, Arrow scalars of these, or anything else.

        Yields:
            Results for a few texts at a time, in order.
        """
        first = 0
        for items in batched(map(self._item, values), _TOGETHER):
            yield self._results(self._outcomes(items), first)
            first += len(items)

    def _item(self, value: object) -> str | Failure:
        try:
            text = value.as_py() if isinstance(value, pa.Scalar) else value
            if isinstance(text, bytes):
                text = text.decode()
        except UnicodeDecodeError as error:
            return Failure(AnalysisError.of(error))
        if text is None:
            return Failure(AnalysisError("the text is missing"))
        if not isinstance(text, str):
            return Failure(no_text(text))
        if len(text) > self.longest:
            return Failure(
                AnalysisError(f"the text has {len(text):,} characters; the longest allowed is {self.longest:,}")
            )
        # Arrow's strings are UTF-8, too.
        return readable(text)

    def _outcomes(self, items: Sequence[str | Failure]) -> Iterator[Outcome]:
        texts = [item for item in items if isinstance(item, str)]
        read = read_texts(_pipeline(self.pipeline), texts) if texts else iter(())
        for item in items:
            yield next(read) if isinstance(item, str) else item

    def _results(self, outcomes: Iterable[Outcome], first: int) -> Results:
        rows: list[tuple[Any, ...]] = []
        texts: list[int] = []
        nothing = (None,) * (len(self.schema) - 1)
        for number, outcome in enumerate(outcomes, first):
            found: list[tuple[Any, ...]]
            if isinstance(outcome, Failure):
                found = [(*nothing, str(outcome.error))]
            elif self.table is None:
                found = [(outcome.to_dict(), None)]
            else:
                found = [(*row, None) for row in to_rows(outcome, self.table)]
            rows += found
            texts += [number] * len(found)
        columns = zip(*rows, strict=True) if rows else [()] * len(self.schema)
        arrays = [pa.array(column, kind) for column, kind in zip(columns, self.schema.types, strict=True)]
        return Results(pa.RecordBatch.from_arrays(arrays, schema=self.schema), tuple(texts))


DEFAULT: Final = Job()

_LOADING: Final = Lock()


def _pipeline(path: str | None) -> Language:
    # A worker may have several threads, and all of them begin at the same time.
    with _LOADING:
        return _load(path)


@cache
def _load(path: str | None) -> Language:
    """Load the pipeline, once in the life of a worker process."""
    if path is None:
        return default_pipeline()
    import spacy

    return check_pipeline(spacy.load(path))
