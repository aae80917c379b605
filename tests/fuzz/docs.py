"""Docs that no parser would make, and readings that no encoder would give, from bytes."""

from __future__ import annotations

from typing import Final

import numpy as np
from spacy.tokens import Doc

from attribution.interpret.readings import Frame, Readings
from tests.fuzz.choices import Choices
from tests.interpret.docs import VOCAB

WORDS: Final = (
    "\n\n",
    "\ud7ff",
    *"“ ” \" ' , . : - ( ) said says told according to claims denied that who he they she it Kerry John Smith".split(),
    *"Moscow Reuters US officials sources spokesman the a of on condition anonymity may reportedly allegedly".split(),
    *"some 20 so-called terrorists regime war is not and n't 's by report statement his wife council x".split(),
)
TAGS: Final = tuple(
    tuple(pair.split("/"))
    for pair in (
        "NN/NOUN NNS/NOUN NNP/PROPN VBD/VERB VBZ/VERB VBG/VERB VBN/VERB VB/VERB MD/AUX JJ/ADJ DT/DET IN/ADP IN/SCONJ "
        "PRP/PRON PRP$/PRON RB/ADV CD/NUM CC/CCONJ ./PUNCT /"
    ).split()
)
LABELS: Final = (
    "",
    *"nsubj obj iobj obl nmod nmod:poss appos acl acl:relcl ccomp xcomp advcl parataxis mark case det amod".split(),
    *"compound flat conj cc punct dep nsubj:pass aux aux:pass cop obl:agent".split(),
    *"nsubjpass dobj prep pobj agent relcl poss attr".split(),
)
ENTITIES: Final = ("O", "O", "O", "B-PERSON", "B-ORG", "B-LOC", "B-MISC", "B-GPE", "B-NORP")


def make_doc(choices: Choices) -> Doc:
    """Return a Doc with any words, tags, tree (cycles cut), sentences and entities."""
    size = 1 + choices.number(40)
    words = [choices.pick(WORDS) for _ in range(size)]
    tags = [choices.pick(TAGS) for _ in range(size)]
    heads = _uncycled([choices.number(size) if choices.number(4) else place for place in range(size)])
    return Doc(
        VOCAB,
        words=words,
        spaces=[bool(choices.number(3)) for _ in range(size)],
        tags=[tag for tag, _ in tags],
        pos=[pos for _, pos in tags],
        lemmas=[word.lower() for word in words],
        heads=heads,
        deps=["ROOT" if heads[place] == place else choices.pick(LABELS) for place in range(size)],
        ents=[choices.pick(ENTITIES) for _ in range(size)],
    )


def make_readings(choices: Choices, size: int) -> Readings:
    """Return readings for a Doc of so many tokens; roles may be empty, overlap, cross and lie anywhere."""
    frames = tuple(
        Frame(
            cue=_indices(choices, size, 3) or (0,),
            source=_indices(choices, size, 4),
            content=_indices(choices, size, 12),
            cue_probability=choices.pick((0.1, 0.4, 0.6, 1.0)),
            confidence=choices.pick((0.0, 0.5, 1.0)),
        )
        for _ in range(choices.number(5))
    )
    loading = np.array([choices.pick((0.0, 0.4, 0.6, 1.0)) for _ in range(size)], np.float32)
    return Readings(tuple(sorted(frames, key=lambda frame: frame.cue)), loading)


def _indices(choices: Choices, size: int, most: int) -> tuple[int, ...]:
    start = choices.number(size)
    length = choices.number(most + 1)
    return tuple(place for place in range(start, min(size, start + length)) if place == start or choices.number(5))


def _uncycled(heads: list[int]) -> list[int]:
    """Make a root of every token that would be its own ancestor."""
    for place in range(len(heads)):
        seen = {place}
        head = heads[place]
        while heads[head] != head:
            if head in seen:
                heads[place] = place
                break
            seen.add(head)
            head = heads[head]
    return heads
