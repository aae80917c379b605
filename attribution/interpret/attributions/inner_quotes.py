"""What somebody is quoted as saying in what another says: "She looked at me and said 'Run', so I ran," he said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.text.quotes import Quotation
from attribution.interpret.trees.syntax import AUXILIARY, children, is_negated, noun_phrase, own_subject, subject_of

_PAUSES: Final = frozenset({",", ":", "that"})
# Verbs of which a quotation is the whole content; what is called or praised something is part of it.
_SAYING: Final = frozenset(
    "add answer ask bark chant cry declare exclaim joke mutter quip reply respond say scream shout tell warn whisper "
    "write yell".split()
)
_NOBODY: Final = frozenset("it that these this those what which you".split())
_LISTENERS: Final = frozenset({"obj", "iobj", "dobj", "dative"})


def with_inner_quotations(doc: Doc, frames: Sequence[Frame], quotations: Sequence[Quotation]) -> list[Frame]:
    """Give quotations inside contents to those who are said to have said them, by the verb right before.

    Args:
        doc: A Doc with tags and a tree.
        frames: The attributions found so far.
        quotations: The quotations of its text.

    Returns:
        The frames with those of the inner speakers; one with such a verb as its cue gets the quotation as its content.
    """
    found = list(frames)
    held = {index for frame in frames for index in frame.content}
    for quotation in quotations:
        first = bisect_left(doc, quotation.start, key=attrgetter("idx"))
        if first not in held or not quotation.closed or doc[first].idx != quotation.start:
            continue
        verb = _verb_before(doc, first)
        if verb is None or verb.i not in held:
            continue
        content = _inside(doc, first, quotation.end)
        number = next((n for n, frame in enumerate(found) if verb.i in frame.cue), None)
        if number is not None:
            if first not in found[number].content:
                found[number] = evolve(found[number], content=content)
            continue
        source = _speaker(verb)
        if source:
            cue = tuple(
                range(min((c.i for c in children(verb, AUXILIARY) if c.i < verb.i), default=verb.i), verb.i + 1)
            )
            found.append(Frame(cue, source, content, origin="grammar"))
    return found


def _verb_before(doc: Doc, first: int) -> Token | None:
    """Return the verb of speech that a quotation follows: "said 'Run'", "told me: 'Run'"."""
    index = first - 1
    while index >= 0 and doc[index].lower_ in _PAUSES and first - index <= 2:
        index -= 1
    if index < 0:
        return None
    verb = doc[index]
    if verb.dep_ in _LISTENERS and verb.head.i < index:
        verb = verb.head
    if verb.pos_ != "VERB" or is_negated(verb):
        return None
    return verb if verb.lemma_.lower() in _SAYING else None


def _speaker(verb: Token) -> tuple[int, ...]:
    subject = subject_of(verb)
    if verb.tag_ == "VBG" and own_subject(verb) is None and verb.i and verb.nbor(-1).pos_ in {"NOUN", "PROPN"}:
        # "Footage of Li asking '...'"
        subject = verb.nbor(-1)
    if subject is None or subject.i > verb.i or subject.lower_ in _NOBODY:
        return ()
    start, end = noun_phrase(subject)
    return tuple(i for i in range(start, end) if i < verb.i)


def _inside(doc: Doc, first: int, end: int) -> tuple[int, ...]:
    """Return the tokens from one up to a character offset."""
    last = first
    while last < len(doc) and doc[last].idx < end:
        last += 1
    return tuple(i for i in range(first, last) if not doc[i].is_space)
