"""An attribution between the encoder's reading and the finished record: roles known, source not yet understood."""

from __future__ import annotations

from attrs import frozen

from attribution.interpret.calibration import Evidence
from attribution.report.records import CueKind, QuotationType, Span, Stance


@frozen
class Draft:
    """An attribution whose source is still a set of tokens.

    ``cue`` and ``source`` are ascending token indices into the Doc (``source`` is empty when there is none);
    ``content`` are character spans; ``parent`` is the index of the enclosing draft in the same sequence.
    ``confidence`` is calibrated; ``evidence`` is what it was made from.
    """

    cue: tuple[int, ...]
    cue_kind: CueKind
    stance: Stance
    source: tuple[int, ...]
    content: tuple[Span, ...]
    quotation: QuotationType
    parent: int | None
    confidence: float
    evidence: Evidence | None = None
