"""A stream of texts, read batch by batch, in one process or several; order and errors are the same in both."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar

from attribution.outcomes import AnalysisError, Failure, Outcome, TextOutcome, no_text, read_texts
from attribution.report import Report
from attribution.spacy_docs import DocReader, is_doc
from attribution.workers import Workers

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

T = TypeVar("T")

ErrorPolicy: TypeAlias = Literal["raise", "skip"] | Callable[[Any, TypeError | AnalysisError], Report | None]
"""What to do about a text without a report; see :func:`attribution.analyze_many`."""

_CHARACTERS: Final = 200_000
"""A batch is full at so many, about an hour's reading, so that long texts do not pile up in memory."""

_SHARED_CHARACTERS: Final = 20_000
"""The same where several processes share the work: about a second's, so that in the end none waits long for another."""


def reports(outcomes: Iterable[TextOutcome], errors: ErrorPolicy) -> Iterator[Report]:
    """Keep the reports, and do about the texts without one what the caller wishes.

    Raises:
        TypeError, AnalysisError: if that is to raise; the message begins with the text's position.
    """
    for position, (text, outcome) in enumerate(outcomes):
        if not isinstance(outcome, Failure):
            yield outcome
            continue
        error = type(outcome.error)(f"texts[{position}]: {outcome.error}")
        if errors == "raise":
            raise error from outcome.error.__cause__
        if callable(errors):
            error.__cause__ = outcome.error.__cause__
            instead = errors(text, error)
            if isinstance(instead, Report):
                yield instead
            elif instead is not None:
                raise TypeError(
                    f"the function given as errors must return a Report or None, not {type(instead).__name__}"
                )


def read_stream(nlp: Language, texts: Iterable[object], processes: int, batch_size: int) -> Iterator[TextOutcome]:
    """Read texts.

    Args:
        nlp: A pipeline with the component ``attribution``.
        texts: The texts, and perhaps something else among them.
        processes: Processes to share the work; 1 for this one alone.
        batch_size: Texts in a batch, at most.

    Yields:
        Each text with its outcome, in order. What ``texts`` raises is raised once all before it is yielded.
    """
    batches = batched(texts, batch_size, _CHARACTERS if processes == 1 else _SHARED_CHARACTERS)
    docs = DocReader(nlp)
    if processes == 1:
        for batch in batches:
            yield from _paired(batch, read_texts(nlp, _strings(batch)), docs)
        return
    under_way: deque[list[object]] = deque()

    def sent() -> Iterator[list[str]]:
        for batch in batches:
            under_way.append(batch)
            yield _strings(batch)

    with Workers(nlp, processes) as workers:
        for outcomes in workers.read(sent()):
            yield from _paired(under_way.popleft(), iter(outcomes), docs)


def batched(items: Iterable[T], size: int, full: int = _CHARACTERS) -> Iterator[list[T]]:
    """Cut a stream into batches of at most ``size`` items; one of long texts ends once it has ``full`` characters.

    Items that are no text count as such of no length. What ``items`` raises is raised after the items before.
    """
    batch: list[T] = []
    characters = 0
    try:
        for item in items:
            batch.append(item)
            characters += len(item) if isinstance(item, str) else 0
            if len(batch) == size or characters >= full:
                yield batch
                batch, characters = [], 0
    except Exception:
        # What was read before must not be lost with what could not be.
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _strings(batch: Sequence[object]) -> list[str]:
    return [text for text in batch if isinstance(text, str)]


def _paired(batch: Sequence[object], outcomes: Iterator[Outcome], docs: DocReader) -> Iterator[TextOutcome]:
    for text in batch:
        if isinstance(text, str):
            yield text, next(outcomes)
        elif is_doc(text):
            yield text, _read_doc(docs, text)
        else:
            yield text, Failure(no_text(text))


def _read_doc(docs: DocReader, doc: Doc) -> Outcome:
    try:
        return docs.read(doc)
    except Exception as error:
        return Failure(AnalysisError.of(error))
