"""One annotated article, by hand or by a system, in the shape that the scorer compares."""

from __future__ import annotations

from attrs import frozen

from benchmarks.scorers.spans import Piece, Pieces


@frozen
class SheetAttribution:
    """An attribution with its labels. Absent spans are empty, absent labels ``None``."""

    id: str
    source: Pieces
    cue: Pieces
    content: Pieces
    cue_kind: str
    stance: str
    quotation: str
    identification: str
    kind: str
    anonymous: bool
    anonymity_reason: Pieces
    resolved: str | None
    via: Pieces
    parent: str | None


@frozen
class Mark:
    """A hedge or a loaded expression; ``voice`` is ``None`` for hedges."""

    span: Pieces
    kind: str
    voice: str | None = None


@frozen
class SheetClaim:
    """A claim with the level of its sourcing."""

    spans: Pieces
    level: str


@frozen
class Sheet:
    """All that is annotated in one article."""

    name: str
    text: str
    sentences: tuple[Piece, ...]
    attributions: tuple[SheetAttribution, ...]
    hedges: tuple[Mark, ...]
    loaded: tuple[Mark, ...]
    claims: tuple[SheetClaim, ...]
