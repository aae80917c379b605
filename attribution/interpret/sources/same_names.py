"""When two names are one bearer's: "Secretary of State John Kerry", "Mr. Kerry", "Kerry"; "SOHR" and its long form."""

from __future__ import annotations

from typing import Final

from attribution.interpret.sources.characters import Cast, Character, core_words
from attribution.interpret.sources.mention import Mention

_BODIES: Final = frozenset({"organization", "media", "place", "document", "group", "unknown"})


def same_name(mention: Mention, cast: Cast) -> Character | None:
    """Return the character that a mention with a name belongs to, or ``None`` when it is the first to bear it.

    Of several that might be meant, the one mentioned last wins.
    """
    words = core_words(mention.name)
    if not words:
        return None
    near = {id(c): c for word in words for c in cast.named(word)}
    found = [c for c in near.values() if _agree(mention, words, c)]
    if not found and len(words) == 1 and len(words[0]) > 1:
        found = [c for c in cast.abbreviated(words[0].replace(".", "")) if c.kind in _BODIES]
    if not found and mention.kind in _BODIES and len(words) > 2:
        short = "".join(word[0] for word in words)
        found = [c for c in cast.named(short) if c.kind in _BODIES]
    return max(
        found,
        key=lambda c: (len(c.core) == len(words), mention.name in c.forms, c.last_token),
        default=None,
    )


def _agree(mention: Mention, words: tuple[str, ...], character: Character) -> bool:
    other = character.core
    if not other:
        return False
    if mention.kind == "person" or character.kind == "person":
        body_is_sure = mention.is_sure if mention.kind != "person" else character.is_sure
        if mention.kind != character.kind and body_is_sure and words != other:
            # The same bearer read once as a person and once as a body; a body named after a person is not one of these.
            return False
        return _same_person(mention, words, character, other)
    if character.kind not in _BODIES or (character.kind == "place") != (mention.kind == "place"):
        return words == other and character.kind in _BODIES
    return (
        words == other
        or (
            len(words) == len(other) > 1
            and words[-1] == other[-1]
            and (_shortens(words, other) or _shortens(other, words))
        )
        or (len(words) < len(other) and _ends_or_begins(words, other))
        or (len(other) < len(words) and _ends_or_begins(other, words))
    )


def _ends_or_begins(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(short) == 1 and short[0] in _COMMON_ENDS:
        return False
    if len(short) > 1 and short[-1] == long[-1] and _shortens(short, long):
        return True
    return long[: len(short)] == short or (long[-len(short) :] == short and len(short) > 1)


def _letters(name: tuple[str, ...]) -> int:
    return sum(map(len, name))


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word begins one of the long name, in its order: "Met Office", "Meteorological Office"."""
    rest = iter(long)
    return all(any(word == short_word or (len(short_word) > 2 and word.startswith(short_word)) for word in rest)
               for short_word in short)  # fmt: skip


_COMMON_ENDS: Final = frozenset(
    {
        "university",
        "national",
        "international",
        "american",
        "new",
        "royal",
        "north",
        "south",
        "united",
        "the",
        "city",
        "state",
        "world",
    }
)


def _same_person(mention: Mention, words: tuple[str, ...], character: Character, other: tuple[str, ...]) -> bool:
    if {mention.gender, character.gender} == {"female", "male"}:
        return False
    short, long = (words, other) if len(words) <= len(other) else (other, words)
    if len(short) == 1:
        # A surname; or, of somebody with two known names, the first name.
        return short[0] in (long[-1], long[0]) or (len(long) > 2 and short[0] in long)
    if short[-1] != long[-1]:
        return short == long[: len(short)]
    return short[0] == long[0] or _nickname(short[0], long[0]) or short[0] in long


def _nickname(one: str, other: str) -> bool:
    return len(one) > 1 and len(other) > 1 and (one.startswith(other[:3]) or other.startswith(one[:3]))
