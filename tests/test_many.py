"""A stream of texts: order, laziness, bad texts, several processes and threads, and what travels between them."""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.process import BaseProcess

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import attribution
from attribution import Report
from attribution.outcomes import AnalysisError, Failure
from attribution.stream import read_stream

pytestmark = pytest.mark.model

TEXTS = (
    '"We will win," Kerry told reporters. Sources say that he may resign.',
    "",
    "According to the ministry, some 20 troops arrived.\n\nThe regime denied it.",
    "Rain fell on Oslo \ud800.",
    "Two officials, who asked not to be named, said the talks had failed.",
)


@Language.component("fails_on_some")
def fails_on_some(doc: Doc) -> Doc:
    if doc.text.startswith("FAIL"):
        raise LookupError("no such word")
    if doc.text.startswith("DIE"):
        os.kill(os.getpid(), signal.SIGKILL)
    return doc


@Language.component("counts_claims")
def counts_claims(doc: Doc) -> Doc:
    doc.user_data["claims"] = (len(doc._.report.claims), len(doc.spans["cues"]))
    return doc


@pytest.fixture(scope="module")
def fragile() -> Language:
    """A pipeline that fails on some texts, and kills its process on others."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("fails_on_some")
    pipeline.add_pipe("attribution")
    return pipeline


@pytest.fixture(scope="module")
def expected(nlp) -> list[Report]:
    reports = [attribution.analyze(text, nlp=nlp) for text in TEXTS]
    assert sum(len(report.attributions) for report in reports) >= 4
    return reports


def counted(texts, taken):
    for text in texts:
        taken.append(text)
        yield text


# -- order, laziness, settings ---------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, len(TEXTS) - 1), max_size=12), st.integers(1, 9))
def test_reports_come_in_order_whatever_the_batch(nlp, expected, order, batch_size):
    texts = (TEXTS[number] for number in order)
    reports = attribution.analyze_many(texts, nlp=nlp, batch_size=batch_size)
    assert list(reports) == [expected[number] for number in order]


def test_components_may_come_after_it(expected):
    """What the component puts into a Doc is there for those that follow."""
    pipeline = attribution.load()
    pipeline.add_pipe("counts_claims")
    assert list(attribution.analyze_many(TEXTS, nlp=pipeline)) == expected
    doc = pipeline(TEXTS[0])
    assert doc.user_data["claims"] == (len(expected[0].claims), len(doc.spans["cues"]))
    assert doc.user_data["claims"] > (0, 0)


@pytest.mark.parametrize("batch_size", [1, 3])
def test_no_more_is_read_ahead_than_a_batch(nlp, batch_size):
    taken = []
    reports = attribution.analyze_many(counted(["Rain."] * 20, taken), nlp=nlp, batch_size=batch_size)
    assert not taken
    for number, _ in enumerate(reports, 1):
        assert number <= len(taken) < number + batch_size


def test_several_processes_read_ahead_no_more_than_keeps_them_busy(nlp):
    taken = []
    reports = attribution.analyze_many(counted(["Rain."] * 60, taken), nlp=nlp, batch_size=2, n_process=2)
    for number, _ in enumerate(reports, 1):
        assert number <= len(taken) <= number + 2 * 2 * 2
    assert number == 60


def test_long_texts_fill_a_batch_sooner(nlp):
    taken = []
    outcomes = read_stream(nlp, counted(["\n" * 150_000] * 9, taken), 1, 9)
    assert isinstance(next(outcomes)[1], Report)
    assert len(taken) == 2


def test_what_was_read_before_the_texts_break_off_is_not_lost(nlp):
    def texts() -> Iterator[str]:
        yield from TEXTS
        raise OSError("the disk is gone")

    for n_process in (1, 2):
        reports = attribution.analyze_many(texts(), nlp=nlp, n_process=n_process, batch_size=2)
        got = [next(reports) for _ in TEXTS]
        assert [report.text for report in got] == list(TEXTS)
        with pytest.raises(OSError, match="the disk is gone"):
            next(reports)


@pytest.mark.parametrize(
    ("changed", "error", "message"),
    [
        ({"texts": "Rain."}, TypeError, "use analyze"),
        ({"texts": b"Rain."}, TypeError, "not one bytes"),
        ({"texts": 7}, TypeError, "int"),
        ({"n_process": 0}, ValueError, "n_process must be at least 1, or -1 .* not 0"),
        ({"n_process": -2}, ValueError, "n_process"),
        ({"n_process": 1.5}, TypeError, "n_process must be an int, not float"),
        ({"batch_size": 0}, ValueError, "batch_size must be at least 1, not 0"),
        ({"batch_size": "8"}, TypeError, "batch_size must be an int, not str"),
        ({"errors": "ignore"}, ValueError, "errors must be 'raise', 'skip' or a function, not 'ignore'"),
        ({"errors": None}, ValueError, "not None"),
        ({"nlp": spacy.blank("en")}, ValueError, "add_pipe"),
    ],
)
def test_a_wrong_call_is_refused_at_once(nlp, changed, error, message):
    """Not only when the first report is asked for."""
    with pytest.raises(error, match=message):
        attribution.analyze_many(**{"texts": ["Rain."], "nlp": nlp, **changed})


def test_progress_counts_texts_on_standard_error(nlp, capsys):
    assert len(list(attribution.analyze_many(["Rain."] * 3, nlp=nlp, progress=True))) == 3
    out, shown = capsys.readouterr()
    assert "3/3" in shown
    assert not out


# -- bad texts -------------------------------------------------------------------------------------------------------

MIXED = (TEXTS[0], None, "FAIL here", TEXTS[2], 3.5, TEXTS[4])
PROBLEMS = {
    1: (TypeError, "texts[1]: a text must be a str, not NoneType"),
    2: (AnalysisError, "texts[2]: LookupError: no such word"),
    4: (TypeError, "texts[4]: a text must be a str, not float"),
}


@pytest.mark.parametrize("n_process", [1, 2])
@pytest.mark.parametrize("batch_size", [1, 4])
class TestErrors:
    def test_raise_says_which_text(self, fragile, n_process, batch_size):
        for number, (kind, message) in PROBLEMS.items():
            texts = [TEXTS[3], MIXED[number]]
            reports = attribution.analyze_many(texts, nlp=fragile, n_process=n_process, batch_size=batch_size)
            assert next(reports).text == TEXTS[3]
            with pytest.raises(kind) as caught:
                next(reports)
            assert str(caught.value) == message.replace(f"[{number}]", "[1]")

    def test_skip_goes_on(self, fragile, expected, n_process, batch_size):
        reports = attribution.analyze_many(
            MIXED, nlp=fragile, n_process=n_process, batch_size=batch_size, errors="skip"
        )
        assert list(reports) == [expected[0], expected[2], expected[4]]

    def test_a_function_is_told_and_may_give_a_report(self, fragile, expected, n_process, batch_size):
        told = []

        def note(text, error):
            told.append((text, type(error), str(error)))
            return Report.empty() if text is None else None

        reports = attribution.analyze_many(MIXED, nlp=fragile, n_process=n_process, batch_size=batch_size, errors=note)
        assert list(reports) == [expected[0], Report.empty(), expected[2], expected[4]]
        assert told == [(MIXED[number], *problem) for number, problem in PROBLEMS.items()]


def test_the_cause_of_an_error_is_kept(fragile):
    with pytest.raises(AnalysisError) as caught:
        list(attribution.analyze_many(["FAIL"], nlp=fragile))
    assert isinstance(caught.value.__cause__, LookupError)


def test_a_single_text_raises_what_the_pipeline_raises(fragile):
    with pytest.raises(LookupError):
        attribution.analyze("FAIL", nlp=fragile)


def test_a_function_that_gives_something_else_is_refused(nlp):
    with pytest.raises(TypeError, match="a Report or None, not str"):
        list(attribution.analyze_many([None], nlp=nlp, errors=lambda text, error: "nothing"))


def test_an_error_handler_of_the_pipeline_does_not_shift_the_reports(expected):
    """spaCy can be told to leave out texts that fail; here each still has an outcome of its own."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("fails_on_some")
    pipeline.add_pipe("attribution")
    pipeline.set_error_handler(lambda *_: None)
    texts = ["FAIL first", TEXTS[0], "FAIL", TEXTS[2], "FAIL last"]
    outcomes = [outcome for _, outcome in read_stream(pipeline, texts, 1, 9)]
    assert [outcomes[1], outcomes[3]] == [expected[0], expected[2]]
    assert len(outcomes) == len(texts)


