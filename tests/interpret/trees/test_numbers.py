"""Numbers that a phrase states, whatever its figures look like."""

from __future__ import annotations

import pytest

from attribution.interpret.trees.numbers import stated_number
from tests.interpret.docs import build


@pytest.mark.parametrize(
    ("figure", "number"),
    [("3", 3), ("three", 3), ("1,200", 1200), ("2016", None), ("²", None), ("½", None), ("٣", 3), ("9" * 5000, None)],
)
def test_a_figure_is_a_number_or_none(figure, number):
    doc = build(f"{figure}/CD officials/NNS left/VBD ./.")
    assert stated_number(doc, 0, 2) == number
