"""What a noun announces: "the claim that prices are falling", whose it is, and where its clause ends.

A parser may take the main verb after such a clause for a part of it ("the claim that fares rose | angered riders").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees import syntax
from attribution.lexicons import CueLexicon

# What words and fears do when they go from mouth to mouth.
SPREADING: Final = frozenset(
    """abound arrive break build circulate come continue emerge go grow increase linger mount persist reach rise spread
    surface swirl""".split()
)
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MAKERS: Final = frozenset({"by", "from"})
# What cannot stand right before the main verb of a sentence: it opens a phrase or clause of its own.
_OPENING: Final = frozenset("CC DT IN JJR PDT PRP$ TO WDT WP WP$ WRB PRP , : `` ( HYPH".split())
_BEFORE_VERB: Final = syntax.AUXILIARY | {"cop"}
_LEFT_OFF: Final = frozenset({"DT", "POS", "PRP$"})
_ENDS: Final = frozenset({".", "!", "?"})


def maker_of(noun: Token) -> tuple[int, ...]:
    """Return the tokens of whose claim it is: "Delhi's claim", "a claim by Delhi", "a warning from the bank"."""
    possessor = syntax.possessor_of(noun)
    if possessor is not None:
        start, end = syntax.noun_phrase(possessor)
        return tuple(i for i in range(start, end) if i < noun.i)
    after = noun.i + 1
    if after >= len(noun.doc) or noun.doc[after].lower_ not in _MAKERS:
        return ()
    maker = next((n for case, n in syntax.prepositional_objects(noun, _MAKERS) if case.i == after), None)
    if maker is None:
        return ()
    start, end = syntax.noun_phrase(maker, syntax.ADNOMINAL_CLAUSE)
    return tuple(range(start, end))


def with_announced(doc: Doc, frame: Frame, cues: CueLexicon) -> Frame:
    """Return the frame of a noun with the noun alone as its cue and its clause alone as its content.

    "Word spread that ..." has such a noun, too, where an encoder takes the word for who speaks.
    """
    if len(frame.source) == 1 and doc[frame.cue[-1]].lemma_.lower() in SPREADING:
        noun = doc[frame.source[0]]
        told = noun.pos_ == "NOUN" and cues.lookup([noun.lemma_], "noun") is not None
        return evolve(frame, cue=(noun.i,), source=()) if told else frame
    if any(doc[i].pos_ in syntax.VERBAL or doc[i].pos_ == "ADP" for i in frame.cue):
        return frame
    noun = doc[frame.cue[-1]]
    if noun.pos_ != "NOUN" or cues.lookup([noun.lemma_], "noun") is None:
        return frame
    cue = frame.cue
    while len(cue) > 1 and doc[cue[0]].tag_ in _LEFT_OFF:
        cue = cue[1:]
    content = before_main_verb(noun, frame.content)
    return evolve(frame, cue=cue, content=content) if (cue, content) != (frame.cue, frame.content) else frame


def before_main_verb(noun: Token, content: tuple[int, ...]) -> tuple[int, ...]:
    """Return the clause that a noun announces without the verb of the sentence, where it runs on into that.

    Args:
        noun: The noun.
        content: The clause as it has been read, as ascending tokens.
    """
    doc = noun.doc
    if not content or content[0] < noun.i or doc[content[0]].lower_ not in {"that", "to"}:
        return content
    first = _own_verb(doc, content)
    if first is None:
        return content
    head = noun.head
    if head.i != noun.i and head.i < noun.i:
        return content
    cut = _group_start(head, first) if head.i > first else _second_verb(doc, content, first)
    kept = tuple(i for i in content if i < cut)
    return kept if cut > first and len(kept) > 1 else content


def _own_verb(doc: Doc, content: Sequence[int]) -> int | None:
    """Return the last word of the first verb group in the clause."""
    to = doc[content[0]].lower_ == "to"
    at = next((n for n, i in enumerate(content) if doc[i].tag_ in _FINITE or (to and doc[i].tag_ == "VB")), None)
    if at is None:
        return None
    while at + 1 < len(content) and doc[content[at]].pos_ == "AUX" and doc[content[at + 1]].pos_ in _IN_GROUP:
        at += 1
    return content[at]


_IN_GROUP: Final = syntax.VERBAL | {"ADV", "PART"}


def _group_start(verb: Token, after: int) -> int:
    helping = (child.i for child in syntax.children(verb, _BEFORE_VERB) if child.i > after)
    return min(helping, default=verb.i)


def _second_verb(doc: Doc, content: Sequence[int], first: int) -> int:
    """Return the first verb after the clause's own that may be the sentence's; else one past the content."""
    beyond = content[-1] + 1
    sentence = doc[first].sent
    if doc[sentence.end - 1].text not in _ENDS:
        return beyond
    rest = [doc[i] for i in content if i > first]
    maybe = [token for token in rest if _may_be_main(token, first)]
    finite = (token.i for token in maybe if token.tag_ in _FINITE)
    return next(finite, next((token.i for token in maybe), beyond))


def _may_be_main(token: Token, after: int) -> bool:
    is_verb = token.tag_ in _FINITE or token.tag_ == "VBN" or (token.tag_ == "JJ" and token.lower_.endswith("ed"))
    if not is_verb or token.nbor(-1).tag_ in _OPENING or token.nbor(-1).is_punct or token.nbor(1).is_punct:
        return False
    subject = syntax.own_subject(token)
    return subject is None or subject.i <= after
