"""A phrase that names somebody or something, as a value; and the small words that such phrases are made of."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from attribution.interpret.vocabulary import Gender
from attribution.report.records import Identification, SourceKind

Form = Literal["pronoun", "relative", "name", "description"]
Number = Literal["singular", "plural", "unknown"]
Determiner = Literal["definite", "demonstrative", "indefinite", "possessive", "counted", "some", "bare"]

SPEAKERS: Final = frozenset({"i", "me", "my", "mine", "myself"})
SPEAKERS_SIDE: Final = frozenset({"we", "us", "our", "ours", "ourselves"})
PRONOUN_GENDER: Final[dict[str, Gender]] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
PLURAL_PRONOUNS: Final = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
THINGS: Final = frozenset({"it", "its", "itself"})
RELATIVES: Final = frozenset({"who", "whom", "whose", "which", "that"})
ADDRESSEES: Final = frozenset({"you", "your", "yours"})
PRONOUNS: Final = frozenset(PRONOUN_GENDER) | SPEAKERS | SPEAKERS_SIDE | PLURAL_PRONOUNS | THINGS | ADDRESSEES
DEFINITE: Final = frozenset({"the"})
DEMONSTRATIVE: Final = frozenset({"this", "that", "these", "those", "both", "such", "same"})
INDEFINITE: Final = frozenset({"a", "an", "another", "every", "each"})
SOME: Final = frozenset(
    {"some", "many", "several", "few", "most", "more", "other", "various", "numerous", "any", "all", "countless"}
)
# What counts sources, tells them apart or withholds who they are, and describes none of them.
APART: Final = frozenset(
    "unnamed unidentified anonymous first second third fourth fifth last multiple certain separate different further "
    "additional".split()
)
# Adjectives that narrow nothing down.
EMPTY: Final = APART | frozenset(
    "top leading many some several few other various numerous most more same own two such new former current local "
    "recent only latest on social media online internet".split()
)


class Mention(NamedTuple):
    """A phrase that names somebody or something, as far as the phrase itself tells.

    A tuple, as those are made fast and a text has hundreds of such phrases. ``start`` and ``end`` are token indices;
    ``name`` are the lower-case words of the proper name in it; ``nouns`` the common nouns that it applies to its bearer
    ("spokeswoman", "foreign minister"); ``size`` says how many it tells of, where it does; ``owner`` is the possessor
    token of "his lawyer"; ``whole`` the range of the set that it is a part of ("one of the officials"). ``noun_kind``
    is the class of its noun in the lexicon; ``is_sure`` is false where the kind of a name is no more than a guess.
    """

    start: int
    end: int
    head: int
    form: Form
    kind: SourceKind
    identification: Identification
    name: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    gender: Gender = "unknown"
    number: Number = "unknown"
    determiner: Determiner = "bare"
    size: int | None = None
    owner: int | None = None
    whole: tuple[int, int] | None = None
    descriptors: tuple[tuple[int, int], ...] = ()
    noun_kind: str | None = None
    is_sure: bool = True

    @property
    def is_person(self) -> bool:
        """Whether it is a single person, as far as one can tell."""
        return self.kind == "person"
