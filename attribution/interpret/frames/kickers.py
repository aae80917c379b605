"""The word before the colon of a heading that says where, or of what kind, not who: "SOUTH SUDAN: Floods recede"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees.syntax import own_subject

_PLACES: Final = frozenset({"GPE", "LOC"})
_GENRES: Final = frozenset(
    """alert analysis breaking comment correction editorial exclusive explained explainer factbox feature gallery
    interview live opinion photos profile quiz recap review timeline update video watch""".split()
)
# What a government says it will do or others should; an event in a place is told without them.
_INTENT: Final = frozenset({"must", "should", "will", "ought", "shall", "we", "our", "us"})


def is_kicker(doc: Doc, frame: Frame) -> bool:
    """Tell whether what stands before the colon of a heading speaks or only announces.

    Args:
        doc: A Doc with tags, a tree and names.
        frame: What may be an attribution.
    """
    cue = frame.cue[-1]
    if doc[cue].text != ":" or not frame.source or not _opens_paragraph(doc, frame.source[0]):
        return False
    label = [doc[i] for i in range(frame.source[0], cue)]
    if any(token.is_quote for token in doc[cue + 1 : cue + 3]):
        return False
    if len(label) == 1 and label[0].lower_ in _GENRES:
        return True
    if not all(token.ent_type_ in _PLACES for token in label):
        return False
    said = [doc[i] for i in frame.content]
    return not any(token.lower_ in _INTENT for token in said) and not _is_about_another(said)


def _opens_paragraph(doc: Doc, index: int) -> bool:
    return index == 0 or "\n" in doc[index - 1].text


def _is_about_another(said: Sequence[Token]) -> bool:
    """Tell whether a place or a person is the subject: "Moscow: Kyiv broke the ceasefire"."""
    subjects = (own_subject(token) for token in said if token.tag_ in {"VBD", "VBP", "VBZ", "MD", "VBN", "VBG"})
    subject = next((token for token in subjects if token is not None), None)
    return subject is not None and subject.ent_type_ in {*_PLACES, "PERSON"}
