"""Several reports, each with what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count, zip_longest
from typing import Any, Final

from .records import ReportData

_MISSING: Final = object()


def named(
    reports: Iterable[ReportData] | Mapping[Any, ReportData], ids: Iterable[Any] | None = None
) -> Iterator[tuple[str, ReportData]]:
    """Go through some reports, which are read once, with their names as strings.

    Args:
        reports: Reports, or a mapping from names to reports.
        ids: What to call them, in their order; by default the keys of a mapping, or "0", "1", "2" and so on.

    Raises:
        TypeError: At once, if these are no several reports; on the way, if something among them is no report.
        ValueError: On the way, if there are more or fewer ids than reports.
    """
    if isinstance(reports, (ReportData, str, bytes)) or not isinstance(reports, Iterable):
        raise TypeError(f"several reports are needed, in a list or a mapping, not one {type(reports).__name__}")
    if isinstance(reports, Mapping):
        return _paired(reports if ids is None else ids, reports.values())
    if ids is None:
        return (_checked(str(number), report) for number, report in zip(count(), reports, strict=False))
    return _paired(ids, reports)


def _paired(names: Iterable[Any], reports: Iterable[ReportData]) -> Iterator[tuple[str, ReportData]]:
    for name, report in zip_longest(names, reports, fillvalue=_MISSING):
        if name is _MISSING or report is _MISSING:
            raise ValueError("there must be as many ids as reports")
        yield _checked(str(name), report)


def _checked(name: str, report: object) -> tuple[str, ReportData]:
    if not isinstance(report, ReportData):
        raise TypeError(f"reports[{name}] must be a report, not {type(report).__name__}")
    return name, report
