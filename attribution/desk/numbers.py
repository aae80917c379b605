"""Numbers with what they count, as the desk compares them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from attribution.desk.words import stem, words_of
from attribution.report.records import Span

_SMALL: Final = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty""".split()
_VALUES: Final[Mapping[str, float]] = MappingProxyType(
    {
        **{word: float(value) for value, word in enumerate(_SMALL, 1)},
        **{"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0},
        "ninety": 90.0,
    }
)
_SCALES: Final[Mapping[str, float]] = MappingProxyType(
    {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12}
)
_NUMBER: Final = re.compile(
    rf"(?P<money>[$£€])?(?<![\w.,-])(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{'|'.join(_VALUES)})\b)"
    rf"(?:[\s-]?(?P<scale>{'|'.join(_SCALES)})\b)?(?P<percent>\s?(?:%|percent\b|per\s+cent\b))?"
    r"(?:\s+(?P<unit>[^\W\d_][\w’'-]*))?",
    re.IGNORECASE,
)
# What stands behind a number and is not what it counts.
_NO_UNITS: Final = frozenset(
    """a about after ago all an and are as at before between but by can does for from had has have he her his if in
    into is it its last may might more most new next not of off on or other our out over percent said say says she
    since so such than that the their them these they this those to under until up was we were when which while who
    will with would year years month months week weeks day days hour hours minute minutes time times p.m a.m""".split()
)
# What became of those who are counted, so that "kills 30" and "28 people were killed" count the same.
_FATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys("dead dies died die death deaths fatalities kill kills killed killing".split(), "dead"),
        **dict.fromkeys("hurt injured injures injure injuring injuries wounded wounds wound wounding".split(), "hurt"),
        **dict.fromkeys("arrest arrests arrested arresting detain detains detained detaining".split(), "arrested"),
    }
)
# How many characters away from a number its fate may stand, and what ends the search for it.
_NEAR: Final = 40
_PHRASE_END: Final = re.compile(r"[,;:.()]|\band\b|\bbut\b|\d")


@frozen
class Quantity:
    """A number, with what it counts: a currency, "%", what became of people, or the stem of the noun behind it.

    ``unit`` is empty where the words do not show what is counted.
    """

    span: Span
    value: float
    unit: str


def quantities(text: str, offset: int = 0) -> Iterator[Quantity]:
    """Go through the numbers of a text; ``offset`` is where it stands in the whole one."""
    for match in _NUMBER.finditer(text):
        end = max(match.end(part) for part in ("number", "scale", "percent"))
        start = match.start("money") if match["money"] else match.start("number")
        unit = _unit(match, _fate(text, start, end))
        yield Quantity(Span(offset + start, offset + end, text[start:end]), _value(match), unit)


def _value(match: re.Match[str]) -> float:
    word = match["number"].casefold()
    value = _VALUES.get(word)
    if value is None:
        value = float(word.replace(",", ""))
    return value * _SCALES.get((match["scale"] or "").casefold(), 1.0)


def _unit(match: re.Match[str], fate: str) -> str:
    if match["percent"]:
        return "%"
    if match["money"]:
        return match["money"]
    if fate:
        return fate
    noun = (match["unit"] or "").casefold()
    return "" if noun in _NO_UNITS else stem(noun)


def _fate(text: str, start: int, end: int) -> str:
    """What the words behind a number, or else those before it, say became of those whom it counts."""
    behind = words_of(_PHRASE_END.split(text[end : end + _NEAR], maxsplit=1)[0])
    before = words_of(_PHRASE_END.split(text[max(0, start - _NEAR) : start])[-1])
    return next((_FATES[word] for word in (*behind, *reversed(before)) if word in _FATES), "")
