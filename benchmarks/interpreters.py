"""New Python interpreters, as a user starts them.

This package does not need torch, but its training does, and spaCy imports torch wherever it is installed: that takes a
second and 180 MB. So torch is hidden here, from all systems alike.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from importlib.abc import MetaPathFinder
from typing import Final

from attrs import frozen

_HIDE: Final = "from benchmarks.interpreters import hide_torch; hide_torch()"


@frozen
class Run:
    """What an interpreter printed, and the seconds that it took from its start to its end."""

    output: str
    by_the_clock: float
    cpu: float


class _Hidden(MetaPathFinder):
    """Says of torch that it is not there."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "torch":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def hide_torch() -> None:
    """Let no import find torch from now on."""
    sys.meta_path.insert(0, _Hidden())


def run_code(code: str) -> Run:
    """Run some code in an interpreter of its own.

    Raises:
        subprocess.CalledProcessError: if it fails.
    """
    return _run(["-c", f"{_HIDE}\n{code}"])


def run_module(name: str, *arguments: str) -> Run:
    """Run a module like ``python -m``; see :func:`run_code`."""
    return _run(["-c", f"{_HIDE}\nimport runpy; runpy.run_module({name!r}, run_name='__main__')", *arguments])


def _run(arguments: list[str]) -> Run:
    before, start = _cpu(), time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return Run(done.stdout, time.perf_counter() - start, _cpu() - before)


def _cpu() -> float:
    """Return the CPU seconds of all programs that this one has run."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
