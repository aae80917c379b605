"""What an attentive reader finds in the two seed articles is found, with source, cue and content."""

from __future__ import annotations

import pytest

import attribution
from benchmarks import ours
from benchmarks.scorers.attributions import MIN_JACCARD
from benchmarks.scorers.spans import characters, jaccard, overlap

pytestmark = pytest.mark.model

# Article, the cue with words around it that occur once, the cue, the source, first and last words of the content.
FOUND = [
    ("press-tv", "sources say.", "say", "sources", "The United States has", "(ISIL) terrorists"),
    ("press-tv", "Syria claiming they", "claiming", "The United States", "they will assist", "(ISIL) terrorists"),
    ("press-tv", "AFP reported", "reported", "AFP", "The so-called Syrian", "past two days"),
    (
        "press-tv",
        "said on Thursday",
        "said",
        "The so-called Syrian Observatory for Human Rights",
        "that 30 US",
        "past two days",
    ),
    ("press-tv", "will allegedly help", "allegedly", None, "help plan", "and Raqqah"),
    ("press-tv", "told the BBC", "told", "A top official", "that this does", "military campaign"),
    ("press-tv", "have told The Associated", "have told", "US officials", "that Russia has", "weaken them"),
    (
        "trt-world",
        "according to reports made",
        "according to",
        "three Lebanese sources familiar with the political and military situation in the region",
        "Russian troops have begun",
        "Assad’s forces",
    ),
    (
        "trt-world",
        "identified, reported that",
        "reported",
        "one of the Lebanese sources",
        "that the number",
        "was small",
    ),
    (
        "trt-world",
        "according to reports given",
        "according to",
        "US officials",
        "In the past day",
        "naval infantry forces",
    ),
    ("trt-world", "They added that", "added", "They", "that the intent", "of Assad forces"),
    ("trt-world", "has also denied", "has also denied", "Assad’s government", "any military advances", "Syrian soil"),
    ("trt-world", "Zakharova said", "said", "Zakharova", '"Russia has never', "Syria,''"),
]


@pytest.fixture(scope="module")
def report(nlp, read_seed):
    reports = {name: attribution.analyze(read_seed(name), nlp=nlp) for name in ("press-tv", "trt-world")}
    return reports.__getitem__


def place(text, words, start=0):
    start = text.index(words, start)
    return start, start + len(words)


@pytest.mark.parametrize(("name", "around", "cue", "source", "first", "last"), FOUND, ids=[row[1] for row in FOUND])
def test_an_attribution_is_found_with_its_parts(report, name, around, cue, source, first, last):
    text = report(name).text
    assert text.count(around) == text.count(first) == 1
    wanted_cue = place(text, cue, text.index(around))
    content = (text.index(first), place(text, last, text.index(first))[1])
    candidates = [item for item in ours.roles(report(name)) if overlap(item.cue, (wanted_cue,))]
    assert candidates, f"no attribution with the cue {cue!r}"
    found = max(candidates, key=lambda item: _agreement(text, item.content, content))
    assert _agreement(text, found.content, content) >= MIN_JACCARD
    if source is None:
        assert not found.source
    else:
        assert " ".join(text[s:e] for s, e in found.source).replace("\xa0", " ") == source


def _agreement(text, pieces, wanted):
    return jaccard(characters(text, pieces), characters(text, (wanted,)))


def test_the_terms_of_anonymity_are_found(report):
    reasons = [
        a.source.anonymity_reason.text
        for a in report("trt-world").attributions
        if a.source and a.source.anonymity_reason
    ]
    assert reasons == ["on condition should they not be identified", "on condition they not be identified"]


def test_the_relay_is_found(report):
    relays = {
        a.source.via.text
        for n in ("press-tv", "trt-world")
        for a in report(n).attributions
        if a.source and a.source.via
    }
    assert {"the BBC", "The Associated Press", "Reuters"} <= relays


def test_headline_captions_credits_and_closing_line_are_told_from_body_text(report):
    kinds = [(sentence.kind, sentence.text) for sentence in report("trt-world").sentences]
    others = [(kind, text) for kind, text in kinds if kind != "body"]
    assert [kind for kind, _ in others] == ["heading", "caption", "credit", "credit", "caption", "credit"]
    assert others[0][1] == "Russian troops deployed in Syria"
    assert others[-1][1] == "TRTWorld and agencies"


def test_credits_give_no_claims(report):
    found = report("trt-world")
    assert not [claim for claim in found.claims if found.sentences[claim.sentence].kind in {"byline", "credit"}]
