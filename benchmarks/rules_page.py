"""The page of the documentation that lists the newsroom rules: ``python -m benchmarks.rules_page``.

Writes all that stands below the marker in ``docs/rules.md`` from the rules themselves and from the verdicts in
``findings.tsv``; what stands above is written by hand. A test compares the page with the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import attrs

from attribution.desk import Rule, presets, rulebook
from attribution.desk.predicates import PREDICATES
from attribution.desk.rulebooks import shipped
from benchmarks.command import percent
from benchmarks.findings import VERDICTS, Judged, precision, read_sheet

PAGE: Final = Path(__file__).parent.parent / "docs" / "rules.md"
MARKER: Final = "<!-- Written by `python -m benchmarks.rules_page`; all that stands below is lost when it runs. -->\n"
TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "anonymity": "Unnamed sources",
        "hearsay": "Hearsay",
        "wording": "Wording",
        "placement": "Where sources stand",
        "accusations": "Accusations",
        "headings": "Heading and body",
    }
)


def page(written: str, judged: Sequence[Judged]) -> str:
    """Return the page: what is written by hand, up to the marker, and what the rules say."""
    return written.partition(MARKER)[0] + MARKER + "\n" + "\n".join(_sections(judged))


def _sections(judged: Sequence[Judged]) -> Iterator[str]:
    yield str(precision(judged, rulebook())).replace("### ", "## ")
    for family, rules in groupby(shipped().rules, lambda rule: rule.family):
        yield f"\n## {TITLES[family]}: `{family}`"
        for rule in rules:
            yield from _rule(rule, judged)


def _rule(rule: Rule, judged: Sequence[Judged]) -> Iterator[str]:
    yield f"\n### {rule.id}\n\n{rule.title}.\n"
    on = [f"`{name}` ({rulebook(name)[rule.id].severity})" for name in presets() if rule.id in rulebook(name).active]
    yield f"* **Source.** {rule.source}"
    yield f"* **Says.** {rule.message}"
    yield f"* **Resolved by.** {rule.remedy}"
    yield f"* **Switched on in.** {', '.join(on) or 'no preset'}"
    yield f"* **Measured.** {_measured([item for item in judged if item.rule == rule.id])}"
    yield f"* **Parameters.** {_parameters(rule)}"
    yield "\nFinds the marked words in:\n"
    yield from (_quoted(example) for example in rule.must_flag)
    yield "Finds nothing in:\n"
    yield from (_quoted(example) for example in rule.must_not_flag)


def _measured(judged: Sequence[Judged]) -> str:
    read = [item for item in judged if item.verdict in VERDICTS]
    if not read:
        return "no finding in the articles that were read"
    agreed = sum(item.verdict == "agree" for item in read)
    return (
        f"an editor agreed with {agreed} of the {len(read)} findings that were read ({percent(agreed / len(read))} %)"
    )


def _parameters(rule: Rule) -> str:
    values = [f"`{name}` ({_value(value)})" for name, value in attrs.asdict(rule.predicate).items()]
    predicate = next(name for name, cls in PREDICATES.items() if isinstance(rule.predicate, cls))
    return f"{'; '.join(values)}; of the predicate `{predicate}`"


def _value(value: Any) -> str:
    if not isinstance(value, tuple):
        return str(value)
    return ", ".join(value) if len(value) <= 4 else f"{', '.join(value[:3])} and {len(value) - 3} more"


def _quoted(example: str) -> str:
    """An example as a quotation, its marked words set off."""
    text = re.sub(r"\{([^}]*)\}", r"<mark>\1</mark>", example.strip())
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines()) + "\n"


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), read_sheet()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
