"""The forms in which news attributes that the encoder learned little of: headings, prepositions, what is nested."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import attribution

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

pytestmark = pytest.mark.model

FORMS = tomllib.loads(Path(__file__).with_name("forms.toml").read_text(encoding="utf-8"))["form"]


def found(text, nlp):
    """Each attribution as (source, cue, content)."""
    return [
        (
            "" if item.source is None else " ".join(span.text for span in item.source.spans),
            " ".join(span.text for span in item.cue),
            " … ".join(span.text for span in item.content),
        )
        for item in attribution.analyze(text, nlp=nlp).attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Coffee lowers risk of stroke, study finds\n\nResearchers in Seoul followed 12,000 adults for a decade.",
            ("study", "finds", "Coffee lowers risk of stroke"),
        ),
        (
            "Glencore close to sale of Zambian mine, say sources\n\nIt has talked to three bidders since August.",
            ("sources", "say", "Glencore close to sale of Zambian mine"),
        ),
        (
            "Two killed in Quito landslide: minister\n\nRain had fallen for three days.",
            ("minister", ":", "Two killed in Quito landslide"),
        ),
        (
            "Vodafone in talks to buy Spanish rival – report\n\nShares of both firms rose on Monday.",
            ("report", "–", "Vodafone in talks to buy Spanish rival"),
        ),
        (
            "Man 'threatened neighbour with sword', court hears\n\nThe trial goes on.",
            ("court", "hears", "Man 'threatened neighbour with sword'"),
        ),
        (
            "'I was never asked': Kiwi swimmer hits out at selectors\n\nShe was left off the team for Paris.",
            ("Kiwi swimmer", ":", "'I was never asked'"),
        ),
        (
            "Talks ended. The deal, in the words of one Turkish diplomat, is \"dead and buried\".",
            ("one Turkish diplomat", "in the words of", 'The deal … is "dead and buried"'),
        ),
        (
            "The lake is shrinking. Per Statistics Canada, it has lost a third of its water since 1990.",
            ("Statistics Canada", "Per", "it has lost a third of its water since 1990"),
        ),
        (
            "AFP reported that the Red Cross said that the army had told it to leave the camp.",
            ("the army", "had told", "to leave the camp"),
        ),
        (
            '"I told Jensen to lock the gate," the keeper of the zoo said.',
            ("I", "told", "to lock the gate"),
        ),
        (
            "\"She looked at me and said 'Run', so I ran,\" the boy told police in Izmir.",
            ("She", "said", "'Run'"),
        ),
        (
            "Beef, the study's authors note, uses twenty times the land of beans.",
            ("the study's authors", "note", "Beef … uses twenty times the land of beans"),
        ),
        (
            "The alleged fraud cost the port of Durban 40 million rand.",
            ("", "alleged", "fraud"),
        ),
        ("The sale has fallen through, it is understood.", ("", "is understood", "The sale has fallen through")),
    ],
)  # fmt: skip
def test_form(text, expected, nlp):
    assert expected in found(text, nlp)


def cases(forms):
    """Those that the encoder does not see are expected to fail, so that one which it learns to see is noticed."""
    missed = pytest.mark.xfail(strict=True, reason="the encoder does not see it")
    return [pytest.param(form, id=form["text"][:40], marks=[missed] if form.get("missed") else []) for form in forms]


@pytest.mark.parametrize("form", cases(FORMS))
def test_what_an_editor_would_note(form, nlp):
    noted = found(form["text"], nlp)
    assert {tuple(item) for item in form["attributions"]} <= set(noted)
    assert form["attributions"] or not noted


@pytest.mark.parametrize(
    "text",
    [
        "As he said goodbye, the old conductor wept. The orchestra in Dresden played on.",
        "The actor reiterated his concerns and attacked his rival. Fans queued in the rain in Mumbai.",
        "The company refused to answer questions about the leak. Its shares fell 4%.",
        "Shell said no more. The well off Namibia has been sealed.",
        "She wants a new bike and a holiday by the sea. Her brother wants a dog.",
        "Rent is ten euros per user. A certain number of flats stand empty.",
        "In pictures: the best of the Rio carnival – gallery\n\nThe parade lasted until dawn.",
    ],
)
def test_nothing_is_ascribed(text, nlp):
    assert found(text, nlp) == []


def test_the_mark_that_closes_a_quotation_is_left_to_the_outer_content(nlp):
    text = '"He swore that he had done it." The keeper of the zoo said so. "He swore that he had done it," she said.'
    contents = {content for source, _, content in found(text, nlp) if source == "He"}
    assert contents
    assert not any(content.endswith('"') for content in contents)
