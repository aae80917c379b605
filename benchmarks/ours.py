"""What this package finds, through its public API, in the shapes that the scorers take."""

from __future__ import annotations

from collections.abc import Iterable

from attribution import Report
from attribution.report.records import Attribution, Span
from benchmarks.scorers.attributions import Roles
from benchmarks.scorers.spans import Pieces
from benchmarks.sheets import Mark, Sheet, SheetAttribution, SheetClaim


def pieces(spans: Iterable[Span]) -> Pieces:
    """Spans as pairs of offsets."""
    return tuple((span.start, span.end) for span in spans)


def roles(report: Report) -> tuple[Roles, ...]:
    """The attributions of a report as three spans each."""
    return tuple(
        Roles(pieces(item.source.spans) if item.source else (), pieces(item.cue), pieces(item.content))
        for item in report.attributions
    )


def sheet(name: str, report: Report) -> Sheet:
    """Reduce a report to what the gold annotates."""
    return Sheet(
        name,
        report.text,
        tuple((sentence.start, sentence.end) for sentence in report.sentences),
        tuple(map(_from_record, report.attributions)),
        tuple(Mark(pieces([hedge.span]), hedge.kind) for hedge in report.hedges),
        tuple(Mark(pieces([found.span]), found.kind, found.voice) for found in report.loaded),
        tuple(SheetClaim(pieces(claim.spans), claim.sourcing.level) for claim in report.claims),
    )


def _from_record(item: Attribution) -> SheetAttribution:
    source = item.source
    return SheetAttribution(
        id=item.id,
        source=pieces(source.spans) if source else (),
        cue=pieces(item.cue),
        content=pieces(item.content),
        cue_kind=item.cue_kind,
        stance=item.stance,
        quotation=item.quotation,
        identification=source.identification if source else "none",
        kind=source.kind if source else "unknown",
        anonymous=source.anonymous if source else False,
        anonymity_reason=_optional(source.anonymity_reason if source else None),
        resolved=source.resolved.text if source and source.resolved else None,
        via=_optional(source.via if source else None),
        parent=item.parent,
    )


def _optional(span: Span | None) -> Pieces:
    found: Iterable[Span] = [span] if span else []
    return pieces(found)
