"""Where the layout of a text, before any grammar, says that a sentence must start.

A line break means different things in different texts. On most pages a line is a paragraph, so a heading without a
full stop ends where its line ends. In hard-wrapped text (mail, old wire copy) a line ends wherever column 70 or 80 was
reached, in the middle of a sentence. Each text is therefore looked at as a whole before its single line breaks are
believed. Nothing here needs more than the characters, and all of it takes time linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from attrs import frozen

from attribution.interpret.text.stops import sure_starts

# All that ends a line: the line feeds of Unix, Windows and old Macs, and the separators that word processors leave.
_LINE_END: Final = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# A paragraph separator needs no blank line after it to be one.
_HARD_SEPARATORS: Final = frozenset("\f\x1c\x1d\u2029")
# Characters without ink that str.strip leaves in place.
INVISIBLE: Final = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\x00"
)
_INK: Final = re.compile(rf"[^\s{INVISIBLE}]")

_SENTENCE_END: Final = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_ITEM: Final = re.compile(r"(?:[-*•●◦▪‣·]|\(?\d{1,2}[.)]|[a-zA-Z]\)|[–—](?=\s+[A-Z]))\s")
_BYLINE: Final = re.compile(r"(?:by|photo|photograph|picture|image|credit|source|file|via)\b", re.IGNORECASE)
# A line that ends in one of these goes on in the next.
_DANGLING: Final = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|as|that|than|into|its|their|his|her|our|is|are|was"
    r"|were|has|have|had|will|would|be|been|who|which|while|over|under|between|against))\Z",
    re.IGNORECASE,
)

# Hard-wrapped text has lines of nearly one width: this many characters at most ...
_WIDEST_WRAP: Final = 120
# ... and this share of its single line breaks cut a sentence in two, as seen from a small letter after them.
_WRAPPED_SHARE: Final = 0.3
# Someone wraps by hand with a ragged margin; a line is still "full" when the next word overshoots the width by so much.
_RAGGED: Final = 4
# Below this length an unfinished line is rather a heading than the first half of a sentence.
_SHORT_LINE: Final = 40

# Notes that follow a full stop on the same line, and are sentences of their own.
_INLINE_NOTE: Final = re.compile(
    r"(?<=[.!?”\"’'])\s*(?=\((?:Additional )?(?:Reporting|Writing|Editing|Photo|AP Photo|Image|Picture)\b)"
    r"|(?<=[.!?”\"’'])\s+(?=(?:Additional )?(?:Reporting|Editing|Writing) by [A-Z]"
    r"|Photo(?:graph)?s?(?: by [A-Z]|: ?[A-Z])|Contributing: [A-Z]|Getty Images\b)"
)
# Few paragraphs have one of their words; the pattern itself looks at every character.
_NOTE_WORD: Final = re.compile("Reporting|Writing|Editing|Photo|Image|Picture|Contributing")


# The stages of the interpretation ask the same of a text one after the other, some threads at a time.
_REMEMBERED: Final = 4


@frozen
class Line:
    """A line with ink on it: ``text[start:end]`` has no white space at its ends, offsets in characters.

    ``separated`` says that a blank line, a separator or the beginning of the text comes before it.
    """

    start: int
    end: int
    separated: bool


def find_lines(text: str) -> list[Line]:
    """Cut a text into its lines that are not blank.

    Args:
        text: Any string.

    Returns:
        The lines in order, without white space at their ends.
    """
    return list(_lines(text))


@lru_cache(maxsize=_REMEMBERED)
def _lines(text: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    separated = True
    for start, end, mark in _raw_lines(text):
        first = _INK.search(text, start, end)
        if first is None:
            separated = True
        else:
            lines.append(Line(first.start(), _last_ink(text, first.start(), end), separated))
            separated = mark in _HARD_SEPARATORS
    return tuple(lines)


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Cut a text into paragraphs, the stretches that no sentence crosses.

    Args:
        text: Any string.

    Returns:
        Character offsets ``(start, end)`` in order, without white space at the ends. A heading, a caption or a credit
        on a line of its own is a paragraph of its own.
    """
    return list(_paragraphs(text))


@lru_cache(maxsize=_REMEMBERED)
def _paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    paragraphs: list[tuple[int, int]] = []
    lines = _lines(text)
    width = _wrap_width(text, lines)
    for number, line in enumerate(lines):
        if number and not _starts_anew(text, lines[number - 1], line, width):
            paragraphs[-1] = (paragraphs[-1][0], line.end)
        else:
            paragraphs.append((line.start, line.end))
    return tuple(paragraphs)


def sentence_breaks(text: str) -> list[int]:
    """Say where a sentence must start, whatever its grammar.

    That is at paragraphs, headings, captions and editorial notes, and after a full stop that nobody could take for
    anything else.

    Args:
        text: Any string.

    Returns:
        Ascending character offsets of the first visible character of each such sentence. Between two of them there
        may be any number of further sentences, but none runs across.
    """
    return list(_breaks(text))


@lru_cache(maxsize=_REMEMBERED)
def _breaks(text: str) -> tuple[int, ...]:
    breaks: list[int] = []
    for start, end in _paragraphs(text):
        breaks.append(start)
        inside = set(sure_starts(text, start, end))
        if _NOTE_WORD.search(text, start, end):
            inside.update(note.end() for note in _INLINE_NOTE.finditer(text, start, end))
        breaks.extend(sorted(offset for offset in inside if start < offset < end))
    return tuple(breaks)


def _raw_lines(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for mark in _LINE_END.finditer(text):
        yield start, mark.start(), mark.group()
        start = mark.end()
    yield start, len(text), ""


def _last_ink(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return end


def _wrap_width(text: str, lines: Sequence[Line]) -> int:
    """Estimate the column at which the text was wrapped, or 0 when its lines are not wrapped."""
    pairs = 0
    cut = 0
    widths: list[int] = []
    for before, line in pairwise(lines):
        if line.separated:
            continue
        pairs += 1
        if _cuts_a_sentence(text, before, line):
            cut += 1
            widths.append(before.end - before.start)
    if not cut or cut < _WRAPPED_SHARE * pairs:
        return 0
    widths.sort()
    typical = widths[(9 * len(widths)) // 10]
    return typical if typical <= _WIDEST_WRAP else 0


def _cuts_a_sentence(text: str, before: Line, line: Line) -> bool:
    return text[line.start].islower() and not _ends_a_sentence(text, before) and not _BYLINE.match(text, line.start)


def _ends_a_sentence(text: str, line: Line) -> bool:
    return _SENTENCE_END.search(text, max(line.start, line.end - 6), line.end) is not None


def _starts_anew(text: str, before: Line, line: Line, width: int) -> bool:
    """Decide whether a paragraph ends between two neighbouring lines."""
    if line.separated or _ITEM.match(text, line.start, line.end):
        return True
    if _cuts_a_sentence(text, before, line) and (width or before.end - before.start >= _SHORT_LINE):
        return False
    if _DANGLING.search(text, max(before.start, before.end - 12), before.end):
        return False
    if not width:
        return True
    space = text.find(" ", line.start, line.end)
    first_word = (space if space >= 0 else line.end) - line.start
    return before.end - before.start + 1 + first_word + _RAGGED <= width
