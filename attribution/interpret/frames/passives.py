"""Who is spoken to in a passive: "hundreds told to leave", "a teacher accused of fraud" name nobody who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees import syntax

# Verbs that name whom they speak to or of before what is said.
_ADDRESSING: Final = frozenset(
    "accuse advise ask command encourage instruct order remind request suspect tell urge warn".split()
)
# Without an object these are passive where "to" or "of" follows; "she asked to leave" and "he warned of it" are not.
_NEVER_ALONE: Final = frozenset("accuse advise command encourage instruct order remind suspect tell urge".split())
# "The union was promised a rise": here, too, the subject is who hears it.
_PROMISING: Final = frozenset({"assure", "offer", "promise"})
ACCUSING: Final = frozenset({"accuse", "suspect"})
_QUESTIONS: Final = frozenset({"about", "by", "how", "if", "what", "when", "whether", "why"})
_LONGEST_LEAD: Final = 40


def without_addressee(doc: Doc, frame: Frame) -> Frame:
    """Return the frame of a passive without whom it addresses: as its source the agent, if one is named, or nobody."""
    verb = doc[next((i for i in reversed(frame.cue) if doc[i].pos_ == "VERB"), frame.cue[-1])]
    if verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() not in _ADDRESSING | _PROMISING or not frame.content:
        return frame
    if _opens_sentence(verb):
        return _of_asked(doc, frame, verb)
    if _is_aside(verb):
        return evolve(frame, source=()) if frame.source and frame.source[-1] < verb.i else frame
    if not is_spoken_to(verb):
        return frame
    source = frame.source
    if source and source[-1] < verb.i:
        agent = syntax.agent_of(verb)
        source = tuple(range(*syntax.noun_phrase(agent))) if agent is not None else ()
    content = tuple(i for i in frame.content if i > verb.i and i not in source)
    return frame if not content else evolve(frame, source=source, content=content)


def is_spoken_to(verb: Token) -> bool:
    """Tell whether the subject of a verb is whom it addresses, as in "hundreds told to leave"."""
    lemma = verb.lemma_.lower()
    if verb.tag_ not in {"VBN", "VBD"} or lemma not in _ADDRESSING | _PROMISING or not _is_without_object(verb):
        return False
    return lemma in _PROMISING or _is_followed(verb)


def find_accused(verb: Token) -> Frame | None:
    """Return the frame of "accused of" without a word on by whom, or with "by": "a man suspected of arson"."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in ACCUSING or not _is_without_object(verb):
        return None
    agent = syntax.agent_of(verb)
    source = tuple(range(*syntax.noun_phrase(agent))) if agent is not None else ()
    after = source[-1] + 1 if source else verb.i + 1
    if after + 1 >= len(verb.doc) or verb.doc[after].lower_ != "of":
        return None
    said = next((child for child in verb.children if child.i > after and child.left_edge.i <= after), None)
    if said is None:
        return None
    helping = [child.i for child in syntax.children(verb, syntax.AUXILIARY) if child.i < verb.i]
    content = tuple(t.i for t in said.subtree if t.i > after and not t.is_space)
    cue = tuple(range(min(helping, default=verb.i), verb.i + 1))
    return Frame(cue, source, content, origin="grammar") if content else None


def _opens_sentence(verb: Token) -> bool:
    before = verb.nbor(-1) if verb.i else None
    return verb.lemma_.lower() == "ask" and (before is None or verb.is_sent_start is True or before.is_space)


def _is_aside(verb: Token) -> bool:
    """Tell "Li, asked if she would run, laughed" from "Li asked if she would run"."""
    if verb.lemma_.lower() != "ask" or not verb.i or verb.i + 1 >= len(verb.doc):
        return False
    return (
        verb.nbor(-1).text == ","
        and verb.nbor(1).lower_ in _QUESTIONS
        and not any(
            child.i < verb.i for child in syntax.children(verb, syntax.AUXILIARY | syntax.CONJUNCT | syntax.COORDINATOR)
        )
    )


def _of_asked(doc: Doc, frame: Frame, verb: Token) -> Frame:
    """Read "Asked whether he would run, Li said ...": it is Li who was asked."""
    main = verb.head
    answering = syntax.own_subject(main) if main.i > verb.i else None
    comma = next((t.i for t in _lead(doc, verb) if t.text == ","), None)
    if not frame.source or comma is None:
        return frame
    is_answering = answering is not None and answering.i in frame.source
    agent = syntax.agent_of(verb)
    if (agent is not None and agent.i in frame.source) or not (is_answering or frame.source[0] > comma):
        return frame
    source = tuple(range(*syntax.noun_phrase(agent))) if agent is not None and agent.i < comma else ()
    return evolve(frame, source=source)


def _lead(doc: Doc, verb: Token) -> Iterator[Token]:
    yield from doc[verb.i + 1 : min(verb.sent.end, verb.i + _LONGEST_LEAD)]


def _is_followed(verb: Token) -> bool:
    """Tell whether what somebody is told to do, or accused of, follows the verb: at once, or after "by" and who."""
    agent = syntax.agent_of(verb)
    after = agent.i + 1 if agent is not None and agent.i > verb.i else verb.i + 1
    return after < len(verb.doc) and verb.doc[after].lower_ in {"to", "of", "not"}


def _is_without_object(verb: Token) -> bool:
    if syntax.is_passive(verb):
        return True
    if verb.lemma_.lower() not in _NEVER_ALONE:
        return False
    if any(child.lower_ in {"have", "has", "had", "having"} for child in syntax.children(verb, syntax.AUXILIARY)):
        return False
    return not any(child.i > verb.i for child in syntax.children(verb, syntax.OBJECT | syntax.INDIRECT_OBJECT))
