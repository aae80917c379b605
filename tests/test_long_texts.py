"""Very long texts: the work grows in proportion to the words, and no length is refused."""

from __future__ import annotations

import sys
from collections import Counter
from types import CodeType

import pytest

import attribution
from attribution.interpret.interpreter import Interpreter
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
_SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo zu".split()


def made(articles: int) -> str:
    """So many articles in one text, all about different people and places."""
    return "\n\n".join(
        ARTICLE.format(name=_name(number).title(), place=_name(7919 + number * 3).title(), number=20 + number)
        for number in range(articles)
    )


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
        self._counters: dict[int, Counting | None] = {}

    def __enter__(self) -> Steps:
        self._before = sys.gettrace()
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)

    def by_function(self) -> Counter[str]:
        """The lines that ran in each function."""
        counted: Counter[str] = Counter()
        for counting in filter(None, self._counters.values()):
            counted[f"{counting.code.co_filename}: {counting.code.co_name}"] += counting.lines
        return counted

    def _call(self, frame, event, argument):
        code = frame.f_code
        if id(code) not in self._counters:
            self._counters[id(code)] = Counting(code) if "attribution" in code.co_filename else None
        return self._counters[id(code)]


class Counting:
    """Traces the calls of a function by counting their lines."""

    def __init__(self, code: CodeType) -> None:
        self.code = code
        self.lines = 0

    def __call__(self, frame, event, argument):
        self.lines += 1
        return self


def test_no_step_goes_through_the_whole_text_again_and_again(nlp):
    """Three times the text, three times the lines that run; of a step for each pair of things it would be nine times.

    What is remembered of earlier text is bounded, and it takes some forty articles to get to the bounds.
    """
    encoder = nlp.get_pipe("attribution_encoder")
    interpret = Interpreter(nlp.vocab, Lexicons.default())
    runs = []
    for articles in (50, 150):
        doc = encoder(nlp.make_doc(made(articles)))
        with Steps() as steps:
            report = score(interpret(doc, restore(doc)))
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
