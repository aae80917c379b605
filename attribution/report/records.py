"""What an analysis returns: frozen, typed, plain records.

Every offset is a character index into :attr:`Report.text`, which is the analyzed text unchanged, so that
``report.text[span.start:span.end] == span.text`` holds for every :class:`Span`. The records hold no spaCy object: they
compare by value, can be hashed, pickled and sent to another process.

The allowed values of the categories are those of the annotation guide (``docs/``).

At a prompt, every record shows itself on one line: what it is, its words, and what is said of them.
"""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

from .printable import shortened
from .rendering import render

SentenceKind = Literal["body", "heading", "caption", "byline", "credit"]
CueKind = Literal["verb", "preposition", "noun", "adverb", "adjective", "punctuation"]
Stance = Literal["neutral", "distancing", "endorsing", "belief", "denial"]
SourceKind = Literal["person", "group", "organization", "place", "media", "document", "unknown"]
Identification = Literal["named", "role", "vague", "none"]
QuotationType = Literal["direct", "mixed", "indirect"]
HedgeKind = Literal[
    "modal", "epistemic", "evidential", "doxastic", "investigation", "condition", "approximator", "weasel"
]
LoadedKind = Literal["label", "distancing", "intensifier", "evaluative", "reporting", "metaphor", "presupposition"]
Voice = Literal["writer", "source"]
Level = Literal["strong", "moderate", "weak", "none", "neutral", "some", "heavy"]
Severity = Literal["info", "warning", "error"]

SCHEMA: Final = "attribution/report/1"

_LENGTH: Final = 60


@frozen
class Span:
    """A stretch of the text: ``text[start:end]``, offsets in characters."""

    start: int
    end: int
    text: str

    def __len__(self) -> int:
        """Return the number of characters."""
        return self.end - self.start

    def __str__(self) -> str:
        """Return the text."""
        return self.text

    def __repr__(self) -> str:
        """Show the offsets and the words."""
        return f"<Span {self.start}–{self.end} {_quoted(self)}>"


@frozen
class Sentence:
    """A sentence, heading, caption, byline or credit line."""

    start: int
    end: int
    text: str
    kind: SentenceKind = "body"

    def __repr__(self) -> str:
        """Show the kind, the offsets and the words."""
        return f"<Sentence {self.kind} {self.start}–{self.end} {_quoted(self)}>"


@frozen
class Source:
    """Who vouches for a content, as one attribution names it.

    ``identification`` says how well a reader could find out who it is; ``resolved`` is the fullest mention in the text
    that a pronoun, description or short form stands for, or ``None`` where the mention is itself the fullest.
    ``count`` is the number of people or bodies that the text says speak ("three officials": 3, "an official": 1),
    ``None`` where it does not say. ``descriptors`` are the words that narrow down a source that is not named ("senior",
    "Treasury", "familiar with the matter").
    """

    spans: tuple[Span, ...]
    kind: SourceKind
    identification: Identification
    anonymous: bool = False
    anonymity_reason: Span | None = None
    resolved: Span | None = None
    via: Span | None = None
    entity: str | None = None
    count: int | None = None
    descriptors: tuple[Span, ...] = ()

    def __repr__(self) -> str:
        """Show the words and how well they identify somebody."""
        who = f" = {_quoted(self.resolved)}" if self.resolved is not None else ""
        anonymous = ", anonymous" if self.anonymous else ""
        return f"<Source {_quoted(*self.spans)}{who}: {self.identification}, {self.kind}{anonymous}>"


@frozen
class Entity:
    """A distinct source of the article with all its mentions as a source, named by its fullest one."""

    id: str
    name: str
    kind: SourceKind
    identification: Identification
    mentions: tuple[Span, ...]

    def __repr__(self) -> str:
        """Show the name, how well it identifies somebody, and how often it is given."""
        mentions = f"{len(self.mentions)} {'mention' if len(self.mentions) == 1 else 'mentions'}"
        name = shortened(self.name, _LENGTH)
        return f"<Entity {shortened(self.id, _LENGTH)} “{name}”: {self.identification}, {self.kind}, {mentions}>"


@frozen
class Attribution:
    """A content that the text ascribes to a source through a cue.

    ``parent`` is the id of the attribution whose content holds this one. ``confidence`` in [0, 1]: the higher, the
    surer that the attribution is there and its parts are right.
    """

    id: str
    cue: tuple[Span, ...]
    cue_kind: CueKind
    stance: Stance
    source: Source | None
    content: tuple[Span, ...]
    quotation: QuotationType
    parent: str | None = None
    confidence: float = 1.0

    def __repr__(self) -> str:
        """Show who says what through which cue."""
        source = "nobody" if self.source is None else _quoted(*self.source.spans)
        said = f"{source} > {_quoted(*self.cue)} > {_quoted(*self.content)}"
        return f"<Attribution {shortened(self.id, _LENGTH)} {said}: {self.stance}, {self.quotation}>"


@frozen
class Hedge:
    """An expression that marks a lack of full commitment. ``confidence`` in [0, 1]: higher is surer."""

    span: Span
    kind: HedgeKind
    confidence: float = 1.0

    def __repr__(self) -> str:
        """Show the words and their kind."""
        return f"<Hedge {_quoted(self.span)}: {self.kind}>"


@frozen
class Loaded:
    """An expression that carries an evaluation; ``voice`` says whether it is the writer's or a quoted source's."""

    span: Span
    kind: LoadedKind
    voice: Voice
    confidence: float = 1.0

    def __repr__(self) -> str:
        """Show the words, their kind, and whose they are."""
        return f"<Loaded {_quoted(self.span)}: {self.kind}, {self.voice}'s voice>"


