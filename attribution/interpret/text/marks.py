"""Which characters of a text are quotation marks, and which way each one faces.

An apostrophe, the mark of the plural possessive, the '90s, feet and inches look like quotation marks and are none.
What is left is told apart by its surroundings: a mark with a blank before it and none behind opens, the reverse closes,
and what could be both is left to the reader of the whole paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, Literal

from attrs import frozen

from attribution.interpret.text.lines import INVISIBLE

Family = Literal["double", "single", "guillemet", "small guillemet", "corner", "white corner"]
Facing = Literal["open", "close", "either"]

_FAMILIES: Final[dict[str, Family]] = {
    **dict.fromkeys(['"', "“", "”", "„", "‟", "＂", "〝", "〞", "''", "``", "‘‘", "’’", ",,"], "double"),
    **dict.fromkeys(["'", "‘", "’", "‚", "‛", "`"], "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "small guillemet"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
_LOW: Final = frozenset(["„", "‚", ",,", "〝"])
_OPENING: Final = frozenset(["“", "„", "‟", "``", "‘‘", ",,", "〝", "‘", "‚", "‛", "「", "『"])
_CLOSING: Final = frozenset(["”", "''", "’’", "〞", "’", "」", "』"])

# Doubled marks first; then single ones except between two letters or digits, where they are apostrophes.
_MARK: Final = re.compile(r"''|``|‘‘|’’|(?<!\S),,(?=\w)|[\"“”„‟＂〝〞«»‹›「」『』]|(?<!\w)['’‘‚‛`]|['’‘‛`](?!\w)")
_QUOTE_CHARACTERS: Final = frozenset("\"“”„‟＂〝〞'‘’‚‛`«»‹›「」『』")
# Left-out beginnings of words and numbers: the '90s, class of '92, 'em, rock 'n' roll; clitics cut off by a tokenizer.
_ELISION: Final = re.compile(
    r"['’‘‛`](?:\d\ds?\b|(?:em|til|till|twas|tis|cause|cuz|bout|round|nuff|kay|tude|hood|ere|er|im|n)\b"
    r"|(?:s|re|ve|ll|d|m|t)\b(?=[\s.,!?]))",
    re.IGNORECASE,
)
_N_ROLL: Final = re.compile(r"['’‘](?<=\s['’‘])[nN]['’](?=\s)")
# 6'2", 5 ft 10": a height, a latitude. The two marks are both left out.
_FEET_INCHES: Final = re.compile(r"\d\s?(['’′])\s?\d{1,2}(?:\.\d+|[¼½¾])?\s?(\"|”|''|’’)?")

_OPENS_AFTER: Final = frozenset("([{<—–―-/:=>¿¡")
_NEVER_STARTS: Final = frozenset(",;:!?)]}.")
_CLOSES_BEFORE: Final = frozenset(")]}>,.;:!?…—–―-/")


@frozen
class Mark:
    """A quotation mark at ``text[start:end]``.

    ``low`` marks („) are closed by “. ``firm`` says of a single mark that it can hardly be an apostrophe.
    """

    start: int
    end: int
    family: Family
    facing: Facing
    low: bool = False
    firm: bool = True
    after_digit: bool = False


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """List what may be quotation marks in a paragraph.

    Args:
        text: Any string.
        start: Where the paragraph begins.
        end: Where it ends.

    Returns:
        The marks in order. Apostrophes inside words, elisions, feet and inches are left out; single marks at the end
        of a word are kept with ``firm=False`` when they may still be apostrophes.
    """
    marks: list[Mark] = []
    match = _MARK.search(text, start, end)
    skipped = _false_marks(text, start, end) if match is not None else frozenset()
    while match is not None:
        begin, stop = match.span()
        if text.startswith(("'''", "’’’"), begin) and begin > start and not _is_blank(text[begin - 1]):
            stop = begin + 1  # of three that close, the first is a single mark or an apostrophe
        mark = None if begin in skipped else _read(text, begin, stop, start, end)
        if mark is not None:
            marks.append(mark)
        match = _MARK.search(text, stop, end)
    return marks


def _false_marks(text: str, start: int, end: int) -> Collection[int]:
    skipped: set[int] = set()
    for match in _FEET_INCHES.finditer(text, start, end):
        if match[2] is not None or match[1] == "′":
            skipped.update((match.start(1), match.start(2)))
    for match in _N_ROLL.finditer(text, start, end):
        skipped.update((match.start(), match.end() - 1))
    return skipped


def _read(text: str, start: int, end: int, first: int, last: int) -> Mark | None:
    symbol = text[start:end]
    family = _FAMILIES[symbol]
    before, after = _surroundings(text, start, end, first, last)
    if family == "single":
        return _read_single(text, start, symbol, before, after)
    starts_word = not _is_blank(after) and (after not in _NEVER_STARTS or text.startswith("...", end))
    opens = starts_word and (_is_blank(before) or before in _OPENS_AFTER)
    closes = not _is_blank(before) and (_is_blank(after) or after in _CLOSES_BEFORE)
    facing: Facing = "either"
    if opens != closes and not (symbol == '"' and _stands_apart(text, start, first, after)):
        facing = "open" if opens else "close"
    if symbol in _OPENING:
        facing = "close" if facing == "close" and _is_blank(after) and symbol == "“" else "open"
    elif symbol in _CLOSING:
        # Typed by mistake it may open; surely so where nothing stands before it.
        facing = "either" if facing == "open" or start == first else "close"
    elif family in ("guillemet", "small guillemet") and facing == "either":
        facing = "open" if symbol in "«‹" else "close"
    return Mark(start, end, family, facing, low=symbol in _LOW, after_digit=before.isdigit())


def _read_single(text: str, start: int, symbol: str, before: str, after: str) -> Mark | None:
    left = _is_blank(before) or before in _OPENS_AFTER
    right = _is_blank(after) or not after.isalnum()
    if left and not _is_blank(after) and (after.isalnum() or after in "[($£€#@.…"):
        whole = symbol == "‚" or _ELISION.match(text, start) is None
        return Mark(start, start + 1, "single", "open", low=symbol == "‚", firm=whole)
    if not _is_blank(before) and right:
        letter = before.isalnum()
        possessive = letter and after.isspace() and text[start - 2 : start].lower().endswith(("s", "z", "x", "in"))
        return Mark(start, start + 1, "single", "close", firm=not possessive, after_digit=before.isdigit())
    return None


def _stands_apart(text: str, start: int, first: int, after: str) -> bool:
    """Recognize a closing mark with a stray blank before it: ``"We won. "he said``."""
    return after.islower() and start - 2 >= first and text[start - 1] == " " and text[start - 2] in ",.!?"


def _surroundings(text: str, start: int, end: int, first: int, last: int) -> tuple[str, str]:
    """Return the nearest characters that are no quotation marks, "" at the paragraph's ends."""
    left = start - 1
    while left >= max(first, start - 6) and text[left] in _QUOTE_CHARACTERS:
        left -= 1
    right = end
    while right < min(last, end + 6) and text[right] in _QUOTE_CHARACTERS:
        right += 1
    return text[left] if left >= first else "", text[right] if right < last else ""


def _is_blank(character: str) -> bool:
    return not character or character.isspace() or character in INVISIBLE
