"""Attributions side by side that share a source: "Officials said the river had peaked and warned of more rain"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees.syntax import CONJUNCT, COORDINATOR, VERBAL, children, own_subject

_JOINTS: Final = frozenset({"and", "but", "or", "then", "also", "yet"})
_NEIGHBOURS: Final = 8


def side_by_side(doc: Doc, frames: Sequence[Frame]) -> list[Frame]:
    """Cut a content where the next attribution of the same source begins: nobody's words hold who says them.

    What is said by the second cue alone is not said by the first.

    Args:
        doc: A Doc.
        frames: The attributions found so far, in the order of their cues.
    """
    kept = []
    for number, frame in enumerate(frames):
        following = frames[number + 1 : number + 1 + _NEIGHBOURS] if frame.source else ()
        same = [other for other in following if other.source == frame.source and other.cue[0] > frame.cue[-1]]
        if any(_is_all_after(doc, frame, other) for other in same):
            continue
        frame = _without_conjunct(doc, frame)
        other = next((other for other in same if other.cue[0] in frame.content), None)
        kept.append(_before(doc, frame, other) if other is not None else frame)
    return kept


def _without_conjunct(doc: Doc, frame: Frame) -> Frame:
    """Cut a content where the sentence goes on with what the source does: "says it is safe | and points to a study"."""
    verb = doc[frame.cue[-1]]
    if verb.pos_ != "VERB" or frame.content[0] < verb.i:
        return frame
    beside = next((c for c in children(verb, CONJUNCT) if c.pos_ == "VERB" and c.i in frame.content), None)
    if beside is None or own_subject(beside) is not None or beside.tag_ != verb.tag_:
        return frame
    joint = next((c.i for c in children(beside, COORDINATOR)), None)
    if joint is None or joint - 1 not in frame.content or doc[joint].is_sent_start:
        return frame
    content = tuple(i for i in frame.content if i < joint)
    return evolve(frame, content=content) if any(doc[i].pos_ in VERBAL for i in content) else frame


def _is_all_after(doc: Doc, frame: Frame, other: Frame) -> bool:
    """Tell whether all that is said is said by the other cue: "The airline apologised, saying a fault had ..."."""
    if doc[other.cue[-1]].lower_ in {"citing", "quoting"}:
        return False
    return frame.content[0] > other.cue[-1] and set(frame.content) <= set(other.content)


def _before(doc: Doc, frame: Frame, other: Frame) -> Frame:
    if not set(frame.source).isdisjoint(frame.content) or other.content[0] < other.cue[0]:
        return frame
    end = other.cue[0]
    while end - 1 > frame.cue[-1] and _joins(doc[end - 1]):
        end -= 1
    content = tuple(i for i in frame.content if i < end or i > other.content[-1])
    return evolve(frame, content=content) if any(doc[i].is_alpha for i in content) else frame


def _joins(token: Token) -> bool:
    return token.lower_ in _JOINTS or token.text in {",", ";", "–", "—"} or token.pos_ == "ADV"
