"""Claims: the contents of attributions, the writer's own propositions, and what bears on each."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

import attribution
from attribution.interpret.claims.finding import find_claims
from attribution.interpret.text.layout import lay_out
from attribution.report.records import (
    Attribution,
    Claim,
    CueKind,
    Hedge,
    Loaded,
    Sentence,
    SentenceKind,
    Source,
    Span,
)

NLP = English()
Labels = Literal["ud", "clearnlp"]
# The labels that differ between the two schemes, as far as these trees need them.
CLEARNLP = {"obj": "dobj", "acl:relcl": "relcl", "nsubj:pass": "nsubjpass", "aux:pass": "auxpass", "ROOT": "ROOT"}


def parse(rows: str, labels: Labels = "ud") -> Doc:
    """Build a Doc from lines of "word UPOS head label"; a head is counted from 1, and 0 is the root."""
    cells = [line.split() for line in rows.strip().splitlines()]
    words = [cell[0] for cell in cells]
    glued = {".", ",", ";", "?", "n't"}
    return Doc(
        NLP.vocab,
        words=words,
        spaces=[k + 1 < len(words) and words[k + 1] not in glued for k in range(len(words))],
        pos=[cell[1] for cell in cells],
        heads=[int(cell[2]) - 1 if int(cell[2]) else k for k, cell in enumerate(cells)],
        deps=[CLEARNLP.get(cell[3], cell[3]) if labels == "clearnlp" else cell[3] for cell in cells],
    )


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def attribute(
    text: str,
    cue: str,
    source: str | None,
    *content: str,
    name: str = "A1",
    parent: str | None = None,
    cue_kind: CueKind = "verb",
) -> Attribution:
    return Attribution(
        id=name,
        cue=(span(text, cue),),
        cue_kind=cue_kind,
        stance="neutral",
        source=None if source is None else Source((span(text, source),), "person", "named"),
        content=tuple(span(text, part) for part in content),
        quotation="indirect",
        parent=parent,
    )


def claims(
    doc: Doc,
    *attributions: Attribution,
    hedges: tuple[Hedge, ...] = (),
    loaded: tuple[Loaded, ...] = (),
    kind: SentenceKind = "body",
) -> tuple[Claim, ...]:
    sentences = [Sentence(s.start, s.end, s.text, kind) for s in lay_out(doc)]
    return find_claims(doc, sentences, attributions, hedges, loaded)


def told(found: tuple[Claim, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(" … ".join(part.text for part in claim.spans), claim.attributions) for claim in found]


RAIN = """
Officials NOUN 2 nsubj
said VERB 0 ROOT
it PRON 4 nsubj
rained VERB 2 ccomp
and CCONJ 8 cc
the DET 7 det
river NOUN 8 nsubj
rose VERB 4 conj
. PUNCT 2 punct
"""


@pytest.mark.parametrize("labels", ["ud", "clearnlp"])
class TestContents:
    def test_clauses_with_their_own_subjects_are_two_claims(self, labels: Labels) -> None:
        doc = parse(RAIN, labels)
        said = attribute(doc.text, "said", "Officials", "it rained and the river rose")
        assert told(claims(doc, said)) == [("it rained", ("A1",)), ("the river rose", ("A1",))]

    def test_verbs_that_share_a_subject_are_one(self, labels: Labels) -> None:
        doc = parse(
            "Officials NOUN 2 nsubj\nsaid VERB 0 ROOT\nit PRON 4 nsubj\nrained VERB 2 ccomp\nand CCONJ 6 cc\n"
            "stopped VERB 4 conj\n. PUNCT 2 punct",
            labels,
        )
        said = attribute(doc.text, "said", "Officials", "it rained and stopped")
        assert told(claims(doc, said)) == [("it rained and stopped", ("A1",))]

    def test_a_subordinate_clause_stays_with_its_main_clause(self, labels: Labels) -> None:
        doc = parse(
            "Officials NOUN 2 nsubj\nsaid VERB 0 ROOT\nhe PRON 4 nsubj\nleft VERB 2 ccomp\nbecause SCONJ 7 mark\n"
            "it PRON 7 nsubj\nrained VERB 4 conj\n. PUNCT 2 punct",
            labels,
        )
        said = attribute(doc.text, "said", "Officials", "he left because it rained")
        assert told(claims(doc, said)) == [("he left because it rained", ("A1",))]

    def test_nested_contents_carry_the_whole_chain(self, labels: Labels) -> None:
        doc = parse(
            "AFP PROPN 2 nsubj\nreported VERB 0 ROOT\npolice NOUN 4 nsubj\nsaid VERB 2 ccomp\nit PRON 6 nsubj\n"
            "rained VERB 4 ccomp\n. PUNCT 2 punct",
            labels,
        )
        outer = attribute(doc.text, "reported", "AFP", "police said it rained")
        inner = attribute(doc.text, "said", "police", "it rained", name="A2", parent="A1")
        assert told(claims(doc, outer, inner)) == [("police said it rained", ("A1",)), ("it rained", ("A1", "A2"))]

    def test_one_content_under_two_cues_is_one_claim(self, labels: Labels) -> None:
        doc = parse(
            "It PRON 2 nsubj\nrained VERB 0 ROOT\n, PUNCT 2 punct\naccording VERB 6 case\nto ADP 4 fixed\n"
            "AFP PROPN 2 obl\n, PUNCT 2 punct\nquoting VERB 2 advcl\npolice NOUN 8 obj\n. PUNCT 2 punct",
            labels,
        )
        outer = attribute(doc.text, "according to", "AFP", "It rained", cue_kind="preposition")
        inner = attribute(doc.text, "quoting", "police", "It rained", name="A2", parent="A1")
        assert told(claims(doc, outer, inner)) == [("It rained", ("A1", "A2"))]

    def test_an_adverb_inside_a_content_joins_its_chain(self, labels: Labels) -> None:
        doc = parse(
            "Police NOUN 2 nsubj\nsaid VERB 0 ROOT\nthe DET 4 det\nman NOUN 6 nsubj\nallegedly ADV 6 advmod\n"
            "stole VERB 2 ccomp\nseven NUM 8 nummod\ncars NOUN 6 obj\n. PUNCT 2 punct",
            labels,
        )
        said = attribute(doc.text, "said", "Police", "the man allegedly stole seven cars")
        parts = ("the man", "stole seven cars")
        allegedly = attribute(doc.text, "allegedly", None, *parts, name="A2", parent="A1", cue_kind="adverb")
        hedge = Hedge(span(doc.text, "allegedly"), "evidential")
        (claim,) = claims(doc, said, allegedly, hedges=(hedge,))
        assert claim.attributions == ("A1", "A2")
        assert claim.hedges == (0,)

    def test_a_quotation_of_two_sentences_is_two_claims(self, labels: Labels) -> None:
        doc = parse(
            '"It PRON 2 nsubj\nrained. VERB 0 ROOT\nWe PRON 4 nsubj\nleft," VERB 0 ROOT\nhe PRON 6 nsubj\n'
            "said VERB 4 parataxis\n. PUNCT 4 punct",
            labels,
        )
        said = attribute(doc.text, "said", "he", '"It rained. We left,"')
        assert told(claims(doc, said)) == [('"It rained', ("A1",)), ('We left,"', ("A1",))]

    @pytest.mark.parametrize("mark", ["if", "unless", "until", "after"])
    def test_a_condition_stays_with_what_the_writer_says(self, mark: str, labels: Labels) -> None:
        """What holds only if somebody says so is not put forward without it; what happened after they said so is."""
        doc = parse(
            "The DET 3 det\nlong ADJ 3 amod\nstrike NOUN 5 nsubj\nwill AUX 5 aux\nend VERB 0 ROOT\n"
            f"{mark} SCONJ 8 mark\nSilva PROPN 8 nsubj\nsays VERB 5 advcl\n"
            "it PRON 10 nsubj\nrained VERB 8 ccomp\n. PUNCT 5 punct",
            labels,
        )
        said = attribute(doc.text, "says", "Silva", "it rained")
        own = "The long strike will end"
        whole = own if mark == "after" else f"{own} {mark} Silva says it rained"
        assert told(claims(doc, said)) == [(whole, ()), ("it rained", ("A1",))]


KERRY = """
Kerry PROPN 2 nsubj
met VERB 0 ROOT
his DET 4 nmod:poss
rivals NOUN 2 obj
in ADP 6 case
Paris PROPN 2 obl
, PUNCT 8 punct
warning VERB 2 advcl
that SCONJ 12 mark
war NOUN 12 nsubj
might AUX 12 aux
come VERB 8 ccomp
. PUNCT 2 punct
"""


class TestWriter:
    def test_a_plain_sentence(self) -> None:
        assert told(claims(parse("It PRON 2 nsubj\nrained VERB 0 ROOT\n. PUNCT 2 punct"))) == [("It rained", ())]

    def test_coordinated_main_clauses(self) -> None:
        doc = parse(
            "It PRON 2 nsubj\nrained VERB 0 ROOT\n; PUNCT 6 punct\nthe DET 5 det\nriver NOUN 6 nsubj\n"
            "rose VERB 2 parataxis\n. PUNCT 2 punct"
        )
        assert told(claims(doc)) == [("It rained", ()), ("the river rose", ())]

    def test_what_stands_beside_an_attribution(self) -> None:
        doc = parse(KERRY)
        warning = attribute(doc.text, "warning", "Kerry", "that war might come")
        assert told(claims(doc, warning)) == [("Kerry met his rivals in Paris", ()), ("that war might come", ("A1",))]

    def test_nothing_is_left_beside_a_plain_attribution(self) -> None:
        doc = parse(
            "On ADP 2 case\nMonday PROPN 5 obl\nthe DET 4 det\nmayor NOUN 5 nsubj\ntold VERB 0 ROOT\n"
            "reporters NOUN 5 obj\nin ADP 8 case\nLeeds PROPN 5 obl\nthat SCONJ 11 mark\nit PRON 11 nsubj\n"
            "rained VERB 5 ccomp\n. PUNCT 5 punct"
        )
        assert told(claims(doc, attribute(doc.text, "told", "the mayor", "that it rained"))) == [
            ("that it rained", ("A1",))
        ]

    def test_a_content_before_its_cue(self) -> None:
        doc = parse(
            "It PRON 2 nsubj\nrained VERB 0 ROOT\nin ADP 4 case\nLeeds PROPN 2 obl\n, PUNCT 2 punct\nthe DET 7 det\n"
            "mayor NOUN 8 nsubj\nsaid VERB 2 parataxis\non ADP 10 case\nMonday PROPN 8 obl\n. PUNCT 2 punct"
        )
        assert told(claims(doc, attribute(doc.text, "said", "the mayor", "It rained in Leeds"))) == [
            ("It rained in Leeds", ("A1",))
        ]

    def test_a_side_clause_in_the_writers_voice(self) -> None:
        doc = parse(
            "Police NOUN 2 nsubj\nsaid VERB 0 ROOT\nhe PRON 4 nsubj\nfled VERB 2 ccomp\n, PUNCT 9 punct\n"
            "though SCONJ 9 mark\nnobody PRON 9 nsubj\nhad AUX 9 aux\nseen VERB 2 advcl\nhim PRON 9 obj\n"
            "there ADV 9 advmod\n. PUNCT 2 punct"
        )
        said = attribute(doc.text, "said", "Police", "he fled")
        assert told(claims(doc, said)) == [("he fled", ("A1",)), ("nobody had seen him there", ())]

    def test_a_verb_beside_the_cue(self) -> None:
        doc = parse(
            "Kerry PROPN 2 nsubj\nmet VERB 0 ROOT\nhis DET 4 nmod:poss\nrivals NOUN 2 obj\nand CCONJ 6 cc\n"
            "said VERB 2 conj\nit PRON 8 nsubj\nrained VERB 6 ccomp\n. PUNCT 2 punct"
        )
        said = attribute(doc.text, "said", "Kerry", "it rained")
        assert told(claims(doc, said)) == [("Kerry met his rivals", ()), ("it rained", ("A1",))]

    @pytest.mark.parametrize("kind", ["byline", "credit"])
    def test_bylines_and_credits_claim_nothing(self, kind: SentenceKind) -> None:
        assert claims(parse("By ADP 2 case\nDoe PROPN 0 ROOT"), kind=kind) == ()

    @pytest.mark.parametrize(("kind", "count"), [("heading", 0), ("body", 1), ("caption", 1)])
    def test_a_label_over_a_list_claims_nothing(self, kind: SentenceKind, count: int) -> None:
        assert len(claims(parse("Related ADJ 2 amod\nstories NOUN 0 ROOT"), kind=kind)) == count

    def test_a_heading_claims(self) -> None:
        doc = parse("Troops NOUN 2 nsubj:pass\ndeployed VERB 0 ROOT\nin ADP 4 case\nLeeds PROPN 2 obl")
        assert told(claims(doc, kind="heading")) == [("Troops deployed in Leeds", ())]

    def test_the_dateline_is_no_part_of_a_claim(self) -> None:
        doc = NLP("LEEDS (AP) — It rained.")
        assert told(claims(doc)) == [("It rained", ())]


class TestWhatBearsOnAClaim:
    def test_expressions_inside_it(self) -> None:
        doc = parse(KERRY)
        warning = attribute(doc.text, "warning", "Kerry", "that war might come")
        might = Hedge(span(doc.text, "might"), "modal")
        rivals = Loaded(span(doc.text, "rivals"), "label", "writer")
        met, come = claims(doc, warning, hedges=(might,), loaded=(rivals,))
        assert (met.hedges, met.loaded) == ((), (0,))
        assert (come.hedges, come.loaded) == ((0,), ())

    def test_expressions_in_the_words_that_introduce_it(self) -> None:
        doc = parse(RAIN)
        said = attribute(doc.text, "said", "Officials", "it rained and the river rose")
        hedge = Hedge(span(doc.text, "Officials"), "weasel")
        word = Loaded(span(doc.text, "said"), "reporting", "writer")
        assert [(c.hedges, c.loaded) for c in claims(doc, said, hedges=(hedge,), loaded=(word,))] == [((0,), (0,))] * 2

    def test_what_is_open_about_a_source_leaves_the_content_alone(self) -> None:
        doc = parse(
            """
            Officials NOUN 6 nsubj
            who PRON 4 nsubj
            may AUX 4 aux
            leave VERB 1 acl:relcl
            have AUX 6 aux
            said VERB 0 ROOT
            prices NOUN 8 nsubj
            fell VERB 6 ccomp
            """
        )
        said = attribute(doc.text, "have said", "Officials who may leave", "prices fell")
        may = Hedge(span(doc.text, "may"), "modal")
        officials = Hedge(span(doc.text, "Officials"), "weasel")
        assert [claim.hedges for claim in claims(doc, said, hedges=(officials, may))] == [(0,)]

    def test_a_hedge_beside_the_cue(self) -> None:
        doc = parse(
            "Police NOUN 3 nsubj\napparently ADV 3 advmod\nsaid VERB 0 ROOT\nit PRON 5 nsubj\nrained VERB 3 ccomp\n"
            ". PUNCT 3 punct"
        )
        said = attribute(doc.text, "said", "Police", "it rained")
        (claim,) = claims(doc, said, hedges=(Hedge(span(doc.text, "apparently"), "evidential"),))
        assert claim.hedges == (0,)

    def test_scores_are_left_to_the_scoring(self) -> None:
        (claim,) = claims(parse("It PRON 2 nsubj\nrained VERB 0 ROOT\n. PUNCT 2 punct"))
        assert (claim.sourcing.value, claim.sourcing.level, claim.loading.level) == (0.0, "none", "neutral")


SENTENCES = st.lists(
    st.sampled_from(["It rained.", "Mayor says no", '"We left," he said.', "By Jane Doe", "...", "A\u00a0B", "Why?"]),
    max_size=8,
)


@settings(deadline=None)
@given(SENTENCES, st.sampled_from([" ", "\n", "\n\n"]), st.data())
def test_every_claim_is_sound(parts: list[str], joint: str, data: st.DataObject) -> None:
    """Claims lie in their sentence, are numbered in text order and name attributions that exist; no tree is needed."""
    text = joint.join(parts)
    doc = NLP(text)
    attributions = []
    for number in range(data.draw(st.integers(0, 3)) if text else 0):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        cue = Span(0, 1, text[:1])
        content = (Span(start, end, text[start:end]),)
        parent = data.draw(st.sampled_from([None, "A1", "A2", "A9"]))
        attributions.append(Attribution(f"A{number + 1}", (cue,), "verb", "neutral", None, content, "indirect", parent))
    sentences = lay_out(doc)
    found = find_claims(doc, sentences, attributions, (), ())
    assert [claim.id for claim in found] == [f"C{number}" for number in range(1, len(found) + 1)]
    assert [claim.spans[0].start for claim in found] == sorted(claim.spans[0].start for claim in found)
    for claim in found:
        home = sentences[claim.sentence]
        for part in claim.spans:
            assert text[part.start : part.end] == part.text.strip() != ""
            assert home.start <= part.start < part.end <= home.end
        assert set(claim.attributions) <= {attribution.id for attribution in attributions}
    covered = {claim.sentence for claim in found}
    for number, sentence in enumerate(sentences):
        if not attributions and sentence.kind in ("body", "caption") and any(c.isalpha() for c in sentence.text):
            assert number in covered


def claims_of(text: str, nlp: Language) -> list[str]:
    return [" … ".join(part.text for part in claim.spans) for claim in attribution.analyze(text, nlp=nlp).claims]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company declined to comment.", ["The company declined to comment"]),
        ("The union rejected the pay offer on Monday.", ["The union rejected the pay offer on Monday"]),
        ("The group, known as the TTP, said it was alarmed.", ["it was alarmed"]),
        ('Asked about the pay offer, he said: "It is too low."', ['"It is too low."']),
        ("Here is what people are saying.", ["Here is what people are saying"]),
        (
            "Officials said the dam broke, flooding two villages, and the army was called in.",
            ["the dam broke, flooding two villages", "the army was called in"],
        ),
        (
            "The company, which makes vans, will close a plant to save money.",
            ["The company, which makes vans, will close a plant to save money"],
        ),
        ("The mayor promised to build a school and repair the road.", ["to build a school and repair the road"]),
        ("Police said the man fled but was caught.", ["the man fled but was caught"]),
        (
            "The report found that prices had risen, that wages had fallen and that rents were unchanged.",
            ["that prices had risen", "that wages had fallen", "that rents were unchanged"],
        ),
        ("“It is raining,” he said, “and the river is rising.”", ["“It is raining,”", "the river is rising"]),
        ("'It is raining, and the river is rising,' he said.", ["It is raining", "the river is rising"]),
        ("Three things to know:\n- The dam is closed.\n- The road is open.", ["The dam is closed", "The road is open"]),
        ("What you need to know:\n\n• The dam is closed.", ["The dam is closed"]),
        ("By Ann Lee\n\nThe dam is closed.\n\nPhoto: Jo Roe/Reuters", ["The dam is closed"]),
        ("BERLIN (AP) — The bank said it had cut rates.", ["it had cut rates"]),
    ],
)
def test_claims_of_texts(text: str, expected: list[str], nlp: Language) -> None:
    assert claims_of(text, nlp) == expected
