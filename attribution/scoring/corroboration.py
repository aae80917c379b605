"""Which claims of a text say the same on independent authority.

Two claims say the same when the share of their content words that they have in common (Jaccard) reaches a threshold.
Pairs are found by prefix filtering: when words are ordered from the rarest on, two sets that are that similar must
share one of their first few words, so that only those need an index (Bayardo, Ma & Srikant 2007, "Scaling up all pairs
similarity search"). This keeps the work near linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil
from typing import Final

from attrs import frozen

from attribution.report.records import Claim, Span
from attribution.scoring.chain import Chain
from attribution.scoring.tables import Sameness

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_NEGATIONS: Final = frozenset("not no never none nothing nobody neither nor cannot without t".split())
_STOP_WORDS: Final = frozenset(
    """a an the this that these those and or but if then so as of in on at by for from with to into over under about up
    out off down through during before after between against i me my we us our you your he him his she her it its they
    them their who whom whose which what when where why how is are was were be been being am has have had having do does
    did doing will would can could may might shall should must there here also very just only than too more most some
    any all both each such own same other s d ll m o re ve""".split()
)
_NOT_COMPARED: Final = _STOP_WORDS | _NEGATIONS
_ENDINGS: Final = ("ings", "ing", "ies", "ed", "es", "s", "e", "y")
_LEAST_STEM: Final = 3
_MOST_COMPARED: Final = 50
"""How many earlier claims with the same rare word one claim is held against; keeps boilerplate from costing squares."""


@frozen
class _Content:
    """What a claim says, reduced to what can be compared."""

    words: frozenset[str]
    numbers: frozenset[str]
    is_negated: bool

    @classmethod
    def of(cls, claim: Claim, *, is_denied: bool) -> _Content:
        tokens = [token.casefold() for span in claim.spans for token in _WORD.findall(span.text)]
        negations = sum(map(_NEGATIONS.__contains__, tokens)) + is_denied
        words = frozenset([_stem(token) for token in tokens if token not in _NOT_COMPARED])
        numbers = frozenset([token for token in tokens if token[0].isdigit()])
        return cls(words, numbers, negations % 2 == 1)

    def says_the_same(self, other: _Content, sameness: Sameness) -> bool:
        shared = len(self.words & other.words)
        return (
            self.is_negated == other.is_negated
            and self.numbers == other.numbers
            and shared >= sameness.shared_words
            and shared >= sameness.overlap * len(self.words | other.words)
        )


def find_backing(
    claims: Sequence[Claim], chains: Sequence[Sequence[Chain]], sameness: Sameness
) -> tuple[Span | None, ...]:
    """Find for each claim a source elsewhere in the text that says the same, independently.

    Independent: the two have no voice in common, neither as source nor as relay. Claims in the writer's own voice, or
    of nobody ("reportedly"), back nothing and are not backed.

    Args:
        claims: The claims of one text.
        chains: For each claim, the ways that it takes to the reader.
        sameness: When two claims say the same.

    Returns:
        For each claim the words for the first other source, or ``None``.
    """
    backing: list[Span | None] = [None] * len(claims)
    voices = [frozenset[str]().union(*(chain.voices for chain in ways)) for ways in chains]
    for first, second in _similar(claims, chains, voices, sameness):
        if voices[first] & voices[second] or _overlap(claims[first], claims[second]):
            continue
        for claim, other in ((first, second), (second, first)):
            if backing[claim] is None:
                backing[claim] = _origin(chains[other])
    return tuple(backing)


def _similar(
    claims: Sequence[Claim], chains: Sequence[Sequence[Chain]], voices: Sequence[frozenset[str]], sameness: Sameness
) -> Iterator[tuple[int, int]]:
    """Pairs of sourced claims that say the same, in the order of the text."""
    contents = {
        index: _Content.of(claim, is_denied=_is_denied(chains[index]))
        for index, claim in enumerate(claims)
        if voices[index]
    }
    frequency = Counter(word for content in contents.values() for word in content.words)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, content in contents.items():
        rarest_first = sorted(sorted(content.words), key=frequency.__getitem__)
        prefix = rarest_first[: len(rarest_first) - ceil(sameness.overlap * len(rarest_first)) + 1]
        candidates = {other for word in prefix for other in holders[word][:_MOST_COMPARED]}
        for other in sorted(candidates):
            if contents[other].says_the_same(content, sameness):
                yield other, index
        for word in prefix:
            holders[word].append(index)


def _is_denied(ways: Sequence[Chain]) -> bool:
    return sum(attribution.stance == "denial" for chain in ways[:1] for attribution in chain.attributions) % 2 == 1


def _origin(ways: Sequence[Chain]) -> Span | None:
    sourced = [link for chain in ways for link in chain.links if link.source is not None]
    return sourced[-1].span if sourced else None


def _overlap(first: Claim, second: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in first.spans for b in second.spans)


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """Cut an inflection off: "deployed", "deploys" and "deploy" are one word for comparison."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word
