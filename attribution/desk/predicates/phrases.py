"""Words that a newsroom keeps on a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from attribution.desk.article import Article
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.words import found_in, lies_within
from attribution.report.records import Span


@frozen
class Phrase(Predicate):
    """Given words.

    Attributes:
        phrases: The words, without regard to case.
        shields: Longer phrases in which they do not count.
        kinds: In which kinds of sentences they count.
        voice: Where they count: only in the writer's own voice, neither quoted nor ascribed to a source (``writer``),
            also in what is ascribed but not quoted (``unquoted``), or anywhere (``any``).
    """

    words = ("phrase",)

    phrases: tuple[str, ...]
    shields: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("body", "heading", "caption")
    voice: Literal["writer", "unquoted", "any"] = "writer"

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through the words."""
        for match in found_in(article.text, self.phrases):
            span = article.span(*match.span())
            if lies_within(span, article.text, self.shields):
                continue
            if article.is_in(span, self.kinds) and self._is_in_voice(span, article):
                yield Hit((span,), {"phrase": span.text})

    def _is_in_voice(self, span: Span, article: Article) -> bool:
        if self.voice == "writer":
            return article.is_own(span)
        return self.voice == "any" or not article.is_quoted(span)
