"""Phrases of the lexicons as words to compare: cut once, the way the texts are cut."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from attrs import frozen
from spacy.lang.en import English

_LEMMA: Final = "lemma:"
_SIBILANT: Final = re.compile(r"(?:s|x|z|ch|sh|o)\Z")
_CONSONANT_Y: Final = re.compile(r"[^aeiou]y\Z")
_SHORT_SYLLABLE: Final = re.compile(r"[^aeiou][aeiou][bdglmnprtv]\Z")


@frozen
class Word:
    """One word of a phrase, in lower case; ``is_lemma``: it stands for all forms of the word.

    ``forms`` are the words that may stand for it in a text. For a lemma they hold the regular forms, so that a rare
    verb is found where the lemmatizer goes wrong on it.
    """

    text: str
    is_lemma: bool
    forms: frozenset[str]

    @classmethod
    def make(cls, text: str, is_lemma: bool) -> Word:
        """Make a word and its forms."""
        return cls(text, is_lemma, regular_forms(text) if is_lemma else frozenset({text}))

    def is_at(self, index: int, words: Sequence[str], lemmas: Sequence[str]) -> bool:
        """Say whether this is the word at ``index`` of a text given as lower-cased words and lemmas."""
        return words[index] in self.forms or (self.is_lemma and lemmas[index] == self.text)


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
        for index, word in enumerate(self.words, start):  # noqa: SIM110 - a call less for each word of a text
            if not word.is_at(index, words, lemmas):
                return False
        return True

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
        words.extend(Word.make(part, is_lemma) for part in _tokenize(piece.removeprefix(_LEMMA)))
    head = next((index for index, word in enumerate(words) if word.is_lemma), 0)
    return Phrase(tuple(words), head)


def compile_phrases(texts: Iterable[str]) -> tuple[Phrase, ...]:
    """Cut several phrases."""
    return tuple(compile_phrase(text) for text in texts)


def regular_forms(lemma: str) -> frozenset[str]:
    """Inflect a verb or noun by the rules of English spelling: boast, boasts, boasted, boasting."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    forms = {lemma, lemma + "s", stem + "ed", stem + "ing"}
    if _SIBILANT.search(lemma):
        forms.add(lemma + "es")
    if _CONSONANT_Y.search(lemma):
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if _SHORT_SYLLABLE.search(lemma):
        forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return frozenset(forms)


@cache
def _english() -> English:
    return English()


def _tokenize(piece: str) -> tuple[str, ...]:
    # Letters alone are cut nowhere but in contractions ("cannot").
    if piece.isascii() and piece.isalpha() and piece not in English.Defaults.tokenizer_exceptions:
        return (piece.lower(),)
    return tuple(token.lower_ for token in _english().make_doc(piece))
