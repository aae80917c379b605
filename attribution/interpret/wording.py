"""Loaded wording: expressions that carry an evaluation, or invite one.

Two readers look at each word. The lexicon knows expressions that are loaded wherever they stand, and others that are
loaded at times; the encoder gives each word in its context a probability. A word counts when the lexicon is sure, when
both agree, or when the encoder alone is very sure. Names and words of identity (nation, religion, party, gender) never
count by themselves. Kinds follow the annotation guide, which follows Recasens et al. 2013 where it is silent. Not
found: slant by choice of facts, by order, or by what is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from attribution.interpret import syntax
from attribution.interpret.draft import Draft
from attribution.interpret.identity import is_identity, is_identity_word
from attribution.interpret.quotes import Quotation
from attribution.interpret.readings import Readings
from attribution.interpret.reporting import frames_its_source
from attribution.interpret.scare_quotes import find_scare_quotes
from attribution.interpret.stretches import Cover
from attribution.lexicons import LexiconMatcher, LoadedEntry, Match, in_headline
from attribution.report.records import Loaded, LoadedKind, Voice

CONTENT: Final = frozenset({"NOUN", "VERB", "ADJ", "ADV", "INTJ"})
"""Parts of speech of the words that can be loaded."""

_SHORTEST: Final = 3
_LONGEST_RUN: Final = 4
# No reading is surer than this, so that log odds stay finite.
_SURE_NOT: Final = 1e-4
# A label that is an adjective takes the group it is put on with it: "extremist groups".
_LABELLED: Final = frozenset({
    "group", "organization", "organisation", "faction", "movement", "force", "leader", "element", "network", "cell",
    "party", "ideology", "fighter", "militia", "politician", "government", "outfit"
})  # fmt: skip


@frozen
class WordingSettings:
    """How sure the encoder must be; all probabilities in [0, 1].

    The defaults were chosen on the fifth of BABE that is kept out of training.

    ``alone``: for a word that no lexicon entry covers. ``with_lexicon``: for an entry that is loaded at times only.
    ``joined``: for a further word of an expression that has a word over ``alone``. ``tone``, at least 0: how far the
    reading of the whole sentence moves that of its words, 0 = not at all. The log odds of a word grow by ``tone`` times
    those of the sentence, so a sentence that could be either way (0.5) moves nothing.
    """

    alone: float = 0.48
    with_lexicon: float = 0.28
    joined: float = 0.59
    tone: float = 0.4


DEFAULT: Final = WordingSettings()


@frozen
class _Found:
    start: int
    end: int
    kind: LoadedKind
    confidence: float


def find_loaded(
    doc: Doc,
    readings: Readings,
    quotations: Sequence[Quotation],
    matcher: LexiconMatcher,
    drafts: Sequence[Draft] = (),
    settings: WordingSettings = DEFAULT,
) -> tuple[Loaded, ...]:
    """Find the loaded expressions of a text.

    Args:
        doc: A Doc with tags, lemmas, a tree and sentences.
        readings: What the encoder says of loaded words and of the tone of sentences; empty where there is no encoder.
        quotations: The quotations of the text.
        matcher: The lexicon of loaded wording, prepared for the vocabulary of the Doc.
        drafts: The attributions found; they tell cues from other verbs and quotations from scare quotes.
        settings: The thresholds.

    Returns:
        The expressions in the order of the text, without overlaps. ``confidence`` in [0, 1]: 1 where the lexicon is
        sure, else the encoder's probability. ``voice`` is ``source`` inside a direct quotation.
    """
    probabilities = readings.loading if len(readings.loading) == len(doc) else np.zeros(len(doc), np.float32)
    if readings.tone is not None and len(readings.tone) == len(doc):
        probabilities = _in_tone(probabilities, readings.tone, settings.tone)
    cues = frozenset(index for draft in drafts for index in draft.cue)
    found = [_expression(doc, match, probabilities, cues, settings) for match in matcher(doc)]
    kept = _without_overlaps([item for item in found if item is not None])
    taken = {index for item in kept for index in range(item.start, item.end)}
    words = _Words(doc, probabilities, readings.capitals, settings.joined)
    kept.extend(_read_by_encoder(words, taken, cues, settings))
    scare_quotes = find_scare_quotes(doc, quotations, drafts)
    scared = {index for start, end in scare_quotes for index in range(start, end)}
    quoted = Cover((quotation.start, quotation.end) for quotation in quotations)
    kept = [item for item in kept if scared.isdisjoint(range(item.start, item.end))]
    kept.extend(_Found(start, end, "distancing", 0.9) for start, end in scare_quotes)
    return tuple(
        Loaded(
            syntax.span_of(doc, item.start, item.end),
            item.kind,
            "writer" if item.start in scared else _voice(doc[item.start], quoted),
            round(item.confidence, 2),
        )
        for item in sorted(kept, key=lambda item: item.start)
    )


def _in_tone(probabilities: NDArray[np.float32], tone: NDArray[np.float32], strength: float) -> NDArray[np.float32]:
    """Return the probabilities of words given that of their sentence, as a prior: log odds add up."""
    odds = _log_odds(probabilities) + strength * _log_odds(tone)
    return np.asarray(1.0 / (1.0 + np.exp(-odds)), np.float32)


def _log_odds(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    inside = np.clip(probabilities, _SURE_NOT, 1.0 - _SURE_NOT)
    return np.asarray(np.log(inside / (1.0 - inside)), np.float32)


def _expression(
    doc: Doc,
    match: Match,
    probabilities: NDArray[np.float32],
    cues: frozenset[int],
    settings: WordingSettings,
) -> _Found | None:
    """The loaded expression that a lexicon match is, or ``None`` where it is none in its context."""
    entry = match.entry
    if not isinstance(entry, LoadedEntry) or _is_name(doc, match):
        return None
    highest = float(probabilities[match.start : match.end].max())
    if not entry.sure and highest < settings.with_lexicon:
        return None
    if entry.kind == "reporting" and doc[match.start].pos_ == "VERB" and not frames_its_source(doc[match.start], cues):
        return None
    end = match.end
    if entry.kind == "label" and doc[end - 1].dep_ in {"amod", "compound"}:
        head = doc[end - 1].head
        if head.i == end and head.lemma_.lower() in _LABELLED:
            end += 1
    return _Found(match.start, end, entry.kind, 1.0 if entry.sure else max(highest, settings.with_lexicon))


def _is_name(doc: Doc, match: Match) -> bool:
    """Say whether a match is (part of) a name or identifies somebody: "Black Mob Records", "the Terrible"."""
    tokens = doc[match.start : match.end]
    if not in_headline(doc, match.start) and all(token.ent_type_ and token.pos_ == "PROPN" for token in tokens):
        # A label may be written and read as if it were a name ("the Takfiris"), but is then all of it.
        before = match.start > 0 and doc[match.start - 1].ent_type_
        after = match.end < len(doc) and doc[match.end].ent_type_
        return bool(match.entry.kind != "label" or before or after)
    return len(tokens) == 1 and is_identity_word(tokens[0])


def _read_by_encoder(
    words: _Words, taken: set[int], cues: frozenset[int], settings: WordingSettings
) -> Iterator[_Found]:
    """Words that no entry covers and the encoder takes for loaded; neighbours make one expression."""
    doc, probabilities, index = words.doc, words.probabilities, 0
    for start in np.flatnonzero(probabilities >= settings.joined).tolist():
        if start < index or start in taken or not words.is_over(start):
            continue
        index = start
        while index < len(doc) and index - start < _LONGEST_RUN and index not in taken and (
            words.is_over(index) or words.is_joint(index)
        ):  # fmt: skip
            index += 1
        highest = float(probabilities[start:index].max())
        if highest >= settings.alone:
            yield _Found(start, index, _kind_of(doc[start:index].root, cues), highest)


@frozen(eq=False)
class _Words:
    """The words of a Doc, the probability that each is loaded, and how high it must be."""

    doc: Doc
    probabilities: NDArray[np.float32]
    capitals: NDArray[np.bool_]
    threshold: float

    def is_over(self, index: int) -> bool:
        """Say whether the encoder takes a word for loaded that may be."""
        token = self.doc[index]
        if float(self.probabilities[index]) < self.threshold or len(token) < _SHORTEST or token.like_num:
            return False
        if index < len(self.capitals) and self.capitals[index]:
            # Tags and entities see names where there are none; only where both do is it one.
            return not (is_identity_word(token) or (token.ent_type_ and token.pos_ == "PROPN"))
        return token.pos_ in CONTENT and not is_identity(token)

    def is_joint(self, index: int) -> bool:
        """Say whether a hyphen here joins two words that both are over the threshold."""
        doc = self.doc
        return (
            doc[index].text in {"-", "\u2010", "\u2011"}
            and index + 1 < len(doc)
            and not doc[index].whitespace_
            and self.is_over(index + 1)
        )


def _kind_of(token: Token, cues: frozenset[int]) -> LoadedKind:
    """The kind that the part of speech suggests for a word that is in no lexicon."""
    if token.pos_ == "ADV":
        return "intensifier"
    if token.pos_ == "VERB" and token.i in cues:
        return "reporting"
    return "evaluative"


def _without_overlaps(found: Sequence[_Found]) -> list[_Found]:
    """Keep the longest of overlapping expressions; of equals the surer, then the first."""
    kept: list[_Found] = []
    taken: set[int] = set()
    for item in sorted(found, key=lambda item: (item.start - item.end, -item.confidence, item.start)):
        tokens = range(item.start, item.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(item)
    return kept


def _voice(token: Token, quoted: Cover) -> Voice:
    return "source" if quoted.touches(token.idx, token.idx + 1) else "writer"
