"""Text in, report out: :func:`analyze`, :func:`analyze_many`, :func:`load`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from os import PathLike
from typing import TYPE_CHECKING, Any, Final

from attribution.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def load(
    *,
    scoring: str | PathLike[str] | None = None,
    lexicons: Sequence[str | PathLike[str]] = (),
    model: str | PathLike[str] | None = None,
) -> Language:
    """Return the embedded pipeline: spaCy's English tokenizer, ``attribution_encoder`` and ``attribution``.

    It is a complete spaCy pipeline: tags, lemmas, Universal Dependencies trees, sentences, entities and noun chunks are
    set, and ``doc._.report`` holds the report.

    Args:
        scoring: A TOML file with weights of the scores, for those that should differ from the shipped ones.
        lexicons: TOML files that add to or replace the shipped lexicons.
        model: A folder with a model of one's own, written by ``python -m attribution.training``.

    Raises:
        LexiconError, WeightsError: if a file of yours is not as it should be; the message names file, line and key.
        ModelError: if a file of the model is missing or damaged; the message names it.
    """
    import spacy

    # Importing registers the two factories, also where the package is not installed but on the path.
    import attribution.pipeline.component  # noqa: F401

    folder = None if model is None else str(model)
    nlp = spacy.blank("en")
    # A text may be as long as it likes: windows bound the memory.
    nlp.max_length = 1 << 62
    nlp.add_pipe("attribution_encoder", config={"model": folder})
    nlp.add_pipe(
        "attribution",
        config={
            "scoring": None if scoring is None else str(scoring),
            "lexicons": [str(path) for path in lexicons],
            "model": folder,
        },
    )
    return nlp


@cache
def _default() -> Language:
    return load()


def analyze(text: str, *, nlp: Language | None = None) -> Report:
    """Say, for every claim of a news text, who vouches for it and in what words it is told.

    Args:
        text: English news text; white space and line breaks matter only as layout. It is not changed.
        nlp: A pipeline with the component ``attribution``; the embedded one by default.

    Returns:
        The report. Empty or white text gives an empty one.

    Raises:
        TypeError: if ``text`` is not a ``str``.
        ValueError: if ``nlp`` has no component ``attribution``.
    """
    return next(analyze_many([text], nlp=nlp))


def analyze_many(
    texts: Iterable[str],
    *,
    nlp: Language | None = None,
    n_process: int = 1,
    batch_size: int = 64,
    progress: bool = False,
) -> Iterator[Report]:
    """Analyze texts one after the other, lazily and in order.

    Args:
        texts: English news texts; may be a generator, which is read only as far as needed.
        nlp: A pipeline with the component ``attribution``; the embedded one by default.
        n_process: Processes to share the work; -1 for as many as there are processors.
        batch_size: Texts that are handed over to a process at a time.
        progress: Whether to show a progress bar on standard error.

    Yields:
        A report for each text.

    Raises:
        TypeError: if ``texts`` is a single ``str``, or one of the texts is not a ``str``.
        ValueError: if ``nlp`` has no component ``attribution``.
    """
    if isinstance(texts, str):
        raise TypeError("analyze_many takes an iterable of texts, not one str; use analyze(text)")
    pipeline = _default() if nlp is None else nlp
    if "attribution" not in (factory for _, factory in _factories(pipeline)):
        raise ValueError("the pipeline has no component 'attribution'; add it with nlp.add_pipe('attribution')")
    return _reports(texts, pipeline, n_process, batch_size, progress)


def _reports(texts: Iterable[str], nlp: Language, n_process: int, batch_size: int, progress: bool) -> Iterator[Report]:
    if progress:
        from tqdm import tqdm

        texts = tqdm(texts, unit="text")
    pairs = nlp.pipe(_checked(texts), as_tuples=True, n_process=n_process, batch_size=batch_size)
    for doc, original in pairs:
        report: Report = doc._.report
        yield report if original is None else _with_text(report, original)


def _checked(texts: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each text as spaCy can take it and, where that had to be changed, as it was."""
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"a text must be a str, not {type(text).__name__}")
        # spaCy stores strings as UTF-8, which lone surrogates have no place in: one character for one.
        clean = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
        yield clean, None if clean == text else text


def _with_text(report: Report, text: str) -> Report:
    """Return the report with another text of the same length, and its spans with what that holds."""

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


def _factories(nlp: Language) -> list[tuple[str, str]]:
    return [(name, nlp.get_pipe_meta(name).factory) for name in nlp.pipe_names]
