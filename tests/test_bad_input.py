"""Whatever comes in, a report with right offsets comes back, or an error that says what was wrong."""

from __future__ import annotations

import pickle
import shutil

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import attribution
from attribution.pipeline.files import CHECKSUMS, FILES, SHIPPED, ModelError, ModelFiles
from tests.soundness import assert_sound

pytestmark = pytest.mark.model

QUOTED = '"We will win," Kerry said.'

ODD = {
    "a lone surrogate": "He said \ud800 that it was \udfff over.",
    "NUL": "The\x00minister\x00said it was over.",
    "a quotation left open": 'Kerry said: "We will win. And nothing else will do.',
    "a quotation closed twice": 'We will win," Kerry said.” ',
    "nothing but quotation marks": "\"\" “” '' ``",
    "CRLF": "Title\r\n\r\nKerry said on Monday that it was over.\r\nNobody believed him.\r\n",
    "a very long token": "Kerry said " + "x" * 50_000 + " was over.",
    "a very long sentence": "-".join(["over"] * 1_000),
    "emoji": "“It is over 👩‍👩‍👧‍👦🇬🇧,” Kerry said. 👍🏽",
    "right to left": "قال كيري إن الحرب انتهت. \u202eKerry said so.\u202c",
    "combining marks": "Ke\u0301rry s\u0323aid that it w\u030aas over.",
    "control characters": "".join(map(chr, range(32))) + "Kerry said so." + "\x7f\x85\u2028\u2029\ufeff",
    "one letter": "x",
    "one full stop": ".",
    "no-break spaces": "Kerry\xa0said\u202fthat\u3000it was over.",
    "HTML": "<p>Kerry said <b>that</b> it was over.</p><script>alert(1)</script>",
}


@pytest.mark.parametrize("given", [None, b"Kerry said so.", 7, ["Kerry said so."], 1.5])
def test_anything_but_text_is_refused_by_name(given, nlp):
    with pytest.raises(TypeError, match=type(given).__name__):
        attribution.analyze(given, nlp=nlp)


def test_a_stream_with_something_else_in_it_is_refused_by_name(nlp):
    with pytest.raises(TypeError, match="NoneType"):
        list(attribution.analyze_many(["Kerry said so.", None], nlp=nlp))


def test_what_is_no_pipeline_is_refused_by_name():
    with pytest.raises(TypeError, match="a spaCy pipeline, not str"):
        attribution.analyze("It rains.", nlp="en_core_web_sm")


def test_one_lexicon_where_several_are_expected_is_refused():
    with pytest.raises(TypeError, match="a list of files, not one str"):
        attribution.load(lexicons="housing.toml")


def test_one_text_where_many_are_expected_is_refused(nlp):
    with pytest.raises(TypeError, match="str"):
        list(attribution.analyze_many("Kerry said so.", nlp=nlp))


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\xa0\u3000"])
def test_nothing_gives_an_empty_report(text, nlp):
    report = attribution.analyze(text, nlp=nlp)
    assert report.text == text
    assert not (report.sentences or report.attributions or report.claims or report.hedges or report.loaded)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_gives_a_report_with_right_offsets(text, nlp):
    assert_sound(attribution.analyze(text, nlp=nlp), text)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_does_not_spoil_its_neighbours(text, nlp):
    before, odd, after = attribution.analyze_many([QUOTED, text, QUOTED], nlp=nlp)
    assert before == after
    assert odd.text == text


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_the_report_of_odd_text_survives_pickle_and_json(text, nlp):
    report = attribution.analyze(text, nlp=nlp)
    assert pickle.loads(pickle.dumps(report)) == report
    assert attribution.Report.from_json(report.to_json()) == report


WORDS = st.sampled_from(
    [
        *"\"'“”‘’«».,:;!?()[]-–—\n\r\t\x00\ud800 ",
        "said", "say", "told", "claims", "according to", "allegedly", "denied", "that", "Kerry", "Moscow", "sources",
        "US officials", "who", "they", "he", "may", "some 20", "so-called", "terrorists", "on condition of anonymity",
        "\r\n\r\n", "Photo by: Reuters", "x" * 300,
    ]
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=20).map("".join)
    )
)
@example('" said "')
@example(", said Kerry")
def test_any_text_gives_a_report_with_right_offsets(nlp, text):
    assert_sound(attribution.analyze(text, nlp=nlp), text)


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    for name in (*FILES, CHECKSUMS):
        shutil.copyfile(SHIPPED / name, folder / name)
    return folder


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(FILES), place=st.floats(0, 1, exclude_max=True), change=st.integers(1, 255), cut=st.booleans()
)
def test_a_damaged_byte_anywhere_in_the_model_is_an_error_that_names_the_file(model_folder, name, place, change, cut):
    path = model_folder / name
    whole = path.read_bytes()
    at = int(place * len(whole))
    path.write_bytes(whole[:at] if cut else whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :])
    try:
        with pytest.raises(ModelError, match=name):
            ModelFiles(model_folder).verify()
    finally:
        path.write_bytes(whole)
