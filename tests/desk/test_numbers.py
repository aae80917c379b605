"""Numbers, and what they count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.desk.numbers import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire kills 30 in Tavo", [(30, "dead")]),
        ("28 people were killed", [(28, "dead")]),
        ("Bomb killed 12 and wounded thirty", [(12, "dead"), (30, "hurt")]),
        ("12 people died and 30 others were hurt", [(12, "dead"), (30, "hurt")]),
        ("The police arrested about 40 men", [(40, "arrested")]),
        ("It costs $4.5 million", [(4.5e6, "$")]),
        ("20 percent of voters", [(20, "%")]),
        ("two of its five kilns", [(2, ""), (5, "kiln")]),
        ("1,200 jobs", [(1200, "job")]),
        ("in 2016", [(2016, "")]),
    ],
)
def test_numbers_come_with_what_they_count(text, expected):
    assert [(quantity.value, quantity.unit) for quantity in quantities(text)] == expected


@given(st.text(alphabet="0123456789.,$%- abkilled", max_size=60), st.integers(0, 9))
def test_spans_are_the_numbers_in_the_text(text, offset):
    for quantity in quantities(text, offset):
        assert text[quantity.span.start - offset : quantity.span.end - offset] == quantity.span.text
        assert quantity.value >= 0
