"""Readings of overlapping windows, put together."""

from __future__ import annotations

import numpy as np
from attrs import evolve

from attribution.pipeline.merge import merge
from attribution.pipeline.session import WindowReading
from attribution.pipeline.windows import Window


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


WINDOWS = (Window(0, 10), Window(6, 16), Window(12, 20))
MERGED = merge(WINDOWS, [reading(window, n + 1) for n, window in enumerate(WINDOWS)])


def test_a_word_is_read_where_it_is_farther_from_the_edge():
    assert MERGED.tag.tolist() == [1] * 8 + [2] * 6 + [3] * 6
    assert len(MERGED) == len(MERGED.loaded) == len(MERGED.cue) == 20


def test_a_single_window_is_taken_as_it_is():
    only = reading(Window(0, 5), 1)
    assert merge([Window(0, 5)], [only]).tag is only.tag


def test_heads_outside_the_window_of_a_word_are_out_of_the_question():
    scores = MERGED.arcs(5, 12)
    assert scores.shape == (7, 8)
    first_window, second_window = scores[:3], scores[3:]
    assert (first_window[:, 1:6] == 1).all()
    assert (first_window[:, 6:] == -1e4).all()
    assert (second_window[:, 1] == -1e4).all()
    assert (second_window[:, 2:] == 2).all()


def test_cues_are_those_of_the_windows_that_read_them():
    assert MERGED.cues.tolist() == [2, 5, 8, 11, 14, 17]


def test_only_windows_that_take_a_word_for_a_cue_say_what_its_roles_are():
    readings = [reading(window, n + 1) for n, window in enumerate(WINDOWS)]
    first = readings[0]
    readings[0] = evolve(first, cues=first.cues[:2], roles=first.roles[:2])
    low, roles = merge(WINDOWS, readings).roles(8)
    assert low == 6
    assert (roles == 2).all()


def test_the_roles_of_a_cue_reach_over_all_windows_that_hold_it():
    low, roles = MERGED.roles(8)
    assert low == 0
    assert len(roles) == 16
    assert roles[:, 0].tolist() == [1] * 6 + [2] * 10 or roles[:, 0].tolist() == [1] * 10 + [2] * 6
