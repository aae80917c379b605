"""The axioms hold for whole texts: from sentences, through the shipped pipeline, to the two scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from spacy.language import Language

import attribution
from tests.scoring.axioms.airtime import airtime
from tests.scoring.axioms.desks import desks
from tests.scoring.axioms.further import further
from tests.scoring.axioms.judging import Verdict, judge
from tests.scoring.axioms.pairs import Pair, generate

PAIRS = generate(30)
AXIOMS = sorted({pair.axiom for pair in PAIRS})


@pytest.fixture(scope="module")
def verdicts(nlp: Language) -> list[Verdict]:
    return judged(PAIRS, nlp)


def judged(pairs: Sequence[Pair], nlp: Language) -> list[Verdict]:
    texts = list(dict.fromkeys(statement.text for pair in pairs for statement in (pair.first, pair.second)))
    reports = dict(zip(texts, attribution.analyze_many(texts, nlp=nlp), strict=True))
    return judge(pairs, reports.__getitem__)


def test_there_are_enough_different_pairs() -> None:
    assert len(set(PAIRS)) == len(PAIRS) > 400
    assert min(Counter(pair.axiom for pair in PAIRS).values()) >= 20


def test_every_text_holds_what_is_looked_at() -> None:
    assert all(statement.about in statement.text for pair in PAIRS for statement in (pair.first, pair.second))


def test_the_same_seed_makes_the_same_pairs() -> None:
    assert generate(5, seed=1) == generate(5, seed=1) != generate(5, seed=2)


@pytest.mark.model
@pytest.mark.parametrize("axiom", AXIOMS)
def test_the_axiom_holds_on_generated_texts(axiom: str, verdicts: list[Verdict]) -> None:
    found = [verdict for verdict in verdicts if verdict.pair.axiom == axiom]
    broken = [verdict for verdict in found if not verdict.is_obeyed]
    assert len(broken) <= 0.03 * len(found), "\n".join(map(str, broken))


@pytest.mark.model
@pytest.mark.parametrize("make", [further, desks, airtime])
def test_the_axioms_hold_in_other_forms_of_sentences(make: Callable[[], list[Pair]], nlp: Language) -> None:
    pairs = make()
    assert len(set(pairs)) == len(pairs) > 200
    assert all(statement.about in statement.text for pair in pairs for statement in (pair.first, pair.second))
    broken = [verdict for verdict in judged(pairs, nlp) if not verdict.is_obeyed]
    assert len(broken) <= 0.03 * len(pairs), "\n".join(map(str, broken))