@frozen
class Factor:
    """One reason of a score: a signed change of the value, the words that triggered it, and a plain sentence."""

    name: str
    effect: float
    span: Span | None
    reason: str

    def __repr__(self) -> str:
        """Show the effect and its reason."""
        return f"<Factor {shortened(self.name, _LENGTH)} {self.effect:+.2f}: {shortened(self.reason, 2 * _LENGTH)}>"


@frozen
class Score:
    """A value in [0, 1] with the factors that add up to it (the first is the starting value; the sum is clipped)."""

    value: float
    level: Level
    factors: tuple[Factor, ...] = ()

    def __repr__(self) -> str:
        """Show the value, its level, and the sum behind it."""
        total = " ".join(f"{factor.effect:+.2f} {shortened(factor.name, _LENGTH)}" for factor in self.factors)
        return f"<Score {self.value:.2f} {self.level}{' = ' if total else ''}{total}>"


@frozen
class Claim:
    """One proposition that the text puts forward.

    ``sentence`` is an index into :attr:`Report.sentences`; ``attributions`` are ids, outermost first; ``hedges`` and
    ``loaded`` are indices into :attr:`Report.hedges` and :attr:`Report.loaded`.
    ``sourcing``: 1 = the reader can tell exactly who vouches for it, 0 = nobody does.
    ``loading``: 0 = neutral wording, 1 = heavily loaded.
    """

    id: str
    spans: tuple[Span, ...]
    sentence: int
    attributions: tuple[str, ...]
    hedges: tuple[int, ...]
    loaded: tuple[int, ...]
    sourcing: Score
    loading: Score

    def __repr__(self) -> str:
        """Show the words and both scores."""
        sourcing, loading = (f"{score.value:.2f} {score.level}" for score in (self.sourcing, self.loading))
        name = shortened(self.id, _LENGTH)
        return f"<Claim {name} {_quoted(*self.spans)}: sourcing {sourcing}, loading {loading}>"

    def _repr_html_(self) -> str:
        return render("claim.html", claim=self)


@frozen
class Finding:
    """What a newsroom rule found, and what would resolve it."""

    rule: str
    severity: Severity
    spans: tuple[Span, ...]
    message: str
    authority: str
    remedy: str

    def __repr__(self) -> str:
        """Show the rule, its severity and what it says."""
        return f"<Finding {self.severity} {self.rule}: {shortened(self.message, 2 * _LENGTH)}>"


@frozen
class LevelCounts:
    """How many claims stand at each level of sourcing."""

    strong: int = 0
    moderate: int = 0
    weak: int = 0
    none: int = 0


@frozen
class IdentificationShares:
    """Shares in [0, 1] of the claims whose sources are named, known by role, vague, or not there at all."""

    named: float = 0.0
    role: float = 0.0
    vague: float = 0.0
    none: float = 0.0


@frozen
class Summary:
    """The article at a glance. Every figure can be counted again from the report.

    Attributes:
        words: Words of the text: runs of letters and digits, with the apostrophes and hyphens inside them.
        claims: Number of claims.
        sourcing_levels: Number of claims at each level of sourcing.
        identification: Share of the claims by identification. A claim counts with the *least* identified source of its
            chain of attributions, or, if independent sources vouch for it, of the best chain; as ``none`` when no
            attribution of it has a source. The four add up to 1, or are all 0 when there is no claim.
        sources: Number of distinct sources (``len(report.sources)``).
        largest_source: Id of the source that has a part in the most claims (the first one on a tie), ``None`` when no
            claim has a source.
        largest_source_share: Share in [0, 1] of the claims with a source in which the largest source has a part;
            higher means that the article leans more on one voice.
        anonymous_share: Share in [0, 1] of all claims with an anonymous source among theirs.
        hedges_per_100_words: Hedges for every hundred words.
        loaded_per_100_words: Loaded expressions for every hundred words, the writer's and the sources' alike.
        mean_sourcing: Mean of the claims' sourcing values in [0, 1], higher is better sourced; ``None`` without claims.
        mean_loading: Mean of the claims' loading values in [0, 1], higher is more loaded; ``None`` without claims.
    """

    words: int
    claims: int
    sourcing_levels: LevelCounts
    identification: IdentificationShares
    sources: int
    largest_source: str | None
    largest_source_share: float
    anonymous_share: float
    hedges_per_100_words: float
    loaded_per_100_words: float
    mean_sourcing: float | None
    mean_loading: float | None

    def __repr__(self) -> str:
        """Show how many claims there are at each level, and the means of both scores."""
        levels = self.sourcing_levels
        counts = f"{levels.strong} strong, {levels.moderate} moderate, {levels.weak} weak, {levels.none} none"
        means = ""
        if self.mean_sourcing is not None and self.mean_loading is not None:
            means = f", mean sourcing {self.mean_sourcing:.2f}, mean loading {self.mean_loading:.2f}"
        return f"<Summary: words {self.words}, claims {self.claims} ({counts}), sources {self.sources}{means}>"


@frozen
class ReportData:
    """What a report holds. :class:`attribution.Report` adds what one can do with it.

    The functions of this package that read a report ask for no more than this.

    Attributes:
        text: The analyzed text, unchanged; all offsets are indices into it.
        sentences: Sentences and other layout units, in the order of the text.
        attributions: Who said what through which cue, in the order of the text.
        sources: The distinct sources, each with all its mentions.
        hedges: Expressions that mark a lack of full commitment.
        loaded: Expressions that carry an evaluation.
        claims: The propositions that the text puts forward, with their two scores.
        warnings: Plain sentences that say why a result should not be trusted; usually empty.
    """

    text: str
    sentences: tuple[Sentence, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Entity, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = ()


def _quoted(*spans: Span | Sentence) -> str:
    return f"“{shortened(' … '.join(span.text for span in spans), _LENGTH)}”"
