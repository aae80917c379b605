"""The turns of a transcript: paragraphs that begin with the name of a speaker and a colon.

"WALLACE: Let's start with ..." is speech without quotation marks, or with one before the name. A label counts as a
speaker's only in company: one paragraph in capitals with a colon may be a note ("EXCLUSIVE: ...").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from attribution.interpret.text.lines import find_paragraphs
from attribution.interpret.text.quotes import Quotation

# A name in capitals, with a first name, an office or a remark beside it: "SEN. COLE", "OKAFOR (interrupting)".
_CAPITALS: Final = re.compile(
    r"[\"“”]?(?P<name>[^\W\d_a-z][^\W\d_a-z.'’-]*(?:[ ][^\W\d_a-z][^\W\d_a-z.'’-]*){0,4})"
    r"(?:,[^:\n]{1,40})?(?: ?[(\[][^)\]\n]{1,40}[)\]])?:\s+(?=\S)"
)
_TITLED: Final = re.compile(r"[\"“”]?(?P<name>(?:[A-Z][\w'’.-]*)(?:[ ][A-Z][\w'’.-]*){0,3}):\s+(?=\S)")
_NOTES: Final = frozenset(
    "ALERT ANALYSIS BACKGROUND BREAKING BUSTED CAPTION CLICK COMMENT CONTACT CORRECTION DETAILS DEVELOPING "
    "EDITORIAL EDITOR EXCLUSIVE EXPLAINED EXPLAINER FACT FILE GRAPHIC HOROSCOPE INFO INTERVIEW JUST LATEST LIVE LOOK "
    "MAP MORE NEWS NOTE OPINION PHOTO PHOTOS PICTURE POLL QUIZ QUOTE READ RECAP RELATED REPORT REVEALED REVIEW SCORE "
    "SEE SOURCE SPOILER SUMMARY TIMELINE TIP TRANSCRIPT UPDATE UPDATED VIDEO VIEW WARNING WATCH WHAT WHEN WHERE WHO "
    "WHY".split()
)
# So many turns at least make a transcript; names in small letters are everyday words more often.
_LEAST: Final = 2
_LEAST_TITLED: Final = 4
_REMARK: Final = re.compile(r"[(\[][^)\]]*[)\]]\W*\Z")


@frozen
class Turn:
    """One turn, in character offsets: the speaker's name, the colon, and what is said."""

    name_start: int
    name_end: int
    colon: int
    start: int
    end: int


def find_turns(text: str) -> tuple[Turn, ...]:
    """Find the turns of the transcripts in a text.

    Args:
        text: Any string.

    Returns:
        The turns in order; none where fewer than two paragraphs begin with the name of a speaker.
    """
    if ":" not in text:
        return ()
    paragraphs = find_paragraphs(text)
    for pattern, least in ((_CAPITALS, _LEAST), (_TITLED, _LEAST_TITLED)):
        found = {
            number: match
            for number, (start, end) in enumerate(paragraphs)
            if (match := pattern.match(text, start, end)) is not None and _is_speaker(match["name"])
        }
        if len(found) >= least and _is_exchange(found, least):
            return _turns(text, paragraphs, found)
    return ()


def with_turns(quotations: Sequence[Quotation], turns: Sequence[Turn]) -> tuple[Quotation, ...]:
    """Add to the quotations of a text what is said in turns, as quotations without marks.

    A quotation that only opens a turn, with its mark before the speaker's name, goes; those inside a turn lie one
    deeper.

    Args:
        quotations: The quotations by their marks, in order.
        turns: The turns, in order.
    """
    if not turns:
        return tuple(quotations)
    found: list[Quotation] = []
    starts = [turn.name_start - 1 for turn in turns]
    for quotation in quotations:
        at = bisect_right(starts, quotation.start) - 1
        turn = turns[at] if at >= 0 else None
        if turn is None or quotation.start >= turn.end:
            found.append(quotation)
        elif quotation.start >= turn.start:
            found.append(evolve(quotation, depth=quotation.depth + 1))
    found += [Quotation(t.start, t.end, t.start, t.end, words=_LONG) for t in turns]
    return tuple(sorted(found, key=_by_position))


# A turn is no scare quotation, however short.
_LONG: Final = 99


def _by_position(quotation: Quotation) -> tuple[int, int]:
    return quotation.start, -quotation.end


def _is_speaker(name: str) -> bool:
    words = name.replace(".", " ").upper().split()
    return not any(word.strip("'’-") in _NOTES for word in words)


def _is_exchange(found: dict[int, re.Match[str]], least: int) -> bool:
    """Tell speakers, who come back or answer each other, from labels of a list ("Where: ... When: ...")."""
    times = Counter(match["name"].split()[-1].upper() for match in found.values())
    if least == _LEAST:
        return True
    return len(times) > 1 and all(times[name] > 1 for name, _ in times.most_common(2))


def _turns(text: str, paragraphs: Sequence[tuple[int, int]], found: dict[int, re.Match[str]]) -> tuple[Turn, ...]:
    numbers = sorted(found)
    # Where most paragraphs are turns, those without a name go on with the turn before them.
    is_whole = 2 * len(numbers) > numbers[-1] - numbers[0]
    turns = []
    for position, number in enumerate(numbers):
        last = number
        following = numbers[position + 1] if position + 1 < len(numbers) else number + 1
        while is_whole and last + 1 < following and not _REMARK.match(text, *paragraphs[last + 1]):
            last += 1
        match = found[number]
        end = paragraphs[last][1]
        turns.append(Turn(match.start("name"), match.end("name"), text.rindex(":", 0, match.end()), match.end(), end))
    return tuple(turns)
