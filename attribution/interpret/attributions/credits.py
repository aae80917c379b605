"""Quotations that marks and layout credit to somebody where the encoder offers no attribution.

A name after a dash (``"Stay inside." – Governor Ramos``), a name and a colon before it ("And from the chairwoman:"),
a verb that no lexicon knows beside it (``"It's rubbish," she fumed``), the name of a speaker before a turn of a
transcript, and a quotation that fills a paragraph after one of somebody's: that goes on with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.attributions.placing import Placed
from attribution.interpret.frames.leads import read_lead
from attribution.interpret.readings import Frame
from attribution.interpret.text.lines import find_paragraphs
from attribution.interpret.text.quotes import Quotation
from attribution.interpret.text.turns import Turn
from attribution.interpret.trees import syntax
from attribution.lexicons import CueLexicon
from attribution.snapshot import starts_in

_DASH: Final = re.compile(r"\s{0,4}(?P<dash>[–—―]|--|-(?=\s))\s?(?P<name>[^\s\d][^\n\"“”]{1,100})")
_COLON: Final = re.compile(r":\s*\Z")
_SHORTEST: Final = 3
_FAR: Final = 200
_LONGEST_NAME: Final = 18
_WITHIN: Final = 8
_FIXED: Final = frozenset({"be", "have", "do", "seem", "become"})
_ENDS: Final = frozenset(".!?")
_PAUSES: Final = frozenset(",!?…—-")
_OPENING: Final = frozenset('“"«„')


def find_credited(
    doc: Doc, frames: Sequence[Frame], quotations: Sequence[Quotation], turns: Sequence[Turn], cues: CueLexicon
) -> list[Frame]:
    """Return the frames with those that marks and layout show, and with quotations that go on taken in.

    Args:
        doc: A Doc with tags, a tree and sentences.
        frames: What has been accepted so far.
        quotations: The quotations of its text, with the turns of transcripts.
        turns: The turns.
        cues: The cue lexicon.
    """
    return _Credits(doc, frames, quotations, turns, cues).read()


class _Credits:
    """The work on one text."""

    def __init__(
        self,
        doc: Doc,
        frames: Sequence[Frame],
        quotations: Sequence[Quotation],
        turns: Sequence[Turn],
        cues: CueLexicon,
    ) -> None:
        self._doc = doc
        self._known = cues
        self._text = doc.text
        self._placed = Placed(frames)
        self._frames: list[Frame] = []
        self._turns = turns
        spoken = {turn.start for turn in turns}
        self._quotations = [q for q in quotations if q.depth == 1 and q.words >= _SHORTEST and q.start not in spoken]
        self._offsets = starts_in(doc)
        # Which frame holds a token as content; the first of several.
        self._owner: dict[int, int] = {}
        # Which frame a token is a cue of.
        self._cues: dict[int, int] = {}
        self._paragraphs = find_paragraphs(self._text) if self._quotations else []
        self._starts = [start for start, _ in self._paragraphs]

    def read(self) -> list[Frame]:
        for turn in self._turns:
            self._take_turn(turn)
        for quotation in self._quotations:
            credited = self._with_dash(quotation)
            if credited is not None:
                self._placed.put(credited)
        self._frames = self._placed.frames()
        for number, frame in enumerate(self._frames):
            self._cues.update(dict.fromkeys(frame.cue, number))
            self._hold(frame.content, number)
        for previous, quotation in zip((None, *self._quotations), self._quotations, strict=False):
            if self._is_covered(quotation):
                continue
            found = self._with_verb(quotation) or self._with_colon(quotation)
            if found is not None:
                self._frames.append(found)
                self._cues.update(dict.fromkeys(found.cue, len(self._frames) - 1))
                self._hold(found.content, len(self._frames) - 1)
            elif previous is None or not (self._resume(previous, quotation) or self._go_on(previous, quotation)):
                self._follow(quotation)
        return self._frames

    # -- turns -------------------------------------------------------------------------------------------------------

    def _take_turn(self, turn: Turn) -> None:
        """Make a turn one attribution, in place of whatever has been read of its name and colon."""
        colon = self._token(turn.colon)
        name = tuple(i for i in self._inside(turn.name_start, turn.name_end) if i < colon)
        content = self._inside(turn.start, turn.end)
        # A tokenizer may take the colon after a bracket for a face: "):".
        if not name or not content or ":" not in self._doc[colon].text:
            return
        self._placed.put(Frame((colon,), name, content, origin="layout"))

    # -- quotations --------------------------------------------------------------------------------------------------

    def _with_dash(self, quotation: Quotation) -> Frame | None:
        """Read ``"..." – Name, office`` up to the end of the line."""
        match = _DASH.match(self._text, quotation.end)
        if match is None or not quotation.closed:
            return None
        end = match.end()
        dash = self._token(match.start("dash"))
        name = self._inside(match.start("name"), end)
        name = self._up_to_stop(name)
        if not name or len(name) > _LONGEST_NAME or not self._doc[name[0]].text[:1].isupper():
            return None
        if any(self._doc[i].tag_ in {"VBD", "VBZ", "VBP", "MD"} and self._doc[i].dep_ == "ROOT" for i in name):
            return None
        if not any(self._doc[i].pos_ == "PROPN" for i in name):
            return None
        return Frame((dash,), name, self._inside(self._opening(quotation, end), quotation.end), origin="layout")

    def _opening(self, quotation: Quotation, end: int) -> int:
        """Return where the quotation before a name begins: with the paragraph, if the two of them fill it.

        Marks within it may close the quotation too soon: ``“He quoted ‘Some are poor.” And so they are.” – Ana Ruiz``.
        """
        start, stop = self._paragraphs[self._paragraph(quotation.start)]
        fills = self._text[start] in _OPENING and not self._text[end:stop].strip(" .")
        return start if fills else quotation.start

    def _with_verb(self, quotation: Quotation) -> Frame | None:
        """Read ``"...," she fumed`` and ``"...," fumed Kirk``."""
        if not quotation.closed or self._text[quotation.inner_end - 1 : quotation.inner_end] not in _PAUSES:
            return None
        start = self._token(quotation.end)
        for index in range(start, min(len(self._doc), start + _WITHIN)):
            token = self._doc[index]
            if token.is_space or (token.is_punct and index > start):
                return None
            if token.tag_ not in {"VBD", "VBZ"} or token.lemma_ in _FIXED or index in self._cues:
                continue
            subject = syntax.own_subject(token)
            if subject is None or not start <= subject.i <= index + _WITHIN:
                return None
            source = self._phrase(subject)
            if not source or (start not in source and index != start):
                return None
            return Frame((index,), source, self._inside(quotation.start, quotation.end), origin="layout")
        return None

    def _with_colon(self, quotation: Quotation) -> Frame | None:
        """Read "And from Chairwoman Fong:", "Mayor Benali on X:", "Coach Brock was blunt:" before a quotation."""
        before = _COLON.search(self._text, max(0, quotation.start - 6), quotation.start)
        if before is None:
            return None
        colon = self._token(before.start())
        if self._doc[colon].text != ":" or colon in self._cues:
            return None
        sentence = self._doc[colon].sent
        first = max(sentence.start, self._token(self._starts[self._paragraph(before.start())]))
        lead = [t for t in self._doc[first:colon] if not t.is_space and not t.is_punct]
        if not lead or any(t.i in self._cues for t in lead):
            return None
        introduced = read_lead(lead, self._known)
        if introduced is None:
            return None
        cue, source = introduced
        return Frame(cue or (colon,), source, self._inside(quotation.start, quotation.end), origin="layout")

    def _go_on(self, previous: Quotation, quotation: Quotation) -> bool:
        """Give a quotation that fills its paragraph to whoever is quoted at the end of the paragraph before."""
        number = self._paragraph(quotation.start)
        start, end = self._paragraphs[number]
        fills = quotation.start <= start + 1 and not self._text[quotation.end : end].strip(" .")
        if not number or not fills:
            return False
        first, last = self._paragraphs[number - 1]
        return first <= previous.start < last and self._give(quotation, previous)

    def _follow(self, quotation: Quotation) -> None:
        """Give sentences in quotation marks to who has just spoken (``She described the night. "They came."``)."""
        first = self._token(quotation.start)
        if not quotation.closed or not first or self._text[quotation.inner_end - 1] not in _ENDS:
            return
        if self._doc[first - 1].text not in _ENDS or self._paragraph(self._doc[first - 1].idx) != self._paragraph(
            quotation.start
        ):
            return
        start = syntax.start_by_marks(self._doc, first - 1, _FAR)
        said = [*{self._cues[i]: None for i in range(start, first) if i in self._cues}]
        if len(said) != 1 or not self._frames[said[0]].source:
            return
        if self._doc[self._frames[said[0]].cue[-1]].pos_ == "VERB":
            self._add(quotation, said[0])

    def _resume(self, previous: Quotation, quotation: Quotation) -> bool:
        """Take "..., and left" for the rest of a sentence in quotation marks that its cue interrupts."""
        paused = self._text[previous.inner_end - 1 : previous.inner_end] == ","
        goes_on = self._text[quotation.inner_start : quotation.inner_start + 1].islower()
        if not (paused and goes_on and quotation.start - previous.end < _FAR):
            return False
        if self._paragraph(previous.start) != self._paragraph(quotation.start):
            return False
        between = self._inside(previous.end, quotation.start)
        return any(i in self._cues for i in between) and self._give(quotation, previous)

    def _give(self, quotation: Quotation, previous: Quotation) -> bool:
        """Add a quotation to the content that holds the one before it, if one does."""
        owners = [self._owner[i] for i in self._inside(previous.start, previous.end) if i in self._owner]
        if owners:
            self._add(quotation, owners[0])
        return bool(owners)

    def _add(self, quotation: Quotation, number: int) -> None:
        frame = self._frames[number]
        content = tuple(sorted({*frame.content, *self._inside(quotation.start, quotation.end)}))
        self._frames[number] = evolve(frame, content=content)
        self._hold(content, number)

    # -- tokens ------------------------------------------------------------------------------------------------------

    def _token(self, offset: int) -> int:
        """Return the index of the token at an offset, or of the next one."""
        at = max(0, bisect_right(self._offsets, offset) - 1)
        if at < len(self._doc) and self._offsets[at] + len(self._doc[at]) <= offset:
            at += 1
        return min(at, len(self._doc) - 1)

    def _inside(self, start: int, end: int) -> tuple[int, ...]:
        low, high = bisect_left(self._offsets, start), bisect_left(self._offsets, end)
        return tuple(i for i in range(low, high) if not self._doc[i].is_space)

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _phrase(self, noun: Token) -> tuple[int, ...]:
        start, end = syntax.noun_phrase(noun)
        return tuple(i for i in range(start, end) if not self._doc[i].is_space)

    def _up_to_stop(self, tokens: Sequence[int]) -> tuple[int, ...]:
        kept: list[int] = []
        for index in tokens:
            token = self._doc[index]
            if token.is_sent_start and kept:
                break
            kept.append(index)
        while kept and self._doc[kept[-1]].is_punct and self._doc[kept[-1]].text not in {")", "]"}:
            kept.pop()
        return tuple(kept)

    def _is_covered(self, quotation: Quotation) -> bool:
        inside = self._inside(quotation.inner_start, quotation.inner_end)
        return any(i in self._owner or i in self._cues for i in inside)

    def _hold(self, content: Sequence[int], number: int) -> None:
        for index in content:
            self._owner.setdefault(index, number)
