"""The errors of the desk: of a file of rules, and of a name that it does not know."""

from __future__ import annotations

from attribution.data_files import DataFileError


class RulesError(DataFileError):
    """A file of rules or settings is missing, is no TOML, or holds something that is no rule or setting."""


class UnknownRuleError(ValueError):
    """A rule, family or preset that does not exist was asked for; the message lists those that do."""
