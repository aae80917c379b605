"""The lexicon of sources as sets of words, ready to be asked about a noun or a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from attrs import field, frozen
from spacy.tokens import Token

from attribution.lexicons import Lexicon, SourceEntry

Gender = Literal["female", "male", "unknown"]

_LEMMA: Final = "lemma:"
_IRREGULAR: Final[Mapping[str, str]] = MappingProxyType(
    {"children": "child", "people": "people", "wives": "wife", "police": "police", "lives": "life", "folks": "folk"}
)
_KINDS_OF_NOUN: Final = (
    "nobody", "office", "institution", "medium", "document", "body", "calling", "anyone", "collective",
)  # fmt: skip
_UNLISTED: Final[frozenset[str]] = frozenset()


class Noun(NamedTuple):
    """A common noun of the lexicon: its kind there, its words (singular, lower case) and the tokens it takes up."""

    kind: str
    text: str
    length: int


@frozen
class Vocabulary:
    """Sets of lower-case words and names by their kind in the lexicon."""

    _words: Mapping[str, frozenset[str]] = field(repr=False)
    # All kinds under which a word is listed, and the first under which each noun is.
    _kinds: Mapping[str, frozenset[str]] = field(init=False, repr=False)
    _nouns: Mapping[str, str] = field(init=False, repr=False)
    # How many words the longest noun has that ends in a word.
    _lengths: Mapping[str, int] = field(init=False, repr=False)

    @_kinds.default
    def _kinds_of_words(self) -> Mapping[str, frozenset[str]]:
        kinds: dict[str, frozenset[str]] = {}
        for kind, words in self._words.items():
            alone = frozenset({kind})
            for text in words:
                kinds[text] = kinds[text] | alone if text in kinds else alone
        return kinds

    @_nouns.default
    def _kinds_of_nouns(self) -> Mapping[str, str]:
        return {text: kind for kind in reversed(_KINDS_OF_NOUN) for text in self._words.get(kind, ())}

    @_lengths.default
    def _lengths_of_nouns(self) -> Mapping[str, int]:
        lengths: dict[str, int] = {}
        for text in self._nouns:
            words = text.split(" ")
            lengths[words[-1]] = max(len(words), lengths.get(words[-1], 0))
        return lengths

    def kinds_of(self, text: str) -> frozenset[str]:
        """Return the kinds under which ``text`` (lower case) is listed."""
        return self._kinds.get(text, _UNLISTED)

    def has(self, kind: str, text: str) -> bool:
        """Tell whether ``text`` (lower case) is listed under ``kind``."""
        return kind in self._kinds.get(text, _UNLISTED)

    def has_any(self, kinds: Iterable[str], text: str) -> bool:
        """Tell whether ``text`` (lower case) is listed under one of ``kinds``."""
        return not self._kinds.get(text, _UNLISTED).isdisjoint(kinds)

    def noun(self, tokens: list[Token]) -> Noun | None:
        """Return the longest noun of the lexicon that ends at the last of ``tokens``, or ``None``."""
        forms = forms_of(tokens[-1])
        longest = max([self._lengths.get(form, 0) for form in forms])
        for length in range(min(longest, len(tokens)), 0, -1):
            before = "".join([f"{t.lower_} " for t in tokens[-length:-1]]) if length > 1 else ""
            for form in forms:
                text = before + form
                if text in self._nouns:
                    return Noun(self._nouns[text], text, length)
        return None

    def gender_of_name(self, first: str) -> Gender:
        """Return the gender that a first name (lower case) tells; ``unknown`` where it is none's or both's."""
        kinds = self.kinds_of(first)
        female, male = "name_female" in kinds, "name_male" in kinds
        if female == male:
            return "unknown"
        return "female" if female else "male"

    def gender_of_word(self, text: str) -> Gender:
        """Return the gender that a noun or title (lower case) tells."""
        kinds = self.kinds_of(text)
        if "female" in kinds or "title_female" in kinds or text.endswith("woman"):
            return "female"
        return "male" if "male" in kinds or "title_male" in kinds else "unknown"


@lru_cache(maxsize=8)
def vocabulary_of(lexicon: Lexicon[SourceEntry]) -> Vocabulary:
    """Return the sets of words of a lexicon of sources; made once per lexicon."""
    words: dict[str, set[str]] = {}
    for entry in lexicon:
        words.setdefault(entry.kind, set()).update(p.replace(_LEMMA, "").lower() for p in entry.phrases)
    return Vocabulary(MappingProxyType({kind: frozenset(group) for kind, group in words.items()}))


def forms_of(token: Token) -> tuple[str, ...]:
    """Return the forms under which a noun may be listed: as written, its lemma, its singular; lower case."""
    lower = token.lower_
    # "Those surveyed" names no survey.
    return _forms(lower, token.lemma_ if token.pos_ not in {"VERB", "AUX"} else lower)


@lru_cache(maxsize=1 << 14)
def _forms(lower: str, lemma: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (lower, lemma.lower(), singular(lower)))))


def past_stems(form: str) -> list[str]:
    """Return what a form in "-ed" may come from: for "quipped" "quippe", "quipp" and "quip"; else nothing."""
    return [form[:-1], form[:-2], form[:-3]] if form.endswith("ed") else []


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """Return the singular of a regular English plural; other words as they are."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
