"""Puts the readings of overlapping windows together into one reading of the text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from attribution.pipeline.features import Ints
from attribution.pipeline.session import Floats, WindowReading
from attribution.pipeline.windows import Window


@frozen(eq=False)
class TextReading:
    """What the heads say of the ``n`` words of a text.

    Where windows overlap, each word is read by the window in which it stands farther from the edge (``owner``).
    ``cues`` are the words that may be the first of a cue.
    """

    windows: tuple[Window, ...]
    readings: tuple[WindowReading, ...]
    owner: Ints
    cues: Ints
    cue: Floats
    tag: Ints
    pos: Ints
    dep: Ints
    sentence: Floats
    entity: Floats
    loaded: Floats
    tone: Floats

    def __len__(self) -> int:
        return len(self.owner)

    def arcs(self, start: int, end: int) -> Floats:
        """Return the scores of a sentence's words ``[start, end)`` as the tree decoder wants them: ``(n, 1 + n)``."""
        size = end - start
        scores = np.full((size, size + 1), -1e4, np.float32)
        for number in range(int(self.owner[start]), int(self.owner[end - 1]) + 1):
            window, reading = self.windows[number], self.readings[number]
            rows = np.flatnonzero(self.owner[start:end] == number)
            if not len(rows):
                continue
            low, high = max(start, window.start), min(end, window.end)
            own = rows + start - window.start
            scores[rows, 0] = reading.arc[own, 0]
            block = reading.arc[own][:, 1 + low - window.start : 1 + high - window.start]
            scores[rows[:, None], np.arange(low - start + 1, high - start + 1)[None, :]] = block
        return scores

    def roles(self, cue: int) -> tuple[int, Floats]:
        """Return the first word and the role logits ``(words, roles)`` for one of ``cues``.

        Every window that takes the word for a cue has a say; where several do, the one in which the cue stands farthest
        from the edge is heard.
        """
        here = self._holding(cue)
        here.sort(key=lambda i: min(cue - self.windows[i].start, self.windows[i].end - 1 - cue))
        low = min(self.windows[i].start for i in here)
        high = max(self.windows[i].end for i in here)
        merged = np.zeros((high - low, self.readings[0].roles.shape[-1]), np.float32)
        for i in here:
            window, reading = self.windows[i], self.readings[i]
            row = np.searchsorted(reading.cues, cue - window.start)
            merged[window.start - low : window.end - low] = reading.roles[row]
        return low, merged

    def _holding(self, cue: int) -> list[int]:
        middle = int(self.owner[cue])
        near = range(max(0, middle - 2), min(len(self.windows), middle + 3))
        return [i for i in near if cue - self.windows[i].start in self.readings[i].cues]


def merge(windows: Sequence[Window], readings: Sequence[WindowReading]) -> TextReading:
    """Merge the readings of a text's windows; the windows are in order and cover the text."""
    total = windows[-1].end
    owner = np.zeros(total, np.int64)
    for number, window in enumerate(windows):
        start = window.start
        if number:
            # The middle of what is shared with the window before.
            start = (window.start + windows[number - 1].end) // 2
        owner[start : window.end] = number

    def joined(name: str) -> NDArray[np.generic]:
        if len(windows) == 1:
            array: NDArray[np.generic] = getattr(readings[0], name)
            return array
        parts = []
        for number, (window, reading) in enumerate(zip(windows, readings, strict=True)):
            parts.append(getattr(reading, name)[owner[window.start : window.end] == number])
        return np.concatenate(parts)

    merged = {name: joined(name) for name in ("cue", "tag", "pos", "dep", "sentence", "entity", "loaded", "tone")}
    found = [window.start + reading.cues for window, reading in zip(windows, readings, strict=True)]
    cues = np.concatenate([cues[owner[cues] == number] for number, cues in enumerate(found)])
    return TextReading(tuple(windows), tuple(readings), owner, cues, **merged)  # type: ignore[arg-type]
