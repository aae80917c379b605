"""Messages quote the text in marks of their own, and briefly."""

from __future__ import annotations

import pytest

from attribution.desk.article import shortened


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Never,”", "Never"),
        ('"She has thrown him out', "She has thrown him out"),
        ("he left,”", "he left"),
        ('the levy was "not negotiable"', "the levy was 'not negotiable'"),
        ("“yes” and “no”", "‘yes’ and ‘no’"),
        ('"', "'"),
        ("two\n lines", "two lines"),
    ],
)
def test_what_is_quoted_has_no_marks_around_it(text: str, quoted: str) -> None:
    assert shortened(text) == quoted


def test_what_is_long_is_cut_at_a_word() -> None:
    assert shortened("word " * 40, 12) == "word word …"
