"""One source, one standing: who is kept from the reader once is so throughout, who spoke to others is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve

from attribution.interpret.draft import Draft
from attribution.interpret.sources.anonymity import Reader
from attribution.report.records import Source


def hidden_alike(
    drafts: Sequence[Draft], sources: Sequence[Source | None], reader: Reader, end_of: Callable[[int], int]
) -> list[Source | None]:
    """Return the sources with ``anonymous`` the same wherever the same one speaks to the press.

    Args:
        drafts: The attributions.
        sources: Their sources, in the same order.
        reader: Knows to whom a cue says that somebody spoke.
        end_of: Gives for a token the end of its sentence.
    """
    pairs = [(d, s) for d, s in zip(drafts, sources, strict=True) if s is not None]
    # Who told the police, and nobody else, did not speak to the press in the next sentence either.
    elsewhere = {s.entity for d, s in pairs if d.cue and reader.told_elsewhere(d.cue[-1], end_of(d.cue[-1]))}
    elsewhere -= {s.entity for _, s in pairs if s.via or s.anonymity_reason}
    hidden = {s.entity for _, s in pairs if s.anonymous} - elsewhere

    def standing(draft: Draft, source: Source | None) -> Source | None:
        if source is None or source.entity not in elsewhere | hidden:
            return source
        if source.entity in elsewhere:
            return evolve(source, anonymous=False)
        above = sources[draft.parent] if draft.parent is not None else source
        return evolve(source, anonymous=True) if _is_hidden(draft, source, above, reader, end_of) else source

    return [standing(draft, source) for draft, source in zip(drafts, sources, strict=True)]


def _is_hidden(
    draft: Draft, source: Source, above: Source | None, reader: Reader, end_of: Callable[[int], int]
) -> bool:
    if source.identification not in {"role", "vague"} or source.kind not in {"person", "group"} or not draft.cue:
        return False
    # What others are quoted as saying was not said to the press; the same source goes on in its own words.
    is_own = above is not None and above.entity == source.entity
    return is_own and reader.may_be_told_to_press(draft.cue, end_of(draft.cue[-1]))
