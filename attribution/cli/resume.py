"""Going on with an output of ``--jsonl`` that was interrupted."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from .articles import name_of
from .exits import OutputError

#: How each line begins; behind it stands the name of the article as a JSON string.
LINE_START: Final = '{"file": '


def cut_to_whole_lines(path: str) -> Counter[str]:
    """Read an output file and cut off what stands behind its last whole line.

    Args:
        path: The output of an earlier run; it need not exist.

    Returns:
        How often each article is in it, by its name.

    Raises:
        OutputError: If the file cannot be read or cut, or is something else than such an output; it is then left as it
            is.
    """
    done: Counter[str] = Counter()
    whole = 0
    try:
        with open(path, "r+b") as file:
            for number, line in enumerate(file, 1):
                if not line.endswith(b"\n"):
                    _check_start(path, number, line)
                    break
                done[_name(path, number, line)] += 1
                whole += len(line)
            if whole < os.fstat(file.fileno()).st_size:
                file.truncate(whole)
    except FileNotFoundError:
        return done
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error
    return done


def remaining(paths: Iterable[str], done: Counter[str]) -> Iterator[str]:
    """Leave out the articles that are done; one that was given twice must have been done twice."""
    left = Counter(done)
    for path in paths:
        if left[name_of(path)]:
            left[name_of(path)] -= 1
        else:
            yield path


def _name(path: str, number: int, line: bytes) -> str:
    _check_start(path, number, line)
    try:
        # Only the name is parsed: an output may hold a million reports.
        name, _ = json.JSONDecoder().raw_decode(line.decode(), len(LINE_START))
    except ValueError as error:
        raise _not_ours(path, number) from error
    return str(name)


def _check_start(path: str, number: int, line: bytes) -> None:
    """Refuse a file of another kind, which must not be cut; a line that broke off early has the start of a start."""
    start = LINE_START.encode()
    if line[: len(start)] != start[: len(line)]:
        raise _not_ours(path, number)


def _not_ours(path: str, number: int) -> OutputError:
    return OutputError(path, f"line {number} is not a report that --jsonl wrote; the file was left as it is")
