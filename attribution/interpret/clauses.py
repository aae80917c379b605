"""Cut a stretch of words into the clauses that stand side by side in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from attrs import frozen
from spacy.tokens import Doc, Token

from attribution.interpret.syntax import COMPLEMENT_CLAUSE, CONJUNCT, COORDINATOR, PARATAXIS, SUBJECT

_SUBJECT_LIKE: Final = SUBJECT | {"expl"}
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
    words = [index for index in tokens if not doc[index].is_space]
    if not words or not doc.has_annotation("DEP"):
        return [Clause(None, tuple(words))] if words else []
    within = set(words)
    tops = [index for index in words if doc[index].head.i == index or doc[index].head.i not in within]
    top = _main_top(doc, tops)
    heads = {top} | _coordinated(doc[top], within)
    owners = _owners(doc, words, heads, top)
    clauses = [Clause(head, _without_joints(doc, [i for i in words if owners[i] == head])) for head in heads]
    return sorted((clause for clause in clauses if clause.tokens), key=_first_token)


def _first_token(clause: Clause) -> int:
    return clause.tokens[0]


def _main_top(doc: Doc, tops: Sequence[int]) -> int:
    """Choose the predicate that all else hangs from: the first verb, else the first word."""
    verbs = [index for index in tops if doc[index].pos_ in {"VERB", "AUX"} or _is_predicate(doc[index])]
    inked = [index for index in tops if not doc[index].is_punct]
    return (verbs or inked or list(tops))[0]


def _is_predicate(token: Token) -> bool:
    return any(child.dep_ in _SUBJECT_LIKE or child.dep_ == "cop" for child in token.children)


def _coordinated(top: Token, within: Collection[int]) -> set[int]:
    """Collect the heads of clauses beside ``top`` that have their own subject."""
    if not has_own_subject(top, within):
        return set()
    found: set[int] = set()
    pending = [top]
    while pending:
        head = pending.pop()
        for child in head.children:
            if child.i not in within:
                continue
            independent = has_own_subject(child, within)
            beside = child.dep_ in PARATAXIS | COMPLEMENT_CLAUSE and independent and _after_semicolon(head, child)
            if child.dep_ in CONJUNCT or beside:
                pending.append(child)
                found.update([child.i] if independent else [])
    return found


def _after_semicolon(head: Token, clause: Token) -> bool:
    """Tell whether a semicolon stands between two clauses."""
    first, second = (head, clause) if head.i < clause.i else (clause, head)
    start = second.left_edge.i
    return start > first.i and any(token.text == ";" for token in head.doc[max(first.i, start - 2) : start + 1])


def _owners(doc: Doc, words: Sequence[int], heads: Collection[int], top: int) -> dict[int, int]:
    """Say for each word which of the clause heads it hangs from."""
    owners: dict[int, int] = {head: head for head in heads}
    for word in words:
        path = []
        index = word
        while index not in owners:
            path.append(index)
            above = doc[index].head.i
            if above == index or len(path) > len(words):
                owners[index] = top
            else:
                index = above
        for passed in path:
            owners[passed] = owners[index]
    return owners


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
