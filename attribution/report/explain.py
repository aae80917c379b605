"""A report in a paragraph of plain English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from .printable import shortened, shown
from .records import Claim, ReportData, Span, Summary
from .summary import claim_sources, summarize

#: As many characters of a name or expression are enough to know it by.
_LONGEST_NAME: Final = 80


def explain(report: ReportData) -> str:
    """Describe in plain English how a text is sourced and worded.

    Args:
        report: Any report.

    Returns:
        One paragraph, with the report's warnings at its end. Every number in it can be counted again in the report, as
        :class:`~attribution.report.records.Summary` defines it.
    """
    return " ".join([describe(report), *(f"Take care: {_closed(shown(warning))}" for warning in report.warnings)])


def describe(report: ReportData) -> str:
    """Return what :func:`explain` says, without the warnings."""
    summary = summarize(report)
    if not report.claims:
        return "No claim was found in this text, so there is nothing to score."
    sentences = [
        f"The text makes {counted(summary.claims, 'claim')} in {counted(summary.words, 'word')}.",
        _levels(summary),
        _unnamed(report),
        _sources(report, summary),
        _wording(report, summary),
        f"On a scale from 0 to 1, the average claim is sourced at {summary.mean_sourcing:.2f} (1 is best) and loaded "
        f"at {summary.mean_loading:.2f} (0 is neutral).",
        _most_loaded(report),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "no claims", "1 claim", "2 claims"."""
    return f"{number if number else 'no'} {one if number == 1 else many or one + 's'}"


def listed(parts: list[str]) -> str:
    """Join parts as in running English: "a", "a and b", "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _levels(summary: Summary) -> str:
    levels = summary.sourcing_levels
    parts = [(levels.strong, "strongly"), (levels.moderate, "moderately"), (levels.weak, "weakly")]
    # The verb is said once: "2 are strongly sourced, 1 moderately and 3 weakly".
    sourced = [f"{number} {how}" for number, how in parts if number]
    if sourced:
        number, how = sourced[0].split()
        sourced[0] = f"{number} {_are(int(number))} {how} sourced"
    nobody = f"{levels.none} {'rests' if levels.none == 1 else 'rest'} on nobody but the writer" if levels.none else ""
    return f"{'; '.join(part for part in (listed(sourced), nobody) if part)}."


def _unnamed(report: ReportData) -> str:
    attributions = {attribution.id: attribution for attribution in report.attributions}

    def count(holds: Callable[[Claim], bool]) -> int:
        return sum(1 for claim in report.claims if holds(claim))

    def unnamed(claim: Claim) -> bool:
        return any(source.identification != "named" for source in claim_sources(claim, attributions))

    def anonymous(claim: Claim) -> bool:
        return any(source.anonymous for source in claim_sources(claim, attributions))

    resting = count(unnamed)
    if not resting:
        return ""
    withheld = count(lambda claim: unnamed(claim) and anonymous(claim))
    verb = "rests" if resting == 1 else "rest"
    source = "whose name the text keeps back" if withheld == resting else "without a name"
    some = f", {withheld} of them on one whose name the text keeps back" if 0 < withheld < resting else ""
    return f"{counted(resting, 'claim')} {verb} at least in part on a source {source}{some}."


def _sources(report: ReportData, summary: Summary) -> str:
    if not summary.sources:
        return "No source is given."
    names = {entity.id: _quoted(entity.name) for entity in report.sources}
    told = f"{counted(summary.sources, 'distinct source')} {'speaks' if summary.sources == 1 else 'speak'}"
    if summary.largest_source is None or summary.sources == 1:
        return f"{told}."
    attributions = {attribution.id: attribution for attribution in report.attributions}
    entities = [{source.entity for source in claim_sources(claim, attributions)} - {None} for claim in report.claims]
    part = sum(summary.largest_source in found for found in entities)
    share = f"{part} of the {counted(sum(map(bool, entities)), 'claim')} with a source"
    largest = names[summary.largest_source]
    return f"{told}; {largest} has the largest part, in {share} ({summary.largest_source_share:.0%})."


def _wording(report: ReportData, summary: Summary) -> str:
    hedges = _found("hedge", [hedge.span for hedge in report.hedges], summary.hedges_per_100_words)
    loaded = _found("loaded expression", [word.span for word in report.loaded], summary.loaded_per_100_words)
    comma = "," if report.hedges else ""
    return f"There {_are(len(report.hedges))} {hedges}{comma} and {loaded}."


def _found(what: str, spans: Sequence[Span], rate: float) -> str:
    """Say how many expressions of a sort there are, with the first as an example: what a hedge is, few readers know."""
    if not spans:
        return counted(0, what)
    example = f",{'' if len(spans) == 1 else ' such as'} {_quoted(spans[0].text)}"
    return f"{counted(len(spans), what)}{example} ({rate:.1f} in every hundred words)"


def _most_loaded(report: ReportData) -> str:
    most = max(report.claims, key=_loading)
    if not most.loading.value:
        return ""
    words = listed([_quoted(report.loaded[index].span.text) for index in most.loaded])
    because = f", for {words}" if words else ""
    claim = _quoted(" … ".join(span.text for span in most.spans))
    return f"The most loaded claim is {most.id}, {claim} ({most.loading.value:.2f}{because})."


def _loading(claim: Claim) -> float:
    return claim.loading.value


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _quoted(words: str) -> str:
    return f"“{shortened(words, _LONGEST_NAME)}”"


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
