"""A progress bar for whoever watches, and messages that do not run into it."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from types import TracebackType
from typing import TYPE_CHECKING, Final

from .exits import complain

if TYPE_CHECKING:
    from tqdm import tqdm

_ROWS: Final = 24


class Progress:
    """Counts articles on standard error, where that is a terminal and the reports are not printed on the same one."""

    def __init__(self, total: int, *, done: int = 0, is_shown: bool) -> None:
        """Take the number of articles, and how many were done in an earlier run."""
        self._total = total
        self._done = done
        self._is_shown = is_shown
        self._bar: tqdm[None] | None = None

    def __enter__(self) -> Progress:
        if self._is_shown:
            from tqdm import tqdm

            # tqdm shows nothing on a terminal that does not know its size, as those of some programs do not.
            width = get_terminal_size().columns
            self._bar = tqdm(total=self._total, initial=self._done, unit="file", ncols=width, nrows=_ROWS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def advance(self) -> None:
        """Count one more article."""
        if self._bar is not None:
            self._bar.update()

    def complain(self, path: str, problem: str) -> None:
        """Say what went wrong with an article, which counts as done."""
        if self._bar is None:
            complain(path, problem)
            return
        with self._bar.external_write_mode(file=sys.stderr):
            complain(path, problem)
        self._bar.update()
