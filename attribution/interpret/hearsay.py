"""Hearsay cues without a verb of their own: "allegedly", "the alleged attack", "the so-called council"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.syntax import VERBAL, clause_of, noun_phrase
from attribution.lexicons import CueLexicon

CONFIDENCE: Final = 0.8
"""The encoder saw no cue here, the lexicon does."""

_EVENT_ENDINGS: Final = ("tion", "sion", "ment", "ing", "ance", "ence", "ery", "ism", "cy", "ity", "age", "al", "ure", "y")


def find_hearsay(doc: Doc, frames: Sequence[Frame], cues: CueLexicon) -> Iterator[Frame]:
    """Yield frames for hearsay adverbs, and adjectives on events, that no frame has as its cue or takes account of.

    Args:
        doc: A Doc with tags and a tree.
        frames: What the encoder found.
        cues: The cue lexicon; its entries of kinds ``adverb`` and ``adjective`` are looked for.
    """
    taken = {index for frame in frames for index in frame.cue}
    for token in doc:
        if token.i in taken or token.pos_ not in {"ADV", "ADJ", "VERB"}:
            continue
        kind = "adverb" if token.tag_.startswith("RB") else "adjective"
        entry = cues.lookup([token.lower_], kind)
        if entry is None or entry.kind != kind:
            continue
        content = _clause(token) if kind == "adverb" else _event(token)
        if content:
            yield Frame((token.i,), (), content, CONFIDENCE)


def _clause(adverb: Token) -> tuple[int, ...]:
    """Return the tokens of the clause that a sentence adverb qualifies, the adverb itself left out."""
    head = adverb.head
    if head.pos_ not in VERBAL:
        if head.pos_ in {"ADJ", "NOUN", "PROPN", "NUM"} and any(child.dep_ == "cop" for child in head.children):
            pass
        elif head.pos_ in {"NOUN", "PROPN", "ADJ"}:
            start, end = noun_phrase(head)
            return tuple(i for i in range(start, end) if i != adverb.i)
        else:
            head = clause_of(head)
    tokens = [
        token.i for token in head.subtree if token.i != adverb.i and not token.is_space and token.sent == adverb.sent
    ]
    return tuple(sorted(tokens))


def _event(adjective: Token) -> tuple[int, ...]:
    """Return the tokens of a noun phrase whose head is an event ("the alleged attack"), else nothing."""
    noun = adjective.head
    if noun.pos_ != "NOUN" or adjective.dep_ != "amod":
        return ()
    start, end = noun_phrase(noun)
    return tuple(i for i in range(start, end) if i != adjective.i and doc_word(noun.doc[i]))


def doc_word(token: Token) -> bool:
    """Tell whether a token is a word, not white space."""
    return not token.is_space
