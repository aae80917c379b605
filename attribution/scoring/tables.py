"""What a weights file holds: typed tables, and the error of a file that does not hold them."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from attrs import frozen

from attribution.report.records import LoadedKind

Standing = Literal["named", "role", "official", "vague", "none"]
"""How well a reader could find out who a source is; ``official`` is a role of nothing in particular."""

BEST_TO_WORST: Final[tuple[Standing, ...]] = ("named", "role", "official", "vague", "none")


class WeightsError(ValueError):
    """A weights file is missing, is no TOML, or holds something that is no weight.

    Attributes:
        path: The file.
        line: The line in it, counted from 1, or ``None`` where no line is to blame.
        key: The key in question with its table, such as ``sourcing.start.named``, or ``None``.
        reason: What is wrong and, where it helps, what would be right.
    """

    def __init__(self, path: Path | str, reason: str, *, line: int | None = None, key: str | None = None) -> None:
        """Compose the message ``path:line: key 'key': reason``."""
        self.path = Path(path)
        self.line = line
        self.key = key
        self.reason = reason
        place = f"{path}:{line}" if line is not None else str(path)
        subject = f"key '{key}': " if key is not None else ""
        super().__init__(f"{place}: {subject}{reason}")

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by the parts, so that the error survives the way back from a worker process."""
        return (_rebuild, (str(self.path), self.reason, self.line, self.key))


def _rebuild(path: str, reason: str, line: int | None, key: str | None) -> WeightsError:
    return WeightsError(path, reason, line=line, key=key)


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
