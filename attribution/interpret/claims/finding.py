"""Claims: the propositions that a text puts forward, and what bears on each.

Every content of an attribution is a claim, cut where it runs over sentences or coordinates clauses with subjects of
their own. What is left of a sentence when its attributions are taken out is a claim of the writer's, if it says
something by itself. The scores are empty here; :mod:`attribution.scoring` fills them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import field, frozen
from spacy.tokens import Doc

from attribution.interpret.claims.framing import with_framing
from attribution.interpret.claims.writer import WriterVoice
from attribution.interpret.text.stretches import Stretches, overlap, size
from attribution.interpret.trees.clauses import split_clauses
from attribution.interpret.trees.syntax import AUXILIARY
from attribution.report.records import Attribution, Claim, Hedge, Loaded, Score, Sentence, Span

_NO_SOURCING: Final = Score(0.0, "none", ())
_NO_LOADING: Final = Score(0.0, "neutral", ())
# Two contents that share so much of their characters are one.
_SAME: Final = 0.85
_ADVERBIAL: Final = frozenset({"adverb", "adjective"})
_BESIDE_CUE: Final = AUXILIARY | {"advmod", "neg"}
_LONGEST_CHAIN: Final = 32
_ANNOUNCES: Final = re.compile(r"(?:Here|How|What|Who|Why)\b(?: [^\s:]+){0,7}:")
# From the last character of a heading on: its colon, and the mark or number of the first item of a list.
_BEFORE_ITEM: Final = re.compile(r".?:\s*[\n\r]\s*(?:[-–*•●◦▪‣·]\s|\d{1,2}[.)]\s)")

Bounds = tuple[tuple[int, int], ...]


@frozen
class _Proposition:
    """A claim in the making: where it stands and the attributions whose content it is (none: the writer's)."""

    spans: Bounds
    attributions: tuple[Attribution, ...] = field(default=())


def find_claims(
    doc: Doc,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    hedges: Sequence[Hedge],
    loaded: Sequence[Loaded],
) -> tuple[Claim, ...]:
    """List the claims of a text.

    Args:
        doc: The Doc; its tree is used where it has one.
        sentences: Its sentences with their kinds; bylines and credits give no claim.
        attributions: Its attributions; ``parent`` gives the chain of each claim.
        hedges: Its hedges. A claim takes those inside it and those in the cue or source that introduce it.
        loaded: Its loaded expressions, taken in the same way; one that is in no claim goes to the nearest of its
            sentence.

    Returns:
        Claims in text order, the wider first where two start together, with empty scores.
    """
    stretches = Stretches(doc, sentences)
    known = {attribution.id: attribution for attribution in attributions}
    propositions = _merge(_contents(doc, stretches, attributions), known)
    writer = WriterVoice(doc, stretches, attributions)
    for number, sentence in enumerate(sentences):
        if _says_nothing(sentence) or _heads_list(doc.text, sentence):
            continue
        propositions.extend(_Proposition(spans) for spans in writer.propositions(number))
    propositions.sort(key=_by_position)
    expressions = _Found(
        _Expressions([hedge.span for hedge in hedges]),
        _Expressions([hedge.span if hedge.kind == "weasel" else None for hedge in hedges]),
        _Expressions([word.span for word in loaded]),
    )
    claims = [
        _claim(number, proposition, stretches, known, expressions)
        for number, proposition in enumerate(propositions, start=1)
    ]
    return with_framing(claims, loaded, stretches)


def _says_nothing(sentence: Sentence) -> bool:
    return sentence.kind in ("byline", "credit")


def _heads_list(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence is no more than the heading of a list: "Three things to know:"."""
    announces = sentence.kind == "heading" or _ANNOUNCES.fullmatch(sentence.text) is not None
    return announces and _BEFORE_ITEM.match(text, max(sentence.start, sentence.end - 1)) is not None


def _by_position(proposition: _Proposition) -> tuple[int, int, int]:
    return proposition.spans[0][0], -size(proposition.spans), len(proposition.attributions)


def _contents(doc: Doc, stretches: Stretches, attributions: Iterable[Attribution]) -> list[_Proposition]:
    propositions: list[_Proposition] = []
    for attribution in attributions:
        bounds = tuple((span.start, span.end) for span in attribution.content)
        for parts in stretches.by_sentence(bounds):
            if _says_nothing(stretches.sentences[stretches.sentence_at(parts[0][0])]):
                continue
            tokens = stretches.tokens(parts)
            clauses = split_clauses(doc, tokens)
            if len(clauses) < 2:
                spans = stretches.trimmed(parts)
                propositions.extend([_Proposition(spans, (attribution,))] if spans else [])
                continue
            for clause in clauses:
                spans = stretches.without_lone_marks(stretches.spans(clause.tokens, parts))
                if spans:
                    propositions.append(_Proposition(spans, (attribution,)))
    return propositions


def _merge(propositions: Iterable[_Proposition], known: dict[str, Attribution]) -> list[_Proposition]:
    """Make one claim of the same content under several cues."""
    merged: list[_Proposition] = []
    by_start: dict[int, list[int]] = {}
    for proposition in propositions:
        # Equal contents begin near each other; a coarse grid keeps the comparisons few in a long text.
        cell = proposition.spans[0][0] // 64
        near = [index for key in (cell - 1, cell, cell + 1) for index in by_start.get(key, ())]
        twin = next((index for index in near if _is_same(merged[index], proposition)), None)
        if twin is None:
            by_start.setdefault(cell, []).append(len(merged))
            merged.append(proposition)
        else:
            merged[twin] = _united(merged[twin], proposition, known)
    return merged


def _is_same(first: _Proposition, second: _Proposition) -> bool:
    """Compare two contents; that one of them also holds the other's source and cue makes them different."""
    one, other = first.attributions[-1], second.attributions[-1]
    first_spans = _less_own_cue(first.spans, other)
    second_spans = _less_own_cue(second.spans, one)
    if first_spans is None or second_spans is None:
        return False
    shared = overlap(first_spans, second_spans)
    return shared >= _SAME * (size(first_spans) + size(second_spans) - shared)


def _less_own_cue(spans: Bounds, other: Attribution) -> Bounds | None:
    """Take another attribution's cue out of a content, or return ``None`` if the other is a statement inside it."""
    cue = tuple((span.start, span.end) for span in other.cue)
    if not overlap(spans, cue):
        return spans
    if other.cue_kind not in _ADVERBIAL or (other.source is not None and other.source.spans):
        return None
    kept: list[tuple[int, int]] = list(spans)
    for start, end in cue:
        kept = [
            part
            for begin, stop in kept
            for part in ((begin, min(stop, start)), (max(begin, end), stop))
            if part[0] < part[1]
        ]
    return tuple(kept)


def _united(first: _Proposition, second: _Proposition, known: dict[str, Attribution]) -> _Proposition:
    wider = first if size(first.spans) >= size(second.spans) else second
    together = [*first.attributions, *(a for a in second.attributions if a not in first.attributions)]
    depths = {attribution.id: len(_chain(attribution, known)) for attribution in together}
    together.sort(key=lambda attribution: depths[attribution.id])
    return _Proposition(wider.spans, tuple(together))


def _chain(attribution: Attribution, known: dict[str, Attribution]) -> list[Attribution]:
    """Return an attribution with all those around it, outermost first."""
    chain = [attribution]
    while chain[-1].parent in known and len(chain) < _LONGEST_CHAIN:
        above = known[chain[-1].parent or ""]
        if above in chain:
            break
        chain.append(above)
    return chain[::-1]


class _Expressions:
    """The expressions of one sort, by position; what is ``None`` keeps its number, but is nowhere."""

    def __init__(self, spans: Sequence[Span | None]) -> None:
        self._spans = {index: span for index, span in enumerate(spans) if span is not None}
        self._cells: dict[int, list[int]] = {}
        for index, span in self._spans.items():
            for cell in range(span.start // 128, max(span.start, span.end - 1) // 128 + 1):
                self._cells.setdefault(cell, []).append(index)

    def inside(self, bounds: Bounds) -> set[int]:
        """Return the indices of the expressions of which at least half lies inside the bounds."""
        near: set[int] = set()
        for start, end in bounds:
            for cell in range(start // 128, end // 128 + 1):
                near.update(self._cells.get(cell, ()))
        spans = self._spans
        return {i for i in near if 2 * overlap(((spans[i].start, spans[i].end),), bounds) >= len(spans[i]) > 0}


@frozen
class _Found:
    """The expressions that may bear on a claim."""

    hedges: _Expressions
    weasels: _Expressions
    loaded: _Expressions


def _claim(
    number: int,
    proposition: _Proposition,
    stretches: Stretches,
    known: dict[str, Attribution],
    expressions: _Found,
) -> Claim:
    chain: list[str] = []
    for attribution in proposition.attributions:
        chain.extend(a.id for a in _chain(attribution, known) if a.id not in chain)
    # What hedges or colours the words that introduce a content bears on the content; of a source only that it is vague.
    cues = [bound for attribution in proposition.attributions for bound in _cue(attribution, stretches)]
    sources = tuple(bound for attribution in proposition.attributions for bound in _source(attribution))
    introduced = (*proposition.spans, *cues)
    hedges = expressions.hedges.inside(introduced) | expressions.weasels.inside(sources)
    loaded = expressions.loaded.inside((*introduced, *sources))
    return Claim(
        id=f"C{number}",
        spans=tuple(stretches.span(start, end) for start, end in proposition.spans),
        sentence=stretches.sentence_at(proposition.spans[0][0]),
        attributions=tuple(chain),
        hedges=tuple(sorted(hedges)),
        loaded=tuple(sorted(loaded)),
        sourcing=_NO_SOURCING,
        loading=_NO_LOADING,
    )


def _source(attribution: Attribution) -> Iterator[tuple[int, int]]:
    for span in attribution.source.spans if attribution.source is not None else ():
        yield span.start, span.end


def _cue(attribution: Attribution, stretches: Stretches) -> Iterator[tuple[int, int]]:
    """Yield the words of a cue, with its adverbs and auxiliaries."""
    for span in attribution.cue:
        yield span.start, span.end
    for index in stretches.tokens((span.start, span.end) for span in attribution.cue):
        for child in stretches.doc[index].children:
            if child.dep_ in _BESIDE_CUE:
                yield child.idx, child.idx + len(child.text)
