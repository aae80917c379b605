"""Attributions in an aside: "as Li put it, …", "…, as the ministry has said, …", "…, it is said"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.syntax import is_passive
from attribution.lexicons import CueLexicon

_SAYING: Final = frozenset(
    {"say", "note", "write", "explain", "state", "report", "argue", "point", "warn", "tell", "remark", "know", "admit"}
)
_HEARSAY: Final = frozenset(
    {"say", "believe", "think", "report", "claim", "allege", "understand", "assume", "rumor", "rumour"}
)
_IN_PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "NUM", "PART", "CCONJ"})
_AUXILIARIES: Final = frozenset({"have", "be", "do"})
_LONGEST: Final = 20
_FEWEST: Final = 3


def find_asides(doc: Doc, cues: CueLexicon, taken: Collection[int]) -> Iterator[Frame]:
    """Yield the attributions that a sentence makes in an aside about all the rest of it.

    Args:
        doc: A Doc with tags and sentences.
        cues: The cue lexicon.
        taken: Tokens of cues that are known already.
    """
    for token in doc:
        found = None
        if token.lower_ in {"as", "so"} and _opens(token):
            found = _as_said(token, cues)
        elif token.lower_ == "it" and token.i > token.sent.start and doc[token.i - 1].text == ",":
            found = _it_is_said(token)
        if found is not None and not any(index in taken for index in found.cue):
            yield found


def without_empty_subject(doc: Doc, frames: Sequence[Frame]) -> list[Frame]:
    """Take the "it" of "it is said" out of the sources: it stands for nobody."""
    return [evolve(frame, source=()) if _is_empty(doc, frame) else frame for frame in frames]


def _is_empty(doc: Doc, frame: Frame) -> bool:
    if len(frame.source) != 1 or doc[frame.source[0]].lower_ != "it":
        return False
    verb = doc[frame.cue[-1]]
    passive = any(doc[index].lemma_.lower() == "be" for index in frame.cue) or is_passive(verb)
    return passive and verb.tag_ == "VBN" and verb.lemma_.lower() in _HEARSAY


def _opens(token: Token) -> bool:
    return (
        token.i == token.sent.start or token.nbor(-1).text in {",", "\u2013", "\u2014", "("} or token.nbor(-1).is_space
    )


def _as_said(mark: Token, cues: CueLexicon) -> Frame | None:
    """Read "as", a noun phrase, and a verb of speech with nothing after it but a comma or the end."""
    doc, sentence = mark.doc, mark.sent
    verb = mark.i + 1
    while verb < min(sentence.end, mark.i + _LONGEST) and doc[verb].pos_ not in {"VERB", "AUX", "PUNCT"}:
        verb += 1
    source = tuple(range(mark.i + 1, verb))
    if not source or any(doc[index].pos_ not in _IN_PHRASE for index in source):
        return None
    start = verb
    while verb < sentence.end and doc[verb].pos_ == "AUX" and doc[verb].lemma_.lower() in _AUXILIARIES:
        verb += 1
    if verb >= sentence.end or doc[verb].pos_ != "VERB" or any(token.lower_ == "be" for token in doc[start:verb]):
        return None
    lemma, end = doc[verb].lemma_.lower(), verb + 1
    if lemma == "put" and end < sentence.end and doc[end].lower_ == "it":
        end += 1
    elif lemma not in _SAYING or cues.lookup([lemma], "verb") is None:
        return None
    return _frame(sentence.start, sentence.end, mark, tuple(range(start, end)), source)


def _it_is_said(it: Token) -> Frame | None:
    doc, sentence = it.doc, it.sent
    verb = it.i + 1
    while verb < sentence.end and doc[verb].pos_ == "AUX":
        verb += 1
    passive = verb > it.i + 1 and verb < sentence.end and doc[verb - 1].lemma_.lower() == "be"
    if not passive or doc[verb].tag_ != "VBN" or doc[verb].lemma_.lower() not in _HEARSAY:
        return None
    return _frame(sentence.start, sentence.end, it, tuple(range(it.i + 1, verb + 1)), ())


def _frame(start: int, end: int, first: Token, cue: tuple[int, ...], source: tuple[int, ...]) -> Frame | None:
    """Make the rest of a sentence the content of an aside that ends at a comma or where the sentence ends."""
    doc = first.doc
    after = cue[-1] + 1
    while after < end and doc[after].is_space:
        after += 1
    if after < end and doc[after].text not in {",", ".", ")", "!", "\u2013", "\u2014", ";"}:
        return None
    left_out = {first.i, *cue, *source}
    content = [index for index in range(start, end) if index not in left_out and not doc[index].is_space]
    marks = {",", ".", "(", ")", "\u2013", "\u2014"}
    while content and doc[content[0]].text in marks:
        del content[0]
    while content and doc[content[-1]].text in marks:
        del content[-1]
    words = [index for index in content if doc[index].is_alpha]
    return Frame(cue, source, tuple(content), origin="grammar") if len(words) >= _FEWEST else None
