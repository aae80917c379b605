"""Word lists as data: one TOML file per family, the reader that checks them, and the matcher that finds them."""

from attribution.lexicons.entries import (
    AnonymityEntry,
    CueEntry,
    Entry,
    HedgeEntry,
    LoadedEntry,
    SourceEntry,
)
from attribution.lexicons.errors import LexiconError
from attribution.lexicons.lexicon import VAGUE_QUANTITIES, CueLexicon, Lexicon, Lexicons
from attribution.lexicons.matching import LexiconMatcher, Match, in_headline, longest

__all__ = [
    "VAGUE_QUANTITIES",
    "AnonymityEntry",
    "CueEntry",
    "CueLexicon",
    "Entry",
    "HedgeEntry",
    "Lexicon",
    "LexiconError",
    "LexiconMatcher",
    "Lexicons",
    "LoadedEntry",
    "Match",
    "SourceEntry",
    "in_headline",
    "longest",
]
