"""Everybody and everything that an article speaks of and that might speak in it, each with all its mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from attribution.interpret.sources.mention import Mention
from attribution.interpret.vocabulary import Gender
from attribution.report.records import Identification, SourceKind

_ORDER: Final[dict[Identification, int]] = {"none": 0, "vague": 1, "role": 2, "named": 3}
_TELLING: Final = frozenset({"name", "description"})
_SMALL_WORDS: Final = frozenset({"the", "of", "for", "and", "in", "on", "&", "-"})
_NOT_CORE: Final = frozenset(
    {"the", "of", "for", "and", "in", "on", "&", "-", ".", "de", "la", "jr", "jr.", "sr", "sr.", "ii", "iii", "junior"}
    | {"sc", "kc", "qc", "bl", "mp", "msp", "td", "md", "phd", "obe", "mbe", "cbe"}
)
# A noun may name thousands in a very long text; a back reference goes to one of the last of them.
_REMEMBERED: Final = 40
# How many sentences the writer's mention of somebody counts for more than one in a quotation.
_OUTLASTS_QUOTED: Final = 2


class Character:
    """One person, group, body or document, growing while the text is read from the front.

    ``last_sentence``, ``last_token``, ``prominence``, ``was_source`` and ``was_quoted`` tell of the latest sentence
    with a mention; ``prominence`` is 1 for the subject of a main clause, 0.5 for that of another clause, else 0.
    ``tellers`` are the mentions that told more than any before them; the last of them is the fullest, and ``fullness``
    says how much it tells. ``core`` are the words that tell its name from others.
    """

    __slots__ = (
        "core", "forms", "fullness", "gender", "identification", "is_sure", "kind", "last_sentence", "last_token",
        "name", "nouns", "number", "part_of", "prominence", "size", "tellers", "times", "was_quoted", "was_source",
        "words",
    )  # fmt: skip

    def __init__(self, mention: Mention, words: frozenset[str]) -> None:
        """Begin with the first mention; ``words`` are the lower-case words of it."""
        self.kind: SourceKind = mention.kind
        self.identification: Identification = mention.identification
        self.gender: Gender = mention.gender
        self.number = mention.number
        self.size = mention.size
        self.name = mention.name
        self.core = core_words(mention.name)
        self.nouns = mention.nouns
        self.words = words
        self.is_sure = mention.is_sure
        self.forms: set[tuple[str, ...]] = {mention.name}
        self.tellers: list[Mention] = [mention]
        self.fullness = fullness(mention)
        self.times = 1
        self.part_of: Character | None = None
        self.last_sentence = self.last_token = -1
        self.prominence = 0.0
        self.was_source = self.was_quoted = False

    def add(self, mention: Mention, words: frozenset[str]) -> None:
        """Take in a further mention."""
        self.times += 1
        if self.gender == "unknown":
            self.gender = mention.gender
        if mention.form == "pronoun" and mention.kind == "unknown" and self.kind == "person":
            # Of whom the text says "it" is no person after all.
            self.kind = "organization"
        if mention.form in {"pronoun", "relative"}:
            return
        if not words <= self.words:
            self.words |= words
        if not mention.nouns <= self.nouns:
            self.nouns |= mention.nouns
        self.forms.add(mention.name)
        self.is_sure = self.is_sure or mention.is_sure
        if len(mention.name) > len(self.name):
            # A longer name is the surer guide to what it names: "Ben Carson" after "Carson".
            self.name, self.kind = mention.name, mention.kind
            self.core = core_words(mention.name)
        if _ORDER[mention.identification] > _ORDER[self.identification]:
            self.identification = mention.identification
            self.kind = mention.kind
        elif self.kind == "unknown":
            self.kind = mention.kind
        told = fullness(mention)
        if told > self.fullness:
            self.tellers.append(mention)
            self.fullness = told

    def seen(self, token: int, sentence: int, prominence: float, *, source: bool, quoted: bool) -> None:
        """Note where and in what part a mention stands; within a sentence the most prominent part counts.

        Being spoken of in a quotation does not make up for what the writer just said of somebody.
        """
        if quoted and not source and not self.was_quoted and 0 <= self.last_sentence >= sentence - _OUTLASTS_QUOTED:
            return
        if sentence == self.last_sentence:
            prominence, source = max(prominence, self.prominence), source or self.was_source
            quoted = quoted and self.was_quoted
        self.last_token, self.last_sentence = token, sentence
        self.prominence, self.was_source, self.was_quoted = prominence, source, quoted

    @property
    def first(self) -> Mention:
        """The mention by which it entered."""
        return self.tellers[0]

    @property
    def fullest(self) -> Mention:
        """The mention that tells most."""
        return self.tellers[-1]

    @property
    def is_named(self) -> bool:
        """Whether any mention so far gives a name that singles it out."""
        return self.identification == "named"

    def told_before(self, limit: int, besides: Mention) -> Mention | None:
        """Return the fullest mention that starts before token ``limit`` and is not ``besides``, or ``None``."""
        told = (m for m in reversed(self.tellers) if m.form in _TELLING and m.start < limit and m is not besides)
        return next(told, None)


def core_words(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without articles, particles, initials and suffixes such as "Jr."."""
    words = tuple([w for w in name if w not in _NOT_CORE and not (len(w) == 2 and w[1] == ".")])
    return words or name


