"""What the HTML of a report shows, worked out beforehand: the templates only lay it out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from re import compile as pattern
from types import MappingProxyType
from typing import Final

from attrs import frozen

from .course import Course, plot_course
from .explain import describe
from .marks import Mark, Piece, cut, describe_source, find_marks, finding_marks
from .records import Attribution, Claim, Finding, Hedge, ReportData, Severity, Source, Span, Summary
from .summary import claim_sources, summarize

_PARAGRAPH: Final = pattern(r"[^\r\n]+")
_SIGNS: Final[Mapping[Severity, str]] = MappingProxyType({"info": "●", "warning": "▲", "error": "■"})


@frozen
class Voucher:
    """A source of a claim: its words, how well it is identified, and who it is in words."""

    words: str
    identification: str
    described: str


@frozen
class Line:
    """A claim with its place among the claims and what its ids and indices stand for.

    Ids come from outside and may hold anything; the number can stand in a style sheet.
    """

    number: int
    claim: Claim
    vouchers: tuple[Voucher, ...]
    hedges: tuple[Hedge, ...] = ()


@frozen
class Note:
    """A finding with its place among the findings, its rule in words, and the sign of its severity."""

    number: int
    finding: Finding
    rule: str
    sign: str


@frozen
class Layers:
    """How a piece of the text looks.

    ``classes`` are those of the whole piece, ``loaded`` those of its loaded wording; the other layers give their
    category, and ``is_flagged`` says whether there is a finding of some weight. ``opens`` and ``closes`` say whether
    what somebody says begins or ends with the piece. ``title`` says all layers in words; ``starts`` are the ids of the
    claims that begin here, ``claims`` the numbers of all claims that it is in.
    """

    classes: str
    source: str | None
    cue: str | None
    hedge: str | None
    loaded: str | None
    is_flagged: bool
    opens: bool
    closes: bool
    title: str
    starts: str
    claims: tuple[int, ...]


@frozen
class Part:
    """A piece of the text and how it looks."""

    text: str
    layers: Layers


@frozen
class Block:
    """A paragraph of the text: its kind, its pieces, the claims and findings that begin in it.

    ``claims`` are the numbers of all the claims that have words in it.
    """

    kind: str
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    claims: frozenset[int]


@frozen
class Share:
    """A part of a bar: how many it stands for, the level whose colour it has, and what it says."""

    number: int
    tone: str
    words: str


@frozen
class View:
    """All that the page of a report shows; no claim goes on from one stretch of paragraphs into another."""

    title: str | None
    warnings: tuple[str, ...]
    explanation: str
    levels: tuple[Share, ...]
    identifications: tuple[Share, ...]
    speakers: tuple[Share, ...]
    course: Course
    stretches: tuple[tuple[Block, ...], ...]
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


def make_view(report: ReportData, findings: Sequence[Finding] = (), title: str | None = None) -> View:
    """Work out what the page of a report shows.

    Args:
        report: Any report.
        findings: What newsroom rules find in it.
        title: What to call it, such as the name of its file.
    """
    lines = find_lines(report.claims, report.attributions, report.hedges)
    notes = tuple(
        Note(number, finding, finding.rule.replace("-", " "), _SIGNS[finding.severity])
        for number, finding in enumerate(findings)
    )
    summary = summarize(report)
    return View(
        title=title,
        warnings=report.warnings,
        explanation=describe(report),
        levels=tuple(_levels(summary)),
        identifications=tuple(_identifications(summary)),
        speakers=tuple(_speakers(report)),
        course=plot_course(report.claims),
        stretches=tuple(_stretches(list(_blocks(report, lines, notes)))),
        lines=lines,
        notes=notes,
    )


def find_lines(
    claims: Iterable[Claim], attributions: Iterable[Attribution], hedges: tuple[Hedge, ...] = ()
) -> tuple[Line, ...]:
    """Number claims and look up their sources and hedges.

    Args:
        claims: Claims of one report.
        attributions: All attributions of that report.
        hedges: All hedges of that report; without them, the lines have none.
    """
    known = {attribution.id: attribution for attribution in attributions}
    return tuple(
        Line(
            number,
            claim,
            tuple(_voucher(source) for source in claim_sources(claim, known)),
            tuple(hedges[index] for index in claim.hedges) if hedges else (),
        )
        for number, claim in enumerate(claims)
    )


def _voucher(source: Source) -> Voucher:
    words = " … ".join(span.text for span in source.spans)
    return Voucher(words, source.identification, describe_source(source))


def _levels(summary: Summary) -> Iterator[Share]:
    levels = summary.sourcing_levels
    numbers = (levels.strong, levels.moderate, levels.weak, levels.none)
    return _bar(numbers, ("strong", "moderate", "weak", "none"))


def _identifications(summary: Summary) -> Iterator[Share]:
    shares = summary.identification
    numbers = (round(share * summary.claims) for share in (shares.named, shares.role, shares.vague, shares.none))
    return _bar(numbers, ("named", "by role", "vague", "nobody"))


def _speakers(report: ReportData) -> Iterator[Share]:
    found = Counter(entity.identification for entity in report.sources)
    numbers = (found["named"], found["role"], found["vague"], found["none"])
    return _bar(numbers, ("named", "by role", "vague", "unknown"))


def _bar(numbers: Iterable[int], names: Iterable[str]) -> Iterator[Share]:
    """Name the parts of a bar, from the best to the worst; empty ones are left out."""
    for number, name, tone in zip(numbers, names, ("strong", "moderate", "weak", "none"), strict=True):
        if number:
            yield Share(number, tone, f"{number} {name}")


def _blocks(report: ReportData, lines: tuple[Line, ...], notes: tuple[Note, ...]) -> Iterator[Block]:
    paragraphs = [(match.start(), match.end()) for match in _PARAGRAPH.finditer(report.text)]
    starts = [start for start, _ in paragraphs]

    def paragraph(offset: int) -> int:
        return bisect_right(starts, offset) - 1

    layout = _Layout(lines, notes)
    marks = [*find_marks(report), *finding_marks([note.finding for note in notes])]
    parts: list[list[Part]] = [[] for _ in paragraphs]
    for piece in cut(report.text, marks, (edge for ends in paragraphs for edge in ends)):
        index = paragraph(piece.start)
        # What lies between two paragraphs is a line break.
        if index >= 0 and piece.start < paragraphs[index][1]:
            parts[index].append(Part(piece.text, layout.layers(piece)))
    own_lines: list[list[Line]] = [[] for _ in paragraphs]
    own_notes: list[list[Note]] = [[] for _ in paragraphs]
    if paragraphs:
        for line in lines:
            own_lines[max(0, paragraph(_begin(line.claim.spans)))].append(line)
        for note in notes:
            own_notes[max(0, paragraph(_begin(note.finding.spans)))].append(note)
    kinds = ["body"] * len(paragraphs)
    for sentence in reversed(report.sentences):
        index = paragraph(sentence.start)
        if index >= 0:
            kinds[index] = sentence.kind
    for index, kind in enumerate(kinds):
        yield Block(
            kind,
            parts=tuple(parts[index]),
            lines=tuple(own_lines[index]),
            notes=tuple(own_notes[index]),
            claims=frozenset(number for part in parts[index] for number in part.layers.claims)
            | {line.number for line in own_lines[index]},
        )


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Keep paragraphs together that share a claim."""
    last = {number: index for index, block in enumerate(blocks) for number in block.claims}
    first = end = 0
    for index, block in enumerate(blocks):
        end = max([end, *(last[number] for number in block.claims)])
        if index == end:
            yield tuple(blocks[first : index + 1])
            first = end = index + 1


