"""Quotations: where they start and end, how they nest, and what of a text lies inside them.

A quotation never runs past its paragraph, except by the printers' rule that one of several paragraphs opens anew in
each and closes in the last. So one mark too many or too few spoils a paragraph at most, never the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray

from attribution.interpret.text.lines import INVISIBLE, find_paragraphs
from attribution.interpret.text.marks import Family, Mark, find_marks
from attribution.report.records import QuotationType, Span

# Nobody quotes deeper in print; the limit keeps the work linear on hostile input.
_DEEPEST: Final = 6
# A single mark that may be an apostrophe closes a quotation only if it opened within so many characters.
_NEAR: Final = 90
_WORD: Final = re.compile(r"\w[\w'’.-]*")
_EVERYTHING: Final = 0.999


@frozen
class Quotation:
    """A stretch between quotation marks, in character offsets.

    ``text[start:end]`` includes the marks, ``text[inner_start:inner_end]`` does not. ``depth`` is 1 for a quotation
    that lies in no other. ``closed`` is false when the closing mark is missing: the quotation then ends with its
    paragraph, or where the next one opens. ``continues`` says that it goes on with the quotation that the paragraph
    before left open. ``words`` counts the words inside, of nested quotations too.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 1
    closed: bool = True
    continues: bool = False
    words: int = 0


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find all quotations of a text.

    Straight, curly, low and doubled marks, guillemets and corner brackets are known, single inside double and the
    reverse; mixed pairs are matched. Apostrophes, plural possessives, feet and inches are no marks.

    Args:
        text: Any string; it is not normalized and no character of it raises.

    Returns:
        The quotations in the order of their start, outer ones before those inside them.
    """
    found: list[Quotation] = []
    left_open: list[Family] = []
    for start, end in find_paragraphs(text):
        paragraph = _Paragraph(text, start, end, left_open)
        paragraph.read()
        left_open = paragraph.left_open
        found.extend(paragraph.quotations)
    found.sort(key=_by_position)
    return tuple(found)


def _by_position(quotation: Quotation) -> tuple[int, int]:
    return quotation.start, -quotation.end


@frozen
class _Open:
    mark: Mark
    continues: bool


@define
class _Paragraph:
    """The marks of one paragraph, matched from left to right with a stack."""

    text: str
    start: int
    end: int
    carried: list[Family]
    quotations: list[Quotation] = field(factory=list)
    stack: list[_Open] = field(factory=list)
    left_open: list[Family] = field(factory=list)

    def read(self) -> None:
        marks = find_marks(self.text, self.start, self.end)
        if not marks:
            return
        future = _Future(marks)
        leading = self.carried
        for number, mark in enumerate(marks):
            # Marks at the very start of a paragraph that repeat those left open before it go on with them.
            first = self.stack[-1].mark.end if self.stack else self.start
            goes_on = bool(leading) and mark.start == first and mark.family == leading[0]
            leading = leading[1:] if goes_on else []
            self._take(number, mark, future, goes_on)
        self._finish()

    def _take(self, number: int, mark: Mark, future: _Future, goes_on: bool) -> None:
        is_open = self._position(mark.family) >= 0
        opens = mark.facing == "open" or (mark.facing == "either" and not is_open)
        if is_open and mark.low is False and self._closes_low(mark):
            opens = False
        if mark.family == "single":
            self._take_single(number, mark, future, goes_on, opens)
        elif opens:
            if mark.after_digit and not is_open and mark.facing == "either":
                return  # a lone 12" is a length
            if is_open and not future.closes_again(number):
                self._abandon(mark)
            self._push(mark, goes_on)
        elif is_open:
            if not (mark.after_digit and future.next_closes(number)):
                self._close(mark)
        elif not self.stack and self.carried and mark.family == self.carried[0] and not self.quotations:
            # The paragraph before stayed open and this one closes without having opened anew.
            self._record(self.start, self.start, mark.start, mark.end, 1, closed=True, continues=True)

    def _take_single(self, number: int, mark: Mark, future: _Future, goes_on: bool, opens: bool) -> None:
        is_open = self._position("single") >= 0
        if opens and not is_open:
            if mark.firm:
                closes = future.closes_single(number, mark)
            else:
                closes = future.closes_firmly(number) and self._may_start_speech(mark)
            if goes_on or closes or self._opens_speech(mark):
                self._push(mark, goes_on)
        elif not opens and is_open and (mark.firm or not future.closes_firmly(number)):
            self._close(mark)

    def _opens_speech(self, mark: Mark) -> bool:
        """Tell an unclosed quotation in single marks from an apostrophe: it starts the paragraph with a capital."""
        first = self.stack[-1].mark.end if self.stack else self.start
        return mark.firm and mark.start == first and self.text[mark.end : mark.end + 1].isupper()

    def _may_start_speech(self, mark: Mark) -> bool:
        """Say whether speech may start at what looks like an elision: ``He said, 'Cause I can.'``."""
        return mark.start == self.start or self.text[max(self.start, mark.start - 2) : mark.start] in (", ", ": ")

    def _closes_low(self, mark: Mark) -> bool:
        """Say whether “ or ‘ closes „ or ‚ here."""
        position = self._position(mark.family)
        opened = self.stack[position].mark
        return opened.low and mark.facing == "open" and self.text[mark.start] in "“‘" and mark.start > opened.end

    def _position(self, family: Family) -> int:
        for position in range(len(self.stack) - 1, -1, -1):
            if self.stack[position].mark.family == family:
                return position
        return -1

    def _push(self, mark: Mark, continues: bool) -> None:
        if len(self.stack) < _DEEPEST:
            self.stack.append(_Open(mark, continues))

    def _close(self, mark: Mark) -> None:
        position = self._position(mark.family)
        self._drop_above(position, mark.start)
        opened = self.stack.pop()
        self._record(
            opened.mark.start,
            opened.mark.end,
            mark.start,
            mark.end,
            position + 1,
            closed=True,
            continues=opened.continues,
        )

    def _abandon(self, mark: Mark) -> None:
        """End a quotation whose closing mark is missing where the next one of its family opens."""
        position = self._position(mark.family)
        self._drop_above(position, mark.start)
        self._leave_open(self.stack.pop(), position + 1, mark.start)

    def _drop_above(self, position: int, end: int) -> None:
        """Forget what was opened inside a quotation that now ends: single marks were apostrophes after all."""
        while len(self.stack) > position + 1:
            opened = self.stack.pop()
            if opened.mark.family != "single":
                self._leave_open(opened, len(self.stack) + 1, end)

    def _finish(self) -> None:
        self.left_open = [opened.mark.family for opened in self.stack]
        while self.stack:
            opened = self.stack.pop()
            self._leave_open(opened, len(self.stack) + 1, self.end)

    def _leave_open(self, opened: _Open, depth: int, end: int) -> None:
        while end > opened.mark.end and (self.text[end - 1].isspace() or self.text[end - 1] in INVISIBLE):
            end -= 1
        self._record(opened.mark.start, opened.mark.end, end, end, depth, closed=False, continues=opened.continues)

    def _record(
        self, start: int, inner_start: int, inner_end: int, end: int, depth: int, *, closed: bool, continues: bool
    ) -> None:
        words = len(_WORD.findall(self.text, inner_start, inner_end))
        self.quotations.append(Quotation(start, end, inner_start, inner_end, depth, closed, continues, words))


class _Future:
    """What the marks after a given one say, worked out once per paragraph from its end."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        count = len(marks)
        self._closes_again = [False] * count
        self._next: list[int] = [count] * count
        self._firm = [False] * count
        self._closer: list[tuple[int, int]] = [(-1, -1)] * count
        self._look_at_large()
        self._look_at_singles()

    def closes_again(self, number: int) -> bool:
        """Say whether, mark ``number`` opening inside an open quotation, both of them get closed."""
        return self._closes_again[number]

    def next_closes(self, number: int) -> bool:
        """Say whether the next mark of the family can only close."""
        following = self._next[number]
        return following < len(self._marks) and self._marks[following].facing == "close"

    def closes_single(self, number: int, mark: Mark) -> bool:
        """Say whether a single mark that would open has something to close it."""
        firm, weak = self._closer[number]
        return firm >= 0 or (weak >= 0 and weak - mark.start <= _NEAR)

    def closes_firmly(self, number: int) -> bool:
        """Say whether a single mark that surely closes follows, before another one opens."""
        return self._firm[number]

    def _look_at_large(self) -> None:
        """For each family: balance = openers less closers so far; lowest = its minimum from a mark on."""
        for family in {mark.family for mark in self._marks if mark.family != "single"}:
            numbers = [number for number, mark in enumerate(self._marks) if mark.family == family]
            balance = 0
            before: list[int] = []
            after: list[int] = []
            for number in numbers:
                before.append(balance)
                balance += {"open": 1, "close": -1, "either": 0}[self._marks[number].facing]
                after.append(balance)
            lowest = balance
            for position in range(len(numbers) - 1, -1, -1):
                number = numbers[position]
                lowest = min(lowest, after[position])
                self._closes_again[number] = lowest < before[position]
                if position + 1 < len(numbers):
                    self._next[number] = numbers[position + 1]

    def _look_at_singles(self) -> None:
        firm_before_opener = False
        firm = weak = -1
        for number in range(len(self._marks) - 1, -1, -1):
            mark = self._marks[number]
            if mark.family != "single":
                continue
            self._firm[number] = firm_before_opener
            self._closer[number] = (firm, weak)
            if mark.facing == "open":
                firm_before_opener = False
            elif mark.firm:
                firm_before_opener = True
                firm = mark.start
            else:
                weak = mark.start


