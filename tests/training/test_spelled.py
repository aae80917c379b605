"""What spelling adds to the entity head; skipped where torch (the extra ``train``) is not installed."""

from __future__ import annotations

import pytest
import spacy

torch = pytest.importorskip("torch", reason="the extra 'train' is not installed")

from attribution.pipeline.features import PieceEncoder, read_words  # noqa: E402
from attribution.pipeline.files import SHIPPED, TOKENIZER  # noqa: E402
from attribution.pipeline.labels import ENTITY_TAGS  # noqa: E402
from attribution.training.corpora import GoldEntity  # noqa: E402
from attribution.training.spelled import Spelled, around  # noqa: E402
from attribution.training.targets import entity_tags  # noqa: E402

WIDTH = 8
TOLD = "Paris said so. The Times asked paris about it, and Bonn said no."
NAMES = {"Paris": ("LOCATION", "LOC"), "Times": ("ORGANIZATION", "ORG"), "Bonn": ("LOCATION", "LOC")}


def test_around_a_word_stand_its_neighbours_and_nothing_beyond_the_ends():
    states = torch.tensor([[[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]]])
    assert around(states, 1).tolist() == [[[0, 0, 1, 10, 2, 20], [1, 10, 2, 20, 3, 30], [2, 20, 3, 30, 0, 0]]]


def test_before_it_has_learned_it_adds_nothing():
    chosen = torch.randint(1, 500, (2, 7))
    assert not Spelled(WIDTH, dropout=0.1)(torch.randn(2, 7, WIDTH), chosen, chosen % 5).any()


def test_what_it_adds_to_a_word_does_not_depend_on_padding():
    torch.manual_seed(0)
    spelled = Spelled(WIDTH, dropout=0.1).eval()
    torch.nn.init.normal_(spelled.out.weight)
    states, words, shapes = torch.randn(1, 9, WIDTH), torch.randint(1, 500, (1, 9)), torch.randint(1, 5, (1, 9))
    alone = spelled(states[:, :6], words[:, :6], shapes[:, :6])
    words[:, 6:], shapes[:, 6:], states[:, 6:] = 0, 0, 0
    torch.testing.assert_close(spelled(states, words, shapes)[:, :6], alone)
    assert alone.abs().max() > 0.1


def test_it_learns_names_by_their_capitals():
    torch.manual_seed(0)
    words = read_words(spacy.blank("en")(TOLD), PieceEncoder(SHIPPED / TOKENIZER))
    gold = [GoldEntity(TOLD.index(name), TOLD.index(name) + len(name), label) for name, (label, _) in NAMES.items()]
    tags = torch.from_numpy(entity_tags(words, gold))
    # The states say nothing here: all are the same.
    given = (
        torch.zeros(1, len(words), WIDTH),
        torch.from_numpy(words.spelling)[None],
        torch.from_numpy(words.shape + 1)[None],
    )
    spelled = Spelled(WIDTH, dropout=0.0)
    optimizer = torch.optim.AdamW(spelled.parameters(), lr=5e-3)
    for _ in range(60):
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(spelled(*given)[0], tags).backward()
        optimizer.step()
    found = spelled.eval()(*given)[0].argmax(-1).tolist()
    named = {
        TOLD[start:end]: ENTITY_TAGS[tag][2:]
        for start, end, tag in zip(words.start.tolist(), words.end.tolist(), found, strict=True)
        if tag
    }
    assert named == {name: label for name, (_, label) in NAMES.items()}
