"""Loaded wording by cross-validation on all of BABE: ``python -m benchmarks.folds --data DIR``.

Needs the extra ``train``, and an hour or two. The shipped weights have seen four fifths of BABE. Here one network
learns from the news and the trees, as the shipped one has, but from nothing of BABE; and for every fold a copy of it
goes on to learn from the other folds, and reads the one it has not seen. The rest is as shipped: lexicon, rules, and
what the encoder says of tags, trees and attributions. A network that learns in another order is sure of other things
than the shipped one, so the log odds of its words are moved by one number: the one that serves best on the *other*
folds.

The thresholds (:class:`~attribution.interpret.wording.loaded_words.WordingSettings`) are as shipped, and not chosen
anew for each fold: they come from networks such as these, read on all folds together, and were chosen with the first
fold, as the shipped weights read it, in view. That flatters the figures a little.

Trained networks are kept in the user's cache (:mod:`benchmarks.fold_networks`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
import torch
from attrs import frozen
from spacy.language import Language
from spacy.tokens import Doc
from tqdm import tqdm

from attribution.interpret.readings import Readings
from attribution.pipeline.component import get_report
from attribution.pipeline.decode import sigmoid
from attribution.pipeline.features import PieceEncoder, read_words
from attribution.pipeline.files import SHIPPED, TOKENIZER
from attribution.pipeline.readings import restore, store
from attribution.pipeline.session import Floats
from attribution.pipeline.tone import sentence_tone
from attribution.pipeline.windows import cut, pack
from attribution.training.babe import read_sentences
from attribution.training.corpora import BiasedSentence
from attribution.training.network import Encoder
from benchmarks.command import OURS, Setup, Table, percent, run
from benchmarks.fold_networks import read_news_and_trees, read_wording
from benchmarks.loading import PUBLISHED, is_biased, word_counts, words
from benchmarks.scorers.classes import macro_f1

FOLDS: Final = 5
SHIFTS: Final = (-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0)


@frozen
class Outcome:
    """A measured sentence: what is right and what was found."""

    gold: bool
    gold_words: frozenset[str]
    found: bool
    found_words: frozenset[str]


@frozen
class Scores:
    """Both in [0, 1], the higher the better; ``together`` is their mean."""

    macro_f1: float
    words_f1: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> Scores:
        """Score some sentences."""
        return cls(
            macro_f1([outcome.found for outcome in outcomes], [outcome.gold for outcome in outcomes]),
            word_counts([outcome.found_words for outcome in outcomes], [outcome.gold_words for outcome in outcomes]).f1,
        )

    @property
    def together(self) -> float:
        """The mean of the two."""
        return (self.macro_f1 + self.words_f1) / 2


Shifted = Mapping[float, Sequence[Outcome]]
"""The outcomes of a fold under every shift."""


def measure(setup: Setup, count: int = FOLDS) -> list[Table]:
    """Train and measure ``count`` networks on ``babe/dev.csv`` of the data folder."""
    sentences = setup.first(read_sentences(setup.data / "babe" / "dev.csv"))
    nlp = setup.pipeline()
    encode = PieceEncoder(SHIPPED / TOKENIZER)
    before = read_news_and_trees(setup.data, encode)
    folds: list[Shifted] = []
    for number in range(count):
        others = [sentence for at, sentence in enumerate(sentences) if at % count != number]
        network = read_wording(before, others, encode, f"fold {number + 1} of {count}")
        kept = [sentence for sentence in sentences[number::count] if sentence.biased is not None]
        folds.append(outcomes(nlp, kept, Wordings(network, encode)))
    return [table(cross_fitted(folds))]


class Wordings:
    """What the heads for loaded wording of one network say of a Doc."""

    def __init__(self, network: Encoder, encode: PieceEncoder) -> None:
        self._network = network.eval()
        self._encode = encode

    def __call__(self, doc: Doc) -> tuple[Floats, Floats]:
        """Return for each token the log odds that it is loaded, and the probability that its sentence is biased."""
        read = read_words(doc, self._encode)
        loaded, tone = np.zeros(len(read), np.float32), np.zeros(len(read), np.float32)
        lengths = np.fromiter(map(len, read.pieces), np.int64, len(read))
        for window in cut(lengths, np.zeros(len(read), bool), overlap=0):
            batch = pack([read], [(0, window)], self._encode)
            inputs = map(torch.from_numpy, (batch.ids, batch.shape, batch.gap, batch.mask, batch.first))
            here = slice(window.start, window.end)
            with torch.inference_mode():
                states = self._network.words(*inputs)
                loaded[here] = self._network.loaded(states)[0, :, 0].numpy()
                tone[here] = self._network.tone(states)[0, :, 0].numpy()
        # Tokens that are no words are never loaded.
        spread = np.full(len(doc), -np.inf, np.float32)
        spread[read.token] = loaded
        return spread, sentence_tone(doc, read.token, tone)


def outcomes(nlp: Language, sentences: Sequence[BiasedSentence], wordings: Wordings) -> Shifted:
    """Analyze sentences with a network's reading of their wording in place of the shipped encoder's."""
    component = nlp.get_pipe("attribution")
    found: dict[float, list[Outcome]] = {shift: [] for shift in SHIFTS}
    with nlp.select_pipes(disable="attribution"):
        docs = nlp.pipe(sentence.text for sentence in sentences)
        for sentence, doc in zip(tqdm(sentences, desc="kept out", disable=None), docs, strict=True):
            shipped = restore(doc)
            assert shipped is not None
            loaded, tone = wordings(doc)
            for shift in SHIFTS:
                store(doc, Readings(shipped.frames, sigmoid(loaded + shift), tone))
                report = get_report(component(doc))
                marked = words(expression.span.text for expression in report.loaded)
                found[shift].append(Outcome(bool(sentence.biased), words(sentence.words), is_biased(report), marked))
    return found


def cross_fitted(folds: Sequence[Shifted]) -> list[Sequence[Outcome]]:
    """Return the outcomes of each fold under the shift that serves best on the other folds together."""

    def best(number: int) -> float:
        others = [fold for at, fold in enumerate(folds) if at != number]
        return max(SHIFTS, key=lambda shift: Scores.of([one for fold in others for one in fold[shift]]).together)

    return [fold[best(number)] for number, fold in enumerate(folds)]


def table(folds: Sequence[Sequence[Outcome]]) -> Table:
    """Put the figures of all sentences, each read by the network that has not seen it, beside the published ones."""
    together = Scores.of([outcome for fold in folds for outcome in fold])
    return Table(
        f"Biased sentences, BABE, {len(folds)}-fold cross-validation, {sum(map(len, folds))} sentences (%)",
        ("measure", OURS, "lowest fold", "highest fold", *PUBLISHED),
        tuple(_rows(together, [Scores.of(fold) for fold in folds])),
        (
            "Each fold is read by a network that has learned from the news and the trees, as the shipped one has, and "
            "then from the other folds. Its thresholds are the shipped ones, chosen on all folds together and on the "
            "first.",
            "BERT and RoBERTa: Spinde et al. 2021, cross-validated on all of BABE; not measured here.",
        ),
        variants=("lowest fold", "highest fold"),
    )


def _rows(together: Scores, folds: Sequence[Scores]) -> Iterator[tuple[str, ...]]:
    sentences = [fold.macro_f1 for fold in folds]
    marked = [fold.words_f1 for fold in folds]
    published = map(percent, PUBLISHED.values())
    none = ["–"] * len(PUBLISHED)
    yield "macro-F1", percent(together.macro_f1), percent(min(sentences)), percent(max(sentences)), *published
    yield "loaded words, F1", percent(together.words_f1), percent(min(marked)), percent(max(marked)), *none


if __name__ == "__main__":
    raise SystemExit(run("Biased sentences and their loaded words, BABE, by cross-validation.", measure))
