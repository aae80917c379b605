"""Where the source of a frame begins and ends: what the encoder cut off from a noun phrase, or left out, by tree.

The encoder marks word by word. A phrase may so lose its end ("three people aware of the talks"), an apposition ("the
coroner, Dr Lloyd"), or, where the speaker stands in an unusual place, go without one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.frames.passives import is_spoken_to
from attribution.interpret.readings import Frame
from attribution.interpret.trees import syntax

_LONGEST_GAP: Final = 14
_LONGEST_NAME: Final = 8
_BY: Final = frozenset({"by", "from", "at", "for", "of"})
_SPEAKERS: Final = frozenset({"he", "she", "they", "we", "i"})
# "He seems to have left": it is the writer to whom it seems.
_RAISING: Final = frozenset({"appear", "seem"})
# What only somebody does: no "it" is empty before these in the active.
_ONLY_SAID: Final = frozenset(
    "accuse add allege announce argue claim declare demand deny insist maintain note pledge promise report say state "
    "urge vow warn".split()
)
_CITING: Final = frozenset({"citing", "quoting"})


def with_whole_source(doc: Doc, frame: Frame, cues: Collection[int]) -> Frame:
    """Return a frame with the words of its source that were cut off, taken out of the content where they are there.

    Args:
        doc: A Doc with tags and a tree.
        frame: The frame.
        cues: The tokens of all cues; a source never takes one in.
    """
    frame = _with_subject(doc, frame)
    if not frame.source:
        return frame
    frame = _with_named(doc, _with_head(doc, frame), cues)
    frame = _up_to_cue(doc, frame, cues)
    return _with_maker(doc, frame, cues)


def _with_subject(doc: Doc, frame: Frame) -> Frame:
    """Find the speaker beside a verb that has none, or a part of what is said of them: "said Rai, who | owns it"."""
    verb = doc[frame.cue[-1]]
    if verb.pos_ != "VERB" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or syntax.is_passive(verb) or is_spoken_to(verb):
        return frame
    subject = syntax.own_subject(verb) or _it(verb)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN", "PRON"} or verb.lemma_.lower() in _RAISING:
        return frame
    if subject.pos_ == "PRON" and subject.lower_ not in _SPEAKERS and not _is_somebody(subject, frame):
        return frame
    start, end = syntax.noun_phrase(subject, syntax.RELATIVE_CLAUSE if frame.source else frozenset())
    if frame.source and (subject.i in frame.source or not start == frame.cue[-1] + 1 <= end < frame.source[0]):
        return frame
    source = tuple(i for i in range(start, end) if not doc[i].is_space)
    before = frame.cue[0]
    while before > end and doc[before - 1].pos_ == "ADV":
        before -= 1
    beside = start == frame.cue[-1] + 1 or end == before
    if not source or not beside or not set(source).isdisjoint(frame.cue):
        return frame
    content = tuple(i for i in frame.content if i not in source and i not in frame.cue)
    return evolve(frame, source=source, content=content) if content else frame


def _is_somebody(it: Token, frame: Frame) -> bool:
    """Tell "which it claims was stolen", "it alleged that …" from "it seems"."""
    if it.lower_ != "it":
        return False
    if it.doc[frame.cue[-1]].lemma_.lower() in _ONLY_SAID and it.i < frame.cue[0]:
        return True
    return it.dep_ != "expl" and frame.content[0] < it.i < frame.content[-1]


def _it(verb: Token) -> Token | None:
    """The "it" of "it further alleged that …", which a tree may take for empty."""
    is_said = verb.lemma_.lower() in _ONLY_SAID
    return next((c for c in verb.children if is_said and c.dep_ == "expl" and c.lower_ == "it"), None)


def _with_head(doc: Doc, frame: Frame) -> Frame:
    """Take in the noun that a source was cut off from: "two | people"."""
    head = doc[frame.source[-1]].head
    if doc[frame.source[-1]].dep_ not in syntax.NUMERAL or head.i != frame.source[-1] + 1 or head.pos_ != "NOUN":
        return frame
    content = tuple(i for i in frame.content if i != head.i)
    return evolve(frame, source=(*frame.source, head.i), content=content) if content else frame


def _with_named(doc: Doc, frame: Frame, cues: Collection[int]) -> Frame:
    """Take in the name after an office ("the coroner, Dr Ffion Lloyd"), or the office before a name."""
    first, last = frame.source[0], frame.source[-1]
    at = last + 2
    if at < len(doc) and doc[last + 1].text == "," and at in frame.content and doc[last].pos_ == "NOUN":
        end = at
        while end < len(doc) and end - at < _LONGEST_NAME and doc[end].pos_ == "PROPN":
            end += 1
        is_closed = end < len(doc) and doc[end].text == ","
        name = range(last + 1, end)
        content = tuple(i for i in frame.content if i > end or i <= last)
        if end > at and is_closed and content and not any(i in cues for i in name):
            return evolve(frame, source=(*frame.source, *name), content=content)
    head = syntax.head_of(doc[i] for i in frame.source)
    if head is None or head.dep_ not in syntax.APPOSITION or head.head.i >= first or head.head.pos_ != "NOUN":
        return frame
    start, end = syntax.noun_phrase(head.head)
    if not start < first <= end or first - start > _LONGEST_GAP or any(i in cues for i in range(start, first)):
        return frame
    taken = range(start, first)
    content = tuple(i for i in frame.content if i not in taken)
    return evolve(frame, source=(*taken, *frame.source), content=content) if content else frame


def _up_to_cue(doc: Doc, frame: Frame, cues: Collection[int]) -> Frame:
    """Take in what stands between a source and its verb and belongs to it: "three people | aware of it | said"."""
    last, cue = frame.source[-1], frame.cue[0]
    gap = range(last + 1, cue)
    if not 0 < len(gap) <= _LONGEST_GAP or doc[cue].pos_ not in syntax.VERBAL:
        return frame
    if any(i in cues or doc[i].is_space or doc[i].is_quote for i in gap):
        return frame
    if doc[gap[0]].pos_ not in {"ADP", "ADJ"} or any(doc[i].text in {":", ";", "–", "—", "("} for i in gap):
        return frame
    if any(doc[i].text == "," for i in gap[:-1]) and any(doc[i].pos_ in syntax.VERBAL for i in gap):
        return frame
    gap = gap if doc[gap[-1]].text != "," else gap[:-1]
    inside = set(frame.source)
    for i in gap:
        if not any(above.i in inside for above in syntax.ancestors(doc[i])):
            return frame
    content = tuple(i for i in frame.content if i not in gap and i not in inside)
    return evolve(frame, source=(*frame.source, *gap), content=content) if content else frame


def _with_maker(doc: Doc, frame: Frame, cues: Collection[int]) -> Frame:
    """Take in whose a document is: "a report | by brokerage Vasant Securities"."""
    at = frame.source[-1] + 1
    if at + 1 >= len(doc) or doc[at].lower_ not in _BY or doc[at].pos_ != "ADP" or at in frame.content:
        return frame
    noun = doc[at].head if doc[at].dep_ == "case" else next((c for c in doc[at].children if c.dep_ == "pobj"), None)
    if noun is None or noun.i < at or not any(above.i in set(frame.source) for above in syntax.ancestors(noun)):
        return frame
    start, end = syntax.noun_phrase(noun, syntax.ADNOMINAL_CLAUSE)
    taken = range(at, end)
    if start <= at or len(taken) > _LONGEST_GAP or any(i in cues or i in frame.content for i in taken):
        return frame
    ends_there = end >= len(doc) or doc[end].is_punct or end in cues
    return evolve(frame, source=(*frame.source, *taken)) if ends_there else frame


def with_cited(doc: Doc, frame: Frame, others: Collection[Frame]) -> Frame:
    """Return the frame of "citing X" with X as its source and the content of the report that cites."""
    verb = doc[frame.cue[-1]]
    if verb.lower_ not in _CITING:
        return frame
    cited = syntax.first_child(verb, syntax.OBJECT)
    outer = next(
        (o for o in others if o is not frame and doc[o.cue[0]].sent == verb.sent and o.cue[0] < verb.i and o.content),
        None,
    )
    if cited is None or outer is None:
        return frame
    start, end = syntax.noun_phrase(cited)
    source = tuple(i for i in range(start, end) if i > verb.i)
    content = tuple(i for i in outer.content if i not in {*source, *frame.cue})
    return evolve(frame, source=source, content=content) if source and content else frame
