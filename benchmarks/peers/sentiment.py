"""VADER, a sentiment lexicon with rules (Hutto and Gilbert 2014): a word with a sentiment might be a loaded one."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import frozen

INSTALL: Final = "pip install '.[benchmarks]'"

_NEUTRAL: Final = 0.05
"""Compound scores nearer to zero are neutral, by the authors' own advice."""

_WORD: Final = re.compile(r"\w+(?:[-'’.]\w+)*")


@frozen
class Sentiment:
    """VADER's analyzer."""

    analyzer: Any

    def is_loaded(self, text: str) -> bool:
        """Whether a text has a positive or negative sentiment."""
        compound: float = self.analyzer.polarity_scores(text)["compound"]
        return abs(compound) >= _NEUTRAL

    def words(self, text: str) -> frozenset[str]:
        """The lower-cased words of a text that the lexicon holds."""
        return frozenset(word for word in _WORD.findall(text.lower()) if word in self.analyzer.lexicon)


def load() -> Sentiment | None:
    """VADER, or ``None`` where it is not installed."""
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError:
        return None
    return Sentiment(SentimentIntensityAnalyzer())
