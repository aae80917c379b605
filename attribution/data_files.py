"""TOML files that a user may write: lexicons, weights, newsroom rules. Reads them; the errors say where to look."""

from __future__ import annotations

import difflib
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover - the other branch of the same import
    import tomli as tomllib

_SYNTAX_ERROR_LINE: Final = re.compile(r"at line (\d+)")
_HEADER: Final = re.compile(r"\s*(\[{1,2})\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_ASSIGNMENT: Final = re.compile(r"\s*([\w\"'.\s-]+?)\s*=")


class DataFileError(ValueError):
    """A file is missing, is no TOML, or holds something that has no place in it.

    Attributes:
        path: The file.
        line: The line in it, counted from 1, or ``None`` where no line is to blame.
        key: The key in question, with its table where that helps, or ``None``.
        reason: What is wrong and, where it helps, what would be right.
    """

    def __init__(self, path: Path | str, reason: str, *, line: int | None = None, key: str | None = None) -> None:
        """Compose the message ``path:line: key 'key': reason``."""
        self.path = Path(path)
        self.line = line
        self.key = key
        self.reason = reason
        place = f"{path}:{line}" if line is not None else str(path)
        subject = f"key '{key}': " if key is not None else ""
        super().__init__(f"{place}: {subject}{reason}")

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by the parts, so that the error survives the way back from a worker process."""
        return (_rebuild, (type(self), str(self.path), self.reason, self.line, self.key))


def _rebuild(cls: type[DataFileError], path: str, reason: str, line: int | None, key: str | None) -> DataFileError:
    return cls(path, reason, line=line, key=key)


def read_text(path: Path, error: type[DataFileError]) -> str:
    """Return the text of a file in UTF-8, or raise ``error``."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise error(path, f"cannot be read: {problem.strerror or problem}") from problem
    except UnicodeDecodeError as problem:
        raise error(path, f"cannot be read: not UTF-8 at byte {problem.start}") from problem


def parse_toml(text: str, path: Path, error: type[DataFileError]) -> dict[str, Any]:
    """Parse TOML, or raise ``error`` with the line; ``path`` is only named there."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as problem:  # numbers of too many digits, and lists nested too deeply
        line = _SYNTAX_ERROR_LINE.search(str(problem))
        raise error(path, f"no valid TOML: {problem}", line=int(line[1]) if line else None) from problem


class KeyLines:
    """The line of each table and key of a TOML text, under its full name: ``words.ranks``, ``entry[3].phrase``."""

    def __init__(self, text: str) -> None:
        """Go through the text once."""
        self._lines: dict[str, int] = {}
        items: Counter[str] = Counter()
        table = ""
        for number, line in enumerate(text.splitlines(), start=1):
            if header := _HEADER.match(line):
                table = self._table(_plain(header[2]), items, is_item=header[1] == "[[")
                self._lines.setdefault(table, number)
            elif assignment := _ASSIGNMENT.match(line):
                key = _plain(assignment[1])
                self._lines.setdefault(f"{table}.{key}" if table else key, number)

    def find(self, key: str) -> int | None:
        """Return the line of a key; of what holds it where it is missing or written on its holder's line."""
        parts = key.split(".")
        holders = (".".join(parts[:count]) for count in range(len(parts), 0, -1))
        return next((self._lines[holder] for holder in holders if holder in self._lines), None)

    @staticmethod
    def _table(name: str, items: Counter[str], *, is_item: bool) -> str:
        """The full name of a table: a table below an item of a list belongs to the latest item."""
        if is_item:
            items[name] += 1
            return f"{name}[{items[name] - 1}]"
        parts = name.split(".")
        for count in range(len(parts), 0, -1):
            if number := items[".".join(parts[:count])]:
                return ".".join([*parts[: count - 1], f"{parts[count - 1]}[{number - 1}]", *parts[count:]])
        return name


def unknown(key: str, known: Iterable[str]) -> str:
    """Say that a key is not known: with the one that was probably meant, or with all that are known."""
    names = sorted(known)
    close = difflib.get_close_matches(key, names, n=1)
    return f"is not known here; did you mean '{close[0]}'?" if close else f"is not known here; known: {listed(names)}"


def listed(names: Iterable[object]) -> str:
    """Join names by commas."""
    return ", ".join(str(name) for name in names)


def _plain(key: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in key.split("."))
