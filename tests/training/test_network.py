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
from attribution.training.losses import LossWeights, loss  # noqa: E402
from attribution.training.network import Encoder  # noqa: E402


def test_a_few_steps_bring_the_loss_down():
    torch.manual_seed(0)
    encode = PieceEncoder(SHIPPED / TOKENIZER)
    text = "Ann said it rained."
    gold = (GoldAttribution(((0, 3),), ((4, 8),), ((9, 18),)),)
    news = News([Article("a", text, (gold,))], {}, spacy.blank("en"), encode)
    network = Encoder(Labels(("NN",), ("NOUN",), ("root",)), dropout=0.0)
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
    values = []
    for _ in range(4):
        value = loss(network, list(news.epoch(random.Random(0))), encode, LossWeights())
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
        values.append(value.item())
    assert values[-1] < values[0]
