"""How much the parts of a loss count."""

from __future__ import annotations

from attrs import frozen


@frozen
class LossWeights:
    """How much each head counts in the loss of its batch."""

    cue: float = 1.0
    roles: float = 2.0
    spans: float = 0.3
    entity: float = 0.5
    tag: float = 0.5
    pos: float = 0.25
    arc: float = 1.0
    dep: float = 0.5
    sentence: float = 1.0
    loaded: float = 1.0
    biased: float = 0.3
    tone: float = 0.5
