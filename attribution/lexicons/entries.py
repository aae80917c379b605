"""The entries of the lexicons: one frozen class per family, whose fields are the keys that its TOML file may hold.

An entry matches in one of two ways. Either by ``phrase`` (one or several): words in order, compared without case;
``lemma:deny`` stands for every form of *deny*. ``tags`` then restricts the head word of the phrase (its first
``lemma:`` word, or its first word where it has none) to some Penn Treebank tags (``MD``) or universal parts of speech
(``VERB``). Or by ``pattern``: a textacy token-pattern string (``"LEMMA:rule POS:ADP"``) or a list of spaCy
``Matcher`` token patterns.

Three keys hold back a match: ``not_after`` (phrases directly before it), ``not_before`` (phrases directly after it)
and ``shields`` (longer phrases that it must not lie within).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

from attrs import field, frozen

from attribution.report.records import CueKind, HedgeKind, Identification, LoadedKind, SourceKind, Stance

TokenPattern = tuple[dict[str, Any], ...]

HedgeContext = Literal[
    "anywhere",
    "appear",
    "attributive",
    "belief",
    "chance",
    "clause",
    "conditional",
    "doubt",
    "evidence",
    "impersonal",
    "look",
    "modal",
    "number",
    "plural_source",
    "quantified_source",
    "quantity",
    "quantity_of",
    "unowned",
    "vague_quantity",
]


@frozen(kw_only=True)
class Entry:
    """What every entry has.

    ``id`` is unique in its family; ``origin`` names the paper or style guide that the entry comes from; ``match`` are
    sentences in which it must be found and ``no_match`` such in which it must not; ``note`` is for the reader.
    """

    id: str
    kind: str
    phrases: tuple[str, ...] = ()
    pattern: TokenPattern = field(default=(), hash=False)
    tags: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    shields: tuple[str, ...] = ()
    origin: str = ""
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()
    note: str = ""


@frozen(kw_only=True)
class CueEntry(Entry):
    """A cue of attribution: what it says about its content, and whether the content was uttered.

    ``speech`` is true for saying and writing, false for thought, perception and intention.
    """

    kind: CueKind
    stance: Stance
    speech: bool = True


@frozen(kw_only=True)
class SourceEntry(Entry):
    """A word that tells what a source is.

    ``source_kind``, ``identification`` and ``count`` are given where the word decides them.
    """

    kind: str
    source_kind: SourceKind | None = None
    identification: Identification | None = None
    count: int | None = None


@frozen(kw_only=True)
class AnonymityEntry(Entry):
    """A phrase that gives, or asks for, the terms on which a source is not named."""

    kind: str


@frozen(kw_only=True)
class HedgeEntry(Entry):
    """A hedge.

    ``context`` names the test of :mod:`attribution.interpret.hedges.contexts` that its surroundings must pass;
    ``subjects`` are the lemmas that the context ``evidence`` asks for as the subject of the verb.
    """

    kind: HedgeKind
    context: HedgeContext = "anywhere"
    subjects: tuple[str, ...] = ()


@frozen(kw_only=True)
class LoadedEntry(Entry):
    """A loaded expression.

    ``sure`` is false for words that are loaded in some contexts only: they count where the encoder, too, reads them as
    loaded.
    """

    kind: LoadedKind
    sure: bool = True


FAMILIES: Final[Mapping[str, type[Entry]]] = MappingProxyType(
    {
        "cues": CueEntry,
        "sources": SourceEntry,
        "anonymity": AnonymityEntry,
        "hedges": HedgeEntry,
        "loaded": LoadedEntry,
    }
)
