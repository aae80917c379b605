"""Hands the command line to the command that it names, and ends the program as a shell expects."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from . import analyze, check, exits
from .exits import OutputError, complain

Command = Callable[[Sequence[str]], int]

#: What may stand first on the command line. Without one of these it is ``analyze``; a file of such a name can be given
#: as ``./check``.
COMMANDS: Final[Mapping[str, Command]] = MappingProxyType({"analyze": analyze.run, "check": check.run})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What stands behind ``python -m attribution``; ``sys.argv[1:]`` by default.

    Returns:
        The exit code; see :mod:`attribution.cli.exits`.

    Raises:
        SystemExit: With code 2, if the command is not understood.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = COMMANDS.get(given[0]) if given else None
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A text may hold what the terminal's encoding does not.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = analyze.run(given) if command is None else command(given[1:])
        sys.stdout.flush()
    except OutputError as error:
        complain(error.path, error.problem)
        return exits.SOME_FAILED
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.SOME_FAILED
    except OSError as error:
        # Articles that cannot be read are dealt with where they are read; this is a full disk or the like.
        complain(error.filename or "output", error.strerror or str(error))
        return exits.SOME_FAILED
    return code
