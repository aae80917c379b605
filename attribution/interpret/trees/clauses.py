"""Cut a stretch of words into the clauses that stand side by side in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from attrs import frozen
from spacy.tokens import Doc, Token

from attribution.interpret.trees.syntax import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    COMPLEMENT_CLAUSE,
    CONJUNCT,
    COORDINATOR,
    PARATAXIS,
    SUBJECT,
    VERBAL,
    first_child,
)

_SUBJECT_LIKE: Final = SUBJECT | {"expl"}
_OF_PREDICATE: Final = _SUBJECT_LIKE | {"cop"}
# Labels under which a parser may hang a clause that a conjunction or semicolon joins to the one before.
_LOOSE: Final = PARATAXIS | COMPLEMENT_CLAUSE | ADVERBIAL_CLAUSE | {"ROOT"}
_JOINED: Final = CLAUSE | CONJUNCT
_LONGEST_CLIMB: Final = 32
_SUBORDINATORS: Final = frozenset(
    "because although though if when while since unless until before after whereas lest whether once".split()
)
_CONNECTIVES: Final = frozenset({"and", "but", "or", "nor", "yet", "so", "&"})


@frozen
class Clause:
    """A clause and the tokens that belong to it: ascending indices into the Doc.

    ``head`` is its predicate, or ``None`` where the Doc has no tree.
    """

    head: int | None
    tokens: tuple[int, ...]


def has_own_subject(verb: Token, within: Collection[int]) -> bool:
    """Tell whether a subject among the tokens ``within`` depends on the verb itself."""
    return any(child.dep_ in _SUBJECT_LIKE and child.i in within for child in verb.children)


def split_clauses(doc: Doc, tokens: Sequence[int]) -> list[Clause]:
    """Cut tokens into coordinated clauses, each with a subject of its own.

    Verb phrases that share a subject stay together, and so do all subordinate clauses with what they depend on.
    Coordination is by a conjunction, or by a semicolon alone.

    Args:
        doc: The Doc; without a tree there is nothing to cut by.
        tokens: Ascending token indices, of one sentence.

    Returns:
        The clauses in text order, without the conjunctions that join them; together they hold all other tokens.
    """
    inked = [token for token in _tokens_at(doc, tokens) if not token.is_space]
    words = [token.i for token in inked]
    if not words or not doc.has_annotation("DEP"):
        return [Clause(None, tuple(words))] if words else []
    within = set(words)
    top = _main_top(inked, within)
    starts = {_start(doc[head], words, within): head for head in _coordinated(top, inked, within)}
    if not starts:
        whole = _without_joints(doc, words)
        return [Clause(top.i, whole)] if whole else []
    clauses: list[Clause] = []
    owner = top.i
    run: list[int] = []
    for index in words:
        if index in starts:
            clauses.append(Clause(owner, _without_joints(doc, run)))
            owner, run = starts[index], []
        run.append(index)
    clauses.append(Clause(owner, _without_joints(doc, run)))
    return [clause for clause in clauses if clause.tokens]


def _tokens_at(doc: Doc, indices: Sequence[int]) -> Iterable[Token]:
    """Return the tokens at ascending indices; most often they are one stretch, which is had at once."""
    if indices and indices[-1] - indices[0] == len(indices) - 1:
        return doc[indices[0] : indices[-1] + 1]
    return map(doc.__getitem__, indices)


def _main_top(words: Iterable[Token], within: Collection[int]) -> Token:
    """Choose the predicate that all else hangs from: the first verb that hangs from no other word, else the first."""
    tops: list[Token] = []
    for token in words:
        head = token.head.i
        if head not in within or head == token.i:
            if token.pos_ in VERBAL or first_child(token, _OF_PREDICATE) is not None:
                return token
            tops.append(token)
    return next((token for token in tops if not token.is_punct), tops[0])


def _coordinated(top: Token, words: Sequence[Token], within: Collection[int]) -> list[int]:
    """Collect the heads of clauses beside ``top`` that have their own subject, in text order."""
    with_subject = {token.head.i for token in words if token.dep_ in _SUBJECT_LIKE}
    first, last = top.i, max(with_subject, default=-1)
    if first not in with_subject or first == last:
        return []
    beside = {first}
    found: list[int] = []
    for token in words:
        index = token.i
        if not first < index <= last or (index not in with_subject and token.dep_ not in CONJUNCT):
            continue
        if _partner(token, top, within) in beside:
            beside.add(index)
            if index in with_subject:
                found.append(index)
    return found


def _partner(token: Token, top: Token, within: Collection[int]) -> int | None:
    """Return the predicate that a clause is coordinated with, by its label or by the joint before it."""
    if token.dep_ not in CONJUNCT:
        if _opens_alike(token, top, within):
            return None if _is_subordinate(token, within) else top.i
        loose = token.dep_ in _LOOSE and not any(c.dep_ == "mark" and c.lower_ != "to" for c in token.children)
        if not loose or not has_own_subject(token, within) or _joint_before(token, within) is None:
            return None
    if _is_subordinate(token, within):
        return None
    head = token.head
    # A clause coordinated with a noun is one coordinated with the noun's own clause.
    for _ in range(_LONGEST_CLIMB):
        if head.i not in within or head.i == token.i:
            return top.i
        if has_own_subject(head, within) or head.dep_ in _JOINED:
            break
        head = head.head
    return head.i


def _opens_alike(token: Token, top: Token, within: Collection[int]) -> bool:
    """Tell whether a clause goes on a list of clauses with "that": "that it rained, that the dam broke and …"."""
    that = _that_before(token)
    is_listed = that is not None and that - 1 in within and token.doc[that - 1].text == ","
    return is_listed and _that_before(top) is not None


def _that_before(head: Token) -> int | None:
    """Return the "that" which opens the clause of a predicate."""
    return next((child.i for child in head.lefts if child.lower_ == "that"), None)


def _is_subordinate(token: Token, within: Collection[int]) -> bool:
    """Tell whether a clause opens with a word that makes it depend on another."""
    first = token.i
    for child in token.lefts:
        if child.lower_ in _SUBORDINATORS:
            return True
        if child.i in within:
            first = min(first, child.left_edge.i)
    return first - 1 in within and token.doc[first - 1].lower_ in _SUBORDINATORS


def _joint_before(token: Token, within: Collection[int]) -> int | None:
    """Return the conjunction or semicolon with which a clause starts, or which stands right before it."""
    first = min((child.left_edge.i for child in token.lefts if child.i in within), default=token.i)
    doc = token.doc
    if _joins(doc[first]):
        return first
    before = first - 1
    while before in within and (doc[before].is_space or doc[before].text == ","):
        before -= 1
    return before if before in within and _joins(doc[before]) else None


def _joins(token: Token) -> bool:
    return token.text == ";" or (token.lower_ in _CONNECTIVES and token.dep_ in COORDINATOR)


def _start(head: Token, words: Sequence[int], within: Collection[int]) -> int:
    """Return the token at which a coordinated clause starts."""
    joint = _joint_before(head, within)
    if joint is not None:
        return joint
    subject = min(child.left_edge.i for child in head.children if child.dep_ in _SUBJECT_LIKE and child.i in within)
    doc = head.doc
    position = bisect_left(words, subject)
    for index in reversed(words[max(0, position - _LONGEST_CLIMB) : position]):
        if _joins(doc[index]) or doc[index].text == ",":
            return index
    return max(subject, words[0])


def _without_joints(doc: Doc, tokens: Sequence[int]) -> tuple[int, ...]:
    """Leave off the conjunction and the comma that join a clause to its neighbour."""
    start, end = 0, len(tokens)
    while start < end and _is_joint(doc[tokens[start]]):
        start += 1
    while end > start and _is_joint(doc[tokens[end - 1]]):
        end -= 1
    return tuple(tokens[start:end])


def _is_joint(token: Token) -> bool:
    if token.text in {",", ";"}:
        return True
    return token.dep_ in COORDINATOR and token.lower_ in _CONNECTIVES
