"""What a large run costs, and one long text: ``python -m benchmarks.scale --data DIR``.

The first table times this package with reports as objects, as nested Arrow columns and as one table, on the same
articles in turns (see :mod:`benchmarks.speed`), and says how much room the results take in Parquet files. The second
times single texts of growing length, made of articles; where the words per second stay the same, time is linear.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import cycle
from typing import Final

import pyarrow
import pyarrow.parquet

import attribution
from attribution.distributed import Job, analyze_arrow, arrow_schema
from attribution.training.polnear import read_articles
from benchmarks.command import Setup, Table, run
from benchmarks.speed import ARTICLES, count_words, words_per_second

LENGTHS: Final = (10_000, 50_000, 200_000, 1_000_000)
_JOBS: Final = {
    "Arrow, whole reports": Job(),
    "Arrow, table of claims": Job(table="claims"),
}


def measure(setup: Setup) -> list[Table]:
    """Time ``polnear/dev`` of the data folder with the shipped model."""
    texts = [article.text for article in read_articles(setup.data / "polnear" / "dev")]
    return [throughput(texts[:ARTICLES]), lengths(texts, LENGTHS)]


def throughput(texts: Sequence[str]) -> Table:
    """Compare the ways to get many results."""
    objects = "reports as objects"
    nlp = attribution.load()
    systems: dict[str, Callable[[Sequence[str]], object]] = {
        objects: lambda texts: sum(1 for _ in attribution.analyze_many(texts, nlp=nlp))
    }
    for name, job in _JOBS.items():
        systems[name] = partial(_arrow, job=job)
    speeds = words_per_second(systems, texts)
    words = sum(map(count_words, texts))
    rows = []
    for name, speed in speeds.items():
        room = f"{_parquet_bytes(texts, _JOBS[name]) / words:.0f}" if name in _JOBS else "–"
        rows.append((name, f"{speed:,.0f}", f"{speed / speeds[objects]:.2f}", room))
    return Table(
        f"One process, {len(texts)} PolNeAR articles, {words:,} words",
        ("results", "words per CPU second", "ratio", "bytes per word in Parquet"),
        tuple(rows),
        ("Parquet files are compressed with zstd.",),
    )


def lengths(texts: Sequence[str], words: Sequence[int]) -> Table:
    """Time single texts of so many words, from the shortest on."""
    nlp = attribution.load()
    attribution.analyze(texts[0], nlp=nlp)
    rows = []
    for length in sorted(words):
        text = "\n\n".join(_up_to(length, texts))
        start = time.process_time()
        report = attribution.analyze(text, nlp=nlp)
        speed = count_words(text) / (time.process_time() - start)
        rows.append((f"{count_words(text):,}", f"{speed:,.0f}", f"{len(report.claims):,}", f"{_peak_megabytes():,.0f}"))
    return Table(
        "One text, by its length",
        ("words", "words per CPU second", "claims", "peak memory of the process so far, MB"),
        tuple(rows),
    )


def _up_to(words: int, texts: Sequence[str]) -> Iterator[str]:
    """Articles of so many words together, again from the first when there are no more."""
    for text in cycle(texts):
        if words <= 0:
            return
        yield text.strip()
        words -= count_words(text)


def _table(texts: Sequence[str]) -> pyarrow.Table:
    return pyarrow.table({"id": [str(number) for number in range(len(texts))], "text": list(texts)})


def _arrow(texts: Sequence[str], job: Job) -> pyarrow.Table:
    table = _table(texts)
    return pyarrow.Table.from_batches(analyze_arrow(table, job), schema=arrow_schema(table.schema, job))


def _parquet_bytes(texts: Sequence[str], job: Job) -> int:
    out = BytesIO()
    pyarrow.parquet.write_table(_arrow(texts, job), out, compression="zstd")
    return len(out.getvalue())


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    raise SystemExit(run("What a large run costs, and one long text.", measure))
