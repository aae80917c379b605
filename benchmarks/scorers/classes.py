"""Scores of two-class decisions."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.scorers.counts import Counts


def class_counts(predicted: Sequence[bool], gold: Sequence[bool], *, positive: bool = True) -> Counts:
    """Count the decisions for one class."""
    right = sum(p == g == positive for p, g in zip(predicted, gold, strict=True))
    return Counts(right, sum(p == positive for p in predicted), sum(g == positive for g in gold))


def accuracy(predicted: Sequence[bool], gold: Sequence[bool]) -> float:
    """Share of right decisions, in [0, 1]; 0 where there is none to make."""
    return sum(p == g for p, g in zip(predicted, gold, strict=True)) / len(gold) if gold else 0.0


def macro_f1(predicted: Sequence[bool], gold: Sequence[bool]) -> float:
    """Mean of the F1 of both classes, in [0, 1]."""
    return (class_counts(predicted, gold).f1 + class_counts(predicted, gold, positive=False).f1) / 2
