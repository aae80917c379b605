"""Text in, report out: :func:`analyze`, :func:`analyze_many`, :func:`load`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Sized
from functools import cache
from os import PathLike
from typing import TYPE_CHECKING

from attribution.outcomes import TextOutcome, check_pipeline, no_text, read_text
from attribution.report import Report
from attribution.stream import ErrorPolicy, read_stream, reports
from attribution.workers import available_processors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


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
        TypeError: if ``lexicons`` is a single path.
    """
    if isinstance(lexicons, (str, PathLike)):
        raise TypeError(f"lexicons takes a list of files, not one {type(lexicons).__name__}")
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
def default_pipeline() -> Language:
    """Return the embedded pipeline with the shipped settings, loaded once."""
    return load()


def analyze(text: str, *, nlp: Language | None = None) -> Report:
    """Say, for every claim of a news text, who vouches for it and in what words it is told.

    Args:
        text: English news text; white space and line breaks matter only as layout. It is not changed.
        nlp: A pipeline with the component ``attribution``; the embedded one by default.

    Returns:
        The report. Empty or white text gives an empty one.

    Raises:
        TypeError: if ``text`` is not a ``str``, or ``nlp`` no pipeline.
        ValueError: if ``nlp`` has no component ``attribution``.
    """
    if not isinstance(text, str):
        raise no_text(text)
    return read_text(_pipeline(nlp), text)


def analyze_many(
    texts: Iterable[str | Doc],
    *,
    nlp: Language | None = None,
    n_process: int = 1,
    batch_size: int = 32,
    progress: bool = False,
    errors: ErrorPolicy = "raise",
) -> Iterator[Report]:
    """Analyze texts one after the other, lazily and in order.

    Memory does not grow with the number of texts: at most ``batch_size`` texts are read ahead of the report that comes
    next, and with several processes ``2 * n_process`` times as many. The reports are those of :func:`analyze`, whatever
    the settings.

    Args:
        texts: English news texts; may be a generator, which is read only as far as needed. A spaCy Doc among them, such
            as those of a ``textacy.Corpus``, is taken as it is; see :func:`analyze_docs`.
        nlp: A pipeline with the component ``attribution``; the embedded one by default.
        n_process: Processes to share the work; -1 for as many as there are processors. A process that dies is replaced,
            and its texts are read again.
        batch_size: Texts that are taken from ``texts`` together, at most; a batch of long texts has fewer. In one
            process it changes nothing but what is read ahead: the encoder reads window after window.
        progress: Whether to show on standard error how many texts are done.
        errors: What to do about a text that is not a ``str`` (``TypeError``) or that a component of the pipeline fails
            on (:class:`AnalysisError`). ``"raise"`` raises the error, which says the text's position, and ends the
            stream. ``"skip"`` goes on with the next text; there is then no report for this one. A function is called
            with the text and the error; the report that it returns takes the place of the missing one, and with
            ``None`` there is none.

    Yields:
        A report for each text.

    Raises:
        TypeError: if ``texts`` cannot be iterated over or is a single ``str``, or one of the texts is not a ``str``.
        ValueError: if ``nlp`` has no component ``attribution``, or a setting is not among those above.
        AnalysisError: if a text could not be analyzed.
        RuntimeError: if worker processes do not start.
    """
    if isinstance(texts, (str, bytes)):
        raise TypeError(
            f"analyze_many takes an iterable of texts, not one {type(texts).__name__}; use analyze(text) for one"
        )
    if errors not in ("raise", "skip") and not callable(errors):
        raise ValueError(f"errors must be 'raise', 'skip' or a function, not {errors!r}")
    for name, number in (("n_process", n_process), ("batch_size", batch_size)):
        if not isinstance(number, int):
            raise TypeError(f"{name} must be an int, not {type(number).__name__}")
    if n_process != -1 and n_process < 1:
        raise ValueError(f"n_process must be at least 1, or -1 for all processors, not {n_process}")
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    # Said here, not when the first report is asked for: what is wrong with the call is the caller's.
    pipeline, stream = _pipeline(nlp), iter(texts)
    outcomes = read_stream(pipeline, stream, available_processors() if n_process == -1 else n_process, batch_size)
    if progress:
        outcomes = _shown(outcomes, len(texts) if isinstance(texts, Sized) else None)
    return reports(outcomes, errors)


def _pipeline(nlp: Language | None) -> Language:
    return default_pipeline() if nlp is None else check_pipeline(nlp)


def _shown(outcomes: Iterator[TextOutcome], total: int | None) -> Iterator[TextOutcome]:
    from tqdm import tqdm

    shown: Iterator[TextOutcome] = iter(tqdm(outcomes, total=total, unit="text"))
    return shown
