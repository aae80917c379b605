"""Findings in a terminal: by paragraph, with the words underlined, also where there is no colour."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from attribution.desk.article import Article
from attribution.desk.checked import Checked
from attribution.desk.lines import Lines
from attribution.report.printable import shown
from attribution.report.records import Finding, ReportData, Severity, Span

_STYLES: Final[Mapping[Severity, str]] = MappingProxyType({"info": "cyan", "warning": "yellow", "error": "bold red"})
_PLURALS: Final[Mapping[Severity, str]] = MappingProxyType({"info": "info", "warning": "warnings", "error": "errors"})
_WIDEST: Final = 100
_NARROWEST: Final = 20
_INDENT: Final = 4
_UNDERLINE: Final = "~"


def show(article: Checked, console: Console) -> None:
    """Print the findings of an article, if there are any, each below the paragraph that it begins in."""
    if not article.findings:
        return
    console.print(Text(shown(article.path), style="bold"))
    paragraphs = Article(ReportData(article.text))
    lines = Lines(article.text)
    for index, group in groupby(article.findings, lambda finding: paragraphs.paragraph_at(finding.spans[0].start)):
        findings = tuple(group)
        paragraph = paragraphs.paragraphs[index]
        console.print(Text(f"\n  line {lines.position(paragraph.start).line}, paragraph {index + 1}", style="dim"))
        for line in _underlined(paragraph, findings, console):
            console.print(Text(" " * _INDENT) + line, soft_wrap=True)
        for alike in _alike(findings):
            _show_finding(alike[0], len(alike), console)
    console.print()


def show_total(articles: Sequence[Checked], console: Console) -> None:
    """Print how many findings there are, by severity; nothing where no article could be read."""
    if not articles:
        return
    counts = Counter(finding.severity for article in articles for finding in article.findings)
    files = f"{len(articles)} file{'s' if len(articles) != 1 else ''}"
    if not counts:
        console.print(f"Nothing found in {files}.")
        return
    order: tuple[Severity, ...] = ("error", "warning", "info")
    parts = [f"{counts[name]} {name if counts[name] == 1 else _PLURALS[name]}" for name in order if counts[name]]
    total = sum(counts.values())
    console.print(f"{total} finding{'s' if total != 1 else ''} in {files}: {', '.join(parts)}.")


def _alike(findings: Iterable[Finding]) -> Iterable[Sequence[Finding]]:
    """Put together what says the same of several places in a paragraph."""
    groups: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.rule, finding.message].append(finding)
    return groups.values()


def _show_finding(finding: Finding, places: int, console: Console) -> None:
    head = Text.assemble((finding.severity, _STYLES[finding.severity]), "  ", (finding.rule, "bold"))
    if places > 1:
        head.append(f"  in {places} places")
    body = Text(f"{shown(finding.message)} {finding.remedy}")
    console.print(Text(" " * _INDENT) + head, soft_wrap=True)
    for line in body.wrap(console, _width(console) - 2):
        line.rstrip()
        console.print(Text(" " * (_INDENT + 2)) + line, soft_wrap=True)


def _underlined(paragraph: Span, findings: Iterable[Finding], console: Console) -> Iterator[Text]:
    """The lines of a paragraph, each with a line below it where words are found; the others are left out."""
    text = Text(shown(paragraph.text))
    for finding in findings:
        for span in finding.spans:
            if paragraph.start <= span.start < paragraph.end:
                text.stylize("underline", span.start - paragraph.start, min(span.end, paragraph.end) - paragraph.start)
    is_cut = False
    for line in text.wrap(console, _width(console), tab_size=1):
        line.rstrip()
        below = _below(line)
        if not below:
            is_cut = True
            continue
        if is_cut:
            yield Text("…", style="dim")
        is_cut = False
        yield line
        yield Text(below)
    if is_cut:
        yield Text("…", style="dim")


def _width(console: Console) -> int:
    """How wide a line may be behind the indent."""
    return max(_NARROWEST, min(console.width, _WIDEST) - _INDENT)


def _below(line: Text) -> str:
    """What stands below a line: marks under the underlined characters, as wide as these are."""
    places = {place for span in line.spans for place in range(span.start, span.end)}
    marks = (
        (_UNDERLINE if place in places else " ") * cell_len(character) for place, character in enumerate(line.plain)
    )
    return "".join(marks).rstrip()
