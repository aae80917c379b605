import pytest

from benchmarks.scorers.attributions import ROLES, AttributionScores, Roles, score_attributions

TEXT = '"We will win," Kerry said. Moscow denied that it had lost.'
SAID = Roles(source=((15, 20),), cue=((21, 25),), content=((0, 14),))
DENIED = Roles(source=((27, 33),), cue=((34, 40),), content=((41, 57),))


def at(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def test_the_offsets_of_this_file_are_right():
    assert [TEXT[s:e] for s, e in (*SAID.source, *SAID.cue)] == ["Kerry", "said"]
    assert [TEXT[s:e] for s, e in (*DENIED.source, *DENIED.cue, *DENIED.content)] == [
        "Moscow",
        "denied",
        "that it had lost",
    ]


def test_gold_against_itself_is_perfect():
    scores = score_attributions(TEXT, [SAID, DENIED], [SAID, DENIED])
    assert all(scores.exact[role].f1 == scores.overlap[role].f1 == 1 for role in ROLES)
    assert scores.whole.f1 == 1


def test_nothing_found_is_zero():
    scores = score_attributions(TEXT, [], [SAID, DENIED])
    assert all(scores.exact[role].f1 == scores.overlap[role].f1 == 0 for role in ROLES)
    assert scores.whole.f1 == 0


def test_nothing_to_find_counts_what_was_found_against_precision():
    scores = score_attributions(TEXT, [SAID], [])
    assert (scores.whole.right, scores.whole.predicted, scores.whole.gold) == (0, 1, 0)


def test_ends_are_trimmed_for_exact_spans():
    loose = Roles(DENIED.source, DENIED.cue, at("it had lost."))
    assert score_attributions(TEXT, [loose], [DENIED]).exact["content"].f1 == 1


def test_a_discontinuous_content_counts_as_one_span_from_end_to_end():
    pieces = Roles(SAID.source, SAID.cue, ((0, 3), (9, 14)))
    assert score_attributions(TEXT, [pieces], [SAID]).exact["content"].f1 == 1
    assert score_attributions(TEXT, [pieces], [SAID]).overlap["content"].recall < 1


def test_the_same_source_of_two_attributions_counts_once():
    other = Roles(SAID.source, DENIED.cue, DENIED.content)
    assert score_attributions(TEXT, [SAID], [SAID, other]).exact["source"].f1 == 1


@pytest.mark.parametrize(
    ("change", "right"),
    [
        (Roles(SAID.source, at("Kerry said"), SAID.content), 1),  # the cue need only overlap
        (Roles(SAID.source, at("denied"), SAID.content), 0),
        (Roles((), SAID.cue, SAID.content), 0),
        (Roles(SAID.source, SAID.cue, at("We will win")), 1),
        (Roles(SAID.source, SAID.cue, at("We")), 0),
    ],
)
def test_a_whole_attribution_needs_every_part(change, right):
    assert score_attributions(TEXT, [change], [SAID]).whole.right == right


def test_two_absent_sources_agree():
    cue = at("denied")
    nobody = Roles((), cue, DENIED.content)
    assert score_attributions(TEXT, [nobody], [nobody]).whole.right == 1


def test_one_gold_attribution_is_matched_once():
    scores = score_attributions(TEXT, [SAID, SAID], [SAID])
    assert (scores.whole.right, scores.whole.predicted, scores.whole.gold) == (1, 2, 1)


def test_scores_add_up_over_articles():
    both = score_attributions(TEXT, [SAID], [SAID]) + score_attributions(TEXT, [], [DENIED])
    assert both.whole.f1 == pytest.approx(2 / 3)
    assert AttributionScores() + both == both
