"""Reads trees in CoNLL-U, the format of Universal Dependencies (https://universaldependencies.org/format.html)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from attribution.training.corpora import CorpusError, existing


@frozen
class GoldWord:
    """A syntactic word: offsets into its sentence's text, tags, and its head (an index into the words, -1: root)."""

    start: int
    end: int
    tag: str
    pos: str
    head: int
    dep: str


@frozen
class GoldSentence:
    """A sentence with its text and its words; ``paragraph`` is true for the first of a paragraph or document."""

    text: str
    words: tuple[GoldWord, ...]
    paragraph: bool
    document: str


def read_sentences(path: Path) -> Iterator[GoldSentence]:
    """Yield the sentences of a ``.conllu`` or ``.conllu.gz`` file.

    A multi-word token ("don't") is cut where its words, put together, spell it; where they do not, its words share
    the whole token's offsets.

    Raises:
        CorpusError: if the file is missing or a line is not CoNLL-U; the message names file and line.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    document = ""
    with opener(existing(path, "trees in CoNLL-U"), "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
            elif line:
                columns = line.split("\t")
                if len(columns) != 10:
                    raise CorpusError(f"{path}, line {number}: {len(columns)} columns instead of ten")
                rows.append(columns)
            elif rows:
                document = comments.get("newdoc id", document)
                paragraph = any(key.startswith(("newpar", "newdoc")) for key in comments)
                yield _sentence(rows, paragraph, document)
                comments, rows = {}, []
        if rows:
            yield _sentence(rows, False, document)


def _sentence(rows: list[list[str]], paragraph: bool, document: str) -> GoldSentence:
    text = ""
    offsets: dict[int, tuple[int, int]] = {}
    covered = 0
    for row in rows:
        name, form, space = row[0], row[1], "SpaceAfter=No" not in row[9].split("|")
        if "." in name:
            continue
        if "-" in name:
            first, last = map(int, name.split("-"))
            offsets.update(_inside(form, len(text), [r for r in rows if r[0].isdigit() and first <= int(r[0]) <= last]))
            covered = last
            text += form + " " * space
        elif int(name) > covered:
            offsets[int(name)] = (len(text), len(text) + len(form))
            text += form + " " * space
    words = [row for row in rows if row[0].isdigit()]
    return GoldSentence(
        text.rstrip(" "),
        tuple(
            GoldWord(*offsets[int(row[0])], tag=row[4], pos=row[3], head=int(row[6]) - 1, dep=row[7]) for row in words
        ),
        paragraph,
        document,
    )


def _inside(form: str, start: int, rows: list[list[str]]) -> dict[int, tuple[int, int]]:
    """Return the offsets of the words of a multi-word token that begins at ``start``."""
    if "".join(row[1] for row in rows) != form:
        return {int(row[0]): (start, start + len(form)) for row in rows}
    offsets = {}
    for row in rows:
        offsets[int(row[0])] = (start, start + len(row[1]))
        start += len(row[1])
    return offsets
