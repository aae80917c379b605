"""Loaded words beside the claims: what colours the frame of a sentence colours what the sentence says.

"In his characteristically bizarre syntax, Trump said that it was over": the claim is that it was over, and the writer's
judgement stands outside it. A reader meets both together, so the claim carries it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from attribution.interpret.text.stretches import Stretches
from attribution.report.records import Claim, Loaded


def with_framing(claims: Sequence[Claim], loaded: Sequence[Loaded], stretches: Stretches) -> tuple[Claim, ...]:
    """Give each loaded expression that is in no claim to the nearest claim of its sentence, if there is one.

    Args:
        claims: The claims, each with the expressions inside it.
        loaded: The loaded expressions of the text.
        stretches: The sentences of the text.

    Returns:
        The claims in the same order.
    """
    taken = {index for claim in claims for index in claim.loaded}
    beside = [index for index in range(len(loaded)) if index not in taken]
    if not beside:
        return tuple(claims)
    by_sentence: dict[int, list[int]] = {}
    for number, claim in enumerate(claims):
        for at in {at for span in claim.spans for at in stretches.sentences_of(span.start, span.end)}:
            by_sentence.setdefault(at, []).append(number)
    more: dict[int, list[int]] = {}
    for index in beside:
        start, end = loaded[index].span.start, loaded[index].span.end
        candidates = by_sentence.get(stretches.sentence_at(start), ())
        if candidates:
            nearest = min(candidates, key=lambda number: _distance(claims[number], start, end))
            more.setdefault(nearest, []).append(index)
    return tuple(
        evolve(claim, loaded=tuple(sorted((*claim.loaded, *more[number])))) if number in more else claim
        for number, claim in enumerate(claims)
    )


def _distance(claim: Claim, start: int, end: int) -> int:
    return min(max(span.start - end, start - span.end) for span in claim.spans)
