"""From the heads' scores to frames (cue, source, content)."""

from __future__ import annotations

from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from attribution.interpret.readings import Frame
from attribution.pipeline.features import Ints, Words
from attribution.pipeline.merge import TextReading
from attribution.pipeline.session import Floats

SOURCE: Final = 1
CONTENT: Final = 2


@frozen
class Thresholds:
    """What the decoder lets through, chosen on PolNeAR's development part.

    ``candidate``: least probability of a cue's first word. ``role``: least probability of a word's role.
    ``gap``: words between two pieces of a content that are taken in; ``source_gap``: the same for a source.
    ``piece``: a further piece of a content has at least so many words, and ``piece_mean`` at least as mean probability.
    """

    candidate: float = 0.1
    role: float = 0.5
    gap: int = 1
    source_gap: int = 3
    piece: int = 2
    piece_mean: float = 0.5


def softmax(logits: Floats) -> Floats:
    """Return probabilities along the last axis."""
    shifted: Floats = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), np.float32)


def sigmoid(logits: Floats) -> Floats:
    """Return probabilities of single logits."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -60, 60))), np.float32)


def decode_frames(reading: TextReading, words: Words, thresholds: Thresholds) -> tuple[Frame, ...]:
    """Return the attributions of a text as token indices, in the order of their cues."""
    cues = softmax(reading.cue)
    frames = []
    for first in reading.cues.tolist():
        last = first
        while last + 1 < len(cues) and cues[last + 1, 2] > cues[last + 1, :2].max():
            last += 1
        low, logits = reading.roles(first)
        roles = softmax(logits)
        roles[first - low : last + 1 - low, 1:] = 0.0
        source = _source(roles[:, SOURCE], thresholds)
        roles[source, CONTENT] = 0.0
        content = _content(roles, thresholds)
        if not len(content) and not len(source):
            continue
        probability = float(cues[first, 1])
        sure = [probability]
        sure.extend(float(roles[role, label].mean()) for role, label in ((source, 1), (content, 2)) if len(role))
        frames.append(
            Frame(
                cue=tuple(words.token[first : last + 1].tolist()),
                source=tuple(words.token[source + low].tolist()),
                content=tuple(words.token[content + low].tolist()),
                cue_probability=round(probability, 4),
                confidence=round(float(np.prod(sure)), 4),
            )
        )
    return tuple(frames)


def _source(probability: Floats, thresholds: Thresholds) -> Ints:
    """Return the words of the source: the best piece, for a source has one, with small gaps taken in."""
    pieces = _pieces(probability >= thresholds.role, thresholds.source_gap)
    if not pieces:
        return np.zeros(0, np.int64)
    return max(pieces, key=lambda piece: float(probability[piece].sum()))


def _content(roles: Floats, thresholds: Thresholds) -> Ints:
    """Return the words of the content: its best piece and further ones that are long and sure enough."""
    probability = roles[:, CONTENT]
    pieces = _pieces(probability >= thresholds.role, thresholds.gap)
    if not pieces:
        return np.zeros(0, np.int64)
    best = max(pieces, key=lambda piece: float(probability[piece].sum()))
    return np.concatenate(
        [
            piece
            for piece in pieces
            if piece is best or (len(piece) >= thresholds.piece and probability[piece].mean() >= thresholds.piece_mean)
        ]
    )


def _pieces(chosen: NDArray[np.bool_], gap: int) -> list[Ints]:
    """Return runs of chosen words; runs at most ``gap`` words apart are one, the words between taken in."""
    found = np.flatnonzero(chosen)
    if not len(found):
        return []
    runs = np.split(found, np.flatnonzero(np.diff(found) > gap + 1) + 1)
    return [np.arange(run[0], run[-1] + 1) for run in runs]
