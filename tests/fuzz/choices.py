"""Turns the bytes of a fuzzer into decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    """Reads bytes from the front; where they are used up, every choice is the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def __bool__(self) -> bool:
        """Say whether there are bytes left."""
        return self._place < len(self._data)

    def number(self, below: int) -> int:
        """Return a number from 0 up to and without ``below``, at most 256."""
        if not self:
            return 0
        self._place += 1
        return self._data[self._place - 1] % max(1, below)

    def pick(self, items: Sequence[T]) -> T:
        """Return one of some items."""
        return items[self.number(len(items))]

    def rest(self) -> bytes:
        """Return what is left."""
        place, self._place = self._place, len(self._data)
        return self._data[place:]
