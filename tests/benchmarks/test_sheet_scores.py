from attrs import evolve

from benchmarks.scorers.sheets import LABELS, same_mention, score_sheet
from benchmarks.sheets import Mark, Sheet, SheetAttribution, SheetClaim

TEXT = "Kerry claims Assad lost. He may win, thugs say."

CLAIMS = SheetAttribution(
    id="A1",
    source=((0, 5),),
    cue=((6, 12),),
    content=((13, 23),),
    cue_kind="verb",
    stance="distancing",
    quotation="indirect",
    identification="named",
    kind="person",
    anonymous=False,
    anonymity_reason=(),
    resolved=None,
    via=(),
    parent=None,
)
SAY = evolve(
    CLAIMS,
    id="A2",
    source=((37, 42),),
    cue=((43, 46),),
    content=((25, 35),),
    stance="neutral",
    identification="vague",
    kind="group",
    resolved="the thugs of Damascus",
)
GOLD = Sheet(
    name="made up",
    text=TEXT,
    sentences=((0, 24), (25, 47)),
    attributions=(CLAIMS, SAY),
    hedges=(Mark(((28, 31),), "modal"),),
    loaded=(Mark(((6, 12),), "reporting", "writer"), Mark(((37, 42),), "label", "writer")),
    claims=(SheetClaim(((13, 23),), "strong"), SheetClaim(((25, 35),), "weak")),
)
EMPTY = Sheet("nothing", TEXT, (), (), (), (), ())


def test_gold_against_itself_is_perfect():
    scores = score_sheet(GOLD, GOLD)
    assert scores.sentences.f1 == scores.attributions.whole.f1 == scores.hedges.f1 == scores.loaded.f1 == 1
    assert scores.claims.value == scores.levels.value == scores.hedge_kinds.value == scores.voices.value == 1
    assert all(scores.labels[label].value == 1 for label in LABELS)


def test_nothing_found_is_zero():
    scores = score_sheet(EMPTY, GOLD)
    assert scores.sentences.f1 == scores.attributions.whole.f1 == scores.hedges.f1 == scores.loaded.f1 == 0
    assert scores.claims.value == scores.levels.value == 0
    assert scores.labels["kind"].total == 0


def test_labels_are_judged_only_where_the_cue_was_found():
    found = evolve(GOLD, attributions=(evolve(CLAIMS, identification="role"),))
    labels = score_sheet(found, GOLD).labels
    assert (labels["identification"].right, labels["identification"].total) == (0, 1)
    assert (labels["stance"].right, labels["stance"].total) == (1, 1)


def test_of_two_predictions_on_one_cue_the_better_content_is_judged():
    worse = evolve(CLAIMS, content=((25, 35),), stance="neutral")
    found = evolve(GOLD, attributions=(worse, CLAIMS))
    assert score_sheet(found, GOLD).labels["stance"].value == 1


def test_resolved_is_judged_only_where_the_gold_resolves():
    assert score_sheet(GOLD, GOLD).labels["resolved"].total == 1


def test_mentions_agree_when_one_contains_the_other():
    assert same_mention("John Kerry", "kerry")
    assert same_mention("KERRY", "John Kerry")
    assert not same_mention(None, "Kerry")
    assert not same_mention("Lavrov", "Kerry")


def test_parents_are_compared_by_their_cue_not_by_their_id():
    nested = evolve(GOLD, attributions=(CLAIMS, evolve(SAY, parent="A1")))
    renamed = evolve(GOLD, attributions=(evolve(CLAIMS, id="A7"), evolve(SAY, parent="A7")))
    assert score_sheet(renamed, nested).labels["parent"].value == 1
    assert score_sheet(GOLD, nested).labels["parent"].value == 0.5


def test_a_wrong_level_loses_the_level_not_the_claim():
    found = evolve(GOLD, claims=(GOLD.claims[0], SheetClaim(((25, 35),), "none")))
    scores = score_sheet(found, GOLD)
    assert (scores.claims.value, scores.levels.value) == (1, 0.5)


def test_white_space_at_the_ends_of_a_sentence_does_not_matter():
    found = evolve(GOLD, sentences=((0, 25), (25, 47)))
    assert score_sheet(found, GOLD).sentences.f1 == 1


def test_one_long_mark_does_not_match_two_gold_marks():
    found = evolve(GOLD, loaded=(Mark(((0, 47),), "label", "writer"),))
    scores = score_sheet(found, GOLD)
    assert (scores.loaded.right, scores.loaded.predicted, scores.loaded.gold) == (1, 1, 2)
