"""Quotations that marks and layout credit to somebody, on Docs built by hand."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from attribution.interpret.attributions.credits import find_credited
from attribution.interpret.readings import Frame
from attribution.interpret.text.quotes import find_quotations
from attribution.interpret.text.turns import find_turns, with_turns
from attribution.lexicons import Lexicons

NLP = English()
CUES = Lexicons.default().cues


def read(text, pos, heads=None, frames=()):
    """Credit the quotations of a text; ``pos`` names the tags that matter by word, all other words are nouns."""
    blank = NLP.make_doc(text)
    tags = [pos.get(t.text, "SPACE" if t.is_space else "PUNCT" if t.is_punct else "NOUN") for t in blank]
    fine = [{"PROPN": "NNP", "VERB": "VBD", "PRON": "PRP", "ADP": "IN", "NOUN": "NN"}.get(tag, tag) for tag in tags]
    places = {t.text: t.i for t in blank}
    last = len(blank) - 1
    above = [places[heads[t.text][0]] if heads and t.text in heads else last for t in blank]
    deps = [heads[t.text][1] if heads and t.text in heads else "ROOT" if t.i == last else "dep" for t in blank]
    doc = Doc(
        blank.vocab,
        words=[t.text for t in blank],
        spaces=[bool(t.whitespace_) for t in blank],
        pos=tags,
        tags=fine,
        heads=above,
        deps=deps,
    )
    assert doc.text == text
    turns = find_turns(text)
    found = find_credited(doc, frames, with_turns(find_quotations(text), turns), turns, CUES)

    def words(indices):
        return doc[indices[0] : indices[-1] + 1].text if indices else ""

    return [(words(f.source), words(f.cue), words(f.content)) for f in found]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ('"Stay inside tonight, please." – Governor Lito Ramos', "Governor Lito Ramos", "–"),
        ('"Stay inside tonight, please."\n-- Lito Ramos, governor of Cebu', "Lito Ramos, governor of Cebu", "--"),
    ],
)
def test_a_name_after_a_dash(text, source, cue):
    (found,) = read(text, {"Lito": "PROPN", "Ramos": "PROPN", "Governor": "PROPN", "Cebu": "PROPN"})
    assert found == (source, cue, '"Stay inside tonight, please."')


def test_marks_inside_do_not_shorten_what_a_name_after_a_dash_said():
    text = "“He said ‘Some people are poor.” And that is all of it “the root of evil’.” ― Ana Ruiz"
    (found,) = read(text, {"Ana": "PROPN", "Ruiz": "PROPN"})
    assert found == ("Ana Ruiz", "―", text[: text.index(" ―")])


def test_a_dash_before_a_clause_credits_nobody():
    assert read('"Stay inside tonight, please." – then the lights went out', {"went": "VERB"}) == []


def test_a_verb_that_no_lexicon_knows():
    text = '"It is rubbish," fumed Kirk.'
    found = read(text, {"fumed": "VERB", "Kirk": "PROPN"}, {"Kirk": ("fumed", "nsubj")})
    assert found == [("Kirk", "fumed", '"It is rubbish,"')]


def test_a_name_and_a_colon():
    text = 'And from Chairwoman Fong:\n\n"This is a good day."'
    heads = {"And": ("Fong", "cc"), "from": ("Fong", "case"), "Chairwoman": ("Fong", "compound")}
    found = read(text, {"Fong": "PROPN", "Chairwoman": "PROPN", "from": "ADP"}, heads)
    assert found == [("Chairwoman Fong", ":", '"This is a good day."')]


def test_a_colon_after_what_cannot_speak():
    text = 'The answer is plain: "This is a good day."'
    heads = {"answer": ("plain", "nsubj"), "The": ("answer", "det"), "is": ("plain", "cop")}
    assert read(text, {"The": "DET", "is": "AUX", "plain": "ADJ"}, heads) == []


def test_a_quotation_that_fills_the_next_paragraph_goes_on():
    text = '"We have won this," Phiri said.\n\n"They know it well enough."'
    (found,) = read(text, {}, frames=[Frame((8,), (7,), (0, 1, 2, 3, 4, 5, 6))])
    assert found[2].endswith('"They know it well enough."')


def test_a_turn_takes_the_place_of_what_was_read_of_its_name():
    text = "OKAFOR: Let us begin.\n\nCOLE: I said so."
    stray = Frame((1,), (), (0,))
    inner = Frame((10,), (9,), (11,))
    found = read(text, {}, frames=[stray, inner])
    assert ("OKAFOR", ":", "Let us begin.") in found
    assert ("COLE", ":", "I said so.") in found
    assert ("I", "said", "so") in found
    assert len(found) == 3
