"""Hearsay: words that nobody stands behind, and words that came through too many mouths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from attribution.desk.article import Article, name_of
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.words import first_word, head_of, holds_any, words_of
from attribution.report.records import Attribution, Source, Span

# Who they are is not known, and so not whether they are one more.
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who"})
# "Some of the women" are of a group that the text knows.
_PARTITIVE: Final = re.compile(r"\bof (?:the|these|those|them|you|us|his|her|their|our|my|its)\b", re.IGNORECASE)


@frozen
class Weasel(Predicate):
    """A crowd that nobody can ask ("critics", "some") as the source of a claim, and nobody of it named nearby.

    Attributes:
        quantifiers: Words that begin such a source, or are all of it.
        nouns: Such people, in the plural.
        quoted: Those of them of whom somebody who is quoted just before or behind may be one.
        specified: Words in or behind it that say who is meant.
        reach: In how many sentences behind it somebody new with a name may speak for them.
        cues: The words of cues by which a crowd speaks or thinks.
        least_words: How many words what is said must have to be a claim.
    """

    words = ("weasel",)

    quantifiers: tuple[str, ...]
    nouns: tuple[str, ...]
    quoted: tuple[str, ...]
    specified: tuple[str, ...]
    reach: int
    cues: tuple[str, ...]
    least_words: int

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such sources in the writer's own voice."""
        for attribution in article.report.attributions:
            source = attribution.source
            if source is None or source.identification != "vague" or source.kind != "group" or source.anonymous:
                continue
            span = source.spans[0]
            if not self._is_claim(attribution) or not self._is_crowd(span.text) or not article.is_own(span):
                continue
            if article.is_in(span, ("body", "caption")) and not self._is_specified(span, article):
                yield Hit(source.spans, {"weasel": name_of(source)})

    def _is_claim(self, attribution: Attribution) -> bool:
        if sum(len(words_of(span.text)) for span in attribution.content) < self.least_words:
            return False
        return any(holds_any(cue.text, self.cues) for cue in attribution.cue)

    def _is_crowd(self, text: str) -> bool:
        if _PARTITIVE.search(text):
            return False
        return first_word(text) in self.quantifiers or head_of(text) in self.nouns

    def _is_specified(self, span: Span, article: Article) -> bool:
        """Say whether the text says whom it means, or lets one of them speak in the sentences that follow."""
        place = article.sentence_at(span.start)
        if holds_any(article.text[span.start : article.report.sentences[place].end], self.specified):
            return True
        if any(article.is_first_named(item, span.end) for item in article.spoken_near(place, self.reach)):
            return True
        if head_of(span.text) not in self.quoted:
            return False
        before = article.spoken_near(place - self.reach, self.reach - 1)
        behind = article.spoken_near(place + 1, self.reach - 1)
        return any(map(_is_quotation, (*before, *behind)))


@frozen
class RelayChain(Predicate):
    """A claim that reaches the reader through several mouths: A reports that B says that C said.

    Attributes:
        depth: How many relays are too many.
        cues: The words of cues that pass something on.
    """

    words = ("chain",)

    depth: int
    cues: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through the innermost attributions of such chains."""
        outer = {attribution.parent for attribution in article.report.attributions}
        for attribution in article.report.attributions:
            if attribution.id in outer:
                continue
            chain = self._mouths(attribution, article)
            if len(chain) > self.depth:
                names = " > ".join(name_of(source) for source in chain)
                yield Hit(tuple(source.spans[0] for source in chain), {"chain": names})

    def _mouths(self, attribution: Attribution, article: Article) -> list[Source]:
        """The distinct sources that said it one to the other, outermost first."""
        found: dict[frozenset[str], Source] = {}
        place: Attribution | None = attribution
        while place is not None:
            if place.source is None or not any(holds_any(cue.text, self.cues) for cue in place.cue):
                return []
            if place.source.resolved is None and name_of(place.source).casefold() in _PRONOUNS:
                return []
            # What a crowd says, such as those asked in a poll, is counted, not relayed.
            if found and place.source.kind == "group":
                return []
            # One who is named twice, once with a title, is one.
            name = frozenset(words_of(name_of(place.source)))
            if not any(name <= other or other <= name for other in found):
                found[name] = place.source
            place = article.attributions[place.parent] if place.parent is not None else None
        return list(found.values())[::-1]


def _is_quotation(attribution: Attribution) -> bool:
    source = attribution.source
    return source is not None and source.identification == "named" and attribution.quotation != "indirect"
