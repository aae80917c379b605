"""The whole report against articles annotated by hand: ``python -m benchmarks.seeds --data DIR``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attribution
from benchmarks import ours
from benchmarks.command import Setup, Table, percent, run
from benchmarks.gold import read_gold
from benchmarks.scorers.attributions import ROLES
from benchmarks.scorers.counts import Share
from benchmarks.scorers.sheets import LABELS, SheetScores, score_sheet


def measure(setup: Setup) -> list[Table]:
    """Score the reports of all articles in ``gold/seeds`` of the data folder, each alone and together."""
    sheets = read_gold(setup.data / "gold" / "seeds")
    reports = attribution.analyze_many((sheet.text for sheet in sheets), nlp=setup.pipeline())
    scores = [score_sheet(ours.sheet(gold.name, report), gold) for gold, report in zip(sheets, reports, strict=True)]
    together = sum(scores, start=SheetScores())
    columns = [*(sheet.name for sheet in sheets), "together"]
    rows = tuple(_rows([*scores, together]))
    return [
        Table(
            "Articles annotated by hand (%)",
            ("measure", *columns),
            rows,
            ("F1 for spans, accuracy for labels; in brackets the number of cases that a label is judged on.",),
        )
    ]


def _rows(columns: Sequence[SheetScores]) -> Iterator[tuple[str, ...]]:
    yield "sentences", *(percent(s.sentences.f1) for s in columns)
    for role in ROLES:
        yield f"{role}, exact", *(percent(s.attributions.exact[role].f1) for s in columns)
    for role in ROLES:
        yield f"{role}, overlap", *(percent(s.attributions.overlap[role].f1) for s in columns)
    yield "whole attribution", *(percent(s.attributions.whole.f1) for s in columns)
    for label in LABELS:
        yield label.replace("_", " "), *(_share(s.labels[label]) for s in columns)
    yield "hedges", *(percent(s.hedges.f1) for s in columns)
    yield "hedge kind", *(_share(s.hedge_kinds) for s in columns)
    yield "loaded wording", *(percent(s.loaded.f1) for s in columns)
    yield "loaded kind", *(_share(s.loaded_kinds) for s in columns)
    yield "loaded voice", *(_share(s.voices) for s in columns)
    yield "claims found", *(_share(s.claims) for s in columns)
    yield "sourcing level right", *(_share(s.levels) for s in columns)


def _share(share: Share) -> str:
    return f"{percent(share.value)} ({share.total})"


if __name__ == "__main__":
    raise SystemExit(run("The whole report against articles annotated by hand.", measure))
