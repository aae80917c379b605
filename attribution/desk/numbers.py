"""Numbers with what they count, as the desk compares them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from attribution.desk.words import stem
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


@frozen
class Quantity:
    """A number, with the stem of the word for what it counts: a currency, "%", or the noun behind it."""

    span: Span
    value: float
    unit: str


def quantities(text: str, offset: int = 0) -> Iterator[Quantity]:
    """Go through the numbers of a text that count something; ``offset`` is where it stands in the whole one."""
    for match in _NUMBER.finditer(text):
        unit = _unit(match)
        if unit:
            end = max(match.end(part) for part in ("number", "scale", "percent"))
            start = match.start("money") if match["money"] else match.start("number")
            yield Quantity(Span(offset + start, offset + end, text[start:end]), _value(match), unit)


def _value(match: re.Match[str]) -> float:
    word = match["number"].casefold()
    value = _VALUES.get(word)
    if value is None:
        value = float(word.replace(",", ""))
    return value * _SCALES.get((match["scale"] or "").casefold(), 1.0)


def _unit(match: re.Match[str]) -> str:
    if match["percent"]:
        return "%"
    if match["money"]:
        return match["money"]
    noun = (match["unit"] or "").casefold()
    return "" if noun in _NO_UNITS else stem(noun)
