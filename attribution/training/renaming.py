"""Other names in the same articles, so that the network reads a name from its neighbours and not from memory.

The names of one entity class are exchanged for others of the same class and number of words, as in the mention
replacement of Dai and Adel (2020). Within an article the same name always becomes the same other name.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attribution.pipeline.features import Ints
from attribution.pipeline.labels import ENTITY_TAGS

Name = tuple[str, ...]
_Class = tuple[str, int]

_GIVEN, _FAMILY = ("given", 1), ("family", 1)
_SHORTEST = 3
"""Initials and "Jr" stay as they are."""


class Renaming:
    """The names of a corpus by class and length.

    Persons are renamed word by word, so that a short name goes on being short for the full one.
    """

    def __init__(self, texts: Iterable[tuple[Sequence[str], Ints]]) -> None:
        """Collect the names of texts, given as words and, for each word, an index into ``ENTITY_TAGS``."""
        found: dict[_Class, dict[Name, None]] = {}
        for words, entities in texts:
            for start, end, label in mentions(entities):
                for name, place in _parts(words[start:end], label):
                    found.setdefault(place, {})[name] = None
        self._names = {place: sorted(names) for place, names in found.items()}

    def __call__(self, words: Sequence[str], entities: Ints, chance: random.Random) -> list[str]:
        """Return the words of a text with other names; as many words, and each keeps its being all capitals."""
        renamed = list(words)
        chosen: dict[tuple[Name, _Class], Name] = {}
        for start, end, label in mentions(entities):
            at = start
            for name, place in _parts(words[start:end], label):
                if place in self._names and _is_name(name):
                    key = (tuple(word.lower() for word in name), place)
                    other = chosen.setdefault(key, chance.choice(self._names[place]))
                    renamed[at : at + len(name)] = map(_cased, other, name)
                at += len(name)
        return renamed


def mentions(entities: Ints) -> list[tuple[int, int, str]]:
    """Return the mentions (first word, one past the last, class) that the tags of a text's words say."""
    kinds = [ENTITY_TAGS[tag].partition("-") for tag in entities]
    starts = [i for i, (place, _, _) in enumerate(kinds) if place == "B"]
    found = []
    for start, limit in pairwise([*starts, len(kinds)]):
        end = start + 1
        while end < limit and kinds[end][0] == "I":
            end += 1
        found.append((start, end, kinds[start][2]))
    return found


def _parts(words: Sequence[str], label: str) -> list[tuple[Name, _Class]]:
    if label != "PERSON":
        return [(tuple(words), (label, len(words)))]
    last = len(words) - 1
    return [((word,), _FAMILY if i == last else _GIVEN) for i, word in enumerate(words)]


def _is_name(name: Name) -> bool:
    return any(len(word) >= _SHORTEST and word[0].isupper() for word in name)


def _cased(other: str, word: str) -> str:
    return other.upper() if word.isupper() and len(word) >= _SHORTEST else other
