"""Who is meant: pronouns, short names, descriptions and back references of a text, resolved from its front to its end.

A greedy, entity-based resolver in the tradition of rule-based sieves (Raghunathan et al. 2010, Lee et al. 2013): sure
links (names, relative pronouns, repeated nouns) come first, pronouns are ranked by distance, grammatical role and by
whether the candidate has just been heard as a source. Only what can be a source is followed. Limits: one pass, no
knowledge of the world; a description is linked by its noun, not by what the reader knows ("the Turkish leader").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from attrs import frozen
from spacy.tokens import Doc, Token

from attribution.interpret import syntax
from attribution.interpret.characters import Cast, Character
from attribution.interpret.mention import (
    PLURAL_PRONOUNS,
    SPEAKERS,
    SPEAKERS_SIDE,
    THINGS,
    Mention,
)  # fmt: skip
from attribution.interpret.mentions import read_mention
from attribution.interpret.naming import same_name
from attribution.interpret.salience import Place, best_antecedent
from attribution.interpret.vocabulary import Vocabulary, singular

_LEADERS: Final = frozenset({"president", "prime minister", "premier", "chancellor", "king", "emir", "governor", "chairman", "chairwoman"})
_SAME_OFFICE: Final[dict[str, frozenset[str]]] = {
    "leader": _LEADERS,
    "spokesperson": frozenset({"spokesman", "spokeswoman"}),
    "spokesman": frozenset({"spokesperson", "press secretary"}),
    "spokeswoman": frozenset({"spokesperson", "press secretary"}),
    "lawmaker": frozenset({"senator", "representative", "congressman", "congresswoman", "mp", "legislator"}),
    "legislator": frozenset({"senator", "representative", "congressman", "congresswoman", "mp", "lawmaker"}),
    "politician": frozenset({"senator", "representative", "mp", "minister", "mayor", "governor", "president"}),
    "boss": frozenset({"chief executive", "manager", "director", "head", "chief", "chairman", "coach"}),
    "manager": frozenset({"coach", "head coach", "boss"}),
    "coach": frozenset({"manager", "head coach", "boss"}),
    "official": frozenset({"officer"}),
    "attorney": frozenset({"lawyer"}),
    "lawyer": frozenset({"attorney", "solicitor", "barrister", "counsel"}),
    "advisor": frozenset({"adviser"}),
    "adviser": frozenset({"advisor", "aide"}),
    "researcher": frozenset({"scientist", "author", "professor", "lead author"}),
    "scientist": frozenset({"researcher", "author", "professor", "lead author"}),
    "author": frozenset({"researcher", "scientist", "lead author"}),
    "academic": frozenset({"professor", "lecturer", "researcher"}),
    "officer": frozenset({"constable", "sergeant", "inspector", "detective", "policeman", "superintendent"}),
    "detective": frozenset({"inspector", "superintendent"}),
    "study": frozenset({"research", "paper", "report"}),
    "paper": frozenset({"study", "research", "newspaper", "report"}),
    "research": frozenset({"study", "paper"}),
    "survey": frozenset({"poll", "study"}),
    "poll": frozenset({"survey"}),
    "document": frozenset({"memo", "letter", "filing", "report", "file"}),
    "report": frozenset({"study", "survey", "analysis"}),
    "lawsuit": frozenset({"complaint", "suit"}),
    "suit": frozenset({"complaint", "lawsuit"}),
    "complaint": frozenset({"lawsuit", "suit"}),
    "firm": frozenset({"company"}),
    "company": frozenset({"firm", "maker", "manufacturer", "airline", "retailer", "startup", "start-up", "giant"}),
}  # fmt: skip
_ANY_BODY: Final = frozenset(
    "company firm group organization organisation agency body association union federation charity watchdog airline "
    "regulator club foundation manufacturer maker retailer carrier operator lender corporation".split()
)
_ANY_MEDIUM: Final = frozenset("newspaper paper broadcaster network channel station magazine agency outlet website daily weekly tabloid".split())
_REACH: Final = 8
_EPITHET_REACH: Final = 2
_PERSON_ENDINGS: Final = ("old", "ist", "ian", "eer", "man", "woman")
# Nouns that put somebody beside the person just spoken of.
_SOMEBODY_ELSE: Final = frozenset(
    "wife husband mother father brother sister son daughter neighbour neighbor friend colleague victim witness lawyer attorney "
    "reporter journalist interviewer caller passenger driver customer partner parent widow client teammate".split()
)


@frozen
class Query:
    """A source whose bearer is sought.

    ``parent`` is the index of the query of the enclosing attribution; ``quoted`` is true where the mention stands inside
    somebody's quotation marks.
    """

    mention: Mention
    parent: int | None
    quoted: bool
    heading: bool = False


@frozen
class Answer:
    """Who is meant: the character, and the fullest mention of it that a reader has met (or meets in a lead)."""

    character: Character
    antecedent: Mention | None
    linked: bool


def resolve(
    doc: Doc, queries: Sequence[Query | None], starts: Sequence[int], quoted: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> tuple[Answer | None, ...]:
    """Find out who each queried mention stands for.

    Args:
        doc: The text with tags and tree.
        queries: The sources, in any order; ``None`` where there is none.
        starts: The token indices at which sentences start, ascending.
        quoted: Token ranges of quotations, ascending.
        vocabulary: The words of the lexicon.
    """
    return _Reader(doc, queries, starts, quoted, vocabulary).read()


class _Reader:
    """One pass over a text."""

    def __init__(
        self, doc: Doc, queries: Sequence[Query | None], starts: Sequence[int], quoted: Sequence[tuple[int, int]],
        vocabulary: Vocabulary,
    ) -> None:  # fmt: skip
        self._doc = doc
        self._queries = queries
        self._starts = starts
        self._quoted = quoted
        self._vocabulary = vocabulary
        self._cast = Cast()
        self._found: dict[int, Character] = {}
        self._linked: set[int] = set()
        self._by_head: dict[int, Character] = {}
        self._known_names = frozenset(t.lower_ for t in doc if t.pos_ == "PROPN")

    def read(self) -> tuple[Answer | None, ...]:
        late: list[int] = []
        for _, index, mention in self._in_order():
            if index is None:
                self._meet(mention, None)
            elif mention.form == "pronoun" and self._word(mention) in SPEAKERS | SPEAKERS_SIDE:
                late.append(index)
            else:
                self._found[index] = self._meet(mention, index)
        for index, query in enumerate(self._queries):
            if query is not None and query.heading and index not in self._linked and index in self._found:
                self._look_ahead(index, query)
        for index in late:
            self._found[index] = self._speaker(index)
        return tuple(self._answer(i) if q is not None else None for i, q in enumerate(self._queries))

    def _in_order(self) -> list[tuple[int, int | None, Mention]]:
        events: list[tuple[int, int | None, Mention]] = []
        taken: set[int] = set()
        for index, query in enumerate(self._queries):
            if query is not None:
                events.append((query.mention.start, index, query.mention))
                taken.add(query.mention.head)
        for token in self._doc:
            if token.i not in taken and self._may_matter(token):
                mention = self._background(token)
                if mention is not None and mention.head not in taken:
                    events.append((mention.start, None, mention))
        events.sort(key=lambda event: (event[0], event[1] is None, event[1] or 0, -event[2].end))
        return events

    def _may_matter(self, token: Token) -> bool:
        pos = token.pos_
        if pos == "PRON":
            return token.tag_ in {"PRP", "PRP$"} and self._is_third_person(token.lower_)
        if pos == "PROPN":
            return token.dep_ not in syntax.NAME_PART and token.dep_ != "amod"
        if pos != "NOUN" or token.dep_ in syntax.NAME_PART:
            return False
        if token.text[:1].isupper() and token.lower_ in self._known_names:
            return True
        return self._vocabulary.noun([token]) is not None

    @staticmethod
    def _is_third_person(word: str) -> bool:
        return word in {"he", "she", "him", "her", "his", "hers"} or word in PLURAL_PRONOUNS or word in THINGS

    def _background(self, token: Token) -> Mention | None:
        start, end = syntax.noun_phrase(token, syntax.ADNOMINAL_CLAUSE | syntax.CONJUNCT | syntax.PARATAXIS)
        if not start <= token.i < end or end - start > _LONGEST_PHRASE:
            start, end = token.i, token.i + 1
        end = self._without_relative(start, self._up_to_verb(token, end))
        mention = read_mention(self._doc, start, end, self._vocabulary)
        return mention if start <= mention.head < end else None

    def _up_to_verb(self, token: Token, end: int) -> int:
        """Take in a prepositional phrase between a subject and its verb, wherever the tree hangs it."""
        verb, doc = token.head.i, self._doc
        if token.dep_ not in syntax.SUBJECT or not end < verb <= end + _SHORT or doc[end].pos_ != "ADP":
            return end
        return verb if all(t.pos_ in _IN_PHRASE for t in doc[end:verb]) else end

    def _without_relative(self, start: int, end: int) -> int:
        for i in range(start + 2, end):
            if self._doc[i].tag_ in {"WP", "WDT", "WP$"} and self._doc[i - 1].text == ",":
                return i - 1
        return end

    # -- one mention ---------------------------------------------------------------------------------------------

    def _meet(self, mention: Mention, index: int | None) -> Character:
        words = frozenset(t.lower_ for t in self._doc[mention.start : mention.end] if t.is_alpha)
        place = self._place(mention, index)
        found = self._find(mention, words, place, index)
        if found is None:
            found = self._cast.enter(mention, words)
        else:
            self._cast.put(found, mention, words)
            if index is not None:
                self._linked.add(index)
        self._by_head.setdefault(mention.head, found)
        found.seen(
            mention.head, place.sentence, self._prominence(mention), source=index is not None, quoted=place.quoted
        )
        if mention.whole is not None and found.part_of is None:
            found.part_of = self._set_of(mention, place)
        return found

    def _prominence(self, mention: Mention) -> float:
        token = self._doc[mention.head]
        if token.dep_ in syntax.NAME_PART and token.head.i != token.i:
            token = token.head
        if token.dep_ not in syntax.SUBJECT:
            return 0.0
        clause = token.head
        return 1.0 if clause.dep_ in {"ROOT", "parataxis"} or (clause.dep_ == "conj" and clause.head.dep_ == "ROOT") else 0.5

    def _find(self, mention: Mention, words: frozenset[str], place: Place, index: int | None) -> Character | None:
        if mention.form == "relative":
            return self._antecedent_of_relative(mention)
        if mention.form == "pronoun":
            return best_antecedent(self._doc, mention, place, self._cast.recent(place.sentence, _REACH))
        if mention.form == "name":
            return same_name(mention, self._cast)
        if mention.whole is not None:
            return None
        return self._described(mention, words, place)

    def _place(self, mention: Mention, index: int | None) -> Place:
        query = self._queries[index] if index is not None else None
        speaker = holder = None
        if query is not None and query.parent is not None:
            above = self._found.get(query.parent)
            speaker, holder = (above, None) if query.quoted else (None, above)
        quoted = query.quoted if query is not None else self._is_quoted(mention.head)
        return Place(mention.head, self._sentence(mention.head), quoted, speaker=speaker, holder=holder)

    def _sentence(self, token: int) -> int:
        return bisect_right(self._starts, token) - 1

    def _is_quoted(self, token: int) -> bool:
        at = bisect_right(self._quoted, (token, len(self._doc))) - 1
        return at >= 0 and self._quoted[at][0] <= token < self._quoted[at][1]

    def _word(self, mention: Mention) -> str:
        return self._doc[mention.head].lower_

    # -- relative pronouns and descriptions ----------------------------------------------------------------------

    def _antecedent_of_relative(self, mention: Mention) -> Character | None:
        token = self._doc[mention.head]
        for above in (token, *syntax.ancestors(token)):
            if above.dep_ in syntax.RELATIVE_CLAUSE:
                return self._at(above.head)
            if above.dep_ in {"ROOT", "ccomp"}:
                break
        for i in range(token.i - 1, max(-1, token.i - 4), -1):
            if self._doc[i].pos_ in syntax.NOMINAL:
                return self._at(self._doc[i])
        return None

    def _at(self, token: Token) -> Character | None:
        if token.i in self._by_head:
            return self._by_head[token.i]
        for other in (token, *token.children):
            if other.i in self._by_head and other.dep_ in syntax.NAME_PART | syntax.APPOSITION:
                return self._by_head[other.i]
        start, end = syntax.noun_phrase(token, syntax.ADNOMINAL_CLAUSE)
        if not start <= token.i < end:
            return None
        mention = read_mention(self._doc, start, end, self._vocabulary)
        return self._by_head.get(mention.head) or self._meet(mention, None)

    def _described(self, mention: Mention, words: frozenset[str], place: Place) -> Character | None:
        definite = mention.determiner in {"definite", "demonstrative", "possessive"}
        candidates = [c for noun in sorted(mention.nouns) for c in self._cast.called(noun) if self._fits(c, mention, place)]
        if not definite:
            # "US officials" again, word for word: the same; "an official" again: somebody else.
            same = [c for c in candidates if mention.number == "plural" and c.fullest.number == "plural"]
            text = self._text(mention)
            return next((c for c in reversed(same) if self._text(c.fullest) == text), None)
        if mention.determiner == "possessive":
            candidates = [c for c in candidates if words & c.words - mention.nouns]
        if not candidates and mention.determiner != "possessive":
            candidates = self._by_kindred(mention, place)
        if not candidates:
            return self._by_epithet(mention, words, place)
        nations = {w for w in words if self._vocabulary.has("people", w) or self._vocabulary.has("country", w)}
        agreeing = [c for c in candidates if not nations or not c.words or nations <= c.words]
        pool = agreeing or ([] if nations else candidates)
        return max(pool, key=lambda c: (c.last_sentence, c.was_source, c.last_token)) if pool else None

    def _by_epithet(self, mention: Mention, words: frozenset[str], place: Place) -> Character | None:
        """The person just spoken of, under another description: "the 43-year-old", "the retired nurse"."""
        if mention.number == "plural" or mention.determiner != "definite" or mention.kind not in {"person", "unknown"}:
            return None
        near = [c for c in self._cast.recent(place.sentence, _EPITHET_REACH) if c.is_named and c.kind == "person"]
        if mention.noun_kind == "office":
            # An office is rather somebody new, unless a word in common says otherwise ("the Ohio senator").
            near = [c for c in near if (words - mention.nouns - {"the", "former"}) & c.words]
        elif mention.noun_kind not in {"calling", "anyone", None} or mention.nouns & _SOMEBODY_ELSE:
            return None
        elif mention.noun_kind is None and not self._word(mention).endswith(_PERSON_ENDINGS):
            return None
        return best_antecedent(self._doc, mention, place, near, as_person=True)

    def _by_kindred(self, mention: Mention, place: Place) -> list[Character]:
        """Characters that the noun may stand for though none was called by it."""
        found: list[Character] = []
        for noun in sorted(mention.nouns):
            for other in sorted(_SAME_OFFICE.get(noun.rsplit(" ", 1)[-1], ())):
                found += [c for c in self._cast.called(other) if self._fits(c, mention, place)]
        if found:
            return found
        last = {noun.rsplit(" ", 1)[-1] for noun in mention.nouns}
        if last & _ANY_MEDIUM:
            found = [c for c in self._cast.recent(place.sentence, _REACH) if c.kind == "media" and c.is_named]
        if not found and last & _ANY_BODY and mention.number != "plural" and not mention.descriptors:
            found = [c for c in self._cast.recent(place.sentence, 4) if c.kind == "organization" and c.is_named]
        return found

    def _fits(self, character: Character, mention: Mention, place: Place) -> bool:
        if character is place.speaker:
            return False
        if {character.gender, mention.gender} == {"female", "male"}:
            return False
        plural = character.number == "plural"
        return plural == (mention.number == "plural") or character.number == "unknown"

    def _set_of(self, mention: Mention, place: Place) -> Character | None:
        """The set of "one of the officials", where the text has introduced it."""
        if mention.whole is None:
            return None
        inner = read_mention(self._doc, *mention.whole, self._vocabulary)
        if inner.form == "pronoun":
            return best_antecedent(self._doc, inner, place, self._cast.recent(place.sentence, _REACH))
        if inner.determiner not in {"definite", "demonstrative"}:
            return None
        words = frozenset(t.lower_ for t in self._doc[inner.start : inner.end] if t.is_alpha)
        return self._described(inner, words, place)

    def _look_ahead(self, index: int, query: Query) -> None:
        """Let a description in a heading or lead stand for whom the text then names."""
        mention = query.mention
        if mention.form != "description" or mention.number == "plural" or mention.identification == "named":
            return
        sentence = self._sentence(mention.head)
        for character in self._cast.characters:
            first = character.mentions[0]
            if first.start <= mention.head or self._sentence(first.head) > sentence + _LOOK_AHEAD:
                continue
            if not self._fits(character, mention, Place(mention.head, sentence, False)) or not character.is_named:
                continue
            same_noun = bool(mention.nouns & character.nouns) and character.kind == mention.kind
            is_person = mention.kind == character.kind == "person" and mention.noun_kind in {"calling", "anyone"}
            if same_noun or (is_person and query.heading and character.was_source):
                self._cast.put(character, mention, frozenset())
                self._found[index] = character
                self._linked.add(index)
                return

    # -- "I" and "we" --------------------------------------------------------------------------------------------

    def _speaker(self, index: int) -> Character:
        query = self._queries[index]
        assert query is not None
        speaker = self._found.get(query.parent) if query.parent is not None else None
        if speaker is None:
            return self._cast.enter(query.mention, frozenset())
        self._linked.add(index)
        if self._word(query.mention) in SPEAKERS or speaker.kind not in {"person"}:
            return speaker
        return self._body_of(speaker) or speaker

    def _body_of(self, speaker: Character) -> Character | None:
        """The body for which somebody speaks: "White House" for a White House spokesman."""
        if not speaker.nouns & _SPEAK_FOR_A_BODY:
            return None
        for mention in sorted({speaker.fullest, *speaker.mentions}, key=lambda m: m.start):
            if mention.form in {"pronoun", "relative"}:
                continue
            body = self._body_in(mention)
            if body is not None:
                return body
        return None

    def _body_in(self, mention: Mention) -> Character | None:
        doc, i = self._doc, mention.start
        while i < mention.end:
            end = i
            while end < mention.end and (doc[end].pos_ == "PROPN" and doc[end].lower_.rstrip(".") not in mention.name):
                end += 1
            if end > i:
                inner = read_mention(doc, i, end, self._vocabulary)
                if inner.kind in {"organization", "media"} and inner.form == "name":
                    known = same_name(inner, self._cast)
                    return known or self._cast.enter(inner, frozenset(inner.name))
            i = max(end, i + 1)
        return None

    # -- the answer ----------------------------------------------------------------------------------------------

    def _answer(self, index: int) -> Answer:
        query, character = self._queries[index], self._found[index]
        assert query is not None
        limit = len(self._doc) if query.heading else self._sentence_end(query.mention.end)
        parent = self._queries[query.parent] if query.parent is not None else None
        if parent is not None and query.quoted:
            # "I" and "we" in a quotation: whoever is named as its speaker, also where that comes after it.
            limit = max(limit, self._sentence_end(parent.mention.end))
        holder = character.part_of or character
        earlier = [
            m for m in dict.fromkeys([holder.fullest, *holder.mentions])
            if m.form in {"name", "description"} and m.start < limit and m is not query.mention
        ]  # fmt: skip
        best = max(earlier, key=_fullness, default=None)
        if best is not None and character.part_of is None and not _says_more(best, query.mention):
            first = earlier[-1] if len(earlier) == 1 else min(earlier, key=lambda m: m.start)
            goes_back = index in self._linked and query.mention.determiner in {"definite", "demonstrative"}
            best = first if goes_back and first.determiner not in {"definite", "demonstrative"} else None
        return Answer(character, best, index in self._linked)

    def _sentence_end(self, token: int) -> int:
        at = bisect_right(self._starts, max(0, token - 1))
        return self._starts[at] if at < len(self._starts) else len(self._doc)

    def _text(self, mention: Mention) -> str:
        return self._doc[mention.start : mention.end].text.lower()


_LONGEST_PHRASE: Final = 30
_LOOK_AHEAD: Final = 3
_SHORT: Final = 9
_IN_PHRASE: Final = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_SPEAK_FOR_A_BODY: Final = frozenset(
    "spokesman spokeswoman spokesperson chief executive ceo director president chairman chairwoman chair secretary manager "
    "minister head chief leader representative official coach founder co-founder owner principal boss".split()
) | {"chief executive", "press secretary", "general secretary"}


def _fullness(mention: Mention) -> tuple[int, int, int]:
    from attribution.interpret.characters import fullness

    return fullness(mention)


def _says_more(other: Mention, mention: Mention) -> bool:
    if mention.form in {"pronoun", "relative"}:
        return True
    return _fullness(other) > _fullness(mention)


__all__ = ["Answer", "Query", "resolve", "singular"]
