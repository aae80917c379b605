"""What a report found, as groups of spaCy spans: for displaCy, spaCy's matchers and whatever else reads ``doc.spans``.

====================  ==============================================  ========================
group                 label of a span                                 id of a span
====================  ==============================================  ========================
``sources``           identification: named, role, vague, none        the attribution's
``cues``              stance: neutral, distancing, endorsing, …       the attribution's
``contents``          quotation: direct, mixed, indirect              the attribution's
``hedges``            kind: modal, epistemic, evidential, …           its index in the report
``loaded``            kind: label, distancing, intensifier, …         its index in the report
``sc``                SOURCE, CUE, CONTENT, HEDGE, LOADED             as above
====================  ==============================================  ========================

``sc`` holds everything, and is what ``displacy.render(doc, style="span")`` shows unless told otherwise. A discontinuous
expression is several spans of one id. Tokens are spaCy's: an expression that ends inside one reaches to its end here,
while the report keeps the exact characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from spacy.tokens import Doc, Span

from attribution.report import Report
from attribution.report.records import Span as TextSpan

#: The group that displaCy shows by default. It may be another component's, which then keeps it.
SHOWN: Final = "sc"

#: The groups, and what their spans are called in the one that displaCy shows.
GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {"sources": "SOURCE", "cues": "CUE", "contents": "CONTENT", "hedges": "HEDGE", "loaded": "LOADED"}
)

#: Colours of the spans in displaCy, which finds them through an entry point. They differ in lightness too.
COLOURS: Final = {
    "SOURCE": "#56b4e9",
    "CUE": "#f0e442",
    "CONTENT": "#dddddd",
    "HEDGE": "#cc99cc",
    "LOADED": "#e69f00",
}


class _Entry(NamedTuple):
    """A span of a group, before it is cut to tokens."""

    group: str
    label: str
    id: str
    span: TextSpan


def set_span_groups(doc: Doc, report: Report) -> None:
    """Put what a report found into ``doc.spans``.

    Args:
        doc: The Doc that the report is of.
        report: Its report.
    """
    entries = list(_entries(report))
    tokens = _tokens(doc, [entry.span for entry in entries])
    # A span of a report may be empty, or of white space alone.
    placed = [(first, end, entry) for entry, (first, end) in zip(entries, tokens, strict=True) if first < end]
    # Strings are looked up once, not for each span that is made.
    add = doc.vocab.strings.add
    numbers = {name: add(name) for _, _, entry in placed for name in (entry.label, entry.id)}
    found: dict[str, list[Span]] = {group: [] for group in GROUPS}
    for first, end, entry in placed:
        found[entry.group].append(Span(doc, first, end, label=numbers[entry.label], span_id=numbers[entry.id]))
    for group, spans in found.items():
        doc.spans[group] = spans
    if _is_free(doc):
        placed.sort(key=_position)
        labels = {group: add(label) for group, label in GROUPS.items()}
        doc.spans[SHOWN] = [
            Span(doc, first, end, label=labels[entry.group], span_id=numbers[entry.id]) for first, end, entry in placed
        ]


def _tokens(doc: Doc, spans: Sequence[TextSpan]) -> list[tuple[int, int]]:
    """Return the tokens that each span touches, from one up to another; at once, which ``Doc.char_span`` cannot."""
    lengths, blanks = doc.to_array(["LENGTH", "SPACY"]).T.astype(np.int64)
    ends = np.cumsum(lengths + blanks) - blanks
    firsts = np.searchsorted(ends, [span.start for span in spans], side="right")
    lasts = np.searchsorted(ends - lengths, [span.end for span in spans], side="left")
    return list(zip(firsts.tolist(), lasts.tolist(), strict=True))


def _is_free(doc: Doc) -> bool:
    ours = frozenset(GROUPS.values())
    return SHOWN not in doc.spans or all(span.label_ in ours for span in doc.spans[SHOWN])


def _entries(report: Report) -> Iterator[_Entry]:
    for attribution in report.attributions:
        if attribution.source is not None:
            source = attribution.source
            yield from _each("sources", source.identification, attribution.id, source.spans)
        yield from _each("cues", attribution.stance, attribution.id, attribution.cue)
        yield from _each("contents", attribution.quotation, attribution.id, attribution.content)
    for index, hedge in enumerate(report.hedges):
        yield _Entry("hedges", hedge.kind, str(index), hedge.span)
    for index, loaded in enumerate(report.loaded):
        yield _Entry("loaded", loaded.kind, str(index), loaded.span)


def _each(group: str, label: str, number: str, spans: Iterable[TextSpan]) -> Iterator[_Entry]:
    return (_Entry(group, label, number, span) for span in spans)


def _position(placed: tuple[int, int, _Entry]) -> tuple[int, int]:
    return placed[0], -placed[1]
