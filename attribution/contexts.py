"""Where a cue or a source is used, in the words around it: a concordance across reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from attrs import frozen

from attribution.report.printable import shown
from attribution.report.records import Attribution, ReportData, Span
from attribution.report.several import named

Layer = Literal["cue", "source"]


@frozen
class Context:
    """One place where an expression is used, in its words.

    ``document`` is the report's id, ``attribution`` that of the attribution in it, ``start`` and ``end`` are characters
    of its text, ``left`` and ``right`` what stands around ``keyword`` there, and ``source`` and ``cue`` the whole
    expressions, ``source`` in its fullest form (``None`` where nobody is given).
    """

    document: str
    attribution: str
    start: int
    end: int
    left: str
    keyword: str
    right: str
    source: str | None
    cue: str

    def __str__(self) -> str:
        """Return the place on one line; lines of one concordance stand with their keywords below each other."""
        left, keyword, right = (_SPACE.sub(" ", shown(part)) for part in (self.left, self.keyword, self.right))
        return f"{left}  {keyword}  {right}"


_SPACE = re.compile(r"\s")


def concordance(
    reports: Iterable[ReportData] | Mapping[Any, ReportData],
    query: str | re.Pattern[str] | None = None,
    *,
    of: Layer = "cue",
    window: int = 40,
) -> Iterator[Context]:
    """Show a cue or a source wherever it is used as one, in the words around it.

    What is no cue or source in its place is left out, such as the "said" of "that said". A source is found under all
    its names: "Kerry" also where the text says "he" or "the secretary of state". The lines are those of
    :func:`textacy.extract.kwic.keyword_in_context`.

    Args:
        reports: Reports, which are called "0", "1", "2" and so on; or a mapping from ids to reports.
        query: The words to look for, whole and in any case ("said" is found in "has said"), or a pattern to search
            with; everything by default.
        of: ``"cue"`` or ``"source"``.
        window: Characters of context on either side.

    Yields:
        The places, in the order of the reports and their texts. Left and right context are padded to the window.

    Raises:
        TypeError: If these are no reports.
        ValueError: If ``of`` is something else, or the query is empty.
    """
    if of not in ("cue", "source"):
        raise ValueError(f"a concordance is of 'cue' or 'source', not {of!r}")
    if isinstance(query, str):
        if not query.strip():
            raise ValueError("there is nothing to look for: the query is empty")
        query = re.compile(rf"(?<!\w){re.escape(query.strip())}(?!\w)", re.IGNORECASE)
    pairs = named(reports)
    return (found for name, report in pairs for found in _contexts(name, report, query, of, window))


def _contexts(
    document: str, report: ReportData, query: re.Pattern[str] | None, of: Layer, window: int
) -> Iterator[Context]:
    names = {entity.id: entity.name for entity in report.sources}
    wanted: dict[tuple[int, int], Attribution] = {}
    for attribution in report.attributions:
        spans, words = _expressions(attribution, names, of)
        if spans and (query is None or any(query.search(text) for text in words)):
            # One source may have several cues: the place is shown once, for the first of them.
            wanted.setdefault((spans[0].start, spans[0].end), attribution)
    for (start, end), (left, keyword, right) in _lines(report.text, wanted, window):
        attribution = wanted[start, end]
        yield Context(
            document=document,
            attribution=attribution.id,
            start=start,
            end=end,
            left=left,
            keyword=keyword,
            right=right,
            source=_full_name(attribution, names),
            cue=_joined(attribution.cue),
        )


def _expressions(attribution: Attribution, names: Mapping[str, str], of: Layer) -> tuple[tuple[Span, ...], list[str]]:
    """Return the spans of a cue or source, and all that it may be looked for under."""
    if of == "cue":
        return attribution.cue, [_joined(attribution.cue)]
    source = attribution.source
    if source is None:
        return (), []
    name = _full_name(attribution, names)
    return source.spans, [_joined(source.spans), *([name] if name else [])]


def _full_name(attribution: Attribution, names: Mapping[str, str]) -> str | None:
    source = attribution.source
    if source is None:
        return None
    if source.entity is not None and source.entity in names:
        return names[source.entity]
    return source.resolved.text if source.resolved is not None else _joined(source.spans)


def _joined(spans: Iterable[Span]) -> str:
    return " ".join(span.text for span in spans)


def _lines(
    text: str, places: Iterable[tuple[int, int]], window: int
) -> Iterator[tuple[tuple[int, int], tuple[str, str, str]]]:
    """Go through the places in the order of the text, each with its line of textacy's."""
    # Loading textacy takes a second, and only this needs it.
    from textacy.extract.kwic import keyword_in_context

    found = {}
    places = frozenset(places)
    for words in {text[start:end] for start, end in places}:
        # It finds words wherever they stand; those that are no cue or source there are left out again.
        pattern = re.compile(re.escape(words))
        lines = keyword_in_context(text, pattern, window_width=window, pad_context=True)
        for match, line in zip(pattern.finditer(text), lines, strict=True):
            if match.span() in places:
                found[match.span()] = line
    return iter(sorted(found.items()))
