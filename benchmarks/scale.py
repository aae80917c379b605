"""What a large run costs, and one long text: ``python -m benchmarks.scale --data DIR``.

The first table times this package with reports as objects, as nested Arrow columns and as one table, on the same
articles in turns (see :mod:`benchmarks.speed`), and says how much room the results take in Parquet files. The second
times single texts of growing length, made of articles, each in an interpreter of its own (see
:mod:`benchmarks.interpreters`); where the words per second stay the same, time is linear.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import cycle
from typing import TYPE_CHECKING, Final

import attribution
from attribution.training.polnear import read_articles
from benchmarks.command import Setup, Table, add_arguments, count_words, run
from benchmarks.interpreters import run_module
from benchmarks.memory import peak_megabytes

if TYPE_CHECKING:
    import pyarrow

    from attribution.distributed import Job

ARTICLES: Final = 40
LENGTHS: Final = (10_000, 50_000, 200_000, 1_000_000)


def measure(setup: Setup) -> list[Table]:
    """Time ``polnear/dev`` of the data folder with the shipped model."""
    return [throughput(setup.first(_texts(setup)[:ARTICLES])), lengths(setup, LENGTHS)]


def throughput(texts: Sequence[str]) -> Table:
    """Compare the ways to get many results."""
    from attribution.distributed import Job
    from benchmarks.speed import words_per_second

    jobs = {"Arrow, whole reports": Job(), "Arrow, table of claims": Job(table="claims")}
    objects = "reports as objects"
    nlp = attribution.load()
    systems: dict[str, Callable[[Sequence[str]], object]] = {
        objects: lambda texts: sum(1 for _ in attribution.analyze_many(texts, nlp=nlp))
    }
    for name, job in jobs.items():
        systems[name] = partial(_arrow, job=job)
    speeds = words_per_second(systems, texts)
    words = sum(map(count_words, texts))
    rows = []
    for name, speed in speeds.items():
        room = f"{_parquet_bytes(texts, jobs[name]) / words:.0f}" if name in jobs else "–"
        rows.append((name, f"{speed:,.0f}", f"{speed / speeds[objects]:.2f}", room))
    return Table(
        f"One process, {len(texts)} PolNeAR articles, {words:,} words",
        ("results", "words per CPU second", "ratio", "bytes per word in Parquet"),
        tuple(rows),
        ("Parquet files are compressed with zstd.",),
    )


def lengths(setup: Setup, words: Sequence[int]) -> Table:
    """Time single texts of so many words."""
    return Table(
        "One text, by its length",
        ("words", "words per CPU second", "claims", "peak memory of the process, MB"),
        tuple(
            tuple(run_module("benchmarks.scale", "--data", str(setup.data), "--words", str(length)).output.split())
            for length in words
        ),
    )


def one_text(setup: Setup, words: int) -> tuple[str, str, str, str]:
    """Analyze a text of so many words, and return the cells of its row."""
    texts = _texts(setup)
    nlp = attribution.load()
    attribution.analyze(texts[0], nlp=nlp)
    text = "\n\n".join(_up_to(words, texts))
    start = time.process_time()
    claims = len(attribution.analyze(text, nlp=nlp).claims)
    speed = count_words(text) / (time.process_time() - start)
    return f"{count_words(text):,}", f"{speed:,.0f}", f"{claims:,}", f"{peak_megabytes():,.0f}"


def _texts(setup: Setup) -> list[str]:
    return [article.text for article in read_articles(setup.data / "polnear" / "dev")]


def _up_to(words: int, texts: Sequence[str]) -> Iterator[str]:
    """Articles of so many words together, again from the first when there are no more."""
    for text in cycle(texts):
        if words <= 0:
            return
        yield text.strip()
        words -= count_words(text)


def _table(texts: Sequence[str]) -> pyarrow.Table:
    import pyarrow

    return pyarrow.table({"id": [str(number) for number in range(len(texts))], "text": list(texts)})


def _arrow(texts: Sequence[str], job: Job) -> pyarrow.Table:
    import pyarrow

    from attribution.distributed import analyze_arrow, arrow_schema

    table = _table(texts)
    return pyarrow.Table.from_batches(analyze_arrow(table, job), schema=arrow_schema(table.schema, job))


def _parquet_bytes(texts: Sequence[str], job: Job) -> int:
    import pyarrow.parquet

    out = BytesIO()
    pyarrow.parquet.write_table(_arrow(texts, job), out, compression="zstd")
    return len(out.getvalue())


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all, or, with ``--words``, one text, and print its row."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--words", type=int)
    add_arguments(parser)
    options, _ = parser.parse_known_args(arguments)
    if options.words is None:
        return run("What a large run costs, and one long text.", measure, arguments)
    print(*one_text(Setup(options.data), options.words))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
