"""Sentences that go on in free indirect speech, on Docs built by hand."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.attributions.continuations import with_continuations
from attribution.interpret.readings import Frame

VOCAB = English().vocab
SAID = [("Ruiz", "PROPN", "NNP", 1, "nsubj"), ("said", "VERB", "VBD", 1, "ROOT")]
SAYS = [("Ruiz", "PROPN", "NNP", 1, "nsubj"), ("says", "VERB", "VBZ", 1, "ROOT")]
WOULD_SHUT = [
    ("the", "DET", "DT", 3, "det"),
    ("mine", "NOUN", "NN", 5, "nsubj"),
    ("would", "AUX", "MD", 5, "aux"),
    ("shut", "VERB", "VB", 1, "ccomp"),
    (".", "PUNCT", ".", 1, "punct"),
]
WAS_SHUT = [
    ("the", "DET", "DT", 3, "det"),
    ("mine", "NOUN", "NN", 5, "nsubj:pass"),
    ("was", "AUX", "VBD", 5, "aux:pass"),
    ("shut", "VERB", "VBN", 1, "ccomp"),
    (".", "PUNCT", ".", 1, "punct"),
]


def clause(subject, auxiliary, verb="VB", end="."):
    """Return "It would reopen." with other words."""
    kind = "PRON" if subject in {"It", "They"} else "NOUN"
    return [
        (subject, kind, "PRP" if kind == "PRON" else "NNS", 2, "nsubj"),
        (auxiliary, "AUX", "MD" if auxiliary != "had" else "VBD", 2, "aux"),
        ("reopen", "VERB", verb, 2, "ROOT"),
        (end, "PUNCT", ".", 2, "punct"),
    ]


def content(*sentences, space=""):
    """Return the words of the content of the attribution that the first sentence makes."""
    rows, heads = [], []
    for sentence in sentences:
        start = len(rows)
        rows += [(*row[:3], row[4]) for row in sentence]
        heads += [start + row[3] for row in sentence]
        if sentence is sentences[0] and space:
            rows.append((space, "SPACE", "_SP", "dep"))
            heads.append(len(rows) - 2)
    words, pos, tags, deps = map(list, zip(*rows, strict=True))
    starts = [head == i and deps[i] == "ROOT" for i, head in enumerate(heads)]
    doc = Doc(VOCAB, words=words, pos=pos, tags=tags, heads=heads, deps=deps, lemmas=[w.lower() for w in words])
    assert sum(starts) == len(list(doc.sents))
    (frame,) = with_continuations(doc, [Frame((1,), (0,), (2, 3, 4, 5))])
    return " ".join(words[i] for i in frame.content)


def test_a_sentence_in_the_same_shifted_tense_goes_on():
    assert content(SAID + WOULD_SHUT, clause("It", "would")) == "the mine would shut It would reopen ."


def test_would_goes_on_after_any_past():
    assert content(SAID + WAS_SHUT, clause("It", "would")) == "the mine was shut It would reopen ."


def test_several_sentences_go_on():
    went_on = content(SAID + WOULD_SHUT, clause("It", "would"), clause("They", "would"), clause("mines", "will"))
    assert went_on == "the mine would shut It would reopen . They would reopen ."


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param((SAYS + WOULD_SHUT, clause("It", "would")), id="present tense"),
        pytest.param((SAID + WOULD_SHUT, clause("It", "will")), id="not shifted"),
        pytest.param((SAID + WOULD_SHUT, clause("It", "had", "VBN")), id="another shift"),
        pytest.param((SAID + WOULD_SHUT, clause("Trains", "would")), id="another thing"),
        pytest.param((SAID + WOULD_SHUT, clause("It", "would", end="?")), id="a question"),
    ],
)
def test_other_sentences_do_not(sentences):
    first = " ".join(row[0] for row in sentences[0][2:6])
    assert content(*sentences) == first


def test_a_new_paragraph_does_not_go_on():
    assert content(SAID + WOULD_SHUT, clause("It", "would"), space="\n\n") == "the mine would shut"
