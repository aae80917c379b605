"""What running prose is not: tables, code, verse and lists, told by the look of the lines alone.

Each finder wants several lines of a kind before it speaks, for an article may well hold a line that looks odd.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attribution.interpret.text.lines import Line

# A table has so many rows, one below the other, with the same separator and about the same number of cells.
_ROWS: Final = 3
_CELLS: Final = 3
# Cells between commas or semicolons are short, or they are clauses.
_WORDS_IN_CELL: Final = 3
# Each with a character that it does not go without.
_SEPARATORS: Final = (("\t", re.compile(r"\t+")), ("|", re.compile(r"\s*\|\s*")), ("", re.compile(r"[ \xa0]{3,}")))
_CSV: Final = (";", ",")
_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(r"[-+(]?[$€£]?\d[\d.,:/%()–-]*\Z")

# How lines of code begin, and what some of them end in; no pattern looks at a line twice, however long it is.
_CODE: Final = re.compile(
    r"""[}\])]+[;,)]*\Z                                                          # a block closes
    | import\ [\w.]+(?:\ as\ \w+)?\Z | from\ [\w.]+\ import\ [\w*] | @\w+\Z | >>>\  # Python
    | \#include\b | \#!/ | // | /\* | \*/ | <\?php
    | [\w.\[\]"'*&]+(?:\ \w+)?\ *(?:=|\+=|-=|:=|==|=>|->)\ *\S                 # an assignment
    | ["'][^"'\s]{1,60}["']\ *:\ *(?:["'\[{\d-]|true|false|null)              # JSON
    | [\w.]+\([^()]*\)\Z                                                      # a call and nothing else
    | (?:SELECT|INSERT\ INTO|CREATE\ TABLE|DELETE\ FROM|UPDATE|WHERE|ORDER\ BY)\ [\w*]
    | \d{4}-\d\d-\d\d[T\ ]\d\d:\d\d                                           # a log
    | at\ [\w$.]+\([\w.]+:\d+\) | File\ "[^"]*",\ line\ \d | Traceback\ \(""",
    re.VERBOSE,
)
_PYTHON: Final = re.compile(r"(?:(?:async )?def|class|for|while|if|elif|with|else|try|except|finally)\b")
_BLOCK: Final = re.compile(r"[\w)\]\"'] ?\{\Z")
_STATEMENT: Final = re.compile(r"[={}<>]|\w\(")
_CODE_LINES: Final = 3
_CODE_SHARE: Final = 0.2
_SYMBOLS: Final = re.compile(r"[{}\[\]<>=;\\|_^~`]")
_SYMBOLS_SHARE: Final = 0.05
# A record that holds whole texts has few of them.
_RECORD: Final = re.compile(r"\[?\s{0,9}\{\s{0,9}\"[^\"\n]{1,60}\"\s{0,9}:")
_FEWEST_CHARACTERS: Final = 60

_VERSE_LINES: Final = 6
_VERSE_WIDTH: Final = 65
_VERSE_SHARE: Final = 0.8
_UNFINISHED_SHARE: Final = 0.45
_CAPITALS_SHARE: Final = 0.7
_SHORT_SHARE: Final = 0.35
_SENTENCE_END: Final = re.compile(r"[.!?…:]['\"”’»)\]]*\Z")
_RAGGED: Final = 4


def find_table(text: str, lines: Sequence[Line]) -> Line | None:
    """Return the first row of a table, with its cells set off by tabs, bars, blanks, semicolons or commas.

    Args:
        text: The text.
        lines: Its lines.

    Returns:
        The row, or ``None``.
    """
    before: tuple[object, int] | None = None
    first, rows = 0, 0
    for number, line in enumerate(lines):
        row = _row(text[line.start : line.end])
        goes_on = row is not None and before is not None and row[0] == before[0] and abs(row[1] - before[1]) <= 1
        first, rows = (first, rows + 1) if goes_on else (number, 1 if row else 0)
        if rows >= _ROWS:
            return lines[first]
        before = row
    return None


def _row(line: str) -> tuple[object, int] | None:
    """Return how a line is cut into cells and into how many, ``None`` for a line that is no row."""
    for mark, separator in _SEPARATORS:
        if mark not in line:
            continue
        cells = [cell for cell in separator.split(line) if cell.strip()]
        if len(cells) >= _CELLS:
            return separator, len(cells)
    for mark in _CSV:
        cells = line.split(mark)
        # "red, white, and blue." is no row: rows neither end like a sentence nor join their last cell.
        if (
            len(cells) >= _CELLS
            and all(len(cell.split()) <= _WORDS_IN_CELL for cell in cells)
            and not _SENTENCE_END.search(line)
            and cells[-1].split()[:1] not in (["and"], ["or"])
        ):
            return mark, len(cells)
    words = line.split()
    if 2 * len(_DIGIT.findall(line)) < len(words):
        return None
    numbers = sum(_NUMBER.match(word) is not None for word in words)
    return ("numbers", 0) if numbers >= _CELLS and 2 * numbers >= len(words) else None


def find_code(text: str, lines: Sequence[Line]) -> Line | None:
    """Return the first line of program code or data, ``None`` where there is not enough of it to be sure."""
    found = [line for line in lines if _is_code(text[line.start : line.end])]
    if len(found) >= _CODE_LINES and len(found) >= _CODE_SHARE * len(lines):
        return found[0]
    if not lines:
        return None
    if _RECORD.match(text, lines[0].start) and text[lines[-1].end - 1] in "}]":
        return lines[0]
    characters = len(text.replace(" ", ""))
    if characters >= _FEWEST_CHARACTERS and len(_SYMBOLS.findall(text)) >= _SYMBOLS_SHARE * characters:
        return lines[0]
    return None


def _is_code(line: str) -> bool:
    if line.endswith(";"):
        return _STATEMENT.search(line) is not None
    if line.endswith(":") and _PYTHON.match(line):
        return True
    return _CODE.match(line) is not None or _BLOCK.search(line[-4:]) is not None


def is_set_in_short_lines(text: str, lines: Sequence[Line]) -> bool:
    """Say whether a text is set as verse, or a list, is: in short lines that do not end where sentences end.

    Prose wrapped at a narrow width is not: its lines are filled.
    """
    if len(lines) < _VERSE_LINES:
        return False
    widths = sorted(line.end - line.start for line in lines)
    total = sum(widths)
    if sum(width for width in widths if width <= _VERSE_WIDTH) < _VERSE_SHARE * total:
        return False
    unfinished = [(before, line) for before, line in pairwise(lines) if _goes_on(text, before)]
    if len(unfinished) < _UNFINISHED_SHARE * (len(lines) - 1):
        return False
    full = widths[(9 * len(widths)) // 10] - _RAGGED
    capitals = sum(text[line.start].isupper() for _, line in unfinished)
    short = sum(before.end - before.start + 1 + _first_word(text, line) <= full for before, line in unfinished)
    return capitals >= _CAPITALS_SHARE * len(unfinished) or short >= _SHORT_SHARE * len(unfinished)


def _goes_on(text: str, line: Line) -> bool:
    return _SENTENCE_END.search(text, max(line.start, line.end - 6), line.end) is None


def _first_word(text: str, line: Line) -> int:
    space = text.find(" ", line.start, line.end)
    return (space if space >= 0 else line.end) - line.start
