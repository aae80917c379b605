"""Writes the encoder's layers into a Doc, leaving alone what is there already."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from spacy.tokens import Doc, Span

from attribution.pipeline.features import Ints, Words
from attribution.pipeline.labels import Labels
from attribution.pipeline.lemmas import Lemmas
from attribution.pipeline.merge import TextReading
from attribution.pipeline.trees import best_tree

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


def set_tags(doc: Doc, words: Words, reading: TextReading, labels: Labels, lemmas: Lemmas) -> None:
    """Set ``tag_``, ``pos_``, ``morph`` and ``lemma_`` of every token; white space gets spaCy's tags for it."""
    tags, parts = labels.tags, labels.pos
    for token in doc:
        if token.is_space:
            token.tag_, token.pos_, token.lemma_ = "_SP", "SPACE", token.text
    for index, tag_number, pos_number in zip(
        words.token.tolist(), reading.tag.tolist(), reading.pos.tolist(), strict=True
    ):
        token = doc[index]
        tag, part = tags[tag_number], parts[pos_number]
        if not token.text[0].isalnum():
            settled = _settled_tag(doc, index)
            tag, part = (settled, "PUNCT") if settled else (tag, part)
        token.tag_ = tag
        token.pos_ = part
        token.lemma_ = lemmas(token.text, tag)
        if tag in _MORPHOLOGY:
            token.set_morph(_MORPHOLOGY[tag])


def _settled_tag(doc: Doc, index: int) -> str:
    """Return the tag of a mark that needs no reading, "" for all others."""
    token = doc[index]
    mark = token.text[0]
    if mark in _DRAWN and set(token.text) == {mark}:
        goes_on = not token.whitespace_ and index + 1 < len(doc) and doc[index + 1].text[0] == mark
        went_on = index > 0 and not doc[index - 1].whitespace_ and doc[index - 1].text[-1] == mark
        return "NFP" if len(token.text) > 1 or goes_on or went_on else ""
    return _SETTLED.get(token.text, "")


def set_tree(doc: Doc, words: Words, reading: TextReading, starts: Sequence[bool], labels: Labels) -> None:
    """Set heads, relations and sentences. White space hangs on the word before it, or the first word after it."""
    heads = np.arange(len(doc))
    deps = [""] * len(doc)
    bounds = [*np.flatnonzero(starts).tolist(), len(words)]
    relations = labels.deps
    for start, end in itertools.pairwise(bounds):
        tokens = words.token[start:end]
        tree = best_tree(reading.arcs(start, end))
        is_root = tree == 0
        heads[tokens] = np.where(is_root, tokens, tokens[np.maximum(tree - 1, 0)])
        for token, number, root in zip(tokens.tolist(), reading.dep[start:end].tolist(), is_root.tolist(), strict=True):
            relation = relations[number]
            deps[token] = "ROOT" if root else "dep" if relation == "root" else relation
    _hang_spaces(doc, words, heads, deps)
    array = np.zeros((len(doc), 2), dtype=np.uint64)
    strings = doc.vocab.strings
    array[:, 0] = (heads - np.arange(len(doc))).astype(np.int64).astype(np.uint64)
    array[:, 1] = [strings.add(dep) for dep in deps]
    doc.from_array(["HEAD", "DEP"], array)  # type: ignore[arg-type]


def _hang_spaces(doc: Doc, words: Words, heads: Ints, deps: list[str]) -> None:
    spaces = np.setdiff1d(np.arange(len(doc)), words.token)
    if not len(words):
        if len(doc):
            heads[:] = 0
            deps[:] = ["ROOT"] + ["dep"] * (len(doc) - 1)
        return
    before = np.searchsorted(words.token, spaces) - 1
    heads[spaces] = words.token[np.maximum(before, 0)]
    for space in spaces.tolist():
        deps[space] = "dep"


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
