"""Whether the pipeline's scores obey the axioms on generated pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from attribution.report import Claim, Report
from tests.scoring.axioms.pairs import Measure, Pair, Statement

_ROUNDING = 1e-9


@frozen
class Verdict:
    """A pair with the values found."""

    pair: Pair
    first: float
    second: float

    @property
    def is_obeyed(self) -> bool:
        if self.pair.relation == "above":
            return self.first > self.second
        if self.pair.relation == "at least":
            return self.first >= self.second
        return abs(self.first - self.second) <= self.pair.tolerance + _ROUNDING

    def __str__(self) -> str:
        tolerance = f" within {self.pair.tolerance}" if self.pair.tolerance else ""
        return (
            f"{self.pair.axiom}: {self.first:.2f} should be {self.pair.relation}{tolerance} {self.second:.2f}\n"
            f"    {self.pair.first.text}\n    {self.pair.second.text}"
        )


def judge(pairs: Iterable[Pair], analyze: Callable[[str], Report]) -> list[Verdict]:
    """Analyze both texts of every pair; equal texts are analyzed once."""
    reports: dict[str, Report] = {}

    def value(statement: Statement, measure: Measure) -> float:
        if statement.text not in reports:
            reports[statement.text] = analyze(statement.text)
        claim = find_claim(reports[statement.text], statement)
        return getattr(claim, measure).value if claim is not None else 0.0

    return [Verdict(pair, value(pair.first, pair.measure), value(pair.second, pair.measure)) for pair in pairs]


def find_claim(report: Report, statement: Statement) -> Claim | None:
    """Return the claim whose characters have the most in common with the words looked at (Jaccard)."""
    start = statement.text.find(statement.about)
    wanted = set(range(start, start + len(statement.about)))

    def likeness(claim: Claim) -> float:
        found = {index for span in claim.spans for index in range(span.start, span.end)}
        return len(found & wanted) / max(len(found | wanted), 1)

    return max(report.claims, key=likeness, default=None)


def shares(verdicts: Iterable[Verdict]) -> Mapping[str, tuple[int, int]]:
    """Count for each axiom the obeyed pairs and all pairs."""
    counts: dict[str, tuple[int, int]] = {}
    for verdict in verdicts:
        obeyed, total = counts.get(verdict.pair.axiom, (0, 0))
        counts[verdict.pair.axiom] = (obeyed + verdict.is_obeyed, total + 1)
    return counts
