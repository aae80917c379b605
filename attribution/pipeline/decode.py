"""From the heads' scores to frames (cue, source, content)."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from attribution.interpret.readings import Frame
from attribution.pipeline.features import Words
from attribution.pipeline.merge import Section
from attribution.pipeline.session import Floats

_REACH: Final = 2
"""So many windows before and after the one that decides about a cue may hold it too."""


@frozen
class Thresholds:
    """What the decoder lets through, chosen on PolNeAR's development part.

    ``candidate``: least probability of a cue's first word. ``role``: least probability of a word's role.
    ``gap``: words between two pieces of a content that are taken in; ``source_gap``: the same for a source.
    ``piece``: a further piece of a content has at least so many words, and ``piece_mean`` at least as mean probability.
    """

    candidate: float = 0.1
    role: float = 0.48
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


def mean(values: Floats) -> float:
    """Return the mean; numpy's own takes three times as long for a few values."""
    return float(np.add.reduce(values) / len(values))


class FrameDecoder:
    """Decodes the attributions of a text while its windows come in; remembers the roles of a few windows only."""

    def __init__(self, words: Words, thresholds: Thresholds) -> None:
        self._words = words
        self._thresholds = thresholds
        self._first = np.zeros(len(words), np.float32)
        """How probably each word is the first of a cue."""
        self._goes_on = np.zeros(len(words), np.bool_)
        """Whether each word belongs to a cue that begins before it."""
        self._near: deque[_Roles] = deque(maxlen=2 * _REACH + 1)
        self._waiting = 0
        """The last so many of these windows are not decoded yet."""
        self._frames: list[Frame] = []

    def add(self, section: Section) -> None:
        """Take the next section."""
        none, first, inside = softmax(section.reading.cue[section.own]).T
        self._first[section.start : section.end] = first
        self._goes_on[section.start : section.end] = inside > np.maximum(none, first)
        self._near.append(_Roles.of(section))
        self._waiting += 1
        if self._waiting > _REACH:
            self._decode()

    def frames(self) -> tuple[Frame, ...]:
        """Return the attributions of the text as token indices, in the order of their cues, once all is there."""
        while self._waiting:
            self._decode()
        return tuple(self._frames)

    def _decode(self) -> None:
        section = self._near[-self._waiting].section
        self._waiting -= 1
        for cue in (section.window.start + section.reading.cues).tolist():
            if section.start <= cue < section.end:
                self._frames.extend(self._frame(cue))

    def _frame(self, first: int) -> Iterator[Frame]:
        last = first
        while last + 1 < len(self._goes_on) and self._goes_on[last + 1]:
            last += 1
        low, sources, contents = self._roles(first)
        for roles in (sources, contents):
            roles[first - low : last + 1 - low] = 0.0
        source = _source(sources, self._thresholds)
        for piece in source:
            contents[piece.start : piece.stop] = 0.0
        content = _content(contents, self._thresholds)
        if not source and not content:
            return
        probability = float(self._first[first])
        sure = [probability]
        sure += [mean(_of(roles, role)) for roles, role in ((sources, source), (contents, content)) if role]
        token = self._words.token[low:]
        yield Frame(
            cue=tuple(self._words.token[first : last + 1].tolist()),
            source=tuple(_of(token, source).tolist()),
            content=tuple(_of(token, content).tolist()),
            cue_probability=round(probability, 4),
            confidence=round(math.prod(sure), 4),
        )

    def _roles(self, cue: int) -> tuple[int, Floats, Floats]:
        """Return a word, and for this and the words after it the probability of being source and content to a cue.

        Every window that takes the word for a cue has a say; where several do, the one in which the cue stands farthest
        from the edge is heard.
        """
        here = [roles for roles in self._near if cue in roles.rows]
        if len(here) == 1:
            (only,) = here
            return only.section.window.start, only.source[only.rows[cue]].copy(), only.content[only.rows[cue]].copy()
        here.sort(key=lambda roles: roles.section.window.room(cue))
        low = min(roles.section.window.start for roles in here)
        high = max(roles.section.window.end for roles in here)
        source, content = np.zeros((2, high - low), np.float32)
        for roles in here:
            covered = slice(roles.section.window.start - low, roles.section.window.end - low)
            source[covered] = roles.source[roles.rows[cue]]
            content[covered] = roles.content[roles.rows[cue]]
        return low, source, content


@frozen(eq=False)
class _Roles:
    """What each word of a window is to each of its cues: probabilities ``(cues, words)``; ``rows`` finds a cue's."""

    section: Section
    rows: dict[int, int]
    source: Floats
    content: Floats

    @classmethod
    def of(cls, section: Section) -> _Roles:
        reading = section.reading
        none, source, content = (reading.roles[..., role] for role in range(3))
        top = np.maximum(np.maximum(none, source), content)
        none, source, content = (np.exp(logits - top) for logits in (none, source, content))
        total = none + source + content
        cues = (section.window.start + reading.cues).tolist()
        return cls(section, {cue: row for row, cue in enumerate(cues)}, source / total, content / total)


def _source(probability: Floats, thresholds: Thresholds) -> list[range]:
    """Return the words of the source: the best piece, for a source has one, with small gaps taken in."""
    pieces = _pieces(probability >= thresholds.role, thresholds.source_gap)
    return [_best(pieces, probability)] if pieces else []


def _content(probability: Floats, thresholds: Thresholds) -> list[range]:
    """Return the words of the content: its best piece and further ones that are long and sure enough."""
    pieces = _pieces(probability >= thresholds.role, thresholds.gap)
    if len(pieces) < 2:
        return pieces
    best = _best(pieces, probability)
    return [
        piece
        for piece in pieces
        if piece is best
        or (len(piece) >= thresholds.piece and mean(_of(probability, [piece])) >= thresholds.piece_mean)
    ]


def _pieces(chosen: NDArray[np.bool_], gap: int) -> list[range]:
    """Return runs of chosen words; runs at most ``gap`` words apart are one, the words between taken in."""
    runs: list[range] = []
    start = end = -1
    for word in np.flatnonzero(chosen).tolist():
        if end < 0:
            start = word
        elif word - end > gap:
            runs.append(range(start, end))
            start = word
        end = word + 1
    if end >= 0:
        runs.append(range(start, end))
    return runs


def _best(pieces: Sequence[range], probability: Floats) -> range:
    return max(pieces, key=lambda piece: float(_of(probability, [piece]).sum())) if len(pieces) > 1 else pieces[0]


def _of(values: NDArray[Any], pieces: Sequence[range]) -> NDArray[Any]:
    """Return the values of all words of some pieces."""
    parts = [values[piece.start : piece.stop] for piece in pieces]
    return parts[0] if len(parts) == 1 else np.concatenate([values[:0], *parts])
