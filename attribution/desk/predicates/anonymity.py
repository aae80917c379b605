"""Unnamed sources: whether a reason is given, what is said about them, what rests on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from attribution.desk.article import Article, name_of, shortened
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.words import first_word, head_of, holds_any, is_plural, names_any, singular, words_of
from attribution.report.records import Attribution, Claim, Source, Span

# Within how many characters before a source its like may have been described.
_FURTHER_UP: Final = 20_000
# "The president's former strategist" is one person, whom a reader can find out or has been told of.
_DEFINITE: Final = re.compile(r"(?:the|his|her|their|its|my|our)\b|.*['’]s\b", re.IGNORECASE | re.DOTALL)
# "A strategist, John Weaver": the name follows.
_APPOSED_NAME: Final = re.compile(r",\s+[A-Z][\w.-]*\s+[A-Z][\w-]+")
# "One of the Lebanese sources" is of a group that the text knows.
_PARTITIVE: Final = re.compile(r"\bof (?:the|these|those)\s+(.+)", re.IGNORECASE | re.DOTALL)
# What they did not say is no statement of theirs.
_NEGATION: Final = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
# How many sentences before an official may say of what.
_CONTEXT: Final = 2
# Words behind "sources" that begin a description of them.
_DESCRIBING: Final = frozenset("at briefed close familiar from in inside involved of who with within".split())
_DETERMINERS: Final = frozenset(
    """a an the this that these those some other another several many few various certain one two three four five six
    seven eight nine ten multiple numerous both two""".split()
)


@frozen
class _Unnamed(Predicate):
    """What the predicates of this family share.

    Attributes:
        nouns: Who is meant: the heads, in the singular, of the phrases for people who speak to the press unnamed.
        public: Those of them who inform the public as their work, and withhold nothing: *election officials*.
        cues: The words of the cues by which they speak, in lower case.
    """

    nouns: tuple[str, ...]
    public: tuple[str, ...]
    cues: tuple[str, ...]

    def spoke(self, attribution: Attribution, article: Article) -> Source | None:
        """Return the unnamed source that said this to the press, in the writer's words."""
        source = attribution.source
        if source is None or not source.anonymous:
            return None
        if not attribution.content or not any(self._is_speech(cue) for cue in attribution.cue):
            return None
        if not self._is_meant(name_of(source)) or article.is_quoted(source.spans[0]):
            return None
        entity = article.entities.get(source.entity or "")
        return source if entity is None or entity.identification != "named" else None

    def _is_speech(self, cue: Span) -> bool:
        return holds_any(cue.text, self.cues) and _NEGATION.search(cue.text) is None

    def _is_meant(self, name: str) -> bool:
        if not names_any(name, self.nouns) or holds_any(name, self.public):
            return False
        is_name = " " in name and name.istitle()  # "Business Insider"
        return not is_name and _APPOSED_NAME.search(name) is None

    def is_told_below(self, source: Source, article: Article) -> bool:
        """Say whether a source of the heading stands for unnamed ones of the text, which says who they are."""
        return article.is_in(source.spans[0], ("heading",)) and any(
            item.source is not None and item.source.anonymous and article.is_in(item.source.spans[0], ("body",))
            for item in article.report.attributions
        )

    def sources(self, article: Article) -> Iterator[tuple[Source, tuple[Attribution, ...]]]:
        """Go through the unnamed sources, each as first mentioned, with all that each of them says."""
        for said in article.said_by.values():
            first = next((source for item in said if (source := self.spoke(item, article))), None)
            if first is not None and not _is_definite(name_of(first)):
                yield first, tuple(said)


@frozen
class UnnamedWithoutReason(_Unnamed):
    """An unnamed source of which the text nowhere says why it is not named.

    Attributes:
        terms: Words in the sentence of a source that give or name the terms on which it spoke.
    """

    words = ("source",)

    terms: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such sources, once for each."""
        groups = frozenset(self._groups_with_terms(article))
        for source, said in self.sources(article):
            if head_of(name_of(source)) in groups or self._has_voice(source, article):
                continue
            has_terms = any(item.source and self._has_terms(item.source, article) for item in said)
            if not has_terms and not self.is_told_below(source, article):
                yield Hit(source.spans, {"source": name_of(source)})

    def _groups_with_terms(self, article: Article) -> Iterator[str]:
        """Go through the heads of groups of which one gave terms: "one of the sources, who asked not to be named"."""
        for attribution in article.report.attributions:
            source = attribution.source
            group = _PARTITIVE.search(name_of(source)) if source is not None and source.anonymous else None
            if source is not None and group is not None and self._has_terms(source, article):
                yield head_of(group[1])

    @staticmethod
    def _has_voice(source: Source, article: Article) -> bool:
        """Say whether one of several is named at once: "Officials are angry. The mayor, Ann Lee, said …"."""
        start = source.spans[0].start
        return is_plural(head_of(name_of(source))) and any(
            item.source is not None and item.source.kind == "person" and article.is_first_named(item, start)
            for item in article.spoken_near(article.sentence_at(start) + 1, 0)
        )

    def _has_terms(self, source: Source, article: Article) -> bool:
        sentence = article.report.sentences[article.sentence_at(source.spans[0].start)]
        return source.anonymity_reason is not None or holds_any(sentence.text, self.terms)


@frozen
class Undescribed(_Unnamed):
    """An unnamed source of which the text says nothing but the bare noun.

    Attributes:
        bodies: Words for what people are officials of; one just before says whose officials they are.
    """

    words = ("source",)

    bodies: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such sources, once for each."""
        for source, said in self.sources(article):
            mentions = [item.source for item in said if item.source]
            if article.is_in(source.spans[0], ("heading",)) or any(map(_is_described, mentions)):
                continue
            if not self._was_described(source, article):
                yield Hit(source.spans, {"source": name_of(source)})

    def _was_described(self, source: Source, article: Article) -> bool:
        """Say whether such people were described before: "Treasury officials", and then "the officials"."""
        start, head = source.spans[0].start, singular(head_of(name_of(source)))
        before = article.text[max(0, start - _FURTHER_UP) : start]
        found = re.finditer(rf"(?:(\w+)\s+)?\b{re.escape(head)}s?\b(?:\s+(\w+))?", before, re.IGNORECASE)
        if any(
            (match[1] or "the").casefold() not in _DETERMINERS or (match[2] or "").casefold() in _DESCRIBING
            for match in found
        ):
            return True
        if first_word(name_of(source)) == "the":
            return True
        place = article.sentence_at(start)
        near = article.report.sentences[max(0, place - _CONTEXT)].start
        return head == "official" and holds_any(article.text[near:start], self.bodies)


