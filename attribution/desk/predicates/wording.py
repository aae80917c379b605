"""Wording that takes a side in the writer's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from attrs import frozen

from attribution.desk.article import QUOTATION_MARKS, Article, name_of, shortened
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.words import first_word, found_in, holds_any, last_word, lies_within, words_of
from attribution.report.records import Attribution, Span

# Words that make a cue one of something not said: "to admit", "won't claim".
_NOT_DONE: Final = frozenset("able won't cannot can't could would should must might may didn't doesn't".split())
# Words behind which a form such as "claim" is a noun.
_NOUN_FOLLOWS: Final = frozenset("a any her his its no my our such the their these this those your".split())
_NOUN_PRECEDES: Final = frozenset({"is", "was", "are", "were"})
# How many characters are near a word.
_NEAR: Final = 20


@frozen
class TakesSides(Predicate):
    """A cue that takes sides where "said" would do.

    Attributes:
        cues: The forms that count, in lower case.
        unless: Words behind the cue with which it is the plain one: claim *responsibility*.
        speakers: The kinds of sources that count: a study may well *reveal*.
        least_words: How many words what is said must have to be a statement.
    """

    words = ("cue", "source")

    cues: tuple[str, ...]
    unless: tuple[str, ...]
    speakers: tuple[str, ...]
    least_words: int

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such cues in the writer's own words."""
        for attribution in article.report.attributions:
            source = attribution.source
            cue = self._cue(attribution, article)
            if source is None or source.kind not in self.speakers or cue is None or not self._is_statement(attribution):
                continue
            behind = article.text[cue.end : cue.end + _NEAR]
            if article.is_own(cue) and not holds_any(behind, self.unless):
                yield Hit((cue,), {"cue": cue.text, "source": name_of(source)})

    def _cue(self, attribution: Attribution, article: Article) -> Span | None:
        """The word of the cue that takes sides: the *admitted* of "has also admitted"."""
        for cue in attribution.cue if attribution.cue_kind == "verb" else ():
            words = words_of(cue.text)
            if _NOT_DONE.isdisjoint(words) and first_word(cue.text) != "to":
                for match in found_in(cue.text, self.cues):
                    word = article.span(cue.start + match.start(), cue.start + match.end())
                    if not _is_noun(word, article):
                        return word
        return None

    def _is_statement(self, attribution: Attribution) -> bool:
        return sum(len(words_of(span.text)) for span in attribution.content) >= self.least_words


@frozen
class LoadedWords(Predicate):
    """Loaded words of some kinds in the writer's own voice; those of one sentence make one finding.

    Attributes:
        kinds: The kinds of loaded wording that count.
        shields: Longer phrases in which they do not count: *terrorist attack*.
        naming: Words before them that say whose they are: *called* a terrorist.
        confidence: The least confidence of the finding, in [0, 1].
    """

    words = ("loaded",)

    kinds: tuple[str, ...]
    shields: tuple[str, ...]
    naming: tuple[str, ...]
    confidence: float

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such words."""
        for _, group in groupby(self._loaded(article), lambda span: article.sentence_at(span.start)):
            spans = tuple(group)
            yield Hit(spans, {"loaded": "”, “".join(dict.fromkeys(span.text for span in spans))})

    def _loaded(self, article: Article) -> Iterator[Span]:
        for loaded in article.report.loaded:
            span = loaded.span
            if loaded.kind not in self.kinds or loaded.voice != "writer" or loaded.confidence < self.confidence:
                continue
            before = article.text[max(0, span.start - _NEAR) : span.start]
            if holds_any(before, self.naming) or lies_within(span, article.text, self.shields):
                continue
            if article.is_own(span) and not _is_marked(span, article):
                yield span


@frozen
class ScareQuotes(Predicate):
    """A few words in quotation marks that are nobody's quotation.

    Attributes:
        most_words: How many words at the most.
        naming: Words before them that make them a term, a name or a report: *called* "clean coal".
        explaining: Words behind them that say what they mean.
    """

    words = ("quoted",)

    most_words: int
    naming: tuple[str, ...]
    explaining: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such words."""
        speaking = {article.sentence_at(cue.start) for item in article.report.attributions for cue in item.cue}
        for loaded in article.report.loaded:
            span = loaded.span
            if loaded.kind != "distancing" or loaded.voice != "writer" or not _is_marked(span, article):
                continue
            if article.sentence_at(span.start) in speaking or article.is_said(span) or not self._is_plain(span.text):
                continue
            before = article.text[max(0, span.start - 2 * _NEAR) : span.start]
            behind = article.text[span.end : span.end + _NEAR]
            if not holds_any(before, self.naming) and not holds_any(behind, self.explaining):
                yield Hit((span,), {"quoted": shortened(span.text)})

    def _is_plain(self, text: str) -> bool:
        """Say whether these are a few common words: no title, no figure, no part of a sentence."""
        words = words_of(text)
        return 0 < len(words) <= self.most_words and text.islower() and not any(c in text for c in ",.;:0123456789")


def _is_noun(word: Span, article: Article) -> bool:
    """Say whether a form that is both is a noun here: "the claim", "his boldest claim is"."""
    before = last_word(article.text[max(0, word.start - _NEAR) : word.start])
    behind = first_word(article.text[word.end : word.end + _NEAR])
    if before in _NOUN_FOLLOWS or before.endswith("'s"):
        return True
    return not word.text.endswith(("ed", "ing")) and behind in _NOUN_PRECEDES


def _is_marked(span: Span, article: Article) -> bool:
    """Say whether quotation marks stand around a span, or at its ends."""
    before = article.text[max(0, span.start - 1) : span.start + 1]
    return any(character in QUOTATION_MARKS for character in before)
