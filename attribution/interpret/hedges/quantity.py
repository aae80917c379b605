"""Numbers as the approximators see them: does one begin here, and does a word before it belong to it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

_CURRENCY: Final = frozenset({"$", "£", "€", "¥", "us$", "a$", "c$", "usd", "eur", "gbp", "rs", "rs.", "#"})
_FRACTIONS: Final = frozenset({
    "half", "third", "quarter", "double", "twice", "triple", "thrice", "dozen", "midnight", "noon"
})  # fmt: skip
_UNITS: Final = frozenset({
    "half", "third", "quarter", "fifth", "sixth", "eighth", "tenth", "dozen", "score", "hundred", "thousand",
    "million", "billion", "trillion", "decade", "century", "millennium", "year", "month", "week", "fortnight",
    "day", "night", "hour", "minute", "second", "mile", "kilometre", "kilometer", "metre", "meter", "foot", "inch",
    "acre", "hectare", "tonne", "ton", "kilo", "kilogram", "pound", "litre", "liter", "gallon", "percent", "lakh",
    "crore"
})  # fmt: skip
_ARTICLES: Final = frozenset({"a", "an", "another", "one", "the"})


def begins_number(doc: Doc, index: int) -> bool:
    """Say whether a number, an amount or a measure begins at a token: "20", "$3", "a third", "half", "a decade".

    Args:
        doc: The text.
        index: A token index; one beyond the end begins nothing.
    """
    token = _at(doc, index)
    if token is None:
        return False
    if _is_numeral(token) or token.lower_ in _FRACTIONS:
        return True
    following = _at(doc, index + 1)
    if following is None:
        return False
    if token.lower_ in _CURRENCY or token.tag_ == "$":
        return _is_numeral(following)
    if token.lower_ in _ARTICLES:
        return following.lower_ in _UNITS or _is_numeral(following)
    return False


def is_prepositional(token: Token) -> bool:
    """Say whether the tree takes a word for a preposition ("over the hill") rather than an adverb ("over 20")."""
    return token.dep_ in {"case", "prep", "mark"}


def _is_numeral(token: Token) -> bool:
    return bool(token.like_num) or token.tag_ == "CD" or (token.text[:1].isdigit() and token.pos_ != "ADJ")


def _at(doc: Doc, index: int) -> Token | None:
    return doc[index] if 0 <= index < len(doc) else None
