"""Two processes against one, by the clock on the wall, and against what the machine can give.

A part of :mod:`benchmarks.speed`.

Two cores are seldom twice as fast as one: they share caches, memory, heat, and on a rented machine the neighbours. What
two programs reach that share nothing else, not even the texts, is the most that can be asked of processes that share
the work.
"""

from __future__ import annotations

import gc
import multiprocessing
import time
from collections.abc import Iterable, Sequence
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from statistics import median
from typing import Final

import attribution
from benchmarks.command import Setup, Table

RUNS: Final = 3
REPEATED: Final = 3
"""How often the articles are gone through, lest the start and the end of processes be what is measured."""
_PATIENCE: Final = 300.0
"""Seconds that programs wait for each other's start."""


def compare(setup: Setup, texts: Sequence[str], words: int) -> Table:
    """Time one process, two that share the texts, and two programs that read all of them each; they take turns.

    Args:
        setup: What is measured.
        texts: Some articles.
        words: How many words they have.
    """
    many = [*texts] * REPEATED
    words *= REPEATED
    nlp = setup.pipeline()
    speeds: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for count in (1, 2):
            start = time.perf_counter()
            exhaust(attribution.analyze_many(many, nlp=nlp, n_process=count))
            speeds.setdefault(str(count), []).append(words / (time.perf_counter() - start))
        speeds.setdefault("2 programs, each by itself", []).append(2 * words / max(_programs(2, setup, many)))
    typical = {name: median(measured) for name, measured in speeds.items()}
    return Table(
        f"Processes, {words:,} words",
        ("processes", "words per second by the clock", "ratio to one"),
        tuple((name, f"{speed:,.0f}", f"{speed / typical['1']:.2f}") for name, speed in typical.items()),
        (
            f"Medians of {RUNS} runs. The start of the two processes is timed with them, that of the programs is not: "
            "they show what this machine can give.",
            "Needs as many idle processor cores as processes.",
        ),
    )


def exhaust(items: Iterable[object]) -> None:
    """Go through all items."""
    for _ in items:
        pass


def _programs(count: int, setup: Setup, texts: Sequence[str]) -> list[float]:
    """Return how many seconds each of so many programs takes for all texts, all at the same time."""
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(count)
    seconds: SimpleQueue[float] = context.SimpleQueue()
    programs = [context.Process(target=_program, args=(setup, texts, ready, seconds)) for _ in range(count)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    if any(program.exitcode for program in programs):
        raise RuntimeError("a program that was to be timed failed; see above")
    return [seconds.get() for _ in programs]


def _program(setup: Setup, texts: Sequence[str], ready: Barrier, seconds: SimpleQueue[float]) -> None:
    nlp = setup.pipeline()
    exhaust(attribution.analyze_many(texts[:1], nlp=nlp))
    # As in a worker process.
    gc.freeze()
    ready.wait(_PATIENCE)
    start = time.perf_counter()
    exhaust(attribution.analyze_many(texts, nlp=nlp))
    seconds.put(time.perf_counter() - start)
