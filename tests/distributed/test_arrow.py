"""The one function that all engines call: what comes out for what goes in, good rows and bad."""

from __future__ import annotations

import pickle

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import attribution
from attribution.report.tables import to_rows
from tests.distributed import articles
from tests.distributed.articles import IDS, MISSING, TEXTS, assert_same

pa = pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'source-attribution[arrow]'")

from attribution.distributed import Job, analyze_arrow, arrow_schema  # noqa: E402

pytestmark = pytest.mark.model

JOB = Job(text="body")


@Language.component("stumbles")
def stumbles(doc: Doc) -> Doc:
    if "STUMBLE" in doc.text:
        raise LookupError("no such word")
    return doc


def run(table, job):
    return pa.Table.from_batches(analyze_arrow(table, job), schema=arrow_schema(table.schema, job))


def texts(*values, kind=None):
    return pa.table({"text": pa.array(values, kind)})


@pytest.mark.parametrize("rows", [1, 7, 1000])
def test_reports_are_those_of_one_machine_in_the_same_order(rows, expected):
    table = pa.table(articles.rows())
    found = pa.Table.from_batches(analyze_arrow(table.to_batches(max_chunksize=rows), JOB))
    assert found.column_names == ["id", "outlet", "report", "error"]
    assert found["outlet"].equals(table["outlet"])
    assert_same(*(found[name].to_pylist() for name in ("id", "report", "error")), expected)


@pytest.mark.parametrize("name", ["claims", "attributions", "sources", "hedges", "loaded", "sentences"])
def test_a_table_has_the_rows_of_all_reports(name, expected):
    found = run(pa.table(articles.rows()), Job(text="body", table=name, keep=["id"]))
    wanted = []
    for key, report in expected.items():
        if report is None:
            wanted.append((key, *[None] * (found.num_columns - 2), "the text is missing"))
        else:
            wanted += [(key, *row, None) for row in to_rows(report, name)]
    assert [tuple(row.values()) for row in found.to_pylist()] == wanted
    assert len(wanted) > 1


def test_every_batch_has_the_schema_that_was_announced():
    table = pa.table(articles.rows())
    for job in (JOB, Job(text="body", table="hedges"), Job(text="body", keep=[])):
        schema = arrow_schema(table.schema, job)
        assert all(batch.schema == schema for batch in analyze_arrow(table, job))


def test_large_batches_come_back_in_pieces():
    """The reports of thousands of texts, which an engine may bring at once, would not fit into a batch."""
    batches = list(analyze_arrow(texts(*["Rain."] * 150)))
    assert [len(batch) for batch in batches] == [64, 64, 22]


def test_batches_are_read_one_after_the_other():
    taken = []

    def batches():
        for number in range(9):
            taken.append(number)
            yield from texts("Rain.").to_batches()

    next(analyze_arrow(batches()))
    assert taken == [0]


def test_nothing_gives_nothing():
    assert run(texts(kind=pa.string()), Job()).num_rows == 0
    assert not list(analyze_arrow([]))


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.large_binary(), pa.string_view()])
def test_any_column_of_text_will_do(kind, nlp):
    (row,) = run(texts(TEXTS[0], kind=kind), Job()).to_pylist()
    assert attribution.Report.from_dict(row["report"]) == attribution.analyze(TEXTS[0], nlp=nlp)


