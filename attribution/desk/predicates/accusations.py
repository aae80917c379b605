"""Accusations of crimes that the writer makes in the writer's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from attribution.desk.article import Article
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.words import found_in, holds_any
from attribution.report.records import Claim

_NAME: Final = r"[A-Z][\w-]+(?:\s+(?:[A-Z]\.?\s+)?[A-Z][\w-]+)*"
# A word of a noun phrase: none that ends one.
_NOUN: Final = r"(?!(?:and|at|by|for|from|had|has|he|in|of|on|or|she|that|to|was|were|which|who|with)\b)[a-z][\w-]*"
# Somebody, by a name, a pronoun or an office, with at most an apposition, adverbs and auxiliaries up to the end.
_SUBJECT: Final = re.compile(
    rf"\b(?P<name>[Tt]he\s+(?:{_NOUN}\s+){{0,2}}{_NOUN}(?:\s+of\s+{_NAME})?|{_NAME}|[Hh]e|[Ss]he)"
    r"(?:,[^,;.]{1,60},)?(?:,?\s+(?:who|had|has|have|then|later|also|once|twice|\w+ly)){0,3}\s+$"
)
# Within how many characters before a crime the name stands.
_NEAR: Final = 200
_PASSIVE: Final = re.compile(r"\b(?:am|is|are|was|were|be|been|being|get|gets|got)(?:\s+\w+ly)?\s*$")


@frozen
class Accusation(Predicate):
    """A crime that a claim with no source says somebody has committed.

    Attributes:
        crimes: What is done, in the forms that say it was done.
        guards: Words in the same sentence, or the ones beside it, that say it is charged, proved or denied.
    """

    words = ("crime", "name")

    crimes: tuple[str, ...]
    guards: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such claims."""
        for claim in article.report.claims:
            if not claim.attributions and not claim.hedges and not self._is_guarded(claim, article):
                yield from self._accusations(claim, article)

    def _accusations(self, claim: Claim, article: Article) -> Iterator[Hit]:
        for span in claim.spans:
            for match in found_in(span.text, self.crimes):
                near = max(0, match.start() - _NEAR)
                before = span.text[near : match.start()]
                names = list(_SUBJECT.finditer(before))
                crime = article.span(span.start + match.start(), span.start + match.end())
                if names and not _PASSIVE.search(before) and article.is_own(crime):
                    offset = span.start + near
                    name = article.span(offset + names[-1].start("name"), offset + names[-1].end("name"))
                    yield Hit((name, crime), {"crime": crime.text, "name": name.text})
                    return

    def _is_guarded(self, claim: Claim, article: Article) -> bool:
        near = article.report.sentences[max(0, claim.sentence - 1) : claim.sentence + 2]
        return any(holds_any(sentence.text, self.guards) for sentence in near)
