"""Attributions by a preposition: "according to the ministry", "in the words of one diplomat", "per court records"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees.syntax import (
    NAME_PART,
    NOMINAL,
    governor,
    noun_phrase,
    own_subject,
    prepositional_objects,
)
from attribution.interpret.vocabulary import Vocabulary
from attribution.lexicons import CueLexicon
from attribution.snapshot import words_in

# "As told to a reporter" names who listened.
_ACCORDING: Final = ["according", "to"]
_AT_THE_FRONT: Final = frozenset({",", "(", "–", "—", "-", ";"})
_ACCOUNTS: Final = frozenset({"account", "accounts", "admission", "estimate", "estimates", "reckoning", "telling"})
_LONGEST_ACCOUNT: Final = 8
_MEASURES: Final = frozenset(
    "acre annum barrel capita cent day dollar family game head hour household hundred kilo kilogram kilometer "
    "kilometre litre liter match mile minute month night ounce person pound share student thousand ton tonne unit user "
    "vehicle voter week year".split()
)


def with_prepositional(doc: Doc, frames: Sequence[Frame], cues: CueLexicon, speakers: Vocabulary) -> list[Frame]:
    """Add the frames of prepositions that name a source, with the clause that each stands in as its content.

    Args:
        doc: A Doc with tags and a tree.
        frames: The attributions found so far; one whose cue is but a part of such a preposition gives way.
        cues: The cue lexicon.
        speakers: Nouns for those who can speak; "per" is a rate before all others.
    """
    owners = {index: number for number, frame in enumerate(frames) for index in frame.cue}
    kept = dict(enumerate(frames))
    added = []
    for found in _find(doc, cues, speakers):
        numbers = {owners[index] for index in found.cue if index in owners}
        if all(len(frames[number].cue) < len(found.cue) for number in numbers):
            added.append(found)
            for number in numbers:
                kept.pop(number, None)
    return [*kept.values(), *added]


def _find(doc: Doc, cues: CueLexicon, speakers: Vocabulary) -> Iterator[Frame]:
    phrases = _by_first_word(cues)
    words = words_in(doc)
    for index in words.word_places.of(phrases):
        word = words.words[index]
        cue = next((c for c in phrases[word] if words.words[index : index + len(c)] == c), None)
        if cue is None or (word == "per" and not _names_source(doc[index], speakers)):
            continue
        frame = _frame(doc, tuple(range(index, index + len(cue))))
        if frame is not None:
            yield frame
    for index in words.word_places.of(_ACCOUNTS):
        own = _own_account(doc[index])
        if own is not None:
            yield own


def _own_account(noun: Token) -> Frame | None:
    """Read "by his own account", "by Li's own admission": who is said to say so stands inside the cue."""
    doc = noun.doc
    before = range(noun.i - 2, max(-1, noun.i - _LONGEST_ACCOUNT), -1)
    by = next((doc[i] for i in before if doc[i].lower_ == "by"), None)
    if by is None or doc[noun.i - 1].lower_ != "own":
        return None
    source = tuple(i for i in range(by.i + 1, noun.i - 1) if doc[i].tag_ != "POS")
    verb = governor(noun)
    if not source or verb.i == noun.i:
        return None
    subject = own_subject(verb)
    if subject is not None and subject.i > noun.i and doc[source[0]].tag_ == "PRP$":
        # "By his own account, Reyes slept".
        source = tuple(range(*noun_phrase(subject)))
    content = [t.i for t in verb.subtree if not by.i <= t.i <= noun.i and not t.is_space]
    return Frame((by.i, noun.i - 1, noun.i), source, tuple(content), origin="grammar") if content else None


@lru_cache(maxsize=8)
def _by_first_word(cues: CueLexicon) -> Mapping[str, list[list[str]]]:
    """Return the words of the cues by the first of them, longest first."""
    found: dict[str, list[list[str]]] = {}
    for entry in cues.of_kind("preposition"):
        for phrase in entry.phrases:
            words = phrase.lower().split()
            if words[-1] != "to" or words == _ACCORDING:
                found.setdefault(words[0], []).append(words)
    return {first: sorted(phrases, key=len, reverse=True) for first, phrases in found.items()}


def _names_source(per: Token, speakers: Vocabulary) -> bool:
    """Tell "per the ministry", at the front of a clause or after a comma, from "per year"."""
    doc = per.doc
    noun = per.head if per.dep_ == "case" else next((o for _, o in prepositional_objects(per)), None)
    if noun is None or noun.i < per.i or noun.lemma_.lower() in _MEASURES or noun.pos_ == "NUM":
        return False
    if not per.is_sent_start and doc[per.i - 1].text not in _AT_THE_FRONT and not doc[per.i - 1].is_space:
        return False
    start, _ = noun_phrase(noun)
    return noun.pos_ == "PROPN" or speakers.noun(list(doc[max(start, per.i + 1) : noun.i + 1])) is not None


def _frame(doc: Doc, cue: tuple[int, ...]) -> Frame | None:
    """Return the frame of a cue: the noun phrase after it and the clause that the phrase stands in."""
    first, last = doc[cue[0]], doc[cue[-1]]
    if last.i + 1 >= len(doc):
        return None
    noun = _governed(first, last)
    if noun is None or noun.pos_ not in NOMINAL or noun.i <= last.i:
        return None
    if noun.dep_ in NAME_PART and noun.head.i > noun.i:
        noun = noun.head  # "per Statistics | Canada"
    start, end = noun_phrase(noun)
    start = max(start, last.i + 1)
    top = noun
    while top.head.i != top.i and first.i <= top.head.i < end:
        top = top.head
    verb = governor(top)
    if verb.i == top.i or first.i <= verb.i < end:
        return None
    left_out = {*range(first.i, end)}
    content = [t.i for t in verb.subtree if t.i not in left_out and not t.is_space]
    # The conjunction before "that, according to two aides, ..." belongs to what holds both.
    while content and content[0] < first.i and doc[content[0]].dep_ in {"mark", "cc", "punct"}:
        content.pop(0)
    return Frame(cue, tuple(range(start, end)), tuple(content), origin="grammar") if content else None


def _governed(first: Token, last: Token) -> Token | None:
    """Return the noun that the last word of a prepositional cue governs."""
    for token in (last, first):
        if token.dep_ == "case" and token.head.i > last.i:
            return token.head
        below = next((noun for _, noun in prepositional_objects(token) if noun.i > last.i), None)
        if below is not None:
            return below
    return next((child for child in first.children if child.i > last.i and child.pos_ in NOMINAL), None)
