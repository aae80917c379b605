"""The sourcing score against editors' levels, on gold attributions: ``python -m benchmarks.levels --data DIR``.

This measures the score alone: attributions and claims are those annotated by hand, not those that the encoder finds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scipy.stats import spearmanr

from attribution.report import Attribution, Claim, Entity, Report, Score, Sentence, Source, Span
from attribution.scoring import Weights, score
from attribution.training.corpora import existing
from benchmarks.command import Setup, Table, percent, run

LEVELS = ("none", "weak", "moderate", "strong")
_UNSCORED = Score(0.0, "none")


def measure(setup: Setup) -> list[Table]:
    """Score the gold claims of all articles in ``gold/seeds`` of the data folder."""
    folder = existing(setup.data / "gold" / "seeds", "articles annotated by hand")
    pairs = [pair for path in sorted(folder.glob("*.gold.json")) for pair in judged(path)]
    right = sum(level == claim.sourcing.level for claim, level in pairs)
    correlation = spearmanr(
        [claim.sourcing.value for claim, _ in pairs], [LEVELS.index(level) for _, level in pairs]
    ).statistic
    rows = (
        ("claims", str(len(pairs))),
        ("level right (%)", percent(right / len(pairs))),
        ("rank correlation of value and level", f"{correlation:.2f}"),
        *(
            (f"wrong: {claim.spans[0].text[:60]}", f"{claim.sourcing.level} for {level}")
            for claim, level in _wrong(pairs)
        ),
    )
    return [Table("Sourcing levels on gold attributions", ("measure", "figure"), rows)]


def _wrong(pairs: Sequence[tuple[Claim, str]]) -> Iterator[tuple[Claim, str]]:
    return ((claim, level) for claim, level in pairs if claim.sourcing.level != level)


def judged(path: Path, weights: Weights | None = None) -> list[tuple[Claim, str]]:
    """Score the gold claims of one article; return each with the level that an editor gave it."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
    report = score(_report(text, gold), weights)
    return [(claim, item["expected_sourcing"]) for claim, item in zip(report.claims, gold["claims"], strict=True)]


def _report(text: str, gold: dict[str, Any]) -> Report:
    def spans(value: list[Any] | None) -> tuple[Span, ...]:
        if not value:
            return ()
        pieces = [value] if isinstance(value[0], int) else value
        return tuple(Span(start, end, text[start:end]) for start, end in pieces)

    def first(value: list[Any] | None) -> Span | None:
        return next(iter(spans(value)), None)

    def source(item: dict[str, Any]) -> Source | None:
        if not item["source"]:
            return None
        resolved = item["resolved"]
        start = text.find(resolved) if resolved else -1
        return Source(
            spans=spans(item["source"]),
            kind=item["kind"],
            identification=item["identification"],
            anonymous=item["anonymous"],
            anonymity_reason=first(item["anonymity_reason"]),
            resolved=Span(start, start + len(resolved), resolved) if start >= 0 else None,
            via=first(item["via"]),
            entity=(resolved or spans(item["source"])[0].text).casefold(),
        )

    attributions = tuple(
        Attribution(
            id=item["id"],
            cue=spans(item["cue"]),
            cue_kind=item["cue_kind"],
            stance=item["stance"],
            source=source(item),
            content=spans(item["content"]),
            quotation=item["quotation"],
            parent=item["parent"],
        )
        for item in gold["attributions"]
    )
    entities = {item.source.entity for item in attributions if item.source is not None and item.source.entity}
    claims = tuple(
        Claim(
            f"C{number}",
            spans(item["span"]),
            item["sentence"],
            tuple(item["attributions"]),
            (),
            (),
            _UNSCORED,
            _UNSCORED,
        )
        for number, item in enumerate(gold["claims"], start=1)
    )
    return Report(
        text=text,
        sentences=tuple(Sentence(start, end, text[start:end]) for start, end in gold["sentences"]),
        attributions=attributions,
        sources=tuple(Entity(name, name, "unknown", "named", ()) for name in sorted(entities)),
        claims=claims,
    )


if __name__ == "__main__":
    raise SystemExit(run("Sourcing levels on gold attributions.", measure))
