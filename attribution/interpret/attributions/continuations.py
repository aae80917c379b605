"""Sentences that plainly go on with what the sentence before ascribes, in free indirect speech.

"The dam was safe, the ministry said. It would be inspected every week." Only the shifted tense tells: the second
sentence is still the ministry's, for a writer who speaks for himself would write "will". So a sentence counts when it
has nobody of its own, stands in the same paragraph, has the shifted verb that what is ascribed has, and is about what
that was about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Span, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees.syntax import AUXILIARY, children, own_subject

_SHIFTED: Final = {"would": "would", "'d": "would", "’d": "would", "had": "had"}
_PRONOUNS: Final = frozenset({"it", "they", "he", "she"})
_CONDITIONS: Final = frozenset({"if", "unless", "otherwise", "should"})
_MOST: Final = 3
"""So many sentences go on at most."""


def with_continuations(doc: Doc, frames: Sequence[Frame]) -> list[Frame]:
    """Take the sentences that go on with an attribution into its content.

    Args:
        doc: A Doc with tags, a tree and sentences.
        frames: The attributions found so far.

    Returns:
        The frames, in their order.
    """
    going_on = list(frames)
    candidates = [(number, verbs) for number, frame in enumerate(frames) if (verbs := _shifted(doc, frame))]
    if not candidates:
        return going_on
    said = {i for frame in frames for i in (*frame.cue, *frame.content)}
    taken = {sentence.start for sentence in doc.sents if not said.isdisjoint(range(sentence.start, sentence.end))}
    for number, verbs in candidates:
        frame = frames[number]
        last = doc[max(*frame.cue, *frame.content)].sent
        for _ in range(_MOST):
            following = _following(doc, last)
            if following is None or following.start in taken or not _goes_on(doc, following, frame, verbs):
                break
            taken.add(following.start)
            content = (*going_on[number].content, *(t.i for t in following if not t.is_space))
            going_on[number] = evolve(going_on[number], content=content)
            last = following
    return going_on


def _shifted(doc: Doc, frame: Frame) -> frozenset[str]:
    """Return which shifted verbs can go on with what somebody is said to have said; none if the cue is not in the past.

    After any past tense, which may be a shifted present, "would" can go on.
    """
    if not frame.source or not any(doc[i].tag_ == "VBD" for i in frame.cue):
        return frozenset()
    tokens = [doc[i] for i in frame.content]
    verbs = {_shift(token) for token in tokens} - {""}
    return frozenset(verbs | {"would"} if any(token.tag_ == "VBD" for token in tokens) else verbs)


def _shift(token: Token) -> str:
    return _SHIFTED.get(token.lower_, "") if token.dep_ in AUXILIARY else ""


def _following(doc: Doc, sentence: Span) -> Span | None:
    """Return the next sentence of the paragraph."""
    if sentence.end >= len(doc) or "\n" in sentence[-1].text_with_ws:
        return None
    return doc[sentence.end].sent


def _goes_on(doc: Doc, sentence: Span, frame: Frame, verbs: frozenset[str]) -> bool:
    root = sentence.root
    verb = next((shift for aux in children(root, AUXILIARY) if (shift := _shift(aux))), "")
    subject = own_subject(root)
    if verb not in verbs or subject is None or subject.i > root.i:
        return False
    if any(token.text == "?" or token.is_quote or token.lower_ in _CONDITIONS for token in sentence):
        return False
    if subject.lower_ in _PRONOUNS:
        return True
    # "The museum would ... The museum would": a thing that it was about before.
    return verb == "would" and any(
        doc[i].lemma_ == subject.lemma_ and doc[i].pos_ == subject.pos_ for i in frame.content
    )
