"""How sure one may be that an attribution is right as a whole: calibrated on articles annotated by hand.

A logistic curve over a few plain facts (Platt 1999), so that of the attributions given with a confidence of 0.8 about
80 % are right. Its numbers are in ``calibration.toml``; ``python -m benchmarks.confidence --fit`` makes them anew.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final

from attrs import fields, frozen

from attribution.interpret.readings import Frame, Origin

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_SUREST: Final = 0.999


@frozen
class Evidence:
    """What is known of an attribution when one asks how sure it is.

    ``probability`` in [0, 1] is the encoder's own, uncalibrated (1 where it did not find the attribution); ``words``
    the number of words in the content.
    """

    origin: Origin
    probability: float
    has_source: bool
    words: int

    @classmethod
    def of(cls, frame: Frame) -> Evidence:
        """Return the evidence that a frame holds."""
        return cls(frame.origin, frame.confidence, bool(frame.source), len(frame.content))


@frozen
class Calibration:
    """The numbers of the curve, in log odds.

    ``encoder``, ``grammar``, ``hearsay`` and ``layout`` are where it starts for an attribution found so; to it are
    added ``probability`` per log odd of the encoder's own, ``source`` where there is a source, and ``words`` per
    doubling of the content.
    """

    encoder: float
    grammar: float
    hearsay: float
    layout: float
    probability: float
    source: float
    words: float

    @classmethod
    def shipped(cls) -> Calibration:
        """Return the numbers that come with the package; read once."""
        return _shipped()

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the names of the numbers, in the order of :func:`inputs`."""
        return _NAMES

    def __call__(self, evidence: Evidence) -> float:
        """Return the confidence in [0, 1]; higher is surer."""
        odds = 0.0
        for name, value in _stated(evidence):
            odds += getattr(self, name) * value
        return round(1.0 / (1.0 + math.exp(-odds)), 4)


_NAMES: Final = tuple(field.name for field in fields(Calibration))


def inputs(evidence: Evidence) -> Mapping[str, float]:
    """Return what each number of a :class:`Calibration` is multiplied by."""
    return {**dict.fromkeys(_NAMES, 0.0), **dict(_stated(evidence))}


def _stated(evidence: Evidence) -> Iterator[tuple[str, float]]:
    """Yield the inputs that may be other than 0, in their order."""
    yield evidence.origin, 1.0
    if evidence.origin == "encoder":
        own = min(max(evidence.probability, 1 - _SUREST), _SUREST)
        yield "probability", math.log(own / (1 - own))
    if evidence.has_source:
        yield "source", 1.0
    yield "words", math.log2(max(1, evidence.words))


@cache
def _shipped() -> Calibration:
    text = (resources.files("attribution.interpret") / "calibration.toml").read_text(encoding="utf-8")
    return Calibration(**tomllib.loads(text)["log_odds"])
