"""On what terms a source speaks, and through which news organization it reaches us."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from attrs import frozen
from spacy.tokens import Doc

from attribution.interpret.sources.mention import Mention
from attribution.interpret.sources.reading_mentions import read_mention
from attribution.interpret.trees import phrases, syntax
from attribution.interpret.vocabulary import Vocabulary, forms_of
from attribution.lexicons import AnonymityEntry, Lexicon
from attribution.lexicons.phrases import Phrase, compile_phrases
from attribution.report.records import Identification, SourceKind
from attribution.snapshot import words_in
from attribution.words import Words

_IDENTITY: Final = frozenset(
    "named name names identified identify identity identities anonymous anonymity unnamed unidentified "
    "quoted attributed identification naming background withheld withhold".split()
)
_PUBLICITY: Final = frozenset(
    "speak speaking talk talking discuss discussing comment commenting brief publicly public media press reporters "
    "disclose cleared give release reveal share make named identified record interviews statements journalists".split()
)
_IN_THE_KNOW: Final = frozenset(
    "familiar knowledge know known close briefed involved informed aware inside privy direct around near with "
    "at".split()
)
_BE: Final = frozenset({"was", "were", "is", "are", "been", "being", "be", "'s", "'re"})
_ADDRESSING: Final = frozenset({"tell", "inform", "assure", "ask", "brief", "warn", "remind", "advise", "notify"})
_STOPS: Final = frozenset(
    {",", ";", ":", ".", "!", "?", "(", ")", "[", "]", "—", "–", "--", '"', "“", "”", "''", "``", "«", "»"}
)
_WHO_PUBLISH: Final = frozenset({"researcher", "author", "co-author", "scientist", "reviewer", "economist"})
# So many people whom a writer has spoken to.
_FEW: Final = 6
_TELLING: Final = ("telling", "interview")
_COLUMNS: Final = frozenset({"op-ed", "column", "essay"})
# "KGUN", "WBBM": stations of the United States.
_CALL_SIGN: Final = re.compile(r"[KW][A-Z]{3}(?:-(?:TV|FM|AM))?")
_LOOK_AHEAD: Final = 12
_LONGEST: Final = 45


@frozen
class Triggers:
    """The phrases of the lexicon of anonymity: the first words of each kind; phrases by kind, first and second word.

    A phrase of one word has "" for its second.
    """

    _firsts: Mapping[str, frozenset[str]]
    _phrases: Mapping[tuple[str, str, str], tuple[tuple[Phrase, str], ...]]

    def at(self, kind: str, start: int, words: Sequence[str], lemmas: Sequence[str]) -> tuple[int, str] | None:
        """Return the length and entry id of the longest phrase of ``kind`` that starts at ``start``, or ``None``."""
        begun = self._firsts[kind].intersection((words[start], lemmas[start])) if kind in self._firsts else ()
        if not begun:
            return None
        seconds = {words[start + 1], lemmas[start + 1], ""} if start + 1 < len(words) else {""}
        # Of two that are as long, the one whose entry comes first in the alphabet.
        found = [
            (-len(phrase), name)
            for first in begun
            for second in seconds
            for phrase, name in self._phrases.get((kind, first, second), ())
            if phrase.is_at(start, words, lemmas)
        ]
        length, name = min(found, default=(0, ""))
        return (-length, name) if found else None

    def places(self, kinds: Sequence[str], words: Words) -> list[int]:
        """Return where phrases of ``kinds`` may start, ascending: those whose first word stands there."""
        first = frozenset[str]().union(*[self._firsts.get(kind, ()) for kind in kinds])
        return sorted({*words.word_places.of(first), *words.lemma_places.of(first)})

    def has(self, kind: str, text: str) -> bool:
        """Tell whether a noun of one word or several (lemmas, lower case) is listed under ``kind``."""
        words = text.split()
        found = self.at(kind, 0, words, words) if words else None
        return found is not None and found[0] == len(words)


@lru_cache(maxsize=8)
def triggers_of(lexicon: Lexicon[AnonymityEntry]) -> Triggers:
    """Return the phrases of a lexicon, made once per lexicon."""
    firsts: defaultdict[str, set[str]] = defaultdict(set)
    phrases: defaultdict[tuple[str, str, str], list[tuple[Phrase, str]]] = defaultdict(list)
    for entry in lexicon:
        for phrase in compile_phrases(entry.phrases):
            first = phrase.words[0].text
            firsts[entry.kind].add(first)
            for second in phrase.words[1].forms if len(phrase) > 1 else ("",):
                phrases[entry.kind, first, second].append((phrase, entry.id))
    return Triggers(
        MappingProxyType({kind: frozenset(words) for kind, words in firsts.items()}),
        MappingProxyType({key: tuple(found) for key, found in phrases.items()}),
    )


@frozen
class Relay:
    """A news organization to which somebody spoke: token range of its name, and where the telling word stands."""

    trigger: int
    start: int
    end: int


class Reader:
    """Reads one text for terms of anonymity and relays; tokens are looked up once."""

    def __init__(self, doc: Doc, triggers: Triggers, vocabulary: Vocabulary, borders: Mapping[int, int]) -> None:
        """Prepare a text.

        Args:
            doc: The text with tags.
            triggers: The phrases to look for.
            vocabulary: The words for sources, to know a news organization.
            borders: For each token of a cue and each first token of a content the first token of its source, or -1: a
                statement of terms ends where what is attributed to a source before it begins.
        """
        self._doc = doc
        self._triggers = triggers
        self._vocabulary = vocabulary
        self._borders = borders
        words = words_in(doc)
        self._words = words.words
        self._lemmas = words.lemmas
        self._stating = triggers.places(("terms",), words)
        self._telling = triggers.places(_TELLING, words)

    def terms(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield token ranges that state on what terms, or why, a source is not named.

        Args:
            start: First token of the stretch to read, usually a sentence.
            end: Token after the last.
        """
        reached = start
        for i in _between(self._stating, start, end):
            found = self._triggers.at("terms", i, self._words, self._lemmas) if i >= reached else None
            if found is not None and self._is_about_identity(i, found, end):
                begin = self._begin(i, start)
                reached = self._finish(i + found[0], end, begin)
                yield begin, reached

    def _is_about_identity(self, i: int, found: tuple[int, str], end: int) -> bool:
        length, name = found
        reach = range(i + length, min(end, i + length + _LOOK_AHEAD))
        ahead = self._words[i : next((k for k in reach if self._words[k] == "but"), reach.stop)]
        if name in {"condition", "asked-not-to-be-named"}:
            return any(word in _IDENTITY for word in ahead)
        if name == "not-authorized":
            return any(word in _PUBLICITY for word in ahead)
        return True

    def _begin(self, i: int, start: int) -> int:
        """Take in what introduces the clause: "who", "because they were", "all of whom"."""
        begin = i
        while begin > start:
            token = self._doc[begin - 1]
            word = token.lower_
            if word in {"who", "because", "since", "whom", "as"}:
                begin -= 1
                if word == "whom" and begin - 2 >= start and self._words[begin - 1] == "of":
                    begin -= 2
                return begin
            if begin - 1 in self._borders and token.pos_ != "AUX":
                break
            if token.pos_ in {"AUX", "PRON", "PART"} or token.tag_ in {"RB", "PRP", "MD"} or word in _BE:
                begin -= 1
                continue
            break
        # Only a clause that is introduced takes its subject along.
        return i

    def _finish(self, i: int, end: int, begin: int) -> int:
        """The end of the clause: a stop, or what belongs to an attribution whose source stands before the clause."""
        limit = min(end, i + _LONGEST)
        while i < limit:
            token = self._doc[i]
            if self._borders.get(i, begin) < begin or (token.is_space and "\n" in token.text):
                break
            if token.text in _STOPS:
                goes_on = (
                    token.text == ","
                    and i + 1 < limit
                    and self._triggers.at("reason", i + 1, self._words, self._lemmas)
                )
                if not goes_on:
                    break
            i += 1
        return syntax.trim(self._doc, i - 1, i)[1] if i else i

    def relays(self, start: int, end: int) -> Iterator[Relay]:
        """Yield the news organizations to which somebody speaks: "told the BBC", "in an interview with CNN"."""
        for i in _between(self._telling, start, end):
            for kind in _TELLING:
                found = self._triggers.at(kind, i, self._words, self._lemmas)
                if found is None:
                    continue
                # What a column or an op-ed stands in is an outlet, known or not.
                relay = self._medium_at(i + found[0], end, is_column=self._lemmas[i] in _COLUMNS)
                if relay is not None:
                    yield Relay(i, *relay)
                    break

    def _medium_at(self, i: int, end: int, *, is_column: bool) -> tuple[int, int] | None:
        while i < end and self._doc[i].tag_ == "RB":
            i += 1
        if i >= end or self._doc[i].is_punct or self._doc[i].is_space:
            return None
        stop = i
        while stop < min(end, i + _LOOK_AHEAD) and not self._stops(stop) and stop not in self._borders:
            stop += 1
        if stop == i:
            return None
        core = phrases.cut(self._doc, i, stop).core
        mention = read_mention(self._doc, *core, self._vocabulary)
        is_told = mention.kind == "media" or self._may_be_medium(mention) or (is_column and mention.form == "name")
        if mention.form == "pronoun" or not is_told:
            return None
        if mention.identification == "vague" or (mention.form == "description" and core[1] - core[0] == 1):
            # "Spoke to the media", "said on television" name no organization.
            return None
        # "CNN's Jake Tapper", "the BBC's Today programme": the organization is what comes before the 's.
        return syntax.trim(self._doc, *core)

    def _stops(self, i: int) -> bool:
        """Whether a phrase ends before the token ``i``; "OK! magazine" goes on."""
        is_in_name = self._doc[i].text == "!" and i + 1 < len(self._doc) and self._doc[i + 1].is_lower
        return self._doc[i].text in _STOPS and not is_in_name

    def _is_formal(self, i: int) -> bool:
        """Whether the cue word ``i`` is one of rulings, publications or plans; "rule out" is none."""
        return self._triggers.has("formal", self._lemmas[i]) and (
            i + 1 >= len(self._doc) or self._words[i + 1] != "out"
        )

    def _may_be_medium(self, mention: Mention) -> bool:
        """An unlisted name that is addressed and tells no other kind of body: rather an outlet than anything else."""
        if mention.form != "name" or mention.kind != "organization" or mention.is_sure:
            return False
        if _CALL_SIGN.fullmatch(self._doc[mention.head].text):
            return True
        return not self._doc[mention.head].text.isupper() and len(mention.name) > 1

    def told_elsewhere(self, cue: int, end: int) -> bool:
        """Tell whether the one addressed right after the word ``cue`` is no journalist: police, a court, an inquiry."""
        first = cue + 1
        if self._lemmas[cue] in _ADDRESSING and first < end and self._words[first] in {"him", "her", "them"}:
            return True
        if self._lemmas[cue] not in _ADDRESSING and (first >= end or self._words[first] != "to"):
            return False
        for i in range(first, min(end, first + 5)):
            token = self._doc[i]
            if any(self._triggers.has("elsewhere", form) for form in forms_of(token)):
                return True
            if token.pos_ not in {"DET", "ADJ", "PROPN", "ADP", "NOUN", "PART"} and token.tag_ not in {"VBG", "VBN"}:
                return False
        return False

    def is_anonymous(
        self, mention: Mention, kind: SourceKind, identification: Identification, cue: Sequence[int], sentence_end: int,
        *, relayed: bool,
    ) -> bool:  # fmt: skip
        """Tell whether the writer evidently knows who a source is and does not say.

        Args:
            mention: The mention that says most about the source.
            kind: What the source is.
            identification: How well it is identified.
            cue: Token indices of the cue.
            sentence_end: Where its sentence ends.
            relayed: Whether it is stated that the source spoke to a news organization.
        """
        if identification not in {"role", "vague"} or kind not in {"person", "group"}:
            return False
        if self._can_be_looked_up(mention):
            return False
        return relayed or (self.may_be_told_to_press(cue, sentence_end) and self._is_withheld(mention))

    def may_be_told_to_press(self, cue: Sequence[int], sentence_end: int) -> bool:
        """Tell whether a cue is neither one of rulings and publications nor one of telling somebody else."""
        if any(self._is_formal(i) for i in cue):
            return False
        return not cue or not self.told_elsewhere(cue[-1], sentence_end)

    def _is_of_one_place(self, mention: Mention) -> bool:
        """Whether a plural is a handful of people somewhere ("medics at the hospital") and no kind of people."""
        if mention.noun_kind != "calling" or mention.determiner != "bare" or not mention.descriptors:
            return False
        start, _ = mention.descriptors[-1]
        return start > mention.head and self._words[start] in {"at", "from", "inside"}

    def _is_cited(self, mention: Mention) -> bool:
        return mention.start > 0 and self._words[mention.start - 1] in {"citing", "quoting"}

    def _can_be_looked_up(self, mention: Mention) -> bool:
        """Whether anybody can find out who holds the one office named: "the mayor", "the company's director"."""
        if mention.number != "singular" or mention.determiner not in {"definite", "possessive", "bare"}:
            return False
        if any(self._triggers.has("public", noun) for noun in mention.nouns):
            return True
        nouns = _with_last_words(mention.nouns)
        if any(self._triggers.has("unnamed", noun) for noun in nouns):
            return False
        return mention.noun_kind == "office" or any(self._triggers.has("public", noun) for noun in nouns)

    def _is_withheld(self, mention: Mention) -> bool:
        nouns = _with_last_words(mention.nouns)
        if any(self._triggers.has("unnamed", noun) for noun in nouns):
            return True
        if any(self._triggers.has("public", noun) for noun in nouns):
            # "Two ministers" are some of many; those who signed a study can be looked up, however many they are.
            # Who reviews does so in writing.
            return (mention.number == "singular" and "reviewer" not in nouns) or (
                mention.determiner == "counted"
                and mention.size is not None
                and mention.size <= _FEW
                and not nouns & _WHO_PUBLISH
            )
        if any(self._vocabulary.has("nobody", noun) for noun in nouns):
            is_anybody = bool(nouns & {"person", "people", "individual"})
            described = is_anybody and any(
                word in _IN_THE_KNOW for start, end in mention.descriptors for word in self._words[start:end]
            )
            # Whoever is cited as one of some "people in the trade" has spoken.
            described = described or (is_anybody and bool(mention.descriptors) and self._is_cited(mention))
            return described or (
                mention.number == "singular" and bool(nouns & {"person", "individual", "somebody", "someone"})
            )
        if nouns & {"those"} and mention.descriptors:
            # "Those familiar with the matter".
            return any(self._words[i] in _IN_THE_KNOW for span in mention.descriptors for i in range(*span))
        if mention.kind == "group" and mention.number == "singular":
            return False
        if self._vocabulary.has_any(("collective", "nobody_pronoun", "people"), next(iter(sorted(nouns)), "")):
            return False
        if mention.number == "plural":
            return (mention.determiner == "counted" and mention.size is not None) or self._is_of_one_place(mention)
        return mention.form == "description"


def _between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _with_last_words(nouns: frozenset[str]) -> frozenset[str]:
    return nouns | {noun.rsplit(" ", 1)[-1] for noun in nouns}
