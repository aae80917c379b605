"""The desk: checks a report against newsroom rules on sourcing, and says what an editor would ask the writer.

Stands on the report alone. Findings are about how a text is sourced and worded; none says whether it is true.
"""

from attribution.desk.checked import Checked
from attribution.desk.errors import RulesError, UnknownRuleError
from attribution.desk.findings import find
from attribution.desk.rule import Rule, Rulebook
from attribution.desk.rulebooks import Rules, presets, rulebook
from attribution.desk.settings import Settings

__all__ = [
    "Checked",
    "Rule",
    "Rulebook",
    "Rules",
    "RulesError",
    "Settings",
    "UnknownRuleError",
    "find",
    "presets",
    "rulebook",
]
