"""Descriptions that go back to somebody met before: "the officials", "the retired nurse", "one of them"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.sources.characters import Cast, Character
from attribution.interpret.sources.descriptions import ORDINALS
from attribution.interpret.sources.kinship import (
    ANY_BODY,
    ANY_COMPANY,
    ANY_COUNTRY,
    ANY_MEDIUM,
    NO_COMPANY,
    PAIR,
    SAME_BEARER,
    SOMEBODY,
    SOMEBODY_ELSE,
)
from attribution.interpret.sources.mention import Mention
from attribution.interpret.sources.reading_mentions import read_mention
from attribution.interpret.sources.salience import Place, best_antecedent
from attribution.interpret.vocabulary import Vocabulary
from attribution.snapshot import span_in

REACH: Final = 8
_REACH_OF_BODIES: Final = 4
_REACH_OF_EPITHETS: Final = 2
_REACH_OF_SETS: Final = 3
# Kinds that one bearer may seem to be under two descriptions.
_LIKE: Final = (
    frozenset({"person", "group", "unknown"}),
    frozenset({"organization", "media", "place", "unknown"}),
    frozenset({"organization", "group"}),
    frozenset({"document", "media", "unknown"}),
)
# Words that two descriptions may share and mean different things.
_OF_ANY: Final = frozenset("the a an this that of in on at for own latest new first last recent annual".split())
_ONE: Final = frozenset({"one", "another", "the other", "a second", "the second", "a third", "the third"})
# "One broker", "the second official": of those just heard.
_NONE: Final[frozenset[str]] = frozenset()
_ONE_OF_THEM: Final = frozenset({"one", "another", "other"}) | ORDINALS
_ALIKE: Final = frozenset((one, other) for kinds in _LIKE for one in kinds for other in kinds)
_UNLIKE: Final = frozenset({("female", "male"), ("male", "female")})
_GOING_BACK: Final = frozenset({"definite", "demonstrative", "possessive"})
_ONE_AT_LAST: Final = frozenset(phrase.split()[-1] for phrase in _ONE)
# Weight of a mention more, in sentences of distance.
_OFTEN: Final = 0.3
_OFTEN_AT_MOST: Final = 6
_IN_OFFICE: Final = frozenset(
    "prosecutor judge magistrate coroner lawyer barrister solicitor attorney counsel sergeant constable inspector "
    "detective superintendent officer spokesman spokeswoman spokesperson minister mayor".split()
)
_PERSON_ENDINGS: Final = ("old", "ist", "ian", "eer", "man", "woman")


class BackReferences:
    """Finds the character that a description goes back to; several ways of looking, the surest first."""

    def __init__(self, doc: Doc, cast: Cast, vocabulary: Vocabulary) -> None:
        """Look in ``cast``, which grows while the text is read."""
        self._doc = doc
        self._cast = cast
        self._vocabulary = vocabulary

    def find(self, mention: Mention, words: frozenset[str], place: Place) -> Character | None:
        """Return who a description means, or ``None`` where it brings in somebody new.

        Args:
            mention: The description.
            words: Its lower-case words.
            place: Where it stands.
        """
        # "Counsel" for a party goes without an article.
        if mention.determiner not in _GOING_BACK and not self._is_alone(mention, "counsel"):
            return self._word_for_word(mention, words, place)
        candidates = [c for c in self._called_so(mention) if fits(c, mention, place)]
        counted = _counted_out(mention, words)
        if counted:
            # "The second official" is not the first.
            candidates = [c for c in candidates if counted <= c.words]
        is_called_so = bool(candidates)
        if mention.determiner == "possessive":
            candidates = [c for c in candidates if words & c.words - mention.nouns - _OF_ANY]
            if not candidates and mention.nouns & {"author"}:
                # "The report's authors" are the researchers.
                candidates = self._by_kindred(mention, place)
        elif not candidates and not counted:
            candidates = self._by_kindred(mention, place)
        if not candidates:
            return None if counted else self._unnamed(mention, place) or self._by_epithet(mention, words, place)
        names = self._names_before(mention, with_places=is_called_so)
        nations = self._nations(words)
        agreeing = [c for c in candidates if names | nations <= c.words]
        # "The Israeli officials" may be the officials of before, "the Okoro campaign" is no other campaign.
        loose = [] if names - nations else [c for c in candidates if not nations or not self._nations(c.words)]
        pool = agreeing or loose
        if not pool and mention.noun_kind == "office":
            pool = [c for c in candidates if self._spoke_last(c, place) and not self._names_beside(c)]
        if not is_called_so:
            return max(pool, key=_standing, default=None)
        return max(pool, key=lambda c: (c.last_sentence, c.was_source, c.last_token), default=None)

    def set_of(self, mention: Mention, words: frozenset[str], place: Place) -> Character | None:
        """Return the set that "one of the officials" or "one" is taken from, where the text has introduced it.

        Args:
            mention: What may be a part.
            words: Its lower-case words.
            place: Where it stands.
        """
        if mention.whole is None:
            counted = _counted_out(mention, words)
            if counted and mention.noun_kind is not None and self._text(mention) not in _ONE:
                called = mention.nouns | ({"people"} if "person" in mention.nouns else set())
                several = (c for c in self._cast.recent(place.sentence, _REACH_OF_SETS) if c.nouns & called)
                return next((c for c in several if c.kind == "group" and c.number == "plural"), None)
            if self._doc[mention.end - 1].lower_ not in _ONE_AT_LAST or self._text(mention) not in _ONE:
                return None
            near = list(self._cast.recent(place.sentence, _REACH_OF_SETS))
            if near and self._doc[mention.end - 1].lower_ != "one":
                # "One broker ... A second ...": of the same brokers.
                whole = next((c.part_of for c in near if c.part_of is not None and c.was_source), None)
                if whole is not None:
                    return whole
            groups = [c for c in near if c.kind in {"group", "organization"} and c.number == "plural"]
            here = [c for c in groups if c.last_sentence == place.sentence and c.prominence == 1.0]
            groups = here or groups
            return best_antecedent(self._doc, mention, place, groups, like="them")
        inner = read_mention(self._doc, *mention.whole, self._vocabulary)
        if inner.form == "pronoun":
            return best_antecedent(self._doc, inner, place, self._cast.recent(place.sentence, REACH))
        if inner.determiner not in {"definite", "demonstrative"}:
            return None
        return self.find(inner, words_of(self._doc, inner), place)

    def two_named(self, mention: Mention, place: Place) -> bool:
        """Tell whether "the pair", "both men" must be two who have been named, each by itself."""
        last = {noun.rsplit(" ", 1)[-1] for noun in mention.nouns}
        is_both = self._doc[mention.start].lower_ == "both" and mention.kind == "group"
        if not is_both and not (last & PAIR and mention.determiner == "definite"):
            return False
        named = [c for c in self._cast.recent(place.sentence, _REACH_OF_BODIES) if c.is_named and c.kind == "person"]
        return len(named) > 1

    def _called_so(self, mention: Mention) -> list[Character]:
        return [c for noun in sorted(mention.nouns) for c in self._cast.called(noun)]

    def _word_for_word(self, mention: Mention, words: frozenset[str], place: Place) -> Character | None:
        """Find "US officials" again, word for word, as the same; "an official" again is somebody else."""
        if mention.number != "plural":
            return None
        same = (
            c for c in reversed(self._called_so(mention))
            if c.fullest.number == "plural" and words <= c.words and fits(c, mention, place)
            and self._text(c.fullest) == self._text(mention)
        )  # fmt: skip
        return next(same, None)

    def _by_kindred(self, mention: Mention, place: Place) -> list[Character]:
        """Characters that the noun may stand for though none was called by it."""
        last = {noun.rsplit(" ", 1)[-1] for noun in mention.nouns}
        others = sorted({other for noun in last for other in SAME_BEARER.get(noun, ())})
        found = [c for other in others for c in self._cast.called(other) if fits(c, mention, place)]
        if not found and last & ANY_COUNTRY and mention.number != "plural":
            found = [c for c in self._cast.recent(place.sentence, REACH) if c.kind == "place" and self._is_country(c)]
        if not found and last & PAIR:
            found = [c for c in self._cast.recent(place.sentence, REACH) if c.kind == "group" and c.size == 2]
        if not found and last & ANY_MEDIUM:
            found = [c for c in self._cast.recent(place.sentence, REACH) if c.kind == "media" and c.is_named]
        if not found and last & ANY_BODY and mention.number != "plural":
            reach = _REACH_OF_EPITHETS if mention.descriptors else _REACH_OF_BODIES
            near = [c for c in self._cast.recent(place.sentence, reach) if c.kind == "organization" and c.is_named]
            if last & ANY_COMPANY:
                near = [c for c in near if not c.nouns & NO_COMPANY]
            # "The Japanese firm" may be any; of the last to speak one may be sure.
            found = [c for c in near if c.was_source or c.prominence == 1.0 or not mention.descriptors]
            # Where the text speaks of one body alone it is that.
            found = found or (near if len(near) == 1 and near[0].prominence else [])
        return found

    def _unnamed(self, mention: Mention, place: Place) -> Character | None:
        """Find the nameless source just heard, under a word that says no more: "this person", "the source"."""
        if mention.number == "plural" and mention.determiner == "definite" and mention.noun_kind == "anyone":
            # "The men", of two crewmen.
            several = self._cast.recent(place.sentence, _REACH_OF_EPITHETS)
            return next((c for c in several if c.kind == "group" and c.size and fits(c, mention, place)), None)
        if mention.number == "plural" or mention.determiner == "possessive" or not mention.nouns & SOMEBODY:
            return None
        near = self._cast.recent(place.sentence, _REACH_OF_EPITHETS)
        return next((c for c in near if c.was_source and not c.is_named and fits(c, mention, place)), None)

    def _names_before(self, mention: Mention, *, with_places: bool) -> frozenset[str]:
        """The names before the noun; where a body lies ("the Lisbon daily") may be new to the text."""
        tokens = [t for t in self._doc[mention.start : mention.head] if t.pos_ == "PROPN"]
        return frozenset(t.lower_ for t in tokens if with_places or not self._is_place(t))

    def _spoke_last(self, character: Character, place: Place) -> bool:
        is_one = character.kind == "person" and character.is_named
        return is_one and character.was_source and place.sentence - 1 <= character.last_sentence

    def _names_beside(self, character: Character) -> bool:
        """Whether somebody has been said to belong somewhere: "Labour leader Ann Hale" is not "the Congress leader"."""
        full = character.fullest
        return any(
            token.pos_ == "PROPN" and token.lower_ not in character.name for token in self._doc[full.start : full.end]
        )

    def _is_country(self, character: Character) -> bool:
        return self._vocabulary.has("country", " ".join(character.name))

    def _is_place(self, token: Token) -> bool:
        return token.ent_type_ in {"LOC", "GPE"} or self._vocabulary.has_any(
            ("country", "region", "capital"), token.lower_
        )

    def _by_epithet(self, mention: Mention, words: frozenset[str], place: Place) -> Character | None:
        """The person just spoken of, under another description: "the 43-year-old", "the retired nurse"."""
        if mention.number == "plural" or mention.determiner != "definite" or mention.kind not in {"person", "unknown"}:
            return None
        near = self._cast.recent(place.sentence, _REACH_OF_EPITHETS)
        people = [c for c in near if c.is_named and c.kind == "person"]
        if mention.noun_kind == "office":
            # An office is rather somebody new, unless a word in common says otherwise ("the Ohio senator").
            words = words - mention.nouns - {"the", "former"}
            people = [c for c in people if words & (c.words | self._initials_beside(c))]
        elif mention.noun_kind is None:
            if not self._doc[mention.head].lower_.endswith(_PERSON_ENDINGS):
                return None
            # Ages are given of people who hold no office, where there is one.
            further = self._cast.recent(place.sentence, _REACH_OF_BODIES)
            plain = [c for c in further if c.is_named and c.kind == "person" and not c.nouns & _IN_OFFICE]
            people = plain or people
        elif mention.noun_kind not in {"calling", "anyone"} or self._is_somebody_else(mention):
            return None
        return best_antecedent(self._doc, mention, place, people, like="he")

    def _is_somebody_else(self, mention: Mention) -> bool:
        """Whether it is somebody beside the one spoken of: "the mother", not "the mother of three"."""
        after = [t for t in self._doc[mention.head + 1 : mention.head + 5] if not t.is_punct]
        is_of_number = len(after) > 1 and after[0].lower_ == "of" and after[1].tag_ == "CD"
        return bool(mention.nouns & SOMEBODY_ELSE) and not is_of_number

    def _initials_beside(self, character: Character) -> frozenset[str]:
        """The initials of a body that somebody was named with: "wfp" of "Jens Hale of the World Food Programme"."""
        full = character.fullest
        names = [t for t in self._doc[full.start : full.end] if t.pos_ == "PROPN" and t.lower_ not in character.name]
        return frozenset({"".join(token.lower_[0] for token in names)}) if len(names) > 1 else frozenset()

    def _nations(self, words: frozenset[str]) -> frozenset[str]:
        return frozenset(word for word in words if self._vocabulary.has_any(("people", "country"), word))

    def _is_alone(self, mention: Mention, word: str) -> bool:
        return mention.end - mention.start == 1 and self._doc[mention.start].lower_ == word

    def _text(self, mention: Mention) -> str:
        return span_in(self._doc, mention.start, mention.end).text.lower()


_TEAMS: Final = frozenset({"team", "group", "panel", "mission", "delegation"})


def fits(character: Character, mention: Mention, place: Place) -> bool:
    """Tell whether gender, number and speaker allow that a description means a character."""
    if character is place.speaker or (character.gender, mention.gender) in _UNLIKE:
        return False
    if character.kind == "person" and mention.nouns & _TEAMS:
        return False
    if (character.kind, mention.kind) not in _ALIKE:
        return False
    if character.number in {mention.number, "unknown"}:
        return True
    return _is_several(character) == _is_several(mention)


def may_be_body(mention: Mention, character: Character) -> bool:
    """Tell whether "the firm" or "the watchdog" may be said of a body, going by what that has been called."""
    last = {noun.rsplit(" ", 1)[-1] for noun in mention.nouns}
    return bool(last & ANY_BODY) and character.is_named and not (last & ANY_COMPANY and character.nouns & NO_COMPANY)


def _is_several(one: Character | Mention) -> bool:
    """Whether several people are meant; "the team" may be "the researchers"."""
    return one.number == "plural" or one.kind == "group" or (one.kind == "organization" and bool(one.nouns & _TEAMS))


def _standing(character: Character) -> tuple[float, int]:
    """Order characters by how much the text is about them at this point."""
    often = _OFTEN * min(character.times, _OFTEN_AT_MOST)
    return character.last_sentence + character.was_source + character.prominence + often, character.last_token


def _counted_out(mention: Mention, words: frozenset[str]) -> frozenset[str]:
    """The words that tell one of several from the others: "second" of "the second official"."""
    return words & _ONE_OF_THEM if mention.number == "singular" and mention.form == "description" else _NONE


def words_of(doc: Doc, mention: Mention) -> frozenset[str]:
    """Return the words of a mention in lower case."""
    return frozenset([t.lower_ for t in doc[mention.start : mention.end] if t.is_alpha])
