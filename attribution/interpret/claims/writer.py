"""What the writer says in the writer's own voice: a sentence less its attributions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.text.datelines import dateline_end
from attribution.interpret.text.stretches import Bounds, Stretches
from attribution.interpret.trees.clauses import Clause, has_own_subject, split_clauses
from attribution.interpret.trees.syntax import (
    ADVERBIAL_CLAUSE,
    AUXILIARY,
    CONJUNCT,
    OPEN_COMPLEMENT,
    PARATAXIS,
    SUBJECT,
    VERBAL,
)
from attribution.report.records import Attribution, Sentence

# What remains of a clause around its attributions is a claim only if it has so many words of its own.
_FEWEST_WORDS: Final = 4
_INNER: Final = AUXILIARY | OPEN_COMPLEMENT | {"cop"}
_SIDE_CLAUSE: Final = ADVERBIAL_CLAUSE | PARATAXIS
_BESIDE: Final = CONJUNCT | _SIDE_CLAUSE
_CONCESSIVE: Final = frozenset({"though", "although", "even", "while", "whereas", "but", "and", "as"})
# Without it the writer says something else: "the strike will end if the union says so".
_CONDITIONS: Final = frozenset({"if", "unless", "until"})
_WORD: Final = re.compile(r"[^\W\d_]{2,}|[A-Za-z]\b")


class WriterVoice:
    """Finds the propositions of each sentence for which nobody but the writer stands."""

    def __init__(self, doc: Doc, stretches: Stretches, attributions: Sequence[Attribution]) -> None:
        self._doc = doc
        self._stretches = stretches
        self._is_space = [token.is_space for token in doc]
        self._is_word = [token.is_alpha or any(map(str.isalnum, token.text)) for token in doc]
        self._content: set[int] = set()
        self._cues: set[int] = set()
        self._framing: set[int] = set()
        # For each token of a cue, the words that its attributions take: source, cue and content.
        self._taken: dict[int, set[int]] = {}
        for attribution in attributions:
            source = attribution.source
            cue = stretches.tokens((span.start, span.end) for span in attribution.cue)
            content = stretches.tokens((span.start, span.end) for span in attribution.content)
            said_by: list[int] = []
            if source is not None:
                extra = [span for span in (source.anonymity_reason, source.via) if span is not None]
                said_by = stretches.tokens((span.start, span.end) for span in (*source.spans, *extra))
            self._content.update(content)
            self._framing.update(cue, said_by)
            if attribution.content and attribution.cue_kind != "noun":
                self._cues.update(cue)
                for index in cue:
                    self._taken.setdefault(index, set()).update(cue, content)

    def propositions(self, number: int) -> Iterator[Bounds]:
        """Yield the stretches of each claim that the writer makes in sentence ``number``.

        A sentence without any claim, its attributions' contents included, yields itself, unless it only introduces a
        content that stands elsewhere, or states nothing ("Related:").
        """
        sentence = self._stretches.sentences[number]
        whole = ((sentence.start + dateline_end(sentence.text), sentence.end),)
        tokens = [index for index in self._stretches.tokens(whole) if not self._is_space[index]]
        if not tokens or self._states_nothing(sentence, tokens):
            return
        inside = set(tokens)
        found = False
        for clause in split_clauses(self._doc, tokens):
            for kept in self._own_words(clause, inside):
                spans = self._stretches.spans(kept, whole)
                if spans:
                    found = True
                    yield spans
        if not found and self._content.isdisjoint(inside) and self._cues.isdisjoint(inside):
            spans = self._stretches.trimmed(whole)
            if spans:
                yield spans

    def _states_nothing(self, sentence: Sentence, tokens: Sequence[int]) -> bool:
        if _WORD.search(sentence.text) is None:
            return True
        if sentence.kind != "heading" or any(self._doc[index].pos_ in VERBAL for index in tokens):
            return False
        return len(_WORD.findall(sentence.text)) <= 2 or sentence.text.endswith(":")

    def _own_words(self, clause: Clause, inside: set[int]) -> Iterator[list[int]]:
        free = [index for index in clause.tokens if index not in self._content and index not in self._framing]
        if not self._count(free):
            return
        if clause.head is None:
            untouched = self._content.isdisjoint(inside) and self._framing.isdisjoint(inside)
            if untouched or self._count(free) > len(clause.tokens) // 2:
                yield list(clause.tokens)
            return
        head = self._doc[clause.head]
        claimed = [verb for verb in self._predicates(head, inside) if not self._belongs_to_attribution(verb)]
        if head in claimed:
            kept = self._without_frames(clause, inside)
            if self._count(kept) >= min(_FEWEST_WORDS, self._count(clause.tokens)) or not self._content & inside:
                yield kept
            return
        for verb in claimed:
            kept = self._with_subject(head, verb, inside)
            if self._count(kept) >= _FEWEST_WORDS:
                yield kept
        yield from self._side_clauses(clause, inside)

    def _predicates(self, head: Token, inside: set[int]) -> Iterator[Token]:
        """Yield the head of a clause and the verbs coordinated with it that share its subject."""
        yield head
        for child in head.children:
            joined = child.i in inside and child.dep_ in CONJUNCT and child.pos_ in VERBAL
            if joined and not has_own_subject(child, inside):
                yield from self._predicates(child, inside)

    def _belongs_to_attribution(self, verb: Token) -> bool:
        """Tell whether a verb is a cue, or stands in a content."""
        if verb.i in self._content or verb.i in self._cues:
            return True
        return any(child.i in self._cues for child in verb.children if child.dep_ in _INNER)

    def _without_frames(self, clause: Clause, inside: set[int]) -> list[int]:
        """Take out of a clause the attributions that hang beside its predicate ("..., warning that ...")."""
        dropped: set[int] = set()
        for index in self._cues.intersection(clause.tokens) - self._content:
            token = self._doc[index]
            if token.dep_ in _BESIDE and not _is_condition(token):
                dropped.update(below.i for below in token.subtree)
                dropped.update(self._taken[index])
        dropped.discard(clause.head if clause.head is not None else -1)
        kept = [index for index in clause.tokens if index not in dropped]
        if dropped:
            kept = [index for run in _runs(kept) if self._is_worth(run, clause) for index in run]
        return _trim_edges(self._doc, kept)

    def _is_worth(self, run: Sequence[int], clause: Clause) -> bool:
        """Tell whether words between what was taken out are more than a shred of it."""
        return (
            clause.head in run or self._count([index for index in run if index not in self._framing]) >= _FEWEST_WORDS
        )

    def _with_subject(self, head: Token, verb: Token, inside: set[int]) -> list[int]:
        """Return a verb phrase together with the subject it shares with an attribution's cue."""
        phrase = {below.i for below in verb.subtree if below.i in inside and below.i not in self._content}
        for child in head.children:
            if child.dep_ in SUBJECT:
                phrase.update(below.i for below in child.subtree if below.i in inside)
        return _trim_edges(self._doc, sorted(phrase))

    def _side_clauses(self, clause: Clause, inside: set[int]) -> Iterator[list[int]]:
        """Yield the adverbial clauses with a subject of their own that no attribution covers."""
        taken: set[int] = set()
        for index in clause.tokens:
            token = self._doc[index]
            if index in taken or token.dep_ not in _SIDE_CLAUSE or not has_own_subject(token, inside):
                continue
            if self._belongs_to_attribution(token) or index in self._framing or _is_relative(token):
                continue
            subtree = [below.i for below in token.subtree if below.i in inside]
            free = [below for below in subtree if below not in self._content and below not in self._framing]
            if self._count(free) >= _FEWEST_WORDS and 2 * len(free) > len(subtree):
                taken.update(subtree)
                yield _trim_edges(self._doc, sorted(subtree), _CONCESSIVE)

    def _count(self, tokens: Iterable[int]) -> int:
        return sum(map(self._is_word.__getitem__, tokens))


def _runs(tokens: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for index in tokens:
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _is_condition(clause: Token) -> bool:
    return any(child.lower_ in _CONDITIONS and child.dep_ in {"mark", "advmod"} for child in clause.children)


def _is_relative(clause: Token) -> bool:
    return any(child.dep_ in SUBJECT and child.lower_ in {"who", "which", "that", "whom"} for child in clause.children)


def _trim_edges(doc: Doc, tokens: list[int], openers: frozenset[str] = frozenset({"and", "but", "or"})) -> list[int]:
    """Leave off conjunctions and commas at both ends of a phrase."""
    start, end = 0, len(tokens)
    while start < end and (doc[tokens[start]].lower_ in openers or doc[tokens[start]].text in ",;"):
        start += 1
    while end > start and (doc[tokens[end - 1]].lower_ in {"and", "but", "or"} or doc[tokens[end - 1]].text in ",;"):
        end -= 1
    return tokens[start:end]
