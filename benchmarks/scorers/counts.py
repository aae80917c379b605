"""Precision, recall and F1 from counts that add up over articles."""

from __future__ import annotations

from collections.abc import Collection, Hashable

from attrs import frozen


@frozen
class Counts:
    """How many items were right, how many predicted, how many in the gold. Counts add up (micro-average).

    ``precision``, ``recall`` and ``f1`` are in [0, 1]: higher is better; with nothing to find and nothing found they
    are 0, as is usual for corpora.
    """

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @classmethod
    def of_sets(cls, predicted: Collection[Hashable], gold: Collection[Hashable]) -> Counts:
        """Count two collections, each taken as a set."""
        predicted, gold = set(predicted), set(gold)
        return cls(len(predicted & gold), len(predicted), len(gold))

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the predicted items that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold items that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


@frozen
class Share:
    """How many of ``total`` cases were right; shares add up. ``value`` in [0, 1]: higher is better."""

    right: int = 0
    total: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.total + other.total)

    @property
    def value(self) -> float:
        """The share; 0 where there was no case."""
        return self.right / self.total if self.total else 0.0
