"""From a TOML file to checked tables of weights; every complaint names file, line and key."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, TypeVar

import attrs

from attribution.data_files import KeyLines, parse_toml, read_text, unknown
from attribution.scoring.tables import (
    BEST_TO_WORST,
    Load,
    LoadingWeights,
    Row,
    Sameness,
    SourcingWeights,
    Tables,
    WeightsError,
    WordLists,
)

T = TypeVar("T")

_RAISING: Final = frozenset("described detailed document two three corroborated anonymity_reason direct mixed".split())
"""Rows that must never lower a value; all others, but for ``start``, must never raise one."""

_AT_LEAST: Final = (("three", "two"), ("direct", "mixed"))
"""Pairs of rows of which the first must not be below the second in any column."""


def read_tables(path: Path, base: Tables | None) -> Tables:
    """Read a weights file.

    Args:
        path: The file.
        base: Where values come from that the file does not give; without it, the file must give all.

    Raises:
        WeightsError: The file cannot be read, or something in it is not as it must be.
    """
    text = read_text(path, WeightsError)
    data = parse_toml(text, path, WeightsError)
    return _Reader(path, text).read(data, base)


class _Reader:
    """Checks one parsed file; knows the lines of its keys so that an error can point at one."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = KeyLines(text)

    def read(self, data: Mapping[str, Any], base: Tables | None) -> Tables:
        self._refuse_unknown(data, _names(Tables), "")
        tables = Tables(
            sourcing=self._rows(SourcingWeights, Row, data, "sourcing", base.sourcing if base else None),
            loading=self._rows(LoadingWeights, Load, data, "loading", base.loading if base else None),
            corroboration=self._sameness(self._table(data, "corroboration"), base.corroboration if base else None),
            words=self._words(self._table(data, "words"), base.words if base else None),
        )
        self._check_sourcing(tables.sourcing)
        self._check_loading(tables.loading)
        return tables

    def _rows(self, cls: type[T], row_cls: type, data: Mapping[str, Any], key: str, base: T | None) -> T:
        table = self._table(data, key)
        self._refuse_unknown(table, _names(cls), f"{key}.")
        rows: dict[str, Any] = {}
        for name in _names(cls):
            if name not in table and base is None:
                raise self._error(f"{key}.{name}", "is missing")
            row = self._row(row_cls, self._table(table, name, f"{key}."), f"{key}.{name}")
            start = row_cls() if base is None and row_cls is Row else getattr(base, name, None)
            rows[name] = attrs.evolve(start, **row) if start is not None else self._complete(row_cls, row, key, name)
        return cls(**rows)

    def _complete(self, cls: type, row: Mapping[str, Any], key: str, name: str) -> Any:
        for attribute in attrs.fields(cls):
            if attribute.default is attrs.NOTHING and attribute.name not in row:
                raise self._error(f"{key}.{name}.{attribute.name}", "is missing")
        return cls(**row)

    def _row(self, cls: type, table: Mapping[str, Any], key: str) -> dict[str, Any]:
        self._refuse_unknown(table, _names(cls), f"{key}.")
        row: dict[str, Any] = {}
        for name, value in table.items():
            place = f"{key}.{name}"
            if name in ("why", "origin"):
                if not isinstance(value, str) or not value.strip():
                    raise self._error(place, f"must be a sentence, not {value!r}")
                row[name] = value
            else:
                row[name] = self._weight(value, place)
        return row

    def _weight(self, value: object, key: str) -> float:
        number = self._number(value, key)
        if not -1 <= number <= 1:
            raise self._error(key, f"must be between -1 and 1, not {value}")
        if abs(number - round(number, 2)) > 1e-9:
            raise self._error(key, f"must be in steps of 0.01, so that a reader can add up by hand, not {value}")
        return round(number, 2)

    def _sameness(self, table: Mapping[str, Any], base: Sameness | None) -> Sameness:
        self._refuse_unknown(table, _names(Sameness), "corroboration.")
        for name in _names(Sameness):
            if base is None and name not in table:
                raise self._error(f"corroboration.{name}", "is missing")
        overlap = self._number(table.get("overlap", base.overlap if base else None), "corroboration.overlap")
        if not 0 < overlap <= 1:
            raise self._error("corroboration.overlap", f"must be above 0 and at most 1, not {overlap}")
        shared = table.get("shared_words", base.shared_words if base else None)
        if not isinstance(shared, int) or isinstance(shared, bool) or shared < 1:
            raise self._error("corroboration.shared_words", f"must be a whole number from 1, not {shared!r}")
        return Sameness(overlap, shared)

    def _words(self, table: Mapping[str, Any], base: WordLists | None) -> WordLists:
        self._refuse_unknown(table, _names(WordLists), "words.")
        lists = {}
        for name in _names(WordLists):
            if name in table:
                lists[name] = self._word_list(table[name], f"words.{name}")
            elif base is not None:
                lists[name] = getattr(base, name)
            else:
                raise self._error(f"words.{name}", "is missing")
        return WordLists(**lists)

    def _word_list(self, value: object, key: str) -> frozenset[str]:
        items = value.split() if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) and item.strip() for item in items):
            raise self._error(key, f"must be a string of words or a list of strings, not {value!r}")
        return frozenset(" ".join(item.casefold().split()) for item in items)

    def _number(self, value: object, key: str) -> float:
        # A TOML boolean is a Python int as well; it must not pass for a number.
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise self._error(key, f"must be a number, not {value!r}")
        return float(value)

    def _table(self, data: Mapping[str, Any], key: str, place: str = "") -> Mapping[str, Any]:
        table = data.get(key, {})
        if not isinstance(table, dict):
            raise self._error(f"{place}{key}", f"must be a table, not {table!r}")
        return table

    def _refuse_unknown(self, table: Mapping[str, Any], known: tuple[str, ...], place: str) -> None:
        for key in table:
            if key not in known:
                raise self._error(f"{place}{key}", unknown(key, known))

    def _check_sourcing(self, table: SourcingWeights) -> None:
        for better, worse in pairwise(BEST_TO_WORST):
            if table.start.at(better) <= table.start.at(worse):
                raise self._error(f"sourcing.start.{better}", f"must be above sourcing.start.{worse}")
        if table.start.none <= 0:
            raise self._error("sourcing.start.none", "must be above 0, the value of the writer's own voice")
        for name in _names(SourcingWeights)[1:]:
            row: Row = getattr(table, name)
            for standing in BEST_TO_WORST:
                effect = row.at(standing)
                if effect < 0 if name in _RAISING else effect > 0:
                    wanted = "must not be below 0" if name in _RAISING else "must not be above 0"
                    raise self._error(f"sourcing.{name}.{standing}", f"{wanted}, not {effect}")
        for more, less in _AT_LEAST:
            for standing in BEST_TO_WORST:
                if getattr(table, more).at(standing) < getattr(table, less).at(standing):
                    raise self._error(f"sourcing.{more}.{standing}", f"must not be below sourcing.{less}.{standing}")

    def _check_loading(self, table: LoadingWeights) -> None:
        for name in _names(LoadingWeights):
            row: Load = getattr(table, name)
            if row.source < 0:
                raise self._error(f"loading.{name}.source", f"must not be below 0, not {row.source}")
            if row.writer <= row.source:
                raise self._error(f"loading.{name}.writer", f"must be above loading.{name}.source, {row.source}")

    def _error(self, key: str, reason: str) -> WeightsError:
        return WeightsError(self._path, reason, line=self._lines.find(key), key=key)


def _names(cls: type) -> tuple[str, ...]:
    return tuple(attribute.name for attribute in attrs.fields(cls))
