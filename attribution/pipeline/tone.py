"""From the pull of each word on its sentence to the probability that the sentence is biased."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from spacy.tokens import Doc

from attribution.pipeline.decode import mean, sigmoid
from attribution.pipeline.features import Ints
from attribution.pipeline.session import Floats


def sentence_tone(doc: Doc, token: Ints, logits: Floats) -> Floats:
    """Spread over each sentence what the encoder says of its tone.

    Args:
        doc: A Doc with sentences.
        token: The indices into the Doc of the words that were read, ascending.
        logits: For each of these words, how it pulls its sentence towards bias; the mean over a sentence is the log
            odds that it is biased.

    Returns:
        For each token of the Doc the probability in [0, 1] that its sentence is biased; 0.5, which says nothing, in
        sentences without a word.
    """
    means = np.zeros(len(doc), np.float32)
    bounds = [0, *(sentence.end for sentence in doc.sents)]
    places = np.searchsorted(token, bounds).tolist()
    for (start, end), (first, last) in zip(pairwise(bounds), pairwise(places), strict=True):
        if first < last:
            means[start:end] = mean(logits[first:last])
    return sigmoid(means)
