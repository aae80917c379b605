"""Rulebooks by the name of a preset, by the path of a file, or as they are."""

from __future__ import annotations

from functools import cache
from os import PathLike
from pathlib import Path
from typing import Final

import attrs

from attribution.data_files import listed
from attribution.desk.errors import UnknownRuleError
from attribution.desk.reading import RulesFile, read_rules
from attribution.desk.rule import Rulebook

DEFAULT: Final = "default"

_HERE: Final = Path(__file__).parent
_FAMILIES: Final = ("anonymity", "hearsay", "wording", "placement", "accusations", "headings")

Rules = str | PathLike[str] | Rulebook
"""How a user names rules: a preset, the path of a file, or a rulebook."""


def presets() -> tuple[str, ...]:
    """Return the names of the presets."""
    return tuple(sorted(path.stem for path in (_HERE / "presets").glob("*.toml")))


def rulebook(rules: Rules = DEFAULT) -> Rulebook:
    """Return the rules that a user names.

    Args:
        rules: The name of a preset (``"default"``, ``"ap"``, ``"reuters"``), the path of a TOML file with settings and
            rules of one's own, or a rulebook, which is returned as it is.

    Raises:
        UnknownRuleError: There is no such preset, nor such a file.
        RulesError: Something in the file is not as it must be; the message names file, line and key.
    """
    if isinstance(rules, Rulebook):
        return rules
    if isinstance(rules, str) and rules in presets():
        return _preset(rules)
    path = Path(rules)
    if isinstance(rules, str) and path.suffix != ".toml" and not path.exists():
        raise UnknownRuleError(f"there is no preset {rules!r}, nor such a file; presets: {listed(presets())}")
    return apply(read_rules(path))


def apply(file: RulesFile) -> Rulebook:
    """Return the rules of the preset that a file names, as changed by the file.

    Raises:
        RulesError: The file names a preset, a rule or a family that does not exist; the message lists those that do.
    """
    base = file.preset or DEFAULT
    if base not in presets():
        raise file.error("preset", f"there is no preset '{base}'; presets: {listed(presets())}")
    return _changed(_preset(base), file)


@cache
def shipped() -> Rulebook:
    """All rules that are shipped, all switched on."""
    files = [read_rules(_HERE / "rules" / f"{family}.toml") for family in _FAMILIES]
    rules = tuple(rule for file in files for rule in file.rules)
    return Rulebook(rules, frozenset(rule.id for rule in rules))


@cache
def _preset(name: str) -> Rulebook:
    return _changed(shipped(), read_rules(_HERE / "presets" / f"{name}.toml"))


def _changed(book: Rulebook, file: RulesFile) -> Rulebook:
    key = "select"
    try:
        further = (read_rules(file.path.parent / path) for path in file.rule_files)
        own = [*(rule for other in further for rule in other.rules), *file.rules]
        book = attrs.evolve(book.extended(own), threshold=file.severity or book.threshold)
        if file.select is not None:
            book = book.select([*file.select, *(rule.id for rule in own)])
        key = "ignore"
        book = book.ignore(file.ignore)
        for name in file.changes:
            key = f"rules.{name}"
            book = book.changed(name, file.change(name, book[name]))
    except UnknownRuleError as error:
        raise file.error(key, str(error)) from error
    return book
