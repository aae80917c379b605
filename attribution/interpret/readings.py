"""What the interpretation needs to know from the encoder, as plain values over the tokens of a Doc."""

from __future__ import annotations

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray


@frozen
class Frame:
    """One attribution as the encoder reads it: ascending token indices for each role, possibly with gaps.

    ``source`` and ``content`` may be empty. ``cue_probability`` in [0, 1] is that of there being a cue at all; low ones
    are offered too, for grammar to decide. ``confidence`` in [0, 1] is that of the attribution as a whole.
    """

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    cue_probability: float
    confidence: float


@frozen(eq=False)
class Readings:
    """All that the encoder says of a Doc beyond tags, tree, sentences and entities.

    ``frames`` in the order of their cues; ``loading`` holds, for each token of the Doc, the probability in [0, 1] that
    it is loaded wording; ``tone``, for each token, the probability in [0, 1] that its sentence as a whole is biased, or
    ``None`` where the encoder does not say.
    """

    frames: tuple[Frame, ...]
    loading: NDArray[np.float32] = field(factory=lambda: np.zeros(0, np.float32))
    tone: NDArray[np.float32] | None = None
