"""The words of a Doc as lexicons have them, and where each of them stands: looked up once, asked for many times."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from spacy.tokens import Doc


class Words:
    """The words and lemmas of a Doc, one for each token, in lower case; apostrophes in words are straight ones.

    A word without a lemma is its own.
    """

    def __init__(self, doc: Doc) -> None:
        """Look all of them up."""
        tokens = list(doc)
        self.words = [token.lower_ for token in tokens]
        if "\u2019" in doc.text:
            self.words = [word.replace("\u2019", "'") for word in self.words]
        self.lemmas = [token.lemma_.lower() or token.lower_ for token in tokens]

    @cached_property
    def word_places(self) -> Places:
        """Where each word stands."""
        return Places(self.words)

    @cached_property
    def lemma_places(self) -> Places:
        """Where each lemma stands."""
        return Places(self.lemmas)


class Places:
    """Tells where words stand in a text."""

    def __init__(self, words: Sequence[str]) -> None:
        """Note for each different word its last place, and for each place the one before of the same word.

        A list for each word would do as well, but a thousand of them for each text keep the garbage collector busy.
        """
        last: dict[str, int] = {}
        before: list[int] = []
        for index, word in enumerate(words):
            before.append(last.get(word, -1))
            last[word] = index
        self._last, self._before = last, before

    def of(self, wanted: Collection[str]) -> list[int]:
        """Return where any of some words stands, ascending."""
        # A lexicon may have thousands of words, a line of text has a few: the shorter list is gone through.
        shorter, other = (wanted, self._last) if len(wanted) < len(self._last) else (self._last, wanted)
        found: list[int] = []
        for word in filter(other.__contains__, shorter):
            index = self._last[word]
            while index >= 0:
                found.append(index)
                index = self._before[index]
        return sorted(found)
