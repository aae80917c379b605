"""A report as an editor reads it: looked up by place, paragraph and source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from attribution.desk.statements import Statement
from attribution.report.records import Attribution, Claim, Entity, ReportData, Source, Span

_PARAGRAPH_END: Final = re.compile(r"\n[^\S\n]*\n\s*|\r\n?|\n")
_DOUBLE_MARK: Final = re.compile('["“”]')
# What is quoted as a whole, and the first or last part of what is.
_QUOTED: Final = re.compile('["“]([^"“”]+)["”]?|([^"“”]+)["”]')
_SINGLE: Final = str.maketrans('"“”', "'‘’")
QUOTATION_MARKS: Final = ('"', "'", "“", "”", "‘", "’", "«", "»", "„", "`")


class Article:
    """A report with the look-ups that the rules share, each made when it is first asked for."""

    def __init__(self, report: ReportData) -> None:
        """Keep the report."""
        self.report = report
        self.text = report.text

    @cached_property
    def attributions(self) -> Mapping[str, Attribution]:
        """Attributions by id."""
        return {attribution.id: attribution for attribution in self.report.attributions}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Distinct sources by id."""
        return {entity.id: entity for entity in self.report.sources}

    @cached_property
    def said_by(self) -> Mapping[str, Sequence[Attribution]]:
        """The attributions of each distinct source, in the order of the text."""
        said: defaultdict[str, list[Attribution]] = defaultdict(list)
        for attribution in self.report.attributions:
            if attribution.source is not None and attribution.source.entity is not None:
                said[attribution.source.entity].append(attribution)
        return said

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[Claim]]:
        """The claims in whose chain each attribution stands; a claim without words is none that could be shown."""
        claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in filter(_has_words, self.report.claims):
            for name in claim.attributions:
                claims[name].append(claim)
        return claims

    @cached_property
    def paragraphs(self) -> Sequence[Span]:
        """The paragraphs: stretches between line ends, without the white space around them."""
        found = []
        start = 0
        for end in [*(match.start() for match in _PARAGRAPH_END.finditer(self.text)), len(self.text)]:
            stretch = self.text[start:end]
            if stretch.strip():
                first = start + len(stretch) - len(stretch.lstrip())
                found.append(self.span(first, first + len(stretch.strip())))
            start = end
        return found

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of the text."""
        return Span(start, end, self.text[start:end])

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph that holds an offset, or of the one before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset, or of the one before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def is_in(self, span: Span, kinds: Collection[str]) -> bool:
        """Say whether a span begins in a sentence of one of these kinds."""
        return bool(self.report.sentences) and self.report.sentences[self.sentence_at(span.start)].kind in kinds

    def spoken_near(self, sentence: int, reach: int) -> Iterator[Attribution]:
        """Go through the attributions whose cue stands in a sentence or in the ``reach`` sentences behind it."""
        for place in range(sentence, sentence + reach + 1):
            yield from self._cues.get(place, ())

    def is_first_named(self, attribution: Attribution, offset: int) -> bool:
        """Say whether somebody with a name speaks who was not there before a place in the text."""
        source = attribution.source
        if source is None or source.identification != "named" or source.entity is None:
            return False
        return self.entities[source.entity].mentions[0].start > offset

    def around(self, span: Span) -> Iterator[Attribution]:
        """Go through the attributions whose content holds the beginning of a span, outermost first."""
        for content, attribution in self._contents.get(self.sentence_at(span.start), ()):
            if content.start <= span.start < content.end:
                yield attribution

    def is_quoted(self, span: Span) -> bool:
        """Say whether the words stand in a quotation, ascribed or not, and so are not the writer's."""
        return self._are_marks_open(span.start) or any(
            content.start <= span.start and span.end <= content.end
            for content, attribution in self._contents.get(self.sentence_at(span.start), ())
            if attribution.quotation == "direct" or content.text.startswith(QUOTATION_MARKS)
        )

    def is_said(self, span: Span) -> bool:
        """Say whether somebody vouches for the words: they stand within what the text ascribes to a source."""
        return any(attribution.source is not None for attribution in self.around(span))

    def is_own(self, span: Span) -> bool:
        """Say whether words are the writer's own: neither quoted nor ascribed to a source."""
        return not self.is_said(span) and not self.is_quoted(span)

    def _are_marks_open(self, offset: int) -> bool:
        place = bisect_right(self._marks, offset - 1, key=lambda mark: mark[0]) - 1
        return place >= 0 and self._marks[place][1]

    @cached_property
    def _marks(self) -> Sequence[tuple[int, bool]]:
        """The double quotation marks, each with whether one is open behind it; every paragraph opens its own."""
        marks = []
        for paragraph in self.paragraphs:
            marks.append((paragraph.start - 1, False))
            curly, straight = 0, False
            for match in _DOUBLE_MARK.finditer(self.text, paragraph.start, paragraph.end):
                if match.group() == '"':
                    straight = not straight
                else:
                    curly = curly + 1 if match.group() == "“" else max(0, curly - 1)
                marks.append((match.start(), straight or curly > 0))
        return marks

    @cached_property
    def statements(self) -> Sequence[Statement]:
        """The claims as what they say."""
        return [Statement.of(claim) for claim in filter(_has_words, self.report.claims)]

    @cached_property
    def _contents(self) -> Mapping[int, Sequence[tuple[Span, Attribution]]]:
        """What is ascribed in each sentence, so that a look-up does not go through the whole text."""
        contents: defaultdict[int, list[tuple[Span, Attribution]]] = defaultdict(list)
        for attribution in self.report.attributions:
            for content in attribution.content:
                for sentence in range(self.sentence_at(content.start), self.sentence_at(content.end) + 1):
                    contents[sentence].append((content, attribution))
        return contents

    @cached_property
    def _cues(self) -> Mapping[int, Sequence[Attribution]]:
        """The attributions by the sentence of their cue."""
        cues: defaultdict[int, list[Attribution]] = defaultdict(list)
        for attribution in self.report.attributions:
            for cue in attribution.cue:
                cues[self.sentence_at(cue.start)].append(attribution)
        return cues

    @cached_property
    def _paragraph_starts(self) -> Sequence[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> Sequence[int]:
        return [sentence.start for sentence in self.report.sentences]


def name_of(source: Source) -> str:
    """Return the words that name a source in this place, on one line."""
    return shortened(" ".join(span.text for span in source.spans))


def shortened(text: str, limit: int = 70) -> str:
    """Return a text as a message quotes it, on one line, cut where it is long.

    Double marks around it go, since the message has its own; those inside it become single ones.
    """
    line = " ".join(text.split())
    if quoted := _QUOTED.fullmatch(line):
        line = (quoted[1] or quoted[2]).rstrip(",")
    line = line.translate(_SINGLE)
    return line if len(line) <= limit else f"{line[:limit].rsplit(' ', 1)[0]} …"


def _has_words(claim: Claim) -> bool:
    """Say whether a claim has a place in the text; in a report that somebody else wrote it may have none."""
    return bool(claim.spans)
