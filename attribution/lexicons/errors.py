"""The error of a lexicon that cannot be read."""

from __future__ import annotations

from attribution.data_files import DataFileError


class LexiconError(DataFileError):
    """A lexicon file is missing, is no TOML, or holds something that its family does not know."""
