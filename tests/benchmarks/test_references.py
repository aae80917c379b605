"""Coreference as GUM writes it, which mentions are asked about, and what is right."""

from __future__ import annotations

from benchmarks.coreference import read_documents
from benchmarks.references import anaphors, is_right

ROWS = """\
# newdoc id = GUM_news_made
# newpar
# text = Ana Cruz left .
1\tAna\tAna\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-x
2\tCruz\tCruz\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = She likes the Cruz team .
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-x)
2\tlikes\tlike\tVERB\tVBZ\t_\t0\troot\t_\t_
3\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\tEntity=(2-organization-new-x
4\tCruz\tCruz\tPROPN\tNNP\t_\t5\tcompound\t_\tEntity=(1-person-giv-x)
5\tteam\tteam\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def read(tmp_path, genres=("news",)):
    path = tmp_path / "made.conllu"
    path.write_text(ROWS, encoding="utf-8")
    return read_documents(path, genres)


def test_mentions_and_their_entities(tmp_path):
    (document,) = read(tmp_path)
    assert document.text == "Ana Cruz left . She likes the Cruz team ."
    found = [(document.text[m.start : m.end], m.entity, m.kind) for m in document.mentions]
    assert found == [
        ("Ana Cruz", "1", "person"),
        ("She", "1", "person"),
        ("the Cruz team", "2", "organization"),
        ("Cruz", "1", "person"),
    ]


def test_other_genres_are_left_out(tmp_path):
    assert read(tmp_path, genres=("fiction",)) == []


def test_what_is_asked_about(tmp_path):
    (document,) = read(tmp_path)
    asked = [(document.text[a.mention.start : a.mention.end], a.form) for a in anaphors(document)]
    assert asked == [("She", "pronoun"), ("Cruz", "short name")]


def test_the_smallest_mention_around_the_answer_decides(tmp_path):
    (document,) = read(tmp_path)
    she = anaphors(document)[0].mention
    assert is_right(document, she, document.text.index("Ana"))
    assert is_right(document, she, document.text.rindex("Cruz"))
    assert not is_right(document, she, document.text.index("team"))
    assert not is_right(document, she, None)
