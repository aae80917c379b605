"""Readings of overlapping windows, put together."""

from __future__ import annotations

import numpy as np
import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from attribution.interpret.readings import Frame
from attribution.pipeline.decode import FrameDecoder, Thresholds
from attribution.pipeline.features import Words
from attribution.pipeline.merge import TextReading, sections
from attribution.pipeline.parsing import TreeDecoder
from attribution.pipeline.session import WindowReading
from attribution.pipeline.windows import Window, cut


def reading(window: Window, mark: float) -> WindowReading:
    """A reading whose every value tells the window it comes from; its first cue is word 2, then every third word."""
    size = len(window)
    return WindowReading(
        cue=np.full((size, 3), mark, np.float32),
        cues=np.arange(2, size, 3),
        roles=np.full((len(range(2, size, 3)), size, 3), mark, np.float32),
        tag=np.full(size, int(mark)),
        pos=np.full(size, int(mark)),
        arc=np.full((size, size + 1), mark, np.float32),
        dep=np.full(size, int(mark)),
        sentence=np.full(size, mark, np.float32),
        entity=np.full((size, 9), mark, np.float32),
        loaded=np.full(size, mark, np.float32),
        tone=np.full(size, mark, np.float32),
    )


def words(count: int) -> Words:
    """Words of one letter each."""
    place = np.arange(count) * 2
    none = np.zeros(count, np.int64)
    return Words(np.arange(count), place, place + 1, none, none, none, ((1,),) * count, ("word",) * count)


WINDOWS = (Window(0, 10), Window(6, 16), Window(12, 20))
READINGS = [reading(window, n + 1) for n, window in enumerate(WINDOWS)]


def test_a_word_is_read_where_it_is_farther_from_the_edge():
    merged = TextReading.blank(20)
    for section in sections(WINDOWS, READINGS):
        merged.take(section)
    assert merged.tag.tolist() == [1] * 8 + [2] * 6 + [3] * 6
    for field in fields(TextReading):
        values = getattr(merged, field.name)
        assert values.reshape(20, -1)[:, 0].tolist() == merged.tag.tolist(), field.name


@given(st.lists(st.integers(1, 12), min_size=1, max_size=80), st.sets(st.integers(0, 80)), st.integers(0, 12))
def test_every_word_is_decided_about_once_by_a_window_that_holds_it(lengths, good, overlap):
    breaks = np.isin(np.arange(len(lengths)), list(good))
    windows = cut(np.array(lengths), breaks, limit=24, overlap=overlap)
    shares = list(sections(windows, (reading(window, 1) for window in windows)))
    assert [place for share in shares for place in range(share.start, share.end)] == list(range(len(lengths)))
    for share in shares:
        assert share.window.start <= share.start <= share.end <= share.window.end


# -- trees -----------------------------------------------------------------------------------------------------------


def arcs(window: Window, heads: dict[int, int]) -> np.ndarray:
    """Scores for given heads of words of the text, 0 being the root and all other words hanging on the word before."""
    scores = np.zeros((len(window), 1 + len(window)), np.float32)
    for word in range(window.start, window.end):
        head = heads.get(word, word)
        if head == 0 or window.start < head <= window.end:
            scores[word - window.start, 0 if head == 0 else head - window.start] = 9.0
    return scores


def trees(starts: list[int], heads: dict[int, int]) -> tuple[list[int], int]:
    """The heads of twenty words, and how many windows were remembered at most."""
    decoder = TreeDecoder(np.isin(np.arange(20), [0, *starts]))
    most = 0
    for section in sections(WINDOWS, READINGS):
        given = evolve(
            section.reading,
            arc=arcs(section.window, heads),
            sentence=np.full(len(section.window), -9.0, np.float32),
        )
        decoder.add(evolve(section, reading=given))
        most = max(most, len(decoder._sections))
    return decoder.heads.tolist(), most


def test_trees_are_those_of_the_sentences():
    heads, remembered = trees([4, 8, 14], {0: 0, 4: 0, 8: 0, 14: 0})
    assert heads == [0, 0, 1, 2, 4, 4, 5, 6, 8, 8, 9, 10, 11, 12, 14, 14, 15, 16, 17, 18]
    assert remembered <= 1


def test_a_sentence_may_run_over_several_windows():
    """Each word's head is looked for in the window that decides about it."""
    heads, remembered = trees([4], {0: 0, 4: 0, 7: 11, 13: 5})
    assert heads[4:7] == [4, 4, 5]
    assert heads[7] != 10, "the first window does not show word 10"
    assert heads[13] != 4, "the second window does not show word 4"
    assert heads[14:] == [13, 14, 15, 16, 17, 18]
    assert remembered == 2


# -- roles -----------------------------------------------------------------------------------------------------------


def frames(readings: list[WindowReading]) -> list[Frame]:
    """What is decoded with every cue a cue for sure."""
    sure = np.array([-9.0, 9.0, -9.0], np.float32)
    decoder = FrameDecoder(words(20), Thresholds())
    for section in sections(WINDOWS, readings):
        decoder.add(evolve(section, reading=evolve(section.reading, cue=np.tile(sure, (len(section.window), 1)))))
    return list(decoder.frames())


def content_everywhere(window: Window) -> WindowReading:
    """All words are the content of all cues."""
    roles = reading(window, 0).roles
    roles[..., 2] = 9.0
    return evolve(reading(window, 0), roles=roles)


CONTENTS = [content_everywhere(window) for window in WINDOWS]


def test_cues_are_those_of_the_windows_that_decide_about_them():
    assert [frame.cue for frame in frames(CONTENTS)] == [(2,), (5,), (8,), (11,), (14,), (17,)]


def test_the_roles_of_a_cue_reach_over_all_windows_that_hold_it():
    by_cue = {frame.cue[0]: frame.content for frame in frames(CONTENTS)}
    assert by_cue[8] == tuple(range(16))
    assert by_cue[2] == tuple(range(10))


@pytest.mark.parametrize("silent", [0, 1])
def test_only_windows_that_take_a_word_for_a_cue_say_what_its_roles_are(silent):
    """Word 8 stands in the first and the second window; the second decides."""
    readings = list(CONTENTS)
    kept = readings[silent].cues + WINDOWS[silent].start != 8
    readings[silent] = evolve(readings[silent], cues=readings[silent].cues[kept], roles=readings[silent].roles[kept])
    by_cue = {frame.cue[0]: frame.content for frame in frames(readings)}
    assert by_cue.get(8) == (tuple(range(6, 16)) if silent == 0 else None)


def test_where_several_windows_say_what_a_word_is_the_one_with_most_room_around_the_cue_is_heard():
    """Word 8 has one word after it in the first window, and two before it in the second."""
    readings = list(CONTENTS)
    roles = readings[1].roles.copy()
    roles[0, :4] = (9.0, 0.0, 0.0)
    readings[1] = evolve(readings[1], roles=roles)
    by_cue = {frame.cue[0]: frame.content for frame in frames(readings)}
    assert by_cue[8] == (*range(6), *range(10, 16))
