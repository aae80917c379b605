"""Finding the entries of a lexicon in a Doc, in one pass over its tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import Vocab

from attribution.lexicons.entries import Entry
from attribution.lexicons.lexicon import Lexicon
from attribution.lexicons.patterns import EntryPattern
from attribution.lexicons.phrases import Phrase, compile_phrases
from attribution.snapshot import words_in

# Tags of words that no capital turns into a name.
_CLOSED: Final = frozenset({"MD", "AUX", "DET", "ADP", "PRON", "SCONJ"})
# Words that headlines in capitals leave small.
_SMALL: Final = frozenset({"ADP", "SCONJ", "CCONJ", "AUX", "DET"})
# A headline is seen from this many words on either side, those of so many letters.
_AROUND: Final = 6
_LONG: Final = 4
# Tag and part of speech come from two heads of the encoder; where they disagree, either will do.
_COARSE: Final = {"NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "RB": "ADV"}


@frozen
class Match:
    """An entry found in a Doc: ``doc[start:end]``, token indices."""

    entry: Entry
    start: int
    end: int


def in_headline(doc: Doc, index: int) -> bool:
    """Say whether nearly all words around a token are capitalized, so that taggers take each for a name."""
    around = [token for token in doc[max(0, index - _AROUND) : index + _AROUND + 1] if token.is_alpha]
    long = [token for token in around if len(token) >= _LONG and token.pos_ not in _SMALL]
    return len(long) >= 2 and sum(token.text[0].isupper() for token in long) >= 0.8 * len(long)


class _Text:
    """A Doc and its words."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.words = words_in(doc)

    def has(self, phrase: Phrase, start: int) -> bool:
        return phrase.is_at(start, self.words.words, self.words.lemmas)

    def tagged(self, index: int, tags: Sequence[str]) -> bool:
        token = self.doc[index]
        if token.tag_ in tags or token.pos_ in tags or _COARSE.get(token.tag_) in tags:
            return True
        return token.pos_ == "PROPN" and not _CLOSED.issuperset(tags) and in_headline(self.doc, index)


@frozen
class _Blocks:
    """What holds back the matches of an entry."""

    after: tuple[Phrase, ...]
    before: tuple[Phrase, ...]
    within: tuple[Phrase, ...]

    @classmethod
    def of(cls, entry: Entry) -> _Blocks:
        return cls(compile_phrases(entry.not_after), compile_phrases(entry.not_before), compile_phrases(entry.shields))

    def hold(self, text: _Text, start: int, end: int) -> bool:
        return (
            any(text.has(phrase, start - len(phrase)) for phrase in self.after)
            or any(text.has(phrase, end) for phrase in self.before)
            or any(text.has(phrase, first) for phrase in self.within for first in range(end - len(phrase), start + 1))
        )


@frozen
class _Anchored:
    """A phrase, and the place in it of the word by which it is looked for: one that is rare in texts."""

    phrase: Phrase
    entry: Entry
    at: int

    @classmethod
    def of(cls, phrase: Phrase, entry: Entry) -> _Anchored:
        return cls(phrase, entry, max(range(len(phrase)), key=lambda index: _rarity(phrase.words[index].text)))


def _rarity(word: str) -> tuple[bool, int]:
    """Return what is greater for rarer words: no marks and no small words of the language, and the longer."""
    return word.isalnum() and word not in English.Defaults.stop_words, len(word)


class LexiconMatcher:
    """The entries of one lexicon, ready to be found in Docs that share a vocabulary.

    Build it once per pipeline component and keep it: spaCy's matcher is bound to a vocabulary.
    """

    def __init__(self, lexicon: Lexicon[Entry], vocab: Vocab) -> None:
        """Prepare the phrases and patterns of ``lexicon`` for Docs of ``vocab``."""
        self._by_word: dict[str, list[_Anchored]] = defaultdict(list)
        self._by_lemma: dict[str, list[_Anchored]] = defaultdict(list)
        self._blocks: dict[str, _Blocks] = {}
        self._patterns: list[EntryPattern] = []
        for entry in lexicon.entries:
            if entry.not_after or entry.not_before or entry.shields:
                self._blocks[entry.id] = _Blocks.of(entry)
            for phrase in compile_phrases(entry.phrases):
                anchored = _Anchored.of(phrase, entry)
                word = phrase.words[anchored.at]
                for form in word.forms:
                    self._by_word[form].append(anchored)
                if word.is_lemma:
                    self._by_lemma[word.text].append(anchored)
            if entry.pattern:
                self._patterns.append(EntryPattern.of(entry, vocab))

    def __call__(self, doc: Doc) -> tuple[Match, ...]:
        """Find every entry in ``doc``, in the order of the text, of two that start together the longer one first.

        Matches may overlap; :func:`longest` makes a choice.
        """
        text = _Text(doc)
        matches = (*self._phrase_matches(text), *self._pattern_matches(text))
        found = {_key(match): match for match in matches if not self._held_back(match, text)}
        return tuple(found[key] for key in sorted(found))

    def _phrase_matches(self, text: _Text) -> Iterator[Match]:
        words = text.words
        forms, lemmas = words.words, words.lemmas
        for column, places, known in (
            (forms, words.word_places, self._by_word),
            (lemmas, words.lemma_places, self._by_lemma),
        ):
            for index in places.of(known):
                for anchored in known[column[index]]:
                    start, phrase, entry = index - anchored.at, anchored.phrase, anchored.entry
                    # A word alone is found with its place.
                    if len(phrase.words) > 1 and not phrase.is_at(start, forms, lemmas):
                        continue
                    if entry.tags and not text.tagged(start + phrase.head, entry.tags):
                        continue
                    yield Match(entry, start, start + len(phrase.words))

    def _pattern_matches(self, text: _Text) -> Iterator[Match]:
        for pattern in self._patterns:
            for start, end in pattern.find(text.doc, text.words):
                yield Match(pattern.entry, start, end)

    def _held_back(self, match: Match, text: _Text) -> bool:
        blocks = self._blocks.get(match.entry.id)
        return blocks is not None and blocks.hold(text, match.start, match.end)


def _key(match: Match) -> tuple[int, int, str]:
    """Return what tells matches apart, in the order in which they are given back."""
    return match.start, -match.end, match.entry.id


def longest(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Keep, of overlapping matches, the longest (of equals the first), in the order of the text."""
    kept: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda match: (match.start - match.end, match.start, match.entry.id)):
        tokens = range(match.start, match.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: match.start))
