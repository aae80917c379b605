"""How strongly a claim is sourced: an editor's rules as a sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final

from attrs import frozen

from attribution.report.records import Score, Source, Span, Stance
from attribution.scoring.chain import Chain, Facts, Link
from attribution.scoring.standing import count_describing
from attribution.scoring.tables import Row, Standing
from attribution.scoring.tally import Tally, quoted, sourcing_level
from attribution.scoring.weights import Weights

_UNSOURCED: Final = Tally(
    "identification", 0.0, None, "No source is given: the claim stands in the writer's own voice."
).score(sourcing_level)
_STARTS: Final[Mapping[Standing, str]] = MappingProxyType(
    {
        "named": "The source is named",
        "role": "The source has no name, but an office or group that can be found",
        "official": "The source is known only in general terms",
        "vague": "The text says no more than that a source exists",
        "none": "Nobody is given as the source",
    }
)
_MANY_WORDS: Final = 3
_FURTHER_RELAYS: Final = 2


@frozen
class _Character:
    """How the claim is passed on: an effect with the words that show it."""

    name: str
    effect: float
    span: Span
    reason: str


def score_sourcing(chains: Sequence[Chain], backing: Span | None, facts: Facts, weights: Weights) -> Score:
    """Score how well a reader can tell who vouches for a claim.

    The weakest source that the claim goes through decides where the sum starts and which column of the table applies;
    where a claim comes in several ways, the best counts.

    Args:
        chains: The ways that the claim takes to the reader; none for the writer's own voice.
        backing: An independent source elsewhere in the text that says the same.
        facts: What holds for a source in the whole text.
        weights: The table.

    Returns:
        A value in [0, 1], higher = better sourced, with the factors that add up to it.
    """
    if not chains:
        return _UNSOURCED
    scores = [_score_chain(chain, _backing(chain, chains, backing), facts, weights) for chain in chains]
    return max(scores, key=_value)


def _value(score: Score) -> float:
    return score.value


def _backing(chain: Chain, chains: Sequence[Chain], backing: Span | None) -> Span | None:
    """An independent source beside this chain: in the same claim, or elsewhere in the text."""
    for other in chains:
        if chain.voices and other.voices and not chain.voices & other.voices:
            return other.links[-1].span
    return backing if chain.voices else None


def _score_chain(chain: Chain, backing: Span | None, facts: Facts, weights: Weights) -> Score:
    table = weights.sourcing
    weakest = chain.weakest
    at = weakest.standing
    tally = Tally("identification", table.start.at(at), weakest.span, _start_reason(weakest))
    if weakest.source is not None:
        _add_description(tally, weakest.source, weakest, weights)
        _add_number(tally, weakest.source, weakest, weights)
    if backing is not None:
        reason = f"Another source of the text says the same: {quoted(backing.text)}."
        tally.add("corroboration", table.corroborated.at(at), backing, reason)
    _add_anonymity_reason(tally, chain, at, facts, table.anonymity_reason)
    _add_quotation(tally, chain, at, weights)
    _add_character(tally, chain, at, weights)
    _add_relays(tally, chain, at, facts, weights)
    if chain.hearsay is not None:
        reason = f"{quoted(chain.hearsay.text)} passes the claim on without saying where it comes from."
        tally.add("hearsay", table.hearsay.at(at), chain.hearsay, reason)
    return tally.score(sourcing_level)


def _start_reason(link: Link) -> str:
    words = quoted(link.span.text)
    if link.source is not None and link.source.resolved is not None and link.standing != "none":
        words = f"{words}, that is, {quoted(link.source.resolved.text)}"
    if link.body is not None:
        words = f"{words}, who speaks for {quoted(link.body.text)}"
    return f"{_STARTS[link.standing]}: {words}."


def _add_description(tally: Tally, source: Source, link: Link, weights: Weights) -> None:
    table, at = weights.sourcing, link.standing
    span = source.descriptors[0] if source.descriptors else link.span
    count = count_describing(source, weights.words)
    if count:
        reason = f"The source is not named, but described: {quoted(span.text)}."
        tally.add("description", table.described.at(at), span, reason)
    if count >= _MANY_WORDS:
        tally.add("detail", table.detailed.at(at), span, f"The description is a close one: {quoted(span.text)}.")
    if source.kind == "document":
        reason = f"{quoted(link.span.text)} is a document, which a reader can ask for."
        tally.add("document", table.document.at(at), link.span, reason)


def _add_number(tally: Tally, source: Source, link: Link, weights: Weights) -> None:
    if source.count is not None and source.count >= 2:
        row = weights.sourcing.two if source.count == 2 else weights.sourcing.three
        reason = f"More than one source says so: {quoted(link.span.text)}."
        tally.add("number", row.at(link.standing), link.span, reason)


def _add_anonymity_reason(tally: Tally, chain: Chain, at: Standing, facts: Facts, row: Row) -> None:
    for link in chain.links:
        if link.source is not None and link.standing != "named":
            span = facts.reason_of(link.source)
            if span is not None:
                reason = f"The text says on what terms the source is not named: {quoted(span.text)}."
                tally.add("anonymity reason", row.at(at), span, reason)
                return


def _add_quotation(tally: Tally, chain: Chain, at: Standing, weights: Weights) -> None:
    innermost = chain.links[-1].attributions[-1]
    span = innermost.content[0] if innermost.content else None
    if innermost.quotation == "direct":
        reason = "The claim is quoted in the source's own words."
        tally.add("quotation", weights.sourcing.direct.at(at), span, reason)
    elif innermost.quotation == "mixed":
        reason = "A part of the claim is quoted in the source's own words."
        tally.add("quotation", weights.sourcing.mixed.at(at), span, reason)


def _add_character(tally: Tally, chain: Chain, at: Standing, weights: Weights) -> None:
    """Add how the cues characterize the claim: the one effect that weighs most, so that no phrase counts twice."""
    told = [a for a in chain.attributions if a.stance != "neutral" or a.cue_kind == "noun"]
    if not told:
        return
    table = weights.sourcing
    stances: dict[Stance, tuple[Row, str]] = {
        "belief": (table.belief, "tells what the source thinks, not what it said."),
        "distancing": (table.distancing, "keeps the writer at a distance from what the source says."),
        "denial": (table.denial, "says that the source rejects this."),
        "endorsing": (table.endorsing, "takes the claim as true."),
    }
    found: list[_Character] = []
    for attribution in told:
        cue = attribution.cue[0]
        words = quoted(" ".join(span.text for span in attribution.cue))
        if attribution.stance in stances:
            row, reason = stances[attribution.stance]
            found.append(_Character("stance", row.at(at), cue, f"{words} {reason}"))
        if attribution.cue_kind == "noun":
            reason = f"The claim is only mentioned, under {words}; the text does not report anybody saying it."
            found.append(_Character("noun", table.noun.at(at), cue, reason))
    strongest = min(found, key=_effect, default=None)
    if strongest is not None:
        tally.add(strongest.name, strongest.effect, strongest.span, strongest.reason)


def _effect(character: _Character) -> float:
    return character.effect


def _add_relays(tally: Tally, chain: Chain, at: Standing, facts: Facts, weights: Weights) -> None:
    table = weights.sourcing
    for position, link in enumerate(islice(chain.relays, 1 + _FURTHER_RELAYS)):
        row = table.further_relay if position else table.relay
        reason = f"{quoted(link.span.text)} stands between the source and the reader."
        tally.add("relay", row.at(at), link.span, reason)
    for standings, row in (
        (("vague", "none"), table.relay_vague),
        (("role", "official"), table.relay_unnamed),
    ):
        unnamed = next((link for link in chain.relays if link.standing in standings), None)
        if unnamed is not None:
            reason = f"The one who stands between is not named: {quoted(unnamed.span.text)}."
            tally.add("unnamed relay", row.at(at), unnamed.span, reason)
            break
    outer = {_plain(span.text) for link in chain.relays if link.source is not None for span in link.source.spans}
    for link in chain.links:
        via = facts.via_of(link.source) if link.source is not None else None
        if via is not None and _plain(via.text) not in outer:
            tally.add("via", table.via.at(at), via, f"The claim comes through {quoted(via.text)}, which was told it.")
            return


def _plain(name: str) -> str:
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
