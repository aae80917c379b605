"""What the encoder reads as loaded: words, given the tone of the sentence that they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from spacy.tokens import Doc

from attribution.interpret.readings import Readings
from attribution.interpret.wording.events import names_event
from attribution.interpret.wording.identity import is_identity, is_identity_word
from attribution.interpret.wording.reporting import only_speaks

CONTENT: Final = frozenset({"NOUN", "VERB", "ADJ", "ADV", "INTJ"})
"""Parts of speech of the words that can be loaded."""

_SHORTEST: Final = 3
_LONGEST_RUN: Final = 4
# No reading is surer than this, so that log odds stay finite.
_SURE_NOT: Final = 1e-4


@frozen
class WordingSettings:
    """How sure the encoder must be; all probabilities in [0, 1].

    The defaults were chosen on BABE: by cross-validation, and on the fifth that the shipped weights have not seen.
    ``most`` was set above what kept marking plain words of news.

    Attributes:
        alone: For a word that no lexicon entry covers; neighbours that reach it make one expression.
        with_lexicon: For an entry that is loaded at times only.
        tone: How far the reading of the whole sentence moves that of its words, at least 0. The log odds of a word grow
            by ``tone`` times those of the sentence, so a sentence that could be either way (0.5) moves nothing.
        furthest: The bound of a sentence's log odds, above and below.
        biased: For a sentence to count as biased by its tone. If nothing else in it is loaded, its most loaded word is,
            where that one reaches ``most`` by itself.
        most: See ``biased``.
    """

    alone: float = 0.59
    with_lexicon: float = 0.28
    tone: float = 0.3
    furthest: float = 2.0
    biased: float = 0.73
    most: float = 0.27


DEFAULT: Final = WordingSettings()


@frozen(eq=False)
class LoadedWords:
    """The words of a Doc with the probability that each is loaded: ``own`` by itself, ``probabilities`` in its tone."""

    doc: Doc
    settings: WordingSettings
    own: NDArray[np.float32]
    probabilities: NDArray[np.float32]
    tone: NDArray[np.float32]
    capitals: NDArray[np.bool_]

    @classmethod
    def of(cls, doc: Doc, readings: Readings, settings: WordingSettings) -> LoadedWords:
        """Read a Doc; where the encoder says nothing, no word is loaded and no sentence has a tone."""
        size = len(doc)
        own = readings.loading if len(readings.loading) == size else np.zeros(size, np.float32)
        tone = readings.tone
        if tone is None or len(tone) != size:
            tone = np.full(size, 0.5, np.float32)
        odds = _log_odds(own) + settings.tone * np.clip(_log_odds(tone), -settings.furthest, settings.furthest)
        capitals = readings.capitals if len(readings.capitals) == size else np.zeros(size, np.bool_)
        return cls(doc, settings, own, np.asarray(1.0 / (1.0 + np.exp(-odds)), np.float32), tone, capitals)

    def highest(self, start: int, end: int) -> float:
        """Return the probability of the word among ``doc[start:end]`` that is loaded most likely."""
        return float(self.probabilities[start:end].max())

    def runs(self, taken: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield the token ranges that the encoder is sure of, but for tokens that are ``taken``."""
        index = 0
        for start in np.flatnonzero(self.probabilities >= self.settings.alone).tolist():
            if start < index or start in taken or not self._may_be(start):
                continue
            index = start
            while index < len(self.doc) and index - start < _LONGEST_RUN and index not in taken and (
                self._is_over(index) or self._joins(index)
            ):  # fmt: skip
                index += 1
            yield start, index

    def standouts(self, taken: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield the most loaded word of each biased sentence in which no token is ``taken``."""
        for sentence in self.doc.sents if (self.tone >= self.settings.biased).any() else ():
            if self.tone[sentence.start] < self.settings.biased:
                continue
            tokens = range(sentence.start, sentence.end)
            loaded = [i for i in tokens if self.own[i] >= self.settings.most]
            if loaded and not any(i in taken for i in tokens):
                best = max(filter(self._may_be, loaded), key=self.own.__getitem__, default=None)
                if best is not None:
                    yield best, best + 1

    def _is_over(self, index: int) -> bool:
        return bool(self.probabilities[index] >= self.settings.alone) and self._may_be(index)

    def _may_be(self, index: int) -> bool:
        """Say whether a word is one that can be loaded: of some length, no plain event or report, no name."""
        token = self.doc[index]
        if len(token) < _SHORTEST or token.like_num or names_event(token) or only_speaks(token):
            return False
        if self.capitals[index]:
            # Tags and entities see names where there are none; only where both do is it one.
            return not (is_identity_word(token) or (token.ent_type_ and token.pos_ == "PROPN"))
        return token.pos_ in CONTENT and not is_identity(token)

    def _joins(self, index: int) -> bool:
        """Say whether a hyphen here joins two words that the encoder is sure of."""
        doc = self.doc
        return (
            doc[index].text in {"-", "\u2010", "\u2011"}
            and index + 1 < len(doc)
            and not doc[index].whitespace_
            and self._is_over(index + 1)
        )


def _log_odds(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    inside = np.clip(probabilities, _SURE_NOT, 1.0 - _SURE_NOT)
    return np.asarray(np.log(inside / (1.0 - inside)), np.float32)
