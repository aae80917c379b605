"""Keeps the encoder's readings in a Doc as plain values, so that they travel with it (``to_bytes``, ``DocBin``)."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from attribution.interpret.readings import Frame, Readings

KEY: Final = "attribution_readings"
_PACKED: Final = "<f4"


def store(doc: Doc, readings: Readings) -> None:
    """Put readings into ``doc.user_data``."""
    doc.user_data[KEY] = {
        "frames": [
            [list(frame.cue), list(frame.source), list(frame.content), frame.cue_probability, frame.confidence]
            for frame in readings.frames
        ],
        "loading": _packed(readings.loading),
        "tone": None if readings.tone is None else _packed(readings.tone),
        "capitals": np.flatnonzero(readings.capitals).tolist(),
    }


def restore(doc: Doc) -> Readings | None:
    """Return the readings of a Doc, ``None`` if the encoder has not seen it."""
    stored = doc.user_data.get(KEY)
    if stored is None:
        return None
    frames = tuple(
        Frame(tuple(cue), tuple(source), tuple(content), probability, confidence)
        for cue, source, content, probability, confidence in stored["frames"]
    )
    tone = stored.get("tone")
    loading = _unpacked(stored["loading"])
    capitals = np.zeros(len(loading), np.bool_)
    # A DocBin gives lists back as tuples, which mean something else as an index.
    capitals[list(stored.get("capitals", ()))] = True
    return Readings(frames, loading, None if tone is None else _unpacked(tone), capitals)


def _packed(values: NDArray[np.float32]) -> bytes:
    """Write one value for each token: as a list they would take ten times the room."""
    return np.round(values.astype(np.float64), 4).astype(_PACKED).tobytes()


def _unpacked(packed: bytes) -> NDArray[np.float32]:
    return np.frombuffer(packed, _PACKED).astype(np.float32)
