"""Hypothesis strategies for reports: any text, any spans in it, every category, every reference sound."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

from attrs import evolve
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from attribution.report import (
    Attribution,
    Claim,
    Entity,
    Factor,
    Hedge,
    Loaded,
    Report,
    Score,
    Sentence,
    Source,
    Span,
    records,
)
from attribution.report.reading import LOADING_LEVELS, SOURCING_LEVELS

T = TypeVar("T")

#: A report takes a while to draw; how long says more about the machine than about the code.
PATIENT = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])

#: What breaks displays and files: markup, lone and adjacent surrogates, NUL, CRLF, right-to-left text, emoji.
NASTY = (
    *(
        "<script>alert(1)</script>",
        "</style>",
        "<img src=x onerror=alert(1)>",
        "&amp;",
        '"',
        "'",
        "[bold]",
        "{{ 7 * 7 }}",
    ),
    *("\x00", "\x1b[31m", "\r\n", "\n\n", "\ud800", "\udc00", "\ud83d\ude00", "\u202eabc", "שלום", "😀", "=1+1"),
)
_PLAIN = ("Kerry", " said ", " may ", "sources", ". ", " regime", "\n")


def texts() -> st.SearchStrategy[str]:
    """Texts, often with something in them that breaks displays and files."""
    words = st.sampled_from((*_PLAIN, *NASTY)) | st.text(max_size=3)
    return st.lists(words, max_size=10).map("".join)


def spans(text: str) -> st.SearchStrategy[Span]:
    """Spans of a text, empty ones included."""
    offsets = st.integers(0, len(text))

    def span(ends: tuple[int, int]) -> Span:
        start, end = sorted(ends)
        return Span(start, end, text[start:end])

    return st.tuples(offsets, offsets).map(span)


@st.composite
def reports(draw: st.DrawFn, text: st.SearchStrategy[str] | None = None) -> Report:
    """Reports of the given texts, of any texts by default.

    All spans of a report come from a few that are drawn first, so that they meet, nest and cross, and drawing stays
    quick. Levels and values of scores need not fit each other, nor factors the value.
    """
    given = draw(texts() if text is None else text)
    span = st.sampled_from(draw(st.lists(spans(given), min_size=1, max_size=6)))
    words = st.sampled_from((*NASTY, "", "plain words"))
    sentences = draw(_tuples(st.builds(_sentence, span, _one_of(records.SentenceKind))))
    entities = draw(_numbered("S", _entities(span, words)))
    attributions = draw(_numbered("A", _attributions(span, [entity.id for entity in entities])))
    hedges = draw(_tuples(st.builds(Hedge, span, _one_of(records.HedgeKind), _shares())))
    loaded = draw(_tuples(st.builds(Loaded, span, _one_of(records.LoadedKind), _one_of(records.Voice), _shares())))
    claim = st.builds(
        Claim,
        id=st.just(""),
        spans=_tuples(span, least=1),
        sentence=st.integers(0, max(0, len(sentences) - 1)),
        attributions=_some([attribution.id for attribution in attributions]),
        hedges=_some(range(len(hedges))),
        loaded=_some(range(len(loaded))),
        sourcing=_scores(span, words, SOURCING_LEVELS),
        loading=_scores(span, words, LOADING_LEVELS),
    )
    return Report(
        text=given,
        sentences=sentences,
        attributions=_nested(attributions, draw(st.integers(0, 2))),
        sources=entities,
        hedges=hedges,
        loaded=loaded,
        claims=draw(_numbered("C", claim)) if sentences else (),
        warnings=draw(_tuples(words, most=1)),
    )


def _entities(span: st.SearchStrategy[Span], words: st.SearchStrategy[str]) -> st.SearchStrategy[Entity]:
    return st.builds(
        Entity,
        id=st.just(""),
        name=words,
        kind=_one_of(records.SourceKind),
        identification=_one_of(records.Identification),
        mentions=_tuples(span),
    )


def _attributions(span: st.SearchStrategy[Span], entities: list[str]) -> st.SearchStrategy[Attribution]:
    optional = st.none() | span
    source = st.builds(
        Source,
        spans=_tuples(span, least=1),
        kind=_one_of(records.SourceKind),
        identification=_one_of(records.Identification),
        anonymous=st.booleans(),
        anonymity_reason=optional,
        resolved=optional,
        via=optional,
        entity=st.sampled_from([None, *entities]),
        count=st.sampled_from([None, 1, 3]),
        descriptors=_tuples(span, most=1),
    )
    return st.builds(
        Attribution,
        id=st.just(""),
        cue=_tuples(span, least=1),
        cue_kind=_one_of(records.CueKind),
        stance=_one_of(records.Stance),
        source=st.none() | source,
        content=_tuples(span),
        quotation=_one_of(records.QuotationType),
        confidence=_shares(),
    )


def _scores(
    span: st.SearchStrategy[Span], words: st.SearchStrategy[str], levels: tuple[str, ...]
) -> st.SearchStrategy[Score]:
    factor = st.builds(Factor, words, st.sampled_from([-0.25, 0.0, 1 / 3]), st.none() | span, words)
    return st.builds(Score, _shares(), st.sampled_from(levels), _tuples(factor))


def _sentence(span: Span, kind: records.SentenceKind) -> Sentence:
    return Sentence(span.start, span.end, span.text, kind)


def _numbered(letter: str, drawn: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    def number(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(evolve(value, id=f"{letter}{place}") for place, value in enumerate(values, 1))

    return _tuples(drawn).map(number)


def _nested(attributions: tuple[Attribution, ...], depth: int) -> tuple[Attribution, ...]:
    """Nest each of the first attributions in the one before it."""
    return tuple(
        evolve(attribution, parent=attributions[place - 1].id) if 0 < place <= depth else attribution
        for place, attribution in enumerate(attributions)
    )


def _tuples(values: st.SearchStrategy[T], least: int = 0, most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, min_size=least, max_size=most).map(tuple)


def _some(values: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.sampled_from([(), *((value,) for value in values), tuple(values)])


def _one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


def _shares() -> st.SearchStrategy[float]:
    return st.sampled_from([0.0, 0.1, 1 / 3, 0.5, 1.0])
