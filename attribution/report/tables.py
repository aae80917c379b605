"""Reports as tables of plain values, with columns that stay the same from release to release.

What each column holds is said beside it, in :data:`TABLES`. Offsets are characters of the report's text; a record with
several spans reaches from the first to the last, its texts are joined by " … ", several expressions by ";", several ids
by a blank. A value that is not there is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from attrs import frozen

from .records import ReportData, Source, Span
from .summary import claim_chains, claim_identification, claim_sources

Table = Literal["claims", "attributions", "sources", "hedges", "loaded", "sentences"]
ColumnType = Literal["string", "integer", "number", "boolean"]


@frozen
class Column:
    """A column of a table: its name, the type of its values, and what they mean."""

    name: str
    type: ColumnType
    meaning: str


_ID: Final = Column("id", "string", "Id in the report.")
_START: Final = Column("start", "integer", "First character.")
_END: Final = Column("end", "integer", "One past the last character.")
_TEXT: Final = Column("text", "string", "The words.")
_CONFIDENCE: Final = Column("confidence", "number", "From 0 to 1; higher is surer. Not a calibrated probability.")
_IDENTIFICATION: Final = Column(
    "identification", "string", "How well a reader could find out who it is: named, role, vague or none."
)

#: The columns of each table, in their order.
TABLES: Final[Mapping[Table, tuple[Column, ...]]] = MappingProxyType(
    {
        "claims": (
            _ID,
            Column("sentence", "integer", "Row of its sentence in `sentences`."),
            _START,
            _END,
            _TEXT,
            Column("attributions", "string", "Ids of its attributions, the outermost first."),
            Column(
                "source",
                "string",
                "“AFP > the Observatory” where one tells of the other, “;” between independent "
                "sources; missing in the writer's own voice.",
            ),
            Column(
                "identification",
                "string",
                "Of the least identified source of the chain, or of the best of several "
                "chains: named, role, vague or none.",
            ),
            Column("anonymous", "boolean", "Whether any of its sources is anonymous."),
            Column("hedges", "string", "Its hedges."),
            Column("loaded", "string", "Its loaded expressions."),
            Column("sourcing", "number", "From 0, nobody vouches, to 1, the reader can tell exactly who does."),
            Column("sourcing_level", "string", "strong, moderate, weak or none."),
            Column("sourcing_reasons", "string", "What the factors of the score say, in their order."),
            Column("loading", "number", "From 0, neutral wording, to 1, heavily loaded."),
            Column("loading_level", "string", "neutral, some or heavy."),
            Column("loading_reasons", "string", "What the factors of the score say, in their order."),
        ),
        "attributions": (
            _ID,
            Column("start", "integer", "First character of source, cue and content."),
            Column("end", "integer", "One past their last character."),
            Column("source", "string", "Who says it, as written there; missing where nobody is given."),
            Column("cue", "string", "The words that link source and content."),
            Column("content", "string", "What is said."),
            Column("cue_kind", "string", "verb, preposition, noun, adverb, adjective or punctuation."),
            Column("stance", "string", "neutral, distancing, endorsing, belief or denial."),
            Column("quotation", "string", "direct, mixed or indirect."),
            Column("source_kind", "string", "person, group, organization, place, media, document or unknown."),
            _IDENTIFICATION,
            Column("anonymous", "boolean", "Whether the text withholds who it is."),
            Column("anonymity_reason", "string", "The terms on which the source spoke."),
            Column("resolved", "string", "The fullest mention that a pronoun or short form stands for."),
            Column("via", "string", "The news organization that was told."),
            Column("entity", "string", "Id in `sources`."),
            Column("count", "integer", "How many people or bodies speak, where the text says so."),
            Column("descriptors", "string", "Words that narrow down a source that is not named."),
            Column("parent", "string", "Id of the attribution whose content holds this one."),
            Column("confidence", "number", "From 0 to 1, calibrated: of those at 0.8 about 80 % are right."),
        ),
        "sources": (
            _ID,
            Column("name", "string", "Its fullest mention."),
            Column("kind", "string", "person, group, organization, place, media, document or unknown."),
            _IDENTIFICATION,
            Column("mentions", "integer", "How often it is mentioned as a source."),
            Column("attributions", "integer", "How many attributions are its own."),
            Column("first_start", "integer", "First character of its first mention."),
            Column("first_end", "integer", "One past the last character of its first mention."),
        ),
        "hedges": (
            _START,
            _END,
            _TEXT,
            Column(
                "kind",
                "string",
                "modal, epistemic, evidential, doxastic, investigation, condition, approximator or weasel.",
            ),
            _CONFIDENCE,
        ),
        "loaded": (
            _START,
            _END,
            _TEXT,
            Column(
                "kind", "string", "label, distancing, intensifier, evaluative, reporting, metaphor or presupposition."
            ),
            Column("voice", "string", "writer, or source inside a direct quotation."),
            _CONFIDENCE,
        ),
        "sentences": (
            _START,
            _END,
            _TEXT,
            Column("kind", "string", "body, heading, caption, byline or credit."),
        ),
    }
)


def to_rows(report: ReportData, table: Table) -> Iterator[tuple[Any, ...]]:
    """Go through the rows of one table, as tuples in the order of its columns, ``None`` where there is no value.

    Args:
        report: Any report.
        table: A key of :data:`TABLES`.

    Returns:
        The rows.

    Raises:
        ValueError: If there is no such table.
    """
    check_table(table)
    return _ROWS[table](report)


def check_table(table: str) -> None:
    """Raise a :class:`ValueError` that names the tables if there is none of this name."""
    if table not in TABLES:
        raise ValueError(f"there is no table {table!r}; there are {', '.join(get_args(Table))}")


def _claims(report: ReportData) -> Iterator[tuple[Any, ...]]:
    attributions = {attribution.id: attribution for attribution in report.attributions}
    for claim in report.claims:
        yield (
            claim.id,
            claim.sentence,
            *_extent(claim.spans),
            joined(claim.spans),
            " ".join(claim.attributions),
            named_chains(claim_chains(claim, attributions)) or None,
            claim_identification(claim, attributions),
            any(source.anonymous for source in claim_sources(claim, attributions)),
            _listed(report.hedges[index].span for index in claim.hedges),
            _listed(report.loaded[index].span for index in claim.loaded),
            claim.sourcing.value,
            claim.sourcing.level,
            " ".join(factor.reason for factor in claim.sourcing.factors),
            claim.loading.value,
            claim.loading.level,
            " ".join(factor.reason for factor in claim.loading.factors),
        )


def _attributions(report: ReportData) -> Iterator[tuple[Any, ...]]:
    for attribution in report.attributions:
        source = attribution.source
        spans = attribution.cue + attribution.content + (source.spans if source is not None else ())
        yield (
            attribution.id,
            *_extent(spans),
            None if source is None else joined(source.spans),
            joined(attribution.cue),
            joined(attribution.content),
            attribution.cue_kind,
            attribution.stance,
            attribution.quotation,
            *_source_values(source),
            attribution.parent,
            attribution.confidence,
        )


def _source_values(source: Source | None) -> tuple[Any, ...]:
    if source is None:
        return None, "none", False, None, None, None, None, None, None
    return (
        source.kind,
        source.identification,
        source.anonymous,
        _text(source.anonymity_reason),
        _text(source.resolved),
        _text(source.via),
        source.entity,
        source.count,
        _listed(source.descriptors),
    )


def _sources(report: ReportData) -> Iterator[tuple[Any, ...]]:
    used = Counter(attribution.source.entity for attribution in report.attributions if attribution.source is not None)
    for entity in report.sources:
        first = min(entity.mentions, key=_position, default=None)
        place = (None, None) if first is None else (first.start, first.end)
        yield entity.id, entity.name, entity.kind, entity.identification, len(entity.mentions), used[entity.id], *place


def _hedges(report: ReportData) -> Iterator[tuple[Any, ...]]:
    for hedge in report.hedges:
        yield hedge.span.start, hedge.span.end, hedge.span.text, hedge.kind, hedge.confidence


def _loaded(report: ReportData) -> Iterator[tuple[Any, ...]]:
    for loaded in report.loaded:
        span = loaded.span
        yield span.start, span.end, span.text, loaded.kind, loaded.voice, loaded.confidence


def _sentences(report: ReportData) -> Iterator[tuple[Any, ...]]:
    for sentence in report.sentences:
        yield sentence.start, sentence.end, sentence.text, sentence.kind


_ROWS: Final[dict[Table, Callable[[ReportData], Iterator[tuple[Any, ...]]]]] = {
    "claims": _claims,
    "attributions": _attributions,
    "sources": _sources,
    "hedges": _hedges,
    "loaded": _loaded,
    "sentences": _sentences,
}


def joined(spans: Iterable[Span]) -> str:
    """Return the text of a discontinuous expression, its parts joined by " … "."""
    return " … ".join(span.text for span in spans)


def named_chains(chains: Iterable[Iterable[Source]]) -> str:
    """Write the sources of a claim: " > " where one tells of the other, ";" between independent ones."""
    return "; ".join(" > ".join(joined(source.spans) for source in chain) for chain in chains)


def _listed(spans: Iterable[Span]) -> str | None:
    return "; ".join(span.text for span in spans) or None


def _text(span: Span | None) -> str | None:
    return None if span is None else span.text


def _extent(spans: Iterable[Span]) -> tuple[int | None, int | None]:
    found = list(spans)
    if not found:
        return None, None
    return min(span.start for span in found), max(span.end for span in found)


def _position(span: Span) -> tuple[int, int]:
    return span.start, span.end
