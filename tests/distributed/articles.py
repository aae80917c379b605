"""A few texts with ids, some of which cannot be analyzed, and what one machine makes of them."""

from __future__ import annotations

from typing import Any, Final

import attribution

_SAID: Final = (
    "“The bridge is safe,” mayor Ana Ruiz said on {day}. Two engineers denied it.",
    "According to the ministry, some {count} troops may have arrived in Port {name}.",
    "{name}, a retired nurse, told reporters that the regime had lied. She gave no details.",
    "Rain fell on {name}.",
)

TEXTS: Final = tuple(
    pattern.format(
        day=("Monday", "Friday", "Sunday")[number % 3], count=10 + number, name=("Oda", "Lund", "Vik")[number % 3]
    )
    for number in range(6)
    for pattern in _SAID
)
IDS: Final = tuple(f"a{number:03}" for number in range(len(TEXTS)))
MISSING: Final = 5
"""The number of the article whose text is null."""


def rows() -> dict[str, list[Any]]:
    """The articles as columns: id, outlet, body; one body is missing."""
    texts: list[str | None] = list(TEXTS)
    texts[MISSING] = None
    return {"id": list(IDS), "outlet": [f"outlet {number % 2}" for number in range(len(TEXTS))], "body": texts}


def expected(nlp: Any) -> dict[str, attribution.Report | None]:
    """The reports of one machine, by id; ``None`` where there is none."""
    reports = attribution.analyze_many(TEXTS, nlp=nlp)
    found: dict[str, attribution.Report | None] = dict(zip(IDS, reports, strict=True))
    found[IDS[MISSING]] = None
    assert sum(len(report.attributions) for report in found.values() if report is not None) > len(TEXTS) / 2
    return found


def assert_same(ids: list[str], reports: list[Any], errors: list[str | None], wanted: dict[str, Any]) -> None:
    """Compare what came back, in its order, with the reports of one machine."""
    assert ids == list(wanted)
    assert [None if report is None else attribution.Report.from_dict(report) for report in reports] == list(
        wanted.values()
    )
    problems = {name: error for name, error in zip(ids, errors, strict=True) if error is not None}
    assert problems == {IDS[MISSING]: "the text is missing"}
