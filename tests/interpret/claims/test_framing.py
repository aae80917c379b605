"""Loaded words that stand in no claim count for the nearest claim of their sentence."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from attribution.interpret.claims.framing import with_framing
from attribution.interpret.text.stretches import Stretches
from attribution.report.records import Claim, Loaded, Score, Sentence, Span

WORDS = ("Bizarrely", ",", "he", "said", "it", "fell", ".", "She", "sneered", ".", "An", "ugly", "pause", ".")
ENDS = (7, 10, 14)


def _setting() -> tuple[Stretches, Sequence[Span]]:
    doc = Doc(Vocab(), words=list(WORDS))
    spans = [Span(token.idx, token.idx + len(token), token.text) for token in doc]
    starts = (0, *ENDS[:-1])
    sentences = [
        Sentence(spans[first].start, spans[last - 1].end, doc[first:last].text, "body")
        for first, last in zip(starts, ENDS, strict=True)
    ]
    return Stretches(doc, sentences), spans


def _claim(number: int, start: Span, end: Span, text: str, sentence: int, *loaded: int) -> Claim:
    span = Span(start.start, end.end, text[start.start : end.end])
    return Claim(
        id=f"C{number}",
        spans=(span,),
        sentence=sentence,
        attributions=(),
        hedges=(),
        loaded=loaded,
        sourcing=Score(0.0, "none", ()),
        loading=Score(0.0, "neutral", ()),
    )


def _loaded(span: Span) -> Loaded:
    return Loaded(span, "evaluative", "writer", 1.0)


def test_the_frame_counts_for_the_claim_of_its_sentence() -> None:
    stretches, spans = _setting()
    claims = [_claim(1, spans[4], spans[5], stretches.text, 0), _claim(2, spans[7], spans[8], stretches.text, 1, 1)]
    found = with_framing(claims, [_loaded(spans[0]), _loaded(spans[8])], stretches)
    assert [claim.loaded for claim in found] == [(0,), (1,)]


def test_of_two_claims_the_nearest() -> None:
    stretches, spans = _setting()
    claims = [_claim(1, spans[2], spans[3], stretches.text, 0), _claim(2, spans[4], spans[5], stretches.text, 0)]
    assert [claim.loaded for claim in with_framing(claims, [_loaded(spans[0])], stretches)] == [(0,), ()]


def test_a_sentence_without_a_claim_gives_nothing_to_its_neighbours() -> None:
    stretches, spans = _setting()
    claims = [_claim(1, spans[4], spans[5], stretches.text, 0), _claim(2, spans[7], spans[8], stretches.text, 1)]
    assert [claim.loaded for claim in with_framing(claims, [_loaded(spans[11])], stretches)] == [(), ()]


@given(st.sets(st.integers(0, len(WORDS) - 1)), st.lists(st.integers(0, 2), max_size=3, unique=True))
def test_each_goes_to_one_claim_of_its_sentence_or_to_none(words: set[int], with_claim: list[int]) -> None:
    stretches, spans = _setting()
    loaded = [_loaded(spans[index]) for index in sorted(words)]
    starts = (0, *ENDS[:-1])
    claims = [
        _claim(number, spans[starts[at]], spans[ENDS[at] - 1], stretches.text, at)
        for number, at in enumerate(with_claim, start=1)
    ]
    found = with_framing(claims, loaded, stretches)
    given_to = [index for claim in found for index in claim.loaded]
    assert len(given_to) == len(set(given_to))
    for claim, at in zip(found, with_claim, strict=True):
        sentence = stretches.sentences[at]
        assert {loaded[index].span.start for index in claim.loaded} == {
            expression.span.start for expression in loaded if sentence.start <= expression.span.start < sentence.end
        }
