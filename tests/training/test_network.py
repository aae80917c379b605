"""The network and its loss; skipped where torch (the extra ``train``) is not installed."""

from __future__ import annotations

import random

import pytest
import spacy

torch = pytest.importorskip("torch", reason="the extra 'train' is not installed")

from attribution.pipeline.features import PieceEncoder  # noqa: E402
from attribution.pipeline.files import SHIPPED, TOKENIZER  # noqa: E402
from attribution.pipeline.labels import Labels  # noqa: E402
from attribution.training.corpora import Article, GoldAttribution  # noqa: E402
from attribution.training.examples import News  # noqa: E402
from attribution.training.losses import loss  # noqa: E402
from attribution.training.network import Encoder, Size  # noqa: E402
from attribution.training.weights import LossWeights  # noqa: E402

LABELS = Labels(("NN",), ("NOUN",), ("root",))


@pytest.fixture(scope="module")
def encode():
    return PieceEncoder(SHIPPED / TOKENIZER)


@pytest.fixture(scope="module")
def news(encode):
    gold = (GoldAttribution(((0, 3),), ((4, 8),), ((9, 18),)),)
    return list(
        News([Article("a", "Ann said it rained.", (gold,))], {}, spacy.blank("en"), encode).epoch(random.Random(0))
    )


def test_a_few_steps_bring_the_loss_down(encode, news):
    assert falls(Encoder(LABELS, dropout=0.0), lambda network: loss(network, news, encode, LossWeights()))


def test_a_few_steps_with_a_teacher_bring_a_network_nearer_to_it(encode, news):
    torch.manual_seed(1)
    teacher = Encoder(LABELS).eval()
    small = Encoder(LABELS, Size(heads=2, units=100), dropout=0.0)

    def taught(network):
        by_labels = loss(network, news, encode, LossWeights())
        return loss(network, news, encode, LossWeights(), teacher=teacher) - by_labels

    assert taught(small).item() > 0.0
    assert falls(small, taught)


def falls(network, value):
    torch.manual_seed(0)
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-4)
    values = []
    for _ in range(4):
        now = value(network)
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
        values.append(now.item())
    return values[-1] < values[0]
