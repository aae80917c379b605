"""Learns the lemma rules from treebanks and, for words they do not have, from automatic annotation."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from attribution.pipeline.lemmas import Lemmas
from attribution.training.corpora import existing

Word = tuple[str, str, str]


def conllu_words(path: Path) -> Iterator[Word]:
    """Yield ``(form, tag, lemma)`` of the words of a CoNLL-U file."""
    with gzip.open(existing(path, "trees in CoNLL-U"), "rt", encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit() and columns[2] != "_":
                yield columns[1], columns[4], columns[2]


def corenlp_words(path: Path) -> Iterator[Word]:
    """Yield ``(form, tag, lemma)`` of the verbs and plural nouns of a table of CoreNLP tokens."""
    with gzip.open(existing(path, "CoreNLP's tokens"), "rt", encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) >= 7 and (columns[3].startswith("VB") or columns[3] == "NNS"):
                yield columns[2], columns[3], columns[4]


def learn_lemmas(trusted: Iterable[Word], further: Iterable[Word] = ()) -> Lemmas:
    """Learn rules; ``further`` words count only where ``trusted`` ones say nothing of the form."""
    words = list(trusted)
    known = {(form.lower(), tag) for form, tag, _ in words}
    words.extend(word for word in further if (word[0].lower(), word[1]) not in known)
    return Lemmas.learn(words)