# -- processes -------------------------------------------------------------------------------------------------------


def test_a_process_that_dies_is_replaced_and_nothing_is_lost(fragile, expected):
    texts = [*TEXTS, "DIE", *TEXTS, "FAIL", *TEXTS]
    outcomes = [outcome for _, outcome in read_stream(fragile, iter(texts), 2, 2)]
    died, failed = outcomes.pop(5), outcomes.pop(10)
    assert outcomes == expected * 3
    assert isinstance(died, Failure) and "the process" in str(died.error)
    assert isinstance(failed, Failure) and "LookupError" in str(failed.error)


def test_an_early_end_leaves_no_process_behind(nlp):
    import multiprocessing

    before = multiprocessing.active_children()
    reports = attribution.analyze_many(["Rain."] * 50, nlp=nlp, n_process=2, batch_size=2)
    next(reports)
    children = [child for child in multiprocessing.active_children() if child not in before]
    assert len(children) == 2
    reports.close()
    assert [exit_code(child) for child in children] == [0, 0]


def exit_code(child: BaseProcess, seconds: float = 60) -> int | None:
    """Return a process's exit code as soon as there is one.

    The executor's thread waits for its processes too. Of two threads that wait, only one gets the code from the system,
    and the other cannot see it before the first has written it down: so ask until it is there.
    """
    deadline = time.monotonic() + seconds
    while child.exitcode is None and time.monotonic() < deadline:
        time.sleep(0.01)
    return child.exitcode


