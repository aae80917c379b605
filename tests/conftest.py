"""What all tests share: the shipped pipeline, loaded once, and the two seed articles."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Timed examples would fail on a busy machine. Each run tries examples of its own, but those of the gate depend on the
# commit alone, and so does its verdict.
settings.register_profile("untimed", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "untimed"))

SEEDS = Path(__file__).parent.parent / "seeds"


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the reports of today to tests/golden/ instead of comparing with them",
    )


@pytest.fixture(scope="session", autouse=True)
def plain_terminal():
    """Nothing that the terminal of the tests asks for, such as a width or colours, reaches what they print."""
    asked = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "TTY_INTERACTIVE")
    with pytest.MonkeyPatch.context() as patch:
        for name in asked:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def nlp():
    """The embedded pipeline; tests must not change it."""
    import attribution

    return attribution.load()


@pytest.fixture(scope="session")
def read_seed():
    """The text of a seed article by its name, exactly as in the file."""

    def read(name: str) -> str:
        return (SEEDS / f"{name}.txt").read_bytes().decode("utf-8")

    return read
