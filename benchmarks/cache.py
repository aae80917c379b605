"""Where what takes long to make is kept between measurements: never in the repository."""

from __future__ import annotations

import os
from pathlib import Path


def cache(name: str) -> Path:
    """Return the folder of this name in the user's cache: ``$XDG_CACHE_HOME`` or ``~/.cache``."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "source-attribution" / "benchmarks" / name
