"""Puts the readings of overlapping windows together into one reading of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from attrs import fields, frozen

from attribution.pipeline.features import Ints
from attribution.pipeline.session import Floats, WindowReading
from attribution.pipeline.windows import Window


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
    """What the heads say of the ``n`` words of a text, each by itself; see :class:`WindowReading`."""

    tag: Ints
    pos: Ints
    dep: Ints
    entity: Floats
    loaded: Floats
    tone: Floats


def sections(windows: Sequence[Window], readings: Iterable[WindowReading]) -> Iterator[Section]:
    """Share the words of a text out among its windows, which are in order and cover it."""
    start = 0
    for number, (window, reading) in enumerate(zip(windows, readings, strict=True)):
        following = windows[number + 1] if number + 1 < len(windows) else None
        # The middle of what is shared with the next window.
        end = window.end if following is None else (following.start + window.end) // 2
        yield Section(window, reading, start, end)
        start = end


def layers(section: Section) -> TextReading:
    """Return what is said of the words that a section decides about."""
    # Copies, so that the rest of the window need not be remembered.
    return TextReading(*(getattr(section.reading, field.name)[section.own].copy() for field in fields(TextReading)))


def joined(parts: Sequence[TextReading]) -> TextReading:
    """Put stretches of a text that follow each other together."""
    return TextReading(
        *(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(TextReading))
    )
