"""Reads the hand-annotated texts in ``articles/`` (their form is described there)."""

from __future__ import annotations

import sys
from pathlib import Path

from attrs import frozen

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(__file__).parent / "articles"
LABELS = (
    "identification", "kind", "anonymous", "reason", "via", "resolved", "cue_kind", "stance", "quotation",
)  # fmt: skip


@frozen
class Annotated:
    """One attribution by hand; places are character offsets."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    identification: str
    kind: str
    anonymous: bool = False
    reason: str | None = None
    via: str | None = None
    resolved: str | None = None
    parent: int | None = None
    cue_kind: str = "verb"
    stance: str = "neutral"
    quotation: str = "indirect"


@frozen
class Article:
    """A text with its attributions."""

    name: str
    text: str
    attributions: tuple[Annotated, ...]


def read_articles() -> tuple[Article, ...]:
    """Return all annotated texts, sorted by name."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.toml")))


def _read(path: Path) -> Article:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    text = data["text"]
    return Article(path.stem, text, tuple(_attribution(text, row) for row in data["attribution"]))


def _attribution(text: str, row: dict) -> Annotated:
    at = row["at"]
    assert text.count(at) == 1, f"{at!r} is there {text.count(at)} times"
    start = text.index(at) + at.index(row["cue"])
    cue = (start, start + len(row["cue"]))
    source = _nearest(text, row["source"], start) if "source" in row else None
    content = tuple(_stretch(text, piece, start) for piece in row["content"])
    labels = {key: row[key] for key in LABELS if key in row}
    parent = row["parent"] - 1 if "parent" in row else None
    return Annotated(cue, source, content, **labels, parent=parent)


def _nearest(text: str, piece: str, near: int) -> tuple[int, int]:
    places = [i for i in range(len(text)) if text.startswith(piece, i)]
    assert places, f"{piece!r} is not in the text"
    place = min(places, key=lambda i: min(abs(i - near), abs(i + len(piece) - near)))
    return place, place + len(piece)


def _stretch(text: str, piece: str, near: int) -> tuple[int, int]:
    first, _, last = piece.partition(" … ")
    start, end = _nearest(text, first, near)
    return (start, text.index(last, end) + len(last)) if last else (start, end)
