"""How well a reader could find out who a source is: from the words that the text has for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from attribution.report.records import Source
from attribution.scoring.tables import Standing, WordLists

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019.][^\W\d_]+)*|[,;:()]")

_FUNCTION_WORDS: Final = frozenset(
    """a an the this that these those some any many several few most more all both each every no other others another
    one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds score scores half number
    i me my mine we us our ours you your he him his she her hers it its they them their theirs who whom whose which what
    of in on at by for from with within inside to into over under about as and or but nor not than
    is are was were be been being am has have had having do does did will would can could may might shall should must
    there here himself herself itself themselves so also""".split()
)
_POSSESSIVES: Final = frozenset("my our your his her its their whose".split())
_INDEFINITE: Final = frozenset(
    "a an one two three four five six seven eight nine ten dozens some several many few another other".split()
)
_OF_WHAT: Final = frozenset("of for at in from within inside".split())
# What those who are named before it have formed: "the traders' association" is a body, not traders.
_BODIES: Final = frozenset(
    """alliance association brotherhood chamber club coalition committee confederation council federation group guild
    league lobby movement network organisation organization society syndicate trust union""".split()
)
_ARTICLES: Final = frozenset("a an the this that these those its his her their our".split())


def standing_of(source: Source | None, words: WordLists) -> Standing:
    """Return how well a reader could find out who a source is.

    This is the source's identification, with roles told apart: "a Treasury official" is a ``role``, "a top official"
    an ``official`` of nothing in particular. So is a document that somebody has at hand, "an internal report"; what is
    in "reports" is vague.

    Args:
        source: The source, ``None`` where there is none.
        words: Which words delimit nobody.
    """
    if source is None:
        return "none"
    if source.identification == "role":
        return "role" if any(_is_delimited(text, words) for text in _texts(source)) else "official"
    if source.identification == "vague" and source.kind == "document" and _is_at_hand(source):
        return "official"
    return source.identification


def _is_at_hand(document: Source) -> bool:
    """Say whether a text speaks of a document as of one that somebody has seen: "the report", "papers seen by AFP"."""
    first = next((text.split()[0].casefold() for text in _texts(document) if text.strip()), "")
    return first in _ARTICLES or first == "one" or bool(document.descriptors)


def count_describing(source: Source, words: WordLists) -> int:
    """Count the words that narrow down a source beyond what it is called; a run of capitalized words counts once.

    "sources": 0; "Kurdish sources": 1; "a senior South Korean official": 2. Words that say no more than that a name is
    withheld ("unnamed") do not count.
    """
    counts = [_count_in(text, words) for text in _texts(source)]
    described = sum(_count_in(span.text, words, headed=False) for span in source.descriptors)
    return max([*counts, described])


def _texts(source: Source) -> Iterator[str]:
    """The words that the text has for a source: here, and where it is named most fully."""
    yield " ".join(span.text for span in source.spans)
    if source.resolved is not None:
        yield source.resolved.text


def _is_delimited(text: str, words: WordLists) -> bool:
    """Whether the words say of what body, place or person: before the office ("Treasury official") or after it."""
    tokens = [_Word.of(token) for token in _WORD.findall(text)]
    offices = (index for index, token in enumerate(tokens) if token.lower in words.offices)
    office = next((index for index in offices if not _forms_body(tokens, index)), None)
    if office is None:
        # "the minister" and "police" are found, "a minister" and "two ministers" are not.
        least = 2 if tokens and tokens[0].lower in _INDEFINITE else 1
        return sum(_tells(token, words) for token in tokens) >= least
    if any(_tells(token, words) or token.lower in _POSSESSIVES for token in tokens[:office]):
        return True
    rest = tokens[office + 1 :]
    # "an official with the agency", but not "an official with knowledge of the talks"
    if len(rest) > 1 and (rest[0].lower in _OF_WHAT or (rest[0].lower == "with" and rest[1].lower in _ARTICLES)):
        return any(_tells(token, words) or token.lower in words.offices for token in rest[1:])
    return False


def _forms_body(tokens: Sequence[_Word], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].lower in _BODIES


def _tells(token: _Word, words: WordLists) -> bool:
    return token.has_content and token.lower not in words.offices and token.lower not in words.ranks


def _count_in(text: str, words: WordLists, *, headed: bool = True) -> int:
    count, in_name, has_office = 0, False, False
    for token in map(_Word.of, _WORD.findall(text)):
        has_office = has_office or token.lower in words.offices
        if not token.has_content or token.lower in words.offices or token.lower in words.withheld:
            in_name = False
            continue
        is_name = token.is_capitalized and token.lower not in words.ranks
        count += not (is_name and in_name)
        in_name = is_name
    # Without a known office, one of the words is what the source is called.
    return max(count - 1, 0) if headed and not has_office else count


@frozen
class _Word:
    """A word or mark of a source, without a possessive ending."""

    lower: str
    is_capitalized: bool
    has_content: bool

    @classmethod
    @lru_cache(maxsize=1 << 14)
    def of(cls, token: str) -> _Word:
        lower = token.casefold().replace("\u2019", "'")
        if lower.endswith("'s"):
            lower = lower[:-2]
        # "US" and "IT" are names, "us" and "it" are not.
        is_name = len(lower) > 1 and token[: len(lower)].isupper()
        return cls(lower, token[0].isupper(), token[0].isalpha() and (is_name or lower not in _FUNCTION_WORDS))
