"""Tables of reports as frames of pandas, Arrow or polars.

Whatever the library, a table has the columns of :data:`attribution.report.tables.TABLES` with the same types, also when
there is no row: strings, 64-bit integers and numbers, booleans, all of which may be missing. A lone surrogate, which no
UTF-8 can hold, is the replacement character in a frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, overload

from .records import ReportData
from .several import named
from .tables import TABLES, Column, ColumnType, Table, check_table, to_rows

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Library = Literal["pandas", "pyarrow", "polars"]

#: What to install for each library.
_EXTRAS: Final[Mapping[Library, str]] = MappingProxyType({"pandas": "notebook", "pyarrow": "arrow", "polars": "polars"})
_PANDAS_TYPES: Final[Mapping[ColumnType, str]] = MappingProxyType(
    {"string": "string[python]", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")

Rows = list[tuple[Any, ...]]


@overload
def to_frame(report: ReportData, table: Table, *, library: Literal["pandas"] = "pandas") -> pandas.DataFrame: ...
@overload
def to_frame(report: ReportData, table: Table, *, library: Literal["pyarrow"]) -> pyarrow.Table: ...
@overload
def to_frame(report: ReportData, table: Table, *, library: Literal["polars"]) -> polars.DataFrame: ...
@overload
def to_frame(report: ReportData, table: Table, *, library: Library) -> Any: ...
def to_frame(report: ReportData, table: Table, *, library: Library = "pandas") -> Any:
    """Return one table of a report as a frame.

    Args:
        report: Any report.
        table: A key of :data:`~attribution.report.tables.TABLES`.
        library: Whose frame: ``"pandas"``, ``"pyarrow"`` (a ``Table``) or ``"polars"``.

    Returns:
        One row for each record in the order of the report.

    Raises:
        ValueError: If there is no such table or library.
        ImportError: If the library is not installed; the message names the extra that brings it.
    """
    return _made(to_rows(report, table), TABLES[table], library)


@overload
def frame(
    reports: Iterable[ReportData] | Mapping[Any, ReportData],
    table: Table = "claims",
    *,
    ids: Iterable[Any] | None = None,
    library: Literal["pandas"] = "pandas",
) -> pandas.DataFrame: ...
@overload
def frame(
    reports: Iterable[ReportData] | Mapping[Any, ReportData],
    table: Table = "claims",
    *,
    ids: Iterable[Any] | None = None,
    library: Literal["pyarrow"],
) -> pyarrow.Table: ...
@overload
def frame(
    reports: Iterable[ReportData] | Mapping[Any, ReportData],
    table: Table = "claims",
    *,
    ids: Iterable[Any] | None = None,
    library: Literal["polars"],
) -> polars.DataFrame: ...
def frame(
    reports: Iterable[ReportData] | Mapping[Any, ReportData],
    table: Table = "claims",
    *,
    ids: Iterable[Any] | None = None,
    library: Library = "pandas",
) -> Any:
    """Stack one table of many reports into one frame, with a column ``document`` in front.

    Args:
        reports: The reports, such as the stream of :func:`attribution.analyze_many`, which is read once; or a mapping
            from ids to reports.
        table: ``"claims"``, ``"attributions"``, ``"sources"``, ``"hedges"``, ``"loaded"`` or ``"sentences"``.
        ids: What to call the reports, in their order; they are written as strings. By default the keys of a mapping, or
            "0", "1", "2" and so on.
        library: Whose frame: ``"pandas"``, ``"pyarrow"`` (a ``Table``) or ``"polars"``.

    Returns:
        One row for each record, in the order of the reports. Ids of records (``C1``, ``A1``, ``S1``) count within their
        document.

    Raises:
        TypeError: If these are no reports.
        ValueError: If there is no such table or library, or there are more or fewer ids than reports.
        ImportError: If the library is not installed; the message names the extra that brings it.
    """
    check_table(table)
    if isinstance(reports, ReportData):
        raise TypeError("frame() takes several reports; use report.to_frame() for one")
    rows = ((name, *row) for name, report in named(reports, ids) for row in to_rows(report, table))
    return _made(rows, (DOCUMENT, *TABLES[table]), library)


#: The column that :func:`frame` puts in front.
DOCUMENT: Final = Column("document", "string", "Which report the row is from.")


def _made(rows: Iterable[tuple[Any, ...]], columns: Sequence[Column], library: Library) -> Any:
    if library not in get_args(Library):
        raise ValueError(f"there is no library {library!r}; there are {', '.join(get_args(Library))}")
    try:
        module = import_module(library)
    except ImportError as error:
        raise ImportError(
            f"this needs {library}, which is not installed: pip install 'source-attribution[{_EXTRAS[library]}]'"
        ) from error
    clean = [tuple(map(_encodable, row)) for row in rows]
    return _MAKERS[library](module, clean, columns)


def _pandas(pandas: Any, rows: Rows, columns: Sequence[Column]) -> Any:
    frame = pandas.DataFrame(rows, columns=[column.name for column in columns])
    return frame.astype({column.name: _PANDAS_TYPES[column.type] for column in columns})


def _arrow(pyarrow: Any, rows: Rows, columns: Sequence[Column]) -> Any:
    types = {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
    }
    schema = pyarrow.schema([(column.name, types[column.type]) for column in columns])
    values = [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in columns]
    return pyarrow.table(values, schema=schema)


def _polars(polars: Any, rows: Rows, columns: Sequence[Column]) -> Any:
    types = {"string": polars.String, "integer": polars.Int64, "number": polars.Float64, "boolean": polars.Boolean}
    return polars.DataFrame(rows, schema={column.name: types[column.type] for column in columns}, orient="row")


_MAKERS: Final[Mapping[Library, Callable[[Any, Rows, Sequence[Column]], Any]]] = MappingProxyType(
    {"pandas": _pandas, "pyarrow": _arrow, "polars": _polars}
)


def _encodable(value: Any) -> Any:
    """Replace lone surrogates, which UTF-8 has no place for: one character for one, so that offsets hold."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
