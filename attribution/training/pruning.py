"""A network with fewer attention heads and units, made from a full one so that each layer changes as little as may be.

What is left out is chosen by optimal brain surgery (Hassibi and Stork 1993), for whole heads and units as in ZipLM
(Kurtić, Frantar and Alistarh 2023): the part whose loss the others can best make up for goes first, and the weights of
the others are moved to make up for it. It takes a minute or two; what it costs is mostly brought back by training the
small network to read as the full one does (:mod:`attribution.training.imitation`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import torch
from attrs import frozen
from torch import Tensor, nn
from torch.nn import functional

from attribution.pipeline.labels import Labels
from attribution.training.network import HEAD_WIDTH, Encoder, Layer, Size, hide

DAMPING: Final = 1e-3
"""Added to the variance of each input, as a share of their mean, so that few windows do not make for wild weights."""


@frozen(eq=False)
class _Left:
    """What is left of a linear layer's inputs: their numbers, ascending, the weights for them, and the bias."""

    inputs: Tensor
    weight: Tensor
    bias: Tensor


@torch.no_grad()
def prune(network: Encoder, labels: Labels, size: Size, windows: Sequence[Sequence[Tensor]]) -> Encoder:
    """Return a smaller network that reads as much like a given one as weights alone can make it.

    Args:
        network: The network; it stays as it is.
        labels: Its labels.
        size: How much to leave in each layer.
        windows: Typical inputs: ids, shape, gap and mask, each ``(b, pieces)``.
    """
    small = Encoder(labels, size)
    kept = {name: weight for name, weight in network.state_dict().items() if not name.startswith("layers.")}
    small.load_state_dict({**small.state_dict(), **kept})
    for either in (network, small):
        either.eval()
    states = [network.embedded(*inputs[:3]) for inputs in windows]
    masks = [hide(inputs[3]) for inputs in windows]
    real = [inputs[3] > 0 for inputs in windows]
    for full, layer in zip(network.layers, small.layers, strict=True):
        assert isinstance(full, Layer) and isinstance(layer, Layer)
        _copy(full.attention_norm, layer.attention_norm)
        _copy(full.norm, layer.norm)
        gathered = [full.attended(state, mask)[here] for state, mask, here in zip(states, masks, real, strict=True)]
        left = _fewest(torch.cat(gathered), full.joined, HEAD_WIDTH, size.heads)
        _fill(layer.joined, left.weight, left.bias)
        for theirs, ours in ((full.query, layer.query), (full.key, layer.key), (full.value, layer.value)):
            _fill(ours, theirs.weight[left.inputs], theirs.bias[left.inputs])
        middle = [
            layer.attention_norm(state + layer.joined(layer.attended(state, mask)))
            for state, mask in zip(states, masks, strict=True)
        ]
        units = torch.cat([functional.gelu(full.wide(state[here])) for state, here in zip(middle, real, strict=True)])
        left = _fewest(units, full.narrow, 1, size.units)
        _fill(layer.narrow, left.weight, left.bias)
        _fill(layer.wide, full.wide.weight[left.inputs], full.wide.bias[left.inputs])
        states = [layer(state, mask) for state, mask in zip(states, masks, strict=True)]
    return small


def _fewest(seen: Tensor, layer: nn.Linear, group: int, count: int) -> _Left:
    """Leave ``count`` groups of ``group`` neighbouring inputs to a linear layer.

    Args:
        seen: What the layer is given, ``(n, inputs)``.
        layer: The layer.
        group: Inputs that stay or go together.
        count: Groups to leave.
    """
    mean = seen.double().mean(0)
    centred = seen.double() - mean
    square = centred.T @ centred / len(seen)
    square += torch.eye(len(square), dtype=torch.float64) * square.diagonal().mean() * DAMPING
    inverse = torch.linalg.inv(square)
    weight = layer.weight.double().T.clone()  # inputs, outputs
    whole = mean @ weight
    left = list(range(len(weight) // group))
    while len(left) > count:
        size = len(left)
        blocks = inverse.view(size, group, size, group).diagonal(dim1=0, dim2=2).permute(2, 0, 1)
        turned = torch.linalg.solve(blocks, weight.view(size, group, -1))
        cost = (weight.view(size, group, -1) * turned).sum((1, 2))
        gone = int(cost.argmin())
        part = slice(gone * group, (gone + 1) * group)
        others = torch.ones(size * group, dtype=torch.bool)
        others[part] = False
        weight = (weight - inverse[:, part] @ turned[gone])[others]
        reach = torch.linalg.solve(inverse[part, part], inverse[part])
        inverse = (inverse - inverse[:, part] @ reach)[others][:, others]
        del left[gone]
    inputs = (torch.tensor(left)[:, None] * group + torch.arange(group)).flatten()
    bias = layer.bias.double() + whole - mean[inputs] @ weight
    return _Left(inputs, weight.T.float(), bias.float())


def _copy(source: nn.LayerNorm, target: nn.LayerNorm) -> None:
    target.load_state_dict(source.state_dict())


def _fill(layer: nn.Linear, weight: Tensor, bias: Tensor) -> None:
    layer.weight.copy_(weight)
    layer.bias.copy_(bias)
