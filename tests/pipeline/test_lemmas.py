"""Lemma rules give back what they were learned from, and carry over to words of the same ending."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from attribution.pipeline.lemmas import Lemmas

VERBS = [
    ("said", "VBD", "say"),
    ("walked", "VBD", "walk"),
    ("talked", "VBD", "talk"),
    ("used", "VBD", "use"),
    ("tried", "VBD", "try"),
]


@given(
    st.dictionaries(st.text("abdes", min_size=1, max_size=6), st.text("abdesy", min_size=1, max_size=6), max_size=25)
)
def test_every_learned_word_has_its_lemma(pairs):
    lemmas = Lemmas.learn([(form, "NN", lemma) for form, lemma in pairs.items()])
    assert {form: lemmas(form, "NN") for form in pairs} == pairs


def test_endings_carry_over():
    lemmas = Lemmas.learn(VERBS)
    assert lemmas("stalked", "VBD") == "stalk"
    assert lemmas("Said", "VBD") == "say"


def test_names_are_their_own_lemma():
    assert Lemmas.learn([("States", "NNPS", "State")])("States", "NNPS") == "States"


def test_rules_survive_saving(tmp_path):
    lemmas = Lemmas.learn(VERBS)
    lemmas.save(tmp_path / "lemmas.json")
    again = Lemmas.read(tmp_path / "lemmas.json")
    assert [again(form, tag) for form, tag, _ in VERBS] == [lemma for _, _, lemma in VERBS]
    lemmas.save(tmp_path / "other.json")
    assert (tmp_path / "other.json").read_bytes() == (tmp_path / "lemmas.json").read_bytes()
