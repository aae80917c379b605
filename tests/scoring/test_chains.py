"""Who stands between the reader and a claim: nesting, self-relays, facts about a source that hold in the whole text."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve

from attribution.report import Attribution, Claim, Entity, Hedge, Report, Score, Sentence, Source, Span
from attribution.scoring import score
from tests.scoring.cases import UNSCORED, Writing


class Text:
    """A report made sentence by sentence."""

    def __init__(self) -> None:
        self.write = Writing()
        self.attributions: list[Attribution] = []
        self.claims: list[Claim] = []
        self.hedges: list[Hedge] = []

    def says(self, source: Source | None, content: Span, cue: str = "said", **fields: object) -> str:
        name = f"A{len(self.attributions) + 1}"
        given = {"cue_kind": "verb", "stance": "neutral", "quotation": "indirect", **fields}
        self.attributions.append(Attribution(name, (self.write(cue),), source=source, content=(content,), **given))
        return name

    def source(self, words: str, identification: str = "named", entity: str | None = None, **fields: object) -> Source:
        given = {"kind": "person", "entity": entity or words, **fields}
        return Source((self.write(words),), identification=identification, **given)

    def claim(self, content: Span, *attributions: str, hedges: tuple[int, ...] = ()) -> None:
        name = f"C{len(self.claims) + 1}"
        self.claims.append(Claim(name, (content,), 0, attributions, hedges, (), UNSCORED, UNSCORED))

    def report(self) -> Report:
        text = self.write.text
        found = {item.source.entity for item in self.attributions if item.source is not None}
        return Report(
            text,
            (Sentence(0, len(text), text),),
            tuple(self.attributions),
            tuple(Entity(name, name, "unknown", "named", ()) for name in sorted(found)),
            tuple(self.hedges),
            claims=tuple(self.claims),
        )

    def scores(self) -> list[Score]:
        return [claim.sourcing for claim in score(self.report()).claims]

    def values(self) -> list[float]:
        return [result.value for result in self.scores()]


def sentence(words: str, identification: str = "named", cue: str = "said", **fields: object) -> float:
    """The value of a claim with a single attribution."""
    text = Text()
    content = text.write("the bridge is closed")
    text.claim(content, text.says(text.source(words, identification, **fields), content, cue))
    return text.values()[0]


def test_a_voice_does_not_relay_itself() -> None:
    for inner in ("we", "I"):
        text = Text()
        content = text.write("the bridge is closed")
        outer = text.says(text.source("Ana Silva"), content)
        text.claim(
            content, outer, text.says(text.source(inner, entity=inner), content, "have been clear", parent=outer)
        )
        assert text.values() == [sentence("Ana Silva")]


def test_the_same_source_twice_is_no_relay() -> None:
    text = Text()
    content = text.write("the bridge is closed")
    outer = text.says(text.source("Ana Silva", entity="S1"), content)
    inner = text.says(text.source("she", entity="S1"), content, parent=outer)
    text.claim(content, outer, inner)
    assert text.values() == [sentence("Ana Silva")]


def test_a_relay_that_the_source_told_counts_once() -> None:
    def value(*, told: bool) -> float:
        text = Text()
        content = text.write("the bridge is closed")
        outer = text.says(text.source("The BBC"), content)
        via = text.write("BBC") if told else None
        text.claim(content, outer, text.says(text.source("Ana Silva", via=via), content, parent=outer))
        return text.values()[0]

    assert value(told=True) == value(told=False)


def test_a_pronoun_with_an_antecedent_scores_like_the_name() -> None:
    text = Text()
    name = text.write("Ana Silva")
    content = text.write("the bridge is closed")
    text.claim(content, text.says(text.source("she", resolved=name), content))
    assert text.values() == [sentence("Ana Silva")]


def test_a_description_that_refers_back_scores_like_the_fullest_mention() -> None:
    text = Text()
    fullest = text.write("two Treasury officials")
    content = text.write("the bridge is closed")
    text.claim(content, text.says(text.source("they", "role", resolved=fullest), content))
    assert text.values() == [sentence("Treasury officials", "role")]


def test_terms_of_anonymity_and_relay_hold_for_a_source_in_the_whole_text() -> None:
    text = Text()
    first, second = text.write("the bridge is closed"), text.write("it opens soon")
    reason, via = text.write("who asked not to be named"), text.write("the BBC")
    told = text.source("a city official", "role", entity="S1", anonymity_reason=reason, via=via)
    text.claim(first, text.says(told, first))
    text.claim(second, text.says(text.source("the official", "role", entity="S1", resolved=told.spans[0]), second))
    assert [factor.name for factor in text.scores()[1].factors] == ["identification", "anonymity reason", "via"]
    assert text.values()[0] == text.values()[1]


def test_allegedly_beside_a_source_lowers_what_the_source_says() -> None:
    text = Text()
    content = text.write("he stole a car")
    police = text.says(text.source("police", "role"), content)
    text.claim(
        content, police, text.says(None, content, "allegedly", cue_kind="adverb", stance="distancing", parent=police)
    )
    assert sentence("sources", "vague") < text.values()[0] < sentence("police", "role")


def test_reportedly_alone_counts_once_as_cue_and_hedge() -> None:
    text = Text()
    content = text.write("the bridge is closed")
    name = text.says(None, content, "reportedly", cue_kind="adverb")
    cue = text.attributions[0].cue[0]
    text.hedges.append(Hedge(cue, "evidential"))
    text.claim(content, name, hedges=(0,))
    text.claim(content, name)
    assert text.values()[0] == text.values()[1] > 0


def test_who_was_told_has_it_from_somebody_else() -> None:
    assert sentence("Ana Silva", cue="was told") < sentence("Ana Silva", cue="told")
    assert sentence("witnesses", "role") > sentence("witnesses", "role", cue="heard")


def test_two_sources_with_cues_of_their_own_back_each_other() -> None:
    def value(*entities: str) -> float:
        text = Text()
        content = text.write("the bridge is closed")
        text.claim(content, *(text.says(text.source("Ana Silva", entity=entity), content) for entity in entities))
        return text.values()[0]

    assert value("S1", "S2") > value("S1") == value("S1", "S1")


def test_of_several_ways_the_best_counts() -> None:
    text = Text()
    content = text.write("the bridge is closed")
    vague = text.says(text.source("sources", "vague"), content)
    named = text.says(text.source("Ana Silva"), content)
    text.claim(content, vague, named)
    assert text.values()[0] > sentence("Ana Silva")


def test_an_order_of_ids_other_than_the_nesting_makes_no_difference() -> None:
    text = Text()
    content = text.write("the bridge is closed")
    inner = text.says(text.source("Ana Silva"), content)
    outer = text.says(text.source("Reuters"), content)
    text.attributions[0] = evolve(text.attributions[0], parent=outer)
    text.claim(content, outer, inner)
    text.claim(content, inner, outer)
    assert text.values()[0] == text.values()[1] < sentence("Ana Silva")


def test_a_news_organization_beside_a_source_is_a_relay_not_a_second_source() -> None:
    text = Text()
    content = text.write("the bridge is closed")
    said = text.says(text.source("Ana Silva"), content)
    reported = text.says(text.source("Reuters", kind="media"), content, "reported")
    text.claim(content, said, reported)
    assert [factor.name for factor in text.scores()[0].factors] == ["identification", "relay"]


def test_a_news_organization_that_quotes_another_is_a_relay() -> None:
    text = Text()
    content = text.write("the bridge is closed")
    first = text.says(text.source("Yonhap", kind="media"), content, "according to")
    text.claim(content, first, text.says(text.source("KCNA", kind="media"), content, "quoting"))
    assert [factor.name for factor in text.scores()[0].factors] == ["identification", "relay"]


def bare(words: str, *, by: str = "organization", between: str = "") -> float:
    """The value of what a bare spokesman says after somebody has spoken."""
    text = Text()
    first = text.write("the shop will close")
    text.says(text.source("the council", "role", kind=by), first)
    text.write(f".{between}")
    content = text.write("it might become a café")
    text.claim(content, text.says(text.source(words, "role"), content))
    whole = text.write.text
    stops = [match.end() for match in re.finditer(r"[.]", whole)]
    sentences = tuple(Sentence(a, b, whole[a:b]) for a, b in pairwise([0, *stops, len(whole)]))
    return score(evolve(text.report(), sentences=sentences)).claims[0].sourcing.value


def test_a_bare_spokesman_speaks_for_who_spoke_before() -> None:
    assert bare("a spokesman") == sentence("a council spokesman", "role") > sentence("a spokesman", "role")
    # Not for a person or an agency, nor for who spoke long before; nor does anybody else.
    alone = sentence("a spokesman", "role")
    assert bare("a spokesman", by="person") == bare("a spokesman", by="media") == alone
    assert bare("a spokesman", between=" Rain fell.") == alone
    assert bare("an official") == sentence("an official", "role")


def test_the_reason_says_for_whom_a_spokesman_speaks() -> None:
    text = Text()
    text.says(text.source("the council", "role", kind="organization"), text.write("the shop will close"))
    content = text.write("it might become a café")
    text.claim(content, text.says(text.source("a spokesman", "role"), content))
    assert "who speaks for “the council”" in text.scores()[0].factors[0].reason


def test_an_alleged_thing_is_no_hearsay() -> None:
    """Who speaks of "the alleged payment" speaks as directly as who speaks of the payment."""
    for word, kind in (("alleged", "evidential"), ("unconfirmed", "evidential"), ("likely", "epistemic")):
        text = Text()
        content = text.write(f"the {word} payment was lawful")
        start = content.start + 4
        text.hedges.append(Hedge(Span(start, start + len(word), word), kind))
        text.claim(content, text.says(text.source("Ana Silva"), content), hedges=(0,))
        assert text.values() == [sentence("Ana Silva")]
