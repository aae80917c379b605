"""Wording that takes a side in the writer's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from attribution.desk.article import QUOTATION_MARKS, Article, name_of, shortened
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.words import holds_any, words_of
from attribution.report.records import Attribution, Span


@frozen
class TakesSides(Predicate):
    """A cue that takes sides where "said" would do.

    Attributes:
        cues: The forms that count, in lower case.
        unless: Words at the beginning of what is said after which the cue is the plain one: claim *responsibility*.
        least_words: How many words what is said must have to be a statement.
    """

    words: ClassVar = ("cue", "source")

    cues: tuple[str, ...]
    unless: tuple[str, ...]
    least_words: int

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such cues in the writer's own words."""
        for attribution in article.report.attributions:
            source = attribution.source
            if source is None or attribution.cue_kind != "verb" or not self._is_statement(attribution):
                continue
            cue = self._cue(attribution)
            if cue is not None and not article.is_quoted(cue):
                yield Hit((cue,), {"cue": cue.text, "source": name_of(source)})

    def _cue(self, attribution: Attribution) -> Span | None:
        return next((cue for cue in attribution.cue if set(words_of(cue.text)) & set(self.cues)), None)

    def _is_statement(self, attribution: Attribution) -> bool:
        if not attribution.content:
            return False
        said = words_of(" ".join(span.text for span in attribution.content))
        opening = " ".join(said[:4])
        return len(said) >= self.least_words and not holds_any(opening, self.unless)


@frozen
class LoadedLabel(Predicate):
    """A loaded name for people or things, in the writer's own voice.

    Attributes:
        kinds: The kinds of loaded wording that count.
        unless: Words that are no label where they stand before or behind: terrorist *attack*.
        confidence: The least confidence of the finding, in [0, 1].
    """

    words: ClassVar = ("label",)

    kinds: tuple[str, ...]
    unless: tuple[str, ...]
    confidence: float

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such words."""
        for loaded in article.report.loaded:
            span = loaded.span
            if loaded.kind not in self.kinds or loaded.voice != "writer" or loaded.confidence < self.confidence:
                continue
            around = article.text[max(0, span.start - 20) : span.end + 20]
            if article.is_own(span) and not holds_any(around, self.unless) and not _is_marked(span, article):
                yield Hit((span,), {"label": span.text})


@frozen
class ScareQuotes(Predicate):
    """A few words in quotation marks that are nobody's quotation.

    Attributes:
        most_words: How many words at the most.
        naming: Words before them that make them a term or a name: *called* "clean coal".
    """

    words: ClassVar = ("quoted",)

    most_words: int
    naming: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such words."""
        speaking = {article.sentence_at(cue.start) for item in article.report.attributions for cue in item.cue}
        for loaded in article.report.loaded:
            span = loaded.span
            if loaded.kind != "distancing" or loaded.voice != "writer" or not _is_marked(span, article):
                continue
            if len(words_of(span.text)) > self.most_words or article.sentence_at(span.start) in speaking:
                continue
            before = article.text[max(0, span.start - 40) : span.start]
            if not article.is_said(span) and not holds_any(before, self.naming):
                yield Hit((span,), {"quoted": shortened(span.text)})


def _is_marked(span: Span, article: Article) -> bool:
    """Say whether quotation marks stand around a span, or at its ends."""
    before = article.text[max(0, span.start - 1) : span.start + 1]
    return any(character in QUOTATION_MARKS for character in before)
