"""Which of the characters on stage a pronoun means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from spacy.tokens import Doc, Token

from attribution.interpret.sources.characters import Character
from attribution.interpret.sources.mention import PLURAL_PRONOUNS, THINGS, Mention
from attribution.interpret.trees import syntax

# Weights of the ranking, in units of one sentence of distance.
_SUBJECT: Final = 1.0
_SOURCE: Final = 1.2
_KNOWN_GENDER: Final = 1.0
_HOLDER: Final = 2.5
_QUOTED: Final = 2.0
_OFTEN: Final = 0.15
_OFTEN_AT_MOST: Final = 6
_SINGULAR_THEY: Final = 1.5
_BODY_AS_THEY: Final = 0.7
_NAMED: Final = 0.6
_ONE_OF_MANY: Final = frozenset({"counted", "indefinite"})
_SPEAKS_ON: Final = 0.5
_MEANT_BY_IT: Final = frozenset({"organization", "place", "media", "document"})
_OBJECTS: Final = frozenset({"him", "her", "them"})
# Taken where little else fits.
_LAST_RESORT: Final = 2.5


class Place(NamedTuple):
    """Where a mention stands: token, sentence, whether in quotation marks, and inside whose words.

    ``speaks`` is true of a source. ``speaker`` is whose direct quotation it stands in (never meant by "he");
    ``holder`` whose reported words or thoughts ("Kerry said that he ...": likely meant).
    """

    token: int
    sentence: int
    quoted: bool
    speaks: bool = False
    speaker: Character | None = None
    holder: Character | None = None


def best_antecedent(
    doc: Doc, mention: Mention, place: Place, candidates: Iterable[Character], *, like: str | None = None
) -> Character | None:
    """Return the character that a third-person pronoun most likely means, or ``None`` where none fits.

    With ``like`` the mention is a description, ranked as that pronoun would be in its place ("he", "them").
    """
    token = doc[mention.head]
    word = like or token.lower_
    may_be_body = word in THINGS and token.is_sent_start
    is_plural = word in PLURAL_PRONOUNS
    agrees = _agrees_with_many if is_plural else _agrees_with_thing if word in THINGS else _agrees_with_one
    beside = _beside(token)
    best: tuple[float, int, Character] | None = None
    for character in candidates:
        fit = agrees(mention, character)
        if fit is None:
            if not may_be_body or not _may_be_body(character, place):
                continue
            fit = -_LAST_RESORT
        if character is place.speaker or character.last_token in beside:
            continue
        value = fit - (place.sentence - character.last_sentence)
        value += _SUBJECT * character.prominence + _SOURCE * character.was_source + _NAMED * character.is_named
        if is_plural and place.speaks and character.was_source and _is_some(character):
            # Who goes on speaking rather than who is spoken of: a singular "they" too.
            value += _SPEAKS_ON
        value += _OFTEN * min(character.times, _OFTEN_AT_MOST)
        if character.was_quoted and not place.quoted:
            value -= _QUOTED
        if character is place.holder:
            value += _HOLDER
        if best is None or (value, character.last_token) > best[:2]:
            best = (value, character.last_token, character)
    return best[2] if best else None


def _agrees_with_many(_: Mention, character: Character) -> float | None:
    """How well kind and number allow that "they" means somebody; ``None`` where they do not."""
    if character.kind == "group" or (character.number == "plural" and character.kind not in {"unknown", "place"}):
        return 0.5
    if character.kind in {"organization", "media"}:
        return -_BODY_AS_THEY
    if character.kind == "person" and character.gender == "unknown" and not character.is_named:
        return -_SINGULAR_THEY
    return None


def _agrees_with_thing(_: Mention, character: Character) -> float | None:
    """The same for "it"."""
    return 0.0 if character.kind in _MEANT_BY_IT and character.number != "plural" else None


def _agrees_with_one(mention: Mention, character: Character) -> float | None:
    """The same for "he" and "she", with the gender."""
    if character.kind != "person" or character.number == "plural":
        return None
    if character.gender == mention.gender:
        return _KNOWN_GENDER
    return None if {character.gender, mention.gender} == {"female", "male"} else 0.0


def _is_some(character: Character) -> bool:
    """Whether it is a group, or one of many without a name: "one teacher", not "the coroner"."""
    return character.kind == "group" or (character.kind == "person" and character.first.determiner in _ONE_OF_MANY)


def _may_be_body(character: Character, place: Place) -> bool:
    """Whether a lone name that the last sentence was about might be a body's: "Teagasc advised so. Its head ..."."""
    if character.prominence < 1.0 or character.last_sentence < place.sentence - 1 or len(character.name) != 1:
        return False
    is_guess = character.kind == "person" and character.is_named and not character.is_sure
    is_one = character.number != "plural" and not character.name[0].endswith("s")
    return is_guess and is_one and not character.nouns and character.gender == "unknown"


def _beside(token: Token) -> frozenset[int]:
    """The tokens that cannot mean whom a pronoun means, as both depend on one verb: "Kerry met him".

    "His" may be the subject's own.
    """
    verb = token.head
    if token.tag_ == "PRP$" or token.lower_.endswith(("self", "selves")) or verb.pos_ not in syntax.VERBAL:
        return frozenset()
    others = (*verb.children, verb) if verb.head.i == verb.i else verb.children
    if token.lower_ in _OBJECTS and token.dep_ in syntax.SUBJECT:
        # "A cousin remembered her reciting verse": of a clause that is itself an object.
        others = (*verb.head.children, *verb.children)
    return frozenset(other.i for other in others if other.i != token.i and other.dep_ != token.dep_)
