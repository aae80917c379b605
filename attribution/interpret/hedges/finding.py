"""Hedges: where the writer, or a source, does not commit fully.

The words come from the hedge lexicon; whether they hedge where they stand is tested in
:mod:`attribution.interpret.hedges.contexts`. Kinds and spans follow the annotation guide, which follows the Szeged
uncertainty categories (Szarvas et al. 2012) where it is silent. Not found: hedging by intonation of a whole sentence,
irony, questions, and words that hedge only in a trade ("in theory" of a physicist).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen
from spacy.tokens import Doc

from attribution.interpret.draft import Draft
from attribution.interpret.hedges.contexts import in_context
from attribution.interpret.hedges.weasels import Ascribed
from attribution.interpret.trees import syntax
from attribution.lexicons import HedgeEntry, LexiconMatcher
from attribution.report.records import Hedge

# How sure a hedge is: plain words, words that passed a test of their context, quantified subjects.
_PLAIN: Final = 1.0
_TESTED: Final = 0.9
_QUANTIFIED: Final = 0.7


@frozen
class _Candidate:
    start: int
    end: int
    entry: HedgeEntry


def find_hedges(doc: Doc, matcher: LexiconMatcher, drafts: Sequence[Draft] = ()) -> tuple[Hedge, ...]:
    """Find the hedges of a text.

    Args:
        doc: A Doc with tags, lemmas, a tree and sentences.
        matcher: The hedge lexicon, prepared for the vocabulary of the Doc.
        drafts: The attributions found; a belief verb that is a cue, and the vague source of one, are hedges.

    Returns:
        The hedges in the order of the text, without overlaps. Their confidence in [0, 1] is 1 for words that hedge
        wherever they stand, less for those that needed their context.
    """
    ascribed = Ascribed(
        cues=frozenset(index for draft in drafts for index in draft.cue),
        sources=frozenset(index for draft in drafts for index in draft.source),
    )
    candidates: list[_Candidate] = []
    for match in matcher(doc):
        if all(doc[index].pos_ == "PROPN" for index in range(match.start, match.end)):
            continue
        found = in_context(doc, match, ascribed)
        if found is not None and isinstance(match.entry, HedgeEntry):
            candidates.append(_Candidate(*found, match.entry))
    return tuple(
        Hedge(syntax.span_of(doc, candidate.start, candidate.end), candidate.entry.kind, _confidence(candidate.entry))
        for candidate in _without_overlaps(candidates)
    )


def _without_overlaps(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Keep the longest of overlapping candidates; of equals the first."""
    kept: list[_Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda item: (item.start - item.end, item.start)):
        tokens = range(candidate.start, candidate.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(candidate)
    return sorted(kept, key=lambda item: item.start)


def _confidence(entry: HedgeEntry) -> float:
    if entry.context == "anywhere":
        return _PLAIN
    return _QUANTIFIED if entry.context == "quantified_source" else _TESTED
