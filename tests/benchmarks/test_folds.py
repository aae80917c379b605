"""What is chosen on folds is never chosen on the fold that it is used on."""

import pytest

pytest.importorskip("torch", reason="needs the extra train")

from benchmarks.folds import SHIFTS, Outcome, Scores, cross_fitted, table

RIGHT = Outcome(True, frozenset({"slams"}), True, frozenset({"slams"}))
WRONG = Outcome(True, frozenset({"slams"}), False, frozenset())
FAIR = Outcome(False, frozenset(), False, frozenset())


def fold(best: float) -> dict[float, list[Outcome]]:
    """A fold on which one shift is right and all others are wrong."""
    return {shift: [RIGHT if shift == best else WRONG, FAIR] for shift in SHIFTS}


def test_the_shift_of_a_fold_is_that_of_the_others():
    odd, usual = SHIFTS[0], SHIFTS[-1]
    folds = [fold(odd), fold(usual), fold(usual)]
    first, second, third = cross_fitted(folds)
    # On its own the first fold would choose otherwise, and be right.
    assert first == folds[0][usual] == [WRONG, FAIR]
    assert Scores.of(first).macro_f1 < Scores.of(folds[0][odd]).macro_f1 == 1.0
    assert len(second) == len(third) == 2


def test_the_table_counts_every_sentence_once_and_shows_the_spread():
    written = str(table([[RIGHT, FAIR], [WRONG, FAIR]]))
    assert "2-fold cross-validation, 4 sentences" in written
    lowest, highest = Scores.of([WRONG, FAIR]), Scores.of([RIGHT, FAIR])
    assert f"{100 * lowest.macro_f1:.1f}" in written
    assert f"{100 * highest.words_f1:.1f}" in written
