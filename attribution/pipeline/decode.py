"""From the heads' scores to frames (cue, source, content), entities and sentence starts."""

from __future__ import annotations

import itertools
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from attribution.interpret.readings import Frame
from attribution.pipeline.features import Ints, Words
from attribution.pipeline.labels import ENTITY_TAGS
from attribution.pipeline.merge import TextReading
from attribution.pipeline.session import Floats

SOURCE: Final = 1
CONTENT: Final = 2


@frozen
class Thresholds:
    """What the decoder lets through, chosen on PolNeAR's development part.

    ``cue``: least probability of a cue's first word. ``role``: least probability of a word's role.
    ``gap``: words between two pieces of a role that are taken in. ``piece``: a further piece of a role has at least so
    many words.
    """

    cue: float = 0.4
    role: float = 0.5
    gap: int = 1
    piece: int = 2


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
    for first in np.flatnonzero(cues[:, 1] >= thresholds.cue):
        last = int(first)
        while last + 1 < len(cues) and cues[last + 1, 2] > 0.5:
            last += 1
        low, logits = reading.roles(int(first))
        roles = softmax(logits)
        cue = slice(int(first) - low, last + 1 - low)
        roles[cue, 1:] = 0.0
        source = _pieces(roles[:, SOURCE], thresholds, roles[:, CONTENT] < thresholds.role)
        content = _pieces(roles[:, CONTENT], thresholds, roles[:, SOURCE] < thresholds.role)
        content = content[(content < cue.start) | (content >= cue.stop)]
        source = source[(source < cue.start) | (source >= cue.stop)]
        if not len(content) and not len(source):
            continue
        sure = [float(cues[first, 1])]
        sure.extend(
            float(roles[role, label].mean()) for role, label in ((source, SOURCE), (content, CONTENT)) if len(role)
        )
        frames.append(
            Frame(
                cue=tuple(words.token[first : last + 1].tolist()),
                source=tuple(words.token[source + low].tolist()),
                content=tuple(words.token[content + low].tolist()),
                confidence=round(float(np.prod(sure)), 4),
            )
        )
    return tuple(frames)


def _pieces(probability: Floats, thresholds: Thresholds, free: NDArray[np.bool_]) -> Ints:
    """Return the words of a role: its best piece and further ones that are long enough, small gaps taken in."""
    chosen = probability >= thresholds.role
    found = np.flatnonzero(chosen)
    if not len(found):
        return found
    for before, after in itertools.pairwise(found):
        if 1 < after - before <= thresholds.gap + 1 and free[before + 1 : after].all():
            chosen[before + 1 : after] = True
    found = np.flatnonzero(chosen)
    pieces = np.split(found, np.flatnonzero(np.diff(found) > 1) + 1)
    best = max(pieces, key=lambda piece: float(probability[piece].sum()))
    kept = [piece for piece in pieces if piece is best or len(piece) >= thresholds.piece]
    return np.concatenate(kept)


def decode_entities(reading: TextReading) -> list[tuple[int, int, str]]:
    """Return named entities as ``(first word, one past the last, label)``."""
    tags = reading.entity.argmax(-1)
    found: list[tuple[int, int, str]] = []
    start, label = 0, ""
    for at in range(len(tags) + 1):
        name = ENTITY_TAGS[tags[at]] if at < len(tags) else "O"
        prefix, _, kind = name.partition("-")
        if label and (prefix != "I" or kind != label):
            found.append((start, at, label))
            label = ""
        if kind and not label:
            start, label = at, kind
    return found


def sentence_starts(reading: TextReading, words: Words, breaks: list[int]) -> NDArray[np.bool_]:
    """Return for each word whether a sentence starts there.

    ``breaks`` are character offsets where one must, by the layout of the text.
    """
    starts = reading.sentence > 0
    if len(starts):
        starts[0] = True
        forced = np.searchsorted(words.start, breaks, side="left")
        starts[forced[forced < len(starts)]] = True
    return starts
