"""Training windows of three kinds: news with attributions, sentences with trees, sentences with loaded words.

Every epoch draws anew: the annotator of an article that has several, the places where a text is cut, and how sentences
are joined. Windows are cut where no attribution is, so that no span breaks at a window's edge.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from spacy.language import Language

from attribution.pipeline.features import Ints, PieceEncoder, Words, read_words
from attribution.pipeline.labels import Labels
from attribution.pipeline.windows import Window, cut
from attribution.training.conllu import GoldSentence
from attribution.training.corpora import Article, BiasedSentence, GoldEntity
from attribution.training.targets import Link, TreeTargets, entity_tags, links, loaded_words, tree_targets


@frozen(eq=False)
class NewsWindow:
    """A window of an article with its attributions (word numbers count from the window's start) and entities."""

    words: Words
    window: Window
    links: tuple[Link, ...]
    entities: Ints


@frozen(eq=False)
class TreeWindow:
    """A run of sentences with tags and trees."""

    words: Words
    window: Window
    targets: TreeTargets


@frozen(eq=False)
class LoadedWindow:
    """A run of sentences: which words are loaded, which sentence each word is in, which sentences are biased.

    ``biased`` is 1, 0, or -1 where annotators do not agree.
    """

    words: Words
    window: Window
    loaded: NDArray[np.float32]
    sentence: Ints
    biased: tuple[int, ...]


Example = NewsWindow | TreeWindow | LoadedWindow


class News:
    """Articles with attributions, read once, cut anew each epoch."""

    def __init__(
        self,
        articles: Sequence[Article],
        entities: dict[str, tuple[GoldEntity, ...]],
        nlp: Language,
        encode: PieceEncoder,
    ) -> None:
        self._articles: list[tuple[Words, list[list[Link]], Ints]] = []
        for article in articles:
            words = read_words(nlp.make_doc(article.text), encode)
            found = [links(words, attributions) for attributions in article.annotators]
            self._articles.append((words, found, entity_tags(words, entities.get(article.name, ()))))

    def epoch(self, chance: random.Random) -> Iterator[NewsWindow]:
        """Yield the windows of one pass over the articles."""
        for words, annotators, entities in self._articles:
            if not len(words):
                continue
            chosen = chance.choice(annotators)
            free = np.ones(len(words), bool)
            for link in chosen:
                free[link.start + 1 : link.stop] = False
            lengths = np.fromiter(map(len, words.pieces), np.int64, len(words))
            limit = chance.randint(230, 382)
            for window in cut(lengths, (words.gap >= 2) & free, limit=limit, overlap=0):
                yield NewsWindow(words, window, _inside(chosen, window), entities[window.start : window.end])


def _inside(found: Sequence[Link], window: Window) -> tuple[Link, ...]:
    """Return the attributions whose cue lies in the window, cut to it and counted from its start."""
    kept = []
    for link in found:
        if window.start <= link.first and link.last < window.end:
            source, content = (
                role[(role >= window.start) & (role < window.end)] - window.start
                for role in (link.source, link.content)
            )
            kept.append(Link(link.first - window.start, link.last - window.start, source, content))
    return tuple(kept)


class Trees:
    """Sentences with trees, joined anew each epoch."""

    def __init__(self, sentences: Sequence[GoldSentence], labels: Labels, nlp: Language, encode: PieceEncoder) -> None:
        self._sentences = sentences
        self._labels = labels
        self._nlp = nlp
        self._encode = encode

    def epoch(self, chance: random.Random) -> Iterator[TreeWindow]:
        """Yield windows of about ten sentences, mostly joined by a space, some by line breaks."""
        at = 0
        while at < len(self._sentences):
            count = chance.randint(6, 12)
            group = self._sentences[at : at + count]
            at += count
            by_lines = chance.random() < 0.35
            text, starts = "", []
            for sentence in group:
                if text:
                    text += (
                        chance.choice(("\n", "\n\n"))
                        if by_lines and (sentence.paragraph or chance.random() < 0.2)
                        else " "
                    )
                starts.append(len(text))
                text += sentence.text
            words = read_words(self._nlp.make_doc(text), self._encode)
            targets = tree_targets(words, group, starts, self._labels)
            lengths = np.fromiter(map(len, words.pieces), np.int64, len(words))
            for window in cut(lengths, targets.sentence > 0, overlap=0):
                yield TreeWindow(words, window, _cut_tree(targets, window))


def _cut_tree(targets: TreeTargets, window: Window) -> TreeTargets:
    part = slice(window.start, window.end)
    head = targets.head[part].copy()
    word = head > 0
    head[word] -= window.start
    head[word & ((head < 1) | (head > len(window)))] = -100
    return TreeTargets(targets.tag[part], targets.pos[part], head, targets.dep[part], targets.sentence[part])


class Wording:
    """Sentences with loaded words, joined anew each epoch."""

    def __init__(self, sentences: Sequence[BiasedSentence], nlp: Language, encode: PieceEncoder) -> None:
        self._sentences = list(sentences)
        self._nlp = nlp
        self._encode = encode

    def epoch(self, chance: random.Random) -> Iterator[LoadedWindow]:
        """Yield windows of one to five sentences in random order."""
        order = chance.sample(self._sentences, len(self._sentences))
        at = 0
        while at < len(order):
            count = chance.randint(1, 5)
            group = order[at : at + count]
            at += count
            joint = chance.choice((" ", " ", "\n\n"))
            text = joint.join(sentence.text for sentence in group)
            words = read_words(self._nlp.make_doc(text), self._encode)
            loaded = np.zeros(len(words), np.float32)
            number = np.zeros(len(words), np.int64)
            start = 0
            for i, sentence in enumerate(group):
                end = start + len(sentence.text)
                here = (words.start >= start) & (words.start < end)
                number[here] = i
                loaded[here] = loaded_words(words, text, sentence.words)[here]
                start = end + len(joint)
            lengths = np.fromiter(map(len, words.pieces), np.int64, len(words))
            biased = tuple(-1 if sentence.biased is None else int(sentence.biased) for sentence in group)
            for window in cut(lengths, np.zeros(len(words), bool), overlap=0):
                part = slice(window.start, window.end)
                yield LoadedWindow(words, window, loaded[part], number[part], biased)
