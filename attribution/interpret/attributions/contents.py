"""What belongs to a content: where its spans begin and end, and how much of it is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from spacy.tokens import Doc

from attribution.interpret.text.quotes import Quotation, QuotedText
from attribution.interpret.trees.syntax import runs
from attribution.report.records import QuotationType, Span

Bounds = tuple[int, int]

_TRIM_LEFT: Final = " \t\r\n\u00a0,;:.!?)]}—–-…"
_TRIM_RIGHT: Final = " \t\r\n\u00a0,;:([{—–-"
_FULL_STOP: Final = ".\u2026"
_INTRODUCING: Final = re.compile(r"(?:that|if|whether)\b[\s,:]*", re.IGNORECASE)
_OPENING_MARKS: Final = "\"'“‘«„‚`"


def content_spans(doc: Doc, tokens: Sequence[int], quotations: Sequence[Quotation], text: str) -> tuple[Span, ...]:
    """Return the character spans of a content.

    Args:
        doc: The Doc.
        tokens: Ascending indices of the content's tokens.
        quotations: The quotations of the text that any of the tokens touches, in order.
        text: ``doc.text``.

    Returns:
        Spans in order: runs of tokens, quotation marks at their ends taken in, stops and commas outside marks left off.
    """
    bounds = []
    for first, last in runs(doc, tokens):
        piece = (doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
        marked = _with_marks(text, piece, quotations)
        trimmed = trim(text, marked)
        if trimmed is not None and any(map(str.isalnum, text[slice(*trimmed)])):
            # A quotation without a closing mark keeps its full stop all the same.
            bounds.append((trimmed[0], _stop_inside(text, trimmed[1], marked[1], quotations)))
    return tuple(Span(start, end, text[start:end]) for start, end in _joined(bounds))


def trim(text: str, bounds: Bounds) -> Bounds | None:
    """Leave off white space, commas and, after unquoted words, the full stop; ``None`` if nothing is left."""
    start, end = bounds
    while start < end and text[start] in _TRIM_LEFT:
        start += 1
    while end > start and text[end - 1] in _TRIM_RIGHT:
        end -= 1
    if end > start and text[end - 1] in _FULL_STOP and not _abbreviates(text, end):
        end -= 1
    return (start, end) if start < end else None


def quotation_type(text: str, content: Sequence[Span], quoted: QuotedText) -> QuotationType:
    """Tell whether a content is quoted wholly, in part or not at all; an introducing "that" does not count."""
    bounds: list[Bounds] = []
    for number, span in enumerate(content):
        start, end = span.start, span.end
        if number == 0 and (introducing := _INTRODUCING.match(text, start, end)):
            start = introducing.end()
        trimmed = trim(text, (start, end))
        if trimmed is not None:
            bounds.append(trimmed)
    return quoted.kind(*bounds) if bounds else "indirect"


def _with_marks(text: str, piece: Bounds, quotations: Iterable[Quotation]) -> Bounds:
    """Take in the quotation marks that stand right outside a piece which fills the quotation up to them."""
    start, end = piece
    for quotation in quotations:
        if quotation.end <= start or quotation.start >= end:
            continue
        opens = start <= quotation.inner_start and not text[quotation.start : start].strip(_OPENING_MARKS + " ")
        if opens or not text[quotation.inner_start : start].strip():
            start = min(start, quotation.start)
        # A comma or stop before the closing mark belongs to the quotation.
        nothing_left = not text[end : quotation.inner_end].strip(" ,.!?;…")
        if quotation.inner_start < end <= quotation.end and nothing_left:
            end = quotation.end
    return start, end


def _stop_inside(text: str, end: int, marked: int, quotations: Iterable[Quotation]) -> int:
    """Give back the full stop after a piece that a quotation without a mark at its end closes with."""
    is_inside = any(q.end == marked and q.inner_end == q.end for q in quotations)
    return end + 1 if is_inside and end < marked and text[end] in _FULL_STOP else end


def _joined(bounds: Iterable[Bounds]) -> list[Bounds]:
    joined: list[Bounds] = []
    for start, end in sorted(bounds):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _abbreviates(text: str, end: int) -> bool:
    """Tell whether the stop at ``text[end - 1]`` belongs to an abbreviation such as U.S. or J."""
    word = text[max(0, end - 8) : end].split()[-1:]
    return bool(word) and re.fullmatch(r"(?:[A-Za-z]\.){2,}|[A-Z]\.", word[0].lstrip(_OPENING_MARKS + "(")) is not None
