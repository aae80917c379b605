"""Phrases of the lexicons as words to compare: cut once, the way the texts are cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from attrs import frozen
from spacy.lang.en import English

_LEMMA: Final = "lemma:"


@frozen
class Word:
    """One word of a phrase, in lower case; ``is_lemma``: it stands for all forms of the word."""

    text: str
    is_lemma: bool

    def is_at(self, index: int, words: Sequence[str], lemmas: Sequence[str]) -> bool:
        """Say whether this is the word at ``index`` of a text given as lower-cased words and lemmas."""
        return self.text == (lemmas[index] if self.is_lemma else words[index])


@frozen
class Phrase:
    """Words in order; ``head`` is the index of the word that the tags of an entry speak of."""

    words: tuple[Word, ...]
    head: int

    def __len__(self) -> int:
        """Count the words."""
        return len(self.words)

    def is_at(self, start: int, words: Sequence[str], lemmas: Sequence[str]) -> bool:
        """Say whether the phrase stands in a text from the word ``start`` on, without gaps."""
        if start < 0 or start + len(self.words) > len(words):
            return False
        return all(word.is_at(index, words, lemmas) for index, word in enumerate(self.words, start))

    def is_spread_from(self, start: int, words: Sequence[str], lemmas: Sequence[str]) -> bool:
        """Say whether the phrase begins at the word ``start`` and goes on in order, perhaps with gaps."""
        if not self.words[0].is_at(start, words, lemmas):
            return False
        index = start + 1
        for word in self.words[1:]:
            while index < len(words) and not word.is_at(index, words, lemmas):
                index += 1
            if index == len(words):
                return False
            index += 1
        return True


@cache
def compile_phrase(text: str) -> Phrase:
    """Cut a phrase as a text is cut ("so-called" is three words) and find its head word."""
    words: list[Word] = []
    for piece in text.split():
        is_lemma = piece.startswith(_LEMMA)
        words.extend(Word(part, is_lemma) for part in _tokenize(piece.removeprefix(_LEMMA)))
    head = next((index for index, word in enumerate(words) if word.is_lemma), 0)
    return Phrase(tuple(words), head)


def compile_phrases(texts: Iterable[str]) -> tuple[Phrase, ...]:
    """Cut several phrases."""
    return tuple(compile_phrase(text) for text in texts)


@cache
def _english() -> English:
    return English()


def _tokenize(piece: str) -> tuple[str, ...]:
    return tuple(token.lower_ for token in _english().make_doc(piece))
