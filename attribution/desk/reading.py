"""From TOML to rules and settings; every complaint names file, line and key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, Final, Literal, TypeVar, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from attribution.data_files import KeyLines, listed, parse_toml, read_text, unknown
from attribution.desk.errors import RulesError
from attribution.desk.predicates import PREDICATES, Predicate
from attribution.desk.rule import SEVERITIES, Change, Rule
from attribution.report.records import Severity

OWN_FAMILY: Final = "own"

T = TypeVar("T")

_TOP_KEYS: Final = ("preset", "select", "ignore", "severity", "rule_files", "family", "parameters", "rule", "rules")
_RULE_KEYS: Final = tuple(attribute.name for attribute in attrs.fields(Rule) if attribute.name != "family")
_REQUIRED: Final = ("id", "title", "severity", "source", "message", "remedy", "predicate")
_TYPE_NAMES: Final[Mapping[type, str]] = {int: "a whole number", float: "a number", str: "a string"}


@frozen
class RulesFile:
    """What a file of rules or settings says.

    Attributes:
        path: The file.
        preset: The rules that it starts from, ``None`` where it does not say.
        select: Rules and families that are switched on in their place, ``None`` for all of the preset.
        ignore: Rules and families that are switched off.
        severity: The least severity to be reported, ``None`` where it does not say.
        rule_files: Further files with rules, relative to this one.
        rules: Rules of its own.
        changes: What it changes about rules, by their ids.
    """

    path: Path
    preset: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Severity | None = None
    rule_files: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    changes: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict, hash=False)
    lines: KeyLines = attrs.field(default=KeyLines(""), eq=False, repr=False)
    table: str = ""

    def error(self, key: str, reason: str) -> RulesError:
        """Return the complaint about a key of this file."""
        name = f"{self.table}.{key}" if self.table else key
        return RulesError(self.path, reason, line=self.lines.find(name), key=name)

    def change(self, name: str, rule: Rule) -> Change:
        """Return what the file changes about a rule, checked against the parameters of its predicate."""
        table = dict(self.changes[name])
        check = _Checker(self)
        enabled = table.pop("enabled", None)
        if enabled is not None and not isinstance(enabled, bool):
            raise self.error(f"rules.{name}.enabled", f"must be true or false, not {enabled!r}")
        severity = table.pop("severity", None)
        if severity is not None:
            severity = check.severity(severity, f"rules.{name}.severity")
        known = ("enabled", "severity")
        return Change(enabled, severity, check.parameters(type(rule.predicate), table, f"rules.{name}", known))


def read_rules(path: Path, table: str = "") -> RulesFile:
    """Read a file of rules or settings.

    Args:
        path: The file.
        table: The table of it that holds them, such as ``tool.attribution``; the whole file by default.

    Raises:
        RulesError: The file cannot be read, or something in it is not as it must be.
    """
    text = read_text(path, RulesError)
    data: Any = parse_toml(text, path, RulesError)
    for name in table.split(".") if table else ():
        data = data.get(name, {}) if isinstance(data, Mapping) else {}
    file = RulesFile(path, lines=KeyLines(text), table=table)
    return _Checker(file).file(data)


class _Checker:
    """Checks the parts of one file."""

    def __init__(self, file: RulesFile) -> None:
        self._file = file

    def file(self, data: object) -> RulesFile:
        if not isinstance(data, Mapping):
            raise self._file.error("", f"must be a table, not {data!r}")
        self._refuse_unknown(data, _TOP_KEYS, "")
        preset, severity = data.get("preset"), data.get("severity")
        if preset is not None:
            self.string(preset, "preset")
        if severity is not None:
            severity = self.severity(severity, "severity")
        family = self.string(data.get("family", OWN_FAMILY), "family")
        shared = self._table(data.get("parameters", {}), "parameters")
        tables = data.get("rule", [])
        if not isinstance(tables, list):
            raise self._file.error("rule", "rules are written as [[rule]] tables")
        rules = tuple(self._rule(table, family, shared, f"rule[{index}]") for index, table in enumerate(tables))
        self._refuse_twice(rules)
        changes = self._table(data.get("rules", {}), "rules")
        return attrs.evolve(
            self._file,
            preset=preset,
            select=self.strings(data["select"], "select") if "select" in data else None,
            ignore=self.strings(data.get("ignore", []), "ignore"),
            severity=severity,
            rule_files=self.strings(data.get("rule_files", []), "rule_files"),
            rules=rules,
            changes={name: self._table(table, f"rules.{name}") for name, table in changes.items()},
        )

    def _rule(self, data: object, family: str, shared: Mapping[str, Any], place: str) -> Rule:
        table = self._table(data, place)
        self._refuse_unknown(table, (*_RULE_KEYS, "parameters"), f"{place}.")
        for key in _REQUIRED:
            if key not in table:
                raise self._file.error(f"{place}.{key}", "is missing in this rule")
        texts = {key: self.string(table[key], f"{place}.{key}") for key in _REQUIRED}
        cls = PREDICATES.get(texts["predicate"])
        if cls is None:
            raise self._file.error(f"{place}.predicate", unknown(texts["predicate"], PREDICATES))
        self._check_message(texts["message"], cls, f"{place}.message")
        given = {key: value for key, value in shared.items() if key in get_type_hints(cls)}
        given.update(self._table(table.get("parameters", {}), f"{place}.parameters"))
        parameters = self.parameters(cls, given, f"{place}.parameters")
        for attribute in attrs.fields(cls):
            if attribute.default is attrs.NOTHING and attribute.name not in parameters:
                raise self._file.error(f"{place}.parameters.{attribute.name}", "is missing in this rule")
        return Rule(
            id=texts["id"],
            family=family,
            title=texts["title"],
            severity=self.severity(texts["severity"], f"{place}.severity"),
            source=texts["source"],
            message=texts["message"],
            remedy=texts["remedy"],
            predicate=cls(**parameters),
            must_flag=self.strings(table.get("must_flag", []), f"{place}.must_flag"),
            must_not_flag=self.strings(table.get("must_not_flag", []), f"{place}.must_not_flag"),
        )

    def parameters(
        self, cls: type[Predicate], table: Mapping[str, Any], place: str, also: Collection[str] = ()
    ) -> dict[str, Any]:
        """Check the parameters of a predicate against its fields."""
        hints = get_type_hints(cls)
        names = [attribute.name for attribute in attrs.fields(cls)]
        self._refuse_unknown(table, (*names, *also), f"{place}.")
        return {key: self._value(value, hints[key], f"{place}.{key}") for key, value in table.items()}

    def _value(self, value: object, hint: Any, key: str) -> Any:
        if get_origin(hint) is Literal:
            return self._choice(value, get_args(hint), key)
        if hint not in _TYPE_NAMES:
            return self.strings(value, key)
        # A TOML boolean is a Python int as well; it must not pass for a number. A whole number is a number, too.
        wanted = (int, float) if hint is float else hint
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise self._file.error(key, f"must be {_TYPE_NAMES[hint]}, not {value!r}")
        return hint(value)

    def string(self, value: object, key: str) -> str:
        """Check that a value is a string with something in it."""
        if not isinstance(value, str) or not value.strip():
            raise self._file.error(key, f"must be a string that is not empty, not {value!r}")
        return value

    def strings(self, value: object, key: str) -> tuple[str, ...]:
        """Check that a value is a list of strings."""
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self._file.error(key, f"must be a list of strings that are not empty, not {value!r}")
        return tuple(value)

    def severity(self, value: object, key: str) -> Severity:
        """Check that a value is a severity."""
        return self._choice(value, SEVERITIES, key)

    def _choice(self, value: object, allowed: tuple[T, ...], key: str) -> T:
        for item in allowed:
            if value == item:
                return item
        raise self._file.error(key, f"must be one of {listed(allowed)}, not {value!r}")

    def _table(self, value: object, key: str) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            raise self._file.error(key, f"must be a table, not {value!r}")
        return value

    def _refuse_unknown(self, table: Mapping[str, Any], known: Collection[str], place: str) -> None:
        for key in table:
            if key not in known:
                raise self._file.error(f"{place}{key}", unknown(key, known))

    def _refuse_twice(self, rules: tuple[Rule, ...]) -> None:
        seen: dict[str, int] = {}
        for index, rule in enumerate(rules):
            if rule.id in seen:
                line = self._file.lines.find(f"rule[{seen[rule.id]}].id")
                raise self._file.error(f"rule[{index}].id", f"'{rule.id}' is taken by the rule on line {line}")
            seen[rule.id] = index

    def _check_message(self, message: str, cls: type[Predicate], key: str) -> None:
        try:
            names = [name for _, name, _, _ in Formatter().parse(message) if name is not None]
        except ValueError as error:
            raise self._file.error(key, f"cannot be filled in: {error}") from error
        for name in names:
            if name not in cls.words:
                raise self._file.error(key, f"{{{name}}} {unknown(name, cls.words)}")
