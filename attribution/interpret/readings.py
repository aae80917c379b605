"""What the interpretation needs to know from the encoder, as plain values over the tokens of a Doc."""

from __future__ import annotations

from typing import Literal

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

Origin = Literal["encoder", "grammar", "hearsay", "layout"]
"""What finds an attribution: the encoder, the tree, the lexicon of hearsay, or quotation marks and layout."""


@frozen
class Frame:
    """One attribution as the encoder reads it: ascending token indices for each role, possibly with gaps.

    ``source`` and ``content`` may be empty. ``cue_probability`` in [0, 1] is that of there being a cue at all; low ones
    are offered too, for grammar to decide. ``confidence`` in [0, 1] is that of the attribution as a whole; neither is
    calibrated. ``origin`` says what has found it; of all but the encoder's, the probabilities mean nothing.
    """

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    cue_probability: float = 1.0
    confidence: float = 1.0
    origin: Origin = "encoder"


@frozen(eq=False)
class Readings:
    """All that the encoder says of a Doc beyond tags, tree, sentences and entities.

    ``frames`` in the order of their cues; ``loading`` holds, for each token of the Doc, the probability in [0, 1] that
    it is loaded wording; ``tone``, for each token, the probability in [0, 1] that its sentence as a whole is biased, or
    ``None`` where the encoder does not say; ``capitals``, which tokens stand in a sentence set in capitals, whose
    wording was read as if it were not (empty: none).
    """

    frames: tuple[Frame, ...]
    loading: NDArray[np.float32] = field(factory=lambda: np.zeros(0, np.float32))
    tone: NDArray[np.float32] | None = None
    capitals: NDArray[np.bool_] = field(factory=lambda: np.zeros(0, np.bool_))
