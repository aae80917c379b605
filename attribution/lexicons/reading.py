"""From TOML text to checked entries; every complaint names file, line and key."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen
from spacy.matcher import Matcher
from spacy.vocab import Vocab

from attribution.data_files import KeyLines, listed, parse_toml, read_text, unknown
from attribution.lexicons.entries import FAMILIES, Entry, TokenPattern
from attribution.lexicons.errors import LexiconError

_TOP_KEYS: Final = ("family", "replace", "remove", "entry")
_OPERATORS: Final = re.compile(r"[!?+*]|\{\d*,?\d*\}")


@frozen
class LexiconFile:
    """One file as read: its entries, and how they relate to the lexicon that they are added to.

    ``replace`` is true when the file stands instead of the whole family; ``remove`` are ids to take out of it.
    """

    path: Path
    family: str
    entries: tuple[Entry, ...]
    replace: bool = False
    remove: tuple[str, ...] = ()


def read_file(path: Path) -> LexiconFile:
    """Read one lexicon from a TOML file.

    Raises:
        LexiconError: The file cannot be read, or something in it is not as it must be.
    """
    return parse(read_text(path, LexiconError), path)


def parse(text: str, path: Path) -> LexiconFile:
    """Read one lexicon from TOML text; ``path`` is only named in errors.

    Raises:
        LexiconError: Something in the text is not as it must be.
    """
    return _Reader(path, text).read(parse_toml(text, path, LexiconError))


class _Reader:
    """Checks one parsed file; holds its text so that an error can point at a line."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = KeyLines(text)

    def read(self, data: Mapping[str, Any]) -> LexiconFile:
        for key in data:
            if key not in _TOP_KEYS:
                raise self._error(key, unknown(key, _TOP_KEYS))
        family = data.get("family")
        if not isinstance(family, str) or family not in FAMILIES:
            raise self._error("family", f"must be one of {listed(FAMILIES)}, not {family!r}")
        replace = self._boolean(data.get("replace", False), "replace")
        remove = self._strings(data.get("remove", []), "remove")
        tables = data.get("entry", [])
        if not isinstance(tables, list):
            raise self._error("entry", "entries are written as [[entry]] tables")
        cls = FAMILIES[family]
        keys = _keys_of(cls)
        entries = tuple(self._entry(cls, keys, table, index) for index, table in enumerate(tables))
        self._refuse_duplicates(entries)
        return LexiconFile(self._path, family, entries, replace, remove)

    def _entry(self, cls: type[Entry], hints: Mapping[str, Any], table: object, index: int) -> Entry:
        if not isinstance(table, dict):
            raise self._error("entry", "entries are written as [[entry]] tables")
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key not in hints:
                raise self._error(key, unknown(key, hints), index)
            if key == "phrase":
                values["phrases"] = self._strings([value] if isinstance(value, str) else value, key, index)
            elif key == "pattern":
                values["pattern"] = self._pattern(value, index)
            else:
                values[key] = self._value(value, hints[key], key, index)
        for attribute in attrs.fields(cls):
            if attribute.default is attrs.NOTHING and attribute.name not in values:
                raise self._error(attribute.name, "is missing in this entry", index)
        if bool(values.get("phrases")) == bool(values.get("pattern")):
            raise self._error("phrase", "an entry has either a phrase or a pattern", index)
        return cls(**values)

    def _value(self, value: object, hint: Any, key: str, index: int) -> Any:
        if get_origin(hint) in (Union, types.UnionType):
            hint = next(part for part in get_args(hint) if part is not type(None))
        if get_origin(hint) is Literal:
            if value not in get_args(hint):
                raise self._error(key, f"must be one of {listed(get_args(hint))}, not {value!r}", index)
            return value
        if get_origin(hint) is tuple:
            return self._strings(value, key, index)
        if hint is bool:
            return self._boolean(value, key, index)
        # A TOML boolean is a Python int as well; it must not pass for a number.
        if not isinstance(value, hint) or isinstance(value, bool):
            raise self._error(key, f"must be {_TYPE_NAMES[hint]}, not {value!r}", index)
        if value == "":
            raise self._error(key, "must not be empty", index)
        return value

    def _boolean(self, value: object, key: str, index: int | None = None) -> bool:
        if not isinstance(value, bool):
            raise self._error(key, f"must be true or false, not {value!r}", index)
        return value

    def _strings(self, value: object, key: str, index: int | None = None) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self._error(key, f"must be a list of non-empty strings, not {value!r}", index)
        return tuple(value)

    def _pattern(self, value: object, index: int) -> TokenPattern:
        try:
            tokens = token_pattern(value) if isinstance(value, str) else value
            if not isinstance(tokens, (list, tuple)) or not all(isinstance(token, dict) for token in tokens):
                raise ValueError("must be a textacy pattern string or a list of spaCy token patterns")
            Matcher(_validating_vocab(), validate=True).add("pattern", [list(tokens)])
        # spaCy's own errors about patterns are ValueErrors as well; a regular expression in one may be wrong, too.
        except (ValueError, RecursionError, re.error) as error:
            raise self._error("pattern", str(error).strip(), index) from error
        return tuple(tokens)

    def _refuse_duplicates(self, entries: Iterable[Entry]) -> None:
        seen: dict[str, int] = {}
        for index, entry in enumerate(entries):
            if entry.id in seen:
                first = self._line("id", seen[entry.id])
                raise self._error("id", f"'{entry.id}' is taken by the entry on line {first}", index)
            seen[entry.id] = index

    def _error(self, key: str, reason: str, index: int | None = None) -> LexiconError:
        return LexiconError(self._path, reason, line=self._line(key, index), key=key)

    def _line(self, key: str, index: int | None) -> int | None:
        return self._lines.find(key if index is None else f"entry[{index}].{key}")


_TYPE_NAMES: Final[Mapping[type, str]] = types.MappingProxyType({str: "a string", int: "a whole number"})


def _keys_of(cls: type[Entry]) -> Mapping[str, Any]:
    """The keys that a family's entries may have, with the types of their values."""
    hints = get_type_hints(cls)
    hints["phrase"] = hints.pop("phrases")
    return hints


@cache
def _validating_vocab() -> Vocab:
    return Vocab()


def token_pattern(text: str) -> list[dict[str, Any]]:
    """Read a textacy token-pattern string, ``"POS:ADJ:? LEMMA:claim"``, into a spaCy token pattern.

    Args:
        text: ``attribute:value`` or ``attribute:value:operator`` for each token, ``:`` for any token, with white space
            between tokens; ``bool(True)`` and ``int(3)`` are values that are no strings.

    Raises:
        ValueError: The string does not have that form.
    """
    pattern: list[dict[str, Any]] = []
    for part in text.split():
        pieces = part.split(":")
        if len(pieces) not in (2, 3) or bool(pieces[0]) != bool(pieces[1]):
            raise ValueError(f"{part!r} is not of the form attribute:value or attribute:value:operator")
        token: dict[str, Any] = {pieces[0]: _pattern_value(pieces[1])} if pieces[0] else {}
        if len(pieces) == 3:
            if not _OPERATORS.fullmatch(pieces[2]):
                raise ValueError(f"{pieces[2]!r} is no operator; use ?, +, *, ! or {{n,m}}")
            token["OP"] = pieces[2]
        pattern.append(token)
    return pattern


def _pattern_value(text: str) -> str | bool | int:
    if text in ("bool(True)", "bool(False)"):
        return text == "bool(True)"
    number = re.fullmatch(r"int\((-?\d+)\)", text)
    return int(number[1]) if number else text
