"""Hearsay: words that nobody stands behind, and words that came through too many mouths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import frozen

from attribution.desk.article import Article, name_of
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.words import found_in, holds_any
from attribution.report.records import Attribution, Source


@frozen
class Phrase(Predicate):
    """Given words in the writer's own voice: neither quoted nor ascribed to a source.

    Attributes:
        phrases: The words, without regard to case.
        shields: Longer phrases in which they do not count.
        kinds: In which kinds of sentences they count.
    """

    words: ClassVar = ("phrase",)

    phrases: tuple[str, ...]
    shields: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("body", "heading", "caption")

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through the words."""
        shielded = [match.span() for match in found_in(article.text, self.shields)]
        for match in found_in(article.text, self.phrases):
            span = article.span(*match.span())
            if any(start <= span.start and span.end <= end for start, end in shielded):
                continue
            if article.is_in(span, self.kinds) and article.is_own(span):
                yield Hit((span,), {"phrase": span.text})


@frozen
class Weasel(Predicate):
    """A group that nobody can ask ("critics", "some") as the source of a claim.

    Attributes:
        specified: Words behind it that say who is meant.
        reach: How many characters behind it they may stand.
    """

    words: ClassVar = ("weasel",)

    specified: tuple[str, ...]
    reach: int

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through the hedges of this kind in the writer's own voice."""
        for hedge in article.report.hedges:
            span = hedge.span
            if hedge.kind != "weasel" or not article.is_in(span, ("body",)) or not article.is_own(span):
                continue
            if not holds_any(article.text[span.end : span.end + self.reach], self.specified):
                yield Hit((span,), {"weasel": span.text})


@frozen
class RelayChain(Predicate):
    """A claim that reaches the reader through several mouths: A reports that B says that C said.

    Attributes:
        depth: How many relays are too many.
    """

    words: ClassVar = ("chain",)

    depth: int

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through the innermost attributions of such chains."""
        outer = {attribution.parent for attribution in article.report.attributions}
        for attribution in article.report.attributions:
            if attribution.id in outer:
                continue
            chain = _mouths(attribution, article)
            if len(chain) > self.depth:
                names = " > ".join(name_of(source) for source in chain)
                yield Hit(tuple(source.spans[0] for source in chain), {"chain": names})


def _mouths(attribution: Attribution, article: Article) -> list[Source]:
    """The distinct sources through which a content came, outermost first; empty where one only thinks it."""
    found: dict[str, Source] = {}
    place: Attribution | None = attribution
    while place is not None:
        if place.source is None or place.source.entity is None or place.stance == "belief":
            return []
        found.setdefault(place.source.entity, place.source)
        place = article.attributions[place.parent] if place.parent is not None else None
    return list(found.values())[::-1]
