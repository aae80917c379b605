"""Who is meant: pronouns, short names, descriptions and back references of a text, resolved from its front to its end.

A greedy, entity-based resolver in the tradition of rule-based sieves (Raghunathan et al. 2010, Lee et al. 2013): sure
links (names, relative pronouns, repeated nouns) come first, pronouns are ranked by distance, grammatical role and by
whether the candidate has just been heard as a source. Only what can be a source is followed. Limits: one pass, no
knowledge of the world; a description is linked by its noun, not by what the reader knows ("the Turkish leader").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen
from spacy.tokens import Doc, Token

from attribution.interpret.sources.back_references import REACH, BackReferences, fits, may_be_body, words_of
from attribution.interpret.sources.background import background_mentions
from attribution.interpret.sources.characters import Cast, Character, fullness
from attribution.interpret.sources.mention import ADDRESSEES, SPEAKERS, SPEAKERS_SIDE, Mention
from attribution.interpret.sources.reading_mentions import read_mention
from attribution.interpret.sources.salience import Place, best_antecedent
from attribution.interpret.sources.same_names import same_name
from attribution.interpret.sources.speakers import meant_by_speaker
from attribution.interpret.text.stretches import Cover
from attribution.interpret.trees import syntax
from attribution.interpret.vocabulary import Vocabulary

_SPEAKING: Final = SPEAKERS | SPEAKERS_SIDE
_LOOK_AHEAD: Final = 3


@frozen
class Query:
    """A source whose bearer is sought.

    ``parent`` is the index of the query of the enclosing attribution; ``quoted`` is true where the mention stands
    inside somebody's quotation marks; ``heading`` where it stands in a heading, ``lead`` where in the first sentence:
    the bearer may be named only later. ``turn`` is true of the speaker of a turn in a transcript. ``interrupted`` are
    the tokens of what is said before the mention where it goes on after it: "Senghor, she claimed, had fallen asleep".
    """

    mention: Mention
    parent: int | None
    quoted: bool
    heading: bool = False
    lead: bool = False
    turn: bool = False
    interrupted: tuple[int, int] | None = None

    @property
    def looks_ahead(self) -> bool:
        """Whether the text that follows may name the bearer."""
        return self.heading or self.lead


@frozen
class Answer:
    """Who is meant: the character, and the fullest mention of it that a reader has met (or meets in a lead).

    ``owner`` is whose a description is said to be: "the bank" of "the bank's committee".
    """

    character: Character
    antecedent: Mention | None
    linked: bool
    owner: Character | None = None


def resolve(
    doc: Doc,
    queries: Sequence[Query | None],
    starts: Sequence[int],
    quoted: Cover,
    vocabulary: Vocabulary,
) -> tuple[Answer | None, ...]:
    """Find out who each queried mention stands for.

    Args:
        doc: The text with tags and tree.
        queries: The sources, in any order; ``None`` where there is none.
        starts: The token indices at which sentences start, ascending.
        quoted: The tokens in quotations.
        vocabulary: The words of the lexicon.
    """
    return _Reader(doc, queries, starts, quoted, vocabulary).read()


class _Reader:
    """One pass over a text."""

    def __init__(
        self, doc: Doc, queries: Sequence[Query | None], starts: Sequence[int], quoted: Cover,
        vocabulary: Vocabulary,
    ) -> None:  # fmt: skip
        self._doc = doc
        self._queries = queries
        self._starts = starts
        self._quoted = quoted
        self._vocabulary = vocabulary
        self._cast = Cast()
        self._back = BackReferences(doc, self._cast, vocabulary)
        self._found: dict[int, Character] = {}
        self._linked: set[int] = set()
        self._by_head: dict[int, Character] = {}
        self._talking: list[Character] = []

    def read(self) -> tuple[Answer | None, ...]:
        late: list[int] = []
        for _, index, mention in self._in_order():
            if index is None:
                self._meet(mention, None)
            elif mention.form == "pronoun" and self._is_of_speech(index, mention):
                late.append(index)
            else:
                self._found[index] = self._meet(mention, index)
                query = self._queries[index]
                if query is not None and query.turn and self._found[index] not in self._talking:
                    self._talking.append(self._found[index])
        for index, query in enumerate(self._queries):
            if query is not None and query.looks_ahead and index not in self._linked and index in self._found:
                self._look_ahead(index, query)
        for index in late:
            self._found[index] = self._speaker(index)
        return tuple(None if query is None else self._answer(index, query) for index, query in enumerate(self._queries))

    def _in_order(self) -> list[tuple[int, int | None, Mention]]:
        events: list[tuple[int, int | None, Mention]] = [
            (query.mention.start, index, query.mention)
            for index, query in enumerate(self._queries)
            if query is not None
        ]
        taken = {mention.head for _, _, mention in events}
        events += [
            (mention.start, None, mention) for mention in background_mentions(self._doc, taken, self._vocabulary)
        ]
        # Of two that start together the inner one is met first: "his" before "his colleague, Irene Cho".
        events.sort(key=lambda event: (event[0], event[2].end, event[1] is None, event[1] or 0))
        return events

    # -- one mention -------------------------------------------------------------------------------------------------

    def _meet(self, mention: Mention, index: int | None) -> Character:
        words = words_of(self._doc, mention)
        place = self._place(mention, index)
        # The set of "one of them" is looked for before the one enters, lest it be taken for its own set.
        whole = self._back.set_of(mention, words, place)
        # Of two cues that share a source, that source is one.
        found = self._by_head.get(mention.head) if index is not None and mention.form == "description" else None
        found = found or self._find(mention, words, place, index)
        if found is None:
            found = self._cast.enter(mention, words)
            if index is not None and self._back.two_named(mention, place):
                found.identification = "named"
                self._linked.add(index)
        else:
            self._cast.put(found, mention, words)
            if index is not None:
                self._linked.add(index)
        self._by_head.setdefault(mention.head, found)
        prominence = self._prominence(mention)
        found.seen(mention.head, place.sentence, prominence, source=index is not None, quoted=place.quoted)
        if whole is not None and found.part_of is None:
            # "One of them" is one of all that "two of the officials" were taken from.
            whole = whole.part_of or whole
            found.part_of = whole if whole is not found else None
        return found

    def _find(self, mention: Mention, words: frozenset[str], place: Place, index: int | None) -> Character | None:
        if mention.form == "name":
            return same_name(mention, self._cast)
        if mention.form == "description":
            return self._back.find(mention, words, place) if mention.whole is None else None
        if mention.form == "relative":
            return self._antecedent_of_relative(mention)
        token = self._doc[mention.head]
        if token.lower_ in ADDRESSEES:
            # Whoever is asked or meant in general.
            return None
        if token.tag_ == "PRP$":
            own = self._whose_clause(token)
            if own is not None and own.kind == "person" and own.gender in {mention.gender, "unknown"}:
                return own
        near = self._not_spoken_of(self._cast.recent(place.sentence, REACH), index)
        return best_antecedent(self._doc, mention, place, near)

    def _not_spoken_of(self, near: Iterator[Character], index: int | None) -> Iterator[Character]:
        """Leave out who cannot be meant.

        Who takes part in a conversation is "you" in it, not "he"; nor does somebody speak whom what is said has just
        called by name.
        """
        if self._talking:
            near = (character for character in near if character not in self._talking)
        query = self._queries[index] if index is not None else None
        if query is None or query.interrupted is None:
            return near
        start, end = query.interrupted
        # But "He learned of it, he says, from a deckhand" goes on with him.
        return (
            c for c in near
            if c.kind != "person" or not (start <= c.last_token < end and c.prominence > 0)
            or self._doc[c.last_token].pos_ == "PRON"
        )  # fmt: skip

    def _prominence(self, mention: Mention) -> float:
        token = self._doc[mention.head]
        if token.dep_ in syntax.NAME_PART and token.head.i != token.i:
            token = token.head
        if token.dep_ not in syntax.SUBJECT:
            return 0.0
        clause = token.head
        is_main = clause.dep_ in {"ROOT", "parataxis"} or (clause.dep_ == "conj" and clause.head.dep_ == "ROOT")
        return 1.0 if is_main else 0.5

    def _place(self, mention: Mention, index: int | None) -> Place:
        token, sentence = mention.head, self._sentence(mention.head)
        query = self._queries[index] if index is not None else None
        if query is None:
            return Place(token, sentence, self._is_quoted(token))
        above = None
        if query.parent is not None:
            above = self._found.get(query.parent) or self._named_later(query.parent)
        speaker, holder = (above, None) if query.quoted else (None, above)
        return Place(token, sentence, query.quoted, speaks=True, speaker=speaker, holder=holder)

    def _named_later(self, parent: int) -> Character | None:
        """The speaker named only after the quotation, where the text has named that speaker before."""
        query = self._queries[parent]
        if query is None or query.mention.form != "name":
            return None
        return same_name(query.mention, self._cast)

    def _sentence(self, token: int) -> int:
        return bisect_right(self._starts, token) - 1

    def _is_quoted(self, token: int) -> bool:
        return self._quoted.touches(token, token + 1)

    # -- relative pronouns, headings, speakers -----------------------------------------------------------------------

    def _antecedent_of_relative(self, mention: Mention) -> Character | None:
        token = self._doc[mention.head]
        for above in (token, *syntax.ancestors(token)):
            # What a relative clause tells about stands before it; a tree that says otherwise would lead in a circle.
            if above.dep_ in syntax.RELATIVE_CLAUSE and above.head.i < mention.head:
                found = self._at(above.head)
                if found is None or token.lower_ != "which" or found.kind not in {"person", "group"}:
                    return found
                # "Anyone is asked to call the sheriff's office, which ...": the tree took it too far up.
                break
            if above.dep_ in {"ROOT", "ccomp"}:
                break
        for i in range(token.i - 1, max(-1, token.i - 4), -1):
            if self._doc[i].pos_ in syntax.NOMINAL:
                return self._at(self._doc[i])
        return None

    def _whose_clause(self, possessive: Token) -> Character | None:
        """Whom a relative clause around "his" tells about: "an aide who does not want his name in print"."""
        for above in syntax.ancestors(possessive):
            if above.dep_ in syntax.RELATIVE_CLAUSE:
                subject = syntax.own_subject(above)
                is_who = subject is not None and subject.lower_ == "who"
                return self._at(above.head) if is_who and above.head.i < possessive.i else None
        return None

    def _at(self, token: Token) -> Character | None:
        if token.i in self._by_head:
            return self._by_head[token.i]
        for other in token.children:
            if other.i in self._by_head and other.dep_ in syntax.NAME_PART | syntax.APPOSITION:
                return self._by_head[other.i]
        start, end = syntax.noun_phrase(token, syntax.ADNOMINAL_CLAUSE)
        if not start <= token.i < end:
            return None
        mention = read_mention(self._doc, start, end, self._vocabulary)
        return self._by_head.get(mention.head) or self._meet(mention, None)

    def _look_ahead(self, index: int, query: Query) -> None:
        """Let a description in a heading or lead stand for whom the text then names."""
        mention = query.mention
        if mention.form != "description" or mention.identification == "named":
            return
        if mention.noun_kind == "nobody" and not query.heading:
            return
        place = Place(mention.head, self._sentence(mention.head), False)
        above = self._found.get(query.parent) if query.parent is not None else None
        for character in self._cast.entering_after(mention.head):
            if self._sentence(character.first.head) > place.sentence + _LOOK_AHEAD:
                return
            if character is above or not fits(character, mention, place):
                # "An official said it, Anna Keller reported": two people.
                continue
            if mention.noun_kind == "nobody" and not (character.first.noun_kind == "nobody" and character.was_source):
                continue
            same_noun = bool(mention.nouns & character.nouns) and character.kind == mention.kind
            is_body = query.heading and mention.kind == character.kind == "organization" and self._is_alone(character)
            is_person = mention.kind == character.kind == "person" and (
                mention.noun_kind in {"calling", "anyone"}
                or mention.determiner == "possessive"
                or (mention.determiner == "indefinite" and mention.noun_kind != "office")
            )
            if not query.heading and not character.is_named:
                continue
            if (
                same_noun
                or (is_body and may_be_body(mention, character))
                or mention.noun_kind == "nobody"
                or (is_person and character.was_source and character.is_named)
            ):
                self._cast.put(character, mention, frozenset())
                self._found[index] = character
                self._linked.add(index)
                return

    def _is_alone(self, character: Character) -> bool:
        """Whether a body is the only one that the sentence of its first mention names."""
        sentence = self._sentence(character.first.head)
        others = (c for c in self._cast.entering_after(self._starts[sentence] - 1) if c is not character)
        return not any(
            c.kind == "organization" and c.is_named and self._sentence(c.first.head) == sentence for c in others
        )

    def _speaker(self, index: int) -> Character:
        query = self._queries[index]
        assert query is not None
        speaker = self._found.get(query.parent) if query.parent is not None else None
        if speaker is not None and self._is_addressed(index):
            speaker = self._answering(query.parent, speaker)
        if speaker is None:
            return self._cast.enter(query.mention, frozenset())
        self._linked.add(index)
        return meant_by_speaker(self._doc, query.mention, speaker, self._cast, self._vocabulary)

    def _is_of_speech(self, index: int, mention: Mention) -> bool:
        """Whether a pronoun means who speaks or is spoken to."""
        return self._doc[mention.head].lower_ in _SPEAKING or self._is_addressed(index)

    def _is_addressed(self, index: int) -> bool:
        """Whether a mention is "you", said in a turn of a transcript: to whoever speaks before or after it."""
        query = self._queries[index]
        above = self._queries[query.parent] if query is not None and query.parent is not None else None
        return query is not None and above is not None and above.turn and (
            self._doc[query.mention.head].lower_ in ADDRESSEES
        )  # fmt: skip

    def _answering(self, turn: int | None, speaker: Character) -> Character | None:
        turns = [k for k, query in enumerate(self._queries) if query is not None and query.turn and k in self._found]
        others = [k for k in turns if self._found[k] is not speaker]
        nearest = min(others, key=lambda k: (abs(k - (turn or 0)), -k), default=None)
        return self._found[nearest] if nearest is not None else None

    # -- the answer --------------------------------------------------------------------------------------------------

    def _answer(self, index: int, query: Query) -> Answer:
        character = self._found[index]
        far = query.looks_ahead and (character.is_named or query.heading)
        limit = len(self._doc) if far else self._sentence_end(query.mention.end)
        parent = self._queries[query.parent] if query.parent is not None else None
        if parent is not None and query.quoted:
            # "I" and "we" in a quotation: whoever is named as its speaker, also where that comes after it.
            limit = max(limit, self._sentence_end(parent.mention.end))
        owner = self._by_head.get(query.mention.owner) if query.mention.owner is not None else None
        if character.part_of is not None and character.first.head == query.mention.head:
            return Answer(character, character.part_of.told_before(limit, query.mention), index in self._linked, owner)
        best = character.told_before(limit, query.mention)
        if best is not None and not _says_more(best, query.mention):
            # No fuller than the mention itself; "the couple" still goes back to "a couple".
            goes_back = index in self._linked and query.mention.determiner in {"definite", "demonstrative"}
            first = character.first
            is_new = first.determiner not in {"definite", "demonstrative"} and first is not query.mention
            is_new = is_new and first.end - first.start >= query.mention.end - query.mention.start
            best = first if goes_back and is_new and first.start < limit else None
        return Answer(character, best, index in self._linked, owner)

    def _sentence_end(self, token: int) -> int:
        at = bisect_right(self._starts, max(0, token - 1))
        return self._starts[at] if at < len(self._starts) else len(self._doc)


def _says_more(other: Mention, mention: Mention) -> bool:
    if mention.form in {"pronoun", "relative"}:
        return True
    return fullness(other) > fullness(mention)
