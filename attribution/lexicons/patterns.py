"""Token patterns of the lexicons: spaCy's matcher, asked only about Docs in which a pattern may be found at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from attrs import field, frozen
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from attribution.lexicons.entries import Entry, TokenPattern
from attribution.snapshot import original

_ANNOTATIONS: Final = ("TAG", "POS", "LEMMA", "DEP", "MORPH")
# A token of a pattern that stands there at least once: without an operator, or with one of these.
_ONCE: Final = (None, "1", "+")


@frozen
class EntryPattern:
    """The pattern of an entry, ready to be found in Docs of one vocabulary."""

    entry: Entry
    _matcher: Matcher
    _annotations: frozenset[str]
    _lower: tuple[frozenset[str], ...]
    _lemma: tuple[frozenset[str], ...] = field(repr=False)

    @classmethod
    def of(cls, entry: Entry, vocab: Vocab) -> EntryPattern:
        """Prepare an entry that has a pattern."""
        matcher = Matcher(vocab)
        matcher.add(entry.id, [list(entry.pattern)])
        annotations = frozenset(key.upper() for token in entry.pattern for key in token if key.upper() in _ANNOTATIONS)
        return cls(entry, matcher, annotations, _needed(entry.pattern, "LOWER"), _needed(entry.pattern, "LEMMA"))

    def may_be_in(self, doc: Doc, lower: Collection[str], lemmas: Collection[str]) -> bool:
        """Say whether a Doc has the words that the pattern cannot do without, and the annotation that it asks for.

        Args:
            doc: The Doc; spaCy's matcher refuses one without the annotation.
            lower: Its words in lower case.
            lemmas: Its lemmas.
        """
        return (
            not any(words.isdisjoint(lower) for words in self._lower)
            and not any(words.isdisjoint(lemmas) for words in self._lemma)
            and all(doc.has_annotation(name) for name in self._annotations)
        )

    def find(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Yield where the pattern is found, as token indices ``(start, end)``."""
        for _, start, end in self._matcher(original(doc)):
            yield start, end


def _needed(pattern: TokenPattern, attribute: str) -> tuple[frozenset[str], ...]:
    """Collect, for each token of a pattern that must be one of some words, these words."""
    needed = []
    for token in pattern:
        if token.get("OP") in _ONCE:
            needed += [words for key, value in token.items() if key.upper() == attribute and (words := _words(value))]
    return tuple(needed)


def _words(value: Any) -> frozenset[str]:
    if isinstance(value, Mapping):
        return frozenset(value.get("IN", ()))
    return frozenset({value}) if isinstance(value, str) else frozenset()
