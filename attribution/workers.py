"""Processes that share the work on a stream of texts, on one machine."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextvars import ContextVar
from types import TracebackType
from typing import TYPE_CHECKING, Final

from attribution.outcomes import AnalysisError, Failure, Outcome, read_texts

if TYPE_CHECKING:
    from spacy.language import Language

_AHEAD: Final = 2
"""Batches under way for each process: one that it reads, and one that waits for it."""

_pipeline: ContextVar[Language] = ContextVar("pipeline")
"""In a worker process: the pipeline, there once for all batches."""


class Workers:
    """Processes with a pipeline each. One that dies is replaced, and what it had in hand is read again.

    They start as processes do by default on the platform: where that is by fork, the pipeline is there at once; else it
    is pickled, and each process loads the model again.
    """

    def __init__(self, nlp: Language, processes: int) -> None:
        """Start the processes.

        Raises:
            RuntimeError: if they do not start.
        """
        self._nlp = nlp
        self._processes = processes
        self._executor = self._started()

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Let the processes go; who leaves early does not wait for the batches under way."""
        self._executor.shutdown(wait=kind is None, cancel_futures=True)

    def read(self, batches: Iterable[Sequence[str]]) -> Iterator[list[Outcome]]:
        """Read batches of texts.

        Args:
            batches: The batches; no more are taken than the processes need to stay busy.

        Yields:
            The outcomes of each batch, in order. What ``batches`` raises is raised after the outcomes of those before.
        """
        waiting: deque[tuple[Sequence[str], Future[list[Outcome]]]] = deque()
        try:
            for texts in batches:
                waiting.append((texts, self._submit(texts)))
                if len(waiting) >= _AHEAD * self._processes:
                    yield self._outcomes(*waiting.popleft())
        except Exception:
            while waiting:
                yield self._outcomes(*waiting.popleft())
            raise
        while waiting:
            yield self._outcomes(*waiting.popleft())

    def _started(self) -> ProcessPoolExecutor:
        executor = ProcessPoolExecutor(self._processes, initializer=_set_up, initargs=(self._nlp,))
        try:
            executor.submit(_read, ()).result()
        except BrokenProcessPool as error:
            raise RuntimeError(
                "the worker processes do not start; a script that uses several needs `if __name__ == '__main__':`"
                " around what it does, where processes start by spawning"
            ) from error
        return executor

    def _submit(self, texts: Sequence[str]) -> Future[list[Outcome]]:
        try:
            return self._executor.submit(_read, texts)
        except BrokenProcessPool:
            self._executor.shutdown(wait=True)
            self._executor = self._started()
            return self._executor.submit(_read, texts)

    def _outcomes(self, texts: Sequence[str], future: Future[list[Outcome]]) -> list[Outcome]:
        for attempt in (future, None):
            try:
                return (attempt or self._submit(texts)).result()
            except BrokenProcessPool:
                # All that was under way is lost, and nobody can tell through which text: the second time by itself.
                continue
        if len(texts) == 1:
            return [Failure(AnalysisError("the process that read the text died; it may have been out of memory"))]
        return [outcome for text in texts for outcome in self._outcomes([text], self._submit([text]))]


def _set_up(nlp: Language) -> None:
    # An interrupt of the keyboard goes to all processes: workers leave without a traceback, the stream raises.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What was there at the start stays: looking through it for garbage would copy memory that processes share by fork.
    gc.freeze()
    _pipeline.set(nlp)


def _read(texts: Sequence[str]) -> list[Outcome]:
    return list(read_texts(_pipeline.get(), texts))


def available_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
