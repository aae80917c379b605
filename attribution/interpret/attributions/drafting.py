"""From the encoder's frames to drafts of attributions: kinds, spans, quotation, nesting."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve
from spacy.tokens import Doc

from attribution.interpret.attributions.asides import find_asides, without_empty_subject
from attribution.interpret.attributions.bearers import bearer
from attribution.interpret.attributions.beside import side_by_side
from attribution.interpret.attributions.contents import content_spans, quotation_type, trim
from attribution.interpret.attributions.continuations import with_continuations
from attribution.interpret.attributions.credits import find_credited
from attribution.interpret.attributions.cues import read_cue
from attribution.interpret.attributions.grammar import find_by_grammar
from attribution.interpret.attributions.headlines import find_headlines
from attribution.interpret.attributions.hearsay import find_hearsay
from attribution.interpret.attributions.inner_quotes import with_inner_quotations
from attribution.interpret.attributions.parentheses import with_parenthetical
from attribution.interpret.attributions.placing import Placed
from attribution.interpret.attributions.prepositions import with_prepositional
from attribution.interpret.attributions.relays import under_relayers, with_quoted
from attribution.interpret.attributions.whole_quotations import with_whole_quotations
from attribution.interpret.calibration import Calibration, Evidence
from attribution.interpret.draft import Draft
from attribution.interpret.frames.acceptance import Acceptance, accepted
from attribution.interpret.frames.clauses_before import with_clause_before
from attribution.interpret.frames.repairs import repaired
from attribution.interpret.readings import Frame, Readings
from attribution.interpret.text.quotes import Quotation, QuotedText
from attribution.interpret.text.turns import Turn
from attribution.interpret.vocabulary import vocabulary_of
from attribution.lexicons import CueLexicon, Lexicons
from attribution.report.records import Span

DEFAULT: Final = Acceptance()


def draft_attributions(
    doc: Doc,
    readings: Readings,
    quotations: Sequence[Quotation],
    lexicons: Lexicons,
    limits: Acceptance = DEFAULT,
    turns: Sequence[Turn] = (),
) -> tuple[Draft, ...]:
    """Draft the attributions of a text, in the order of their cues.

    Args:
        doc: A Doc with tags, a tree and sentences.
        readings: What the encoder says of it.
        quotations: The quotations of its text.
        lexicons: The lexicons of cues and of sources.
        limits: How sure the encoder must be.
        turns: The turns of transcripts in the text; the quotations hold what is said in them.

    Returns:
        Drafts; ``parent`` is the index of the draft whose content holds the cue.
    """
    text = doc.text
    quoted = QuotedText(text, quotations)
    cues, speakers = lexicons.cues, vocabulary_of(lexicons.sources)
    read = [with_clause_before(doc, frame, cues) for frame in readings.frames]
    sure = without_empty_subject(doc, repaired(doc, accepted(doc, read, cues, limits), cues))
    placed = Placed(sure)
    for headline in find_headlines(doc, cues, speakers):
        placed.put(headline)
    sure = with_whole_quotations(doc, find_credited(doc, placed.frames(), quotations, turns, cues), quotations)
    sure += find_by_grammar(doc, sure, cues)
    sure = with_prepositional(doc, sure, cues, speakers)
    sure += find_asides(doc, cues, {index for frame in sure for index in frame.cue})
    sure = with_parenthetical(doc, sure, cues)
    sure = with_inner_quotations(doc, with_quoted(doc, sure, speakers), quotations)
    frames = side_by_side(doc, sorted((*sure, *find_hearsay(doc, sure, cues)), key=_first))
    frames = with_continuations(doc, frames)
    calibration = Calibration.shipped()
    found = (_draft(doc, text, frame, quotations, quoted, cues, calibration) for frame in frames)
    return under_relayers(doc, _nested(doc, [draft for draft in found if draft is not None], quotations))


def _first(frame: Frame) -> int:
    return frame.cue[0]


def _draft(
    doc: Doc, text: str, frame: Frame, quotations: Sequence[Quotation], quoted: QuotedText, cues: CueLexicon,
    calibration: Calibration,
) -> Draft | None:  # fmt: skip
    content = content_spans(doc, frame.content, _touching(doc, frame.content, quotations), text)
    if not content:
        return None
    cue = read_cue(doc, frame.cue, cues)
    evidence = Evidence.of(frame)
    return Draft(
        cue=frame.cue,
        cue_kind=cue.kind,
        stance=cue.stance,
        source=bearer(doc, frame.source),
        content=content,
        quotation=quotation_type(text, content, quoted),
        parent=None,
        confidence=calibration(evidence),
        evidence=evidence,
    )


def _touching(doc: Doc, tokens: Sequence[int], quotations: Sequence[Quotation]) -> Sequence[Quotation]:
    """Return the quotations near the tokens: none that begins after them or ends well before."""
    if not tokens:
        return ()
    start, end = doc[tokens[0]].idx, doc[tokens[-1]].idx + len(doc[tokens[-1]])
    high = bisect_left(quotations, end, key=_start)
    low = high
    while low > 0 and (quotations[low - 1].end > start or quotations[low - 1].start > start - 2000):
        low -= 1
    return quotations[low:high]


def _start(quotation: Quotation) -> int:
    return quotation.start


def _nested(doc: Doc, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> tuple[Draft, ...]:
    """Give each draft its parent: the one with the smallest content that holds its cue and source."""
    nested = []
    closing = {quotation.end: quotation for quotation in quotations if quotation.closed}
    sizes = [sum(map(len, draft.content)) for draft in drafts]
    reaches = [(min(span.start for span in draft.content), max(span.end for span in draft.content)) for draft in drafts]
    for number, draft in enumerate(drafts):
        start = doc[draft.cue[0]].idx
        end = doc[draft.cue[-1]].idx + len(doc[draft.cue[-1]])
        best: tuple[int, int] | None = None
        is_citing = doc[draft.cue[-1]].lower_ in {"citing", "quoting"}
        # Contents seldom reach far; a window of neighbours keeps this linear.
        for other in range(max(0, number - 24), min(len(drafts), number + 25)):
            if is_citing and other < number and drafts[other].content[-1].end == draft.content[-1].end:
                # "Reported, citing the police, that ...": one content, told by the first on the word of the second.
                best = (sizes[other], other)
            first, last = reaches[other]
            if other == number or not first <= start <= end <= last or not _holds(drafts[other].content, start, end):
                continue
            if sizes[other] > sizes[number] and (best is None or sizes[other] < best[0]):
                best = (sizes[other], other)
        if best is None:
            nested.append(draft)
            continue
        content = tuple(_without_outer_mark(doc.text, span, drafts[best[1]].content, closing) for span in draft.content)
        nested.append(evolve(draft, content=content, parent=best[1]))
    return tuple(nested)


def _without_outer_mark(text: str, span: Span, outer: Sequence[Span], closing: Mapping[int, Quotation]) -> Span:
    """Leave the mark that closes a quotation to the content in which it opened."""
    quotation = closing.get(span.end)
    if quotation is None or quotation.start >= span.start or not _holds(outer, quotation.start, quotation.end):
        return span
    start, end = trim(text, (span.start, quotation.inner_end)) or (span.start, span.end)
    return Span(start, end, text[start:end])


def _holds(content: Sequence[Span], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in content)
