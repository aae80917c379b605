from benchmarks.command import count_words
from benchmarks.speed import words_per_second


def test_speed_is_words_over_the_median_of_three_turns():
    ticks = iter([0, 1, 1, 11, 20, 22, 30, 40, 50, 59, 60, 70])
    speeds = words_per_second({"fast": list, "slow": list}, ["a b", "c d"], clock=lambda: next(ticks))
    assert speeds == {"fast": 4 / 2, "slow": 4 / 10}


def test_words_are_separated_by_white_space():
    assert count_words("US-backed militants,\n\nhe said. ") == 4
