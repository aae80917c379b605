"""Sentences as records, with what each is on the page: body, heading, caption, byline or credit.

Nothing but general habits of the page decides: where a line stands, how long it is, whether it ends like a sentence,
what stands around it, and the fixed forms of bylines and credits (:mod:`attribution.interpret.text.notes`). A text of a
single paragraph is body, unless it is a byline or credit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from attrs import field, frozen
from spacy.tokens import Doc

from attribution.interpret.text.datelines import dateline_end, is_dateline
from attribution.interpret.text.lines import INVISIBLE, find_paragraphs, sentence_breaks
from attribution.interpret.text.notes import (
    find_note,
    is_credit,
    is_list_label,
    is_name_line,
    is_picture_credit,
    is_reference,
    is_reference_label,
)
from attribution.report.records import Sentence, SentenceKind

# An unpunctuated line is a heading up to this many words, a caption above.
_LONGEST_HEADING: Final = 22
_LONGEST_CAPTION: Final = 80
_LONGEST_CAPITALS: Final = 16
# A paragraph that ends in a picture credit is a caption up to this many sentences, the credit included.
_LONGEST_CREDITED: Final = 3
# A last line that lacks its full stop was cut off rather than set as a heading when it is at least so long.
_CUT_OFF: Final = 6

_TERMINAL: Final = re.compile(r"[.!?…]['\"”’»)\]]*\Z")
# A full stop after one of these ends no sentence, nor does the number of a list item.
_TITLE: Final = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Rev|Hon|Barr|Engr|Atty|Adv|Insp|Supt|Cllr|Fr|St|vs)\.\Z"
)
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_QUOTE_MARKS: Final = frozenset("\"“”«„‘'")
_NUMBER: Final = re.compile(r"\(?\d{1,3}[.)]")
_OPEN_END: Final = re.compile(r"[,;:—–-]['\"”’»)\]]*\Z")
_WORD: Final = re.compile(r"[^\W_]")
_ITEM: Final = re.compile(r"[-*•●◦▪‣·]\s|\(?\d{1,2}[.)]\s")
_SPEAKER: Final = re.compile(r"[A-Z][\w.' -]{0,40}:\s")
# What only captions say of a picture.
_CAPTION_START: Final = re.compile(
    r"FILE\b|(?i:(?:file|archive|undated|handout|aerial|satellite)\s+(?:photo|picture|image)"
    r"|(?:above|below|left|right|pictured|top|bottom)\s*:"
    r"|(?:this|the|a|an) (?:(?:undated|file|handout|satellite|still|combination|aerial|image) )+"
    r"(?:photo|picture|image|grab|frame|of)\b|(?:photo|picture|image|video|caption)\s*:|image caption\b)"
)
# A picture credit in brackets at the end: "... in the capital [Jane Doe/Reuters]".
_CREDITED: Final = re.compile(
    r"[(\[](?:[^()\[\]]{2,60}/[^()\[\]]{2,60}|[^()\[\]]{0,60}\bPhoto\b[^()\[\]]{0,60})[)\]]\.?\Z"
)
# What a credit at the end of a caption has, and the sign-off of a desk at the end of an article has not.
_CREDIT_LINK: Final = re.compile(r"[/:|©\[(]|\b(?:by|via)\b")
_LONGEST_BRACKET: Final = 130
_CAPTION_SIGN: Final = re.compile(
    r"\((?:L|R|C|[Ll]eft|[Rr]ight|[Cc]ent(?:er|re)|[Ff]ront|[Bb]ack|from left|L-R|2nd [LR]|file)\)"
    r"|\b(?:in this (?:\w+ )?(?:file |handout |undated )?(?:photo|picture|image|frame grab|video)|seen here|is pictured"
    r"|are pictured|pictured (?:here|in|on|at|above)|poses? for a)\b"
)
_SMALL: Final = frozenset(
    "a an the and or but nor for of in on at to from by with as is vs via per over into up off out be it its".split()
)


@frozen
class _Block:
    """A paragraph with its sentences (a range of indices) and how it looks; ``words`` is how many it has."""

    start: int
    end: int
    text: str
    first: int
    last: int
    gap: bool
    words: int = field(init=False)

    @words.default
    def _count_words(self) -> int:
        return len(self.text.split())

    @property
    def finished(self) -> bool:
        return _TERMINAL.search(self.text[-8:]) is not None

    @property
    def single(self) -> bool:
        return self.last - self.first == 1


def lay_out(doc: Doc) -> tuple[Sentence, ...]:
    """List the sentences of a Doc with their place on the page.

    Args:
        doc: A Doc; where it has no sentence boundaries, only paragraphs and plain full stops are seen.

    Returns:
        Sentences in text order, none empty, without white space at their ends; none crosses a paragraph, even where
        ``doc.sents`` does.
    """
    text = doc.text
    sentences = _cut(doc, text)
    kinds = _kinds(text, sentences)
    return tuple(Sentence(s.start, s.end, s.text, kind) for s, kind in zip(sentences, kinds, strict=True))


def _cut(doc: Doc, text: str) -> list[Sentence]:
    """Cut the text where paragraphs start and where the Doc says, but not in the middle of a line that goes on."""
    forced = {0, *sentence_breaks(text)}
    starts = set(forced)
    if doc.has_annotation("SENT_START"):
        starts.update(token.idx for token in doc if token.is_sent_start)
    ordered = sorted(starts)
    parts: list[tuple[int, int]] = []
    goes_on = False
    for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        begin, stop = _trim(text, start, end)
        if begin >= stop:
            continue
        # What the part before began goes on here; closing marks cut off from their sentence go back to it.
        if parts and start not in forced and (goes_on or _is_tail(text, begin, stop, end)):
            parts[-1] = (parts[-1][0], stop)
        else:
            parts.append((begin, stop))
        goes_on = not _may_end(text, *parts[-1])
    return [Sentence(start, end, text[start:end]) for start, end in parts]


def _is_tail(text: str, start: int, end: int, following: int) -> bool:
    """Recognize marks without a word that do not open what follows them."""
    opens = end == following < len(text)
    return not opens and _WORD.search(text, start, end) is None


def _may_end(text: str, start: int, end: int) -> bool:
    """Say whether a sentence can end in the middle of a line: with a mark for it, not after a title or number."""
    if _WORD.search(text, start, end) is None:
        return False
    if is_dateline(text[start : min(end, start + _LONGEST_BRACKET)]):
        return False
    last = max(start, end - 12)
    if text[start] in "([" and text[end - 1] in ")]":
        return True
    return (
        _TERMINAL.search(text, last, end) is not None
        and _TITLE.search(text, last, end) is None
        and _NUMBER.fullmatch(text, start, end) is None
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return start, end


def _kinds(text: str, sentences: Sequence[Sentence]) -> list[SentenceKind]:
    kinds: list[SentenceKind] = ["body"] * len(sentences)
    blocks = _blocks(text, sentences)
    for block in blocks:
        note = find_note(block.text)
        if note is not None:
            kinds[block.first : block.last] = [note] * (block.last - block.first)
        elif not block.single and is_credit(sentences[block.last - 1].text):
            kinds[block.last - 1] = "credit"
    if len(blocks) < 2:
        return kinds
    _spread_notes(blocks, kinds)
    for number, block in enumerate(blocks):
        if kinds[block.first] == "body":
            kind = _kind_of_block(number, blocks, kinds, sentences)
            for index in range(block.first, block.last):
                if kinds[index] == "body":
                    kinds[index] = kind
    return kinds


def _spread_notes(blocks: Sequence[_Block], kinds: list[SentenceKind]) -> None:
    """Add names beside a byline to it, and take the lines under "Related stories" for links."""
    in_list = in_references = False
    for number, block in enumerate(blocks):
        around = [
            kinds[other.first] for other in (*blocks[max(0, number - 1) : number], *blocks[number + 1 : number + 2])
        ]
        if kinds[block.first] == "body" and "byline" in around and is_name_line(block.text):
            kinds[block.first : block.last] = ["byline"] * (block.last - block.first)
        in_references = in_references and is_reference(block.text)
        if is_list_label(block.text) and number > 0:
            in_list, in_references = True, is_reference_label(block.text)
            kinds[block.first] = "credit"
        elif in_references:
            kinds[block.first : block.last] = ["credit"] * (block.last - block.first)
        elif in_list and (block.finished or block.words > _LONGEST_HEADING):
            in_list = False
        elif in_list:
            kinds[block.first : block.last] = ["credit"] * (block.last - block.first)


def _blocks(text: str, sentences: Sequence[Sentence]) -> list[_Block]:
    starts = [sentence.start for sentence in sentences]
    blocks: list[_Block] = []
    for start, end in find_paragraphs(text):
        first, last = bisect_left(starts, start), bisect_right(starts, end - 1)
        if first < last:
            gap = not blocks or "\n" in text[blocks[-1].end : start].replace("\r\n", "\n").replace("\r", "\n")[1:]
            blocks.append(_Block(start, end, text[start:end], first, last, gap))
    return blocks


def _kind_of_block(
    number: int, blocks: Sequence[_Block], kinds: Sequence[SentenceKind], sentences: Sequence[Sentence]
) -> SentenceKind:
    block = blocks[number]
    if block.words > _LONGEST_CAPTION or _ITEM.match(block.text):
        return "body"
    if _is_caption(number, blocks, kinds, sentences):
        return "caption"
    if not block.single and block.finished:
        return "body"
    is_last = number == len(blocks) - 1
    if number and block.text[0] in _QUOTE_MARKS and block.words > _CUT_OFF:
        return "body"
    if number == 0 and not is_last and block.words <= _LONGEST_CAPITALS and _is_headline(block, blocks[1], kinds):
        return "heading"
    if block.finished:
        return "heading" if not is_last and _is_set_as_heading(number, block) else "body"
    if is_last and block.words >= _CUT_OFF:
        return "body"
    if _OPEN_END.search(block.text[-4:]):
        # "Key facts:" heads a list; a longer line with a colon introduces what follows in a sentence.
        return "heading" if block.words <= 4 or (number == 0 and block.text.endswith(";")) else "body"
    if _SPEAKER.match(block.text) and number > 0 and block.words > _LONGEST_CAPITALS:
        return "body"
    return "heading" if block.words <= _LONGEST_HEADING else "caption"


def _is_caption(
    number: int, blocks: Sequence[_Block], kinds: Sequence[SentenceKind], sentences: Sequence[Sentence]
) -> bool:
    """Decide by the words of captions, or by a picture credit beside a line without a full stop."""
    block = blocks[number]
    if _CAPTION_START.match(block.text) or _CREDITED.search(block.text[-_LONGEST_BRACKET:]):
        return True
    if not block.single and kinds[block.last - 1] == "credit" and _CREDIT_LINK.search(sentences[block.last - 1].text):
        return block.last - block.first <= _LONGEST_CREDITED
    sign = _CAPTION_SIGN.search(block.text) is not None
    if sign and block.last - block.first <= 2 and not block.finished:
        return True
    if number == 0 or number == len(blocks) - 1:
        return False
    before, after = blocks[number - 1], blocks[number + 1]
    credited_after = kinds[after.first] == "credit" and is_picture_credit(after.text)
    credited_before = kinds[before.first] == "credit" and is_picture_credit(before.text)
    if credited_after:
        return sign or not block.finished or not after.gap
    return credited_before and (sign or (not block.finished and block.words >= _CUT_OFF))


def _is_headline(block: _Block, following: _Block, kinds: Sequence[SentenceKind]) -> bool:
    """Recognize a headline by what follows: a byline, a dateline, or a longer lead that says the same again."""
    if kinds[following.first] == "byline" or dateline_end(following.text) > 0:
        return True
    words, lead = _stems(block.text), _stems(following.text)
    return len(words) >= 3 and 2 * len(words & lead) >= len(words) and following.words > block.words


def _stems(text: str) -> set[str]:
    """Return the beginnings of the longer words, so that "votes" and "voted" are one."""
    return {word[:4].lower() for word in _LONG_WORD.findall(text)}


def _is_set_as_heading(number: int, block: _Block) -> bool:
    """Recognize headings that end in a full stop by their capitals."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", block.text) if word.lower() not in _SMALL]
    if not words or not block.single or block.text[0] in _QUOTE_MARKS:
        return False
    if block.text.isupper():
        return block.words <= _LONGEST_CAPITALS
    capitals = sum(word[0].isupper() for word in words)
    return number <= 1 and len(words) >= 3 and block.words <= _LONGEST_HEADING and capitals == len(words)
