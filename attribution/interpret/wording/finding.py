"""Loaded wording: expressions that carry an evaluation, or invite one.

Two readers look at each word. The lexicon knows expressions that are loaded wherever they stand, and others that are
loaded at times; the encoder gives each word in its context a probability. A word counts when the lexicon is sure, when
both agree, or when the encoder alone is very sure. Names, words of identity (nation, religion, party, gender) and the
plain words for violent events never count by themselves. Kinds follow the annotation guide, which follows Recasens et
al. 2013 where it is silent. Not found: slant by choice of facts, by order, or by what is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from attribution.interpret.draft import Draft
from attribution.interpret.readings import Readings
from attribution.interpret.text.quotes import Quotation
from attribution.interpret.text.stretches import Cover
from attribution.interpret.trees import syntax
from attribution.interpret.wording.identity import is_identity_word
from attribution.interpret.wording.loaded_words import DEFAULT, LoadedWords, WordingSettings
from attribution.interpret.wording.reporting import frames_its_source
from attribution.interpret.wording.scare_quotes import find_scare_quotes
from attribution.lexicons import LexiconMatcher, LoadedEntry, Match, in_headline
from attribution.report.records import Loaded, LoadedKind, Voice
from attribution.snapshot import span_in

# A label that is an adjective takes the group it is put on with it: "extremist groups".
_LABELLED: Final = frozenset({
    "group", "organization", "organisation", "faction", "movement", "force", "leader", "element", "network", "cell",
    "party", "ideology", "fighter", "militia", "politician", "government", "outfit"
})  # fmt: skip


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
    words = LoadedWords.of(doc, readings, settings)
    cues = frozenset(index for draft in drafts for index in draft.cue)
    found = [_expression(doc, match, words.probabilities, cues, settings) for match in matcher(doc)]
    kept = _without_overlaps([item for item in found if item is not None])
    taken = {index for item in kept for index in range(item.start, item.end)}
    read = [*words.runs(taken)]
    read += words.standouts({*taken, *(index for start, end in read for index in range(start, end))})
    kept.extend(_Found(*run, _kind_of(span_in(doc, *run).root, cues), words.highest(*run)) for run in read)
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
