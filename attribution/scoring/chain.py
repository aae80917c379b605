"""Whom a claim goes through on its way to the reader: its attributions, put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve, field, frozen

from attribution.report.records import Attribution, Claim, Hedge, ReportData, Source, Span
from attribution.scoring.speaking_for import bodies_spoken_for
from attribution.scoring.standing import standing_of
from attribution.scoring.tables import BEST_TO_WORST, Standing, WordLists

_FIRST_PERSON: Final = frozenset("I me Me myself we We us Us ourselves".split())


@frozen
class Link:
    """One voice that a claim goes through, with all the attributions in which it stands for the claim."""

    source: Source | None
    standing: Standing
    attributions: tuple[Attribution, ...]
    body: Span | None = None
    """The organization that a bare spokesman speaks for."""

    @property
    def span(self) -> Span:
        """The words for the source, or the cue where there is no source."""
        if self.source is not None and self.source.spans:
            return self.source.spans[0]
        return self.attributions[0].cue[0]


@frozen
class Chain:
    """The voices from the reader to the origin of a claim, outermost first, and what passes it on as hearsay.

    ``voices`` holds a key for each source; two chains without a common key are independent of each other.
    """

    links: tuple[Link, ...]
    hearsay: Span | None
    voices: frozenset[str] = field(init=False, repr=False, eq=False)

    @property
    def weakest(self) -> Link:
        """The link with the lowest standing; of several, the one nearest to the origin."""
        return max(reversed(self.links), key=lambda link: BEST_TO_WORST.index(link.standing))

    @property
    def relays(self) -> tuple[Link, ...]:
        """The links that stand between the reader and the origin, or between the reader and nobody."""
        return self.links[:-1]

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """All attributions, from the outermost voice to the innermost."""
        return tuple([attribution for link in self.links for attribution in link.attributions])

    @voices.default
    def _voices_of_links(self) -> frozenset[str]:
        return frozenset([voice_of(link.source) for link in self.links if link.source is not None])


@frozen
class Facts:
    """What holds for a source in the whole text: the terms of anonymity, whom it told and for whom it speaks.

    The keys are the sources' entities.
    """

    reasons: Mapping[str, Span]
    relays: Mapping[str, Span]
    bodies: Mapping[str, Span]

    @classmethod
    def of(cls, report: ReportData) -> Facts:
        """Collect the facts; where a text gives several of a kind for one source, the first counts."""
        reasons: dict[str, Span] = {}
        relays: dict[str, Span] = {}
        for attribution in report.attributions:
            source = attribution.source
            if source is None or source.entity is None:
                continue
            if source.anonymity_reason is not None:
                reasons.setdefault(source.entity, source.anonymity_reason)
            if source.via is not None:
                relays.setdefault(source.entity, source.via)
        return cls(reasons, relays, bodies_spoken_for(report))

    def reason_of(self, source: Source) -> Span | None:
        """Return the terms on which a source is not named."""
        return source.anonymity_reason or self.reasons.get(source.entity or "")

    def via_of(self, source: Source) -> Span | None:
        """Return the news organization that a source told."""
        return source.via or self.relays.get(source.entity or "")

    def body_of(self, source: Source) -> Span | None:
        """Return the organization that a bare spokesman speaks for."""
        return self.bodies.get(source.entity or "")


def voice_of(source: Source) -> str:
    """Return what tells a source from others: its entity, else the words for it."""
    if source.entity is not None:
        return source.entity
    span = source.resolved or (source.spans[0] if source.spans else None)
    return f"“{span.text.casefold() if span is not None else ''}”"


def chains_of(
    claim: Claim,
    attributions: Mapping[str, Attribution],
    hedges: Sequence[Hedge],
    facts: Facts,
    words: WordLists,
) -> tuple[Chain, ...]:
    """Put a claim's attributions in order.

    Args:
        claim: The claim.
        attributions: All attributions of the text by id.
        hedges: All hedges of the text.
        facts: What holds for a source in the whole text.
        words: Which words delimit nobody, and which cues are hearsay.

    Returns:
        One chain for each way that the claim takes: nested attributions make one chain, separate ones several. Without
        attributions, none.
    """
    if not claim.attributions:
        return ()
    found = [attributions[name] for name in claim.attributions]
    sourced = [attribution for attribution in found if not _is_adverbial(attribution)]
    adverbs = [attribution for attribution in found if _is_adverbial(attribution)]
    if not sourced:
        # "Allegedly" alone is the claim's only link; with a source beside it, it makes hearsay of what that one says.
        sourced, adverbs = adverbs[:1], adverbs[1:]
    evidential = [hedges[index].span for index in claim.hedges if _is_hearsay(hedges[index])]
    return tuple(
        Chain(_links(path, facts, words), _hearsay(path, [*(adverb.cue[0] for adverb in adverbs), *evidential], words))
        for path in _paths(sourced)
    )


def _is_hearsay(hedge: Hedge) -> bool:
    """Whether a hedge passes on the whole claim: "reportedly", "is said to", but not "alleged" before a noun."""
    words = hedge.span.text.casefold().split()
    return hedge.kind == "evidential" and (len(words) > 1 or words[0].endswith("ly"))


def _is_adverbial(attribution: Attribution) -> bool:
    return attribution.source is None and attribution.cue_kind in ("adverb", "adjective")


def _paths(attributions: Sequence[Attribution]) -> list[tuple[Attribution, ...]]:
    """Each innermost attribution with those around it, outermost first.

    A news organization beside another source passes on what that one says, as in "…, Kerry said, Reuters reported" or
    "according to Yonhap, quoting KCNA": it stands around the others.
    """
    known = {attribution.id: attribution for attribution in attributions}
    parents = {attribution.parent for attribution in attributions}
    paths: list[tuple[Attribution, ...]] = []
    for attribution in attributions:
        if attribution.id in parents:
            continue
        path = [attribution]
        while (parent := known.get(path[0].parent or "")) is not None and parent not in path:
            path.insert(0, parent)
        paths.append(tuple(path))
    relays = [path for path in paths if all(_is_of_media(attribution) for attribution in path)]
    others = [path for path in paths if path not in relays] or relays[-1:]
    around = tuple(attribution for path in relays if path not in others for attribution in path)
    return [around + path for path in others]


def _is_of_media(attribution: Attribution) -> bool:
    return attribution.source is not None and attribution.source.kind == "media"


def _links(path: Sequence[Attribution], facts: Facts, words: WordLists) -> tuple[Link, ...]:
    links: list[Link] = []
    for attribution in path:
        source = attribution.source
        index = _same_voice(source, links) if source is not None else None
        if index is None:
            links.append(_link(attribution, facts, words))
        else:
            # "Kerry said he thinks …", "We have been clear that …": a voice does not relay itself.
            links[index] = evolve(links[index], attributions=(*links[index].attributions, attribution))
    return tuple(links)


def _link(attribution: Attribution, facts: Facts, words: WordLists) -> Link:
    source = attribution.source
    standing = standing_of(source, words)
    body = facts.body_of(source) if source is not None and standing == "official" else None
    return Link(source, standing if body is None else "role", (attribution,), body)


def _same_voice(source: Source, links: Sequence[Link]) -> int | None:
    """The position of the link that a source further in is the voice of, if there is one."""
    # As it is written: "us" speaks for whoever is quoted, "US" is a country.
    text = " ".join(span.text for span in source.spans)
    if text in _FIRST_PERSON and links and links[-1].source is not None:
        return len(links) - 1
    for index, link in enumerate(links):
        if link.source is not None and voice_of(link.source) == voice_of(source):
            return index
    return None


def _hearsay(path: Sequence[Attribution], candidates: Sequence[Span], words: WordLists) -> Span | None:
    """What says that the claim is passed on from nobody knows where: a word beside the sources, or a source's cue."""
    nobodys = [span for attribution in path if attribution.source is None for span in attribution.cue]
    for span in candidates:
        # "It is said to …" is nobody's cue and a hedge at once, and counts once.
        if not any(span.start < cue.end and cue.start < span.end for cue in nobodys):
            return span
    for attribution in path:
        # Who stands behind the cue is the one who told: "was told by".
        if attribution.source is None or attribution.source.spans[0].start >= attribution.cue[0].start:
            continue
        cue = " ".join(" ".join(span.text for span in attribution.cue).casefold().split())
        if any(cue == phrase or cue.endswith(f" {phrase}") for phrase in words.hearsay):
            return attribution.cue[0]
    return None
