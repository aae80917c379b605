"""Everybody and everything that an article speaks of and that might speak in it, each with all its mentions."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.interpret.mention import Mention
from attribution.interpret.vocabulary import Gender
from attribution.report.records import Identification, SourceKind

_ORDER: dict[Identification, int] = {"none": 0, "vague": 1, "role": 2, "named": 3}


class Character:
    """One person, group, body or document, growing while the text is read from the front.

    ``last_sentence``, ``last_token``, ``prominence``, ``was_source`` and ``was_quoted`` tell of the latest sentence with a
    mention; ``prominence`` is 1 for the subject of a main clause, 0.5 for that of another clause, else 0.
    """

    __slots__ = (
        "count", "fullest", "gender", "identification", "kind", "last_sentence", "last_token", "mentions", "name", "nouns",
        "number", "part_of", "prominence", "was_quoted", "was_source", "words",
    )  # fmt: skip

    def __init__(self, mention: Mention, words: frozenset[str]) -> None:
        """Begin with the first mention; ``words`` are the lower-case words of it."""
        self.kind: SourceKind = mention.kind
        self.identification: Identification = mention.identification
        self.gender: Gender = mention.gender
        self.number = mention.number
        self.count = mention.count
        self.name = mention.name
        self.nouns = mention.nouns
        self.words = words
        self.fullest = mention
        self.mentions: list[Mention] = []
        self.part_of: Character | None = None
        self.last_sentence = self.last_token = -1
        self.prominence = 0.0
        self.was_source = self.was_quoted = False

    def add(self, mention: Mention, words: frozenset[str]) -> None:
        """Take in a further mention."""
        self.mentions.append(mention)
        if mention.form in {"pronoun", "relative"}:
            if self.gender == "unknown":
                self.gender = mention.gender
            return
        self.words |= words
        self.nouns |= mention.nouns
        if self.gender == "unknown":
            self.gender = mention.gender
        if len(mention.name) > len(self.name):
            # A longer name is the surer guide to what it names: "Ben Carson" after "Carson".
            self.name, self.kind = mention.name, mention.kind
        if _ORDER[mention.identification] > _ORDER[self.identification]:
            self.identification = mention.identification
            self.kind = mention.kind
        elif self.kind == "unknown":
            self.kind = mention.kind
        if fullness(mention) > fullness(self.fullest):
            self.fullest = mention

    def seen(self, token: int, sentence: int, prominence: float, *, source: bool, quoted: bool) -> None:
        """Note where and in what part a mention stands; within a sentence the most prominent part counts."""
        if sentence == self.last_sentence:
            prominence, source = max(prominence, self.prominence), source or self.was_source
            quoted = quoted and self.was_quoted
        self.last_token, self.last_sentence = token, sentence
        self.prominence, self.was_source, self.was_quoted = prominence, source, quoted

    @property
    def is_named(self) -> bool:
        """Whether any mention so far gives a name that singles it out."""
        return self.identification == "named"


def fullness(mention: Mention) -> tuple[int, int, int]:
    """Order mentions by how much they tell: a name first, then more of the name, then more words; higher tells more."""
    return (_ORDER[mention.identification] if mention.form in {"name", "description"} else -1,
            min(len(mention.name), 4), min(mention.end - mention.start - (mention.determiner != "bare"), 14))  # fmt: skip


class Cast:
    """The characters met so far, with look-ups by name and by noun."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.characters: list[Character] = []
        self._by_word: dict[str, list[Character]] = {}
        self._by_noun: dict[str, list[Character]] = {}

    def enter(self, mention: Mention, words: frozenset[str]) -> Character:
        """Let a new character enter by its first mention."""
        character = Character(mention, words)
        self.characters.append(character)
        self.put(character, mention, words)
        return character

    def put(self, character: Character, mention: Mention, words: frozenset[str]) -> None:
        """Add a mention to a character and to the look-ups."""
        character.add(mention, words)
        for word in mention.name:
            group = self._by_word.setdefault(word, [])
            if character not in group:
                group.append(character)
        for noun in mention.nouns:
            for key in {noun, noun.rsplit(" ", 1)[-1]}:
                nouns = self._by_noun.setdefault(key, [])
                if character not in nouns:
                    nouns.append(character)

    def named(self, word: str) -> list[Character]:
        """Return the characters with this word in their names, first met first."""
        return self._by_word.get(word, [])

    def called(self, noun: str) -> list[Character]:
        """Return the characters that a mention called so ("minister"), first met first."""
        return self._by_noun.get(noun, [])

    def recent(self, sentence: int, reach: int) -> Iterator[Character]:
        """Yield the characters mentioned within ``reach`` sentences before ``sentence`` or in it."""
        for character in self.characters:
            if sentence - reach <= character.last_sentence <= sentence:
                yield character
