from hypothesis import given
from hypothesis import strategies as st

from benchmarks.scorers.spans import characters, envelope, jaccard, match, overlap, trim


def trimmed(text: str) -> str:
    start, end = trim(text, (0, len(text)))
    return text[start:end]


def test_trim_takes_off_quotation_marks_punctuation_and_white_space():
    assert trimmed(' "We will win,"\n') == "We will win"
    assert trimmed("“boots on the ground”,") == "boots on the ground"
    assert trimmed("``old newswire.''") == "old newswire"


def test_trim_takes_off_one_introducing_that_and_what_it_bares():
    assert trimmed("that “we will win”") == "we will win"
    assert trimmed("That that is, is") == "that is, is"


def test_trim_keeps_the_inside_and_words_that_begin_like_that():
    assert trimmed("thatched roofs, he said") == "thatched roofs, he said"
    assert trimmed("that") == "that"


def test_trim_keeps_a_cue_that_is_punctuation_alone():
    assert trimmed(":") == ":"


@given(st.text(), st.data())
def test_trim_stays_inside_the_span_and_is_stable(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = trim(text, (start, end))
    assert start <= first <= last <= end


def test_envelope_spans_all_pieces():
    assert envelope(((10, 12), (3, 5))) == (3, 12)


def test_characters_leave_out_white_space():
    assert characters("ab c", ((0, 4),)) == {0, 1, 3}


def test_jaccard_of_two_empty_sides_is_one():
    assert jaccard(frozenset(), frozenset()) == 1
    assert jaccard(frozenset({1}), frozenset()) == 0
    assert jaccard(frozenset({1, 2}), frozenset({2, 3})) == 1 / 3


def test_touching_spans_do_not_overlap():
    assert not overlap(((0, 3),), ((3, 5),))
    assert overlap(((0, 1), (2, 4)), ((3, 5),))


def test_match_finds_the_largest_matching_not_the_greedy_one():
    fits = {(0, 0), (0, 1), (1, 0)}
    assert match([0, 1], [0, 1], lambda p, g: (p, g) in fits) == [(0, 1), (1, 0)]


def test_match_pairs_nothing_that_does_not_fit():
    assert match([0], [0, 1], lambda p, g: False) == []
    assert match([], [0], lambda p, g: True) == []
