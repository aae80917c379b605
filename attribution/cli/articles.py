"""The files named on the command line, as texts."""

from __future__ import annotations

import glob
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

STANDARD_INPUT: Final = "-"

#: How a file begins that was saved as UTF-16, as some editors do unasked.
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


class Articles:
    """The texts of the files that can be read, one after the other.

    Names are handed out in the order of the texts, so that a stream of results can be told apart again however far
    ahead the texts are read.
    """

    def __init__(self, paths: Sequence[str], complain: Callable[[str, str], None]) -> None:
        """Take the files, and what is to be called with the name of one that cannot be read and the reason."""
        self.failed = False
        self._paths = paths
        self._complain = complain
        self._names: deque[str] = deque()

    def texts(self) -> Iterator[str]:
        """Read one file after the other; complain of those that cannot be read, and go on."""
        for path in self._paths:
            try:
                text = read(path)
            except (OSError, ValueError) as error:
                self.fail(path, _problem(error, path))
            else:
                self._names.append(name_of(path))
                yield text

    def fail(self, name: str, problem: str) -> None:
        """Say what went wrong with an article."""
        self.failed = True
        self._complain(name, problem)

    def next_name(self) -> str:
        """Return the name of the text whose turn it is."""
        return self._names.popleft()


def expanded(paths: Iterable[str]) -> Iterator[str]:
    """Expand wildcards where the shell has not done so; ``**`` stands for any folders."""
    for path in paths:
        is_pattern = glob.has_magic(path) and not os.path.exists(path)
        yield from (sorted(glob.glob(path, recursive=True)) if is_pattern else ()) or [path]


def name_of(path: str) -> str:
    """Return what an article is called in the output."""
    return "standard input" if path == STANDARD_INPUT else path


def read(path: str) -> str:
    """Read a file as it is: line ends stay, so that offsets count the file's characters; a byte order mark goes."""
    if path == STANDARD_INPUT:
        if sys.stdin.isatty():
            print("attribution: reading what you type; Ctrl-D on an empty line ends it", file=sys.stderr)
        data = sys.stdin.buffer.read()
    else:
        with open(path, "rb") as file:
            data = file.read()
    if data.startswith(_UTF_16):
        raise ValueError("not UTF-8 but UTF-16; save it as UTF-8")
    return data.decode("utf-8-sig")


def same_file(one: str, other: str) -> bool:
    """Tell whether two paths lead to one file; false if one of them does not exist."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _problem(error: Exception, path: str) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: {error.reason} at byte {error.start}"
    if isinstance(error, FileNotFoundError) and glob.has_magic(path):
        return "no file has a name like this"
    return getattr(error, "strerror", None) or str(error)
