"""Lines and columns of a text, as editors of text and other programs count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from attrs import frozen

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@frozen
class Position:
    """A place in a text; line and column are counted from 1, columns in characters."""

    line: int
    column: int


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        """Find the line ends: LF, CRLF or CR."""
        self._starts: Sequence[int] = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
