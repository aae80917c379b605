"""Lexicons as values: the entries of one family with their look-ups, and the bundle of all families."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar, cast

from attrs import evolve, field, frozen

from attribution.lexicons.entries import FAMILIES, AnonymityEntry, CueEntry, Entry, HedgeEntry, LoadedEntry, SourceEntry
from attribution.lexicons.phrases import Phrase, compile_phrases
from attribution.lexicons.reading import LexiconFile, parse, read_file
from attribution.report.records import Stance

# A lexicon that is shipped but not used unless asked for.
VAGUE_QUANTITIES: Final = Path(__file__).parent / "extra" / "vague_quantities.toml"

E = TypeVar("E", bound=Entry, covariant=True)


@frozen(cache_hash=True)
class Lexicon(Generic[E]):
    """The entries of one family, in the order of their file."""

    family: str
    entries: tuple[E, ...]
    _by_id: Mapping[str, E] = field(init=False, repr=False, eq=False)
    _by_first: Mapping[str, tuple[tuple[Phrase, E], ...]] = field(init=False, repr=False, eq=False)
    _firsts: frozenset[str] = field(init=False, repr=False, eq=False)

    @_by_id.default
    def _index_ids(self) -> Mapping[str, E]:
        return MappingProxyType({entry.id: entry for entry in self.entries})

    @_by_first.default
    def _index_words(self) -> Mapping[str, tuple[tuple[Phrase, E], ...]]:
        index: dict[str, list[tuple[Phrase, E]]] = {}
        for entry in self.entries:
            for phrase in compile_phrases(entry.phrases):
                for form in phrase.words[0].forms:
                    index.setdefault(form, []).append((phrase, entry))
        return MappingProxyType({first: tuple(items) for first, items in index.items()})

    @_firsts.default
    def _first_words(self) -> frozenset[str]:
        return frozenset(self._by_first)

    def __iter__(self) -> Iterator[E]:
        """Go through the entries in order."""
        return iter(self.entries)

    def __len__(self) -> int:
        """Count the entries."""
        return len(self.entries)

    def __getitem__(self, entry_id: str) -> E:
        """Return the entry with this id; ``KeyError`` where there is none."""
        return self._by_id[entry_id]

    def __contains__(self, entry_id: object) -> bool:
        """Say whether there is an entry with this id."""
        return entry_id in self._by_id

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the entries alone; the look-up tables are made again."""
        return (type(self), (self.family, self.entries))

    def of_kind(self, kind: str) -> tuple[E, ...]:
        """Return the entries of one kind, in order."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    def lookup(self, lemmas: Sequence[str], kind: str | None = None, words: Sequence[str] | None = None) -> E | None:
        """Find the entry whose phrase is in a sequence of words, in order but perhaps with others between.

        Of several the longest phrase wins, then the one that starts last: "has not ruled out" is ``not rule out``
        before ``rule out``.

        Args:
            lemmas: The lemmas of the words.
            kind: Only entries of this kind, or of any kind when ``None``.
            words: The words themselves, for the parts of phrases without ``lemma:``; the lemmas when ``None``.

        Returns:
            The entry, or ``None``.
        """
        lowered = [lemma.lower() for lemma in lemmas]
        forms = lowered if words is None else [word.lower() for word in words]
        # Most words that are looked up are in no lexicon.
        if self._firsts.isdisjoint(lowered) and (forms is lowered or self._firsts.isdisjoint(forms)):
            return None
        best: tuple[int, int, E] | None = None
        for start, (lemma, form) in enumerate(zip(lowered, forms, strict=True)):
            for head in (lemma,) if lemma == form else (lemma, form):
                for phrase, entry in self._by_first.get(head, ()):
                    length = len(phrase.words)
                    if length > len(lowered) - start or (kind is not None and entry.kind != kind):
                        continue
                    if not phrase.is_spread_from(start, forms, lowered):
                        continue
                    if best is None or (length, start) > best[:2]:
                        best = (length, start, entry)
        return best[2] if best else None


class CueLexicon(Lexicon[CueEntry]):
    """The cues of attribution, with what the interpretation asks of them."""

    def stance(self, lemmas: Sequence[str], kind: str, words: Sequence[str] | None = None) -> Stance:
        """Return the stance of a cue: of an entry of this kind, else of any kind, else ``neutral``."""
        entry = self.lookup(lemmas, kind, words) or self.lookup(lemmas, None, words)
        return entry.stance if entry else "neutral"

    def is_speech(self, lemmas: Sequence[str], kind: str, words: Sequence[str] | None = None) -> bool:
        """Say whether a cue is one of speech or writing; unknown cues are taken to be."""
        entry = self.lookup(lemmas, kind, words) or self.lookup(lemmas, None, words)
        return entry.speech if entry else True


@frozen
class Lexicons:
    """All families together."""

    cues: CueLexicon
    sources: Lexicon[SourceEntry]
    anonymity: Lexicon[AnonymityEntry]
    hedges: Lexicon[HedgeEntry]
    loaded: Lexicon[LoadedEntry]

    @staticmethod
    def default() -> Lexicons:
        """Return the lexicons that are shipped; read once."""
        return _shipped()

    @staticmethod
    def read(paths: Iterable[Path | str]) -> Lexicons:
        """Return the shipped lexicons as changed by files of the user's own, in their order.

        A file says which ``family`` it belongs to. Its entries are added, an entry with a known id takes the place of
        the old one, the ids in ``remove`` are taken out, and ``replace = true`` empties the family first.

        Raises:
            LexiconError: A file cannot be read, or something in it is not as it must be.
        """
        lexicons = _shipped()
        for path in paths:
            lexicons = lexicons._changed(read_file(Path(path)))
        return lexicons

    def _changed(self, file: LexiconFile) -> Lexicons:
        old = cast("Lexicon[Entry]", getattr(self, file.family))
        entries = {} if file.replace else {entry.id: entry for entry in old if entry.id not in file.remove}
        entries.update((entry.id, entry) for entry in file.entries)
        changes: dict[str, Any] = {file.family: evolve(old, entries=tuple(entries.values()))}
        return evolve(self, **changes)


@cache
def _shipped() -> Lexicons:
    folder = resources.files("attribution.lexicons")
    entries: dict[str, tuple[Entry, ...]] = {}
    for family in FAMILIES:
        resource = folder / f"{family}.toml"
        entries[family] = parse(resource.read_text(encoding="utf-8"), Path(str(resource))).entries
    return Lexicons(
        cues=CueLexicon("cues", cast("tuple[CueEntry, ...]", entries["cues"])),
        sources=Lexicon("sources", cast("tuple[SourceEntry, ...]", entries["sources"])),
        anonymity=Lexicon("anonymity", cast("tuple[AnonymityEntry, ...]", entries["anonymity"])),
        hedges=Lexicon("hedges", cast("tuple[HedgeEntry, ...]", entries["hedges"])),
        loaded=Lexicon("loaded", cast("tuple[LoadedEntry, ...]", entries["loaded"])),
    )
