"""Hypothesis strategies for reports: any text, any spans in it, every category, every reference sound."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

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

T = TypeVar("T")

SOURCING_LEVELS = ("strong", "moderate", "weak", "none")
LOADING_LEVELS = ("neutral", "some", "heavy")

#: What breaks displays and files: markup, lone and adjacent surrogates, NUL, CRLF, right-to-left text, emoji.
NASTY = [
    "<script>alert(1)</script>",
    "</style>",
    "<img src=x onerror=alert(1)>",
    "&amp;",
    '"',
    "'",
    "\x00",
    "\r\n",
    "\n\n",
]
NASTY += ["\ud800", "\udc00", "\ud83d\ude00", "\u202eabc", "שלום", "😀", "[bold]", "\x1b[31m", "{{ 7 * 7 }}", "=1+1"]


def texts() -> st.SearchStrategy[str]:
    """Texts, often with something in them that breaks displays and files."""
    words = st.one_of(st.sampled_from(NASTY), st.sampled_from(["Kerry", "said", "may", " ", ". "]), st.text(max_size=5))
    return st.lists(words, max_size=12).map("".join)


def spans(text: str) -> st.SearchStrategy[Span]:
    """Spans of a text, empty ones included."""
    offsets = st.integers(0, len(text))

    def span(ends: tuple[int, int]) -> Span:
        start, end = sorted(ends)
        return Span(start, end, text[start:end])

    return st.tuples(offsets, offsets).map(span)


def _tuples(values: st.SearchStrategy[T], least: int = 0, most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, min_size=least, max_size=most).map(tuple)


def _one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


def _shares() -> st.SearchStrategy[float]:
    return st.floats(0, 1)


def _some(values: list[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=3).map(tuple) if values else st.just(())


def factors(text: str) -> st.SearchStrategy[Factor]:
    """Factors whose spans, if any, lie in a text."""
    return st.builds(
        Factor,
        name=st.sampled_from(["start", "identification", "hearsay"]),
        effect=st.floats(-1, 1),
        span=st.none() | spans(text),
        reason=texts(),
    )


def scores(text: str, levels: tuple[str, ...]) -> st.SearchStrategy[Score]:
    """Scores; their levels and values need not fit each other."""
    return st.builds(Score, value=_shares(), level=st.sampled_from(levels), factors=_tuples(factors(text), most=2))


def sources(text: str, entities: list[str]) -> st.SearchStrategy[Source]:
    """Sources of a text that refer to some of the given entities."""
    optional = st.none() | spans(text)
    return st.builds(
        Source,
        spans=_tuples(spans(text), least=1),
        kind=_one_of(records.SourceKind),
        identification=_one_of(records.Identification),
        anonymous=st.booleans(),
        anonymity_reason=optional,
        resolved=optional,
        via=optional,
        entity=st.sampled_from([None, *entities]),
        count=st.none() | st.integers(0, 100),
        descriptors=_tuples(spans(text), most=2),
    )


@st.composite
def reports(draw: st.DrawFn, text: st.SearchStrategy[str] | None = None) -> Report:
    """Reports of the given texts, of any texts by default."""
    given = draw(texts() if text is None else text)
    span = spans(given)
    sentences = draw(
        _tuples(st.builds(lambda s, kind: Sentence(s.start, s.end, s.text, kind), span, _one_of(records.SentenceKind)))
    )
    entities = tuple(
        draw(
            st.builds(
                Entity,
                id=st.just(f"S{number}"),
                name=texts(),
                kind=_one_of(records.SourceKind),
                identification=_one_of(records.Identification),
                mentions=_tuples(span),
            )
        )
        for number in range(1, draw(st.integers(0, 3)) + 1)
    )
    attributions: list[Attribution] = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        attributions.append(
            draw(
                st.builds(
                    Attribution,
                    id=st.just(f"A{number}"),
                    cue=_tuples(span, least=1),
                    cue_kind=_one_of(records.CueKind),
                    stance=_one_of(records.Stance),
                    source=st.none() | sources(given, [entity.id for entity in entities]),
                    content=_tuples(span),
                    quotation=_one_of(records.QuotationType),
                    parent=st.sampled_from([None, *(attribution.id for attribution in attributions)]),
                    confidence=_shares(),
                )
            )
        )
    hedges = draw(_tuples(st.builds(Hedge, span=span, kind=_one_of(records.HedgeKind), confidence=_shares())))
    loaded = draw(
        _tuples(
            st.builds(
                Loaded,
                span=span,
                kind=_one_of(records.LoadedKind),
                voice=_one_of(records.Voice),
                confidence=_shares(),
            )
        )
    )
    claims = tuple(
        draw(
            st.builds(
                Claim,
                id=st.just(f"C{number}"),
                spans=_tuples(span, least=1),
                sentence=st.integers(0, len(sentences) - 1),
                attributions=_some([attribution.id for attribution in attributions]),
                hedges=_some(list(range(len(hedges)))),
                loaded=_some(list(range(len(loaded)))),
                sourcing=scores(given, SOURCING_LEVELS),
                loading=scores(given, LOADING_LEVELS),
            )
        )
        for number in range(1, (draw(st.integers(0, 3)) if sentences else 0) + 1)
    )
    return Report(
        text=given,
        sentences=sentences,
        attributions=tuple(attributions),
        sources=entities,
        hedges=hedges,
        loaded=loaded,
        claims=claims,
        warnings=draw(_tuples(texts(), most=2)),
    )
