"""Numbers stated in words or digits before a noun."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "both": 2, "pair": 2, "couple": 2, "duo": 2, "trio": 3, "quartet": 4,
    "dozen": 12, "neither": 2,
}  # fmt: skip
_LARGEST: Final = 10**9


def stated_number(doc: Doc, start: int, end: int) -> int | None:
    """Return the first number that ``doc[start:end]`` states ("three", "40", "a pair"), or ``None``.

    Ordinals, ages ("43-year-old"), years before a noun and shares ("47 percent") are none.
    """
    for i in range(start, end):
        token = doc[i]
        word = token.lower_
        if word not in _WORDS and token.tag_ != "CD":
            continue
        after = doc[i + 1].lower_ if i + 1 < len(doc) else ""
        if after in {"-", "percent", "%", "per", "year"} or token.ent_type_ in {"DATE", "PERSON", "ORG"}:
            continue
        if word in _WORDS:
            return _WORDS[word]
        if word.replace(",", "").isdecimal():
            value = int(word.replace(",", "")[:12])
            return value if value <= _LARGEST and not (1900 <= value <= 2100 and "," not in word) else None
    return None
