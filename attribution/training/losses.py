"""The loss of a batch of each kind of example."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from attrs import frozen
from torch import Tensor
from torch.nn import functional

from attribution.pipeline.features import PieceEncoder
from attribution.pipeline.windows import pack
from attribution.training.examples import Example, LoadedWindow, NewsWindow, TreeWindow
from attribution.training.imitation import imitation
from attribution.training.network import Encoder, Readings
from attribution.training.targets import IGNORE
from attribution.training.weights import LossWeights


@frozen(eq=False)
class _Task:
    """What a network is asked of a batch, and how its answers are judged."""

    judge: Callable[[Readings], Tensor]
    cues: Tensor
    """Words to ask roles for: ``(b, cues)``."""
    asked: Tensor | None = None
    """1 for such a word, 0 for padding; ``None`` where no roles are asked for."""
    heads: Tensor | None = None
    """The head of each word, to label the relation with: ``(b, w)``; ``None``: the likeliest."""


def loss(
    network: Encoder,
    examples: Sequence[Example],
    encode: PieceEncoder,
    weights: LossWeights,
    *,
    hidden: float = 0.0,
    teacher: Encoder | None = None,
) -> Tensor:
    """Return the loss of a batch; all examples are of one kind.

    Args:
        network: The network that learns.
        examples: The batch.
        encode: The word pieces.
        weights: How much each head counts.
        hidden: The share of word pieces that are replaced by the unknown one, so that the network learns to read a word
            from its neighbours.
        teacher: A network whose readings of all that is there count as much as the labels.
    """
    batch = pack(
        [example.words for example in examples], [(i, example.window) for i, example in enumerate(examples)], encode
    )
    ids, *rest = (torch.from_numpy(array) for array in (batch.ids, batch.shape, batch.gap, batch.mask, batch.first))
    present = (rest[-1] > 0).float()
    spelling = torch.from_numpy(batch.spelling)
    task = _task(weights, examples, present)
    seen = ids
    if hidden:
        special = (ids == encode.start) | (ids == encode.end) | (ids == encode.padding)
        seen = ids.masked_fill((torch.rand(ids.shape) < hidden) & ~special, encode.unknown)
    if teacher is None:
        return task.judge(network(seen, *rest, cues=task.cues, heads=task.heads, spelling=spelling))
    with torch.no_grad():
        theirs = teacher(ids, *rest, cues=task.cues, heads=task.heads)
    heads = theirs.arc.argmax(-1) if task.heads is None else task.heads
    ours = network(seen, *rest, cues=task.cues, heads=heads, spelling=spelling)
    return task.judge(ours) + imitation(ours, theirs, present, task.asked, weights)


def _task(weights: LossWeights, examples: Sequence[Example], present: Tensor) -> _Task:
    if isinstance(examples[0], NewsWindow):
        return _news(weights, [example for example in examples if isinstance(example, NewsWindow)], present)
    if isinstance(examples[0], TreeWindow):
        return _trees(weights, [example for example in examples if isinstance(example, TreeWindow)], present)
    return _wording(weights, [example for example in examples if isinstance(example, LoadedWindow)], present)


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


def _news(weights: LossWeights, examples: list[NewsWindow], present: Tensor) -> _Task:
    count = present.shape[1]
    most = max(1, max(len(example.links) for example in examples))
    cue = np.full((len(examples), count), IGNORE, np.int64)
    cues = np.zeros((len(examples), most), np.int64)
    asked = np.zeros((len(examples), most), np.float32)
    roles = np.full((len(examples), most, count), IGNORE, np.int64)
    spans = np.zeros((len(examples), count, 2), np.float32)
    for i, example in enumerate(examples):
        cue[i, : len(example.window)] = 0
        for n, link in enumerate(example.links):
            cue[i, link.first] = 1
            rest = slice(link.first + 1, link.last + 1)
            cue[i, rest] = np.where(cue[i, rest] == 1, 1, 2)
            cues[i, n] = link.first
            asked[i, n] = 1.0
            roles[i, n, : len(example.window)] = 0
            roles[i, n, link.content] = 2
            roles[i, n, link.source] = 1
            spans[i, link.source, 0] = 1.0
            spans[i, link.content, 1] = 1.0
    entities = _padded([example.entities for example in examples], count, IGNORE)

    def judge(readings: Readings) -> Tensor:
        return (
            weights.cue * _classes(readings.cue, torch.from_numpy(cue))
            + weights.roles * _classes(readings.roles, torch.from_numpy(roles))
            + weights.spans * _binary(readings.spans, torch.from_numpy(spans), present.unsqueeze(-1).expand(-1, -1, 2))
            + weights.entity * _classes(readings.entity, entities)
        )

    return _Task(judge, torch.from_numpy(cues), torch.from_numpy(asked))


def _trees(weights: LossWeights, examples: list[TreeWindow], present: Tensor) -> _Task:
    count = present.shape[1]

    def target(name: str) -> Tensor:
        return _padded([getattr(example.targets, name) for example in examples], count, IGNORE)

    tag, pos, head, dep = map(target, ("tag", "pos", "head", "dep"))
    starts = _padded([example.targets.sentence for example in examples], count, 0.0)

    def judge(readings: Readings) -> Tensor:
        return (
            weights.tag * _classes(readings.tag, tag)
            + weights.pos * _classes(readings.pos, pos)
            + weights.arc * _classes(readings.arc, head)
            + weights.dep * _classes(readings.dep, dep)
            + weights.sentence * _binary(readings.sentence, starts, present)
        )

    return _Task(judge, _no_cues(examples), heads=head.clamp(min=0))


def _no_cues(examples: Sequence[Example]) -> Tensor:
    return torch.zeros(len(examples), 1, dtype=torch.int64)


def _wording(weights: LossWeights, examples: list[LoadedWindow], present: Tensor) -> _Task:
    loaded = _padded([example.loaded for example in examples], present.shape[1], 0.0)

    def judge(readings: Readings) -> Tensor:
        words = weights.loaded * _binary(readings.loaded, loaded, present)
        return words + _biased(weights, examples, readings)

    return _Task(judge, _no_cues(examples))


def _biased(weights: LossWeights, examples: list[LoadedWindow], readings: Readings) -> Tensor:
    """Return the loss of what the words say of their sentences."""
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
        return torch.zeros(())
    targets = torch.tensor(biased)
    sentences: Tensor = weights.biased * functional.nll_loss(torch.stack(pooled), targets)
    return sentences + weights.tone * functional.binary_cross_entropy_with_logits(torch.stack(tones), targets.float())
