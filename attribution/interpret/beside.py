"""Attributions side by side that share a source: "Officials said the river had peaked and warned of more rain"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame

_JOINTS: Final = frozenset({"and", "but", "or", "then", "also", "yet"})
_NEIGHBOURS: Final = 8


def side_by_side(doc: Doc, frames: Sequence[Frame]) -> list[Frame]:
    """Cut a content where the next attribution of the same source begins: nobody's words hold who says them.

    Args:
        doc: A Doc.
        frames: The attributions found so far, in the order of their cues.
    """
    cut = list(frames)
    for number, frame in enumerate(frames):
        if not frame.source:
            continue
        for other in frames[number + 1 : number + 1 + _NEIGHBOURS]:
            if other.source == frame.source and other.cue[0] > frame.cue[-1] and other.cue[0] in cut[number].content:
                cut[number] = _before(doc, cut[number], other)
                break
    return cut


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
