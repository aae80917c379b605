"""The training loop: three kinds of batches in random order, one network, a checkpoint every few minutes."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from attrs import frozen
from tqdm import tqdm

from attribution.pipeline.features import PieceEncoder
from attribution.training.examples import Example, News, Trees, Wording
from attribution.training.losses import loss
from attribution.training.network import Encoder
from attribution.training.weights import LossWeights

log = logging.getLogger(__name__)

SECONDS_BETWEEN_CHECKPOINTS: Final = 240


@frozen
class Plan:
    """How long, how fast and on what to train. Rates are the peaks of a one-cycle schedule (Smith and Topin 2018).

    ``*_passes``: the share of each corpus that an epoch goes through, at most 1. ``hidden``: the share of word pieces
    that the network does not get to see. ``keep``: the share of what the cycle learned in the weights that it leaves;
    the rest stays as it was before (Wortsman et al. 2022: such a mean reads new text better than either).
    """

    epochs: int
    news_passes: float = 1.0
    tree_passes: float = 0.75
    wording_passes: float = 0.75
    batch: int = 8
    rate: float = 2e-4
    head_rate: float = 1e-3
    clip: float = 1.0
    dropout: float = 0.1
    hidden: float = 0.0
    keep: float = 1.0
    seed: int = 1
    weights: LossWeights = LossWeights()


@frozen(eq=False)
class Material:
    """What to train on; a corpus that is not there is ``None``."""

    news: News | None
    trees: Trees | None
    wording: Wording | None


def _batches(material: Material, plan: Plan, epoch: int, encode: PieceEncoder) -> list[list[Example]]:
    """Return the batches of an epoch in random order, each of one kind and of windows of like length."""
    chance = random.Random(plan.seed * 1000 + epoch)
    batches: list[list[Example]] = []
    kinds: list[tuple[Any, float, int]] = [
        (material.news, plan.news_passes, plan.batch),
        (material.trees, plan.tree_passes, plan.batch),
        (material.wording, plan.wording_passes, plan.batch),
    ]
    for corpus, passes, size in kinds:
        if corpus is None:
            continue
        examples: list[Example] = list(corpus.epoch(chance))
        chance.shuffle(examples)
        pool = size * 12
        cut: list[list[Example]] = []
        for at in range(0, len(examples), pool):
            group = sorted(examples[at : at + pool], key=lambda example: len(example.window))
            cut.extend(group[i : i + size] for i in range(0, len(group), size))
        chance.shuffle(cut)
        batches.extend(cut[: round(len(cut) * passes)])
    chance.shuffle(batches)
    return batches


def train(
    network: Encoder,
    material: Material,
    plan: Plan,
    encode: PieceEncoder,
    checkpoint: Path,
    teacher: Encoder | None = None,
) -> None:
    """Train ``network`` in place, by labels and perhaps a ``teacher``; go on from ``checkpoint`` if it is there.

    A checkpoint is written every few minutes and at the end. With the same seed and material the same batches come in
    the same order, also after going on.
    """
    torch.manual_seed(plan.seed)
    before = {name: weight.clone() for name, weight in network.state_dict().items()}
    initial = {id(parameter) for parameter in network.pretrained_parameters()}
    groups = [
        {"params": [p for p in network.parameters() if id(p) in initial], "lr": plan.rate},
        {"params": [p for p in network.parameters() if id(p) not in initial], "lr": plan.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    first = _batches(material, plan, 0, encode)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        max_lr=[plan.rate, plan.head_rate],
        total_steps=round(len(first) * plan.epochs * 1.02) + 50,
        pct_start=0.1,
        anneal_strategy="cos",
    )
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        done = int(state["step"])
        log.info("going on after step %d", done)
    saved = time.monotonic()
    network.train()
    network.drop(plan.dropout)
    if teacher is not None:
        teacher.eval()
    running: dict[str, float] = {}
    for step, batch in _steps(material, plan, encode, first):
        if step <= done:
            continue
        value = loss(network, batch, encode, plan.weights, hidden=plan.hidden, teacher=teacher)
        optimizer.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip)
        optimizer.step()
        if schedule.last_epoch < schedule.total_steps - 1:
            schedule.step()
        kind = type(batch[0]).__name__
        running[kind] = 0.95 * running.get(kind, value.item()) + 0.05 * value.item()
        if step % 50 == 0:
            log.info("step %d: %s", step, ", ".join(f"{name} {mean:.3f}" for name, mean in sorted(running.items())))
        if time.monotonic() - saved > SECONDS_BETWEEN_CHECKPOINTS:
            _save(checkpoint, network, optimizer, schedule, step)
            saved = time.monotonic()
        done = step
    _save(checkpoint, network, optimizer, schedule, done)
    after = network.state_dict()
    network.load_state_dict({name: torch.lerp(before[name], after[name], plan.keep) for name in before})


def _steps(
    material: Material, plan: Plan, encode: PieceEncoder, first: list[list[Example]]
) -> Iterator[tuple[int, list[Example]]]:
    step = 0
    for epoch in range(plan.epochs):
        batches = first if epoch == 0 else _batches(material, plan, epoch, encode)
        for batch in tqdm(batches, desc=f"epoch {epoch + 1} of {plan.epochs}", unit="batch"):
            step += 1
            yield step, batch


def _save(path: Path, network: Encoder, optimizer: torch.optim.Optimizer, schedule: Any, step: int) -> None:
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
        "step": step,
    }
    # Written beside and moved, so that an interruption never leaves half a checkpoint.
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def seeded(seed: int) -> None:
    """Fix every source of chance that training draws on."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
