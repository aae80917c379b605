"""Puts measured tables into a page of the documentation, and leaves the rest of the page as it is.

A section stands between ``<!-- NAME -->`` and ``<!-- end of NAME -->``; what is measured anew takes the place of what
was there, with the command and the commit that it was measured with.
"""

from __future__ import annotations

import datetime
import platform
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from benchmarks.command import Table


@frozen
class Provenance:
    """Where figures come from: the commit, the day, the machine."""

    commit: str
    day: str
    machine: str

    def __str__(self) -> str:
        return f"commit `{self.commit}`, {self.day}, {self.machine}"


def provenance() -> Provenance:
    """Ask git and the operating system."""
    commit = _git("rev-parse", "--short", "HEAD") or "unknown"
    if _git("status", "--porcelain", "--untracked-files=no"):
        commit += ", with changes"
    return Provenance(
        commit,
        datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        f"{_processor()}, Python {platform.python_version()}",
    )


def section(name: str, tables: Sequence[Table], origin: Provenance) -> str:
    """Write the tables of one section, with the command and the commit beside them."""
    command = f"`python -m benchmarks.{name} --data DIR`; {origin}"
    written = [str(table).replace("\n\n", f"\n\n{command}\n\n", 1) for table in tables]
    return "\n\n".join([_begin(name), *written, _end(name)])


def replace_section(page: str, name: str, written: str) -> str:
    """Put a section in the place of the one with its name, or at the end of a page that has none."""
    old = re.compile(f"{re.escape(_begin(name))}.*?{re.escape(_end(name))}", re.DOTALL)
    if not old.search(page):
        return f"{page.rstrip()}\n\n{written}\n"
    return old.sub(lambda _: written, page, count=1)


def _begin(name: str) -> str:
    return f"<!-- {name} -->"


def _end(name: str) -> str:
    return f"<!-- end of {name} -->"


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return " ".join(next(named, platform.processor() or platform.machine()).split())
