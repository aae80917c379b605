"""How a command ends: exit codes, and what it says on standard error when something goes wrong."""

from __future__ import annotations

import sys
from typing import Final

DONE: Final = 0
SOME_FAILED: Final = 1
MISUSED: Final = 2
INTERRUPTED: Final = 130

EXIT_CODES: Final = """\
exit codes:
  0    all files were analyzed
  1    at least one file could not be read, analyzed or written; the others were
  2    the command, or a file of settings that it names, was not understood
  130  interrupted; what was written until then can be used
"""


class OutputError(Exception):
    """A file that cannot be written."""

    def __init__(self, path: str, problem: str) -> None:
        """Keep the file and what is wrong with it."""
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


def complain(path: str, problem: str) -> None:
    """Say on standard error what went wrong with a file."""
    name = path.encode("utf-8", "backslashreplace").decode()
    print(f"attribution: {name}: {problem}", file=sys.stderr)
