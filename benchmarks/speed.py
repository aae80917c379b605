"""Words per second of CPU time on PolNeAR articles: ``python -m benchmarks.speed --data DIR``.

Words are separated by white space; CPU time is that of the whole process, all threads together; models are loaded and
warmed up before. Each system runs three times over the same 40 articles, in turns, and the median counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from typing import Final

import attribution
from attribution.training.polnear import read_articles
from benchmarks.command import Setup, Table, run
from benchmarks.peers import cnn, quotations

ARTICLES: Final = 40
RUNS: Final = 3
OURS: Final = "this package, everything on"


def measure(setup: Setup) -> list[Table]:
    """Time this package, its encoder alone and the peers on ``polnear/dev`` of the data folder."""
    texts = [article.text for article in setup.first(read_articles(setup.data / "polnear" / "dev")[:ARTICLES])]
    speeds = words_per_second(_systems(setup), texts)
    notes = [f"Medians of {RUNS} runs; CPU time of the process, so that threads do not flatter."]
    if cnn.load() is None:
        notes.append("The spaCy CNN is not here; `python -m benchmarks.peers.cnn` trains it, once.")
    return [
        Table(
            f"Speed on {len(texts)} PolNeAR articles, {sum(map(count_words, texts)):,} words",
            ("system", "words per CPU second", "ratio to this package"),
            tuple((name, f"{speed:,.0f}", f"{speed / speeds[OURS]:.2f}") for name, speed in speeds.items()),
            tuple(notes),
        )
    ]


def words_per_second(
    systems: Mapping[str, Callable[[Sequence[str]], object]],
    texts: Sequence[str],
    clock: Callable[[], float] = time.process_time,
) -> dict[str, float]:
    """Time each system on the same texts, the systems taking turns.

    Args:
        systems: Functions that analyze all texts.
        texts: What to analyze.
        clock: Seconds of CPU time so far.

    Returns:
        The median speed of each system in words per second: higher is better.
    """
    words = sum(map(count_words, texts))
    seconds: dict[str, list[float]] = {name: [] for name in systems}
    for analyze in systems.values():
        analyze(texts[:1])  # What is loaded or compiled on first use is not timed.
    for _ in range(RUNS):
        for name, analyze in systems.items():
            start = clock()
            analyze(texts)
            seconds[name].append(clock() - start)
    return {name: words / median(times) for name, times in seconds.items()}


def count_words(text: str) -> int:
    """Words as separated by white space."""
    return len(text.split())


def _systems(setup: Setup) -> dict[str, Callable[[Sequence[str]], object]]:
    whole = setup.pipeline()
    encoder = setup.pipeline()
    encoder.remove_pipe("attribution")

    def analyze(texts: Sequence[str]) -> None:
        _exhaust(attribution.analyze_many(texts, nlp=whole))

    def encode(texts: Sequence[str]) -> None:
        _exhaust(encoder.pipe(texts))

    def quote(texts: Sequence[str]) -> None:
        for doc in encoder.pipe(texts):
            try:
                quotations.find_attributions(doc)
            except Exception:  # It raises on some articles; what it did until then is timed.
                continue

    systems: dict[str, Callable[[Sequence[str]], object]] = {
        OURS: analyze,
        "this package, encoder alone": encode,
        "textacy direct_quotations, on that": quote,
    }
    if parser := cnn.load():

        def parse(texts: Sequence[str]) -> None:
            _exhaust(parser.pipe(texts))

        systems["spaCy CNN, tagger and parser"] = parse
    return systems


def _exhaust(items: Iterable[object]) -> None:
    for _ in items:
        pass


if __name__ == "__main__":
    raise SystemExit(run("Words per second of CPU time on PolNeAR articles.", measure))
