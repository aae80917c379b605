"""Who stands behind a document that a cue names: "according to reports made by three sources" is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc

_WORDS_OF: Final = frozenset(
    "account announcement assessment comment estimate information report remark statement testimony".split()
)
_BROUGHT: Final = frozenset("give issue make offer provide release".split())


def bearer(doc: Doc, source: Sequence[int]) -> tuple[int, ...]:
    """Return the tokens of those who made a report, where a source is one with its makers ("reports made by X").

    Args:
        doc: A Doc with tags and lemmas.
        source: Ascending token indices of a source.

    Returns:
        The indices after "by"; all indices where the source is nothing of the kind.
    """
    for position, index in enumerate(source[:-1]):
        token = doc[index]
        if token.lower_ != "by" or position < 2:
            continue
        brought, noun = doc[source[position - 1]], doc[source[position - 2]]
        if brought.tag_ == "VBN" and brought.lemma_ in _BROUGHT and noun.lemma_.lower() in _WORDS_OF:
            return tuple(source[position + 1 :])
    return tuple(source)
