"""Docs by hand, from a compact notation."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc, Span

from attribution.interpret.draft import Draft
from attribution.interpret.sources.identifying import SourceReading, identify_sources
from attribution.interpret.text.layout import lay_out
from attribution.interpret.text.quotes import find_quotations
from attribution.lexicons import Lexicons
from attribution.report import Span as Place

# A bare ``Vocab()`` has no lexical attributes: ``lower_``, ``is_space`` and ``is_punct`` would be empty.
VOCAB = English().vocab
LEXICONS = Lexicons.default()
UNIVERSAL = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJS": "ADJ", "DT": "DET", "PDT": "DET",
    "IN": "ADP", "TO": "PART", "CC": "CCONJ", "CD": "NUM", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON",
    "RB": "ADV", "MD": "AUX", "POS": "PART", "HYPH": "PUNCT", "_SP": "SPACE",
}  # fmt: skip
GLUED = {",", ".", "'s", "n't", "-", "’s"}


OIL = "blamed/VBD//0/ROOT oil/NN//-1/obj ././/-2/punct "
"""The end of a sentence: what somebody blamed."""


def build(rows: str) -> Doc:
    """Build a Doc from "word/TAG", "word/TAG/ENTITY" or "word/TAG/ENTITY/head/label" pieces between blanks.

    Heads are distances ("+2": two tokens on); neighbours with the same entity label are one entity. A head that is left
    out makes the token a root.
    """
    cells = [piece.split("/") for piece in rows.split()]
    words = [cell[0] for cell in cells]
    tags = [cell[1] for cell in cells]
    heads = [i + (int(cell[3]) if len(cell) > 3 else 0) for i, cell in enumerate(cells)]
    labels = [cell[4] if len(cell) > 4 else "ROOT" for cell in cells]
    following = [*words[1:], "."]
    spaces = [after not in GLUED and word != "-" and word != "“" for word, after in zip(words, following, strict=True)]
    spaces = [space and after != "”" for space, after in zip(spaces, following, strict=True)]
    doc = Doc(
        VOCAB,
        words=words,
        spaces=spaces,
        tags=tags,
        pos=[UNIVERSAL.get(tag, "VERB" if tag.startswith("V") else "PUNCT") for tag in tags],
        lemmas=[_LEMMAS.get(word, word) for word in words],
        heads=heads,
        deps=labels,
        sent_starts=[i == 0 or words[i - 1] in {".", "”."} for i in range(len(words))] if len(cells[0]) < 4 else None,
    )
    doc.set_ents(_entities(doc, [cell[2] if len(cell) > 2 else "" for cell in cells]))
    return doc


_LEMMAS = {
    "declined": "decline", "refused": "refuse", "asked": "ask", "responded": "respond",
    "said": "say", "told": "tell", "ruled": "rule", "reported": "report", "spoke": "speak", "speaking": "speak",
}  # fmt: skip


def _entities(doc: Doc, labels: list[str]) -> list[Span]:
    spans: list[Span] = []
    for i, label in enumerate(labels):
        if not label:
            continue
        if spans and spans[-1].end == i and spans[-1].label_ == label:
            spans[-1] = Span(doc, spans[-1].start, i + 1, label=label)
        else:
            spans.append(Span(doc, i, i + 1, label=label))
    return spans


def place(doc: Doc, words: str) -> tuple[int, ...]:
    """Return the token indices of ``words``, which stand in the text once."""
    text = doc.text
    assert text.count(words) == 1, (words, text)
    start = text.index(words)
    return tuple(t.i for t in doc if start <= t.idx < start + len(words))


def draft(doc: Doc, cue: str, source: str, content: str, parent: int | None = None) -> Draft:
    """Make a draft from words that stand in the text once."""
    start = doc.text.index(content)
    return Draft(
        place(doc, cue), "verb", "neutral", place(doc, source) if source else (),
        (Place(start, start + len(content), content),), "indirect", parent, 1.0,
    )  # fmt: skip


def identify(doc: Doc, *drafts: Draft) -> SourceReading:
    """Identify the sources of drafts with the shipped lexicons."""
    return identify_sources(doc, drafts, find_quotations(doc.text), lay_out(doc), LEXICONS)


def resolved(reading: SourceReading, index: int) -> str | None:
    """Return the words that the source of a draft was resolved to."""
    source = reading.sources[index]
    assert source is not None
    return source.resolved.text if source.resolved else None
