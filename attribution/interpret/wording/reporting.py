"""Whether a verb that can frame its source ("slam", "claim") speaks here, or is about doors, titles and goals."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from attribution.interpret.trees import syntax

_CLAUSAL: Final = syntax.COMPLEMENT_CLAUSE | syntax.OPEN_COMPLEMENT | syntax.PARATAXIS
# Verbs that say something only with a clause, a quotation or as a cue; the others also with a plain object.
_NEED_CONTENT: Final = frozenset({
    "claim", "admit", "concede", "confess", "insist", "boast", "profess", "purport", "crow", "moan", "thunder",
    "bellow", "rage", "rave", "gush", "preach", "babble", "whine", "snarl", "bleat"
})  # fmt: skip
_ABOUT: Final = frozenset({"about", "against", "at", "over", "on", "that", "how", "to"})
_FORCES: Final = frozenset({
    "bomb", "storm", "wave", "wind", "fire", "car", "truck", "bus", "train", "hurricane", "typhoon", "quake",
    "earthquake", "explosion", "blast", "door", "missile", "rocket", "shell", "war", "crash", "plane", "ship",
    "disease", "virus", "rain", "flood", "blaze", "cyclone", "drought"
})  # fmt: skip


def frames_its_source(verb: Token, cues: frozenset[int]) -> bool:
    """Say whether a verb is one of speech where it stands.

    Args:
        verb: A verb that the lexicon lists as framing its source.
        cues: The tokens that are cues of attribution.
    """
    if verb.i in cues or _has_content(verb):
        return True
    if verb.lemma_.lower() in _NEED_CONTENT:
        return _is_followed_by_topic(verb) and _is_speaker(verb)
    if syntax.is_passive(verb):
        return syntax.agent_of(verb) is not None and _can_speak(syntax.agent_of(verb))
    return _is_speaker(verb)


def only_speaks(token: Token) -> bool:
    """Say whether a word is loaded by the way it lets somebody speak, if at all: "claim", but not "slam".

    The noun "claim" is the usual word for what is claimed, and not loaded even so.
    """
    lemma = token.lemma_.lower()
    return lemma == "claim" or (token.pos_ == "VERB" and lemma in _NEED_CONTENT)


def _has_content(verb: Token) -> bool:
    if any(child.dep_ in _CLAUSAL for child in verb.children):
        return True
    return verb.dep_ in syntax.PARATAXIS and syntax.own_subject(verb) is not None


def _is_followed_by_topic(verb: Token) -> bool:
    following = verb.i + 1
    return following < len(verb.doc) and verb.doc[following].lower_ in _ABOUT and not syntax.is_passive(verb)


def _is_speaker(verb: Token) -> bool:
    return _can_speak(syntax.subject_of(verb))


def _can_speak(noun: Token | None) -> bool:
    """Say whether a noun may stand for somebody who speaks; without a subject ("critics slamming") it may."""
    return noun is None or noun.lemma_.lower() not in _FORCES
