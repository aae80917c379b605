"""How far one network's readings are from another's: what a small network learns from the one that it was made from.

The small network learns to give each answer with the probability that the other gives it (Hinton, Vinyals and Dean
2015), for every head and on every kind of window, so also where a corpus has no labels for a head. Names are left out:
the full network does not see how words are spelled, and all of the news has labels for them.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from attribution.training.network import Readings
from attribution.training.weights import LossWeights


def imitation(own: Readings, other: Readings, present: Tensor, cues: Tensor | None, weights: LossWeights) -> Tensor:
    """Return the loss of readings that should be like others, both of the same windows, cues and heads.

    Args:
        own: The readings to improve.
        other: Those to come near to.
        present: 1 for a word, 0 for padding: ``(b, w)``.
        cues: 1 for a cue that roles were asked for, 0 for padding: ``(b, cues)``; ``None`` if none were.
        weights: How much each head counts.
    """
    total = (
        weights.cue * _choices(own.cue, other.cue, present)
        + weights.tag * _choices(own.tag, other.tag, present)
        + weights.pos * _choices(own.pos, other.pos, present)
        + weights.arc * _choices(own.arc, other.arc, present)
        + weights.dep * _choices(own.dep, other.dep, present)
        + weights.sentence * _switches(own.sentence, other.sentence, present)
        + weights.loaded * _switches(own.loaded, other.loaded, present)
        + weights.tone * _mean((own.tone - other.tone) ** 2, present)
    )
    if cues is not None:
        total = total + weights.roles * _choices(own.roles, other.roles, cues[:, :, None] * present[:, None, :])
    return total


def _choices(own: Tensor, other: Tensor, present: Tensor) -> Tensor:
    """Return the mean divergence of choices among the labels of the last axis."""
    apart = functional.kl_div(own.log_softmax(-1), other.log_softmax(-1), reduction="none", log_target=True).sum(-1)
    return _mean(apart, present)


def _switches(own: Tensor, other: Tensor, present: Tensor) -> Tensor:
    """Return the mean divergence of choices between yes and no."""
    ours, theirs = (torch.stack([logits, torch.zeros_like(logits)], -1) for logits in (own, other))
    return _choices(ours, theirs, present)


def _mean(values: Tensor, present: Tensor) -> Tensor:
    return (values * present).sum() / present.sum().clamp(min=1)
