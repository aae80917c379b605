"""Very long texts: the work grows in proportion to the words, and no length is refused."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import CodeType

import numpy as np
import pytest
from attrs import evolve
from spacy.language import Language
from spacy.tokens import Doc

import attribution
from attribution.interpret.interpreter import Interpreter
from attribution.interpret.readings import Readings
from attribution.lexicons import Lexicons
from attribution.pipeline.readings import restore
from attribution.report import Report
from attribution.report.tables import TABLES, to_rows
from attribution.report.view import make_view
from attribution.scoring import score

pytestmark = pytest.mark.model

ARTICLE = """{name} to meet minister in {place}

“The talks in {place} have failed,” {name}, the mayor of {place}, told reporters on Monday. She called it a “disaster”.

According to two officials, who asked not to be named, some {number} troops may have arrived. {name} denied it.

The regime's “reforms” were, {name} said, “a joke”. The officials said that they had seen them, and one of them told the
{place} Times that the so-called peace plan was dead.

"We never agreed to it." – {name}

The group {name} leads has reportedly left {place}. Its spokesman, who was not there, said {number} houses had burned.
"""
LAYERS = ("TAG", "POS", "MORPH", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")
_SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo zu".split()


def made(nlp: Language, articles: int) -> tuple[Doc, Readings]:
    """So many articles in one text, all about different people and places.

    The encoder reads the first; as the others have the same words but for names and numbers, they are taken to be read
    alike.
    """
    texts = [
        ARTICLE.format(name=_name(number).title(), place=_name(7919 + number * 3).title(), number=20 + number) + "\n\n"
        for number in range(articles)
    ]
    first = nlp.get_pipe("attribution_encoder")(nlp.make_doc(texts[0]))
    reading = restore(first)
    doc = Doc.from_docs([nlp.make_doc(text) for text in texts], ensure_whitespace=False)
    assert len(doc) == articles * len(first)
    orth, lemma, *layers = (np.tile(first.to_array(column), articles) for column in ("ORTH", "LEMMA", *LAYERS))
    own = doc.to_array("ORTH")
    doc.from_array(["LEMMA", *LAYERS], np.transpose([np.where(own == orth, lemma, own), *layers]))

    def moved(tokens: tuple[int, ...], by: int) -> tuple[int, ...]:
        return tuple(token + by for token in tokens)

    frames = tuple(
        evolve(frame, cue=moved(frame.cue, at), source=moved(frame.source, at), content=moved(frame.content, at))
        for at in range(0, len(doc), len(first))
        for frame in reading.frames
    )
    loading, tone, capitals = (
        np.tile(values, articles) for values in (reading.loading, reading.tone, reading.capitals)
    )
    return doc, Readings(frames, loading, tone, capitals)


def _name(number: int) -> str:
    digits = []
    for _ in range(4):
        number, digit = divmod(number, len(_SYLLABLES))
        digits.append(_SYLLABLES[digit])
    return "".join(digits)


class Steps:
    """Counts the lines that run, by function of this package: what a clock would measure, without the noise of one."""

    def __init__(self) -> None:
        # By identity, for a code object counts its hash anew each time.
        self._traces: dict[int, Callable | None] = {}
        self._counts: dict[str, Callable[[], int]] = {}

    def __enter__(self) -> Steps:
        self._before = sys.gettrace()
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)

    def by_function(self) -> Counter[str]:
        """The lines that ran in each function."""
        return Counter({name: count() for name, count in self._counts.items()})

    def _call(self, frame, event, argument):
        code = frame.f_code
        if id(code) not in self._traces:
            self._traces[id(code)] = self._traced(code) if "attribution" in code.co_filename else None
        return self._traces[id(code)]

    def _traced(self, code: CodeType) -> Callable:
        lines = 0

        def trace(frame, event, argument):
            nonlocal lines
            lines += 1
            return trace

        self._counts[f"{code.co_filename}:{code.co_firstlineno}: {code.co_name}"] = lambda: lines
        return trace


def test_no_step_goes_through_the_whole_text_again_and_again(nlp):
    """Three times the text, three times the lines that run; of a step for each pair of things it would be nine times.

    What is remembered of earlier text is bounded, and it takes some forty articles to get to the bounds.
    """
    interpret = Interpreter(nlp.vocab, Lexicons.default())
    runs = []
    for articles in (50, 150):
        doc, readings = made(nlp, articles)
        with Steps() as steps:
            report = score(interpret(doc, readings))
            Report.from_dict(report.to_dict())
            for table in TABLES:
                list(to_rows(report, table))
            report.explain()
            make_view(report, ())
        assert len(report.attributions) > 4 * articles
        runs.append(steps.by_function())
    short, long = runs
    noticeable = sum(long.values()) / 500
    assert not {name: (short[name], count) for name, count in long.items() if count > noticeable + 6 * short[name]}


def test_no_length_is_refused(nlp):
    """spaCy's own limit is a million characters."""
    text = "Kerry said that it was over." + ("\n" + " " * 999) * 1001 + "Rain fell."
    assert len(text) > 1_000_000
    report = attribution.analyze(text, nlp=nlp)
    assert report.text == text
    assert [sentence.text for sentence in report.sentences] == ["Kerry said that it was over.", "Rain fell."]
    assert report.attributions
