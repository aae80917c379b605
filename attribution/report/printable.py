"""Make a text from outside safe to show."""

from __future__ import annotations

import re
from typing import Final

_UNSHOWABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_DIRECTIONAL: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """Return a text that can be displayed and encoded: one character for one.

    Lone surrogates and control characters become the replacement character, and so do the marks that turn the
    direction of all that follows.
    """
    return _DIRECTIONAL.sub("\ufffd", _UNSHOWABLE.sub("\ufffd", text))


def shortened(text: str, length: int) -> str:
    """Return a text on one line, safe to show, of at most so many characters, cut at a word where one ends late."""
    line = " ".join(shown(text).split())
    if len(line) <= length:
        return line
    kept = line[: length - 1]
    word = kept.rpartition(" ")[0]
    return f"{word if 2 * len(word) > length else kept}…"
