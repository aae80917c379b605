"""The cycles of training, one after another, each with its own lean and pace."""

from __future__ import annotations

from attrs import evolve

from attribution.training.loop import Plan
from attribution.training.weights import LossWeights


def learning_plans(epochs: int, seed: int) -> tuple[Plan, ...]:
    """Return the cycles of the full network: a long one, then shorter ones that lean to trees, tags and entities.

    Args:
        epochs: Passes over the articles in the first cycle.
        seed: The start of all chance.
    """
    leaning = LossWeights(entity=1.5, dep=1.0)
    return (
        Plan(epochs=epochs, seed=seed),
        Plan(
            epochs=2,
            news_passes=0.35,
            tree_passes=1.0,
            wording_passes=0.3,
            rate=1e-4,
            head_rate=5e-4,
            seed=seed + 1,
            weights=leaning,
        ),
        Plan(
            epochs=4,
            news_passes=0.5,
            tree_passes=1.0,
            wording_passes=0.4,
            rate=1.5e-4,
            head_rate=7.5e-4,
            hidden=0.05,
            keep=0.7,
            seed=seed + 2,
            weights=leaning,
        ),
        Plan(
            epochs=3,
            news_passes=0.6,
            tree_passes=1.0,
            wording_passes=0.4,
            rate=1.2e-4,
            head_rate=6e-4,
            dropout=0.15,
            hidden=0.1,
            keep=0.6,
            seed=seed + 3,
            weights=evolve(leaning, entity=2.5, tag=1.0),
        ),
    )


def imitating_plans(seed: int) -> tuple[Plan, ...]:
    """Return the cycles in which the pruned network learns to read as the full one does.

    Args:
        seed: The start of all chance.
    """
    even = LossWeights(tag=1.0, dep=0.75)
    first = Plan(
        epochs=3,
        news_passes=0.65,
        tree_passes=1.0,
        wording_passes=0.6,
        rate=1.5e-4,
        head_rate=5e-4,
        hidden=0.05,
        seed=seed + 4,
        weights=evolve(even, entity=2.0, dep=1.0),
    )
    second = evolve(
        first,
        epochs=4,
        news_passes=0.7,
        tree_passes=0.9,
        wording_passes=0.4,
        dropout=0.05,
        seed=seed + 5,
        weights=evolve(even, cue=1.5, roles=3.0, entity=1.0, sentence=1.5),
    )
    third = evolve(
        second,
        news_passes=0.85,
        tree_passes=0.8,
        dropout=0.1,
        hidden=0.08,
        keep=0.7,
        seed=seed + 6,
        weights=evolve(even, cue=1.2, entity=1.0, sentence=1.25),
    )
    fourth = evolve(
        third,
        epochs=3,
        tree_passes=0.7,
        wording_passes=0.3,
        rate=1.2e-4,
        dropout=0.12,
        seed=seed + 7,
        weights=evolve(even, cue=1.5, entity=2.0, sentence=1.25),
    )
    return first, second, third, fourth
