"""The sources of an article: who vouches for each attribution, and how well a reader could find out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from attrs import frozen
from spacy.tokens import Doc

from attribution.interpret.draft import Draft
from attribution.interpret.sources.anonymity import Reader, Relay, triggers_of
from attribution.interpret.sources.characters import Character, may_be_outlet
from attribution.interpret.sources.distinct import distinct_sources
from attribution.interpret.sources.hidden import hidden_alike
from attribution.interpret.sources.mention import SPEAKERS_SIDE, Mention
from attribution.interpret.sources.reading_mentions import read_mention
from attribution.interpret.sources.references import Answer, Query, resolve
from attribution.interpret.sources.trimming import complete_source, trim_source
from attribution.interpret.text.quotes import Quotation
from attribution.interpret.text.stretches import Cover
from attribution.interpret.trees import syntax
from attribution.interpret.vocabulary import vocabulary_of
from attribution.lexicons import Lexicons
from attribution.report.records import Entity, Identification, Sentence, Source, SourceKind, Span
from attribution.snapshot import ends_in

# How deep contents may lie in one another.
_NESTED: Final = 6
# The sentence of a source and the ones after it that may state its terms.
_TERMS_REACH: Final = 3


@frozen
class SourceReading:
    """What was found out: a source (or ``None``) for each draft, in the drafts' order, and the distinct sources."""

    sources: tuple[Source | None, ...]
    entities: tuple[Entity, ...]


def identify_sources(
    doc: Doc,
    drafts: Sequence[Draft],
    quotations: Sequence[Quotation],
    sentences: Sequence[Sentence],
    lexicons: Lexicons,
) -> SourceReading:
    """Say of each draft's source what it is, how well identified, on what terms it speaks and whom a pronoun means.

    Args:
        doc: The text with tags, tree and entities.
        drafts: The attributions with their sources as tokens.
        quotations: The quotations of the text, in order.
        sentences: The sentences of the text, in order.
        lexicons: The word lists.

    Returns:
        The sources and the distinct entities behind them, with ids ``S1``, ``S2`` ... in the order of first mention.
    """
    return _Identifier(doc, drafts, quotations, sentences, lexicons).read()


