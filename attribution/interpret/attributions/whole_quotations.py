"""A quotation belongs as a whole to whoever its beginning is given to: nobody is quoted with half of it.

So does the paragraph after "The governor added:" that stands in no quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve
from spacy.tokens import Doc

from attribution.interpret.readings import Frame
from attribution.interpret.text.lines import find_paragraphs
from attribution.interpret.text.quotes import Quotation
from attribution.snapshot import starts_in

_SHORTEST: Final = 3
"""Words; a shorter quotation is one piece with what stands around it."""

_BEGINNING: Final = 2
"""So many words make the beginning of a quotation; a content that holds one of them begins it."""

_MARKS: Final = frozenset('"“”«»')


def with_whole_quotations(doc: Doc, frames: Sequence[Frame], quotations: Sequence[Quotation]) -> list[Frame]:
    """Complete contents that begin a quotation, or a paragraph after a colon, and break off within it.

    Args:
        doc: A Doc.
        frames: The attributions found so far.
        quotations: The quotations of its text, in order.

    Returns:
        The frames, in their order.
    """
    wholes = _wholes(doc, quotations)
    places = _places(wholes)
    begun: defaultdict[int, list[int]] = defaultdict(list)
    spoken: set[int] = set()
    for number, frame in enumerate(frames):
        around_cue = _touched(frame.cue, places)
        for at in _touched(frame.content, places) - around_cue:
            begun[at].append(number)
        # A cue inside that speaks about what is outside: these marks do not enclose what somebody says.
        spoken.update(at for at in around_cue if any(index not in wholes[at] for index in frame.content))
    completed = list(frames)
    for at in begun.keys() - spoken:
        inside = [index for index in wholes[at] if not doc[index].is_space]
        beginning = [index for index in inside if doc[index].is_alpha][:_BEGINNING]
        for number in begun[at]:
            content = set(completed[number].content)
            if not content.isdisjoint(beginning) and not content.issuperset(inside):
                completed[number] = evolve(completed[number], content=tuple(sorted(content.union(inside))))
    return completed


def _wholes(doc: Doc, quotations: Sequence[Quotation]) -> list[range]:
    """Return the tokens of each quotation, and of each paragraph that is one without marks, in order."""
    bounds = [(q.inner_start, q.inner_end) for q in quotations if q.depth == 1 and q.closed and q.words >= _SHORTEST]
    bounds += _after_colons(doc.text)
    offsets = starts_in(doc)
    return [range(bisect_left(offsets, start), bisect_left(offsets, end)) for start, end in sorted(bounds)]


def _after_colons(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs without quotation marks that follow one that ends with a colon."""
    paragraphs = find_paragraphs(text) if ":\n" in text or ":\r" in text else []
    for (_, before), (start, end) in pairwise(paragraphs):
        if text[before - 1] == ":" and _MARKS.isdisjoint(text[start:end]):
            yield start, end


def _places(wholes: Sequence[range]) -> Mapping[int, int]:
    """Return for each token in one of the stretches the number of the stretch: of several, the one that begins last."""
    return {index: number for number, whole in enumerate(wholes) for index in whole}


def _touched(tokens: Iterable[int], places: Mapping[int, int]) -> set[int]:
    """Return which of the stretches, by number, any of the tokens stands in."""
    return set(map(places.__getitem__, filter(places.__contains__, tokens)))
