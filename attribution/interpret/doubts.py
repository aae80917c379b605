"""Why a report should not be trusted: the text is not what the library was made for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attribution.interpret.quotes import Quotation

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TAG: Final = re.compile(
    r"</?(?:p|div|a|br|span|b|i|em|strong|ul|li|h[1-6]|img|table|tr|td|html|body|script)\b[^<>]*>", re.IGNORECASE
)
_COMMON: Final = frozenset(
    "the of and to in a that is was he for it with as his on be at by i this had not are but from or have an they "
    "which one you were her all she there would their we him been has when who will more no if out so said what up its "
    "about into than them can only other new some could time these two may then do first any my now such like our over "
    "man me even most made after also did many before must through back years where much your way well down should "
    "because".split()
)
# English prose is close to half common words; German, French or Spanish has a few per cent of look-alikes.
_ENGLISH: Final = 0.2
# Fewer words than this say nothing about a language.
_ENOUGH: Final = 12
_LOOKED_AT: Final = 20_000


def find_warnings(text: str, quotations: Sequence[Quotation]) -> tuple[str, ...]:
    """Say in plain sentences why the report of a text should not be trusted.

    Args:
        text: The text.
        quotations: Its quotations.

    Returns:
        Sentences; usually none.
    """
    found = []
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text[:_LOOKED_AT])]
    if len(words) >= _ENOUGH and sum(word in _COMMON for word in words) < _ENGLISH * len(words):
        found.append("The text does not look like English prose; the library reads English news only.")
    if tag := _TAG.search(text):
        found.append(f"The text holds what looks like HTML ({tag[0][:40]}); take the tags out first.")
    unclosed = _left_open(quotations)
    if unclosed:
        where = " ".join(text[unclosed[0].start :].split()[:6])[:60]
        count = "A quotation is" if len(unclosed) == 1 else f"{len(unclosed)} quotations are"
        found.append(f"{count} left open (at: {where} …); what is quoted there, and by whom, is uncertain.")
    return tuple(found)


def _left_open(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations without a closing mark that no later paragraph goes on with."""
    outer = [quotation for quotation in quotations if quotation.depth == 1]
    return [
        quotation
        for number, quotation in enumerate(outer)
        if not quotation.closed and not (number + 1 < len(outer) and outer[number + 1].continues)
    ]
