"""The heading and the lead against the body: what they state, how surely, and with which numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from attrs import field, frozen

from attribution.desk.article import Article, name_of, shortened
from attribution.desk.numbers import Quantity, quantities
from attribution.desk.predicates.base import Hit, Predicate
from attribution.desk.statements import CAPITALIZED, Statement
from attribution.desk.words import first_stem, first_word, head_of, holds_any, stem, stems_of
from attribution.report.records import Attribution, Claim, Hedge

_OPENING_MARK: Final = re.compile(r"(?<!\w)[\"'“‘«`]")
# How many claims of the body are compared with one at the top: more than an article has.
_REACH: Final = 500
# What a statement at the top and one below have in common, at the least, when they are about the same.
_FEW: Final = 3
_HALF: Final = 0.5
# How many sentences of the first paragraph are the lead.
_LEAD: Final = 3
# Within how many characters behind a hedge the word stands that it belongs to.
_SCOPE: Final = 40
# Words that begin a clause which the heading does not state for itself.
_SUBORDINATE: Final = frozenset(
    "after although as because before how if since that until what when where who why while".split()
)
_WRITER: Final = frozenset({"i", "we", "you"})
# "His campaign" speaks for whom the heading is about.
_POSSESSIVE: Final = frozenset({"his", "her", "its", "their"})


@frozen
class _Comparison(Predicate):
    """What the predicates of this family share: a statement at the top that says the same as one in the body.

    Attributes:
        overlap: The share of the content words at the top, in (0, 1], that the body must repeat in one claim; one may
            always be missing.
        shared_words: How many content words they must have in common.
        common_words: How many of these must be no names: two sentences about the same people may say different things.
    """

    overlap: float
    shared_words: int
    common_words: int

    def pairs(self, article: Article) -> Iterator[tuple[Statement, list[Statement]]]:
        """Go through the statements at the top, each with those of the body that say the same, the most alike first."""
        statements = article.statements
        lead = _lead(article)
        for place, top in enumerate(statements):
            is_heading = _kind(top.claim, article) == "heading"
            if not is_heading and top.claim.sentence not in lead:
                continue
            end = top.claim.spans[-1].end
            if top.text.rstrip().endswith("?") or article.text[end : end + 3].lstrip().startswith("?"):
                continue
            # "Also of interest: Who will come second" states nothing either.
            if any(first_word(part) in _SUBORDINATE for part in (top.text, top.text.rpartition(": ")[2])):
                continue
            body = [
                other
                for other in statements[place + 1 : place + 1 + _REACH]
                if _kind(other.claim, article) == "body"
                and (is_heading or other.claim.sentence not in lead)
                and self._says_the_same(top, other)
            ]
            if body:
                yield top, sorted(body, key=lambda other: len(top.stems & other.stems), reverse=True)

    def _says_the_same(self, top: Statement, other: Statement) -> bool:
        shared = top.stems & other.stems
        if bool(top.negations) != bool(other.negations):
            return False
        if len(shared) < self.shared_words or len(shared - other.names) < self.common_words:
            return False
        return len(shared) >= min(self.overlap * len(top.stems), len(top.stems) - 1)


@frozen
class UnsourcedOnTop(_Comparison):
    """A heading or lead that states as fact what the body only ascribes to somebody.

    Attributes:
        authorities: Heads of the names of bodies whose own acts and counts a heading may give as facts: *ministry*.
    """

    words = ("statement", "source", "cue")

    authorities: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such statements."""
        for top, body in self.pairs(article):
            if top.claim.attributions or _is_quotation(top, article):
                continue
            attribution = article.attributions[body[0].claim.attributions[0]] if body[0].claim.attributions else None
            if attribution is None or self._is_borne_out(attribution) or _is_named_on_top(attribution, top):
                continue
            if all(other.claim.attributions for other in body) and not _is_told_as_fact(top, article):
                cue = attribution.cue[0]
                words = {"statement": shortened(top.text), "source": _who(attribution), "cue": cue.text}
                yield Hit((*top.claim.spans, *(attribution.source.spans if attribution.source else (cue,))), words)

    def _is_borne_out(self, attribution: Attribution) -> bool:
        """Say whether the body takes it as true as well, or has it from other media or from an authority."""
        source = attribution.source
        if source is None:
            return False
        is_taken_as_true = attribution.stance == "endorsing" or source.kind == "media"
        return is_taken_as_true or head_of(name_of(source)) in self.authorities


