"""What a phrase tells by itself: kind, identification, number, gender, descriptors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from attribution.interpret.sources.mention import Mention
from attribution.interpret.sources.reading_mentions import read_mention
from attribution.interpret.vocabulary import singular, vocabulary_of
from tests.interpret.docs import LEXICONS, build

VOCABULARY = vocabulary_of(LEXICONS.sources)


def read(rows: str) -> Mention:
    doc = build(rows)
    return read_mention(doc, 0, len(doc), VOCABULARY)


@pytest.mark.parametrize(
    ("rows", "kind", "identification"),
    [
        ("Ines/NNP/PERSON Okoro/NNP/PERSON", "person", "named"),
        ("Defence/NNP Minister/NNP Ines/NNP/PERSON Okoro/NNP/PERSON", "person", "named"),
        ("a/DT harbour/NN spokeswoman/NN ,/, Ines/NNP/PERSON Okoro/NNP/PERSON", "person", "named"),
        ("Okoro/NNP/LOC ,/, a/DT chemist/NN at/IN Basel/NNP", "person", "named"),
        ("Secretary/NNP of/IN State/NNP Ines/NNP/PERSON Okoro/NNP/PERSON", "person", "named"),
        ("James/NNP/PERSON Baker/NNP/PERSON", "person", "named"),
        ("a/DT spokesman/NN for/IN Ines/NNP/PERSON Okoro/NNP/PERSON", "person", "role"),
        ("Okoro/NNP/PERSON 's/POS lawyer/NN", "person", "role"),
        ("the/DT Treasury/NNP Secretary/NNP", "person", "role"),
        ("one/CD senior/JJ Democrat/NNP", "person", "role"),
        ("a/DT source/NN close/JJ to/IN the/DT palace/NN", "person", "vague"),
        ("a/DT person/NN familiar/JJ with/IN the/DT talks/NNS", "person", "vague"),
        ("someone/NN", "person", "vague"),
        ("US/NNP officials/NNS", "group", "role"),
        ("two/CD diplomats/NNS in/IN Oslo/NNP", "group", "role"),
        ("Norwegian/JJ sources/NNS", "group", "vague"),
        ("many/JJ observers/NNS", "group", "vague"),
        ("economists/NNS", "group", "vague"),
        ("economists/NNS at/IN Harvard/NNP", "group", "role"),
        ("critics/NNS of/IN the/DT law/NN", "group", "vague"),
        ("those/DT who/WP voted/VBD for/IN it/PRP", "group", "vague"),
        ("some/DT of/IN the/DT officials/NNS", "group", "role"),
        ("47/CD percent/NN of/IN voters/NNS", "group", "role"),
        ("the/DT Danish/JJ foreign/JJ ministry/NN", "organization", "named"),
        ("the/DT foreign/JJ ministry/NN", "organization", "role"),
        ("Okoro/NNP 's/POS government/NN", "organization", "named"),
        ("the/DT Kremlin/NNP", "organization", "named"),
        ("Bank/NNP/ORG of/IN/ORG England/NNP/ORG", "organization", "named"),
        ("the/DT United/NNP States/NNPS", "place", "named"),
        ("Tokyo/NNP", "place", "named"),
        ("Agence/NNP France/NNP -/HYPH Presse/NNP", "media", "named"),
        ("the/DT Evening/NNP Gazette/NNP", "media", "named"),
        ("the/DT broadcaster/NN Kanal/NNP", "media", "named"),
        ("local/JJ media/NNS", "media", "vague"),
        ("state/NN television/NN", "media", "role"),
        ("a/DT Gallup/NNP poll/NN", "document", "named"),
        ("the/DT indictment/NN", "document", "role"),
        ("several/JJ studies/NNS", "document", "vague"),
        ("a/DT video/NN posted/VBN on/IN Facebook/NNP", "document", "role"),
        ("The/DT House/NNP/ORG Minority/NNP/ORG Leader/NNP/ORG ,/, Ines/NNP/PERSON Berg/NNP/PERSON", "person", "named"),
        ("The/DT suspect/NN ,/, identified/VBN as/IN Ines/NNP/PERSON Okoro/NNP/PERSON", "person", "named"),
        ("Copa/NNP/PERSON ,/, the/DT farm/NN lobby/NN", "organization", "named"),
        ("Dairy/NNP/ORG Association/NNP/ORG (/-LRB- MAN/NNP )/-RRB-", "organization", "named"),
        ("MAN/NNP", "organization", "named"),
        ("Kinshasa/NNP/PERSON", "place", "named"),
        ("Hon/NNP/PERSON Ines/NNP/PERSON Berg/NNP/PERSON", "person", "named"),
        ("Leader/NN of/IN the/DT opposition/NN Ines/NNP/PERSON Berg/NNP/PERSON", "person", "named"),
        ("the/DT Courier/NNP", "media", "named"),
        ("The/DT/ORG Daily/NNP/ORG Blast/NNP/ORG", "media", "named"),
        ("Radio/NNP/ORG Jamaica/NNP/LOC", "media", "named"),
        ("U.N./NNP/ORG experts/NNS", "group", "role"),
        ("a/DT caller/NN", "person", "vague"),
        ("investigators/NNS", "group", "role"),
        ("Aviation/NN experts/NNS", "group", "vague"),
        ("Danish/JJ/MISC economists/NNS", "group", "role"),
        ("mother/NN -/HYPH of/IN -/HYPH three/CD Ines/NNP/PERSON Berg/NNP/PERSON", "person", "named"),
        ("one/CD of/IN them/PRP ,/, Ines/NNP/PERSON Berg/NNP/PERSON", "person", "named"),
        ("Victoria/NNP/PERSON Police/NNP/PERSON", "organization", "named"),
        ("the/DT Geological/NNP/ORG Survey/NNP/ORG", "organization", "named"),
        ("the/DT buyer/NN ,/, Swedish/JJ chain/NN Lindblom/NNP/PERSON", "organization", "named"),
        ("a/DT UN/NNP/ORG rights/NNS team/NN", "group", "role"),
        ("earlier/JJR work/NN", "document", "vague"),
        ("the/DT Lisbon/NNP/LOC group/NN", "organization", "role"),
        ("a/DT baker/NN ,/, who/WP gave/VBD her/PRP$ name/NN simply/RB as/IN Bose/NNP", "person", "named"),
        ("a/DT leaker/NN known/VBN as/IN @hinge/NNP", "person", "named"),
        ("a/DT baker/NN who/WP gave/VBD her/PRP$ name/NN as/IN a/DT joke/NN", "person", "role"),
        ("Ambulance/NNP/PERSON Tasmania/NNP/LOC", "organization", "named"),
        ("GridAlert/NNP/PERSON", "organization", "named"),
        ("McAllister/NNP/PERSON", "person", "named"),
        ("Aftenposten/NNP/PERSON", "media", "named"),
        ("The/DT state/NN -/HYPH run/NNP Global/NNP/ORG Times/NNP/ORG", "media", "named"),
        ("She/PRP and/CC her/PRP$ colleagues/NNS", "group", "named"),
        ("one/CD user/NN", "person", "vague"),
        ("TV/NNP 2/CD", "media", "named"),
        ("the/DT Italy/NNP/LOC international/NNP", "person", "role"),
        ("Clean/NNP/LOC Rivers/NNPS/LOC Europe/NNP/LOC", "organization", "named"),
        ("Brasília/NNP/LOC and/CC Santiago/NNP/PERSON", "place", "named"),
        ("Authorities/NNS", "group", "role"),
        ("the/DT team/NN", "group", "role"),
        ("fans/NNS on/IN social/JJ media/NNS", "group", "vague"),
        ("a/DT GP/NNP 's/POS letter/NN", "document", "role"),
        ("a/DT memo/NN seen/VBN by/IN the/DT Ledger/NNP", "document", "role"),
        ("a/DT memo/NN signed/VBN by/IN Ines/NNP/PERSON Okoro/NNP/PERSON", "document", "named"),
        ("a/DT Danish/JJ study/NN", "document", "role"),
        ("a/DT fisheries/NNS observer/NN", "person", "role"),
        ("an/DT observer/NN", "person", "vague"),
        ("Opposition/NN figures/NNS", "group", "role"),
        ("a/DT paper/NN in/IN Nature/NNP", "document", "named"),
        ("the/DT paper/NN", "media", "role"),
        ("The/DT third/NN", "person", "vague"),
        ("her/PRP$ Honour/NNP", "person", "role"),
        ("the/DT father/NN -/HYPH of/IN -/HYPH two/CD", "person", "role"),
        ("A/DT second/JJ", "person", "vague"),
        ("one/CD source/NN ,/, a/DT former/JJ minister/NN", "person", "role"),
        ("The/DT PPRO/NNP/ORG ,/, Ines/NNP/PERSON Okoro/NNP/PERSON", "person", "named"),
        ("the/DT S.E.C./NNP/LOC", "organization", "named"),
        ("Typhoon/NNP/PERSON Ines/NNP/PERSON", "unknown", "named"),
        ("Save/VB the/DT Children/NNPS", "organization", "named"),
        ("talkSPORT/NN", "media", "named"),
        ("Ines/NNP/PERSON Okoro/NNP/PERSON 's/POS team/NN", "group", "role"),
        ("Okoro/NNP/LOC ,/, whose/WP$ house/NN burned/VBD", "place", "named"),
        ("The/DT manufacturer/NN ,/, Okoro/NNP/ORG AD/NNP/ORG", "organization", "named"),
    ],
)  # fmt: skip
def test_kind_and_identification(rows: str, kind: str, identification: str) -> None:
    mention = read(rows)
    assert (mention.kind, mention.identification) == (kind, identification)


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ("an/DT official/NN", 1),
        ("three/CD officials/NNS", 3),
        ("officials/NNS", None),
        ("one/CD of/IN the/DT officials/NNS", 1),
        ("dozens/NNS of/IN officials/NNS", None),
        ("a/DT 43/CD -/HYPH year/NN -/HYPH old/JJ nurse/NN", 1),
        ("47/CD percent/NN of/IN voters/NNS", None),
        ("Ines/NNP/PERSON Okoro/NNP/PERSON", 1),
    ],
)
def test_stated_number(rows: str, count: int | None) -> None:
    assert read(rows).size == count


def test_descriptors_are_what_narrows_down() -> None:
    doc = build("three/CD senior/JJ Treasury/NNP officials/NNS familiar/JJ with/IN the/DT talks/NNS")
    mention = read_mention(doc, 0, len(doc), VOCABULARY)
    assert [doc[a:b].text for a, b in mention.descriptors] == ["senior", "Treasury", "familiar with the talks"]


@pytest.mark.parametrize(
    ("rows", "gender"),
    [
        ("Mrs./NNP Okoro/NNP", "female"),
        ("a/DT harbour/NN spokesman/NN ,/, Kim/NNP/PERSON Okoro/NNP/PERSON", "male"),
        ("Maria/NNP/PERSON Okoro/NNP/PERSON", "female"),
        ("Okoro/NNP/PERSON", "unknown"),
    ],
)
def test_gender(rows: str, gender: str) -> None:
    assert read(rows).gender == gender


def test_months_and_days_in_names_are_names() -> None:
    assert read("Theresa/NNP/PERSON May/NNP/PERSON").name == ("theresa", "may")
    assert read("USA/NNP/ORG Today/NNP/ORG").kind == "media"


TAGS = ["NN", "NNS", "NNP", "DT", "IN", "JJ", "CD", ",", "CC", "POS", "VBG", "WP", "PRP", "RB", "-LRB-"]
WORDS = ["official", "the", "Ana", "of", "one", "who", "'s", ",", "and", "(", "they", "Reuters", "§", "some", "report"]


LABELS = ["conj", "compound", "nmod", "appos", "flat", "cc", "det", "nsubj", "amod", "acl:relcl"]


@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS)), min_size=1, max_size=9),
    st.lists(st.integers(0, 8), min_size=9, max_size=9),
    st.lists(st.sampled_from(LABELS), min_size=9, max_size=9),
)
def test_any_phrase_is_read(pairs: list[tuple[str, str]], heads: list[int], labels: list[str]) -> None:
    """No words, tags and tree make the reader fail or run for ever, and what it says lies inside the phrase."""
    doc = build(" ".join(f"{word}/{tag}" for word, tag in pairs))
    _hang(doc, heads, labels)
    mention = read_mention(doc, 0, len(doc), VOCABULARY)
    assert 0 <= mention.head < len(doc)
    assert all(0 <= a < b <= len(doc) for a, b in mention.descriptors)


def _hang(doc: Doc, heads: list[int], labels: list[str]) -> None:
    """Give a Doc a tree: each token hangs on one nearer to a root drawn by chance, so that there is no cycle."""
    root = heads[0] % len(doc)
    for token, label, drawn in zip(doc, labels, heads, strict=False):
        if token.i == root:
            continue
        nearer = range(token.i + 1, root + 1) if token.i < root else range(root, token.i)
        token.head = doc[nearer[drawn % len(nearer)]]
        token.dep_ = label


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("spokeswomen", "spokeswoman"),
        ("parties", "party"),
        ("coaches", "coach"),
        ("bosses", "boss"),
        ("news", "new"),
        ("police", "police"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
