"""A newsroom rule, and the book of all rules with those that are switched on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, get_args

import attrs
from attrs import frozen

from attribution.data_files import listed
from attribution.desk.article import Article
from attribution.desk.errors import UnknownRuleError
from attribution.desk.predicates.base import Predicate
from attribution.report.records import Finding, Severity

SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
"""From the least grave to the gravest."""


@frozen
class Rule:
    """A rule: what a predicate finds, how grave that is, who says so, and what would resolve it.

    Attributes:
        id: The name under which it is switched on and off.
        family: The group of rules that it belongs to, which can be switched as one.
        title: What it is about, in a few words.
        severity: How grave it is.
        source: Whose standard it is, and what that asks for, in words of this project.
        message: What a reader is told; names between braces stand for words of the text.
        remedy: What would resolve it.
        predicate: The test, with its parameters.
        must_flag: Texts in which it must find the words between braces, and nothing else.
        must_not_flag: Texts in which it must find nothing.
    """

    id: str
    family: str
    title: str
    severity: Severity
    source: str
    message: str
    remedy: str
    predicate: Predicate
    must_flag: tuple[str, ...] = ()
    must_not_flag: tuple[str, ...] = ()

    def check(self, article: Article) -> Iterator[Finding]:
        """Go through what the rule finds in an article; of what begins in the same words, the first."""
        taken: set[int] = set()
        for hit in self.predicate.find(article):
            place = range(hit.spans[0].start, hit.spans[0].end)
            if not taken.isdisjoint(place):
                continue
            taken.update(place)
            message = self.message.format_map(hit.words)
            yield Finding(self.id, self.severity, hit.spans, message, self.source, self.remedy)


@frozen
class Change:
    """What a file of settings changes about one rule; ``None`` and absent parameters leave it as it is."""

    enabled: bool | None = None
    severity: Severity | None = None
    parameters: Mapping[str, Any] = attrs.field(factory=dict, hash=False)


@frozen(slots=False)
class Rulebook:
    """All rules that are known, in order, and the ids of those that are switched on.

    ``threshold`` is the least severity that is reported.
    """

    rules: tuple[Rule, ...]
    active: frozenset[str]
    threshold: Severity = "info"

    @cached_property
    def families(self) -> Mapping[str, frozenset[str]]:
        """The ids of the rules of each family."""
        names = dict.fromkeys(rule.family for rule in self.rules)
        return {name: frozenset(rule.id for rule in self.rules if rule.family == name) for name in names}

    @property
    def switched_on(self) -> tuple[Rule, ...]:
        """The rules that are switched on, in order."""
        return tuple(rule for rule in self.rules if rule.id in self.active)

    def __getitem__(self, name: str) -> Rule:
        """Return the rule with this id, or raise :class:`UnknownRuleError`."""
        for rule in self.rules:
            if rule.id == name:
                return rule
        raise self._unknown(name)

    def resolve(self, names: Collection[str]) -> frozenset[str]:
        """Return the ids that some ids and names of families stand for.

        Raises:
            UnknownRuleError: A name is neither; the message lists all that are known.
        """
        ids: set[str] = set()
        for name in names:
            if name in self.families:
                ids |= self.families[name]
            else:
                ids.add(self[name].id)
        return frozenset(ids)

    def select(self, names: Collection[str]) -> Rulebook:
        """Switch on these rules and families, and all others off."""
        return attrs.evolve(self, active=self.resolve(names))

    def ignore(self, names: Collection[str]) -> Rulebook:
        """Switch off these rules and families."""
        return attrs.evolve(self, active=self.active - self.resolve(names))

    def changed(self, name: str, change: Change) -> Rulebook:
        """Change one rule.

        Raises:
            UnknownRuleError: There is no such rule.
        """
        old = self[name]
        rule = attrs.evolve(
            old,
            severity=change.severity or old.severity,
            predicate=attrs.evolve(old.predicate, **change.parameters),
        )
        active = self.active
        if change.enabled is not None:
            active = active | {name} if change.enabled else active - {name}
        rules = tuple(rule if other is old else other for other in self.rules)
        return attrs.evolve(self, rules=rules, active=active)

    def extended(self, rules: Collection[Rule]) -> Rulebook:
        """Add rules, switched on; one with a known id takes the place of the old one."""
        book = {rule.id: rule for rule in (*self.rules, *rules)}
        return attrs.evolve(self, rules=tuple(book.values()), active=self.active | {rule.id for rule in rules})

    def check(self, article: Article) -> tuple[Finding, ...]:
        """Return what the rules find, in the order of the text; of several in one place, in the order of the rules."""
        least = SEVERITIES.index(self.threshold)
        rules = [rule for rule in self.switched_on if SEVERITIES.index(rule.severity) >= least]
        found = [finding for rule in rules for finding in rule.check(article)]
        return tuple(sorted(found, key=_place))

    def _unknown(self, name: str) -> UnknownRuleError:
        known = listed(sorted(rule.id for rule in self.rules))
        return UnknownRuleError(f"there is no rule {name!r}; rules: {known}; families: {listed(sorted(self.families))}")


def _place(finding: Finding) -> int:
    return finding.spans[0].start
