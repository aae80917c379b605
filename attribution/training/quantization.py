"""From the exported network to the file that ships: weights in eight bits.

Weights of a layer have a scale for each of their columns, rows of an embedding one for each row. Activations are
quantized as they come, once for all the layers that read them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from attribution.training.graph import FUSED

SMALL: Final = 50_000
"""Weights of a layer that is not worth quantizing: it weighs next to nothing and decides a lot."""


def quantize(full: Path, small: Path) -> None:
    """Write ``full`` with its large layers and embeddings in int8."""
    model = onnx.load(str(full))
    _Quantizer(model.graph).rewrite()
    onnx.checker.check_model(model)
    onnx.save(model, str(small))


class _Quantizer:
    """Rewrites a graph of :mod:`attribution.training.export` in place."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self._graph = graph
        self._constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        self._nodes: list[onnx.NodeProto] = []
        self._quantized: dict[str, list[str]] = {}

    def rewrite(self) -> None:
        biases = {node.input[0]: node for node in self._graph.node if node.op_type == "Add"}
        replaced = set()
        for node in self._graph.node:
            if node.op_type == "MatMul" and self._is_large(node.input[1]):
                bias = biases[node.output[0]]
                self._linear(node, bias)
                replaced.add(bias.name)
            elif node.op_type == "Gather" and self._is_large(node.input[0]):
                self._embedding(node)
            elif node.name not in replaced:
                self._nodes.append(node)
        del self._graph.node[:]
        self._graph.node.extend(self._nodes)
        used = {name for node in self._nodes for name in node.input}
        del self._graph.initializer[:]
        self._graph.initializer.extend(
            numpy_helper.from_array(array, name) for name, array in self._constants.items() if name in used
        )

    def _is_large(self, name: str) -> bool:
        return name in self._constants and self._constants[name].size > SMALL

    def _linear(self, product: onnx.NodeProto, bias: onnx.NodeProto) -> None:
        states, weight = product.input
        if states not in self._quantized:
            results = [f"{states}.{part}" for part in ("int8", "scale", "zero")]
            self._nodes.append(helper.make_node("DynamicQuantizeLinear", [states], results, name=f"{states}.quantize"))
            self._quantized[states] = results
        values, scale, zero = self._quantized[states]
        weight, weight_scale = self._eight_bits(weight, axis=0)
        inputs = [values, weight, scale, weight_scale, zero, "", bias.input[1]]
        self._nodes.append(
            helper.make_node("MatMulIntegerToFloat", inputs, bias.output, name=product.name, domain=FUSED)
        )

    def _embedding(self, node: onnx.NodeProto) -> None:
        table, scale = self._eight_bits(node.input[0], axis=1)
        name, index = node.output[0], node.input[1]
        self._constants[scale] = self._constants[scale][:, None]
        self._nodes.extend(
            [
                helper.make_node("Gather", [table, index], [f"{name}.int8"], name=f"{name}.int8"),
                helper.make_node("Cast", [f"{name}.int8"], [f"{name}.float"], name=f"{name}.float", to=1),
                helper.make_node("Gather", [scale, index], [f"{name}.scale"], name=f"{name}.scale"),
                helper.make_node("Mul", [f"{name}.float", f"{name}.scale"], [name], name=name),
            ]
        )

    def _eight_bits(self, name: str, axis: int) -> tuple[str, str]:
        """Return the names of a constant in int8 and of its scales, the largest magnitude along ``axis`` being 127."""
        values: NDArray[Any] = self._constants[name]
        scale = np.maximum(np.abs(values).max(axis, keepdims=True) / 127.0, np.finfo(np.float32).tiny)
        self._constants[f"{name}.int8"] = np.rint(values / scale).astype(np.int8)
        self._constants[f"{name}.scale"] = scale.squeeze(axis).astype(np.float32)
        return f"{name}.int8", f"{name}.scale"
