"""From a trained network to the file that ships: ONNX, its layers fused, its weights in eight bits."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path
from typing import Final

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from attribution.training.network import Encoder

INPUTS: Final = ("ids", "shape", "gap", "mask", "first")
OUTPUTS: Final = ("cue", "roles", "tag", "pos", "arc", "dep", "sentence", "entity", "loaded")
OPSET: Final = 18
SMALL: Final = 50_000
"""Weights of a layer that is not worth quantizing."""


class Exported(nn.Module):
    """The network as it runs: every word asked as a cue; tags and relations as numbers, the rest as logits."""

    def __init__(self, network: Encoder) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shape: Tensor, gap: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs in the order of ``OUTPUTS``."""
        readings = self.network(ids, shape, gap, mask, first)
        return (
            readings.cue,
            readings.roles,
            readings.tag.argmax(-1).to(torch.int32),
            readings.pos.argmax(-1).to(torch.int32),
            readings.arc,
            readings.dep.argmax(-1).to(torch.int32),
            readings.sentence,
            readings.entity,
            readings.loaded,
        )


def to_onnx(network: Encoder, path: Path) -> None:
    """Write the network, in full precision, with free numbers of windows, pieces and words."""
    network.eval()
    batch, pieces, words = 2, 12, 7
    example = (
        torch.randint(5, 500, (batch, pieces)),
        torch.ones(batch, pieces, dtype=torch.int64),
        torch.ones(batch, pieces, dtype=torch.int64),
        torch.ones(batch, pieces, dtype=torch.int64),
        torch.arange(1, words + 1).repeat(batch, 1),
    )
    sizes = {name: torch.export.Dim(name, min=2, max=512) for name in ("windows", "pieces", "words")}
    by_piece = {0: sizes["windows"], 1: sizes["pieces"]}
    shapes = (by_piece, by_piece, by_piece, by_piece, {0: sizes["windows"], 1: sizes["words"]})
    program = torch.onnx.export(
        Exported(network).eval(),
        example,
        dynamo=True,
        dynamic_shapes=shapes,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        opset_version=OPSET,
        external_data=False,
    )
    assert program is not None
    program.save(str(path), external_data=False)


def quantize(full: Path, small: Path) -> None:
    """Write ``full`` with weights in int8 (embeddings included) and activations quantized as they come."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(small),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            nodes_to_exclude=_small_layers(prepared),
            extra_options={"MatMulConstBOnly": True},
        )
    onnx.checker.check_model(str(small))


def _small_layers(path: Path) -> list[str]:
    """Return the names of the layers that stay in full precision: they weigh next to nothing and decide a lot."""
    graph = onnx.load(str(path)).graph
    sizes = {initializer.name: math.prod(initializer.dims) for initializer in graph.initializer}
    return [
        node.name
        for node in graph.node
        if node.op_type in {"MatMul", "Gemm"} and sizes.get(node.input[1], SMALL + 1) <= SMALL
    ]
