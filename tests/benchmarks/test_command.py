from attribution.training.corpora import CorpusError
from benchmarks.command import Setup, Table, percent, run


def test_a_table_is_markdown_that_also_reads_as_plain_text():
    table = Table("Title", ("measure", "ours"), (("cue", "73.0"), ("content, exact", "9.5")), ("A note.",))
    assert str(table).splitlines() == [
        "### Title",
        "",
        "| measure        | ours |",
        "| -------------- | ---: |",
        "| cue            | 73.0 |",
        "| content, exact |  9.5 |",
        "",
        "* A note.",
    ]


def test_percentages_have_one_decimal_and_a_dash_where_there_is_none():
    assert (percent(0.7349), percent(1), percent(None)) == ("73.5", "100.0", "–")


def test_a_missing_corpus_is_a_message_not_a_traceback(tmp_path, capsys):
    def measure(setup):
        raise CorpusError(f"articles: nothing at {setup.data}")

    assert run("Nothing.", measure, ["--data", str(tmp_path)]) == 2
    assert f"articles: nothing at {tmp_path}" in capsys.readouterr().err


def test_the_tables_are_printed(tmp_path, capsys):
    table = Table("T", ("a",), (("1",),))
    assert run("One table.", lambda setup: [table], ["--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{table}\n"


def test_a_table_says_where_a_peer_is_ahead():
    table = Table(
        "T",
        ("measure", "this package", "with more", "rules", "annotators"),
        (("cue, exact", "73.0", "80.0", "40.0", "73.1"), ("whole", "70.0", "–", "–", "1,000")),
        variants=("with more",),
    )
    assert list(table.ahead()) == [
        "Ahead of this package: annotators, on cue, exact (73.1 against 73.0), whole (1,000 against 70.0)."
    ]
    assert str(table).endswith(f"* {next(table.ahead())}")


def test_a_limit_takes_the_first_items_and_none_takes_all(tmp_path):
    assert list(Setup(tmp_path, limit=2).first("abc")) == ["a", "b"]
    assert list(Setup(tmp_path).first("abc")) == ["a", "b", "c"]
