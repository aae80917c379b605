"""Terms of anonymity, the relay, and who counts as anonymous."""

from __future__ import annotations

import pytest

from attribution.interpret.sources.anonymity import Reader, triggers_of
from attribution.interpret.vocabulary import vocabulary_of
from tests.interpret.docs import LEXICONS, build, draft, identify

SAID = " ,/, said/VBD rates/NNS fell/VBD ./."


def reader(doc) -> Reader:
    borders = {t.i: 0 if t.i else -1 for t in doc if t.text in {"said", "told", "that"}}
    return Reader(doc, triggers_of(LEXICONS.anonymity), vocabulary_of(LEXICONS.sources), borders)


@pytest.mark.parametrize(
    ("rows", "terms"),
    [
        (
            "An/DT aide/NN ,/, speaking/VBG on/IN condition/NN of/IN anonymity/NN" + SAID,
            ["on condition of anonymity"],
        ),
        (
            "An/DT aide/NN ,/, who/WP asked/VBD not/RB to/TO be/VB named/VBN" + SAID,
            ["who asked not to be named"],
        ),
        (
            "Aides/NNS who/WP declined/VBD to/TO be/VB identified/VBN because/IN she/PRP feared/VBD reprisals/NNS"
            + SAID,
            ["who declined to be identified because she feared reprisals"],
        ),
        (
            "An/DT aide/NN requested/VBD anonymity/NN ,/, citing/VBG the/DT rules/NNS ./.",
            ["requested anonymity, citing the rules"],
        ),
        (
            "Aides/NNS said/VBD so/RB because/IN he/PRP was/VBD not/RB authorized/VBN to/TO speak/VB publicly/RB ./.",
            ["because he was not authorized to speak publicly"],
        ),
        ("He/PRP told/VBD us/PRP on/IN condition/NN of/IN anonymity/NN that/IN rates/NNS fell/VBD ./.", None),
        (
            "Ines/NNP ,/, who/WP did/VBD not/RB want/VB the/DT school/NN named/VBN ,/, left/VBD ./.",
            ["who did not want the school named"],
        ),
        ("Staff/NN declined/VBD to/TO be/VB quizzed/VBN but/CC one/CD gave/VBD his/PRP$ name/NN ./.", []),
        ("The/DT payment/NN was/VBD not/RB authorized/VBN by/IN the/DT board/NN ./.", []),
        ("She/PRP asked/VBD not/RB to/TO be/VB moved/VBN to/IN Oslo/NNP ./.", []),
        ("The/DT house/NN was/VBD in/IN good/JJ condition/NN ./.", []),
    ],
)
def test_statements_of_terms(rows: str, terms: list[str] | None) -> None:
    doc = build(rows)
    found = [doc[a:b].text for a, b in reader(doc).terms(0, len(doc))]
    assert found == (["on condition of anonymity"] if terms is None else terms)


@pytest.mark.parametrize(
    ("rows", "relay"),
    [
        ("He/PRP told/VBD the/DT BBC/NNP/ORG that/IN rates/NNS fell/VBD ./.", ["the BBC"]),
        ("Speaking/VBG to/IN Reuters/NNP/ORG ,/, he/PRP said/VBD no/UH ./.", ["Reuters"]),
        (
            "In/IN an/DT interview/NN with/IN the/DT Evening/NNP Gazette/NNP ,/, he/PRP said/VBD no/UH ./.",
            ["the Evening Gazette"],
        ),
        ("He/PRP told/VBD the/DT newspaper/NN that/IN rates/NNS fell/VBD ./.", ["the newspaper"]),
        ("He/PRP told/VBD KGUN/NNP/ORG that/IN rates/NNS fell/VBD ./.", ["KGUN"]),
        ("He/PRP said/VBD on/IN television/NN that/IN rates/NNS fell/VBD ./.", []),
        ("He/PRP told/VBD police/NNS that/IN rates/NNS fell/VBD ./.", []),
        ("He/PRP told/VBD the/DT Senate/NNP/ORG that/IN rates/NNS fell/VBD ./.", []),
        ("He/PRP told/VBD reporters/NNS that/IN rates/NNS fell/VBD ./.", []),
    ],
)
def test_relays(rows: str, relay: list[str]) -> None:
    doc = build(rows.replace("Speaking", "speaking"))
    assert [doc[r.start : r.end].text for r in reader(doc).relays(0, len(doc))] == relay


@pytest.mark.parametrize(
    ("source", "cue", "tail", "anonymous"),
    [
        ("An/DT official/NN", "said", "", True),
        ("US/NNP officials/NNS", "said", "", True),
        ("Two/CD neighbours/NNS", "said", "", True),
        ("Sources/NNS", "said", "", True),
        ("A/DT person/NN familiar/JJ with/IN it/PRP", "said", "", True),
        ("An/DT official/NN", "told", "police/NNS", False),
        ("An/DT official/NN", "told", "her/PRP", False),
        ("A/DT judge/NN", "ruled", "", False),
        ("Critics/NNS", "said", "", False),
        ("Experts/NNS", "said", "", False),
        ("Many/JJ", "said", "", False),
        ("Those/DT familiar/JJ with/IN it/PRP", "said", "", True),
        ("Those/DT present/JJ", "said", "", False),
        ("One/CD Danish/JJ reviewer/NN", "said", "", False),
        ("The/DT mayor/NN", "said", "", False),
        ("The/DT ministry/NN", "said", "", False),
        ("A/DT report/NN", "said", "", False),
        ("Ana/NNP/PERSON Brunner/NNP/PERSON", "said", "", False),
    ],
)
def test_who_is_anonymous(source: str, cue: str, tail: str, anonymous: bool) -> None:
    doc = build(f"{source} {cue}/VBD {tail} rates/NNS fell/VBD ./.")
    words = doc.text[: doc.text.index(f" {cue}")]
    reading = identify(doc, draft(doc, cue, words, "rates fell"))
    assert reading.sources[0].anonymous is anonymous


def test_terms_leave_the_source_and_stay_with_it() -> None:
    doc = build("An/DT aide/NN ,/, who/WP asked/VBD not/RB to/TO be/VB named/VBN" + SAID)
    source = identify(doc, draft(doc, "said", "An aide, who asked not to be named", "rates fell")).sources[0]
    assert [span.text for span in source.spans] == ["An aide"]
    assert source.anonymity_reason.text == "who asked not to be named"
    assert source.anonymous


def test_a_relay_leaves_the_source() -> None:
    doc = build("An/DT aide/NN ,/, speaking/VBG to/IN Reuters/NNP/ORG" + SAID)
    source = identify(doc, draft(doc, "said", "An aide, speaking to Reuters", "rates fell")).sources[0]
    assert [span.text for span in source.spans] == ["An aide"]
    assert source.via.text == "Reuters"


def test_a_reporting_agency_is_the_relay_of_what_it_reports() -> None:
    doc = build("The/DT ministry/NN said/VBD rates/NNS fell/VBD ,/, AFP/NNP/ORG reported/VBD ./.")
    reading = identify(
        doc,
        draft(doc, "reported", "AFP", "The ministry said rates fell"),
        draft(doc, "said", "The ministry", "rates fell", parent=0),
    )
    assert reading.sources[1].via.text == "AFP"
    assert reading.sources[0].via is None


def test_a_noun_of_several_words_is_looked_up_whole():
    triggers = triggers_of(LEXICONS.anonymity)
    assert triggers.has("public", "chief financial officer")
    assert not triggers.has("public", "chief financial")
    assert not triggers.has("public", "chief press officer")
    assert not triggers.has("public", "")
