"""What of the marked tokens is the source itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.sources.anonymity import Relay
from attribution.interpret.sources.introductions import after_naming
from attribution.interpret.text.datelines import dateline_end
from attribution.interpret.trees import phrases, syntax
from attribution.interpret.vocabulary import Vocabulary
from attribution.snapshot import span_in

_SPEAKING: Final = frozenset({"speaking", "talking", "writing", "speaks", "spoke", "talked", "told", "interviewed"})


def trim_source(
    doc: Doc, tokens: Sequence[int], terms: Sequence[tuple[int, int]], relays: Sequence[Relay]
) -> tuple[int, ...]:
    """Return the tokens of a source without what does not describe it.

    Off go a preposition or conjunction before it, a possessive 's, punctuation and the day after it, and a clause that
    says on what terms or to whom the source spoke. Where nothing would remain, the tokens stay as they are.
    """
    kept = [i for i in tokens if not doc[i].is_space]
    kept = _without_place(doc, _without_dateline(doc, kept))
    kept = _without_clauses(doc, kept, terms, relays)
    while kept and _is_before(doc, kept):
        kept.pop(0)
    while kept and _is_after(doc, kept):
        kept.pop()
    if not kept:
        return tuple(i for i in tokens if not doc[i].is_space) or tuple(tokens)
    start, end = syntax.trim(doc, kept[0], kept[-1] + 1)
    return tuple(i for i in kept if start <= i < end) or tuple(kept)


def _without_dateline(doc: Doc, kept: list[int]) -> list[int]:
    """Drop "FRANKFURT (Dow Jones)--" before the source that opens an article."""
    if not kept:
        return kept
    start, last = doc[kept[0]].idx, doc[kept[-1]]
    length = dateline_end(doc.text[start : last.idx + len(last)])
    return [i for i in kept if doc[i].idx + len(doc[i]) > start + length] or kept if length else kept


def _without_place(doc: Doc, kept: list[int]) -> list[int]:
    """Drop what a preposition before the source governs: "court," of "Outside court, a neighbour said"."""
    if len(kept) < 3:
        return kept
    opening = next((doc[i] for i in (kept[0], kept[0] - 1) if i >= 0 and doc[i].pos_ == "ADP"), None)
    if opening is None or not opening.is_title or opening.lower_ in {"about", "around"}:
        return kept
    comma = next((n for n, i in enumerate(kept) if doc[i].text == ","), 0)
    if not comma or comma + 1 >= len(kept) or doc[kept[comma + 1]].tag_ not in {"DT", "PRP", "PRP$", "NNP", "CD"}:
        return kept
    return kept[comma + 1 :]


def _is_before(doc: Doc, kept: Sequence[int]) -> bool:
    token = doc[kept[0]]
    if len(kept) == 1:
        return False
    if _CLOCK.fullmatch(token.text):
        # "18.02 AFP reports": the hour of an entry in a live blog.
        return True
    after = doc[kept[1]]
    if after.text == ":" and token.text.isupper() and len(kept) > 2:
        # "BREAKING: Foreign minister ...".
        return True
    if token.tag_ in {"WDT", "WP"} and after.pos_ in {"NOUN", "PROPN"}:
        # "..., which analysts took as a hint".
        return True
    if token.tag_ in {"IN", "TO", "CC"} or token.pos_ in {"ADP", "SCONJ", "CCONJ"}:
        # "About 40 people", "both men and women" are modifiers, not what governs the phrase.
        return after.tag_ != "CD" and token.lower_ not in {"both", "either", "neither"}
    return token.is_punct and not token.is_quote


def _is_after(doc: Doc, kept: Sequence[int]) -> bool:
    token = doc[kept[-1]]
    if token.tag_ == "POS" or (len(kept) > 1 and token.tag_ in {"CC"}):
        return True
    if phrases.is_day(token) and any(doc[i].tag_ == "VBN" for i in {token.head.i, *kept[-3:]}.intersection(kept)):
        # "A poll published on Monday".
        return False
    if len(kept) > 1 and phrases.is_day(token) and doc[kept[-2]].tag_ in {"IN", "NN", "NNS", "NNP", ","}:
        return True
    return len(kept) > 1 and token.tag_ in {"IN", "WP"}


def _without_clauses(doc: Doc, kept: list[int], terms: Sequence[tuple[int, int]], relays: Sequence[Relay]) -> list[int]:
    if not kept:
        return kept
    begins = [start for start, _ in terms] + [relay.trigger for relay in relays]
    for begin in sorted(begins):
        if not kept[0] < begin <= kept[-1]:
            continue
        cut = _clause_start(doc, kept[0], begin)
        remaining = [i for i in kept if i < cut]
        return remaining or kept
    return kept


def _clause_start(doc: Doc, first: int, begin: int) -> int:
    """Walk back from a trigger to where its clause begins: a comma, "speaking", "who"."""
    cut = begin
    for i in range(begin, max(first, begin - _REACH), -1):
        token = doc[i]
        if token.lower_ in _SPEAKING or token.tag_ in {"WP", "WDT", "WP$"} or (token.is_punct and i < begin):
            cut = i
            break
    while cut - 1 > first and (doc[cut - 1].tag_ in {"WP", "WDT", "RB"} or doc[cut - 1].pos_ == "AUX"):
        cut -= 1
    return cut


def complete_source(
    doc: Doc, tokens: tuple[int, ...], cues: Collection[int], vocabulary: Vocabulary
) -> tuple[int, ...]:
    """Take in the words of a noun phrase that a source was cut off from: "top" of "a top official", "one of".

    Args:
        doc: The text with tags and tree.
        tokens: The source.
        cues: Tokens that a source never takes in.
        vocabulary: The names of bodies.
    """
    if not tokens or doc[tokens[-1]].tag_ in _WHOLE or doc[tokens[0]].tag_ in _WHOLE:
        return tokens
    inside = set(tokens)
    start, end = tokens[0], tokens[-1] + 1
    while start > 0 and start - 1 not in cues and _belongs_before(doc[start - 1], inside):
        start -= 1
        inside.add(start)
    start = _with_name_of_body(doc, _with_quantity(doc, start, inside, cues), end, cues, vocabulary)
    while end < len(doc) and end not in cues and _belongs_after(doc, end, inside):
        inside.add(end)
        end += 1
    end = _with_given_name(doc, end, cues)
    return (*range(start, tokens[0]), *tokens, *range(tokens[-1] + 1, end))


def _belongs_before(token: Token, inside: Collection[int]) -> bool:
    if token.tag_ not in _BEFORE_HEAD or (token.tag_ == "HYPH" and token.whitespace_):
        return False
    return any(above.i in inside for above in islice(syntax.ancestors(token), 3))


def _belongs_after(doc: Doc, end: int, inside: Collection[int]) -> bool:
    """Whether the phrase is cut off before its head or in the middle of a name."""
    token, before = doc[end], doc[end - 1]
    if token.dep_ in {"flat", "flat:name"} and token.head.i in inside:
        return True
    if phrases.is_day(token) and token.head.i in inside and token.head.tag_ == "VBN":
        # "A poll released Monday".
        return True
    if before.dep_ not in _LEANS_ON or before.head.i < end or before.head.i > end + 3:
        return False
    return token.tag_ in _BEFORE_HEAD


def _with_name_of_body(doc: Doc, start: int, end: int, cues: Collection[int], vocabulary: Vocabulary) -> int:
    """Take in the verb of a name: "Save" of "Save the Children"."""
    first = start - 1
    is_name = first >= 0 and first not in cues and vocabulary.has("body_name", span_in(doc, first, end).text.lower())
    return first if is_name else start


def _with_given_name(doc: Doc, end: int, cues: Collection[int]) -> int:
    """Take in "who gave his name as Rick" after "a customer"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "who":
        return end
    name = after_naming(doc, end, min(len(doc), end + _REACH))[0]
    stop = name
    while stop < len(doc) and stop not in cues and doc[stop].pos_ == "PROPN":
        stop += 1
    return stop if stop > name > end and not any(i in cues for i in range(end, stop)) else end


def _with_quantity(doc: Doc, start: int, inside: Collection[int], cues: Collection[int]) -> int:
    """Take in "one of" before "the officials"."""
    if start < 2 or doc[start - 1].lower_ != "of" or start - 2 in cues:
        return start
    quantity = doc[start - 2]
    if quantity.tag_ != "CD" and quantity.lower_ not in _QUANTITIES:
        return start
    return start - 2


_REACH: Final = 10
_CLOCK: Final = re.compile(r"\d{1,2}[.:]\d{2}")
_WHOLE: Final = frozenset({"PRP", "PRP$", "WP", "WDT", "POS"})
_BEFORE_HEAD: Final = frozenset(
    {"DT", "PDT", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "HYPH"}
)
_LEANS_ON: Final = syntax.DETERMINER | syntax.NUMERAL | {"amod", "compound", "nmod:desc"}
_QUANTITIES: Final = frozenset("one some many several few most all none each both another half dozens hundreds".split())
