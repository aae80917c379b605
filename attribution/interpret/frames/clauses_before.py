"""Contents that stand before their source: "The roof leaked before it fell, | an engineer who knew it told Reuters".

Of a long clause before a comma, with clauses of its own, the encoder may see a piece or nothing. The tree mostly knows
where it belongs.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.text.datelines import dateline_end
from attribution.interpret.trees import syntax
from attribution.lexicons import CueLexicon
from attribution.snapshot import span_in

_SAID: Final = syntax.COMPLEMENT_CLAUSE | syntax.PARATAXIS
_LOOSE: Final = syntax.PARATAXIS | {"dep"}
# A content may lack so many words without having been torn.
_FEW: Final = 2


def with_clause_before(doc: Doc, frame: Frame, cues: CueLexicon) -> Frame:
    """Take the clause before the comma where a source of speech follows, and little or nothing of it was read.

    Args:
        doc: The text with tags, tree and sentences.
        frame: An attribution, perhaps without a content.
        cues: The lexicon of cues.
    """
    if not frame.source or frame.cue[0] < frame.source[-1] or (frame.content and frame.content[-1] > frame.source[0]):
        return frame
    comma = frame.source[0] - 1
    if comma < 0 or doc[comma].text != ",":
        return frame
    clause = _clause_before(doc[frame.cue[-1]], comma)
    if clause is None or syntax.own_subject(clause) is None or not _tells(doc[frame.cue[-1]], cues):
        return frame
    content = tuple(i for i in range(_start(doc, comma), comma) if not doc[i].is_space)
    torn = len(set(content).difference(frame.content)) > _FEW or comma - 1 not in frame.content
    return evolve(frame, content=content) if torn and not any(doc[i].is_quote for i in content) else frame


def _start(doc: Doc, comma: int) -> int:
    """Return the first word of the sentence, after a dateline or a conjunction."""
    start = doc[comma].sent.start
    after = doc[start].idx + dateline_end(span_in(doc, start, comma).text)
    while start < comma and (doc[start].idx < after or doc[start].is_space):
        start += 1
    return start + (doc[start].dep_ in syntax.COORDINATOR)


def _clause_before(verb: Token, comma: int) -> Token | None:
    """Return the head of what is said, where it stands before the comma."""
    said = next((child for child in syntax.children(verb, _SAID) if child.i < comma), None)
    # A tree may also hang the words of who speaks loosely on what is said.
    return verb.head if said is None and verb.dep_ in _LOOSE and verb.head.i < comma else said


def _tells(verb: Token, cues: CueLexicon) -> bool:
    entry = cues.lookup([verb.lemma_], "verb")
    return entry is not None and entry.speech
