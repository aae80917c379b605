"""The README shows what the program really prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parent.parent / "README.md"
SEED = README.parent / "seeds" / "press-tv.txt"
COMMAND = "$ head -n 5 seeds/press-tv.txt | python -m attribution -"
BLOCK = re.compile(rf"(?<=```console\n{re.escape(COMMAND)}\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.model


def test_the_readme_shows_the_output_of_today(request):
    lines = SEED.read_bytes().splitlines(keepends=True)[:5]
    done = subprocess.run(
        [sys.executable, "-m", "attribution", "-"],
        input=b"".join(lines),
        capture_output=True,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    printed = "\n".join(line.rstrip() for line in done.stdout.decode().strip().splitlines()) + "\n"
    readme = README.read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        README.write_text(BLOCK.sub(lambda _: printed, readme), encoding="utf-8")
        pytest.skip("wrote README.md")
    (shown,) = BLOCK.findall(readme)
    assert shown == printed
