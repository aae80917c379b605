"""What a report found stands in ``doc.spans``, survives saving, and is what displaCy shows."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest
from hypothesis import given
from spacy import displacy
from spacy.lang.en import English
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from attribution.pipeline.span_groups import COLOURS, GROUPS, SHOWN, set_span_groups
from attribution.report import Report
from attribution.report.records import Span as TextSpan
from tests.example import SHORT, article, example
from tests.strategies import PATIENT, reports, texts

TOKENIZE = English()

#: spaCy keeps strings as UTF-8.
ENCODABLE = texts().filter(lambda text: not any("\ud800" <= letter <= "\udfff" for letter in text))


def read(doc: Doc, group: str) -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span.id_) for span in doc.spans[group]]


def grouped() -> Doc:
    doc = TOKENIZE(SHORT)
    set_span_groups(doc, example())
    return doc


def test_each_layer_is_a_group_with_the_category_as_label() -> None:
    doc = grouped()
    assert read(doc, "sources") == [("Sources", "vague", "A1")]
    assert read(doc, "cues") == [("say", "neutral", "A1"), ("claim", "distancing", "A2")]
    assert read(doc, "contents") == [
        ("the US regime may claim Syria", "indirect", "A1"),
        ("Syria", "indirect", "A2"),
    ]
    assert read(doc, "hedges") == [("may", "modal", "0"), ("Sources", "weasel", "1")]
    assert read(doc, "loaded") == [("regime", "label", "0")]


def test_the_shown_group_holds_everything_in_the_order_of_the_text() -> None:
    doc = grouped()
    spans = list(doc.spans[SHOWN])
    assert len(spans) == sum(len(doc.spans[group]) for group in GROUPS)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert {span.label_ for span in spans} == set(GROUPS.values())


def test_displacy_shows_them_without_options() -> None:
    shown = displacy.render(grouped(), style="span", jupyter=False)
    for label in GROUPS.values():
        assert label in shown


def test_displacy_finds_a_colour_for_each_layer() -> None:
    (point,) = entry_points(group="spacy_displacy_colors", name="attribution")
    assert point.load() is COLOURS
    assert set(COLOURS) == set(GROUPS.values())
    assert len(set(COLOURS.values())) == len(COLOURS)


@PATIENT
@given(reports(ENCODABLE))
def test_any_report_has_its_spans_on_the_tokens_that_hold_them(report: Report) -> None:
    doc = TOKENIZE(report.text)
    set_span_groups(doc, report)
    expected: dict[str, list[TextSpan]] = {
        "cues": [span for attribution in report.attributions for span in attribution.cue],
        "hedges": [hedge.span for hedge in report.hedges],
        "loaded": [loaded.span for loaded in report.loaded],
    }
    for group, spans in expected.items():
        wanted = [span for span in spans if doc.char_span(span.start, span.end, alignment_mode="expand")]
        found = list(doc.spans[group])
        assert len(found) == len(wanted)
        for token_span, span in zip(found, wanted, strict=True):
            inside = {token.i for token in doc if token.idx < span.end and span.start < token.idx + len(token)}
            assert inside <= set(range(token_span.start, token_span.end))


def test_groups_are_there_when_nothing_is_found() -> None:
    doc = TOKENIZE("")
    set_span_groups(doc, Report.empty())
    assert {name: len(group) for name, group in doc.spans.items()} == dict.fromkeys([*GROUPS, SHOWN], 0)


def test_the_shown_group_of_another_component_stays() -> None:
    doc = TOKENIZE(SHORT)
    doc.spans[SHOWN] = [Span(doc, 0, 1, label="THEIRS")]
    set_span_groups(doc, example())
    assert read(doc, SHOWN) == [("Sources", "THEIRS", "")]
    assert len(doc.spans["cues"]) == 2


def test_what_was_found_before_is_replaced() -> None:
    doc = grouped()
    set_span_groups(doc, Report.empty(SHORT))
    assert not any(len(group) for group in doc.spans.values())


def saved(doc: Doc) -> Doc:
    return Doc(Vocab()).from_bytes(doc.to_bytes())


def binned(doc: Doc) -> Doc:
    written = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(written).get_docs(Vocab())
    return back


@pytest.mark.parametrize("way", [saved, binned])
def test_the_groups_survive_saving(way) -> None:
    doc = TOKENIZE(article().text)
    set_span_groups(doc, article())
    back = way(doc)
    for group in (*GROUPS, SHOWN):
        assert read(back, group) == read(doc, group) != []


@pytest.mark.model
def test_the_pipeline_sets_them_in_other_processes_too(nlp) -> None:
    text = "US officials said that Kerry may reportedly attack the so-called regime."
    (doc,) = nlp.pipe([text], n_process=2)
    for group in GROUPS:
        assert read(doc, group) == read(nlp(text), group) != []
    assert doc._.report == nlp(text)._.report
