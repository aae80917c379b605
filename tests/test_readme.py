"""The README runs, and shows what the program really prints.

``python -m pytest tests/test_readme.py --update-golden`` writes the outputs of today into it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documentation import checkout, run_page, update

README = Path(__file__).parent.parent / "README.md"

pytestmark = pytest.mark.model


def test_the_readme_shows_the_output_of_today(request, tmp_path, monkeypatch):
    monkeypatch.chdir(checkout(tmp_path))
    blocks = run_page(README, tmp_path)
    assert blocks
    if request.config.getoption("--update-golden"):
        update(README, blocks)
        pytest.skip("wrote README.md")
    for block in blocks:
        assert block.is_now == block.should_be
