"""Put an attribution that layout leaves no doubt about in place of whatever else has been read of its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from attrs import evolve

from attribution.interpret.readings import Frame


class Placed:
    """Frames by the tokens in them: one that takes the place of others touches those alone, in however long a text."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        """Take in the frames found so far."""
        self._frames = dict(enumerate(frames))
        self._count = len(self._frames)
        self._empty = {number for number, frame in self._frames.items() if not frame.content}

    def frames(self) -> list[Frame]:
        """Return the frames in their order, those put in later last."""
        return list(self._frames.values())

    def put(self, found: Frame) -> None:
        """Add what layout leaves no doubt about, in place of whatever else has been read of it."""
        label = {*found.source, *found.cue}
        said = {*found.content}
        start, end = found.content[0], found.content[-1]
        touched = self._empty.union(*(self._at.get(token, ()) for token in label | said))
        self._empty = set()
        for number in touched & self._frames.keys():
            frame = self._frames[number]
            # What is said inside these words keeps its content, what is said elsewhere does not reach into them.
            outside = label if start <= frame.cue[0] <= end else label | said
            content = tuple(i for i in frame.content if i not in outside)
            replaced = not label.isdisjoint(frame.cue) or (label & {*frame.source} and not {*frame.source} <= said)
            if content and not replaced:
                self._frames[number] = evolve(frame, content=content)
            else:
                del self._frames[number]
        self._add(found)

    @cached_property
    def _at(self) -> defaultdict[int, set[int]]:
        at: defaultdict[int, set[int]] = defaultdict(set)
        for number, frame in self._frames.items():
            for token in (*frame.cue, *frame.source, *frame.content):
                at[token].add(number)
        return at

    def _add(self, frame: Frame) -> None:
        self._frames[self._count] = frame
        for token in (*frame.cue, *frame.source, *frame.content):
            self._at[token].add(self._count)
        self._count += 1
