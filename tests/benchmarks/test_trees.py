import gzip

import pytest
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from attribution.training.corpora import CorpusError
from benchmarks.treebank import read_documents
from benchmarks.trees import score_examples

CONLLU = """\
# text = Kerry said so.
1	Kerry	Kerry	PROPN	NNP	_	2	nsubj	_	_
2	said	say	VERB	VBD	_	0	root	_	_
3	so	so	ADV	RB	_	2	advmod	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

# text = He left
1	He	he	PRON	PRP	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	_

"""


@pytest.fixture
def references(tmp_path):
    path = tmp_path / "two.conllu.gz"
    path.write_bytes(gzip.compress(CONLLU.encode()))
    return read_documents(path)


def test_sentences_are_joined_by_a_space_in_one_doc(references):
    assert [doc.text.strip() for doc in references] == ["Kerry said so. He left"]


def test_gold_against_itself_is_perfect(references):
    scores = score_examples([Example(doc, doc) for doc in references])
    assert [scores[key] for key in ("tag_acc", "pos_acc", "dep_uas", "dep_las", "sents_f")] == [1, 1, 1, 1, 1]


def test_punctuation_does_not_count_and_a_wrong_label_costs_las_alone(references):
    predicted = Doc(
        Vocab(),
        words=["Kerry", "said", "so", ".", "He", "left"],
        spaces=[True, True, False, True, True, True],
        tags=["NNP", "VBD", "RB", ".", "PRP", "VBD"],
        pos=["PROPN", "VERB", "ADV", "PUNCT", "PRON", "VERB"],
        heads=[1, 1, 1, 2, 5, 5],
        deps=["nsubj", "ROOT", "obj", "punct", "nsubj", "ROOT"],
    )
    scores = score_examples([Example(predicted, references[0])])
    assert (scores["dep_uas"], scores["dep_las"]) == pytest.approx((1, 0.8))


def test_a_missing_corpus_is_named(tmp_path):
    with pytest.raises(CorpusError, match=r"missing\.conllu\.gz"):
        read_documents(tmp_path / "missing.conllu.gz")
