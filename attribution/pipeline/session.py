"""Runs the encoder on windows of words."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from attrs import frozen
from numpy.typing import NDArray

from attribution.pipeline.features import Ints, PieceEncoder, Words
from attribution.pipeline.files import TOKENIZER, WEIGHTS, ModelError, ModelFiles
from attribution.pipeline.windows import Window, spread

Floats = NDArray[np.float32]

OUTPUTS: Final = ("cue", "cues", "roles", "tag", "pos", "arc", "dep", "sentence", "entity", "loaded", "tone")


@frozen(eq=False)
class WindowReading:
    """What the heads say of the ``w`` words of one window; logits, but for the numbers of tags and relations."""

    cue: Floats  # w, cue tags
    cues: Ints  # k: words that may be the first of a cue, ascending
    roles: Floats  # k, w, roles: what each word is to such a cue
    tag: Ints  # w
    pos: Ints  # w
    arc: Floats  # w, 1 + w: root, then each word as the head; a row counts up to a constant
    dep: Ints  # w
    sentence: Floats  # w
    entity: Floats  # w, entity tags
    loaded: Floats  # w
    tone: Floats  # w: the pull of each word on its sentence towards bias


class EncoderSession:
    """The encoder, loaded. One session may be used from several threads."""

    def __init__(self, weights: Path, tokenizer: Path) -> None:
        """Load weights and word pieces.

        Raises:
            ModelError: if a file is missing or no model.
        """
        try:
            self._session = runtime(str(weights))
            self.pieces = PieceEncoder(tokenizer)
        except Exception as error:  # both libraries raise classes of their own without a common base
            raise ModelError(f"the model in {weights.parent} cannot be loaded: {error}") from error

    @classmethod
    def of(cls, files: ModelFiles) -> EncoderSession:
        """Load a model folder after verifying its checksums.

        Raises:
            ModelError: if a file is missing, damaged or no model.
        """
        files.verify()
        return cls(files.path(WEIGHTS), files.path(TOKENIZER))

    def read(self, words: Words, window: Window, least: float) -> WindowReading:
        """Read one window.

        Windows go through one by one: one keeps a processor core busy, and several at once need padding and an
        attention mask, which cost more than they save (``benchmarks/batching.py`` measures it).

        Args:
            words: The words of a text.
            window: Which of them to read.
            least: The least probability with which a word is the first of a cue for its roles to be read.
        """
        outputs: list[Any] = self._session.run(list(OUTPUTS), feed(words, window, self.pieces, least))
        return WindowReading(*outputs)


def runtime(model: str | bytes) -> Any:
    """Return an onnxruntime session for a file, or for what is in one."""
    options = onnxruntime.SessionOptions()
    # One thread: results and CPU time do not depend on the machine, and processes scale better than threads here.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The file is fused by hand; further fusions (layer normalization with its sum) are slower than their parts.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def feed(words: Words, window: Window, encode: PieceEncoder, least: float) -> dict[str, NDArray[Any]]:
    """Return the inputs of the network for one window; see :meth:`EncoderSession.read`."""
    row = spread(words, window, encode)
    return {
        "ids": row.ids,
        "shape": row.shape,
        "gap": row.gap,
        "first": row.first,
        "spelling": row.spelling,
        "least": np.array(least, np.float32),
    }
