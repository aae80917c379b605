"""Who stands behind a report."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.attributions.bearers import bearer

LEMMAS = {
    "reports": "report",
    "statements": "statement",
    "made": "make",
    "given": "give",
    "books": "book",
    "written": "write",
}


@pytest.mark.parametrize(
    ("phrase", "rest"),
    [
        ("reports made by three officers", "three officers"),
        ("statements given by the union", "the union"),
        ("the books written by three officers", "the books written by three officers"),
        ("reports by three officers", "reports by three officers"),
        ("reports made by", "reports made by"),
        ("officers", "officers"),
    ],
)
def test_the_makers_of_reports_are_the_source(phrase, rest):
    words = phrase.split()
    tags = ["VBN" if word in {"made", "given", "written"} else "NN" for word in words]
    doc = Doc(English().vocab, words=words, tags=tags, lemmas=[LEMMAS.get(word, word) for word in words])
    assert " ".join(doc[i].text for i in bearer(doc, range(len(words)))) == rest
