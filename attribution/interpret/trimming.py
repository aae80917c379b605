"""What of the marked tokens is the source itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc

from attribution.interpret import phrases, syntax
from attribution.interpret.anonymity import Relay

_SPEAKING: Final = frozenset({"speaking", "talking", "writing", "speaks", "spoke", "talked", "told", "interviewed"})


def trim_source(
    doc: Doc, tokens: Sequence[int], terms: Sequence[tuple[int, int]], relays: Sequence[Relay]
) -> tuple[int, ...]:
    """Return the tokens of a source without what does not describe it.

    Off go a preposition or conjunction before it, a possessive 's, punctuation and the day after it, and a clause that
    says on what terms or to whom the source spoke. Where nothing would remain, the tokens stay as they are.
    """
    kept = [i for i in tokens if not doc[i].is_space]
    kept = _without_clauses(doc, kept, terms, relays)
    while kept and _is_before(doc, kept):
        kept.pop(0)
    while kept and _is_after(doc, kept):
        kept.pop()
    if not kept:
        return tuple(i for i in tokens if not doc[i].is_space) or tuple(tokens)
    start, end = syntax.trim(doc, kept[0], kept[-1] + 1)
    return tuple(i for i in kept if start <= i < end) or tuple(kept)


def _is_before(doc: Doc, kept: Sequence[int]) -> bool:
    token = doc[kept[0]]
    if len(kept) == 1:
        return False
    after = doc[kept[1]]
    if token.tag_ in {"IN", "TO", "CC"} or token.pos_ in {"ADP", "SCONJ", "CCONJ"}:
        # "About 40 people", "both men and women" are modifiers, not what governs the phrase.
        return after.tag_ != "CD" and token.lower_ not in {"both", "either", "neither"}
    return token.is_punct and not token.is_quote


def _is_after(doc: Doc, kept: Sequence[int]) -> bool:
    token = doc[kept[-1]]
    if token.tag_ == "POS" or (len(kept) > 1 and token.tag_ in {"CC"}):
        return True
    if len(kept) > 1 and phrases.is_day(token) and doc[kept[-2]].tag_ in {"IN", "NN", "NNS", "NNP", ","}:
        return True
    return len(kept) > 1 and token.tag_ == "IN"


def _without_clauses(doc: Doc, kept: list[int], terms: Sequence[tuple[int, int]], relays: Sequence[Relay]) -> list[int]:
    if not kept:
        return kept
    begins = [start for start, _ in terms] + [relay.trigger for relay in relays]
    for begin in sorted(begins):
        if not kept[0] < begin <= kept[-1]:
            continue
        cut = begin
        for i in range(begin, max(kept[0], begin - _REACH), -1):
            token = doc[i]
            if token.lower_ in _SPEAKING or token.tag_ in {"WP", "WDT", "WP$"}:
                cut = i
            if token.text == "," or (token.is_punct and i < begin):
                cut = i
                break
        remaining = [i for i in kept if i < cut]
        return remaining or kept
    return kept


_REACH: Final = 10
