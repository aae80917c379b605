"""Runs what a page of the documentation shows, and compares or replaces the outputs that it shows.

* ` ```python ` blocks run from top to bottom of a page, in one namespace. What a block prints stands in a ` ```text `
  block right below it.
* ` ```console ` blocks hold commands behind ``$ `` with their output below; each runs in a shell.
* A block below ``<!-- not run: REASON -->`` is only shown. Blocks in other languages are.

All run in a folder of their own that holds ``seeds/``.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from attrs import frozen

_FENCE = re.compile(
    r"^(?P<skip><!-- not run: [^\n]+ -->\n+)?"
    r"```(?P<language>python|console)\n(?P<code>.*?)^```$"
    r"(?:\n\n```text\n(?P<output>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
_WIDTH = "80"
_ROOT = Path(__file__).parent.parent


@frozen
class Shown:
    """A block of a page as it stands there, and as it should."""

    is_now: str
    should_be: str


def checkout(folder: Path) -> Path:
    """Put into a folder what the pages expect to find where they are run."""
    shutil.copytree(_ROOT / "seeds", folder / "seeds")
    return folder


def is_run(page: Path) -> bool:
    """Whether there is something on the page to run."""
    return any(match["skip"] is None for match in _FENCE.finditer(_read(page)))


def run_page(page: Path, folder: Path) -> list[Shown]:
    """Run all blocks of a page in a folder."""
    names: dict[str, Any] = {"__name__": f"docs.{page.stem}"}
    found = []
    for match in _FENCE.finditer(_read(page)):
        if match["skip"] is not None:
            continue
        if match["language"] == "python":
            should_be = _python(match["code"], page, names)
        else:
            should_be = _console(match["code"], folder)
        found.append(Shown(match.group(), should_be))
    return found


def update(page: Path, blocks: list[Shown]) -> None:
    """Write the outputs of today into a page."""
    rest = _read(page)
    parts = []
    for block in blocks:
        before, found, rest = rest.partition(block.is_now)
        assert found, f"{page} has been changed meanwhile"
        parts += [before, block.should_be]
    page.write_text("".join([*parts, rest]), encoding="utf-8")


def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _python(code: str, page: Path, names: dict[str, Any]) -> str:
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(code, str(page), "exec"), names)
    block = f"```python\n{code}```"
    output = _lines(printed.getvalue())
    return f"{block}\n\n```text\n{output}```" if output else block


def _console(code: str, folder: Path) -> str:
    return "```console\n" + "".join(f"$ {command}\n{_run(command, folder)}" for command in _commands(code)) + "```"


def _commands(code: str) -> Iterator[str]:
    """Go through the commands; one that ends with a backslash runs on in the next line."""
    lines = iter(code.splitlines())
    for line in lines:
        if not line.startswith("$ "):
            continue
        command = line[2:]
        while command.endswith("\\"):
            command += "\n" + next(lines)
        yield command


def _run(command: str, folder: Path) -> str:
    done = subprocess.run(
        ["bash", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env={
            **os.environ,
            "COLUMNS": _WIDTH,
            "NO_COLOR": "1",
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "PYTHONIOENCODING": "utf-8",
        },
        timeout=300,
    )
    output = done.stdout.decode()
    assert "Traceback" not in output, output
    return _lines(output)


def _lines(printed: str) -> str:
    """Return lines as they are shown: without the blanks that fill a line, or empty lines at the ends."""
    lines = "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n")
    return f"{lines}\n" if lines else ""
