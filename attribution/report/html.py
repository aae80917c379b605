"""Reports for the eye, in HTML.

One self-contained piece of static markup: no script, no network, all styles under one class. Whatever comes from the
text is escaped by the templates; the text is cut into pieces (:mod:`attribution.report.marks`), and every layer has a
CSS property of its own, so that layers that lie on top of each other stay readable without colour.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2s
from re import compile as pattern
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .explain import describe
from .marks import Mark, Piece, cut, describe_source, find_marks, shown
from .records import Claim, ReportData, Score
from .summary import summarize

if TYPE_CHECKING:
    from jinja2 import Environment

_PARAGRAPH = pattern(r"[^\r\n]+")


@frozen
class Block:
    """A paragraph of the text, with the pieces in it and the claims that begin in it."""

    kind: str
    pieces: tuple[Piece, ...]
    claims: tuple[int, ...]


def fragment(report: ReportData, title: str | None = None) -> str:
    """Return a report as HTML to be put into a page, such as a notebook's.

    Args:
        report: Any report.
        title: What to call it, such as the name of its file.

    Returns:
        One ``div`` with its own styles.
    """
    return _environment().get_template("fragment.html").render(view=_view(report, title, "0"), open=False)


def page(report: ReportData, title: str | None = None) -> str:
    """Return a whole, self-contained HTML page of one report.

    Args:
        report: Any report.
        title: What to call it, such as the name of its file.

    Returns:
        The page; write it as UTF-8.
    """
    return pages([(title, report)])


def pages(reports: Iterable[tuple[str | None, ReportData]]) -> str:
    """Return a whole, self-contained HTML page of any number of titled reports."""
    views = [_view(report, title, str(number)) for number, (title, report) in enumerate(reports)]
    return _environment().get_template("page.html").render(views=views, open=True)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__package__ or "attribution.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    environment.filters["reasons"] = _reasons
    return environment


def _view(report: ReportData, title: str | None, place: str) -> dict[str, Any]:
    """Collect what the templates show; they only lay it out. ``place`` tells reports of one text on one page apart."""
    digest = blake2s(report.text.encode("utf-8", "surrogatepass"), person=place.encode()[:8], digest_size=5)
    attributions = {attribution.id: attribution for attribution in report.attributions}
    summary = summarize(report)
    return {
        "id": f"attribution-{digest.hexdigest()}",
        "title": title,
        "report": report,
        "summary": summary,
        "explanation": describe(report),
        "blocks": list(_blocks(report)),
        "rows": [
            (claim, [source for name in claim.attributions if (source := attributions[name].source) is not None])
            for claim in report.claims
        ],
        "levels": _levels(report.claims),
        "describe_source": describe_source,
        "layers": _layers,
        "covered": _covered(report.claims),
    }


def _blocks(report: ReportData) -> Iterator[Block]:
    paragraphs = [(match.start(), match.end()) for match in _PARAGRAPH.finditer(report.text)]
    starts = [start for start, _ in paragraphs]
    pieces: list[list[Piece]] = [[] for _ in paragraphs]
    for piece in cut(report.text, find_marks(report), (edge for ends in paragraphs for edge in ends)):
        index = bisect_right(starts, piece.start) - 1
        # What lies between two paragraphs is a line break.
        if index >= 0 and piece.start < paragraphs[index][1]:
            pieces[index].append(piece)
    claims: list[list[int]] = [[] for _ in paragraphs]
    for number, claim in enumerate(report.claims):
        if claim.spans and paragraphs:
            claims[max(0, bisect_right(starts, claim.spans[0].start) - 1)].append(number)
    kinds = ["body"] * len(paragraphs)
    for sentence in reversed(report.sentences):
        index = bisect_right(starts, sentence.start) - 1
        if index >= 0:
            kinds[index] = sentence.kind
    for kind, parts, numbers in zip(kinds, pieces, claims, strict=True):
        yield Block(kind, tuple(parts), tuple(numbers))


def _layers(piece: Piece) -> dict[str, Any]:
    """Say which layers a piece shows and how; of several marks of one layer the innermost decides."""
    inner: dict[str, Mark] = {mark.layer: mark for mark in piece.marks}
    contents = [mark for mark in piece.marks if mark.layer == "content"]
    labels = [mark.label for mark in reversed(piece.marks) if mark.layer != "claim"]
    return {
        "depth": min(3, len(contents)),
        "opens": any(mark.start == piece.start for mark in contents),
        "closes": any(mark.end == piece.end for mark in contents),
        "source": inner["source"].kind if "source" in inner else None,
        "cue": inner["cue"].kind if "cue" in inner else None,
        "hedge": "hedge" in inner,
        "loaded": "loaded" in inner,
        "title": "\n".join(dict.fromkeys(labels)),
        "claims": [mark.kind for mark in piece.marks if mark.layer == "claim"],
    }


def _covered(claims: Sequence[Claim]) -> dict[str, int]:
    """Number the claims; ids come from outside and may hold anything, numbers can stand in a style sheet."""
    return {claim.id: number for number, claim in enumerate(claims)}


def _levels(claims: Sequence[Claim]) -> list[tuple[str, int]]:
    found = [claim.sourcing.level for claim in claims]
    return [(level, found.count(level)) for level in ("strong", "moderate", "weak", "none") if level in found]


def _reasons(score: Score) -> str:
    """Write a score with its factors in plain lines, as a tooltip."""
    lines = [f"{score.value:.2f} {score.level}", *(f"{factor.effect:+.2f} {factor.reason}" for factor in score.factors)]
    return "\n".join(lines)
