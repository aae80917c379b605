"""Puts the readings of overlapping windows together into one reading of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from attrs import fields, frozen
from numpy.typing import NDArray

from attribution.pipeline.labels import ENTITY_TAGS
from attribution.pipeline.session import Floats, WindowReading
from attribution.pipeline.windows import Window

Numbers = NDArray[np.int16]
"""Numbers of labels, of which there are few: a long text has many words."""


@frozen(eq=False)
class Section:
    """A window, what the heads say of it, and the words ``[start, end)`` of the text that it decides about.

    Where windows overlap, each word is decided about by the window in which it stands farther from the edge.
    """

    window: Window
    reading: WindowReading
    start: int
    end: int

    @property
    def own(self) -> slice:
        """Where these words stand in the window."""
        return slice(self.start - self.window.start, self.end - self.window.start)


@frozen(eq=False)
class TextReading:
    """What the heads say of the words of a text, each by itself; see :class:`WindowReading`.

    It is filled section by section, so that no window needs to be remembered.
    """

    tag: Numbers
    pos: Numbers
    dep: Numbers
    entity: Floats
    loaded: Floats
    tone: Floats

    @classmethod
    def blank(cls, words: int) -> TextReading:
        """Make room for so many words."""
        tag, pos, dep = np.zeros((3, words), np.int16)
        loaded, tone = np.zeros((2, words), np.float32)
        return cls(tag, pos, dep, np.zeros((words, len(ENTITY_TAGS)), np.float32), loaded, tone)

    def take(self, section: Section) -> None:
        """Take what is said of the words that a section decides about."""
        for field in fields(TextReading):
            getattr(self, field.name)[section.start : section.end] = getattr(section.reading, field.name)[section.own]


def sections(windows: Sequence[Window], readings: Iterable[WindowReading]) -> Iterator[Section]:
    """Share the words of a text out among its windows, which are in order and cover it."""
    start = 0
    for number, (window, reading) in enumerate(zip(windows, readings, strict=True)):
        following = windows[number + 1] if number + 1 < len(windows) else None
        # The middle of what is shared with the next window.
        end = window.end if following is None else (following.start + window.end) // 2
        yield Section(window, reading, start, end)
        start = end