class _Identifier:
    """The work on one text."""

    def __init__(
        self, doc: Doc, drafts: Sequence[Draft], quotations: Sequence[Quotation], sentences: Sequence[Sentence],
        lexicons: Lexicons,
    ) -> None:  # fmt: skip
        self._doc = doc
        self._drafts = drafts
        self._cues = frozenset(i for draft in drafts for i in draft.cue)
        self._vocabulary = vocabulary_of(lexicons.sources)
        self._ends = ends_in(doc)
        self._reader = Reader(doc, triggers_of(lexicons.anonymity), self._vocabulary, self._borders(drafts))
        self._starts = [self._token_at(s.start) for s in sentences] or [0]
        self._headings = [s.kind == "heading" for s in sentences] or [False]
        self._lead = next((k for k, heading in enumerate(self._headings) if not heading), 0)
        self._quoted = Cover((self._token_at(q.start), self._token_at(q.end)) for q in quotations)
        self._contents = sorted((s.start, s.end, index) for index, draft in enumerate(drafts) for s in draft.content)
        self._by_sentence: dict[int, list[int]] = {}
        for index, draft in enumerate(drafts):
            for sentence in {self._sentence(i) for i in (*draft.cue, *draft.source)}:
                self._by_sentence.setdefault(sentence, []).append(index)
        self._terms = [self._terms_in(k) for k in range(len(self._starts))] if drafts else []
        self._relays: dict[int, list[Relay]] = {}

    def read(self) -> SourceReading:
        if not self._drafts:
            return SourceReading((), ())
        tokens = [self._source_tokens(draft) for draft in self._drafts]
        queries = [self._query(draft, kept) if kept else None for draft, kept in zip(self._drafts, tokens, strict=True)]
        answers = resolve(self._doc, queries, self._starts, self._quoted, self._vocabulary)
        ids = self._number(queries, answers)
        kinds: list[SourceKind] = [
            self._kind(d, q, a) if q and a else "unknown"
            for d, q, a in zip(self._drafts, queries, answers, strict=True)
        ]
        reasons = self._assign_terms(queries, answers, kinds)
        sources: list[Source | None] = []
        for index, (query, answer, kept) in enumerate(zip(queries, answers, tokens, strict=True)):
            if query is None or answer is None:
                sources.append(None)
                continue
            sources.append(self._source(index, query, answer, kept, kinds, tokens, reasons.get(index), ids))
        sources = hidden_alike(self._drafts, sources, self._reader, lambda i: self._range(self._sentence(i))[1])
        return SourceReading(tuple(sources), distinct_sources(sources, answers, self._mention_span))

    def _borders(self, drafts: Sequence[Draft]) -> dict[int, int]:
        borders: dict[int, int] = {}
        for draft in drafts:
            first = draft.source[0] if draft.source else -1
            for i in (*draft.cue, *(self._token_at(span.start) for span in draft.content)):
                borders[i] = min(first, borders.get(i, first))
        return borders

    # -- tokens and sentences ------------------------------------------------------------------------------------

    def _token_at(self, offset: int) -> int:
        """The index of the first token that ends after ``offset``."""
        return bisect_right(self._ends, offset)

    def _sentence(self, token: int) -> int:
        return max(0, bisect_right(self._starts, token) - 1)

    def _range(self, sentence: int) -> tuple[int, int]:
        end = self._starts[sentence + 1] if sentence + 1 < len(self._starts) else len(self._doc)
        return self._starts[sentence], end

    def _terms_in(self, sentence: int) -> list[tuple[int, int]]:
        return list(self._reader.terms(*self._range(sentence)))

    def _relays_in(self, sentence: int) -> list[Relay]:
        if sentence not in self._relays:
            self._relays[sentence] = list(self._reader.relays(*self._range(sentence)))
        return self._relays[sentence]

    def _source_tokens(self, draft: Draft) -> tuple[int, ...]:
        if not draft.source or draft.cue_kind == "adverb":
            # Behind "reportedly" stands nobody; its subject is what the report is about.
            return ()
        sentence = self._sentence(draft.source[0])
        kept = trim_source(self._doc, draft.source, self._terms[sentence], self._relays_in(sentence))
        return complete_source(self._doc, kept, self._cues, self._vocabulary)

    # -- questions and answers -----------------------------------------------------------------------------------

    def _query(self, draft: Draft, kept: tuple[int, ...]) -> Query:
        start, end = kept[0], kept[-1] + 1
        runs = syntax.runs(self._doc, kept)
        if len(runs) > 1:
            start, end = runs[0]
        mention = read_mention(self._doc, start, end, self._vocabulary)
        parent = draft.parent
        quoted = self._is_quoted(mention.head)
        if parent is None and quoted:
            parent = self._enclosing(self._doc[mention.head].idx, draft)
        sentence = self._sentence(start)
        heading = self._headings[min(sentence, len(self._headings) - 1)]
        turn = self._is_turn(draft)
        around = self._interrupted(draft, kept)
        if turn and mention.form == "name" and not mention.is_sure and self._doc[mention.head].text.isupper():
            # Capitals set off the name of a speaker; they do not make it that of a body.
            mention = mention._replace(kind="person", number="singular", size=1)
        return Query(
            mention, parent, quoted, heading=heading, lead=sentence == self._lead, turn=turn, interrupted=around
        )

    def _interrupted(self, draft: Draft, kept: tuple[int, ...]) -> tuple[int, int] | None:
        """The first part of a content that its source and cue stand in the middle of."""
        at = self._doc[kept[0]].idx
        before = [span for span in draft.content if span.end <= at]
        if not before or not any(span.start > at for span in draft.content) or draft.quotation == "direct":
            return None
        return self._token_at(before[-1].start), kept[0]

    def _is_turn(self, draft: Draft) -> bool:
        is_shown = draft.evidence is not None and draft.evidence.origin == "layout"
        return is_shown and draft.cue_kind == "punctuation" and ":" in self._doc[draft.cue[0]].text

    def _is_quoted(self, token: int) -> bool:
        return self._quoted.touches(token, token + 1)

    def _enclosing(self, offset: int, draft: Draft) -> int | None:
        """The draft with the smallest content around ``offset``: the quotation that a pronoun stands in."""
        at = bisect_right(self._contents, offset, key=itemgetter(0))
        best: tuple[int, int] | None = None
        for start, end, index in self._contents[max(0, at - _NESTED) : at]:
            other = self._drafts[index]
            if other is not draft and other.source and offset < end and (best is None or end - start < best[0]):
                best = (end - start, index)
        return best[1] if best else None

    def _reports(self, draft: Draft) -> bool:
        """Whether the cue is one that news organizations use of themselves: "Sky reports", "the BBC understands"."""
        return any(self._doc[i].lemma_.lower() in {"report", "reported", "understand"} for i in draft.cue)

    def _kind(self, draft: Draft, query: Query, answer: Answer) -> SourceKind:
        mention, character = query.mention, answer.character
        word = self._doc[mention.head].lower_
        if mention.form == "pronoun" and word in SPEAKERS_SIDE and character.kind == "person":
            return "group"
        if mention.form in {"pronoun", "relative"}:
            return character.kind
        if self._is_part(query, answer) and character.part_of is not None and character.part_of.kind == "organization":
            return "organization"
        if mention.form == "name" and not mention.is_sure and character.kind == "organization":
            # The text goes on to say "its" of what might have been somebody's name.
            return "organization"
        if mention.form == "name" and self._reports(draft) and may_be_outlet(mention, character):
            return "media"
        if answer.linked and {mention.kind, character.kind} == {"document", "media"}:
            # "The paper" after a study is that study, after a newspaper that newspaper.
            return character.kind
        if mention.form == "description" and answer.linked and mention.kind in {"unknown", "group", "organization"}:
            return character.kind if character.kind != "unknown" else mention.kind
        if mention.form == "name" and answer.linked and mention.identification == "named" and len(mention.name) == 1:
            return character.kind
        return mention.kind

    def _identification(self, query: Query, answer: Answer) -> Identification:
        mention, character = query.mention, answer.character
        if self._is_part(query, answer) and answer.antecedent is not None and mention.identification == "vague":
            # "One of them" is known as well as they are, but for the name.
            return "role" if answer.antecedent.identification == "named" else answer.antecedent.identification
        if answer.linked:
            return character.identification
        if mention.form == "description" and mention.owner is not None and mention.kind in {"organization", "document"}:
            return "named" if self._owner_is_named(mention, answer) else mention.identification
        return mention.identification

    @staticmethod
    def _is_part(query: Query, answer: Answer) -> bool:
        return answer.character.part_of is not None and answer.character.first.head == query.mention.head

    def _owner_is_named(self, mention: Mention, answer: Answer) -> bool:
        if mention.owner is None:
            return False
        is_pronoun = self._doc[mention.owner].lower_ in {"his", "her", "its", "their"}
        return is_pronoun or (answer.owner is not None and answer.owner.is_named)

    def _assign_terms(
        self, queries: Sequence[Query | None], answers: Sequence[Answer | None], kinds: Sequence[SourceKind]
    ) -> dict[int, Span]:
        found: dict[int, Span] = {}
        for sentence, ranges in enumerate(self._terms):
            for start, end in ranges:
                index = self._whose((start, end), sentence, queries, answers, kinds)
                if index is not None and index not in found:
                    found[index] = syntax.span_of(self._doc, start, end)
        return found

    def _whose(
        self, terms: tuple[int, int], sentence: int, queries: Sequence[Query | None], answers: Sequence[Answer | None],
        kinds: Sequence[SourceKind],
    ) -> int | None:  # fmt: skip
        """The unnamed source that stands nearest to a statement of terms, before it rather than after it."""
        token, end = terms
        # "They spoke on condition ...": said of several, so of the last source that is several.
        several = self._doc[self._starts[sentence]].lower_ == "they"
        # "The aid worker asked not to be named": said of the one called so.
        called = {t.lower_ for t in self._doc[self._starts[sentence] : token] if t.pos_ == "NOUN"}
        nearest: list[tuple[tuple[int, int], int]] = []
        for back in range(min(_TERMS_REACH, sentence + 1)):
            near = [
                ((0, token - q.mention.end) if q.mention.start <= token else (1, q.mention.start - token), index)
                for index in self._by_sentence.get(sentence - back, ())
                if (q := queries[index]) is not None and (a := answers[index]) is not None
                and self._sentence(q.mention.start) == sentence - back
                # "Who asked not to be named" may have been read as an attribution of its own.
                and not any(token <= i < end for i in self._drafts[index].cue)
                and self._identification(q, a) != "named" and kinds[index] in {"person", "group", "unknown"}
            ]  # fmt: skip
            nearest = nearest or near
            again = [item for item in near if (q := queries[item[1]]) is not None and q.mention.nouns & called]
            fitting = again or [item for item in near if not several or kinds[item[1]] == "group"]
            if fitting:
                return min(fitting)[1]
        return min(nearest)[1] if nearest else None

    # -- records -------------------------------------------------------------------------------------------------

    def _source(
        self, index: int, query: Query, answer: Answer, kept: tuple[int, ...], kinds: Sequence[SourceKind],
        tokens: Sequence[tuple[int, ...]], reason: Span | None, ids: dict[int, str],
    ) -> Source:  # fmt: skip
        draft, mention = self._drafts[index], query.mention
        kind, identification = kinds[index], self._identification(query, answer)
        via = self._via(index, kinds, tokens)
        basis = mention
        if (
            mention.form in {"pronoun", "relative"}
            or (answer.linked and mention.determiner == "definite")
            or self._is_part(query, answer)
        ):
            basis = answer.antecedent or mention
        sentence_end = self._range(self._sentence(draft.cue[-1] if draft.cue else kept[-1]))[1]
        # What somebody quotes another as saying was not said to the press, unless the text says so.
        heard = draft.parent is None or via is not None or self._reports(self._drafts[draft.parent])
        anonymous = reason is not None or (
            heard
            and self._reader.is_anonymous(
                basis, kind, identification, draft.cue, sentence_end, relayed=via is not None and draft.parent is None
            )
        )
        resolved = None
        if answer.antecedent is not None and (kind != "place" or mention.form in {"pronoun", "relative"}):
            resolved = self._mention_span(answer.antecedent)
        unnamed = identification != "named"
        return Source(
            spans=syntax.spans_of(self._doc, kept),
            kind=kind,
            identification=identification,
            anonymous=anonymous and unnamed,
            anonymity_reason=reason,
            resolved=resolved,
            via=via,
            entity=ids[id(answer.character)],
            count=self._count(mention, answer.character, kind),
            descriptors=self._descriptors(mention, basis) if unnamed else (),
        )

    @staticmethod
    def _count(mention: Mention, character: Character, kind: SourceKind) -> int | None:
        count = character.size if mention.form in {"pronoun", "relative"} else mention.size
        return 1 if count is None and kind == "person" else count

    def _descriptors(self, mention: Mention, basis: Mention) -> tuple[Span, ...]:
        ranges = mention.descriptors or basis.descriptors
        return tuple(syntax.span_of(self._doc, start, end) for start, end in ranges)

    def _mention_span(self, mention: Mention) -> Span:
        start, end = syntax.trim(self._doc, mention.start, mention.end)
        while start < end - 1 and self._doc[start].pos_ == "ADP":
            start += 1
        # A mention of punctuation alone stays as it is.
        return syntax.span_of(self._doc, *((start, end) if start < end else (mention.start, mention.end)))

    def _via(self, index: int, kinds: Sequence[SourceKind], tokens: Sequence[tuple[int, ...]]) -> Span | None:
        draft = self._drafts[index]
        own = set(tokens[index])
        sentence = self._sentence(draft.cue[0] if draft.cue else draft.source[0])
        best: tuple[int, Relay] | None = None
        for relay in self._relays_in(sentence):
            distance = self._distance(index, relay)
            if (
                distance is not None
                and not own & set(range(relay.start, relay.end))
                and (best is None or distance < best[0])
            ):
                best = (distance, relay)
        if best is not None:
            return syntax.span_of(self._doc, best[1].start, best[1].end)
        parent = draft.parent
        for _ in range(len(self._drafts)):
            if parent is None:
                return None
            if kinds[parent] == "media" and tokens[parent] and kinds[index] != "media":
                return syntax.spans_of(self._doc, tokens[parent])[0]
            parent = self._drafts[parent].parent
        return None

    def _distance(self, index: int, relay: Relay) -> int | None:
        """How far the telling word stands from the draft it belongs to; ``None`` where it belongs to another."""
        draft = self._drafts[index]
        if relay.trigger in draft.cue:
            return 0
        offset = self._doc[relay.trigger].idx
        if any(span.start <= offset < span.end for span in draft.content):
            return None
        others = [self._drafts[i] for i in self._by_sentence.get(self._sentence(relay.trigger), ())]
        if any(relay.trigger in other.cue for other in others):
            return None
        anchors = (*draft.cue, *draft.source)
        mine = min(abs(relay.trigger - i) for i in anchors)
        for other in others:
            closest = min((abs(relay.trigger - i) for i in (*other.cue, *other.source)), default=mine)
            if closest < mine and other.source != draft.source:
                return None
        return mine

    def _number(self, queries: Sequence[Query | None], answers: Sequence[Answer | None]) -> dict[int, str]:
        order = sorted(
            (
                (q.mention.start, id(a.character))
                for q, a in zip(queries, answers, strict=True)
                if q is not None and a is not None
            ),
            key=itemgetter(0),
        )
        return {key: f"S{n}" for n, key in enumerate(dict.fromkeys(key for _, key in order), 1)}
