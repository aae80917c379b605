"""Reads the automatic annotation that PolNeAR ships: a table of CoreNLP tokens per article."""

from __future__ import annotations

import gzip
from pathlib import Path

from attribution.training.corpora import GoldEntity, existing


def read_entities(path: Path) -> dict[str, tuple[GoldEntity, ...]]:
    """Return the named entities of each article by the article's name; labels are CoreNLP's four classes.

    Neighbouring tokens of one class are one entity, as CoreNLP itself prints them; a sentence's end (an empty line)
    ends an entity.
    """
    entities: dict[str, tuple[GoldEntity, ...]] = {}
    name: str | None = None
    current: list[GoldEntity] = []
    label, start, end = "O", 0, 0

    def close() -> None:
        if label != "O":
            current.append(GoldEntity(start, end, label))

    with gzip.open(existing(path, "CoreNLP's tokens"), "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# doc = "):
                close()
                label = "O"
                if name is not None:
                    entities[name] = tuple(current)
                name, current = line.removeprefix("# doc = "), []
                continue
            columns = line.split("\t")
            tag = columns[5] if len(columns) >= 7 else "O"
            if tag != label or tag == "O":
                close()
                label = tag
                if tag != "O":
                    start = int(columns[0])
            if tag != "O":
                end = int(columns[1])
    close()
    if name is not None:
        entities[name] = tuple(current)
    return entities
