"""A snapshot answers like the Doc that it is of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from attribution.snapshot import ends_in, original, snapshot, span_in, starts_in

VOCAB = English().vocab
WORDS = st.sampled_from(["“", "the", "U.S.", "Says", "\n\n", " ", "12", "na\u00efve", "\U0001f600", ",", "-", "THE"])
PLAIN = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ is_space is_punct is_alpha is_quote is_sent_start"
    " whitespace_ like_num is_title shape_"
).split()


@st.composite
def docs(draw):
    """Docs with and without annotation; heads stay within two sentences."""
    words = draw(st.lists(WORDS, max_size=9))
    spaces = [draw(st.booleans()) for _ in words]
    if not words or draw(st.booleans()):
        return Doc(VOCAB, words, spaces)
    cut = draw(st.integers(0, len(words)))
    bounds = [(0, cut) if index < cut else (cut, len(words)) for index in range(len(words))]
    # Each word hangs on one before it in its sentence, or is its own head.
    heads = [draw(st.integers(low, index)) for index, (low, _) in enumerate(bounds)]
    doc = Doc(
        VOCAB,
        words,
        spaces,
        tags=[draw(st.sampled_from(["NN", "VBD"])) for _ in words],
        pos=[draw(st.sampled_from(["NOUN", "VERB"])) for _ in words],
        lemmas=[word.lower() for word in words],
        heads=heads,
        deps=["ROOT" if head == index else "nsubj" for index, head in enumerate(heads)],
    )
    start = draw(st.integers(0, len(words) - 1))
    doc.set_ents([Span(doc, start, draw(st.integers(start + 1, len(words))), label="PERSON")])
    return doc


@settings(max_examples=40)
@given(docs())
def test_tokens_answer_alike(doc):
    with snapshot(doc) as seen:
        assert (seen.text, len(seen), original(seen)) == (doc.text, len(doc), doc)
        assert (starts_in(seen), ends_in(seen)) == (starts_in(doc), ends_in(doc))
        assert [doc.text[start:end] for start, end in zip(starts_in(seen), ends_in(seen), strict=True)] == [
            token.text for token in doc
        ]
        for token, copy in zip(doc, seen, strict=True):
            assert [getattr(copy, name) for name in PLAIN] == [getattr(token, name) for name in PLAIN]
            assert (len(copy), str(copy), copy.head.i) == (len(token), str(token), token.head.i)
            for name in ("children", "lefts", "rights", "subtree"):
                assert [word.i for word in getattr(copy, name)] == [word.i for word in getattr(token, name)]
            assert (copy.left_edge.i, copy.right_edge.i) == (token.left_edge.i, token.right_edge.i)
            assert copy == seen[token.i] == seen[token.i - len(doc)]
            if token.i:
                assert copy.nbor(-1) == seen[token.i - 1]


@settings(max_examples=40)
@given(docs(), st.integers(-12, 12), st.integers(-12, 12))
def test_stretches_answer_alike(doc, start, end):
    with snapshot(doc) as seen:
        span, copy = doc[start:end], span_in(seen, start, end)
        assert seen[start:end] == list(copy)
        assert (copy.text, len(copy), [word.i for word in copy]) == (span.text, len(span), [word.i for word in span])
        if len(span):
            assert (copy.start, copy.end, copy.root.i) == (span.start, span.end, span.root.i)
        found, same = doc.char_span(0, len(doc.text)), seen.char_span(0, len(doc.text))
        assert (found and (found.start, found.end)) == (same and (same.start, same.end))


@settings(max_examples=40)
@given(docs())
def test_words_of_a_sentence_share_it(doc):
    if not doc.has_annotation("SENT_START"):
        return
    with snapshot(doc) as seen:
        assert [(span.start, span.end) for span in seen.sents] == [(span.start, span.end) for span in doc.sents]
        for token, copy in zip(doc, seen, strict=True):
            assert (copy.sent.start, copy.sent.end) == (token.sent.start, token.sent.end)
            assert copy.sent == seen[token.sent.start].sent


def test_it_shows_the_doc_as_it_was():
    doc = Doc(VOCAB, ["sources", "say"])
    with snapshot(doc) as seen:
        doc[0].tag_ = "NNS"
        assert (doc[0].tag_, seen[0].tag_) == ("NNS", "")


def test_what_neither_has_is_an_error():
    with snapshot(Doc(VOCAB, ["sources"])) as seen, pytest.raises(AttributeError):
        _ = seen[0].nonsense
