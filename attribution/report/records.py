"""What an analysis returns: frozen, typed, plain records.

Every offset is a character index into :attr:`Report.text`, which is the analyzed text unchanged, so that
``report.text[span.start:span.end] == span.text`` holds for every :class:`Span`. The records hold no spaCy object: they
compare by value, can be hashed, pickled and sent to another process.

The allowed values of the categories are those of the annotation guide (``docs/``).
"""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

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


@frozen
class Sentence:
    """A sentence, heading, caption, byline or credit line."""

    start: int
    end: int
    text: str
    kind: SentenceKind = "body"


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


@frozen
class Entity:
    """A distinct source of the article with all its mentions as a source, named by its fullest one."""

    id: str
    name: str
    kind: SourceKind
    identification: Identification
    mentions: tuple[Span, ...]


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


@frozen
class Hedge:
    """An expression that marks a lack of full commitment. ``confidence`` in [0, 1]: higher is surer."""

    span: Span
    kind: HedgeKind
    confidence: float = 1.0


@frozen
class Loaded:
    """An expression that carries an evaluation; ``voice`` says whether it is the writer's or a quoted source's."""

    span: Span
    kind: LoadedKind
    voice: Voice
    confidence: float = 1.0


@frozen
class Factor:
    """One reason of a score: a signed change of the value, the words that triggered it, and a plain sentence."""

    name: str
    effect: float
    span: Span | None
    reason: str


@frozen
class Score:
    """A value in [0, 1] with the factors that add up to it (the first is the starting value; the sum is clipped)."""

    value: float
    level: Level
    factors: tuple[Factor, ...] = ()


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


@frozen
class Finding:
    """What a newsroom rule found, and what would resolve it."""

    rule: str
    severity: Severity
    spans: tuple[Span, ...]
    message: str
    authority: str
    remedy: str


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
