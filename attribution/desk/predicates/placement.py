"""Where sources stand: whether a reader can find out who "he" is, how far away, and how much is left to one voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from attribution.desk.article import Article, name_of, shortened
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.words import WORD
from attribution.report.records import Attribution, Span
from attribution.report.summary import claim_sources, count_words

# Capitalized words that stand for nobody.
_NOBODY: Final = frozenset(
    """I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December""".split()
)
# Words of so few letters that end in "s" are no plurals of people: "this", "does".
_SHORT: Final = 4


@frozen
class Unresolved(Predicate):
    """A pronoun as a source, with nobody before it that it could stand for.

    Attributes:
        pronouns: The pronouns, in lower case.
        reach: In how many sentences before it somebody may stand.
    """

    words = ("pronoun",)

    pronouns: tuple[str, ...]
    reach: int

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such pronouns outside of quotations."""
        for attribution in article.report.attributions:
            source = attribution.source
            if source is None or source.resolved is not None or name_of(source).casefold() not in self.pronouns:
                continue
            if not article.is_quoted(source.spans[0]) and not self._has_candidate(source.spans[0], article):
                yield Hit(source.spans, {"pronoun": name_of(source)})

    def _has_candidate(self, pronoun: Span, article: Article) -> bool:
        """Say whether a name stands before it, which is no first word of a sentence, or for "they" a plural."""
        offset, is_plural = pronoun.start, pronoun.text.casefold() == "they"
        place = article.sentence_at(offset)
        for sentence in article.report.sentences[max(0, place - self.reach) : place + 1]:
            matches = WORD.finditer(article.text, sentence.start, min(sentence.end, offset))
            words = [match.group() for match in matches]
            if any(word[0].isupper() and word not in _NOBODY for word in words[1:]):
                return True
            if is_plural and any(word.endswith("s") and len(word) > _SHORT for word in words):
                return True
        return False


@frozen
class Distant(Predicate):
    """An attribution that comes long after, or long before, what it covers.

    Attributes:
        sentences: How many sentences away is still near.
        confidence: The least confidence of the attribution, in [0, 1].
    """

    words = ("cue", "distance", "content")

    sentences: int
    confidence: float

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such attributions."""
        for attribution in article.report.attributions:
            if not attribution.content or not attribution.cue or attribution.cue_kind != "verb":
                continue
            if attribution.confidence < self.confidence:
                continue
            content, distance = self._farthest(attribution, article)
            if distance > self.sentences and not self._goes_on(attribution, content, article):
                cue = attribution.cue[0]
                words = {"cue": cue.text, "distance": str(distance), "content": shortened(content.text, 40)}
                yield Hit((content, cue), words)

    @staticmethod
    def _goes_on(attribution: Attribution, content: Span, article: Article) -> bool:
        """Say whether the same source spoke in the sentence before, so that a reader knows who goes on."""
        if attribution.source is None or attribution.source.entity is None:
            return False
        before = article.spoken_near(article.sentence_at(content.start) - 1, 0)
        return any(item.source is not None and item.source.entity == attribution.source.entity for item in before)

    @staticmethod
    def _farthest(attribution: Attribution, article: Article) -> tuple[Span, int]:
        """The part of the content that is farthest from the cue, and how many sentences a reader goes through."""
        cue = attribution.cue[0].start
        place, paragraph = article.sentence_at(cue), article.paragraph_at(cue)
        farthest, distance = attribution.content[0], 0
        known = place
        for content in attribution.content:
            start = article.sentence_at(content.start)
            gap = start - known if start > known else place - start
            known = max(known, article.sentence_at(content.end - 1))
            # What stands in another paragraph goes on from a cue of its own, or is displayed.
            is_here = article.paragraph_at(content.start) <= paragraph <= article.paragraph_at(content.end - 1)
            if is_here and gap > distance:
                farthest, distance = content, gap
        return farthest, distance


@frozen
class OneVoice(Predicate):
    """One source that most of what is ascribed in a long article rests on.

    Attributes:
        share: The share of the ascribed claims, in [0, 1], that is too much.
        least_words: How many words make a long article.
        least_claims: How many ascribed claims it must have.
    """

    words = ("source", "share", "count", "total")

    share: float
    least_words: int
    least_claims: int

    def find(self, article: Article) -> Iterator[Hit]:
        """Find the one source, if there is one."""
        if count_words(article.text) < self.least_words:
            return
        parts: Counter[str] = Counter()
        total = 0
        for claim in article.report.claims:
            names = {source.entity for source in claim_sources(claim, article.attributions) if source.entity}
            parts.update(names)
            total += bool(names)
        for name, count in parts.most_common(1):
            if total >= self.least_claims and count > self.share * total:
                entity = article.entities[name]
                words = {"share": f"{count / total:.0%}", "count": str(count), "total": str(total)}
                yield Hit(entity.mentions[:1], {"source": shortened(entity.name), **words})
