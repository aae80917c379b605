"""Reads the coreference of GUM (Zeldes 2017): which phrases of a document stand for the same entity.

In CoNLL-U the mentions stand in the last column, ``Entity=(4-person-...`` where one opens and ``Entity=4)`` where it
closes (https://universaldependencies.org/ext-format.html, CorefUD).
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from attrs import field, frozen

from attribution.training.conllu import GoldSentence, GoldWord, read_sentences

# An opening bracket with the fields up to the next bracket, or a closing one after the entity's number.
_BRACKET: Final = re.compile(r"\((?P<opened>[^-()]+)-(?P<kind>[^-()]*)[^()]*(?P<at_once>\))?|(?P<closed>[^()]+)\)")


@frozen
class CorefMention:
    """A phrase at ``text[start:end]``; its words in order, and of what kind its entity is ("person", ...)."""

    start: int
    end: int
    words: tuple[GoldWord, ...]
    entity: str
    kind: str


@frozen
class CorefDocument:
    """A document with its mentions, in the order of their start, longer ones first."""

    name: str
    text: str
    mentions: tuple[CorefMention, ...]


def read_documents(path: Path, genres: Collection[str]) -> list[CorefDocument]:
    """Read the documents of some genres ("news", "interview") from a CoNLL-U file of GUM.

    Raises:
        CorpusError: if the file is missing or cannot be read.
    """
    builders: dict[str, _Builder] = {}
    for sentence, brackets in zip(read_sentences(path), _entities(path), strict=True):
        genre = sentence.document.split("_")[1] if sentence.document.count("_") > 1 else ""
        if genre in genres:
            builders.setdefault(sentence.document, _Builder()).add(sentence, brackets)
    return [CorefDocument(name, builder.text, builder.sorted()) for name, builder in builders.items()]


@frozen(eq=False)
class _Builder:
    """A document while it is read."""

    parts: list[str] = field(factory=list)
    mentions: list[CorefMention] = field(factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def add(self, sentence: GoldSentence, brackets: list[str]) -> None:
        if self.parts:
            self.parts.append("\n\n" if sentence.paragraph else " ")
        base = sum(map(len, self.parts))
        self.parts.append(sentence.text)
        opened: list[tuple[str, str, int]] = []
        for index, cell in enumerate(brackets):
            for match in _BRACKET.finditer(cell):
                if match["opened"]:
                    opened.append((match["opened"], match["kind"], index))
                name = match["closed"] or (match["opened"] if match["at_once"] else None)
                place = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == name), None)
                if place is not None:
                    _, kind, first = opened.pop(place)
                    words = sentence.words[first : index + 1]
                    start, end = base + words[0].start, base + words[-1].end
                    self.mentions.append(CorefMention(start, end, words, str(name), kind))

    def sorted(self) -> tuple[CorefMention, ...]:
        return tuple(sorted(self.mentions, key=lambda mention: (mention.start, -mention.end)))


def _entities(path: Path) -> Iterator[list[str]]:
    """Yield for each sentence the ``Entity`` value of each of its words."""
    opener = gzip.open if path.suffix == ".gz" else open
    cells: list[str] = []
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                values = (item[7:] for item in columns[9].split("|") if item.startswith("Entity="))
                cells.append(next(values, ""))
            elif not line.strip() and cells:
                yield cells
                cells = []
    if cells:
        yield cells
