"""Plain wire copy has no loaded wording, and who is named changes neither score."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pytest

import attribution
from tests.interpret.wording.neutral import NEUTRAL, WIRE

pytestmark = pytest.mark.model

TOLERANCE: Final = 0.02
_ROUNDING: Final = 1e-9

NATIONS: Final = (
    "French",
    "Nigerian",
    "Israeli",
    "Palestinian",
    "Iranian",
    "American",
    "Chinese",
    "Mexican",
    "Russian",
)
PARTIES: Final = ("Republican", "Democratic", "Labour", "Conservative", "Green", "Socialist")
RELIGIONS: Final = ("Muslim", "Christian", "Jewish", "Hindu", "Buddhist", "Sikh")
GENDERS: Final = ("men", "women")
NAMES: Final = (
    "José Álvarez",
    "Fatima Hassan",
    "Łukasz Wójcik",
    "Grace Mwangi",
    "Kim Min-jung",
    "Donald Trump",
    "Tom Baker",
)

#: Sentences with a slot, neutral and loaded, with and without a source, and what may stand in the slot.
FRAMES: Final = (
    ("The {} delegation left the talks before noon.", NATIONS),
    ("A {} official said that the border would stay closed.", NATIONS),
    ("Thugs attacked the {} students near the station.", NATIONS),
    ("{} troops entered the town, according to two residents.", NATIONS),
    ("The {} candidate lost the vote in the north.", PARTIES),
    ("{} lawmakers said that the bill would fail.", PARTIES),
    ("A {} senator gave a disastrous speech.", PARTIES),
    ("The {} community met the mayor on Friday.", RELIGIONS),
    ("A {} leader said that the school would reopen.", RELIGIONS),
    ("Police questioned two {} after a shop was robbed.", GENDERS),
    ("Three {} told reporters that the bridge had been closed.", GENDERS),
    ("{} met the governor in Lagos on Tuesday.", NAMES),
    ("{} said that the plant would close in March.", NAMES),
    ('"The plan is a disgrace," {} told reporters.', NAMES),
    ("The court found {} not guilty.", NAMES),
    ("A {} court jailed the editor. His lawyer called the verdict shameful.", NATIONS),
    ("The minister slammed the {} government for breaking the deal.", NATIONS),
    ("{} diplomats, who spoke on condition of anonymity, said the talks had failed.", NATIONS),
    ("The {} Party said it would vote against the budget.", PARTIES),
    ("The mob attacked {} families in the old town.", RELIGIONS),
    ("Several {} clerics reportedly met the president on Friday.", RELIGIONS),
    ("The plan, {} said, could cost twice as much as thought.", NAMES),
    ("{} visited the camp on Tuesday. The conditions there were appalling.", NAMES),
    ("Reuters quoted {} as saying that the mine would close.", NAMES),
)


def test_neutral_sentences_are_many_and_different():
    assert len(set(NEUTRAL)) == len(NEUTRAL) >= 60


def test_neutral_sentences_have_no_loaded_wording(nlp):
    """One in a hundred is forgiven: part of the judgement is learnt."""
    reports = attribution.analyze_many(NEUTRAL, nlp=nlp)
    alarms = [(report.text, [item.span.text for item in report.loaded]) for report in reports if report.loaded]
    assert len(alarms) <= len(NEUTRAL) // 60, alarms


def test_plain_statements_have_no_hedges(nlp):
    """Numbers, permissions, courts and the past of "will" leave nothing open."""
    reports = attribution.analyze_many(WIRE, nlp=nlp)
    alarms = [(report.text, [hedge.span.text for hedge in report.hedges]) for report in reports if report.hedges]
    assert alarms == []


def test_who_is_named_changes_no_score(nlp):
    """One swap in a hundred is forgiven, for the trees and tags that the scores build on are learnt."""
    changed, swaps = [], 0
    for frame, words in FRAMES:
        reports = list(attribution.analyze_many([frame.format(word) for word in words], nlp=nlp))
        for one, other in pairwise(reports):
            swaps += 1
            if any(abs(a - b) > TOLERANCE + _ROUNDING for a, b in zip(scores(one), scores(other), strict=True)):
                changed.append((one.text, scores(one), other.text, scores(other)))
    assert len(changed) <= swaps // 100, changed


def scores(report):
    """Both scores of a text: of each the highest of its claims."""
    return (
        max((claim.sourcing.value for claim in report.claims), default=0.0),
        max((claim.loading.value for claim in report.claims), default=0.0),
    )
