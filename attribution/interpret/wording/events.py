"""Plain words for violence, death and crime: they tell what happened, and to name it is no judgement.

The encoder reads them as loaded at times, and then rather beside the name of one group than of another: "the brutal
killing of a student" is loaded by "brutal", whoever was killed.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

_EVENTS: Final = frozenset({
    "abduction", "abuse", "ambush", "arrest", "arson", "assault", "assassination", "attack", "beating", "beheading",
    "blast", "bombing", "bomb", "burial", "captivity", "casualty", "clash", "corpse", "crime", "death", "detainee",
    "detention", "disappearance", "drowning", "eviction", "execution", "explosion", "fighting", "fraud", "funeral",
    "gunfire", "gunman", "homicide", "hostage", "injury", "kidnapping", "killer", "killing", "lynching", "manslaughter",
    "murder", "murderer", "prisoner", "raid", "rape", "rapist", "riot", "robbery", "shooting", "stabbing", "strangling",
    "suicide", "theft", "torture", "victim", "violence", "wound"
})  # fmt: skip
# As verbs most of these are also said of words and plans ("attacked the bill"); these are not.
_DEEDS: Final = frozenset({
    "abduct", "arrest", "assassinate", "behead", "bomb", "detain", "die", "drown", "execute", "injure", "kidnap",
    "kill", "lynch", "rape", "rob", "shoot", "stab", "wound"
})  # fmt: skip


def names_event(token: Token) -> bool:
    """Say whether a word is the usual one for a violent event, a crime or who suffers it."""
    words = _EVENTS if token.pos_ == "NOUN" else _DEEDS if token.pos_ == "VERB" else frozenset()
    return token.lemma_.lower() in words
