"""Reads articles annotated by hand: ``NAME.txt`` and, beside it, ``NAME.gold.json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attribution.training.corpora import CorpusError, existing
from benchmarks.scorers.spans import Pieces
from benchmarks.sheets import Mark, Sheet, SheetAttribution, SheetClaim


def read_gold(folder: Path) -> list[Sheet]:
    """Read all gold articles of a folder, ordered by name.

    Raises:
        CorpusError: if there is none, or one cannot be read; the message names the file.
    """
    paths = sorted(existing(folder, "articles annotated by hand").glob("*.gold.json"))
    if not paths:
        raise CorpusError(f"articles annotated by hand: no *.gold.json in {folder}")
    return [_read(path) for path in paths]


def _read(path: Path) -> Sheet:
    name = path.name.removesuffix(".gold.json")
    with existing(path.with_name(f"{name}.txt"), f"the text of {path.name}").open(encoding="utf-8", newline="") as file:
        text = file.read()
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        return Sheet(
            name,
            text,
            tuple((start, end) for start, end in gold["sentences"]),
            tuple(_attribution(item) for item in gold["attributions"]),
            tuple(Mark(_pieces(item["span"]), item["kind"]) for item in gold["hedges"]),
            tuple(Mark(_pieces(item["span"]), item["kind"], item["voice"]) for item in gold["loaded"]),
            tuple(SheetClaim(_pieces(item["span"]), item["expected_sourcing"]) for item in gold["claims"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CorpusError(f"{path}: not a gold annotation ({error!r})") from error


def _attribution(item: dict[str, Any]) -> SheetAttribution:
    return SheetAttribution(
        id=item["id"],
        source=_pieces(item["source"]),
        cue=_pieces(item["cue"]),
        content=_pieces(item["content"]),
        cue_kind=item["cue_kind"],
        stance=item["stance"],
        quotation=item["quotation"],
        identification=item["identification"],
        kind=item["kind"],
        anonymous=item["anonymous"],
        anonymity_reason=_pieces(item["anonymity_reason"]),
        resolved=item["resolved"],
        via=_pieces(item["via"]),
        parent=item["parent"],
    )


def _pieces(value: list[Any] | None) -> Pieces:
    """Read ``null``, one ``[start, end]`` or a list of them."""
    if not value:
        return ()
    if isinstance(value[0], int):
        value = [value]
    return tuple((start, end) for start, end in value)
