"""Six lines of dependency rules, the baseline that a system with a model has to beat.

A verb of speech or thought with a clausal complement, or beside the clause that it comments on, is a cue; its subject
is the source, the clause is the content. "According to X" ascribes the rest of its clause to X. Expects Universal
Dependencies labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from benchmarks.scorers.attributions import Roles
from benchmarks.scorers.spans import Pieces

VERBS: Final = frozenset(
    "acknowledge add admit announce argue believe claim declare deny explain expect fear insist note predict promise "
    "report reveal say state suggest suspect tell think tweet warn write".split()
)


def find_attributions(doc: Doc) -> Iterator[Roles]:
    """Yield the attributions that the rules find in a parsed Doc."""
    for token in doc:
        if token.lemma_.lower() in VERBS and token.pos_ == "VERB":
            content = _complement(token)
            if content:
                subject = next((child for child in token.children if child.dep_.startswith("nsubj")), None)
                yield Roles(_subtree(subject), _pieces([token]), content)
        elif token.lower_ == "according" and token.dep_ == "case":
            cue = [token, *(t for t in token.head.children if t.lower_ == "to" and t.i == token.i + 1), *token.children]
            inside = set(token.head.subtree)
            source = [t for t in token.head.subtree if t not in cue]
            content = _pieces([t for t in token.head.head.subtree if t not in inside])
            yield Roles(_pieces(source), _pieces(cue), content)


def _complement(verb: Token) -> Pieces:
    for child in verb.children:
        if child.dep_ in {"ccomp", "parataxis"}:
            return _subtree(child)
    if verb.dep_ == "parataxis":
        inside = set(verb.subtree)
        return _pieces([token for token in verb.head.subtree if token not in inside])
    return ()


def _subtree(token: Token | None) -> Pieces:
    return _pieces(list(token.subtree)) if token is not None else ()


def _pieces(tokens: list[Token]) -> Pieces:
    return tuple((token.idx, token.idx + len(token)) for token in tokens)