# -- threads ---------------------------------------------------------------------------------------------------------


def test_eight_threads_share_one_pipeline(nlp, expected):
    rounds = 6
    with ThreadPoolExecutor(8) as threads:
        reports = list(threads.map(lambda text: attribution.analyze(text, nlp=nlp), TEXTS * rounds))
    assert reports == expected * rounds


def test_threads_may_be_the_first_to_use_a_pipeline(expected):
    """Whatever is made on first use is made once, or twice with the same result."""
    fresh = attribution.load()
    with ThreadPoolExecutor(8) as threads:
        reports = list(threads.map(lambda text: attribution.analyze(text, nlp=fresh), TEXTS * 2))
    assert reports == expected * 2


# -- what travels ----------------------------------------------------------------------------------------------------


def test_a_pipeline_can_be_pickled(nlp, expected):
    again = pickle.loads(pickle.dumps(nlp))
    assert again.pipe_names == nlp.pipe_names
    assert [attribution.analyze(text, nlp=again) for text in TEXTS] == expected


def test_reports_and_errors_can_be_pickled(expected):
    failure = Failure(AnalysisError.of(LookupError("no such word")))
    again = pickle.loads(pickle.dumps([*expected, failure]))
    assert again[:-1] == expected
    assert str(again[-1].error) == str(failure.error)


def test_docs_carry_their_reports_through_spacys_own_processes(nlp, expected):
    readable = [text for text in TEXTS if "\ud800" not in text]
    docs = list(nlp.pipe(readable, n_process=2, batch_size=2))
    assert [doc._.report for doc in docs] == [report for report in expected if report.text in readable]
    kept = list(DocBin(store_user_data=True, docs=docs).get_docs(nlp.vocab))
    assert [doc._.report for doc in kept] == [doc._.report for doc in docs]
    assert Doc(nlp.vocab).from_bytes(docs[0].to_bytes())._.report == expected[0]
