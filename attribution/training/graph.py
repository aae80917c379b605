"""Builds an ONNX graph node by node, with the fused operators of onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import ArrayLike, NDArray
from onnx import helper, numpy_helper

OPSET: Final = 18
IR: Final = 9
"""The format of the file that the oldest supported onnxruntime reads."""

FUSED: Final = "com.microsoft"
"""The domain of onnxruntime's own operators."""


class Graph:
    """A graph in the making; methods that add a node return the names of its results."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        self._inputs: list[onnx.ValueInfoProto] = []
        self._outputs: list[onnx.ValueInfoProto] = []

    def input(self, name: str, kind: Any, shape: Sequence[str | int]) -> str:
        """Declare an input; ``kind`` is a NumPy type, and sizes that are names are free."""
        element = helper.np_dtype_to_tensor_dtype(np.dtype(kind))
        self._inputs.append(helper.make_tensor_value_info(name, element, shape))
        return name

    def output(self, value: str, name: str, kind: Any, shape: Sequence[str | int]) -> None:
        """Declare a value an output under a name of its own; see :meth:`input`."""
        element = helper.np_dtype_to_tensor_dtype(np.dtype(kind))
        self._nodes.append(helper.make_node("Identity", [value], [name]))
        self._outputs.append(helper.make_tensor_value_info(name, element, shape))

    def constant(self, array: ArrayLike, name: str | None = None) -> str:
        """Add a constant; whole numbers become int64 and others float32, as ONNX wants them."""
        values = np.asarray(array)
        values = values.astype(np.float32 if values.dtype.kind == "f" else np.int64)
        name = name or f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.asarray(values, order="C"), name))
        return name

    def add(self, operator: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one result and return its name."""
        return self.split(operator, *inputs, parts=1, domain=domain, **attributes)[0]

    def split(self, operator: str, *inputs: str, parts: int, domain: str = "", **attributes: Any) -> list[str]:
        """Add a node with several results and return their names."""
        stem = f"{operator}_{len(self._nodes)}"
        results = [stem if part == 0 else f"{stem}_{part}" for part in range(parts)]
        self._nodes.append(helper.make_node(operator, list(inputs), results, name=stem, domain=domain, **attributes))
        return results

    def linear(self, states: str, weight: NDArray[Any], bias: NDArray[Any], name: str) -> str:
        """Add ``states @ weight + bias``; ``weight`` is ``(in, out)``."""
        product = self.add("MatMul", states, self.constant(weight, f"{name}.weight"))
        return self.add("Add", product, self.constant(bias, f"{name}.bias"))

    def model(self) -> onnx.ModelProto:
        """Return the finished graph."""
        graph = helper.make_graph(self._nodes, "encoder", self._inputs, self._outputs, self._constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR, producer_name="attribution")
