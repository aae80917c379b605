"""Headings that name their source where prose does not: "Rents to fall, study finds"; "Two held over fire: police".

A heading is set without articles and full stops, and its source often stands at its end, after a comma, a colon or a
dash; a quotation at its front is of whoever the rest is about ("'I was never asked': Swimmer hits out"). Tagger and
encoder learned from sentences and often lose their way here, so words and marks decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.text.lines import find_paragraphs
from attribution.interpret.vocabulary import Vocabulary
from attribution.lexicons import CueLexicon

_LONGEST: Final = 24
_FEWEST: Final = 3
_LONGEST_SOURCE: Final = 7
_LONGEST_TAIL: Final = 9
_TERMINAL: Final = re.compile(r"[.…;][\"'”’»)\]]*\Z")
_DASHES: Final = frozenset({"-", "–", "—", "--"})
_FINITE: Final = frozenset({"VBZ", "VBD", "VBP", "VB", "MD"})
_VERBAL: Final = _FINITE | {"VBN", "VBG"}
_CLOSING: Final = frozenset({"'", "’", '"', "”", "»"})
_OPENING: Final = frozenset({"'", "‘", '"', "“", "«"})
_IN_NAME: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "ADP", "PART", "CCONJ"})
_NAMES: Final = frozenset({"PERSON", "ORG"})
# "Inquiry told", "court hears": the body that listens stands where the source would.
_HEARING: Final = frozenset({"told", "hears", "heard"})
# Verbs that a tagger takes for nouns here ("study finds"), and those of thought.
_NOUNLIKE: Final = frozenset("finds hears reveals says shows suggests warn warns".split())
_THINKING: Final = frozenset("believe discover expect fear find know learn show think".split())
# What an article is, and what is not said but made, stand after a mark without having said anything.
_GENRES: Final = frozenset(
    """act agreement analysis app application audio bill book clip column contract deal decision editorial essay film
    footage gallery game guide interview law letter list live map match obituary order page plan podcast post profile
    proposal quiz review speech story table text thread timeline transcript video""".split()
)


def find_headlines(doc: Doc, cues: CueLexicon, speakers: Vocabulary) -> list[Frame]:
    """Return the attributions that the form of a heading shows.

    Args:
        doc: A Doc with tags, lemmas and names.
        cues: The cue lexicon.
        speakers: Nouns for those who can speak.
    """
    text = doc.text
    found = []
    for start, end in find_paragraphs(text):
        if _TERMINAL.search(text, max(start, end - 4), end) or "\n" in text[start:end]:
            continue
        words = []
        first = bisect_left(doc, start, key=attrgetter("idx"))
        for token in doc[first : first + 2 * _LONGEST]:
            if token.idx >= end:
                break
            words.append(token)
        if _FEWEST < len(words) <= _LONGEST:
            frame = _after_comma(words, cues, speakers) or _after_mark(words, speakers) or _quoted_first(words)
            if frame is not None:
                found.append(frame)
    return found


def _after_comma(words: Sequence[Token], cues: CueLexicon, speakers: Vocabulary) -> Frame | None:
    """Read "..., study finds", "..., say sources" and "'...', court hears" at the end."""
    at = max((n for n, word in enumerate(words) if word.text == ","), default=-1)
    if at < 0:
        at = next((n for n in range(len(words) - 3, 0, -1) if words[n].text in _CLOSING), -1)
    tail = [word for word in words[at + 1 :] if not word.is_punct or _is_hyphen(word)]
    if at < _FEWEST - 1 or not 2 <= len(tail) <= _LONGEST_TAIL or len(tail) != len(words) - at - 1:
        return None
    if _says(tail[-1], cues):
        cue, source = tail[-1], tail[:-1]
    elif _says(tail[0], cues) and tail[0].lower_ not in _HEARING:
        cue, source = tail[0], tail[1:]
    else:
        return None
    return _frame(cue, source, words[:at], speakers)


def _after_mark(words: Sequence[Token], speakers: Vocabulary) -> Frame | None:
    """Read "...: police" and "... – report" at the end."""
    at = max((n for n, word in enumerate(words) if word.text == ":" or _is_dash(word)), default=-1)
    if at < _FEWEST - 1 or at == len(words) - 1 or any(word.text == ":" for word in words[:at]):
        return None
    tail = words[at + 1 :]
    if any(word.is_punct for word in tail) or tail[0].lower_ == "by":
        return None
    return _frame(words[at], tail, words[:at], speakers)


def _quoted_first(words: Sequence[Token]) -> Frame | None:
    """Read "'I was never asked': Swimmer hits out at selectors": the one the rest is about is quoted."""
    at = next((n for n, word in enumerate(words) if word.text == ":"), -1)
    if at < _FEWEST or words[0].text not in _OPENING or words[at - 1].text not in _CLOSING:
        return None
    tail = words[at + 1 :]
    end = next((n for n, word in enumerate(tail) if word.tag_ in _FINITE or word.is_punct), len(tail))
    source = tail[:end]
    if not 0 < len(source) <= _LONGEST_SOURCE or any(word.pos_ not in _IN_NAME for word in source):
        return None
    if end == len(tail) and source[-1].pos_ != "PROPN":
        return None
    return Frame((words[at].i,), tuple(w.i for w in source), tuple(w.i for w in words[:at]), origin="layout")


def _frame(cue: Token, source: Sequence[Token], said: Sequence[Token], speakers: Vocabulary) -> Frame | None:
    names = [word for word in source if not _is_hyphen(word)]
    if not 0 < len(names) <= _LONGEST_SOURCE or any(word.pos_ not in _IN_NAME for word in names):
        return None
    if not _can_speak(names, said, speakers) or sum(word.is_alpha for word in said) < _FEWEST:
        return None
    return Frame((cue.i,), tuple(word.i for word in source), tuple(word.i for word in said), origin="layout")


def _can_speak(source: Sequence[Token], said: Sequence[Token], speakers: Vocabulary) -> bool:
    """Tell whether a phrase without articles names one who speaks: by its last word before a preposition, or a name."""
    end = next((n for n, word in enumerate(source) if n and word.pos_ == "ADP"), len(source))
    head = source[end - 1]
    if any(word.lemma_.lower() in _GENRES for word in source[:end]):
        return False
    if speakers.noun([*source[:end]]) is not None:
        return True
    return head.ent_type_ in _NAMES and any(word.tag_ in _VERBAL for word in said)


def _says(word: Token, cues: CueLexicon) -> bool:
    """Tell whether a word is a verb of speech by its form, whatever the tagger takes it for."""
    if word.lower_ in _HEARING or word.lower_ in _NOUNLIKE:
        return True
    entry = cues.lookup([word.lemma_], "verb") if word.tag_ in _FINITE else None
    return entry is not None and (entry.speech or word.lemma_.lower() in _THINKING)


def _is_hyphen(word: Token) -> bool:
    """Tell whether a word is the hyphen of "think-tank"."""
    return word.text == "-" and not word.whitespace_ and word.i > 0 and not word.nbor(-1).whitespace_


def _is_dash(word: Token) -> bool:
    """Tell whether a word is a dash between blanks, no hyphen."""
    return word.text in _DASHES and bool(word.whitespace_) and word.i > 0 and bool(word.nbor(-1).whitespace_)
