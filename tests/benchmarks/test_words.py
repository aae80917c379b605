import pytest

from attribution.training.corpora import CorpusError
from benchmarks.peers.words import read_words


def test_whole_words_are_found_whatever_their_case(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("# a comment\n\nmay\ncertain amount\ncertain\n")
    words = read_words(path)
    assert words.findall("It MAY take a certain amount of dismay.") == ["MAY", "certain amount"]
    assert not words.search("a comment on mayors")


def test_an_empty_list_is_refused(tmp_path):
    (tmp_path / "empty.txt").write_text("# nothing\n")
    with pytest.raises(CorpusError, match=r"empty\.txt"):
        read_words(tmp_path / "empty.txt")
