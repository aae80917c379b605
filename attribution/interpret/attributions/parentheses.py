"""Attributions set between a subject and its verb: "The strike, so the airline says, has cost 40 million euros"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees import syntax
from attribution.lexicons import CueLexicon

_BRACKETS: Final = frozenset({",", "–", "—", "--"})
_MARKS: Final = frozenset({"as", "so"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_THINKING: Final = frozenset("believe fear hope know reckon see suspect think".split())
_IN_PHRASE: Final = frozenset({"ADJ", "ADP", "ADV", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
_AFTER_VERB: Final = frozenset({"ADP", "ADV"})
_OPENING: Final = frozenset({"ADP", "ADV", "SCONJ", "CCONJ", "PART"})
_RELATIVE: Final = frozenset({"WP", "WDT", "WP$", "WRB", "EX"})
_IT: Final = frozenset({"it", "me", "us"})
_TIMES: Final = frozenset({"last", "this", "late", "earlier", "today", "yesterday"})
_REACH: Final = 10


def with_parenthetical(doc: Doc, frames: Sequence[Frame], cues: CueLexicon) -> list[Frame]:
    """Return the frames with those set between commas or dashes, where what is said goes on around them.

    Args:
        doc: A Doc with tags and sentences.
        frames: The attributions found so far; one whose content is read from one side alone is put right.
        cues: The cue lexicon.
    """
    owners = {index: number for number, frame in enumerate(frames) for index in frame.cue}
    found = list(frames)
    for verb in doc:
        if verb.tag_ not in _FINITE or verb.pos_ != "VERB":
            continue
        frame = _between(verb)
        if frame is None or not _speaks(verb, cues):
            continue
        number = owners.get(verb.i)
        if number is None:
            found.append(frame)
        elif not set(frame.content) <= set(found[number].content) | set(found[number].cue):
            found[number] = frame
    return found


def _speaks(verb: Token, cues: CueLexicon) -> bool:
    entry = cues.lookup([verb.lemma_], "verb")
    return entry is not None and (entry.speech or verb.lemma_.lower() in _THINKING)


def _between(verb: Token) -> Frame | None:
    doc, sentence = verb.doc, verb.sent
    left = _bracket(doc, range(verb.i - 1, max(sentence.start, verb.i - _REACH), -1))
    if left is None:
        return None
    right = _bracket(doc, range(verb.i + 1, min(sentence.end - 1, verb.i + _REACH)))
    if right is None or doc[left].text != doc[right].text or not _is_stranded(doc, left, right):
        return None
    begin = left + 2 if doc[left + 1].lower_ in _MARKS else left + 1
    source = _source(list(doc[begin : verb.i]), list(doc[verb.i + 1 : right]))
    around = [i for i in (*range(sentence.start, left), *range(right + 1, sentence.end)) if not doc[i].is_space]
    if not source or any(doc[i].is_quote for i in around):
        return None
    while around and doc[around[-1]].is_punct:
        around.pop()
    return Frame((verb.i,), source, tuple(around), origin="grammar")


def _bracket(doc: Doc, places: range) -> int | None:
    """Return the nearest comma or dash, with nothing but a noun phrase and its like on the way."""
    for index in places:
        if doc[index].text in _BRACKETS:
            return index
        if doc[index].pos_ not in _IN_PHRASE and doc[index].lower_ not in _MARKS:
            return None
    return None


def _is_stranded(doc: Doc, left: int, right: int) -> bool:
    """Tell whether a subject stands before the brackets and its verb after them."""
    start = doc[left].sent.start
    before = doc[start:left]
    first = next((token for token in before if not token.is_space), None)
    after = next((token for token in doc[right + 1 : right + 4] if token.pos_ != "ADV"), None)
    if first is None or after is None or first.pos_ in _OPENING or any(t.text in _BRACKETS for t in before):
        return False
    if before[-1].tag_ == "MD" or before[-1].pos_ == "AUX":
        return after.pos_ in {*syntax.VERBAL, "ADJ", "DET"}
    is_verb = after.tag_ in _FINITE or after.tag_ == "MD"
    return is_verb and not any(token.tag_ in _FINITE or token.tag_ == "MD" for token in before)


def _source(before: Sequence[Token], after: Sequence[Token]) -> tuple[int, ...]:
    """Return who speaks: the words before the verb, or, where none stand there, those after it."""
    named = before or after
    if not named or any(token.tag_ in _RELATIVE for token in named) or named[0].pos_ not in _IN_PHRASE - _OPENING:
        return ()
    if not any(token.pos_ in {"NOUN", "PROPN", "PRON"} for token in named):
        return ()
    if before and after and after[0].pos_ not in _AFTER_VERB and after[0].lower_ not in _IT | _TIMES:
        return ()
    return tuple(token.i for token in named)
