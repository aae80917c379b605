"""All measurements in one run: ``python -m benchmarks --data DIR``; prints the tables of the documentation."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import attributions, entities, hedges, loading, seeds, speed, trees
from benchmarks.command import Setup, Table, run

PARTS = (attributions, seeds, hedges, loading, trees, entities, speed)


def measure(setup: Setup) -> Sequence[Table]:
    """Run every part on the data folder."""
    return [table for part in PARTS for table in part.measure(setup)]


if __name__ == "__main__":
    raise SystemExit(run("Measure this package and its peers on public corpora.", measure))
