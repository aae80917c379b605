"""Whom descriptions go back to: "the minister", "one of them", "the pair", "another official"."""

from __future__ import annotations

import pytest

from tests.interpret.docs import OIL, build, draft, identify, resolved


def test_a_description_goes_back_to_the_same_noun() -> None:
    doc = build(
        "Two/CD//+1/nummod officials/NNS//+1/nsubj said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp "
        "././/-3/punct "
        "The/DT//+1/det officials/NNS//+1/nsubj expect/VBP//0/ROOT growth/NN//-1/obj ././/-2/punct "
        "One/CD//+4/nsubj of/IN//+2/case the/DT//+1/det officials/NNS//-3/nmod blamed/VBD//0/ROOT oil/NN//-1/obj "
        "././/-2/punct"
    )
    reading = identify(
        doc,
        draft(doc, "said", "Two officials", "rates fell"),
        draft(doc, "expect", "The officials", "growth"),
        draft(doc, "blamed", "One of the officials", "oil"),
    )
    assert [resolved(reading, i) for i in range(3)] == [None, "Two officials", "Two officials"]
    assert [s.entity for s in reading.sources] == ["S1", "S1", "S2"]
    assert [s.kind for s in reading.sources] == ["group", "group", "person"]
    assert reading.sources[0].count == 2
    assert reading.sources[2].count == 1


OFFICIAL = "An/DT//+1/det adviser/NN//+1/nsubj said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "


@pytest.mark.parametrize(
    ("first", "rows"),
    [
        ("Nordbank/NNP/ORG", "The/DT//+4/det Oslo/NNP/LOC/+2/compound -/HYPH//+1/punct based/VBN//+1/amod company/NN"),
        ("Record/NNP/ORG", "The/DT//+2/det Lisbon/NNP/LOC/+1/compound daily/NN"),
        ("Three/CD//+1/nummod researchers/NNS/", "The/DT//+1/det team/NN"),
    ],
)
def test_other_words_for_who_spoke_last(first: str, rows: str) -> None:
    doc = build(
        f"{first}/+1/nsubj said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "
        f"{rows}//+1/nsubj {OIL.strip()}"
    )
    name, source = doc.text.split(" said")[0], doc.text.split(". ")[1].split(" blamed")[0]
    reading = identify(doc, draft(doc, "said", name, "rates fell"), draft(doc, "blamed", source, "oil"))
    assert reading.sources[0].entity == reading.sources[1].entity
    assert resolved(reading, 1) == name


def test_this_person_is_the_nameless_source_just_heard() -> None:
    doc = build(OFFICIAL + "This/DT//+1/det person/NN//+1/nsubj " + OIL.strip())
    reading = identify(doc, draft(doc, "said", "An adviser", "rates fell"), draft(doc, "blamed", "This person", "oil"))
    assert resolved(reading, 1) == "An adviser"
    assert (reading.sources[1].identification, reading.sources[1].anonymous) == ("role", True)


def test_a_couple_are_two_who_have_been_named_together() -> None:
    doc = build(
        "Pat/NNP/PERSON/+4/nsubj and/CC//+1/cc Ana/NNP/PERSON/-2/conj Brunner/NNP/PERSON/-1/flat left/VBD//0/ROOT "
        "././/-1/punct The/DT//+1/det couple/NN//+1/nsubj " + OIL.strip()
    )
    reading = identify(doc, draft(doc, "blamed", "The couple", "oil"))
    assert resolved(reading, 0) == "Pat and Ana Brunner"
    assert (reading.sources[0].identification, reading.sources[0].kind) == ("named", "group")


def test_one_is_one_of_those_just_heard_and_known_as_they_are() -> None:
    doc = build(
        "Two/CD//+1/nummod officials/NNS//+1/nsubj said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp "
        "././/-3/punct One/CD//+1/nsubj " + OIL.strip()
    )
    reading = identify(doc, draft(doc, "said", "Two officials", "rates fell"), draft(doc, "blamed", "One", "oil"))
    assert resolved(reading, 1) == "Two officials"
    assert (reading.sources[1].identification, reading.sources[1].anonymous) == ("role", True)


@pytest.mark.parametrize(
    ("rows", "source"),
    [
        ("The/DT//+2/det second/JJ//+1/amod official/NN//+1/nsubj ", "The second official"),
        ("One/CD//+1/nummod official/NN//+1/nsubj ", "One official"),
        ("A/DT//+1/det second/JJ//+1/nsubj ", "A second"),
    ],
)
def test_a_counted_one_is_of_those_just_heard(rows: str, source: str) -> None:
    doc = build(
        "Two/CD//+1/nummod officials/NNS//+1/nsubj said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp "
        f"././/-3/punct {rows}{OIL.strip()}"
    )
    reading = identify(doc, draft(doc, "said", "Two officials", "rates fell"), draft(doc, "blamed", source, "oil"))
    assert resolved(reading, 1) == "Two officials"
    assert reading.sources[0].entity != reading.sources[1].entity
    assert (reading.sources[1].identification, reading.sources[1].kind) == ("role", "person")


