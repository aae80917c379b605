"""Gold annotation as arrays over the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from attribution.pipeline.features import Ints, Words
from attribution.pipeline.labels import ENTITY_TAGS, Labels
from attribution.training.conllu import GoldSentence
from attribution.training.corpora import GoldAttribution, GoldEntity, Offsets

IGNORE = -100
"""Target of a word that has none."""

CORENLP_ENTITIES = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}


@frozen(eq=False)
class Link:
    """A cue, by its first and last word, and the words of its source and content."""

    first: int
    last: int
    source: Ints
    content: Ints

    @property
    def start(self) -> int:
        """The first word of any role."""
        return int(min(self.first, *self.source[:1], *self.content[:1]))

    @property
    def stop(self) -> int:
        """One past the last word of any role."""
        return 1 + int(max(self.last, *self.source[-1:], *self.content[-1:]))


def touched(words: Words, offsets: Offsets) -> Ints:
    """Return the words that share a character with any of the pieces."""
    found: list[int] = []
    for start, end in offsets:
        low = int(np.searchsorted(words.end, start, side="right"))
        high = int(np.searchsorted(words.start, end, side="left"))
        found.extend(range(low, high))
    return np.array(sorted(set(found)), np.int64)


def links(words: Words, attributions: Iterable[GoldAttribution]) -> list[Link]:
    """Return the attributions that have a cue, one per first word of a cue, in order."""
    found: dict[int, Link] = {}
    for attribution in attributions:
        cue = touched(words, attribution.cue)
        if len(cue):
            source, content = touched(words, attribution.source), touched(words, attribution.content)
            found.setdefault(int(cue[0]), Link(int(cue[0]), int(cue[-1]), source, content))
    return [found[first] for first in sorted(found)]


def entity_tags(words: Words, entities: Iterable[GoldEntity]) -> Ints:
    """Return an index into ``ENTITY_TAGS`` for each word."""
    tags = np.zeros(len(words), np.int64)
    for entity in entities:
        label = CORENLP_ENTITIES.get(entity.label)
        inside = touched(words, ((entity.start, entity.end),))
        if label and len(inside):
            tags[inside] = ENTITY_TAGS.index(f"I-{label}")
            tags[inside[0]] = ENTITY_TAGS.index(f"B-{label}")
    return tags


@frozen(eq=False)
class TreeTargets:
    """Targets of the tag, tree and sentence heads for a run of sentences; ``IGNORE`` where tokens do not match."""

    tag: Ints
    pos: Ints
    head: Ints
    dep: Ints
    sentence: NDArray[np.float32]


def tree_targets(words: Words, sentences: Sequence[GoldSentence], starts: Sequence[int], labels: Labels) -> TreeTargets:
    """Return the targets of sentences that begin at the given characters; head 0 is the root, ``i + 1`` word ``i``."""
    tag, pos, head, dep = (np.full(len(words), IGNORE, np.int64) for _ in range(4))
    sentence = np.zeros(len(words), np.float32)
    place = {(int(start), int(end)): i for i, (start, end) in enumerate(zip(words.start, words.end, strict=True))}
    first_at = {int(start): i for i, start in enumerate(words.start)}
    for gold, offset in zip(sentences, starts, strict=True):
        if offset in first_at:
            sentence[first_at[offset]] = 1.0
        where = [place.get((offset + word.start, offset + word.end)) for word in gold.words]
        for word, at in zip(gold.words, where, strict=True):
            if at is None:
                continue
            tag[at] = labels.tags.index(word.tag)
            pos[at] = labels.pos.index(word.pos)
            target = 0 if word.head < 0 else where[word.head]
            if word.head < 0 or target is not None:
                head[at] = 0 if word.head < 0 else target + 1  # type: ignore[operator]
                dep[at] = labels.deps.index(word.dep)
    return TreeTargets(tag, pos, head, dep, sentence)


def loaded_words(words: Words, text: str, expressions: Iterable[str]) -> NDArray[np.float32]:
    """Return 1.0 for each word that belongs to one of the expressions, wherever it stands in the text."""
    marked = np.zeros(len(words), np.float32)
    for expression in expressions:
        if not expression.strip():
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(expression)}(?!\w)", text, re.IGNORECASE):
            marked[touched(words, (match.span(),))] = 1.0
    return marked
