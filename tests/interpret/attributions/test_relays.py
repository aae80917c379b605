"""Who is quoted gets the claim, who quotes passes it on; asides speak for all the rest of their sentence."""

from __future__ import annotations

import pytest

import attribution

pytestmark = pytest.mark.model


def chains(text, nlp):
    """For each claim its words, and the sources of its attributions from the outermost inwards."""
    report = attribution.analyze(text, nlp=nlp)
    sources = {
        item.id: "" if item.source is None else " ".join(span.text for span in item.source.spans)
        for item in report.attributions
    }
    return {
        " ".join(span.text for span in claim.spans).removeprefix("that "): [
            sources[name] for name in claim.attributions
        ]
        for claim in report.claims
    }


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "Reuters reported, citing an official, that the dam had burst.",
            "the dam had burst",
            ["Reuters", "an official"],
        ),
        ("The dam had burst, Reuters reported, citing Ann Lee.", "The dam had burst", ["Reuters", "Ann Lee"]),
        ("Reuters quoted Ann Lee as saying that the dam had burst.", "the dam had burst", ["Reuters", "Ann Lee"]),
        (
            "Ann Lee was quoted by Reuters as saying that the dam had burst.",
            "the dam had burst",
            ["Reuters", "Ann Lee"],
        ),
        (
            "Reuters quoted Ann Lee as saying that the ministry had said the dam had burst.",
            "the dam had burst",
            ["Reuters", "Ann Lee", "the ministry"],
        ),
        ("As a diplomat put it, the dam will burst soon.", "the dam will burst soon", ["a diplomat"]),
        ("The dam, as the ministry has said, will burst soon.", "The dam will burst soon", ["the ministry"]),
        ("The dam will burst soon, it is said.", "The dam will burst soon", [""]),
        ("The dam will burst soon, it was announced by Ann Lee.", "The dam will burst soon", ["Ann Lee"]),
        ("The dam was paid for by Rome, it was confirmed by Kenya.", "The dam was paid for by Rome", ["Kenya"]),
        ("The dam had burst, Ann Lee said, according to Reuters.", "The dam had burst", ["Reuters", "Ann Lee"]),
        ("The dam had burst, Kyodo quoted an official as saying.", "The dam had burst", ["Kyodo", "an official"]),
        ("The dam had burst, Eun-ji Choi and Ann Lee said.", "The dam had burst", ["Eun-ji Choi and Ann Lee"]),
        ("A man said he had heard that the dam had burst.", "the dam had burst", ["A man", "he"]),
    ],
)
def test_chain_of_sources(text, content, expected, nlp):
    assert chains(text, nlp).get(content) == expected


@pytest.mark.parametrize(
    "text",
    ["The airline cancelled ninety flights, citing bad weather.", "As the crowd cheered, the train left the station."],
)
def test_reasons_and_times_name_no_source(text, nlp):
    assert all(
        "weather" not in source and "crowd" not in source for found in chains(text, nlp).values() for source in found
    )