@frozen
class StrongerOnTop(_Comparison):
    """A heading or lead that ascribes a statement to a better source, or more surely, than the body does.

    Attributes:
        margin: How much better its sourcing score must be.
        confidence: The least confidence of the attributions that are compared, in [0, 1].
        sure: Cues that take a statement as true.
    """

    words = ("statement", "top", "body")

    margin: float
    confidence: float
    sure: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such statements."""
        for top, body in self.pairs(article):
            if not top.claim.attributions or not all(other.claim.attributions for other in body):
                continue
            above = article.attributions[top.claim.attributions[-1]]
            below = [article.attributions[other.claim.attributions[-1]] for other in body]
            if not all(self._is_clear(item) for item in (above, *below)):
                continue
            best = max(other.claim.sourcing.value for other in body)
            if top.claim.sourcing.value > best + self.margin or self._is_surer(above, below):
                words = {"statement": shortened(top.text), "top": _how(above), "body": _how(below[0])}
                yield Hit((above.cue[0], below[0].cue[0]), words)

    def _is_clear(self, attribution: Attribution) -> bool:
        return attribution.source is not None and attribution.confidence >= self.confidence

    def _is_surer(self, above: Attribution, below: Collection[Attribution]) -> bool:
        def takes_as_true(attribution: Attribution) -> bool:
            return any(holds_any(cue.text, self.sure) for cue in attribution.cue)

        doubtful = ("neutral", "distancing", "belief", "denial")
        return takes_as_true(above) and all(item.stance in doubtful and not takes_as_true(item) for item in below)


@frozen
class HedgeDropped(_Comparison):
    """A hedge of the body that the heading or lead leaves out.

    Attributes:
        kinds: The kinds of hedges that matter.
        also: Words at the top that hedge as well, in the shorter way of headings.
    """

    words = ("statement", "hedge")

    kinds: tuple[str, ...]
    also: tuple[str, ...]

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such statements."""
        for top, body in self.pairs(article):
            if top.claim.hedges or holds_any(top.text, self.also) or _is_quotation(top, article):
                continue
            dropped = [self._hedge(other.claim, top, article) for other in body]
            if dropped[0] is not None and all(dropped):
                words = {"statement": shortened(top.text), "hedge": dropped[0].span.text}
                yield Hit((*top.claim.spans, dropped[0].span), words)

    def _hedge(self, claim: Claim, top: Statement, article: Article) -> Hedge | None:
        """The hedge of a claim that stands before a word of the statement at the top: "may *cure*"."""
        for hedge in (article.report.hedges[index] for index in claim.hedges):
            if hedge.kind in self.kinds:
                behind = article.text[hedge.span.end : hedge.span.end + _SCOPE]
                if first_stem(behind) in top.stems:
                    return hedge
        return None


@frozen
class NumberDiffers(_Comparison):
    """A number of the heading or lead that differs from that of the same thing in the body.

    Attributes:
        tolerance: By how much, as a share of the greater one, a rounded number may differ.
    """

    words = ("top", "body")

    tolerance: float = field()

    def find(self, article: Article) -> Iterator[Hit]:
        """Go through such numbers."""
        for top, body in self.pairs(article):
            below = [_quantities(other.claim) for other in body]
            for number in _quantities(top.claim):
                others = [other for found in below for other in found if number.unit and other.unit == number.unit]
                if others and not any(self._holds(found, number) for found in below):
                    words = {"top": number.span.text, "body": others[0].span.text}
                    yield Hit((number.span, others[0].span), words)

    def _holds(self, found: Sequence[Quantity], number: Quantity) -> bool:
        """Say whether a claim has a number, of whatever it may be, or parts that come to it ("700, and 200 more")."""
        values = [quantity.value for quantity in found]
        return any(
            abs(number.value - value) <= self.tolerance * max(number.value, value) for value in (*values, sum(values))
        )


def _kind(claim: Claim, article: Article) -> str:
    return article.report.sentences[claim.sentence].kind


def _lead(article: Article) -> frozenset[int]:
    """The indices of the first sentences of the body, as far as its first paragraph goes."""
    body = [index for index, sentence in enumerate(article.report.sentences) if sentence.kind == "body"][:_LEAD]
    paragraphs = [article.paragraph_at(article.report.sentences[index].start) for index in body]
    return frozenset(index for index, paragraph in zip(body, paragraphs, strict=True) if paragraph == paragraphs[0])


def _is_quotation(top: Statement, article: Article) -> bool:
    """Say whether a statement is quoted or holds a quotation, as headings do that name no source."""
    return _OPENING_MARK.search(top.text) is not None or any(article.is_quoted(span) for span in top.claim.spans)


def _is_named_on_top(attribution: Attribution, top: Statement) -> bool:
    """Say whether a heading tells what its source itself does ("Governor signs law"), or the source is the writer."""
    source = attribution.source
    if source is None:
        return False
    full = source.resolved.text if source.resolved is not None else name_of(source)
    if full.casefold() in _WRITER or stem(head_of(full)) in top.stems or first_word(full) in _POSSESSIVE:
        return True
    names = stems_of(" ".join(CAPITALIZED.findall(full)))
    return source.kind in ("person", "organization", "place") and not names.isdisjoint(top.stems)


def _is_told_as_fact(top: Statement, article: Article) -> bool:
    """Say whether the body tells in its own voice something like the statement at the top, in other words."""
    return any(
        not other.claim.attributions
        and other.claim.sentence > top.claim.sentence
        and _kind(other.claim, article) == "body"
        and len(top.stems & other.stems) >= max(_FEW, _HALF * len(top.stems))
        for other in article.statements
    )


def _quantities(claim: Claim) -> list[Quantity]:
    return [quantity for span in claim.spans for quantity in quantities(span.text, span.start)]


def _who(attribution: Attribution) -> str:
    return name_of(attribution.source) if attribution.source is not None else attribution.cue[0].text


def _how(attribution: Attribution) -> str:
    source = attribution.source
    return f"{name_of(source)} … {attribution.cue[0].text}" if source is not None else attribution.cue[0].text
