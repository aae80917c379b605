"""From a trained network to ONNX, in full precision.

The graph is written by hand rather than traced, because on a processor much of the time would go into what tracing
leaves apart or does in vain: one window at a time needs no padding and no attention mask; the last layer is needed for
the first piece of each word alone; roles are asked for words that may be cues alone; biases of distance are laid out
once, on loading.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray

from attribution.pipeline.features import GAPS, SHAPES
from attribution.pipeline.labels import CUE_TAGS, ENTITY_TAGS, ROLES
from attribution.pipeline.windows import MAX_PIECES
from attribution.training.graph import FUSED, Graph
from attribution.training.network import FAR, LAYERS, Encoder
from attribution.training.spelled import Spelled

Array = NDArray[Any]

EPSILON: Final = 1e-12
LOGITS: Final = ("sentence", "loaded", "tone")
"""Heads with one logit for each word."""


def to_onnx(network: Encoder, path: Path) -> None:
    """Write the network for single windows of any number of pieces and words."""
    model = _Export(network).model()
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


class _Export:
    """Writes the parts of :class:`Encoder`, each as its ``forward`` has it."""

    def __init__(self, network: Encoder) -> None:
        self._weights = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}
        self._tag_sizes = network.tag_sizes
        self._size = network.size
        self._graph = Graph()

    def model(self) -> onnx.ModelProto:
        graph = self._graph
        ids, shape, gap = (graph.input(name, np.int64, ["pieces"]) for name in ("ids", "shape", "gap"))
        first = graph.input("first", np.int64, ["words"])
        spelling = graph.input("spelling", np.int64, ["words"])
        least = graph.input("least", np.float32, [])
        states = self._embed(ids, shape, gap)
        for number in range(LAYERS - 1):
            states = self._layer(f"layers.{number}", states, states)
        last = self._layer(f"layers.{LAYERS - 1}", graph.add("Gather", states, first, axis=1), states)
        words = graph.add("Squeeze", last, graph.constant([0]))

        cue = self._perceptron("cue", words)
        cues = self._possible_cues(cue, least)
        tag, pos = graph.split(
            "Split", self._perceptron("tag", words), graph.constant(self._tag_sizes), parts=2, axis=1
        )
        arc = self._arcs(words, first)
        for name, logits in (("tag", tag), ("pos", pos), ("dep", self._dep(words, self._best(arc)))):
            graph.output(self._best(logits), name, np.int64, ["words"])
        graph.output(cues, "cues", np.int64, ["cues"])
        graph.output(cue, "cue", np.float32, ["words", len(CUE_TAGS)])
        graph.output(self._roles(words, first, cues), "roles", np.float32, ["cues", "words", len(ROLES)])
        graph.output(arc, "arc", np.float32, ["words", "heads"])
        entity = self._perceptron("entity", words)
        if self._size.spelled:
            entity = graph.add("Add", entity, self._spelled(words, spelling, shape, first))
        graph.output(entity, "entity", np.float32, ["words", len(ENTITY_TAGS)])
        for name in LOGITS:
            logits = graph.add("Squeeze", self._perceptron(name, words), graph.constant([1]))
            graph.output(logits, name, np.float32, ["words"])
        return graph.model()

    def _embed(self, ids: str, shape: str, gap: str) -> str:
        graph, weights = self._graph, self._weights
        # Casing and white space as one table, with the constant segment.
        look = weights["shape.weight"][:, None] + weights["gap.weight"][None] + weights["segment"]
        assert look.shape[:2] == (len(SHAPES) + 1, len(GAPS) + 1)
        kind = graph.add("Add", graph.add("Mul", shape, graph.constant(look.shape[1])), gap)
        at = graph.add("Range", graph.constant(0), graph.add("Size", ids), graph.constant(1))
        rows = (
            ("word", weights["word.weight"], ids),
            ("position", weights["position.weight"][:MAX_PIECES], at),
            ("look", look.reshape(-1, look.shape[-1]), kind),
        )
        parts = [graph.add("Gather", graph.constant(table, name), index) for name, table, index in rows]
        states = graph.add("Add", graph.add("Add", parts[0], parts[1]), parts[2])
        return graph.add("Unsqueeze", self._norm("embedding_norm", states), graph.constant([0]))

    def _layer(self, name: str, states: str, seen: str) -> str:
        """Write a transformer layer: new ``states``, for the pieces asked for, which attend to all that is ``seen``."""
        graph = self._graph
        projected = (
            self._linear(f"{name}.{part}", given) for part, given in (("query", states), ("key", seen), ("value", seen))
        )
        mixed = graph.add("MultiHeadAttention", *projected, domain=FUSED, num_heads=self._size.heads)
        states = graph.add("Add", states, self._linear(f"{name}.joined", mixed))
        states = self._norm(f"{name}.attention_norm", states)
        inner = self._linear(f"{name}.narrow", self._gelu(self._linear(f"{name}.wide", states)))
        return self._norm(f"{name}.norm", graph.add("Add", states, inner))

    def _possible_cues(self, cue: str, least: str) -> str:
        """Return the places of words that start a cue with a probability of at least ``least``."""
        graph = self._graph
        starts = graph.add("Gather", graph.add("Softmax", cue, axis=1), graph.constant(1), axis=1)
        found = graph.add("NonZero", graph.add("GreaterOrEqual", starts, least))
        return graph.add("Squeeze", found, graph.constant([0]))

    def _roles(self, words: str, first: str, cues: str) -> str:
        """Return the logits ``(cues, words, roles)``."""
        graph = self._graph
        weight = self._weights["roles.weight"]
        width = weight.shape[-1] - 1
        asked = self._gelu(self._linear("role_cue.0", graph.add("Gather", words, cues)))
        # One flat matrix for all roles: the left part of the biaffine form; the right part is padded with ones.
        flat = weight.transpose(1, 0, 2).reshape(width + 1, -1)
        turned = graph.linear(asked, flat[:width], flat[width], "roles")
        turned = graph.add("Reshape", turned, graph.constant([-1, len(ROLES), width + 1]))
        states, constant = graph.split("Split", turned, graph.constant([width, 1]), parts=2, axis=2)
        right = graph.add("Transpose", self._gelu(self._linear("role_word.0", words)), perm=[1, 0])
        scores = graph.add("Add", graph.add("MatMul", states, right), constant)
        distance = graph.add("Gather", self._distances("roles"), cues)
        near = graph.add("Slice", distance, graph.constant([0]), graph.add("Shape", first), graph.constant([1]))
        return graph.add("Add", graph.add("Transpose", scores, perm=[0, 2, 1]), near)

    def _arcs(self, words: str, first: str) -> str:
        """Return the scores ``(words, 1 + words)`` of the root and each word as the head.

        They are those of the network but for a constant in each row, which tells no head from another.
        """
        graph, weights = self._graph, self._weights
        weight = weights["arc.weight"][0]
        width = len(weight) - 1
        dependents = self._gelu(self._linear("arc_dependent.0", words))
        turned = graph.linear(dependents, weight[:width, :width], weight[width, :width], "arc")
        right = graph.add("Transpose", self._gelu(self._linear("arc_head.0", words)), perm=[1, 0])
        distance = graph.add("Squeeze", self._distances("arc"), graph.constant([2]))
        size = graph.add("Shape", first)
        ends = graph.add("Concat", size, size, axis=0)
        near = graph.add("Slice", distance, graph.constant([0, 0]), ends)
        scores = graph.add("Add", graph.add("MatMul", turned, right), near)
        # What a row has in common is taken off the root instead.
        root = weights["root.weight"].T - weight[:width, width:]
        constant = weights["root.bias"] - weight[width, width]
        return graph.add("Concat", graph.linear(dependents, root, constant, "root"), scores, axis=1)

    def _distances(self, name: str) -> str:
        """Return what distance adds to the score of each pair, ``(words, words, labels)``, for as many as may come."""
        graph = self._graph
        at = graph.add("Range", graph.constant(0), graph.constant(MAX_PIECES), graph.constant(1))
        here, there = (graph.add("Unsqueeze", at, graph.constant([axis])) for axis in (1, 0))
        steps = graph.add("Clip", graph.add("Sub", there, here), graph.constant(-FAR), graph.constant(FAR))
        table = graph.constant(self._weights[f"{name}.distance.weight"], f"{name}.distance")
        return graph.add("Gather", table, graph.add("Add", steps, graph.constant(FAR)))

    def _dep(self, words: str, heads: str) -> str:
        graph = self._graph
        root = graph.constant(self._weights["dep_root"][None], "dep_root")
        governors = graph.add("Concat", root, self._linear("dep_head", words), axis=0)
        pairs = graph.add("Add", self._linear("dep_dependent", words), graph.add("Gather", governors, heads))
        return self._linear("dep", self._gelu(pairs))

    def _spelled(self, words: str, spelling: str, shape: str, first: str) -> str:
        graph, weights = self._graph, self._weights
        written = [
            graph.add("Gather", graph.constant(weights[f"spelled.{name}.weight"], f"spelled.{name}"), numbers)
            for name, numbers in (("spelling", spelling), ("shape", graph.add("Gather", shape, first)))
        ]
        near = self._around(graph.add("Concat", *written, axis=1), Spelled.NEAR, Spelled.SPELLING + Spelled.SHAPE)
        joint = graph.add("Add", self._linear("spelled.state", words), self._linear("spelled.near", near))
        joint = self._gelu(joint)
        beside = self._around(joint, Spelled.BESIDE, Spelled.UNITS)
        joint = graph.add("Add", joint, self._gelu(self._linear("spelled.beside", beside)))
        return self._linear("spelled.out", joint)

    def _around(self, states: str, reach: int, width: int) -> str:
        """Return what stands at and around each word, side by side; 0 beyond the ends."""
        graph = self._graph
        span = 2 * reach + 1
        wide = graph.add("Pad", states, graph.constant([reach, 0, reach, 0]))
        count = graph.add("Gather", graph.add("Shape", states), graph.constant(0))
        at = graph.add("Range", graph.constant(0), count, graph.constant(1))
        near = graph.add("Add", graph.add("Unsqueeze", at, graph.constant([1])), graph.constant(np.arange(span)))
        return graph.add("Reshape", graph.add("Gather", wide, near), graph.constant([-1, span * width]))

    def _perceptron(self, name: str, states: str) -> str:
        return self._linear(f"{name}.3", self._gelu(self._linear(f"{name}.0", states)))

    def _linear(self, name: str, states: str) -> str:
        weights = self._weights
        return self._graph.linear(states, weights[f"{name}.weight"].T, weights[f"{name}.bias"], name)

    def _gelu(self, states: str) -> str:
        return self._graph.add("Gelu", states, domain=FUSED)

    def _norm(self, name: str, states: str) -> str:
        graph, weights = self._graph, self._weights
        scale, bias = (graph.constant(weights[f"{name}.{part}"], f"{name}.{part}") for part in ("weight", "bias"))
        return graph.add("LayerNormalization", states, scale, bias, epsilon=EPSILON)

    def _best(self, logits: str) -> str:
        return self._graph.add("ArgMax", logits, axis=1, keepdims=0)
