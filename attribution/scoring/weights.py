"""The numbers and word lists that the two scores are made of, as one typed value."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from attrs import frozen

from attribution.scoring.reading import read_tables
from attribution.scoring.tables import Tables

_SHIPPED: Final = Path(__file__).with_name("weights.toml")


@frozen
class Weights(Tables):
    """Everything that the two scores are made of.

    ``Weights.shipped()`` is the table that comes with the package; ``Weights.read(path)`` is the same with the changes
    of a file of the user's own.

    Attributes:
        sourcing: Effects on the sourcing value, a row for each reason and a column for each standing of a source.
        loading: Effects on the loading value, a row for each kind of loaded wording.
        corroboration: When two claims say the same.
        words: The few words that scoring must know.
    """

    @classmethod
    def shipped(cls) -> Weights:
        """Return the weights that come with the package."""
        return _shipped()

    @classmethod
    def read(cls, path: str | Path) -> Weights:
        """Read a weights file; what it does not mention is as shipped.

        Args:
            path: A TOML file with any part of the tables of the shipped ``weights.toml``.

        Returns:
            The shipped weights with the changes of the file.

        Raises:
            WeightsError: If the file cannot be read, holds an unknown key, or a value that cannot be one. The error
                names file, line and key.
        """
        return _of(read_tables(Path(path), cls.shipped()))


@cache
def _shipped() -> Weights:
    return _of(read_tables(_SHIPPED, None))


def _of(tables: Tables) -> Weights:
    return Weights(tables.sourcing, tables.loading, tables.corroboration, tables.words)
