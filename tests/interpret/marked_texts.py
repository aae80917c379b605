"""Reads the texts in ``marked/``, with their hedges, loaded words and claims (their form is described there)."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from benchmarks.sheets import Mark, Sheet, SheetClaim

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(__file__).parent / "marked"
_MARKS = re.compile(r"\[([^]|]+)\|(\w+)\]|\{([^}|]+)\|(\w+)(?:\|(source))?\}")


def read_marked() -> tuple[Sheet, ...]:
    """Return all marked texts, sorted by name; they have no attributions."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.toml")))


def _read(path: Path) -> Sheet:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    text, hedges, loaded = unmarked(data["text"])
    return Sheet(path.stem, text, (), (), hedges, loaded, tuple(_claims(text, data["claims"])))


def unmarked(marked: str) -> tuple[str, tuple[Mark, ...], tuple[Mark, ...]]:
    """Take the marks out of a text; return it with its hedges and its loaded words."""
    text, last = "", 0
    hedges: list[Mark] = []
    loaded: list[Mark] = []
    for match in _MARKS.finditer(marked):
        text += marked[last : match.start()]
        last, start = match.end(), len(text)
        hedge, hedge_kind, word, kind, voice = match.groups()
        text += hedge or word
        if hedge:
            hedges.append(Mark(((start, len(text)),), hedge_kind))
        else:
            loaded.append(Mark(((start, len(text)),), kind, voice or "writer"))
    text += marked[last:]
    assert not set("[]{}|") & set(text), f"a mark is not closed: {text}"
    return text, tuple(hedges), tuple(loaded)


def _claims(text: str, rows: list[str]) -> list[SheetClaim]:
    """Find the claims, each from where the one before it begins."""
    claims: list[SheetClaim] = []
    at = 0
    for row in rows:
        level, _, words = row.partition(": ")
        spans = []
        for piece in words.split(" // "):
            spans.append(_stretch(text, piece, spans[-1][1] if spans else at))
        at = spans[0][0]
        claims.append(SheetClaim(tuple(spans), level))
    return claims


def _stretch(text: str, piece: str, start: int) -> tuple[int, int]:
    first, _, last = piece.partition(" … ")
    begin = text.find(first, start)
    assert begin >= 0 and last in text[begin + len(first) :], f"{piece!r} is not in the text there"
    end = begin + len(first)
    return begin, text.index(last, end) + len(last) if last else end
