import pytest

from benchmarks.scorers.classes import accuracy, class_counts, macro_f1

GOLD = [True, True, False, False]


def test_gold_against_itself_is_perfect():
    assert accuracy(GOLD, GOLD) == macro_f1(GOLD, GOLD) == 1


def test_everything_wrong_is_zero():
    wrong = [not answer for answer in GOLD]
    assert accuracy(wrong, GOLD) == macro_f1(wrong, GOLD) == 0


def test_always_yes_is_half_right_and_scores_one_class_alone():
    always = [True] * 4
    assert accuracy(always, GOLD) == 0.5
    assert class_counts(always, GOLD).f1 == pytest.approx(2 / 3)
    assert macro_f1(always, GOLD) == pytest.approx(1 / 3)
