"""Reads PolNeAR-style attributions: articles as plain text, annotations as brat standoff files.

Format: PolNeAR (Newell, Margolin and Ruths 2018) in the standoff format of the annotation tool brat. A folder
holds ``text/NAME.txt`` and ``attributions/NAME.ann`` or, for several annotators, ``attributions/NAME_CODE.ann``.
"""

from __future__ import annotations

import re
from pathlib import Path

from attribution.training.corpora import Article, CorpusError, GoldAttribution, Offsets, existing

_ENTITY = re.compile(r"(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)")
_EVENT = re.compile(r"E\d+\t(\S.*)")
_ANNOTATOR = re.compile(r"_[0-9a-z]{4}$")
_ROLES = ("Source", "Cue", "Content")


def read_articles(folder: Path) -> list[Article]:
    """Return the articles of a folder, ordered by name.

    Raises:
        CorpusError: if the folder, or the text of an annotated article, is missing, or an offset lies outside its text.
    """
    texts = existing(folder / "text", "articles as text")
    annotated: dict[str, list[Path]] = {}
    for path in sorted(existing(folder / "attributions", "brat standoff files").glob("*.ann")):
        name = path.stem
        if not (texts / f"{name}.txt").exists():
            name = _ANNOTATOR.sub("", name)
        annotated.setdefault(name, []).append(path)
    articles = []
    for name, paths in sorted(annotated.items()):
        source = existing(texts / f"{name}.txt", f"the text that {paths[0].name} annotates")
        # newline="": standoff offsets count the characters of the file as it is.
        with source.open(encoding="utf-8", newline="") as file:
            text = file.read()
        articles.append(Article(name, text, tuple(_read_standoff(path, len(text)) for path in paths)))
    return articles


def _read_standoff(path: Path, length: int) -> tuple[GoldAttribution, ...]:
    spans: dict[str, Offsets] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if entity := _ENTITY.match(line):
            name, _, offsets = entity.groups()
            pieces = [tuple(map(int, piece.split())) for piece in offsets.split(";")]
            if any(len(piece) != 2 or not 0 <= piece[0] <= piece[1] <= length for piece in pieces):
                raise CorpusError(f"{path}: {name} has offsets outside the text: {offsets}")
            spans[name] = tuple(sorted((piece[0], piece[1]) for piece in pieces))
        elif event := _EVENT.match(line):
            events.append(event[1].split())
    found = []
    for event_parts in events:
        if not event_parts[0].startswith("Attribution"):
            continue
        roles: dict[str, list[tuple[int, int]]] = {role: [] for role in _ROLES}
        for part in event_parts[1:]:
            label, _, target = part.partition(":")
            role = label.rstrip("0123456789")
            if role in roles:
                roles[role].extend(spans.get(target, ()))
        source, cue, content = (tuple(sorted(roles[role])) for role in _ROLES)
        found.append(GoldAttribution(source, cue, content))
    return tuple(found)