def test_the_boys_are_those_who_were_counted() -> None:
    doc = build(
        "Two/CD//+1/nummod pupils/NNS//+1/nsubj fled/VBD//0/ROOT ././/-1/punct The/DT//+1/det boys/NNS//+1/nsubj "
        + OIL.strip()
    )
    reading = identify(doc, draft(doc, "fled", "Two pupils", "fled"), draft(doc, "blamed", "The boys", "oil"))
    assert resolved(reading, 1) == "Two pupils"


@pytest.mark.parametrize("rows", ["The/DT//+1/det pair/NN//+1/nsubj ", "Both/DT//+1/det men/NNS//+1/nsubj "])
@pytest.mark.parametrize(("second", "identification"), [("Hugo/NNP/PERSON", "named"), ("rain/NN/", None)])
def test_the_pair_are_two_named_before(rows: str, second: str, identification: str | None) -> None:
    doc = build(f"Pat/NNP/PERSON/+1/nsubj met/VBD//0/ROOT {second}/-1/obj ././/-2/punct {rows}{OIL.strip()}")
    source = doc.text.split(". ")[1].split(" blamed")[0]
    found = identify(doc, draft(doc, "blamed", source, "oil")).sources[0].identification
    assert found == identification or (identification is None and found != "named")


def test_an_age_is_rather_not_that_of_who_holds_an_office() -> None:
    doc = build(
        "Hugo/NNP/PERSON/+1/nsubj fled/VBD//0/ROOT ././/-1/punct "
        "Judge/NNP//+1/compound Ines/NNP/PERSON/+1/nsubj left/VBD//0/ROOT ././/-1/punct "
        "The/DT//+3/det 27/CD//+2/nummod -/HYPH//+1/punct year/NN//+2/compound -/HYPH//+1/punct old/JJ//+1/nsubj "
        + OIL.strip()
    )
    reading = identify(doc, draft(doc, "blamed", "The 27-year-old", "oil"))
    assert resolved(reading, 0) == "Hugo"


def test_his_in_a_clause_about_somebody_is_that_ones() -> None:
    doc = build(
        "Hugo/NNP/PERSON/+1/nsubj fled/VBD//0/ROOT ././/-1/punct "
        "A/DT//+1/det man/NN//+5/nsubj who/WP//+1/nsubj lost/VBD//-2/acl:relcl his/PRP$//+1/nmod:poss job/NN//-2/obj "
        "blamed/VBD//0/ROOT oil/NN//-1/obj ././/-2/punct"
    )
    his = next(t.i for t in doc if t.text == "his")
    reading = identify(doc, draft(doc, "blamed", "his", "oil"), draft(doc, "blamed", "A man", "oil"))
    assert doc[his].tag_ == "PRP$"
    assert reading.sources[0].entity == reading.sources[1].entity


def test_a_man_of_another_age_is_another_man() -> None:
    doc = build(
        "The/DT//+5/det 22/CD//+4/nummod -/HYPH//+3/punct year/NN//+2/obl -/HYPH//+1/punct old/JJ//+1/nsubj "
        "said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "
        "The/DT//+5/det 51/CD//+4/nummod -/HYPH//+3/punct year/NN//+2/obl -/HYPH//+1/punct old/JJ//+1/nsubj "
        + OIL.strip()
    )
    reading = identify(
        doc, draft(doc, "said", "The 22-year-old", "rates fell"), draft(doc, "blamed", "The 51-year-old", "oil")
    )
    assert reading.sources[0].entity != reading.sources[1].entity


def test_another_official_is_somebody_else() -> None:
    doc = build(
        "An/DT//+1/det official/NN//+1/nsubj said/VBD//0/ROOT rates/NNS//+1/nsubj fell/VBD//-2/ccomp ././/-3/punct "
        "Another/DT//+1/det official/NN//+1/nsubj blamed/VBD//0/ROOT oil/NN//-1/obj ././/-2/punct"
    )
    reading = identify(
        doc, draft(doc, "said", "An official", "rates fell"), draft(doc, "blamed", "Another official", "oil")
    )
    assert [s.entity for s in reading.sources] == ["S1", "S2"]
    assert resolved(reading, 1) is None
