"""What a weights file holds: typed tables, and the error of a file that does not hold them."""

from __future__ import annotations

from typing import Final, Literal

from attrs import frozen

from attribution.data_files import DataFileError
from attribution.report.records import LoadedKind

Standing = Literal["named", "role", "official", "vague", "none"]
"""How well a reader could find out who a source is; ``official`` is a role of nothing in particular."""

BEST_TO_WORST: Final[tuple[Standing, ...]] = ("named", "role", "official", "vague", "none")


class WeightsError(DataFileError):
    """A weights file is missing, is no TOML, or holds something that is no weight."""


@frozen
class Row:
    """One row of the sourcing table: an effect for each standing, in steps of 0.01."""

    named: float = 0.0
    role: float = 0.0
    official: float = 0.0
    vague: float = 0.0
    none: float = 0.0
    why: str = ""
    origin: str = ""

    def at(self, standing: Standing) -> float:
        """Return the effect for a claim whose weakest source has this standing."""
        effect: float = getattr(self, standing)
        return effect


@frozen
class SourcingWeights:
    """The sourcing table; each row is explained in the file that ships, ``weights.toml``."""

    start: Row
    described: Row
    detailed: Row
    document: Row
    two: Row
    three: Row
    corroborated: Row
    anonymity_reason: Row
    direct: Row
    mixed: Row
    belief: Row
    distancing: Row
    denial: Row
    endorsing: Row
    noun: Row
    via: Row
    relay: Row
    further_relay: Row
    relay_unnamed: Row
    relay_vague: Row
    hearsay: Row


@frozen
class Load:
    """One row of the loading table: what an expression adds in the writer's voice, and in a quoted source's."""

    writer: float
    source: float
    why: str = ""
    origin: str = ""


@frozen
class LoadingWeights:
    """The loading table: a row for each kind of loaded wording."""

    label: Load
    distancing: Load
    intensifier: Load
    evaluative: Load
    reporting: Load
    metaphor: Load
    presupposition: Load

    def of(self, kind: LoadedKind) -> Load:
        """Return the row of a kind."""
        row: Load = getattr(self, kind)
        return row


@frozen
class Sameness:
    """When two claims say the same.

    Attributes:
        overlap: Least share of common content words among all of both, in (0, 1].
        shared_words: Least number of common content words.
    """

    overlap: float
    shared_words: int


@frozen
class WordLists:
    """Words that scoring must know; all in lower case."""

    offices: frozenset[str]
    ranks: frozenset[str]
    withheld: frozenset[str]
    hearsay: frozenset[str]


@frozen
class Tables:
    """All tables of a weights file."""

    sourcing: SourcingWeights
    loading: LoadingWeights
    corroboration: Sameness
    words: WordLists
