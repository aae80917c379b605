"""The networks of the cross-validation: one that has read news and trees, and for each fold a copy that goes on.

Each is kept in the user's cache when it is trained, and a checkpoint of one in training, so that the same command,
interrupted, goes on from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import spacy
import torch
from attrs import evolve, frozen

from attribution.pipeline.features import PieceEncoder
from attribution.pipeline.files import LABELS, SHIPPED
from attribution.pipeline.labels import Labels
from attribution.training.conllu import read_sentences
from attribution.training.corpora import BiasedSentence
from attribution.training.examples import Wording
from attribution.training.loop import Material, Plan, seeded, train
from attribution.training.network import Encoder
from attribution.training.recipe import Corpora, initial_weights, read_material
from benchmarks.cache import cache

BEFORE: Final = Plan(epochs=3, news_passes=0.8, tree_passes=0.5, seed=21)
"""What a network learns from the news and the trees, before it sees a sentence of BABE."""

PLAN: Final = Plan(epochs=4, wording_passes=1.0, rate=1.5e-4, head_rate=7e-4)
"""What its copies learn from BABE."""


@frozen(eq=False)
class Reader:
    """A network that has read the news and the trees and nothing of BABE, and the ``name`` that it is kept by."""

    network: Encoder
    name: str


def read_news_and_trees(data: Path, encode: PieceEncoder) -> Reader:
    """Train a network from the initial weights on the articles and trees of the data folder."""
    corpora = Corpora.under(data)
    labels = Labels.read(SHIPPED / LABELS)

    def material() -> Material:
        trees = [sentence for path in corpora.trees for sentence in read_sentences(path)]
        return evolve(read_material(corpora, trees, labels, encode), wording=None)

    files = sorted(
        (path.name, path.stat().st_size)
        for folder in (*corpora.attributions, corpora.entities, *corpora.trees)
        for path in (folder.rglob("*") if folder.is_dir() else (folder,))
    )
    name = _fingerprint(BEFORE, files)
    seeded(BEFORE.seed)
    network = Encoder(labels)
    network.load_pretrained(initial_weights() / "model.safetensors")
    return Reader(_learned(network, BEFORE, material, encode, name, "news and trees"), name)


def read_wording(before: Reader, sentences: Sequence[BiasedSentence], encode: PieceEncoder, title: str) -> Encoder:
    """Return a copy of a network that has gone on to learn from these sentences."""
    seeded(PLAN.seed)
    network = Encoder(Labels.read(SHIPPED / LABELS))
    network.load_state_dict(before.network.state_dict())

    def material() -> Material:
        return Material(None, None, Wording(sentences, spacy.blank("en"), encode))

    return _learned(network, PLAN, material, encode, _fingerprint(before.name, PLAN, sentences), title)


def _learned(
    network: Encoder, plan: Plan, material: Callable[[], Material], encode: PieceEncoder, name: str, title: str
) -> Encoder:
    """Train a network in place, or take it from the cache where it is there."""
    folder = cache("folds")
    folder.mkdir(parents=True, exist_ok=True)
    weights = folder / f"{name}.pt"
    if weights.exists():
        network.load_state_dict(torch.load(weights, weights_only=True))
        return network
    checkpoint = weights.with_suffix(".checkpoint.pt")
    print(f"learning: {title}")
    train(network, material(), plan, encode, checkpoint)
    part = weights.with_suffix(".part")
    torch.save(network.state_dict(), part)
    part.replace(weights)
    checkpoint.unlink()
    return network


def _fingerprint(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