@frozen
class UnnamedAlone(_Unnamed):
    """A claim that unnamed sources alone stand behind, and fewer of them than would do.

    Attributes:
        enough: How many would do.
        uncounted: Heads of sources whose plural says nothing of how many there are: "sources".
    """

    words = ("source", "claim")

    enough: int
    uncounted: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through what such sources say."""
        for attribution in article.report.attributions:
            source = self.spoke(attribution, article)
            if source is None or self._are_enough(source) or _is_definite(name_of(source)):
                continue
            # What is nested in the content has a source of its own.
            claims = [claim for claim in article.claims_of[attribution.id] if claim.attributions[-1] == attribution.id]
            if any(self._is_backed(claim, article) for claim in claims) or self.is_told_below(source, article):
                continue
            if claims:
                said = max((span.text for span in claims[0].spans), key=len)
                yield Hit(source.spans, {"source": name_of(source), "claim": shortened(said.removeprefix("that "))})

    def _are_enough(self, source: Source) -> bool:
        head = head_of(name_of(source))
        if is_plural(head) and singular(head) not in self.uncounted:
            return True
        return source.count is not None and source.count >= self.enough

    @staticmethod
    def _is_backed(claim: Claim, article: Article) -> bool:
        """Say whether a named source has a part in a claim, or another source says the same elsewhere."""
        sources = (article.attributions[name].source for name in claim.attributions)
        return any(factor.name == "corroborated" for factor in claim.sourcing.factors) or any(
            source is not None and not source.anonymous for source in sources
        )


@frozen
class UnnamedOpinion(_Unnamed):
    """An unnamed source that is quoted for a judgement rather than for a fact.

    Attributes:
        kinds: The kinds of loaded wording that make a judgement.
        confidence: The least confidence of such wording, in [0, 1].
        opinions: Further words that do.
    """

    words = ("source", "opinion")

    kinds: tuple[str, ...]
    confidence: float
    opinions: tuple[str, ...] = ()

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through the quotations of such sources."""
        for attribution in article.report.attributions:
            source = self.spoke(attribution, article)
            if source is not None and attribution.quotation != "indirect" and not _is_definite(name_of(source)):
                opinion = self._opinion(attribution, article)
                if opinion is not None:
                    yield Hit((opinion,), {"source": name_of(source), "opinion": shortened(opinion.text)})

    def _opinion(self, attribution: Attribution, article: Article) -> Span | None:
        for loaded in article.report.loaded:
            if loaded.voice == "source" and loaded.kind in self.kinds and loaded.confidence >= self.confidence:
                for content in attribution.content:
                    if content.start <= loaded.span.start < content.end:
                        return loaded.span
        return next((span for span in attribution.content if holds_any(span.text, self.opinions)), None)


@frozen
class PluralForOne(_Unnamed):
    """A plural for unnamed sources of which the text later speaks as one: "sources said", then "the source said"."""

    words = ("plural", "single")

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such pairs."""
        plurals: dict[str, Source] = {}
        for attribution in article.report.attributions:
            source = attribution.source
            head = head_of(name_of(source)) if source is not None else ""
            if source is not None and head in plurals and self._is_the_one(source, article):
                several = plurals.pop(head)
                if not self._is_introduced(article.text[: source.spans[0].start], head):
                    words = {"plural": name_of(several), "single": name_of(source)}
                    yield Hit((*several.spans, *source.spans), words)
            elif self._are_several(self.spoke(attribution, article)) and source is not None:
                plurals.setdefault(singular(head), source)

    @staticmethod
    def _are_several(source: Source | None) -> bool:
        """Say whether a source is a plural that does not tell how many they are."""
        if source is None or source.count is not None:
            return False
        head = head_of(name_of(source))
        return singular(head) != head

    @staticmethod
    def _is_the_one(source: Source, article: Article) -> bool:
        """Say whether a source is one that a reader must know of already, such as "the official"."""
        named = source.identification == "named"
        return not named and first_word(name_of(source)) == "the" and not article.is_quoted(source.spans[0])

    @staticmethod
    def _is_introduced(before: str, head: str) -> bool:
        """Say whether one of several was singled out before: "one of the officials", "an official"."""
        near = before[-_FURTHER_UP:]
        single = rf"\b(?:an?|one|another|second|third|other)(?:\s+[\w’'-]+){{0,3}}\s+{re.escape(head)}\b|\bone of\b"
        return re.search(single, near, re.IGNORECASE) is not None


def _is_definite(name: str) -> bool:
    return not is_plural(head_of(name)) and _DEFINITE.match(name) is not None


def _is_described(source: Source) -> bool:
    return bool(source.descriptors) or any(word not in _DETERMINERS for word in words_of(name_of(source))[:-1])
