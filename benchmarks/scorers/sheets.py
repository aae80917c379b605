"""How well a whole report agrees with an article annotated by hand.

* Sentences: F1 of exact spans, white space at the ends left out.
* Attributions: as in :mod:`benchmarks.scorers.attributions`.
* Labels: accuracy over the gold attributions whose cue a prediction overlaps; of several, the one with the best
  Jaccard of contents. ``resolved`` is counted where the gold resolves, and right when one mention's text contains the
  other's, case ignored; ``via`` and ``anonymity_reason`` are right when both are absent or they overlap; ``parent``
  when the cues of the parents overlap or both are absent.
* Hedges and loaded wording: F1 of spans matched one to one when they overlap; their kinds are judged on the pairs.
* Claims found: share of gold claims with a predicted claim of Jaccard at least 0.5; level right: share of all gold
  claims that are found with the right level of sourcing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from attrs import field, frozen

from benchmarks.scorers.attributions import MIN_JACCARD, AttributionScores, score_attributions
from benchmarks.scorers.counts import Counts, Share
from benchmarks.scorers.spans import Piece, Pieces, characters, jaccard, match, overlap
from benchmarks.sheets import Mark, Sheet, SheetAttribution

_PLAIN_LABELS: Final = ("identification", "kind", "anonymous", "stance", "cue_kind", "quotation")
LABELS: Final = (*_PLAIN_LABELS, "resolved", "via", "anonymity_reason", "parent")


@frozen
class SheetScores:
    """Scores of one or many articles; they add up. All figures: higher is better."""

    sentences: Counts = Counts()
    attributions: AttributionScores = field(factory=AttributionScores)
    labels: Mapping[str, Share] = field(factory=dict)
    hedges: Counts = Counts()
    hedge_kinds: Share = Share()
    loaded: Counts = Counts()
    loaded_kinds: Share = Share()
    voices: Share = Share()
    claims: Share = Share()
    levels: Share = Share()

    def __add__(self, other: SheetScores) -> SheetScores:
        return SheetScores(
            self.sentences + other.sentences,
            self.attributions + other.attributions,
            {label: self.labels.get(label, Share()) + other.labels.get(label, Share()) for label in LABELS},
            self.hedges + other.hedges,
            self.hedge_kinds + other.hedge_kinds,
            self.loaded + other.loaded,
            self.loaded_kinds + other.loaded_kinds,
            self.voices + other.voices,
            self.claims + other.claims,
            self.levels + other.levels,
        )


def score_sheet(predicted: Sheet, gold: Sheet) -> SheetScores:
    """Compare a predicted sheet with the gold one of the same text."""
    hedge_pairs = _mark_pairs(predicted.hedges, gold.hedges)
    loaded_pairs = _mark_pairs(predicted.loaded, gold.loaded)
    found, level_right = _claims(predicted, gold)
    return SheetScores(
        Counts.of_sets(_stripped(predicted), _stripped(gold)),
        score_attributions(gold.text, predicted.attributions, gold.attributions),
        _labels(predicted, gold),
        Counts(len(hedge_pairs), len(predicted.hedges), len(gold.hedges)),
        _share(one.kind == other.kind for one, other in hedge_pairs),
        Counts(len(loaded_pairs), len(predicted.loaded), len(gold.loaded)),
        _share(one.kind == other.kind for one, other in loaded_pairs),
        _share(one.voice == other.voice for one, other in loaded_pairs),
        found,
        level_right,
    )


def _stripped(sheet: Sheet) -> set[Piece]:
    spans = set()
    for start, end in sheet.sentences:
        words = sheet.text[start:end]
        spans.add((start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())))
    return spans


def _share(answers: Iterable[bool]) -> Share:
    found = list(answers)
    return Share(sum(found), len(found))


def _mark_pairs(predicted: tuple[Mark, ...], gold: tuple[Mark, ...]) -> list[tuple[Mark, Mark]]:
    return [(predicted[p], gold[g]) for p, g in match(predicted, gold, _marks_overlap)]


def _marks_overlap(one: Mark, other: Mark) -> bool:
    return overlap(one.span, other.span)


def aligned(predicted: Sheet, gold: Sheet) -> list[tuple[SheetAttribution, SheetAttribution]]:
    """Pair each gold attribution whose cue is overlapped with the prediction of best content; (predicted, gold)."""
    pairs = []
    for wanted in gold.attributions:
        candidates = [item for item in predicted.attributions if overlap(item.cue, wanted.cue)]
        if candidates:
            content = characters(gold.text, wanted.content)
            best = max(candidates, key=_content_jaccard(gold.text, content))
            pairs.append((best, wanted))
    return pairs


def _content_jaccard(text: str, content: frozenset[int]) -> Callable[[SheetAttribution], float]:
    def of(item: SheetAttribution) -> float:
        return jaccard(characters(text, item.content), content)

    return of


def _labels(predicted: Sheet, gold: Sheet) -> dict[str, Share]:
    answers: defaultdict[str, list[bool]] = defaultdict(list)
    found_cues = {item.id: item.cue for item in predicted.attributions}
    gold_cues = {item.id: item.cue for item in gold.attributions}
    for found, wanted in aligned(predicted, gold):
        for label in _PLAIN_LABELS:
            answers[label].append(getattr(found, label) == getattr(wanted, label))
        if wanted.resolved is not None:
            answers["resolved"].append(same_mention(found.resolved, wanted.resolved))
        answers["via"].append(_same_place(found.via, wanted.via))
        answers["anonymity_reason"].append(_same_place(found.anonymity_reason, wanted.anonymity_reason))
        answers["parent"].append(
            _same_place(found_cues.get(found.parent or "", ()), gold_cues.get(wanted.parent or "", ()))
        )
    return {label: _share(answers[label]) for label in LABELS}


def same_mention(one: str | None, other: str) -> bool:
    """Whether one mention's text contains the other's, case ignored."""
    if not one:
        return False
    one, other = one.lower(), other.lower()
    return one in other or other in one


def _same_place(one: Pieces, other: Pieces) -> bool:
    return overlap(one, other) if one and other else not one and not other


def _claims(predicted: Sheet, gold: Sheet) -> tuple[Share, Share]:
    candidates = [(characters(gold.text, claim.spans), claim.level) for claim in predicted.claims]
    found, level_right = [], []
    for wanted in gold.claims:
        target = characters(gold.text, wanted.spans)
        best, level = max(((jaccard(c, target), level) for c, level in candidates), default=(0.0, ""))
        found.append(best >= MIN_JACCARD)
        level_right.append(best >= MIN_JACCARD and level == wanted.level)
    return _share(found), _share(level_right)
