"""Quotation marks as careless writers leave them: drafting never fails and its offsets hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.attributions.drafting import draft_attributions
from attribution.interpret.readings import Frame, Readings
from attribution.interpret.text.quotes import find_quotations
from attribution.interpret.text.turns import find_turns, with_turns
from attribution.lexicons import Lexicons

NLP = English()
LEXICONS = Lexicons.default()
ODD = [
    'He said "yes.',
    'He said yes."',
    '"One," he said, "two," she said, "three.',
    "The '90s, rock 'n' roll and the workers' pay were 'fine', he said.",
    "''No,'' she said. ''Not ''us''.''",
    '"He told me "no" and left," Ana said.',
    "“First paragraph.\n\n“Second paragraph.\n\n“Third,” said Cole.",
    "«Oui», dit-il. ‹Non›, „doch“, »nein«.",
    '5\'10" tall, a 12" pipe, said Cole.',
    '" "',
    '""""',
    "”backwards“ said Cole",
    'COLE: "Yes.\n\nBERG: No."\n\nCOLE: ""',
    '"A name." –',
    '"A name." – \n\n– Cole',
    ':\n\n"One two three four."',
    "And from\u00a0Cole:\u200b “One two three.”",
    '"☃ 😀 said," \ufeff said Cole\x00.',
]


def draft(text, cue, source, content):
    blank = NLP.make_doc(text)
    size = len(blank)
    verbs = {"said", "told", "dit"}
    pos = [
        "SPACE" if t.is_space else "PUNCT" if t.is_punct else "VERB" if t.lower_ in verbs else "PROPN" for t in blank
    ]
    tags = [{"VERB": "VBD", "PROPN": "NNP"}.get(tag, tag) for tag in pos]
    root = next((i for i, tag in enumerate(pos) if tag == "VERB"), 0)
    doc = Doc(
        blank.vocab,
        words=[t.text for t in blank],
        spaces=[bool(t.whitespace_) for t in blank],
        tags=tags,
        pos=pos,
        lemmas=["say" if tag == "VERB" else t.lower_ for t, tag in zip(blank, pos, strict=True)],
        heads=[root] * size,
        deps=["ROOT" if i == root else "nsubj" for i in range(size)],
    )

    def inside(place):
        return tuple(sorted({i % size for i in place}))

    frames = (Frame(inside(cue), inside(source), inside(content), 0.9, 0.9),) if size else ()
    turns = find_turns(text)
    return draft_attributions(doc, Readings(frames), with_turns(find_quotations(text), turns), LEXICONS, turns=turns)


places = st.lists(st.integers(0, 60), max_size=12)


@pytest.mark.parametrize("text", ODD)
@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=2), places, places)
def test_odd_marks(text, cue, source, content):
    check(text, draft(text, cue, source, content))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB '\"“”‘’«»„:–\n.,?!", max_size=60), places, places, places)
def test_any_marks(text, cue, source, content):
    check(text, draft(text, cue or [0], source, content))


def check(text, drafts):
    for found in drafts:
        assert found.content
        assert 0 <= found.confidence <= 1
        end = -1
        for span in found.content:
            assert end <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
            end = span.end
        assert found.parent is None or 0 <= found.parent < len(drafts)
