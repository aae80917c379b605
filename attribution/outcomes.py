"""What becomes of each text: a report, or the reason why there is none. One bad text never spoils its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from attribution.report import Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


class AnalysisError(Exception):
    """A text that could not be analyzed though it is a ``str``: a component failed, or its process died."""

    @classmethod
    def of(cls, error: Exception) -> AnalysisError:
        """Make one from what a component raised; only the words of that reach another process."""
        made = cls(f"{type(error).__name__}: {error}")
        made.__cause__ = error
        return made


@frozen
class Failure:
    """Why there is no report: a ``TypeError`` or an :class:`AnalysisError`."""

    error: TypeError | AnalysisError


Outcome: TypeAlias = Report | Failure

TextOutcome: TypeAlias = tuple[object, Outcome]
"""What stood in the place of a text, and what became of it."""


def check_pipeline(nlp: Language) -> Language:
    """Return the pipeline.

    Raises:
        TypeError: if it is no pipeline.
        ValueError: if it has no component ``attribution``.
    """
    if not hasattr(nlp, "pipe_names"):
        raise TypeError(f"nlp must be a spaCy pipeline, not {type(nlp).__name__}; spacy.load and load make one")
    if "attribution" not in (nlp.get_pipe_meta(name).factory for name in nlp.pipe_names):
        raise ValueError("the pipeline has no component 'attribution'; add it with nlp.add_pipe('attribution')")
    return nlp


def no_text(given: object) -> TypeError:
    """Return the error that says what was given in the place of a text."""
    return TypeError(f"a text must be a str, not {type(given).__name__}")


def read_text(nlp: Language, text: str) -> Report:
    """Return the report of one text; what the pipeline raises is passed on."""
    disabled, read = _last_step(nlp)
    return _with_text(read(nlp(readable(text), disable=disabled)), text)


def read_texts(nlp: Language, texts: Sequence[str]) -> Iterator[Outcome]:
    """Read texts together; where that fails, the ones concerned are read once more, each by itself.

    Args:
        nlp: A pipeline with the component ``attribution``.
        texts: A batch of texts, small enough to be held in memory with all that is known of them.

    Yields:
        An outcome for each text, in order.
    """
    done = 0
    pairs = zip(map(readable, texts), count(), strict=False)
    disabled, read = _last_step(nlp)
    docs = nlp.pipe(pairs, as_tuples=True, batch_size=max(1, len(texts)), disable=disabled)
    while done < len(texts):
        try:
            doc, number = next(docs)
            report = read(doc)
        except Exception:
            # Also at the end, when an error handler of the pipeline has left texts out: here each gets an outcome.
            break
        yield from (_read_alone(nlp, text) for text in texts[done:number])
        yield _with_text(report, texts[number])
        done = number + 1
    yield from (_read_alone(nlp, text) for text in texts[done:])


def _last_step(nlp: Language) -> tuple[list[str], Callable[[Doc], Report]]:
    """Return what to leave out of a pipeline, and how to get a report from what the others make of a text.

    Nobody sees the Docs of texts, so that a report need not be put into them, unless for components that come after.
    """
    from attribution.pipeline.component import AttributionComponent, get_report

    name, component = nlp.pipeline[-1]
    return ([name], component.read) if isinstance(component, AttributionComponent) else ([], get_report)


def _read_alone(nlp: Language, text: str) -> Outcome:
    try:
        return read_text(nlp, text)
    except Exception as error:
        return Failure(AnalysisError.of(error))


def readable(text: str) -> str:
    """Return the text as spaCy can take it: strings are UTF-8 there, which lone surrogates have no place in."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)


def _with_text(report: Report, text: str) -> Report:
    """Give a report the text as it was before :func:`readable`, and its spans what that holds."""
    if _SURROGATES.search(text) is None:
        return report

    def rewritten(value: Any) -> Any:
        if isinstance(value, list):
            return [rewritten(item) for item in value]
        if not isinstance(value, dict):
            return value
        changed = {key: rewritten(item) for key, item in value.items()}
        if {"start", "end", "text"} <= changed.keys():
            changed["text"] = text[changed["start"] : changed["end"]]
        return changed

    return Report.from_dict({**rewritten(report.to_dict()), "text": text})
