"""A spaCy CNN of the usual small size, trained on the same trees: ``python -m benchmarks.peers.cnn --data DIR``.

Tagger, morphologizer and parser share a tok2vec of width 96, as in spaCy's own "efficiency" settings; 3,500 steps on
``ud/en-train``, about half an hour on two cores. The result is kept in the user's cache, never in the repository.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import spacy
from spacy.cli.init_config import init_config
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.util import load_model_from_config
from thinc.api import Config

from attribution.pipeline.files import LABELS, SHIPPED
from attribution.pipeline.labels import Labels
from benchmarks.cache import cache as kept
from benchmarks.command import Setup, Table, run
from benchmarks.treebank import read_documents

STEPS: Final = 3500


def cache() -> Path:
    """Where the trained pipeline is kept."""
    return kept("cnn")


def load() -> Language | None:
    """The trained pipeline, or ``None`` where it has not been trained on this machine."""
    return spacy.load(cache()) if (cache() / "config.cfg").exists() else None


def untrained() -> Language:
    """A pipeline of the same shape with chance weights: right about nothing, and as fast as the trained one."""
    labels = Labels.read(SHIPPED / LABELS)
    nlp = load_model_from_config(_config(), auto_fill=True)
    for component, names in (("tagger", labels.tags), ("parser", labels.deps)):
        for name in names:
            nlp.get_pipe(component).add_label(name)  # type: ignore[attr-defined]
    doc = nlp.make_doc("Prices fell")
    given = {"tags": ["NNS", "VBD"], "heads": [1, 1], "deps": ["nsubj", "ROOT"], "morphs": ["", ""], "pos": ["", ""]}
    nlp.initialize(lambda: [Example.from_dict(doc, given)])
    return nlp


def _config() -> Config:
    return init_config(lang="en", pipeline=["tagger", "morphologizer", "parser"], optimize="efficiency")


def measure(setup: Setup) -> Sequence[Table]:
    """Train the pipeline on the data folder and keep it; there is no table to print."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        for part, stem in (("train", "en-train"), ("dev", "en_ewt-dev")):
            docs = read_documents(setup.data / "ud" / f"{stem}.conllu.gz")
            DocBin(docs=docs).to_disk(work / f"{part}.spacy")
        _config().to_disk(work / "config.cfg")
        overrides = {
            "paths.train": str(work / "train.spacy"),
            "paths.dev": str(work / "dev.spacy"),
            "training.max_steps": STEPS,
            "training.eval_frequency": 500,
            "training.seed": 0,
        }
        train(work / "config.cfg", work / "out", overrides=overrides)
        cache().mkdir(parents=True, exist_ok=True)
        spacy.load(work / "out" / "model-last").to_disk(cache())
    return []


if __name__ == "__main__":
    raise SystemExit(run("Train the spaCy CNN that speed and trees are compared with.", measure))