class TestBadRows:
    def errors(self, *values, job=None, kind=None):
        found = run(texts("Rain.", *values, "Rain.", kind=kind), job or Job())
        first, *bad, last = found.to_pylist()
        assert first["report"] == last["report"] is not None
        assert all((row["report"] is None) == (row["error"] is not None) for row in found.to_pylist())
        return [row["error"] for row in bad]

    def test_null(self):
        assert self.errors(None) == ["the text is missing"]

    def test_bytes_that_are_not_utf8(self):
        (error,) = self.errors(b"Kerry said \xff", kind=pa.binary())
        assert error == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 11: invalid start byte"

    def test_a_string_column_that_is_not_utf8(self):
        """What writes Parquet does not always check."""
        broken = pa.array([b"Rain.", b"\xff", b"Rain."], pa.binary()).view(pa.string())
        rows = run(pa.table({"text": broken}), Job()).to_pylist()
        assert [row["report"] is None for row in rows] == [False, True, False]
        assert "UnicodeDecodeError" in rows[1]["error"]

    def test_a_text_that_is_too_long(self):
        (error,) = self.errors("Rain fell. " * 10, job=Job(longest=60))
        assert error == "the text has 110 characters; the longest allowed is 60"

    def test_a_text_that_the_pipeline_fails_on(self, tmp_path):
        pipeline = spacy.blank("en")
        pipeline.add_pipe("stumbles")
        pipeline.add_pipe("attribution")
        pipeline.to_disk(tmp_path / "saved")
        job = Job(pipeline=tmp_path / "saved")
        assert self.errors("STUMBLE", TEXTS[0], job=job) == ["LookupError: no such word", None]

    def test_a_column_of_something_else(self):
        rows = run(pa.table({"text": [1, 2]}), Job()).to_pylist()
        assert [row["error"] for row in rows] == ["a text must be a str, not int"] * 2

    def test_a_bad_row_of_a_table_is_one_row(self):
        job = Job(text="body", table="claims", keep=["id"])
        found = [row for row in run(pa.table(articles.rows()), job).to_pylist() if row["error"]]
        assert [(row["id"], row["claim_id"]) for row in found] == [(IDS[MISSING], None)]


@pytest.mark.parametrize(
    ("job", "message"),
    [
        (Job(), "no column 'text'; there are 'id', 'outlet', 'body'"),
        (Job(text="body", keep=["url"]), "no column 'url'"),
    ],
)
def test_a_missing_column_is_named(job, message):
    table = pa.table(articles.rows())
    with pytest.raises(ValueError, match=message):
        arrow_schema(table.schema, job)
    with pytest.raises(ValueError, match=message):
        list(analyze_arrow(table, job))


def test_a_column_with_the_name_of_a_result_is_refused():
    table = pa.table({"text": ["Rain."], "error": [0], "claim_id": [1]})
    with pytest.raises(ValueError, match="'error' has the name of a result"):
        arrow_schema(table.schema)
    with pytest.raises(ValueError, match="'claim_id' has the name of a result"):
        arrow_schema(table.schema, Job(table="claims", keep=["claim_id"]))
    assert arrow_schema(table.schema, Job(keep=["claim_id"])).names == ["claim_id", "report", "error"]


def test_wrong_settings_are_refused_when_they_are_given():
    with pytest.raises(ValueError, match="no table 'quotes'; there are claims"):
        Job(table="quotes")
    with pytest.raises(TypeError, match=r"keep=\['id'\]"):
        Job(keep="id")
    with pytest.raises(ValueError, match="longest must be at least 1, not 0"):
        Job(longest=0)


def test_a_job_travels():
    job = Job(text="body", table="claims", keep=["id"], pipeline="somewhere")
    assert pickle.loads(pickle.dumps(job)) == job
    assert hash(job) == hash(pickle.loads(pickle.dumps(job)))


def test_a_pipeline_without_the_component_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ValueError, match="add_pipe"):
        run(texts("Rain."), Job(pipeline=tmp_path / "blank"))


def test_the_model_is_loaded_once(monkeypatch, tmp_path):
    loads = []
    saved = tmp_path / "saved"
    attribution.load().to_disk(saved)
    load = spacy.load
    monkeypatch.setattr(spacy, "load", lambda path: loads.append(path) or load(path))
    for _ in range(3):
        assert run(texts("Rain.", "Sun."), Job(pipeline=saved)).num_rows == 2
    assert loads == [str(saved)]
