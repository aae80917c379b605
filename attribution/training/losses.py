"""The loss of a batch of each kind of example."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from attrs import frozen
from torch import Tensor
from torch.nn import functional

from attribution.pipeline.features import PieceEncoder
from attribution.pipeline.windows import pack
from attribution.training.examples import Example, LoadedWindow, NewsWindow, TreeWindow
from attribution.training.network import Encoder, Readings
from attribution.training.targets import IGNORE


@frozen
class LossWeights:
    """How much each head counts in the loss of its batch."""

    cue: float = 1.0
    roles: float = 2.0
    spans: float = 0.3
    entity: float = 0.5
    tag: float = 0.5
    pos: float = 0.25
    arc: float = 1.0
    dep: float = 0.5
    sentence: float = 1.0
    loaded: float = 1.0
    biased: float = 0.3
    tone: float = 0.5


def loss(
    network: Encoder,
    examples: Sequence[Example],
    encode: PieceEncoder,
    weights: LossWeights,
    *,
    hidden: float = 0.0,
) -> Tensor:
    """Return the loss of a batch; all examples are of one kind.

    ``hidden``: the share of word pieces that are replaced by the unknown one, so that the network learns to read a word
    from its neighbours.
    """
    batch = pack(
        [example.words for example in examples], [(i, example.window) for i, example in enumerate(examples)], encode
    )
    inputs = [torch.from_numpy(array) for array in (batch.ids, batch.shape, batch.gap, batch.mask, batch.first)]
    if hidden:
        special = (inputs[0] == encode.start) | (inputs[0] == encode.end) | (inputs[0] == encode.padding)
        inputs[0] = inputs[0].masked_fill((torch.rand(inputs[0].shape) < hidden) & ~special, encode.unknown)
    count = batch.first.shape[1]
    if isinstance(examples[0], NewsWindow):
        return _news(
            network, weights, inputs, [example for example in examples if isinstance(example, NewsWindow)], count
        )
    if isinstance(examples[0], TreeWindow):
        return _trees(
            network, weights, inputs, [example for example in examples if isinstance(example, TreeWindow)], count
        )
    return _wording(
        network, weights, inputs, [example for example in examples if isinstance(example, LoadedWindow)], count
    )


def _padded(rows: Sequence[np.ndarray], count: int, fill: float) -> Tensor:
    padded = np.full((len(rows), count), fill, rows[0].dtype)
    for i, row in enumerate(rows):
        padded[i, : len(row)] = row
    return torch.from_numpy(padded)


def _classes(logits: Tensor, targets: Tensor, weight: Tensor | None = None) -> Tensor:
    return functional.cross_entropy(logits.flatten(0, -2), targets.flatten(), weight=weight, ignore_index=IGNORE)


def _binary(logits: Tensor, targets: Tensor, present: Tensor) -> Tensor:
    losses = functional.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    return (losses * present).sum() / present.sum().clamp(min=1)


def _news(
    network: Encoder, weights: LossWeights, inputs: list[Tensor], examples: list[NewsWindow], count: int
) -> Tensor:
    most = max(1, max(len(example.links) for example in examples))
    cue = np.full((len(examples), count), IGNORE, np.int64)
    cues = np.zeros((len(examples), most), np.int64)
    roles = np.full((len(examples), most, count), IGNORE, np.int64)
    spans = np.zeros((len(examples), count, 2), np.float32)
    for i, example in enumerate(examples):
        cue[i, : len(example.window)] = 0
        for n, link in enumerate(example.links):
            cue[i, link.first] = 1
            rest = slice(link.first + 1, link.last + 1)
            cue[i, rest] = np.where(cue[i, rest] == 1, 1, 2)
            cues[i, n] = link.first
            roles[i, n, : len(example.window)] = 0
            roles[i, n, link.content] = 2
            roles[i, n, link.source] = 1
            spans[i, link.source, 0] = 1.0
            spans[i, link.content, 1] = 1.0
    readings: Readings = network(*inputs, cues=torch.from_numpy(cues))
    present = (inputs[4] > 0).float()
    entities = _padded([example.entities for example in examples], count, IGNORE)
    return (
        weights.cue * _classes(readings.cue, torch.from_numpy(cue))
        + weights.roles * _classes(readings.roles, torch.from_numpy(roles))
        + weights.spans * _binary(readings.spans, torch.from_numpy(spans), present.unsqueeze(-1).expand(-1, -1, 2))
        + weights.entity * _classes(readings.entity, entities)
    )


def _trees(
    network: Encoder, weights: LossWeights, inputs: list[Tensor], examples: list[TreeWindow], count: int
) -> Tensor:
    head = _padded([example.targets.head for example in examples], count, IGNORE)
    readings: Readings = network(
        *inputs, cues=torch.zeros(len(examples), 1, dtype=torch.int64), heads=head.clamp(min=0)
    )
    present = (inputs[4] > 0).float()

    def target(name: str) -> Tensor:
        return _padded([getattr(example.targets, name) for example in examples], count, IGNORE)

    starts = _padded([example.targets.sentence for example in examples], count, 0.0)
    return (
        weights.tag * _classes(readings.tag, target("tag"))
        + weights.pos * _classes(readings.pos, target("pos"))
        + weights.arc * _classes(readings.arc, head)
        + weights.dep * _classes(readings.dep, target("dep"))
        + weights.sentence * _binary(readings.sentence, starts, present)
    )


def _wording(
    network: Encoder, weights: LossWeights, inputs: list[Tensor], examples: list[LoadedWindow], count: int
) -> Tensor:
    readings: Readings = network(*inputs, cues=torch.zeros(len(examples), 1, dtype=torch.int64))
    present = (inputs[4] > 0).float()
    loaded = _padded([example.loaded for example in examples], count, 0.0)
    words = weights.loaded * _binary(readings.loaded, loaded, present)
    pooled, tones, biased = [], [], []
    for i, example in enumerate(examples):
        logits, tone = (part[i, : len(example.window)] for part in (readings.loaded, readings.tone))
        numbers = torch.from_numpy(example.sentence)
        for number, label in enumerate(example.biased):
            here = numbers == number
            if label >= 0 and bool(here.any()):
                # A sentence is biased if some word is: the probability that not every word is neutral.
                neutral = functional.logsigmoid(-logits[here]).sum().clamp(max=-1e-5)
                pooled.append(torch.stack([neutral, torch.log1p(-torch.exp(neutral).clamp(max=1 - 1e-6))]))
                tones.append(tone[here].mean())
                biased.append(label)
    if not pooled:
        return words
    targets = torch.tensor(biased)
    return (
        words
        + weights.biased * functional.nll_loss(torch.stack(pooled), targets)
        + weights.tone * functional.binary_cross_entropy_with_logits(torch.stack(tones), targets.float())
    )