def fullness(mention: Mention) -> tuple[int, int, int]:
    """Order mentions by how much they tell: a name first, then more of the name, then more words; higher tells more."""
    if mention.form not in _TELLING:
        return -1, 0, 0
    length = mention.end - mention.start - (mention.determiner != "bare")
    return _ORDER[mention.identification], min(len(mention.name), 4), min(length, 14)


def may_be_outlet(mention: Mention, character: Character) -> bool:
    """Tell whether a name may be a news organization's: nothing but its having "reported" something is known of it."""
    if mention.is_sure or mention.nouns or mention.gender != "unknown" or len(mention.name) < 2:
        return False
    return mention.kind in {"person", "organization"} and not character.nouns and character.gender == "unknown"


class Cast:
    """The characters met so far, with look-ups by name, by noun, by place and by how lately they were seen."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._entered: list[Character] = []
        self._entrances: list[int] = []
        self._by_word: dict[str, list[Character]] = {}
        self._by_noun: dict[str, list[Character]] = {}
        self._by_initials: dict[str, list[Character]] = {}
        self._lately: dict[int, Character] = {}

    def enter(self, mention: Mention, words: frozenset[str]) -> Character:
        """Let a new character enter by its first mention."""
        character = Character(mention, words)
        self._entered.append(character)
        self._entrances.append(max(mention.start, self._entrances[-1] if self._entrances else 0))
        self._note(character, mention)
        return character

    def put(self, character: Character, mention: Mention, words: frozenset[str]) -> None:
        """Add a mention to a character and to the look-ups."""
        character.add(mention, words)
        self._note(character, mention)

    def _note(self, character: Character, mention: Mention) -> None:
        self._lately.pop(id(character), None)
        self._lately[id(character)] = character
        for word in mention.name:
            _remember(self._by_word, word, character)
        if len(mention.name) > 1:
            initials = "".join([word[0] for word in mention.name if word not in _SMALL_WORDS])
            _remember(self._by_initials, initials, character)
        for noun in mention.nouns:
            _remember(self._by_noun, noun, character)
            if " " in noun:
                _remember(self._by_noun, noun.rsplit(" ", 1)[-1], character)

    def named(self, word: str) -> list[Character]:
        """Return characters with this word in their names, first met first."""
        return self._by_word.get(word, [])

    def abbreviated(self, initials: str) -> list[Character]:
        """Return characters whose names begin their words with these letters, first met first."""
        return self._by_initials.get(initials, [])

    def called(self, noun: str) -> list[Character]:
        """Return characters that a mention called so ("minister"), first met first."""
        return self._by_noun.get(noun, [])

    def recent(self, sentence: int, reach: int) -> Iterator[Character]:
        """Yield the characters mentioned within ``reach`` sentences before ``sentence`` or in it, the latest first."""
        for character in reversed(self._lately.values()):
            if character.last_sentence < sentence - reach:
                return
            yield character

    def entering_after(self, token: int) -> Iterator[Character]:
        """Yield the characters first met after ``token``, in text order."""
        yield from self._entered[bisect_right(self._entrances, token) :]


def _remember(index: dict[str, list[Character]], key: str, character: Character) -> None:
    group = index.get(key)
    if group is None:
        index[key] = [character]
    elif character not in group:
        group.append(character)
        if len(group) > _REMEMBERED:
            # The first bearer of a name stays known; of the others the earliest is forgotten.
            del group[1]