class QuotedText:
    """Answers how much of a stretch of the text stands between quotation marks.

    Questions cost no more than a look-up, however long the text. White space counts for nothing.
    """

    def __init__(self, text: str, quotations: Iterable[Quotation]) -> None:
        self._outer = [quotation for quotation in quotations if quotation.depth == 1]
        self._starts = [quotation.start for quotation in self._outer]
        ink = _ink(text)
        quoted = np.zeros(len(text), dtype=bool)
        for quotation in self._outer:
            quoted[quotation.start : quotation.end] = True
        self._ink = _running_sum(ink)
        self._quoted = _running_sum(ink & quoted)

    def share(self, *spans: Span | tuple[int, int]) -> float:
        """Return the share of the spans' visible characters inside quotations, marks included.

        Args:
            spans: Spans or pairs of character offsets.

        Returns:
            A number in [0, 1]; 0 for spans without a visible character.
        """
        bounds = [(span.start, span.end) if isinstance(span, Span) else span for span in spans]
        visible = sum(int(self._ink[end] - self._ink[start]) for start, end in bounds)
        inside = sum(int(self._quoted[end] - self._quoted[start]) for start, end in bounds)
        return inside / visible if visible else 0.0

    def holds(self, *spans: Span | tuple[int, int]) -> bool:
        """Say whether the spans lie wholly inside quotations, marks included."""
        return self.share(*spans) >= _EVERYTHING

    def kind(self, *spans: Span | tuple[int, int]) -> QuotationType:
        """Return ``direct`` (all quoted), ``mixed`` (some) or ``indirect`` (none) for the spans of a content.

        An introducing "that" and punctuation outside the marks are for the caller to leave off.
        """
        share = self.share(*spans)
        if share >= _EVERYTHING:
            return "direct"
        return "mixed" if share else "indirect"

    def at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that holds the character at ``offset``, if there is one."""
        position = bisect_right(self._starts, offset) - 1
        if position >= 0 and offset < self._outer[position].end:
            return self._outer[position]
        return None


def _ink(text: str) -> NDArray[np.bool_]:
    """Mark the characters that are not white space, in one pass over the code points."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    known = _inked()
    return known[np.minimum(codes, len(known) - 1)]


@cache
def _inked() -> NDArray[np.bool_]:
    """Say of each character up to U+FFFF, after which none is blank, whether it is not white space."""
    characters = map(chr, range(0x10000))
    return np.array([not (character.isspace() or character in INVISIBLE) for character in characters])


def _running_sum(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    sums = np.zeros(len(flags) + 1, dtype=np.int64)
    np.cumsum(flags, out=sums[1:])
    return sums
