"""Whom a source stands for: names, pronouns, descriptions, back references, speakers of quotations."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.interpret.draft import Draft
from attribution.report import Span
from tests.interpret.docs import OIL, build, draft, identify, resolved

KERRY = (
    "Minister/NNP//+1/nmod:desc Ana/NNP/PERSON/+2/nsubj Brunner/NNP/PERSON/-1/flat said/VBD//0/ROOT "
    "rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "
)


def test_a_pronoun_takes_name_kind_and_identification_of_its_antecedent() -> None:
    doc = build(KERRY + "She/PRP//+1/nsubj expects/VBZ//0/ROOT growth/NN//-1/obj ././/-2/punct")
    reading = identify(
        doc, draft(doc, "said", "Minister Ana Brunner", "rates fell"), draft(doc, "expects", "She", "growth")
    )
    source = reading.sources[1]
    assert (source.kind, source.identification, source.anonymous) == ("person", "named", False)
    assert resolved(reading, 1) == "Minister Ana Brunner"
    assert len(reading.entities) == 1
    assert reading.entities[0].name == "Minister Ana Brunner"
    assert [m.text for m in reading.entities[0].mentions] == ["Minister Ana Brunner", "She"]


def test_gender_keeps_a_pronoun_from_the_nearest_name() -> None:
    doc = build(
        KERRY + "Mr./NNP//+1/nmod:desc Lopez/NNP/PERSON/+1/nsubj agreed/VBD//0/ROOT ././/-1/punct "
        "She/PRP//+1/nsubj expects/VBZ//0/ROOT growth/NN//-1/obj ././/-2/punct"
    )
    assert resolved(identify(doc, draft(doc, "expects", "She", "growth")), 0) == "Minister Ana Brunner"


def test_a_surname_stands_for_the_full_name_and_the_fuller_is_not_resolved() -> None:
    doc = build(KERRY + "Brunner/NNP/PERSON/+1/nsubj expects/VBZ//0/ROOT growth/NN//-1/obj ././/-2/punct")
    brunner = doc.text.rindex("Brunner")
    reading = identify(
        doc,
        draft(doc, "said", "Minister Ana Brunner", "rates fell"),
        Draft((8,), "verb", "belief", (7,), (Span(brunner, brunner + 7, "Brunner"),), "indirect", None, 1.0),
    )
    assert resolved(reading, 0) is None
    assert resolved(reading, 1) == "Minister Ana Brunner"


QUOTE = (
    "“/``//+3/punct I/PRP//+2/nsubj never/RB//+1/advmod knew/VBD//+4/ccomp ,/,//-1/punct ”/''//-2/punct "
    "Ana/NNP/PERSON/+2/nsubj Brunner/NNP/PERSON/-1/flat said/VBD//0/ROOT ././/-1/punct"
)


def test_i_in_a_quotation_is_its_speaker_even_named_later() -> None:
    doc = build(QUOTE)
    reading = identify(
        doc, draft(doc, "said", "Ana Brunner", "“I never knew,”"), draft(doc, "knew", "I", "never", parent=0)
    )
    assert resolved(reading, 1) == "Ana Brunner"
    assert reading.sources[1].identification == "named"


def test_he_in_a_quotation_is_never_its_speaker() -> None:
    doc = build(
        "John/NNP/PERSON/+2/nsubj Okoro/NNP/PERSON/-1/flat left/VBD//0/ROOT ././/-1/punct "
        "“/``//+2/punct He/PRP//+1/nsubj lied/VBD//+4/ccomp ,/,//-1/punct ”/''//-2/punct "
        "Paul/NNP/PERSON/+2/nsubj Reyes/NNP/PERSON/-1/flat said/VBD//0/ROOT ././/-1/punct"
    )
    reading = identify(doc, draft(doc, "said", "Paul Reyes", "“He lied,”"), draft(doc, "lied", "He", "lied", parent=0))
    assert resolved(reading, 1) == "John Okoro"


def test_we_is_the_body_that_its_speaker_speaks_for() -> None:
    doc = build(
        "“/``//+2/punct We/PRP//+1/nsubj knew/VBD//+7/ccomp ,/,//-1/punct ”/''//-2/punct "
        "Nordbank/NNP/ORG/+1/compound spokesman/NN//+1/nmod:desc Ola/NNP/PERSON/+2/nsubj Berg/NNP/PERSON/-1/flat "
        "said/VBD//0/ROOT ././/-1/punct"
    )
    reading = identify(
        doc, draft(doc, "said", "Nordbank spokesman Ola Berg", "“We knew,”"), draft(doc, "knew", "We", "knew", parent=0)
    )
    source = reading.sources[1]
    assert (source.kind, source.identification) == ("organization", "named")
    assert resolved(reading, 1) == "Nordbank"


def test_who_is_what_its_clause_describes() -> None:
    doc = build(
        "Police/NNS//+1/nsubj questioned/VBD//0/ROOT Ana/NNP/PERSON/-1/obj Brunner/NNP/PERSON/-1/flat ,/,//-2/punct "
        "who/WP//+1/nsubj denied/VBD//-4/acl:relcl everything/NN//-1/obj ././/-7/punct"
    )
    reading = identify(doc, draft(doc, "denied", "who", "everything"))
    assert resolved(reading, 0) == "Ana Brunner"
    assert reading.sources[0].kind == "person"


WORDS = ["Ana", "Brunner", "he", "they", "who", "said", ",", "the", "official", "“", "”", ".", "I", "of", "Reuters"]
TAGS = {"Ana": "NNP", "Brunner": "NNP", "he": "PRP", "they": "PRP", "who": "WP", "said": "VBD", "the": "DT", "I": "PRP",
        "official": "NN", "of": "IN", "Reuters": "NNP"}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_text_and_any_drafts_give_a_sound_reading(data: st.DataObject) -> None:
    """Sources line up with drafts; every span lies in the text; every entity id is one of the entities, in order."""
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=25))
    doc = build(" ".join(f"{word}/{TAGS.get(word, ',')}" for word in words))
    tokens = st.lists(st.integers(0, len(doc) - 1), max_size=4, unique=True).map(lambda found: tuple(sorted(found)))
    drafts = []
    for number in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(doc.text) - 1))
        content = Span(start, len(doc.text), doc.text[start:])
        parent = data.draw(st.sampled_from([None, *range(number)]))
        drafts.append(Draft(data.draw(tokens), "verb", "neutral", data.draw(tokens), (content,), "direct", parent, 0.5))
    reading = identify(doc, *drafts)
    assert len(reading.sources) == len(drafts)
    names = [entity.id for entity in reading.entities]
    assert names == [f"S{n}" for n in range(1, len(names) + 1)]
    for item, source in zip(drafts, reading.sources, strict=True):
        assert (source is None) == (not item.source)
        if source is None:
            continue
        assert source.entity in names
        optional = [s for s in (source.resolved, source.via, source.anonymity_reason) if s is not None]
        for span in (*source.spans, *source.descriptors, *optional):
            assert doc.text[span.start : span.end] == span.text
    for entity in reading.entities:
        assert entity.mentions


def test_who_reports_is_not_the_official_who_said_so() -> None:
    doc = build(
        "An/DT//+1/det official/NN//+1/nsubj said/VBD//+6/ccomp rates/NNS//+1/nsubj fell/VBD//-2/ccomp ,/,//+3/punct "
        "Ana/NNP/PERSON/+2/nsubj Brunner/NNP/PERSON/-1/flat reported/VBD//0/ROOT ././/-1/punct"
    )
    reading = identify(
        doc,
        draft(doc, "said", "An official", "rates fell", parent=1),
        draft(doc, "reported", "Ana Brunner", "An official said rates fell"),
    )
    assert [source.identification for source in reading.sources] == ["role", "named"]
    assert reading.sources[0].anonymous
    assert [entity.name for entity in reading.entities] == ["An official", "Ana Brunner"]


def test_a_nameless_source_is_so_wherever_it_speaks_in_a_sentence() -> None:
    doc = build(
        "Two/CD//+1/nummod officials/NNS//+1/nsubj said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp "
        "and/CC//+1/cc warned/VBD//-2/conj of/IN//+1/case debts/NNS//-2/obl ././/-7/punct"
    )
    reading = identify(
        doc,
        draft(doc, "said", "Two officials", "rates fell and warned of debts"),
        draft(doc, "warned", "Two officials", "of debts", parent=0),
    )
    assert [source.anonymous for source in reading.sources] == [True, True]


def test_who_is_called_by_name_in_what_is_said_is_not_who_says_it() -> None:
    doc = build(
        "Ana/NNP/PERSON/+2/nsubj Brunner/NNP/PERSON/-1/flat sang/VBD//0/ROOT ././/-1/punct "
        "Berg/NNP/PERSON/+5/nsubj ,/,//+2/punct she/PRP//+1/nsubj said/VBD//+2/parataxis ,/,//+1/punct "
        "slept/VBD//0/ROOT ././/-1/punct"
    )
    content = tuple(Span(doc.text.index(word), doc.text.index(word) + len(word), word) for word in ("Berg", "slept"))
    item = Draft((7,), "verb", "neutral", (6,), content, "indirect", None, 1.0)
    assert resolved(identify(doc, item), 0) == "Ana Brunner"


def test_its_shows_that_a_lone_name_is_a_body() -> None:
    doc = build(
        "Teagasc/NNP/PERSON/+1/nsubj said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "
        "Its/PRP$//+1/nmod:poss head/NN//+1/nsubj " + OIL.strip()
    )
    reading = identify(doc, draft(doc, "said", "Teagasc", "rates fell"), draft(doc, "blamed", "Its head", "oil"))
    assert [source.kind for source in reading.sources] == ["organization", "person"]


def test_the_leader_of_a_party_may_be_the_leader_who_spoke_last() -> None:
    doc = build(
        "Leader/NN//+2/nmod:desc Ana/NNP/PERSON/+1/flat Brunner/NNP/PERSON/+1/nsubj said/VBD//0/ROOT "
        "rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "
        "The/DT//+2/det Congress/NNP/ORG/+1/compound leader/NN//+1/nsubj " + OIL.strip()
    )
    drafts = draft(doc, "said", "Leader Ana Brunner", "rates fell"), draft(doc, "blamed", "The Congress leader", "oil")
    assert resolved(identify(doc, *drafts), 1) == "Leader Ana Brunner"


def test_the_leader_of_one_party_is_not_that_of_another() -> None:
    doc = build(
        "Labour/NNP/ORG/+1/compound leader/NN//+2/nmod:desc Ana/NNP/PERSON/+1/flat Brunner/NNP/PERSON/+1/nsubj "
        "said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "
        "The/DT//+2/det Congress/NNP/ORG/+1/compound leader/NN//+1/nsubj " + OIL.strip()
    )
    items = (
        draft(doc, "said", "Labour leader Ana Brunner", "rates fell"),
        draft(doc, "blamed", "The Congress leader", "oil"),
    )
    assert resolved(identify(doc, *items), 1) is None


def test_who_told_the_police_is_not_kept_from_the_reader() -> None:
    doc = build(
        "A/DT//+1/det trucker/NN//+1/nsubj told/VBD//0/ROOT deputies/NNS//-1/iobj rates/NNS//+1/nsubj "
        "fell/VBD//-3/ccomp ././/-4/punct The/DT//+1/det trucker/NN//+1/nsubj " + OIL.strip()
    )
    reading = identify(doc, draft(doc, "told", "A trucker", "rates fell"), draft(doc, "blamed", "The trucker", "oil"))
    assert [source.anonymous for source in reading.sources] == [False, False]


def test_a_name_may_shorten_the_words_of_another() -> None:
    doc = build(
        "The/DT//+2/det Meteorological/NNP/ORG/+1/compound Service/NNP/ORG/+1/nsubj said/VBD//0/ROOT "
        "rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "
        "The/DT//+2/det Met/NNP/ORG/+1/compound Service/NNP/ORG/+1/nsubj " + OIL.strip()
    )
    items = (
        draft(doc, "said", "The Meteorological Service", "rates fell"),
        draft(doc, "blamed", "The Met Service", "oil"),
    )
    assert [entity.name for entity in identify(doc, *items).entities] == ["The Meteorological Service"]


def test_initials_stand_for_the_body_that_somebody_was_named_with() -> None:
    doc = build(
        "Jens/NNP/PERSON/+6/nsubj Hale/NNP/PERSON/-1/flat of/IN//+3/case the/DT//+2/det World/NNP/ORG/+1/compound "
        "Council/NNP/ORG/-5/nmod said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "
        "The/DT//+2/det WC/NNP/ORG/+1/compound official/NN//+1/nsubj " + OIL.strip()
    )
    items = (
        draft(doc, "said", "Jens Hale of the World Council", "rates fell"),
        draft(doc, "blamed", "The WC official", "oil"),
    )
    assert resolved(identify(doc, *items), 1) == "Jens Hale of the World Council"


def test_they_may_be_the_one_who_was_speaking() -> None:
    doc = build(
        "One/CD//+1/nummod teacher/NN//+1/nsubj said/VBD//0/ROOT pupils/NNS//+1/nsubj left/VBD//-2/ccomp "
        "././/-3/punct They/PRP//+1/nsubj " + OIL.strip()
    )
    reading = identify(doc, draft(doc, "said", "One teacher", "pupils left"), draft(doc, "blamed", "They", "oil"))
    assert (resolved(reading, 1), reading.sources[1].kind) == ("One teacher", "person")


def test_two_cues_that_share_a_source_have_one() -> None:
    doc = build(
        "A/DT//+1/det baker/NN//+1/nsubj said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp ,/,//+1/punct "
        "adding/VBG//-4/advcl sales/NNS//+1/nsubj rose/VBD//-2/ccomp ././/-7/punct"
    )
    reading = identify(doc, draft(doc, "said", "A baker", "rates fell"), draft(doc, "adding", "A baker", "sales rose"))
    assert [entity.name for entity in reading.entities] == ["A baker"]
