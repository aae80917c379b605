"""Frames accepted, mended and added, on Docs built by hand."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.attributions.grammar import find_by_grammar
from attribution.interpret.attributions.hearsay import find_hearsay
from attribution.interpret.frames.acceptance import Acceptance, accepted
from attribution.interpret.frames.repairs import repaired
from attribution.interpret.readings import Frame
from attribution.lexicons import Lexicons

VOCAB = English().vocab
CUES = Lexicons.default().cues


def build(rows, starts=(0,)):
    """Make a Doc from lines of ``word lemma tag pos head dep`` (heads count from 0)."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, lemmas, tags, pos, heads, deps = (list(column) for column in zip(*cells, strict=True))
    doc = Doc(VOCAB, words=words, lemmas=lemmas, tags=tags, pos=pos, heads=list(map(int, heads)), deps=deps)
    assert [sentence.start for sentence in doc.sents] == list(starts)
    return doc


def words(doc, indices):
    return " ".join(doc[i].text for i in indices)


NESTED = build("""
AFP AFP NNP PROPN 1 nsubj
reported report VBD VERB 1 ROOT
that that IN SCONJ 5 mark
the the DT DET 4 det
mayor mayor NN NOUN 5 nsubj
said say VBD VERB 1 ccomp
prices price NNS NOUN 7 nsubj
fell fall VBD VERB 5 ccomp
. . . PUNCT 1 punct
""")
OUTER = Frame((1,), (0,), (2, 3, 4, 5, 6, 7), 0.9, 0.8)


def test_a_nested_verb_of_speech_is_found():
    (frame,) = find_by_grammar(NESTED, [OUTER], CUES)
    assert (words(NESTED, frame.cue), words(NESTED, frame.source), words(NESTED, frame.content)) == (
        "said",
        "the mayor",
        "prices fell",
    )


def test_outside_a_content_the_encoder_decides():
    assert list(find_by_grammar(NESTED, [], CUES)) == []


def test_a_cue_that_is_taken_is_left_alone():
    inner = Frame((5,), (3, 4), (6, 7), 0.9, 0.8)
    assert list(find_by_grammar(NESTED, [OUTER, inner], CUES)) == []


BELIEVED = build("""
It it PRP PRON 2 expl
is be VBZ AUX 2 aux:pass
believed believe VBN VERB 2 ROOT
that that IN SCONJ 5 mark
prices price NNS NOUN 5 nsubj
fell fall VBD VERB 2 ccomp
""")
SAID_TO = build("""
He he PRP PRON 2 nsubj:pass
is be VBZ AUX 2 aux:pass
said say VBN VERB 2 ROOT
to to TO PART 5 mark
have have VB AUX 5 aux
fled flee VBN VERB 2 xcomp
""")
TOLD_TO = build("""
He he PRP PRON 2 nsubj:pass
was be VBD AUX 2 aux:pass
told tell VBN VERB 2 ROOT
to to TO PART 4 mark
leave leave VB VERB 2 xcomp
""")
PROMISE = build("""
The the DT DET 1 det
king king NN NOUN 3 nmod:poss
's 's POS PART 1 case
promise promise NN NOUN 7 nsubj:pass
to to TO PART 5 mark
leave leave VB VERB 3 acl
was be VBD AUX 7 aux:pass
broken break VBN VERB 7 ROOT
""")


@pytest.mark.parametrize(
    ("doc", "cue", "source", "content"),
    [
        (BELIEVED, "is believed", "", "that prices fell"),
        (SAID_TO, "is said", "", "He to have fled"),
        (PROMISE, "promise", "The king", "to leave"),
    ],
)
def test_passives_and_nouns(doc, cue, source, content):
    (frame,) = find_by_grammar(doc, [], CUES)
    assert (words(doc, frame.cue), words(doc, frame.source), words(doc, frame.content)) == (cue, source, content)


def test_what_somebody_was_told_to_do_is_not_hearsay():
    assert list(find_by_grammar(TOLD_TO, [], CUES)) == []


def test_unsure_frames_need_grammar():
    limits = Acceptance(alone=0.5, with_grammar=0.1)
    inner = Frame((5,), (3, 4), (6, 7), 0.2, 0.2)
    stray = Frame((1,), (0,), (3, 4), 0.2, 0.2)
    doubtful = Frame((5,), (3, 4), (6, 7), 0.05, 0.05)
    assert accepted(NESTED, [OUTER, inner, stray, doubtful], CUES, limits) == [OUTER, inner]


ACCORDING = build("""
According accord VBG VERB 2 case
to to IN ADP 0 fixed
doctors doctor NNS NOUN 7 obl
who who WP PRON 4 nsubj
waited wait VBD VERB 2 acl:relcl
, , , PUNCT 7 punct
he he PRP PRON 7 nsubj
slept sleep VBD VERB 7 ROOT
""")


def test_according_to_somebody_is_about_the_main_clause():
    (frame,) = repaired(ACCORDING, [Frame((0, 1), (2,), (3, 4), 0.9, 0.9)], CUES)
    assert words(ACCORDING, frame.content) == ", he slept"


def test_a_cue_is_more_than_an_auxiliary():
    assert repaired(BELIEVED, [Frame((1,), (), (3, 4, 5), 0.9, 0.9)], CUES) == []


def test_a_hearsay_adverb_before_the_verb_is_a_cue_of_its_own():
    doc = build("""
    They they PRP PRON 2 nsubj
    reportedly reportedly RB ADV 2 advmod
    said say VBD VERB 2 ROOT
    no no UH INTJ 2 obj
    """)
    (frame,) = repaired(doc, [Frame((1, 2), (0,), (3,), 0.9, 0.9)], CUES)
    assert words(doc, frame.cue) == "said"


TWO = build(
    """
He he PRP PRON 1 nsubj
refused refuse VBD VERB 1 ROOT
. . . PUNCT 1 punct
I I PRP PRON 4 nsubj
know know VBP VERB 4 ROOT
nothing nothing NN PRON 4 obj
about about IN ADP 7 case
it it PRP PRON 4 obl
. . . PUNCT 4 punct
""",
    starts=(0, 3),
)


def test_a_stray_word_of_another_sentence_is_no_content():
    assert repaired(TWO, [Frame((1,), (0,), (7,), 0.9, 0.9)], CUES) == []
    (frame,) = repaired(TWO, [Frame((1,), (0,), (3, 4, 5, 6, 7), 0.9, 0.9)], CUES)
    assert words(TWO, frame.content) == "I know nothing about it"


HEARSAY = build("""
The the DT DET 1 det
firm firm NN NOUN 3 nsubj
allegedly allegedly RB ADV 3 advmod
hid hide VBD VERB 3 ROOT
an a DT DET 6 det
alleged alleged JJ ADJ 6 amod
attack attack NN NOUN 3 obj
""")


def test_hearsay_adverbs_and_adjectives():
    first, second = find_hearsay(HEARSAY, [], CUES)
    assert words(HEARSAY, first.content) == "The firm hid an alleged attack"
    assert words(HEARSAY, second.content) == "attack"
    assert list(find_hearsay(HEARSAY, [first, second], CUES)) == []
