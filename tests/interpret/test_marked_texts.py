"""Hedges, loaded words and claims of texts annotated before the program had seen them; see ``marked/README.md``.

The floors lie a few points below what is reached, so that a change in one text is no failure and a loss in all is.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

import attribution
from benchmarks import ours
from benchmarks.scorers.sheets import SheetScores, score_sheet
from tests.interpret.marked_texts import read_marked, unmarked

TEXTS = read_marked()
FLOORS = {
    "hedges": 0.94,
    "hedge kinds": 0.95,
    "loaded": 0.87,
    "loaded kinds": 0.86,
    "voices": 0.95,
    "claims found": 0.9,
    "level right": 0.84,
}


@pytest.fixture(scope="module")
def reached(nlp: Language) -> dict[str, float]:
    reports = attribution.analyze_many((sheet.text for sheet in TEXTS), nlp=nlp)
    scores = (score_sheet(ours.sheet(gold.name, report), gold) for gold, report in zip(TEXTS, reports, strict=True))
    together = sum(scores, start=SheetScores())
    shares = (
        together.hedges.f1, together.hedge_kinds.value, together.loaded.f1, together.loaded_kinds.value,
        together.voices.value, together.claims.value, together.levels.value,
    )  # fmt: skip
    return dict(zip(FLOORS, shares, strict=True))


def test_there_are_texts_of_many_kinds() -> None:
    assert len(TEXTS) >= 31
    assert len({mark.kind for sheet in TEXTS for mark in sheet.hedges}) == 8
    assert len({mark.kind for sheet in TEXTS for mark in sheet.loaded}) == 7
    assert {claim.level for sheet in TEXTS for claim in sheet.claims} == {"none", "weak", "moderate", "strong"}


def test_marks_are_taken_out_of_a_text() -> None:
    text, (hedge,), (word, quoted) = unmarked("The {regime|label} [may|modal] fall, “a {farce|evaluative|source}”.")
    assert text == "The regime may fall, “a farce”."
    found = [(text[slice(*mark.span[0])], mark.kind, mark.voice) for mark in (hedge, word, quoted)]
    assert found == [("may", "modal", None), ("regime", "label", "writer"), ("farce", "evaluative", "source")]


@pytest.mark.model
@pytest.mark.parametrize("measure", FLOORS)
def test_no_figure_falls(measure: str, reached: dict[str, float]) -> None:
    assert reached[measure] >= FLOORS[measure]
