"""From a Doc and the encoder's readings to a report without scores: the stages in their order."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from attribution.interpret.attributions.drafting import draft_attributions
from attribution.interpret.claims.finding import find_claims
from attribution.interpret.draft import Draft
from attribution.interpret.hedges.finding import find_hedges
from attribution.interpret.readings import Readings
from attribution.interpret.sources.identifying import identify_sources
from attribution.interpret.text.doubts import find_warnings
from attribution.interpret.text.layout import lay_out
from attribution.interpret.text.quotes import find_quotations
from attribution.interpret.text.turns import find_turns, with_turns
from attribution.interpret.trees.syntax import spans_of
from attribution.interpret.wording.finding import find_loaded
from attribution.lexicons import LexiconMatcher, Lexicons
from attribution.report import Attribution, Report, Source
from attribution.snapshot import snapshot


class Interpreter:
    """The lexicons, prepared for the Docs of one vocabulary, and the stages that use them."""

    def __init__(self, vocab: Vocab, lexicons: Lexicons) -> None:
        """Prepare the matchers once."""
        self._lexicons = lexicons
        self._hedges = LexiconMatcher(lexicons.hedges, vocab)
        self._loaded = LexiconMatcher(lexicons.loaded, vocab)

    def __call__(self, doc: Doc, readings: Readings) -> Report:
        """Return the report of a Doc, its claims not yet scored."""
        with snapshot(doc) as seen:
            return self._interpret(seen, readings)

    def _interpret(self, doc: Doc, readings: Readings) -> Report:
        text = doc.text
        sentences = lay_out(doc)
        if not sentences:
            return Report.empty(text)
        turns = find_turns(text)
        quotations = with_turns(find_quotations(text), turns)
        drafts = draft_attributions(doc, readings, quotations, self._lexicons, turns=turns)
        identified = identify_sources(doc, drafts, quotations, sentences, self._lexicons)
        attributions = _records(doc, drafts, identified.sources)
        hedges = find_hedges(doc, self._hedges, drafts)
        loaded = find_loaded(doc, readings, quotations, self._loaded, drafts)
        return Report(
            text=text,
            sentences=sentences,
            attributions=attributions,
            sources=identified.entities,
            hedges=hedges,
            loaded=loaded,
            claims=find_claims(doc, sentences, attributions, hedges, loaded),
            warnings=find_warnings(text, quotations),
        )


def _records(doc: Doc, drafts: Sequence[Draft], sources: Sequence[Source | None]) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(
            id=f"A{number}",
            cue=spans_of(doc, draft.cue),
            cue_kind=draft.cue_kind,
            stance=draft.stance,
            source=source,
            content=draft.content,
            quotation=draft.quotation,
            parent=None if draft.parent is None else f"A{draft.parent + 1}",
            confidence=draft.confidence,
        )
        for number, (draft, source) in enumerate(zip(drafts, sources, strict=True), 1)
    )
