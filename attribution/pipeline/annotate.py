"""Writes the encoder's layers into a Doc, leaving alone what is there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from spacy.tokens import Doc, Span

from attribution.pipeline.features import SHAPES, Ints, Words
from attribution.pipeline.labels import Labels
from attribution.pipeline.lemmas import Lemmas
from attribution.pipeline.merge import Numbers, TextReading

_MORPHOLOGY: Final = {
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "NNP": "Number=Sing",
    "NNPS": "Number=Plur",
    "VB": "VerbForm=Inf",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "MD": "VerbForm=Fin",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
}

_SETTLED: Final = {"!": ".", "?": ".", "!!": ".", "??": ".", "!!!": ".", "?!": "."}
"""Tags of marks that can have no other."""

_DRAWN: Final = frozenset("_=*~")
"""Marks that draw a line when several stand together; the English Web Treebank calls it superfluous punctuation."""

_TELLING: Final = _DRAWN | {"!", "?"}
"""What such marks begin with."""

_MARK: Final = SHAPES.index("mark")
"""The shape of words without letters and digits."""


def set_tags(doc: Doc, words: Words, reading: TextReading, labels: Labels, lemmas: Lemmas) -> None:
    """Set ``tag_``, ``pos_``, ``morph`` and ``lemma_`` of every token; white space gets spaCy's tags for it."""
    number = doc.vocab.strings.add
    names = (*labels.tags, *_SETTLED.values(), "NFP")
    told = np.array([(number(tag), number(_MORPHOLOGY.get(tag, ""))) for tag in names], np.uint64)
    which = reading.tag.astype(np.int64)
    parts = np.array([number(part) for part in labels.pos], np.uint64)[reading.pos]
    for word in np.flatnonzero(words.shape == _MARK).tolist():
        if words.texts[word][0] in _TELLING and (settled := _settled_tag(doc, int(words.token[word]))):
            which[word], parts[word] = names.index(settled), number("PUNCT")
    # All at once, as numbers: setting them token by token takes several times as long.
    columns: list[int | str] = ["TAG", "POS", "LEMMA", "MORPH"]
    array = np.asarray(doc.to_array(columns), np.uint64)
    array[:, 0], array[:, 1] = number("_SP"), number("SPACE")
    for space in np.setdiff1d(np.arange(len(doc)), words.token).tolist():
        array[space, 2] = doc[space].orth
    tagged = list(zip(words.texts, map(names.__getitem__, which.tolist()), strict=True))
    # A word with its tag mostly comes more than once.
    known = {pair: number(lemmas(*pair)) for pair in set(tagged)}
    array[words.token, 0] = told[which, 0]
    array[words.token, 1] = parts
    array[words.token, 2] = [known[pair] for pair in tagged]
    array[words.token, 3] = np.where(told[which, 1] > 0, told[which, 1], array[words.token, 3])
    doc.from_array(columns, array)  # type: ignore[arg-type]


def _settled_tag(doc: Doc, index: int) -> str:
    """Return the tag of a mark that needs no reading, "" for all others."""
    token = doc[index]
    mark = token.text[0]
    if mark in _DRAWN and set(token.text) == {mark}:
        goes_on = not token.whitespace_ and index + 1 < len(doc) and doc[index + 1].text[0] == mark
        went_on = index > 0 and not doc[index - 1].whitespace_ and doc[index - 1].text[-1] == mark
        return "NFP" if len(token.text) > 1 or goes_on or went_on else ""
    return _SETTLED.get(token.text, "")


def set_tree(doc: Doc, words: Words, heads: Ints, relations: Numbers, labels: Labels) -> None:
    """Set heads, relations and sentences. White space hangs on the word before it, or the first word after it.

    Args:
        doc: A Doc.
        words: Its words.
        heads: The head of each word, which is a word; that of a root is the root itself.
        relations: The number of each word's relation to its head.
        labels: What the numbers stand for.
    """
    add = doc.vocab.strings.add
    tokens = np.arange(len(doc))
    names = np.array([add("dep" if name == "root" else name) for name in labels.deps], np.uint64)
    array = np.full((len(doc), 2), add("dep"), np.uint64)
    array[words.token, 1] = np.where(heads == np.arange(len(words)), np.uint64(add("ROOT")), names[relations])
    before = np.searchsorted(words.token, tokens, side="right") - 1
    hung = words.token[np.maximum(before, 0)]
    hung[words.token] = words.token[heads]
    array[:, 0] = (hung - tokens).astype(np.uint64)  # wraps round below 0, as spaCy wants it
    doc.from_array(["HEAD", "DEP"], array)  # type: ignore[arg-type]


def set_entities(doc: Doc, words: Words, entities: Sequence[tuple[int, int, str]]) -> None:
    """Set ``doc.ents`` from ``(first word, one past the last, label)``."""
    spans = [
        Span(doc, int(words.token[start]), int(words.token[end - 1]) + 1, label=label) for start, end, label in entities
    ]
    doc.set_ents(spans)


_ARGUMENTS: Final = frozenset(
    "nsubj nsubj:pass nsubj:outer obj iobj obl obl:agent obl:unmarked nmod nmod:poss nmod:desc nmod:unmarked appos "
    "root ROOT conj xcomp dislocated vocative parataxis ccomp advcl list dep".split()
)
_BEFORE_CHUNK: Final = frozenset({"case", "mark", "cc", "punct", "advmod", "cop", "nsubj", "aux"})
_CHUNK_HEADS: Final = frozenset({"NOUN", "PROPN", "PRON"})


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Yield base noun phrases of a tree with Universal Dependencies labels, as spaCy's own iterators do.

    A chunk reaches from the leftmost modifier to the noun (names written in several words included); what follows the
    noun (prepositions, relative clauses) is outside.
    """
    label = doclike.doc.vocab.strings.add("NP")
    previous = -1
    for token in doclike:
        if token.pos_ not in _CHUNK_HEADS or token.dep_ not in _ARGUMENTS:
            continue
        start = end = token.i
        for child in token.lefts:
            start = token.i if child.dep_ in _BEFORE_CHUNK else min(start, child.left_edge.i)
        for child in token.rights:
            if child.dep_ in {"flat", "fixed"} and child.i == end + 1:
                end = child.right_edge.i
        if start > previous:
            previous = end
            yield start, end + 1, label
