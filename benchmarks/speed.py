"""Words per second on PolNeAR articles, and how long a start takes: ``python -m benchmarks.speed --data DIR``.

Words are separated by white space; CPU time is that of the whole process, all threads together; models are loaded and
warmed up before. Each system runs three times over the same 40 articles, in turns, and the median counts. The second
table compares one process with two (:mod:`benchmarks.processes`); the third starts new interpreters.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Final

import attribution
from attribution.interpret.interpreter import Interpreter
from attribution.lexicons import Lexicons
from attribution.pipeline.readings import restore
from attribution.training.polnear import read_articles
from benchmarks.command import Setup, Table, count_words, run
from benchmarks.interpreters import run_code
from benchmarks.peers import cnn, quotations
from benchmarks.processes import compare, exhaust

ARTICLES: Final = 40
RUNS: Final = 3
OURS: Final = "this package, everything on"
ENCODER: Final = "this package, encoder alone"
INTERPRETATION: Final = "this package, interpretation alone"
REPORTING: Final = "this package, interpretation, scores and report"
IMPORT: Final = "import attribution"
FIRST: Final = """
import attribution
attribution.analyze("Prices will fall, the minister said.")
"""


def measure(setup: Setup) -> list[Table]:
    """Time this package, its parts and the peers on ``polnear/dev`` of the data folder."""
    texts = [article.text for article in setup.first(read_articles(setup.data / "polnear" / "dev")[:ARTICLES])]
    speeds = words_per_second(_systems(setup, texts), texts)
    share, whole = (speeds[ENCODER] / speeds[part] for part in (INTERPRETATION, REPORTING))
    notes = [
        f"Medians of {RUNS} runs; CPU time of the process, so that threads do not flatter.",
        f"Interpretation takes {share:.2f} of the encoder's time; with the scores, and the report put into the Doc, "
        f"{whole:.2f}.",
    ]
    if cnn.load() is None:
        notes.append(
            "The spaCy CNN has chance weights, which cost the same time as trained ones; "
            "`python -m benchmarks.peers.cnn` trains it, once."
        )
    ahead = (name for name in speeds if not name.startswith("this package") and speeds[name] > speeds[OURS])
    notes += [f"Ahead of this package: {name}." for name in ahead]
    words = sum(map(count_words, texts))
    by_speed = Table(
        f"Speed on {len(texts)} PolNeAR articles, {words:,} words",
        ("system", "words per CPU second", "ratio to this package"),
        tuple((name, f"{speed:,.0f}", f"{speed / speeds[OURS]:.2f}") for name, speed in speeds.items()),
        tuple(notes),
    )
    return [by_speed, compare(setup, texts, words), _starts()]


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
    gc.collect()
    # What all of them hold is left out when Python looks for garbage, or each would pay for the size of the others.
    gc.freeze()
    try:
        for _ in range(RUNS):
            for name, analyze in systems.items():
                start = clock()
                analyze(texts)
                seconds[name].append(clock() - start)
    finally:
        gc.unfreeze()
    return {name: words / median(times) for name, times in seconds.items()}


def _starts() -> Table:
    """Time new interpreters from their start to their end, with a warm file cache."""
    rows = []
    for name, code in (("import attribution", IMPORT), ("import and first analyze", FIRST)):
        taken = [run_code(code) for _ in range(RUNS + 1)][1:]
        columns = ([run.by_the_clock for run in taken], [run.cpu for run in taken])
        rows.append((name, *(f"{median(seconds):.2f}" for seconds in columns)))
    return Table(
        "Start of a new interpreter",
        ("until", "seconds by the clock", "CPU seconds"),
        tuple(rows),
        ("Where torch is installed, which this package does not need, spaCy imports it, and that takes longer.",),
    )


def _systems(setup: Setup, texts: Sequence[str]) -> dict[str, Callable[[Sequence[str]], object]]:
    whole = setup.pipeline()
    encoder = setup.pipeline()
    encoder.remove_pipe("attribution")
    parser = cnn.load() or cnn.untrained()
    with whole.select_pipes(disable="attribution"):
        read = dict(zip(texts, whole.pipe(texts), strict=True))
    component = whole.get_pipe("attribution")
    interpreter = Interpreter(whole.vocab, Lexicons.default())

    def analyze(texts: Sequence[str]) -> None:
        exhaust(attribution.analyze_many(texts, nlp=whole))

    def encode(texts: Sequence[str]) -> None:
        exhaust(encoder.pipe(texts))

    def interpret(texts: Sequence[str]) -> None:
        for text in texts:
            readings = restore(read[text])
            assert readings is not None
            interpreter(read[text], readings)

    def report(texts: Sequence[str]) -> None:
        for text in texts:
            component(read[text])

    def quote(texts: Sequence[str]) -> None:
        for doc in encoder.pipe(texts):
            try:
                quotations.find_attributions(doc)
            except Exception:  # It raises on some articles; what it did until then is timed.
                continue

    def parse(texts: Sequence[str]) -> None:
        exhaust(parser.pipe(texts))

    return {
        OURS: analyze,
        ENCODER: encode,
        INTERPRETATION: interpret,
        REPORTING: report,
        "textacy direct_quotations, on the encoder": quote,
        "spaCy CNN, tagger and parser": parse,
    }


if __name__ == "__main__":
    raise SystemExit(run("Words per second on PolNeAR articles, and how long a start takes.", measure))
