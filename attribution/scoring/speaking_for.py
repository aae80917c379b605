"""For whom a bare spokesman speaks, as in "The council would not say why. A spokesman said the shop had closed".

English news leaves off of what body somebody is a spokesman where the body has just spoken.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from attribution.report.records import Attribution, ReportData, Source, Span

_SPOKESMEN: Final = frozenset(
    f"{article} {word}"
    for article in ("a", "the", "its", "their")
    for word in ("spokesman", "spokeswoman", "spokesperson", "company spokesman", "company spokeswoman")
)
_KNOWN: Final = frozenset({"named", "role"})


def bodies_spoken_for(report: ReportData) -> dict[str, Span]:
    """Find whom the bare spokesmen of a text speak for.

    Args:
        report: The report; its attributions tell who speaks in which sentence.

    Returns:
        The organization by the entity of its spokesman: the one that was the last source before, in the same sentence
        or the one before. What surrounds a spokesman's words ("Reuters reported that a spokesman said") is none.
    """
    starts = [sentence.start for sentence in report.sentences]
    found: dict[str, Span] = {}
    before: Attribution | None = None
    for attribution in sorted(report.attributions, key=_position):
        source = attribution.source
        if source is not None and source.entity is not None and _is_bare_spokesman(source):
            body = _body(before, attribution, starts)
            if body is not None:
                found.setdefault(source.entity, body)
        elif source is not None and source.spans:
            before = attribution
    return found


def _position(attribution: Attribution) -> int:
    return attribution.cue[0].start


def _is_bare_spokesman(source: Source) -> bool:
    return source.resolved is None and " ".join(source.spans[0].text.casefold().split()) in _SPOKESMEN


def _body(before: Attribution | None, attribution: Attribution, starts: list[int]) -> Span | None:
    if before is None or before.source is None or before.id == attribution.parent or before.parent == attribution.id:
        return None
    source = before.source
    first, second = (bisect_right(starts, _position(item)) for item in (before, attribution))
    is_near = second - first in (0, 1)
    return source.spans[0] if is_near and source.kind == "organization" and source.identification in _KNOWN else None
