"""Attributions that grammar shows and the encoder does not offer.

The articles that the encoder learned from mark an attribution inside the content of another only now and then, and
seldom one whose cue is a noun, or a passive that names nobody. The tree shows these plainly: a verb of speech or belief
with a clause of its own, "the claim that ...", "it is believed that ...", "is said to ...".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.syntax import (
    ADNOMINAL_CLAUSE,
    AUXILIARY,
    COMPLEMENT_CLAUSE,
    NOMINAL,
    OPEN_COMPLEMENT,
    PASSIVE_SUBJECT,
    children,
    governor,
    is_negated,
    is_passive,
    noun_phrase,
    own_subject,
    possessor_of,
    prepositional_objects,
    subject_of,
)
from attribution.lexicons import CueLexicon

# Verbs whose passive with an infinitive says what people say or think ("is believed to have fled"); with most others
# it says what somebody was made to do ("was told to leave").
_HEARSAY: Final = frozenset(
    "allege assume believe claim fear know presume report rumor rumour say suspect think understand".split()
)
# Nouns whose infinitive is what is said ("a promise to leave"); with most others only a "that" clause is.
_DECLARED: Final = frozenset("pledge promise refusal threat vow offer".split())
# Nouns whose "that" clause is somebody's words even where the text names nobody ("the claim that ...").
_TOLD: Final = frozenset(
    "accusation allegation assertion belief charge claim denial fear insistence report rumor rumour suggestion".split()
)
_CLAUSAL_SUBJECT: Final = frozenset({"csubj", "csubj:pass", "csubjpass"})
_NOBODY: Final = frozenset("it there that this which what i we you".split())


def find_by_grammar(doc: Doc, frames: Sequence[Frame], cues: CueLexicon) -> Iterator[Frame]:
    """Yield frames that the tree shows: nested ones, noun cues, and passives that name nobody.

    Args:
        doc: A Doc with tags and a tree.
        frames: What has been accepted so far; their cues are left alone.
        cues: The cue lexicon.
    """
    taken = {index for frame in frames for index in frame.cue}
    nested = {index for frame in frames for index in frame.content}
    for token in doc:
        if token.i in taken:
            continue
        found: Frame | None = None
        if token.pos_ == "VERB":
            found = _passive(token, cues) or (_verb(token, cues) if token.i in nested else None)
        elif token.pos_ == "NOUN":
            found = _noun(token, cues)
        if token.lower_ == "according":
            found = _according(token)
        if found is not None and taken.isdisjoint(found.cue):
            yield found


def _verb(verb: Token, cues: CueLexicon) -> Frame | None:
    """Return the frame of a verb of speech with a finite clause and a subject: "who claimed that she knew".

    What speakers say of themselves ("I would say that ...") is left to the encoder.
    """
    entry = cues.lookup([verb.lemma_], "verb")
    if entry is None or not entry.speech or is_passive(verb) or is_negated(verb):
        return None
    clause = next((c for c in children(verb, COMPLEMENT_CLAUSE) if c.i > verb.i and own_subject(c) is not None), None)
    subject = subject_of(verb)
    if clause is None or subject is None or subject.lower_ in _NOBODY or subject.i > verb.i:
        return None
    start, end = noun_phrase(subject)
    source = tuple(i for i in range(start, end) if i < verb.i)
    return _frame(_group(verb), source, _below(clause))


def _according(token: Token) -> Frame | None:
    """Return the frame of "according to X": X and the clause that the phrase stands in."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    noun = token.head if token.dep_ == "case" else next((o for _, o in prepositional_objects(token)), None)
    if noun is None or noun.pos_ not in NOMINAL or noun.i < token.i:
        return None
    start, end = noun_phrase(noun)
    verb = governor(noun)
    if verb.i == noun.i or verb.i in range(start, end):
        return None
    left_out = {*range(token.i, end)}
    return _frame((token.i, token.i + 1), tuple(range(max(start, token.i + 2), end)), _below(verb, left_out))


def _passive(verb: Token, cues: CueLexicon) -> Frame | None:
    """Return the frame of a passive without an agent: "it is believed that ...", "is said to have fled"."""
    if verb.tag_ != "VBN" or not is_passive(verb) or cues.lookup([verb.lemma_], "verb") is None:
        return None
    if any(child.dep_ in {"obl:agent", "agent"} for child in verb.children):
        return None
    subject = own_subject(verb)
    is_empty = any(child.lower_ == "it" and child.i < verb.i for child in verb.children)
    if is_empty:
        labels = COMPLEMENT_CLAUSE | _CLAUSAL_SUBJECT
        clause = next((c for c in children(verb, labels) if c.i > verb.i and own_subject(c) is not None), None)
        return _frame(_group(verb), (), _below(clause)) if clause is not None else None
    clause = next((c for c in children(verb, OPEN_COMPLEMENT) if c.i > verb.i and _has_to(c)), None)
    if clause is None or subject is None or subject.dep_ not in PASSIVE_SUBJECT or verb.lemma_ not in _HEARSAY:
        return None
    start, end = noun_phrase(subject)
    return _frame(_group(verb), (), (*(i for i in range(start, end) if i < verb.i), *_below(clause)))


def _noun(noun: Token, cues: CueLexicon) -> Frame | None:
    """Return the frame of a noun with a clause that it announces: "the claim that ...", "his promise not to ..."."""
    if cues.lookup([noun.lemma_], "noun") is None:
        return None
    clause = next((c for c in children(noun, (ADNOMINAL_CLAUSE | COMPLEMENT_CLAUSE) - {"acl:relcl", "relcl"})), None)
    if clause is None or clause.i < noun.i:
        return None
    marks = {child.lower_ for child in clause.children if child.i < clause.i and child.dep_ in {"mark", "aux"}}
    possessor = possessor_of(noun)
    says_that = (
        "that" in marks and own_subject(clause) is not None and (possessor is not None or noun.lemma_.lower() in _TOLD)
    )
    says_to = "to" in marks and noun.lemma_.lower() in _DECLARED and possessor is not None
    if not (says_that or says_to):
        return None
    source: tuple[int, ...] = ()
    if possessor is not None:
        start, end = noun_phrase(possessor)
        source = tuple(i for i in range(start, end) if i < noun.i)
    return _frame((noun.i,), source, _below(clause))


def _has_to(clause: Token) -> bool:
    return any(child.lower_ == "to" and child.i < clause.i for child in clause.children)


def _group(verb: Token) -> tuple[int, ...]:
    """Return a verb with its auxiliaries and what stands between them."""
    first = min((child.i for child in children(verb, AUXILIARY) if child.i < verb.i), default=verb.i)
    return tuple(range(first, verb.i + 1))


def _below(clause: Token, left_out: Collection[int] = ()) -> tuple[int, ...]:
    return tuple(sorted(token.i for token in clause.subtree if not token.is_space and token.i not in left_out))


def _frame(cue: tuple[int, ...], source: tuple[int, ...], content: tuple[int, ...]) -> Frame | None:
    kept = tuple(i for i in content if i not in cue)
    return Frame(cue, source, kept, origin="grammar") if kept else None
