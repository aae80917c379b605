"""Readers of corpora, on small files written here."""

from __future__ import annotations

import gzip

import pytest

from attribution.training import babe, conllu, corenlp, polnear
from attribution.training.corpora import BiasedSentence, CorpusError, GoldAttribution, GoldEntity

TEXT = "“It rains,” Ann said, “a lot.”\nBob agreed."
STANDOFF = """\
T1\tSource 12 15\tAnn
T2\tCue 16 20\tsaid
T3\tContent 0 11;22 30\t“It rains,” “a lot.”
T4\tAttribution 16 20\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
T5\tDiscuss 0 3\t“It
E2\tDiscuss:T5
a line that a note broke off
"""


@pytest.fixture
def folder(tmp_path):
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "rain.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "rain_b2c3.ann").write_text(STANDOFF, encoding="utf-8")
    (tmp_path / "attributions" / "rain_a1b2.ann").write_text("", encoding="utf-8")
    return tmp_path


def test_standoff_is_read_with_every_annotator_in_order(folder):
    (article,) = polnear.read_articles(folder)
    assert article.text == TEXT
    assert article.annotators == ((), (GoldAttribution(((12, 15),), ((16, 20),), ((0, 11), (22, 30))),))


def test_offsets_outside_the_text_name_the_file(folder):
    (folder / "attributions" / "rain_b2c3.ann").write_text("T1\tCue 16 999\tsaid\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"rain_b2c3\.ann.*T1"):
        polnear.read_articles(folder)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(CorpusError, match="nothing at"):
        polnear.read_articles(tmp_path / "nothing")


ROWS = """\
# newdoc id = d1
# text = They don't.
1\tThey\tthey\tPRON\tPRP\t_\t3\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

"""


@pytest.mark.parametrize("name", ["trees.conllu", "trees.conllu.gz"])
def test_trees_are_read_with_offsets(tmp_path, name):
    data = ROWS.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    first, second = conllu.read_sentences(tmp_path / name)
    assert first.text == "They don't."
    assert [first.text[word.start : word.end] for word in first.words] == ["They", "do", "n't", "."]
    assert [word.head for word in first.words] == [2, 2, -1, 2]
    assert (first.paragraph, second.paragraph, second.document) == (True, False, "d1")


def test_a_malformed_tree_names_file_and_line(tmp_path):
    (tmp_path / "bad.conllu").write_text("1\tone\n\n")
    with pytest.raises(CorpusError, match=r"bad\.conllu, line 1"):
        list(conllu.read_sentences(tmp_path / "bad.conllu"))


def test_entities_end_with_their_sentence(tmp_path):
    rows = ["# doc = a", "0\t3\tNew\tNNP\tNew\tLOCATION\t_", "4\t8\tYork\tNNP\tYork\tLOCATION\t_", ""]
    rows += ["10\t13\tAnn\tNNP\tAnn\tPERSON\t0*", "# doc = b", "0\t2\tHe\tPRP\the\tO\t0"]
    (tmp_path / "t.tsv.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    assert corenlp.read_entities(tmp_path / "t.tsv.gz") == {
        "a": (GoldEntity(0, 8, "LOCATION"), GoldEntity(10, 13, "PERSON")),
        "b": (),
    }


def test_biased_sentences(tmp_path):
    rows = ["text,label_bias,biased_words", "A mob came.,Biased,\"['Mob']\"", "It rained.,Non-biased,[]"]
    (tmp_path / "b.csv").write_text("\n".join([*rows, "Well.,No agreement,[]"]))
    assert babe.read_sentences(tmp_path / "b.csv") == [
        BiasedSentence("A mob came.", True, ("mob",)),
        BiasedSentence("It rained.", False, ()),
        BiasedSentence("Well.", None, ()),
    ]


def test_a_word_list_is_never_run(tmp_path):
    (tmp_path / "b.csv").write_text("text,label_bias,biased_words\nA.,Biased,__import__('os').getcwd()\n")
    with pytest.raises(CorpusError, match="line 2"):
        babe.read_sentences(tmp_path / "b.csv")
