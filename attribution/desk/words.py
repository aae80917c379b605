"""Words, heads and numbers of short stretches of English, as far as rules need them, without a parser."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Final

from attribution.report.records import Span

WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_LEAST_STEM: Final = 3
# No phrase is longer than this many characters.
_AROUND: Final = 60
# Those with "a" make one word of "Syria" and "Syrian".
_ENDINGS: Final = "ments ment ings ing ers er ies ians ian ia ans an ed es s e y a".split()
_VOWELS: Final = "aeiou"
_AFTER_HEAD: Final = frozenset(
    """about across among around at before behind by close familiar for from in inside including involved near of on
    outside over speaking that to under who whom whose which with within working""".split()
)
_STOP_WORDS: Final = frozenset(
    """a about after against all also am an and any are as at be been before being between both but by can could did do
    does doing down during each few for from further get gets got had has have having he her here him his how i if in
    into is it its just may me might more most my new no nor not now of off on once only or other our out over own said
    same say says she should so some such t s than that the their them then there these they this those through to too
    under until up very was we were what when where which while who whom why will with would you your""".split()
)


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text in lower case."""
    return [match.group().casefold().replace("’", "'") for match in WORD.finditer(text)]


def first_word(text: str) -> str:
    """Return the first word of a text in lower case; an empty string where there is none."""
    return next(iter(words_of(text)), "")


def last_word(text: str) -> str:
    """Return the last word of a text in lower case; an empty string where there is none."""
    return next(reversed(words_of(text)), "")


def stems_of(text: str) -> frozenset[str]:
    """Return the content words of a text, without inflection, for comparison with others."""
    words = (word.removesuffix("'s") for word in words_of(text))
    return frozenset(stem(word) for word in words if word not in _STOP_WORDS and not word[0].isdigit())


def first_stem(text: str) -> str:
    """Return the first content word of a text, without inflection; an empty string where there is none."""
    return next((stem(word) for word in words_of(text) if word not in _STOP_WORDS), "")


def stem(word: str) -> str:
    """Cut endings off: "deploys", "deployed" and "deployment" are one word for comparison."""
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _LEAST_STEM and not (ending == "y" and rest[-1] in _VOWELS):
            return rest
    return word


def head_of(text: str) -> str:
    """Return the head of a noun phrase in lower case: the last word before what follows a head."""
    head = ""
    for match in WORD.finditer(text):
        word = match.group().casefold()
        if head and (word in _AFTER_HEAD or "," in text[: match.start()]):
            break
        head = word.removesuffix("'s").removesuffix("’s")
    return head


def singular(noun: str) -> str:
    """Return the singular of a regular noun."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def is_plural(noun: str) -> bool:
    """Say whether a noun in lower case has the form of a plural."""
    return singular(noun) != noun or noun == "people"


def names_any(text: str, nouns: Collection[str]) -> bool:
    """Say whether the head of a noun phrase is one of these nouns, or holds one of several words."""
    if singular(head_of(text)) in nouns or head_of(text) in nouns:
        return True
    line = f" {' '.join(words_of(text))} "
    return any(f" {noun} " in line for noun in nouns if " " in noun)


@cache
def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of these phrases as whole words, without regard to case and line ends."""
    longest_first = sorted(phrases, key=len, reverse=True)
    bodies = (r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in longest_first)
    body = "|".join(bodies).replace("'", "['’]")
    return re.compile(rf"(?<![\w'’-])(?:{body})(?![\w-])", re.IGNORECASE)


def found_in(text: str, phrases: Iterable[str]) -> Iterator[re.Match[str]]:
    """Go through the places in a text where one of these phrases stands."""
    wanted = tuple(phrases)
    if wanted:
        yield from phrase_pattern(wanted).finditer(text)


def lies_within(span: Span, text: str, phrases: Iterable[str]) -> bool:
    """Say whether a stretch of a text is a part of one of these phrases."""
    start = max(0, span.start - _AROUND)
    matches = found_in(text[start : span.end + _AROUND], phrases)
    return any(start + match.start() <= span.start and span.end <= start + match.end() for match in matches)


def holds_any(text: str, phrases: Iterable[str]) -> bool:
    """Say whether one of these phrases stands in a text."""
    return any(True for _ in found_in(text, phrases))
