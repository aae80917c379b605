"""A textacy Corpus is analyzed as it is, whichever pipeline made it."""

from __future__ import annotations

import pytest
import spacy
import textacy

import attribution
from attribution.pipeline.component import REPORT

pytestmark = pytest.mark.model

TEXTS = [
    "US officials said that Kerry may reportedly attack the so-called regime.",
    "Sources denied it. According to AFP, 20 people died.",
]


def test_a_corpus_of_our_pipeline_has_its_reports(nlp, monkeypatch) -> None:
    corpus = textacy.Corpus(nlp, data=TEXTS)
    expected = [attribution.analyze(text, nlp=nlp) for text in TEXTS]
    # Whatever is stored is taken; nothing is read twice.
    monkeypatch.setattr("attribution.pipeline.component.AttributionComponent", None)
    assert list(attribution.analyze_docs(corpus)) == expected


def test_a_corpus_keeps_its_reports_when_it_is_saved(nlp, tmp_path) -> None:
    corpus = textacy.Corpus(nlp, data=TEXTS)
    corpus.save(tmp_path / "corpus.bin.gz")
    again = textacy.Corpus.load(nlp, tmp_path / "corpus.bin.gz")
    assert [doc._.report for doc in again] == [doc._.report for doc in corpus]
    assert [span.text for span in again[0].spans["cues"]] == [span.text for span in corpus[0].spans["cues"]] != []


def test_a_corpus_of_another_pipeline_is_read_and_keeps_what_it_has() -> None:
    theirs = spacy.blank("en")
    theirs.add_pipe("sentencizer")
    ruler = theirs.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "AGENCY", "pattern": "AFP"}])
    corpus = textacy.Corpus(theirs, data=TEXTS)
    assert not any(REPORT in doc.user_data for doc in corpus)
    reports = list(attribution.analyze_docs(corpus))
    assert [report.text for report in reports] == TEXTS
    assert [attribution.cue[0].text for attribution in reports[1].attributions] == ["denied", "According to"]
    assert [doc._.report for doc in corpus] == reports
    assert [(ent.text, ent.label_) for ent in corpus[1].ents] == [("AFP", "AGENCY")]
    assert all(doc.has_annotation("DEP") for doc in corpus)


def test_docs_may_stand_among_texts(nlp) -> None:
    theirs = spacy.blank("en")
    mixed = [TEXTS[0], textacy.make_spacy_doc(TEXTS[1], lang=theirs), nlp(TEXTS[0])]
    reports = list(attribution.analyze_many(mixed, nlp=nlp))
    assert [report.text for report in reports] == [TEXTS[0], TEXTS[1], TEXTS[0]]
    assert reports[1] == mixed[1]._.report
    assert reports[0] == reports[2] == attribution.analyze(TEXTS[0], nlp=nlp)


def test_docs_are_read_with_the_settings_of_the_pipeline_given(tmp_path) -> None:
    lexicon = tmp_path / "own.toml"
    lexicon.write_text('family = "loaded"\n[[entry]]\nid = "x"\nkind = "label"\nphrase = "people"\n', encoding="utf-8")
    mine = attribution.load(lexicons=[lexicon])
    (report,) = attribution.analyze_docs([spacy.blank("en")(TEXTS[1])], nlp=mine)
    assert [str(loaded.span) for loaded in report.loaded] == ["people"]


def test_what_is_no_doc_is_refused() -> None:
    with pytest.raises(TypeError, match="str"):
        list(attribution.analyze_docs(TEXTS))
