"""Tables of a report as pandas frames, with columns that stay the same from release to release.

Columns that are not simply a field of the record:

``claims``
    ``attributions``: ids, the outermost first. ``source``: "AFP > the Observatory" where one tells of the other, ";"
    between independent sources, missing in the writer's own voice. ``identification``: as in
    :class:`~attribution.report.records.Summary`. ``anonymous``: whether any of the sources is. ``hedges``, ``loaded``:
    the expressions, separated by ";". ``sourcing``, ``loading``: values in [0, 1]. ``sourcing_reasons``,
    ``loading_reasons``: what the factors say, in their order.
``attributions``
    ``start``, ``end``: from the first to the last character of source, cue and content. ``entity``: id in ``sources``.
``sources``
    ``mentions``: how often it is named as a source. ``attributions``: how many are its own. ``first_start``,
    ``first_end``: its first mention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from .records import ReportData, Source, Span
from .summary import claim_chains, claim_identification, claim_sources

if TYPE_CHECKING:
    import pandas

Table = Literal["claims", "attributions", "sources", "hedges", "loaded", "sentences"]

#: The columns of each table with their pandas types. ``start`` and ``end`` are character offsets; a record with several
#: spans reaches from the first to the last. A text in several spans is joined by " … ", several ids by a blank.
COLUMNS: Final[dict[Table, dict[str, str]]] = {
    "claims": {
        "id": "string[python]",
        "sentence": "Int64",
        "start": "Int64",
        "end": "Int64",
        "text": "string[python]",
        "attributions": "string[python]",
        "source": "string[python]",
        "identification": "string[python]",
        "anonymous": "boolean",
        "hedges": "string[python]",
        "loaded": "string[python]",
        "sourcing": "Float64",
        "sourcing_level": "string[python]",
        "sourcing_reasons": "string[python]",
        "loading": "Float64",
        "loading_level": "string[python]",
        "loading_reasons": "string[python]",
    },
    "attributions": {
        "id": "string[python]",
        "start": "Int64",
        "end": "Int64",
        "source": "string[python]",
        "cue": "string[python]",
        "content": "string[python]",
        "cue_kind": "string[python]",
        "stance": "string[python]",
        "quotation": "string[python]",
        "source_kind": "string[python]",
        "identification": "string[python]",
        "anonymous": "boolean",
        "anonymity_reason": "string[python]",
        "resolved": "string[python]",
        "via": "string[python]",
        "entity": "string[python]",
        "count": "Int64",
        "descriptors": "string[python]",
        "parent": "string[python]",
        "confidence": "Float64",
    },
    "sources": {
        "id": "string[python]",
        "name": "string[python]",
        "kind": "string[python]",
        "identification": "string[python]",
        "mentions": "Int64",
        "attributions": "Int64",
        "first_start": "Int64",
        "first_end": "Int64",
    },
    "hedges": {
        "start": "Int64",
        "end": "Int64",
        "text": "string[python]",
        "kind": "string[python]",
        "confidence": "Float64",
    },
    "loaded": {
        "start": "Int64",
        "end": "Int64",
        "text": "string[python]",
        "kind": "string[python]",
        "voice": "string[python]",
        "confidence": "Float64",
    },
    "sentences": {
        "start": "Int64",
        "end": "Int64",
        "text": "string[python]",
        "kind": "string[python]",
    },
}


def to_frame(report: ReportData, table: Table) -> pandas.DataFrame:
    """Return one table of a report as a pandas frame.

    Args:
        report: Any report.
        table: A key of :data:`COLUMNS`.

    Returns:
        One row for each record in the order of the report; the columns and their types are those of :data:`COLUMNS`,
        also when there is no row.

    Raises:
        ValueError: If there is no such table.
        ImportError: If pandas is not installed.
    """
    rows = list(to_rows(report, table))
    try:
        import pandas
    except ImportError as error:
        raise ImportError(
            "to_frame() needs pandas, which is not installed: pip install 'source-attribution[notebook]'"
        ) from error
    frame = pandas.DataFrame(rows, columns=list(COLUMNS[table]))
    return frame.astype(COLUMNS[table])


def to_rows(report: ReportData, table: Table) -> Iterator[tuple[Any, ...]]:
    """Go through the rows of one table, as tuples in the order of its columns, ``None`` where there is no value.

    Args:
        report: Any report.
        table: A key of :data:`COLUMNS`.

    Returns:
        The rows.

    Raises:
        ValueError: If there is no such table.
    """
    if table not in COLUMNS:
        raise ValueError(f"there is no table {table!r}; there are {', '.join(get_args(Table))}")
    return _ROWS[table](report)


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
    for entity in report.sources:
        used = sum(
            1
            for attribution in report.attributions
            if attribution.source is not None and attribution.source.entity == entity.id
        )
        first = min(entity.mentions, key=_position, default=None)
        place = (None, None) if first is None else (first.start, first.end)
        yield entity.id, entity.name, entity.kind, entity.identification, len(entity.mentions), used, *place


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
