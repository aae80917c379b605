"""From the exported network to the file that ships: weights in eight bits.

Weights of a layer have a scale for each of their columns, embeddings one for each of their rows. Activations have fixed
scales, taken from what they are on some windows, so that the reading of a text depends on nothing but the text.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from attribution.training.graph import FUSED

Range = tuple[float, float]
"""Least and greatest value of an activation."""

SMALL: Final = 30_000
"""Weights of a layer that is not worth quantizing: it weighs next to nothing and decides a lot."""


def quantize(full: Path, small: Path, windows: Iterable[Mapping[str, NDArray[Any]]]) -> None:
    """Write a network with its large layers and embeddings in int8.

    Args:
        full: The network in full precision.
        small: The file to write.
        windows: What the network is fed with, for some typical windows.
    """
    model = onnx.load(str(full))
    inputs = {node.input[0] for node in model.graph.node if _is_large_layer(node, _sizes(model.graph))}
    _Quantizer(model.graph, _ranges(model, sorted(inputs), windows)).rewrite()
    onnx.checker.check_model(model)
    onnx.save(model, str(small))


def _sizes(graph: onnx.GraphProto) -> dict[str, int]:
    return {tensor.name: math.prod(tensor.dims) for tensor in graph.initializer}


def _is_large_layer(node: onnx.NodeProto, sizes: Mapping[str, int]) -> bool:
    return node.op_type == "MatMul" and sizes.get(node.input[1], 0) > SMALL


def _ranges(
    model: onnx.ModelProto, names: list[str], windows: Iterable[Mapping[str, NDArray[Any]]]
) -> dict[str, Range]:
    """Return the range of each activation over the windows, 0 included."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in names)
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    ranges = dict.fromkeys(names, (0.0, 0.0))
    for window in windows:
        for name, values in zip(names, session.run(names, dict(window)), strict=True):
            low, high = ranges[name]
            ranges[name] = (float(values.min(initial=low)), float(values.max(initial=high)))
    return ranges


class _Quantizer:
    """Rewrites a graph of :mod:`attribution.training.export` in place."""

    def __init__(self, graph: onnx.GraphProto, ranges: Mapping[str, Range]) -> None:
        self._graph = graph
        self._ranges = ranges
        self._sizes = _sizes(graph)
        self._constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        self._nodes: list[onnx.NodeProto] = []
        self._quantized: set[str] = set()

    def rewrite(self) -> None:
        biases = {node.input[0]: node for node in self._graph.node if node.op_type == "Add"}
        replaced = set()
        for node in self._graph.node:
            if _is_large_layer(node, self._sizes):
                bias = biases[node.output[0]]
                self._linear(node, bias)
                replaced.add(bias.name)
            elif node.op_type == "Gather" and self._sizes.get(node.input[0], 0) > SMALL:
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

    def _linear(self, product: onnx.NodeProto, bias: onnx.NodeProto) -> None:
        states, weight = product.input
        values, scale, zero = (f"{states}.{part}" for part in ("int8", "scale", "zero"))
        if states not in self._quantized:
            low, high = self._ranges[states]
            step = np.float32((high - low) / 255)
            self._constants[scale] = np.array(step)
            self._constants[zero] = np.array(round(-low / step), np.uint8)
            self._nodes.append(helper.make_node("QuantizeLinear", [states, scale, zero], [values], name=values))
            self._quantized.add(states)
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
