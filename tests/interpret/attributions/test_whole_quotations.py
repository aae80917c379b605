"""A quotation belongs as a whole to whoever its beginning is given to."""

import pytest
from spacy.lang.en import English

from attribution.interpret.attributions.whole_quotations import with_whole_quotations
from attribution.interpret.readings import Frame
from attribution.interpret.text.quotes import find_quotations

nlp = English()


def completed(text, *parts):
    """Return the contents, as texts, of frames given as (cue, source, content) by their words in the text."""
    doc = nlp(text)

    def tokens(words):
        start = text.index(words)
        return tuple(t.i for t in doc if start <= t.idx < start + len(words))

    frames = [Frame(*map(tokens, part)) for part in parts]
    return [
        " ".join(doc[i].text for i in frame.content if not doc[i].is_punct)
        for frame in with_whole_quotations(doc, frames, find_quotations(text))
    ]


@pytest.mark.parametrize("marks", ['""', "“”", "«»"])
def test_the_rest_of_a_quotation_follows_its_beginning(marks):
    text = f"Ana Ruiz said: {marks[0]}We tried. The pump failed. Nobody came.{marks[1]} The river rose."
    assert completed(text, ("said", "Ana Ruiz", "We tried")) == ["We tried The pump failed Nobody came"]


def test_a_piece_that_does_not_begin_the_quotation_stays_as_it_is():
    text = "“We tried for days. The pump failed,” said Ruiz, warning of floods."
    assert completed(text, ("warning", "Ruiz", "pump failed")) == ["pump failed"]


def test_who_speaks_inside_the_quotation_gets_nothing_more():
    text = "“The minister said it was safe. I never believed him,” Ruiz recalled."
    found = completed(text, ("recalled", "Ruiz", "The minister said it"), ("said", "The minister", "it was safe"))
    assert found == ["The minister said it was safe I never believed him", "it was safe"]


def test_marks_around_a_cue_enclose_nothing():
    text = 'We tried," Ruiz said on the bridge, "and failed.'
    assert completed(text, ("said", "Ruiz", "We tried"), ("said", "Ruiz", "on the bridge")) == [
        "We tried",
        "on the bridge",
    ]


def test_a_paragraph_after_a_colon_is_a_quotation_without_marks():
    text = "The governor added:\n\nShe knows nothing. It never stops.\n\nThe hearing goes on."
    assert completed(text, ("added", "The governor", "She knows")) == ["She knows nothing It never stops"]


def test_a_paragraph_that_has_quotations_of_its_own_is_none():
    text = "The governor added:\n\nShe knows “nothing”. It never stops.\n\nThe hearing goes on."
    assert completed(text, ("added", "The governor", "She knows")) == ["She knows"]


def test_nothing_quoted_is_nothing_completed():
    assert completed("Ruiz said the pump failed.", ("said", "Ruiz", "the pump")) == ["the pump"]
