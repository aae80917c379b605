"""Tags of marks that the text settles, whatever the encoder reads."""

from __future__ import annotations

import pytest
from spacy.lang.en import English

from attribution.pipeline.annotate import _settled_tag

NLP = English()


@pytest.mark.parametrize(("text", "tags"), [("Rain! Sun?", ["", ".", "", "."]), ("No . comma ,", ["", "", "", ""])])
def test_marks_that_can_be_but_one_thing(text, tags):
    doc = NLP(text)
    assert [_settled_tag(doc, index) for index in range(len(doc))] == tags


@pytest.mark.parametrize("line", ["____", "====", "****", "~~~~"])
def test_a_drawn_line_is_superfluous_however_it_is_cut(line):
    doc = NLP(f"Above {line} below")
    assert {_settled_tag(doc, index) for index in range(1, len(doc) - 1)} == {"NFP"}


@pytest.mark.parametrize("text", ["a = b", "= = =", "5 * 3"])
def test_a_single_mark_is_left_to_the_encoder(text):
    doc = NLP(text)
    assert not any(_settled_tag(doc, index) for index in range(len(doc)))