def _begin(spans: tuple[Span, ...]) -> int:
    return spans[0].start if spans else 0


class _Layout:
    """Says how the pieces of one text look."""

    def __init__(self, lines: tuple[Line, ...], notes: tuple[Note, ...]) -> None:
        self.numbers: Mapping[str, int] = {line.claim.id: line.number for line in lines}
        self.serious = {str(note.number) for note in notes if note.finding.severity != "info"}
        self.firsts = {
            (line.claim.id, line.claim.spans[0].start, line.claim.spans[0].end) for line in lines if line.claim.spans
        }

    def layers(self, piece: Piece) -> Layers:
        """Say which layers a piece shows and how; of several marks of one layer the innermost decides."""
        inner = {mark.layer: mark.kind for mark in piece.marks}
        claims = [mark for mark in piece.marks if mark.layer == "claim"]
        contents = [mark for mark in piece.marks if mark.layer == "content"]
        flags = [mark for mark in piece.marks if mark.layer == "finding"]
        opens = any(mark.start == piece.start for mark in contents)
        closes = any(mark.end == piece.end for mark in contents)
        labels = [mark.label for mark in reversed(piece.marks) if mark.layer != "claim"]
        numbers = [self.numbers[mark.kind] for mark in claims]
        starting = [mark.kind for mark in claims if mark.start == piece.start and self._is_first(mark)]
        content = _content(len(contents), opens, closes)
        return Layers(
            classes=" ".join(["piece", *content, *_flags(flags), *_claims(numbers)]),
            source=inner.get("source"),
            cue=inner.get("cue"),
            hedge=inner.get("hedge"),
            loaded=_loaded(piece),
            # A mere remark is shown in the margin, and in the text only when somebody points at it.
            is_flagged=any(mark.kind in self.serious for mark in flags),
            opens=opens,
            closes=closes,
            title="\n".join(dict.fromkeys(labels)),
            starts=" ".join(dict.fromkeys(starting)),
            claims=tuple(numbers),
        )

    def _is_first(self, mark: Mark) -> bool:
        return (mark.kind, mark.start, mark.end) in self.firsts


def _flags(flags: Sequence[Mark]) -> Iterator[str]:
    """Name the findings of a piece."""
    for number in dict.fromkeys(mark.kind for mark in flags):
        yield f"flag-{number}"


def _claims(numbers: Sequence[int]) -> Iterator[str]:
    """Name the claims of a piece; the innermost owns it."""
    for number in numbers:
        yield f"in-{number}"
    if numbers:
        yield f"own-{numbers[-1]}"


def _content(depth: int, opens: bool, closes: bool) -> Iterator[str]:
    if depth:
        yield from ("content", f"depth{min(3, depth)}")
    if opens:
        yield "opens"
    if closes:
        yield "closes"


def _loaded(piece: Piece) -> str | None:
    """Return the classes of loaded wording; an expression that others cut into pieces is framed as one."""
    found = [mark for mark in piece.marks if mark.layer == "loaded"]
    if not found:
        return None
    begins = ["begins"] if any(mark.start == piece.start for mark in found) else []
    ends = ["ends"] if any(mark.end == piece.end for mark in found) else []
    return " ".join(["loaded", f"voice-{found[-1].kind}", *begins, *ends])
