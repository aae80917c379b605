"""What a fuzzer feeds: functions that take any bytes, and raise only where a guarantee is broken.

A file that is not as it should be gives an error of its kind that names it; everything else gives a result that is
sound. Whatever else is raised is a mistake of ours.
"""

from __future__ import annotations

import contextlib
import copy
import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import attribution
from attribution.__main__ import main
from attribution.interpret.interpreter import Interpreter
from attribution.lexicons import LexiconError, LexiconMatcher, Lexicons
from attribution.pipeline.features import PieceEncoder
from attribution.pipeline.files import CHECKSUMS, LABELS, LEMMAS, TOKENIZER, ModelError, ModelFiles
from attribution.pipeline.labels import Labels
from attribution.pipeline.lemmas import Lemmas
from attribution.report import Report
from attribution.scoring import Weights, WeightsError, score
from tests.example import example
from tests.fuzz.choices import Choices
from tests.fuzz.docs import WORDS, make_doc, make_readings
from tests.interpret.docs import VOCAB, build
from tests.soundness import assert_shows, assert_sound

Target = Callable[[bytes], None]

_ANYTHING: Final = (
    *(None, True, -1, 0, 1, 10**30, 0.5, float("nan"), float("inf"), "", "A1", "named", "direct", "\ud800"),
    *([], {}, [[]], [None], {"start": 0, "end": 0, "text": ""}, {"start": 3, "end": 1, "text": "x"}),
)
_ARGUMENTS: Final = (
    *("a.txt", "a.txt", "out", "no/out", ".", "*", "-", "--", "", "\udc80", "x" * 300),
    *(
        "--json",
        "--jsonl",
        "--csv",
        "--why",
        "--html",
        "--output",
        "-o",
        "--resume",
        "--lexicon",
        "--scoring",
        "--table",
    ),
    *("claims", "sources", "--layer", "hedge,cue", "analyze", "check", "compare", "--no-such"),
)


def analyze(data: bytes) -> None:
    """Any text: bytes below 0x40 are words, so that sentences come about; the others are letters."""
    text = "".join(f"{WORDS[byte % len(WORDS)]} " if byte < 0x40 else chr(byte) for byte in data[:400])
    report = attribution.analyze(text)
    assert_sound(report, text)
    assert_shows(report)


def interpret(data: bytes) -> None:
    """Any tree, tags and readings, as a pipeline of the user's own may give them."""
    choices = Choices(data)
    doc = make_doc(choices)
    report = score(_interpreter()(doc, make_readings(choices, len(doc))), Weights.shipped())
    assert_sound(report, doc.text)
    assert_shows(report)


def from_json(data: bytes) -> None:
    """Any bytes as a written report."""
    try:
        report = Report.from_json(data)
    except ValueError:
        return
    assert_shows(report)


def from_dict(data: bytes) -> None:
    """A report's dict with some of its values changed for others, or taken out."""
    choices = Choices(data)
    report = example().to_dict()
    while choices and report:
        _change(report, choices)
    try:
        read = Report.from_dict(report)
    except ValueError as error:
        assert ": " in str(error), "the message begins with a path"
        return
    assert_shows(read)


def lexicon(data: bytes) -> None:
    """Any bytes as a lexicon."""
    with _file(data, "lexicon.toml") as path:
        try:
            lexicons = Lexicons.read([path])
        except LexiconError as error:
            assert str(path) in str(error), "the message names the file"
            return
    doc = build("Kerry/NNP denied/VBD reports/NNS of/IN the/DT so-called/JJ regime/NN ./.")
    for family in (lexicons.hedges, lexicons.loaded, lexicons.cues, lexicons.anonymity):
        LexiconMatcher(family, VOCAB)(doc)


def scoring(data: bytes) -> None:
    """Any bytes as weights."""
    with _file(data, "weights.toml") as path:
        try:
            weights = Weights.read(path)
        except WeightsError as error:
            assert str(path) in str(error), "the message names the file"
            return
    report = score(example(), weights)
    assert_sound(report, report.text)


def model(data: bytes) -> None:
    """Any bytes as one of the model's files."""
    choices = Choices(data)
    name, read = choices.pick(_MODEL_FILES)
    with _file(choices.rest(), name) as path:
        try:
            read(path)
        except ModelError as error:
            assert str(path) in str(error), "the message names the file"


def command(data: bytes) -> None:
    """Any command line on any file."""
    choices = Choices(data)
    arguments = [choices.pick(_ARGUMENTS) for _ in range(choices.number(6))]
    with tempfile.TemporaryDirectory() as folder, _in(folder):
        Path("a.txt").write_bytes(choices.rest()[:500])
        with _quiet() as errors:
            try:
                code = main(arguments)
            except SystemExit as error:
                code = int(error.code or 0)
        assert code in (0, 1, 2), code
        assert "Traceback" not in errors.getvalue()


_MODEL_FILES: Final[Sequence[tuple[str, Callable[[Path], object]]]] = (
    (LABELS, Labels.read),
    (LEMMAS, Lemmas.read),
    (TOKENIZER, PieceEncoder),
    (CHECKSUMS, lambda path: ModelFiles(path.parent).recorded()),
)

TARGETS: Final[Mapping[str, Target]] = MappingProxyType(
    {target.__name__: target for target in (analyze, interpret, from_json, from_dict, lexicon, scoring, model, command)}
)


@cache
def _interpreter() -> Interpreter:
    return Interpreter(VOCAB, Lexicons.default())


def _change(value: Any, choices: Choices) -> None:
    """Change one value somewhere inside a dict or list."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = choices.pick(keys)
        inner = value[key]
        if isinstance(inner, (dict, list)) and inner and choices.number(8):
            value = inner
            continue
        if choices.number(4) == 3:
            del value[key]
        else:
            value[key] = copy.deepcopy(choices.pick(_ANYTHING))
        return


@contextlib.contextmanager
def _file(data: bytes, name: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        yield path


@contextlib.contextmanager
def _in(folder: str) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextlib.contextmanager
def _quiet() -> Iterator[io.StringIO]:
    errors = io.StringIO()
    given = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(b"Kerry said so."))
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(errors):
            yield errors
    finally:
        sys.stdin = given
