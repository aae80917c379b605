"""The Arrow types of what comes out: one struct for a report, or the columns of one of its tables."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from attrs import fields, has

from attribution.report import ReportData, Summary
from attribution.report.tables import TABLES, Column, Table

try:
    import pyarrow as pa
except ImportError as missing:
    raise ImportError(
        "attribution.distributed needs pyarrow, which comes with each of its extras: "
        "pip install 'source-attribution[dask]' (or [spark], [ray])"
    ) from missing

REPORT: Final = "report"
"""The column of whole reports."""

ERROR: Final = "error"
"""The column that says why there is no report; null where there is one."""

_SINGULAR: Final[dict[Table, str]] = {
    "claims": "claim",
    "attributions": "attribution",
    "sources": "source",
    "hedges": "hedge",
    "loaded": "loaded",
    "sentences": "sentence",
}
_PLAIN: Final[dict[Any, pa.DataType]] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
_COLUMN: Final = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}


def arrow_type(kind: Any) -> pa.DataType:
    """Return the Arrow type of a record class or of a field of one: what ``to_dict`` makes of it."""
    origin = get_origin(kind)
    if has(kind):
        hints = get_type_hints(kind)
        return pa.struct([(field.name, arrow_type(hints[field.name])) for field in fields(kind)])
    if origin is tuple:
        return pa.list_(arrow_type(get_args(kind)[0]))
    if origin is Literal:
        return pa.string()
    if origin in (Union, UnionType):
        (inner,) = (option for option in get_args(kind) if option is not NoneType)
        return arrow_type(inner)
    return _PLAIN[kind]


def _report_type() -> pa.DataType:
    # The keys of ``to_dict``, so that ``Report.from_dict`` reads what comes back.
    schema, summary = pa.field("schema", pa.string()), pa.field("summary", arrow_type(Summary))
    return pa.struct([schema, *arrow_type(ReportData), summary])


def result_schema(table: Table | None) -> pa.Schema:
    """Return the columns that the analysis adds.

    Args:
        table: One of the tables of a report, or ``None`` for whole reports.

    Returns:
        ``report`` and ``error``; or, for a table, its columns with the name of its records before theirs
        (``claim_text``), and ``error``.
    """
    if table is None:
        found = [(REPORT, _report_type())]
    else:
        found = [(column_name(table, column), _COLUMN[column.type]) for column in TABLES[table]]
    return pa.schema([*found, (ERROR, pa.string())])


def column_name(table: Table, column: Column) -> str:
    """Return the name of a table's column among the columns of other data."""
    return f"{_SINGULAR[table]}_{column.name}"
