"""What holds for every report, whatever the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import fields, has

from attribution.report import Report, Score, Sentence, Span


def spans(value: Any) -> Iterator[Span | Sentence]:
    """All spans and sentences anywhere inside a record."""
    if isinstance(value, (Span, Sentence)):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from spans(item)
    elif has(type(value)):
        for attribute in fields(type(value)):
            yield from spans(getattr(value, attribute.name))


def scores(report: Report) -> Iterator[Score]:
    """Both scores of every claim."""
    for claim in report.claims:
        yield from (claim.sourcing, claim.loading)


def assert_sound(report: Report, text: str) -> None:
    """The text is unchanged, spans hold what they say, mentions are in order, scores are the
    clipped sums of their factors.
    """
    assert report.text == text
    for span in spans(report):
        assert 0 <= span.start < span.end <= len(text)
        assert span.text == text[span.start : span.end]
    for entity in report.sources:
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda span: (span.start, span.end))
    for score in scores(report):
        assert 0 <= score.value <= 1
        assert score.value == pytest.approx(min(1, max(0, sum(factor.effect for factor in score.factors))), abs=0.006)


def assert_shows(report: Report) -> None:
    """A report can be written, read back, and shown in every form."""
    assert Report.from_json(report.to_json()) == report
    assert Report.from_dict(json.loads(json.dumps(report.to_dict()))) == report
    assert "<script" not in report.to_html().lower()
    assert report.explain()
    assert "\n" not in repr(report)
