"""Who the words before a colon and a quotation say is speaking: "Adds Rossi:", "There was this from the envoy:"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees import syntax
from attribution.interpret.vocabulary import past_stems
from attribution.lexicons import CueLexicon

Introduced: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]

_PEOPLE: Final = frozenset({"he", "she", "they", "we", "i"})
_BEFORE_NAME: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
_IN_PHRASE: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART", "PRON", "CCONJ"})
_SAYING: Final = frozenset({"VBZ", "VBD"})
_LONGEST: Final = 24
_CLOSING: Final = frozenset({"”", "»", "''"})
_BLANK: Final = frozenset({'"', "“", "«", "„", "'", "‘", "''", "``"})


def read_lead(lead: Sequence[Token], cues: CueLexicon) -> Introduced | None:
    """Return the verb, if one stands inverted before its subject, and the source.

    Args:
        lead: The words of a sentence before a colon, without punctuation.
        cues: The cue lexicon.

    Returns:
        Token indices of the verb (none where the colon itself is the cue) and of the source, or ``None``.
    """
    inverted = _inverted(lead, cues)
    if inverted is not None:
        return inverted
    sent = _after_from(lead)
    if sent:
        return (), sent
    first = lead[0].i
    head = _speaker(lead)
    if head is None:
        return None
    start, end = syntax.noun_phrase(head)
    doc = head.doc
    while start > first and doc[start - 1].pos_ in _BEFORE_NAME:
        start -= 1
    source = tuple(i for i in range(max(start, first), min(end, lead[-1].i + 1)) if not doc[i].is_space)
    if not source:
        return None
    verb = lead[0]
    alone = verb.tag_ in _SAYING and [t.i for t in lead[1:]] == list(source)
    return ((verb.i,) if alone else ()), source


def with_lead(doc: Doc, frame: Frame, cues: CueLexicon) -> Frame:
    """Return the frame of a quotation after a colon with the speaker that the words before it name.

    The encoder takes "Quips Tan:" for a name of two words, and leaves "There was this from the envoy:" without one.
    """
    colon = _colon_before(doc, frame)
    if colon is None:
        return frame
    lead = _words_before(doc, colon)
    if not lead:
        return frame
    after = tuple(i for i in frame.content if i > colon)
    inverted = _inverted(lead, cues)
    if inverted is not None:
        return evolve(frame, cue=inverted[0], source=inverted[1], content=after)
    if frame.cue == (colon,) and not frame.source:
        return evolve(frame, source=_after_from(lead))
    return frame


def _colon_before(doc: Doc, frame: Frame) -> int | None:
    """Return the colon that introduces the quotation of a frame whose other words all stand before it."""
    if not frame.content:
        return None
    for index in frame.content:
        text = doc[index].text
        if text == ":" and index + 1 < len(doc) and doc[index + 1].text in _BLANK:
            return index if index > frame.cue[-1] and index - frame.content[0] < _LONGEST else None
        if text in _BLANK:
            break
    before = frame.content[0] - 1
    while before >= 0 and (doc[before].is_space or doc[before].text in _BLANK):
        before -= 1
    if before < 0 or doc[before].text != ":" or max((*frame.cue, *frame.source)) > before:
        return None
    return before


def _words_before(doc: Doc, colon: int) -> list[Token]:
    """Return the words between the end of the sentence before and a colon; none where they are too many."""
    start = syntax.start_by_marks(doc, colon, _LONGEST + 1)
    if colon - start > _LONGEST:
        return []
    start = next((i + 1 for i in range(colon - 1, start - 1, -1) if doc[i].text in _CLOSING), start)
    return [t for t in doc[start:colon] if not t.is_space and not t.is_punct]


def _inverted(lead: Sequence[Token], cues: CueLexicon) -> Introduced | None:
    """Read "Adds Rossi:", "Writes the critic of Le Monde:"; a tagger may take the verb for a noun here."""
    verb, named = lead[0], lead[1:]
    if not named or named[0].pos_ == "ADP" or len(named) > _LONGEST // 2 or not says(verb, cues):
        return None
    if any(token.pos_ not in _IN_PHRASE for token in named) or not any(t.pos_ in {"NOUN", "PROPN"} for t in named):
        return None
    return (verb.i,), tuple(range(named[0].i, named[-1].i + 1))


def says(token: Token, cues: CueLexicon) -> bool:
    """Tell whether a word beside a colon is a verb of speech, also where a tagger takes it for a noun."""
    if token.tag_ in _SAYING:
        lemmas = [token.lemma_]
    elif token.tag_ in {"NNS", "NNP", "NNPS"} and token.lower_.endswith("s"):
        lemmas = [token.lower_[:-1]]
    elif token.tag_ in {"NN", "JJ", "VBN"}:
        # "Quipped" is taken for a noun now and then.
        lemmas = past_stems(token.lower_)
    else:
        return False
    entries = [cues.lookup([lemma], "verb") for lemma in lemmas]
    return any(entry is not None and entry.speech for entry in entries)


def _after_from(lead: Sequence[Token]) -> tuple[int, ...]:
    """Read "Then came this from goalkeeper Mensah:"."""
    at = next((n for n in range(len(lead) - 2, 0, -1) if lead[n].lower_ == "from"), 0)
    named = lead[at + 1 :]
    if not at or lead[at - 1].lower_ not in {"this", "word", "these"}:
        return ()
    return tuple(t.i for t in named) if all(t.pos_ in _IN_PHRASE for t in named) else ()


def _speaker(lead: Sequence[Token]) -> Token | None:
    """The one of whom the words before a colon say that now he speaks: the subject, or the first name."""
    inside = {token.i for token in lead}
    top = next((t for t in lead if t.head.i == t.i or t.head.i not in inside), lead[0])
    subject = syntax.own_subject(top)
    if subject is None and top.pos_ in {"NOUN", "PROPN", "PRON"}:
        subject = top
    if subject is None or subject.i not in inside or subject.lower_ == "there":
        subject = next((t for t in lead if t.pos_ == "PROPN" and t.dep_ not in syntax.NAME_PART), None)
    if subject is None:
        return None
    if subject.pos_ == "PROPN" or subject.lower_ in _PEOPLE or subject.ent_type_ == "PERSON":
        return subject
    # "From the desk of Senator Blackwood": the name is what counts.
    names = (t for t in lead if t.pos_ == "PROPN" and t.dep_ not in syntax.NAME_PART)
    return next((name for name in names if syntax.is_below(name, subject)), None)
