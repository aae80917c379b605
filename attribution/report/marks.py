"""Cut a text at the edges of everything that is marked in it.

Sources, cues, contents, hedges and loaded words nest, cross and repeat. Whoever displays them gets the text in pieces,
each with all marks that cover it, and so never has to close one mark inside another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from attrs import frozen

from .records import Attribution, Finding, Hedge, Loaded, ReportData, Source, Span

Layer = Literal["source", "cue", "content", "hedge", "loaded", "claim", "finding"]

STANCES: Final = {
    "neutral": "passes it on",
    "distancing": "withholds belief",
    "endorsing": "takes it as true",
    "belief": "the source's thought",
    "denial": "the source rejects it",
}
IDENTIFICATIONS: Final = {
    "named": "named",
    "role": "known by role only",
    "vague": "vague",
    "none": "not there",
}


@frozen
class Mark:
    """One span of one record: where, what, and what to say about it.

    ``kind`` is the category that a display tells apart (a source's identification, a cue's stance, a content's
    quotation, a hedge's kind, a loaded expression's voice, a claim's id, a finding's number); ``label`` says it in
    words.
    """

    start: int
    end: int
    layer: Layer
    kind: str
    label: str


@frozen
class Piece:
    """A piece of the text under the same marks throughout; the first mark is the one that began first."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]


def find_marks(report: ReportData) -> list[Mark]:
    """Return the marks of everything in a report, claims included, in the order of the text, longer ones first."""
    marks: list[Mark] = []
    for attribution in report.attributions:
        marks += _attribution(attribution)
    for hedge in report.hedges:
        marks += _marks((hedge.span,), "hedge", hedge.kind, _hedge_label(hedge))
    for loaded in report.loaded:
        marks += _marks((loaded.span,), "loaded", loaded.voice, _loaded_label(loaded))
    for claim in report.claims:
        marks += _marks(claim.spans, "claim", claim.id, f"claim {claim.id}")
    return sorted(marks, key=_place)


def finding_marks(findings: Sequence[Finding]) -> list[Mark]:
    """Return the marks of findings, numbered from 0."""
    return [
        mark
        for number, finding in enumerate(findings)
        for mark in _marks(finding.spans, "finding", str(number), f"finding: {finding.message}")
    ]


def cut(text: str, marks: Iterable[Mark], edges: Iterable[int] = ()) -> Iterator[Piece]:
    """Cut a text at the edges of all marks.

    Args:
        text: The text.
        marks: Marks in it, in any order; they may nest, cross and repeat.
        edges: Further offsets to cut at.

    Returns:
        The pieces; joined, they are the text.
    """
    ordered = sorted((mark for mark in marks if mark.start < mark.end), key=_place)
    offsets = sorted({0, len(text), *edges, *(mark.start for mark in ordered), *(mark.end for mark in ordered)})
    waiting = iter(ordered)
    following = next(waiting, None)
    covering: list[Mark] = []
    for start, end in pairwise(offsets):
        covering = [mark for mark in covering if mark.end > start]
        while following is not None and following.start <= start:
            covering.append(following)
            following = next(waiting, None)
        yield Piece(start, end, text[start:end], tuple(covering))


def describe_source(source: Source) -> str:
    """Say in a few words who a source is: its identification, kind, terms and relay."""
    words = [IDENTIFICATIONS[source.identification], source.kind]
    if source.anonymous:
        words.append("anonymous")
    if source.anonymity_reason is not None:
        words.append(f"terms: {source.anonymity_reason.text}")
    if source.resolved is not None:
        words.append(f"that is, {source.resolved.text}")
    if source.via is not None:
        words.append(f"via {source.via.text}")
    return ", ".join(words)


def _attribution(attribution: Attribution) -> Iterator[Mark]:
    number = attribution.id
    cue = f"cue of {number}: {attribution.cue_kind}, {STANCES[attribution.stance]}"
    yield from _marks(attribution.cue, "cue", attribution.stance, cue)
    source = attribution.source
    if source is not None:
        label = f"source of {number}: {describe_source(source)}"
        yield from _marks(source.spans, "source", source.identification, label)
    content = f"content of {number}: {attribution.quotation}"
    yield from _marks(attribution.content, "content", attribution.quotation, content)


def _hedge_label(hedge: Hedge) -> str:
    return f"hedge: {hedge.kind}"


def _loaded_label(loaded: Loaded) -> str:
    voice = "the writer's voice" if loaded.voice == "writer" else "a quoted source's voice"
    return f"loaded: {loaded.kind}, in {voice}"


def _marks(spans: Iterable[Span], layer: Layer, kind: str, label: str) -> Iterator[Mark]:
    for span in spans:
        yield Mark(span.start, span.end, layer, kind, label)


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end
