"""Searches for input that breaks a guarantee: ``python -m tests.fuzz TARGET --seconds N`` (extra ``fuzz``).

atheris changes bytes at random and keeps what reaches code that nothing reached before. What breaks a target is put
into ``tests/fuzz/found/TARGET/``, where ``test_found.py`` runs it again for ever: mend the code, and commit the case.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

FOUND = Path(__file__).with_name("found")
SEEDS = Path(__file__).with_name("seeds")

# What each target is to explore; instrumenting everything takes minutes.
EXPLORED = {
    "analyze": ("attribution.interpret.text.quotes", "attribution.interpret.text.lines", "attribution.pipeline"),
    "interpret": ("attribution.interpret", "attribution.scoring"),
    "from_json": ("attribution.report",),
    "from_dict": ("attribution.report",),
    "lexicon": ("attribution.lexicons", "attribution.data_files"),
    "scoring": ("attribution.scoring", "attribution.data_files"),
    "model": ("attribution.pipeline",),
    "command": ("attribution.cli", "attribution.analysis"),
}


def main() -> None:
    """Run one target until something breaks or the time is over; libFuzzer ends the process."""
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed: pip install '.[fuzz]'")
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Search for input that breaks a promise.")
    parser.add_argument("target", choices=EXPLORED)
    parser.add_argument("--seconds", type=int, default=60, help="default: %(default)s")
    options = parser.parse_args()
    with atheris.instrument_imports(include=EXPLORED[options.target]):
        from tests.fuzz.targets import TARGETS
    found = FOUND / options.target
    found.mkdir(parents=True, exist_ok=True)
    corpora = [str(folder) for folder in (SEEDS / options.target, found) if folder.is_dir()]
    limits = [
        f"-max_total_time={options.seconds}",
        "-timeout=60",
        "-report_slow_units=600",
        "-max_len=4096",
        "-rss_limit_mb=4096",
    ]
    # New input goes to the first folder; only what breaks something is kept.
    with tempfile.TemporaryDirectory() as scratch:
        atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={found}/", scratch, *corpora], TARGETS[options.target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
