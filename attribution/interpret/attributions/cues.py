"""What a cue is and what it says about its content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen
from spacy.tokens import Doc, Token

from attribution.interpret.vocabulary import past_stems
from attribution.lexicons import CueLexicon
from attribution.report.records import CueKind, Stance

_BY_POS: Final[dict[str, CueKind]] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
    "ADV": "adverb",
    "ADP": "preposition",
    "SCONJ": "preposition",
    "PUNCT": "punctuation",
    "SYM": "punctuation",
}
_MARKS: Final = frozenset({"PUNCT", "SYM"})


@frozen
class CueReading:
    """The kind of a cue and its stance."""

    kind: CueKind
    stance: Stance


def read_cue(doc: Doc, cue: Sequence[int], lexicon: CueLexicon) -> CueReading:
    """Return kind and stance of a cue.

    The kind follows the part of speech of the word that the cue hangs on; the stance is the lexicon's for this kind, or
    ``neutral``.
    """
    tokens = [doc[index] for place, index in enumerate(cue) if not _is_text(doc[index], cue[:place])]
    lemmas = [token.lemma_ for token in tokens]
    forms = [token.lower_ for token in tokens]
    kind = _kind(doc, cue)
    if kind == "noun" and len(tokens) == 1 and lexicon.lookup(stems := past_stems(forms[0]), "verb") is not None:
        # "Cautioned", "quipped" are taken for nouns now and then.
        return CueReading("verb", lexicon.stance(stems, "verb"))
    return CueReading(kind, lexicon.stance(lemmas, kind, forms))


def _is_text(token: Token, before: Sequence[int]) -> bool:
    """Whether a noun only says where something is written: "note" of "said in a note" notes nothing."""
    return token.pos_ == "NOUN" and token.lemma_ in _TEXTS and any(token.doc[i].pos_ == "ADP" for i in before)


_TEXTS: Final = frozenset({"note", "report", "claim", "statement", "post"})


def _kind(doc: Doc, cue: Sequence[int]) -> CueKind:
    tokens = [doc[index] for index in cue if doc[index].pos_ not in _MARKS]
    if not tokens:
        return "punctuation"
    if tokens[0].lower_ == "according":
        return "preposition"
    verbs = [token for token in tokens if token.pos_ in {"VERB", "AUX"}]
    if verbs:
        return "verb"
    inside = set(cue)
    head = next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[0])
    if head.pos_ in {"NOUN", "PROPN"} and tokens[0].pos_ == "ADP":
        # "in the words of", "in his view"
        return "preposition"
    return _BY_POS.get(head.pos_, _BY_POS.get(tokens[0].pos_, "verb"))
