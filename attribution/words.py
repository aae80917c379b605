"""The words of a Doc as lexicons have them, and where each of them stands: looked up once, asked for many times."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from spacy.tokens import Doc


class Words:
    """The words and lemmas of a Doc, one for each token, in lower case; apostrophes in words are straight ones.

    A word without a lemma is its own.
    """

    def __init__(self, doc: Doc) -> None:
        """Look all of them up."""
        tokens = list(doc)
        self.words = [token.lower_.replace("\u2019", "'") for token in tokens]
        self.lemmas = [token.lemma_.lower() or token.lower_ for token in tokens]

    @cached_property
    def word_places(self) -> Mapping[str, Sequence[int]]:
        """For each different word the tokens that it is, ascending."""
        return _places(self.words)

    @cached_property
    def lemma_places(self) -> Mapping[str, Sequence[int]]:
        """For each different lemma the tokens whose it is, ascending."""
        return _places(self.lemmas)


def find_places(places: Mapping[str, Sequence[int]], wanted: Collection[str]) -> list[int]:
    """Return where any of some words stands, ascending."""
    # A lexicon may have thousands of words, a line of text has a few: the shorter list is gone through.
    shorter, other = (wanted, places) if len(wanted) < len(places) else (places, wanted)
    return sorted([index for word in shorter if word in other for index in places[word]])


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        if word in places:
            places[word].append(index)
        else:
            places[word] = [index]
    return places
