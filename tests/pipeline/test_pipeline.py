"""The two components in spaCy pipelines: complete on their own, modest on somebody else's, and they travel."""

from __future__ import annotations

import pickle

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import attribution
from attribution.pipeline.component import set_extension
from attribution.report import Report

pytestmark = pytest.mark.model

TEXT = """Ministers to meet in Oslo

The Norwegian foreign minister, Kari Nordmann, said on Monday that the talks had failed. “We tried everything,” she \
told reporters.

According to two officials, the meeting may be held in Geneva."""


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(TEXT)


def test_every_layer_is_there(doc):
    for layer in ("TAG", "POS", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(layer), layer
    assert [token.lemma_ for token in doc if token.text == "said"] == ["say"]
    assert "Kari Nordmann" in {entity.text for entity in doc.ents}
    assert any(chunk.root.text == "minister" for chunk in doc.noun_chunks)
    sentences = [sentence.text.strip() for sentence in doc.sents]
    assert sentences[0] == "Ministers to meet in Oslo"
    assert len(sentences) == 4


def test_each_sentence_is_one_tree(doc):
    for sentence in doc.sents:
        assert sum(token.head is token or token.head.i == token.i for token in sentence) == 1
        assert all(token.head in sentence for token in sentence)


def test_textacy_and_displacy_run_on_it(doc):
    from textacy.extract import direct_quotations

    assert ["told"] in [[token.text for token in quotation.cue] for quotation in direct_quotations(doc)]
    assert "said" in displacy.render(doc, style="dep", page=False, jupyter=False)
    assert "Oslo" in displacy.render(doc, style="ent", page=False, jupyter=False)


def test_the_report_is_that_of_analyze(doc, nlp):
    assert doc._.report == attribution.analyze(TEXT, nlp=nlp)
    assert len(doc._.report.attributions) >= 3


def test_layers_of_a_pipeline_that_has_them_stay():
    @Language.component("upside_down")
    def upside_down(doc: Doc) -> Doc:
        for token in doc:
            token.tag_, token.pos_, token.lemma_, token.dep_ = "FW", "X", "lemma", "dep"
        doc[0].dep_ = "ROOT"
        for token in doc[1:]:
            token.head = doc[0]
        doc.set_ents([doc.char_span(0, 9, label="THING")])
        return doc

    pipeline = spacy.blank("en")
    pipeline.add_pipe("upside_down")
    pipeline.add_pipe("attribution")
    doc = pipeline(TEXT)
    assert {token.tag_ for token in doc} == {"FW"}
    assert {token.lemma_ for token in doc} == {"lemma"}
    assert {token.head.i for token in doc} == {0}
    assert [entity.label_ for entity in doc.ents] == ["THING"]
    assert doc._.report.attributions


def test_noun_chunks_are_those_of_our_trees_from_the_first_doc_on():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("attribution")
    first, second = (pipeline("The minister sent 50 troops.") for _ in range(2))
    assert "50 troops" in {chunk.text for chunk in first.noun_chunks}
    assert [str(chunk) for chunk in first.noun_chunks] == [str(chunk) for chunk in second.noun_chunks]


def test_a_blank_pipeline_gets_everything():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("attribution")
    assert pipeline(TEXT)._.report == attribution.analyze(TEXT)


def test_reports_travel_with_docs(doc, nlp):
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.report == doc._.report
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(packed).get_docs(nlp.vocab)
    assert again._.report == doc._.report
    assert pickle.loads(pickle.dumps(doc._.report)) == doc._.report


def test_two_processes_give_the_same_reports_in_order(nlp):
    texts = [TEXT, "", "“No,” Ann Lee said.", "Sources say the plant will close."] * 2
    alone = list(attribution.analyze_many(texts, nlp=nlp))
    assert list(attribution.analyze_many(texts, nlp=nlp, n_process=2, batch_size=2)) == alone
    assert sum(len(report.attributions) for report in alone) > 4


def test_a_saved_pipeline_loads_again(nlp, tmp_path):
    nlp.to_disk(tmp_path / "saved")
    assert spacy.load(tmp_path / "saved")(TEXT)._.report == attribution.analyze(TEXT)


def test_a_text_is_read_alike_alone_and_among_others(nlp):
    texts = [TEXT, "The mayor said the bridge is safe. " * 30, "Rain."]
    assert list(attribution.analyze_many(texts, nlp=nlp)) == [attribution.analyze(text, nlp=nlp) for text in texts]


def test_the_stream_is_lazy(nlp):
    taken = []

    def texts():
        for number in range(1000):
            taken.append(number)
            yield "Sources say so."

    reports = attribution.analyze_many(texts(), nlp=nlp)
    assert isinstance(next(reports), Report)
    assert len(taken) < 200


def test_a_doc_without_a_report_says_how_to_get_one():
    set_extension()
    with pytest.raises(ValueError, match="add_pipe"):
        _ = spacy.blank("en")("Text")._.report


def test_a_pipeline_without_the_component_is_refused():
    with pytest.raises(ValueError, match="add_pipe"):
        attribution.analyze("Text", nlp=spacy.blank("en"))
