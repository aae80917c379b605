"""Why a report should not be trusted: the text is not what the library was made for.

Every doubt is a function from the text to a plain sentence, or to ``None``. Warnings that are given too often are not
read: none of them may speak about an ordinary article, however long, odd or badly written it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from attribution.interpret.text.forms import find_code, find_table, is_set_in_short_lines
from attribution.interpret.text.languages import find_foreign
from attribution.interpret.text.lines import find_lines, find_paragraphs
from attribution.interpret.text.quotes import Quotation

_TAG: Final = re.compile(
    r"</?(?:p|div|a|br|span|b|i|em|strong|ul|ol|li|h[1-6]|img|table|tr|td|th|html|head|body|script|style|blockquote"
    r"|iframe|figure|section|article|svg)\b[^<>]*>"
    # Any tag with an attribute, comments, and characters written as entities.
    r"|<[a-z][\w:-]*(?:\s+[\w:-]+=(?:\"[^\"<>]*\"|'[^'<>]*'))+\s*/?>|<!--|<!DOCTYPE\b"
    r"|&(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[0-9a-f]{2,5});",
    re.IGNORECASE,
)
# UTF-8 that was read as Windows-1252 or Latin-1: quotation marks, dashes, accents, no-break spaces.
_MISREAD: Final = re.compile(
    "â€[\x80-\x9f™œžŸ˜¦¢š“”–—]|â\x80[\x90-\xa6]|Ã[\x80-\xbf]|Ã[ƒ†‡€‚„…ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ](?=[a-z])|Â[\xa0-\xbf]"
)
_LOST: Final = "\N{REPLACEMENT CHARACTER}"
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"\w[\w'’-]*")
_STOP: Final = re.compile(r"[.!?…]")
# "exam- ple": a word cut at the end of a line; not "two- and three-year terms".
_CUT_WORD: Final = re.compile(
    r"\b[a-z]{2,}-(?:[ \xa0]|\r?\n)[ \t]*(?!(?:and|or|to|but|nor|versus|through|as|by|than)\b)[a-z]{2,}"
)
# What feeds and paywalls leave at the end of the part that they show.
_SHORTENED: Final = re.compile(r"\[(?:…|\.\.\.|\+\d+ chars)\]\Z")
# A last line that goes on: "The minister, who had been asked by".
_GOES_ON: Final = re.compile(r"(?:[a-z]|[,;–—-])\Z")

# Enough letters to judge them by, and the share that must be capitals.
_LETTERS: Final = 100
_CAPITALS: Final = 0.7
_WORDS_WITHOUT_STOP: Final = 120
_CUT_WORDS: Final = 3
_WORDS_IN_PARAGRAPH: Final = 2_000
_WORDS_IN_LAST_LINE: Final = 15
_STOPS_BEFORE: Final = 3
_WHOLE: Final = 0.9
_SHOWN: Final = 40


def find_warnings(text: str, quotations: Sequence[Quotation]) -> tuple[str, ...]:
    """Say in plain sentences why the report of a text should not be trusted.

    Args:
        text: The text.
        quotations: Its quotations.

    Returns:
        Sentences; usually none.
    """
    # A table or code is no English prose either, and has few full stops: its form says it best.
    form = _form(text)
    doubts = [form] if form else [_language(text), _full_stops(text)]
    doubts += [doubt(text) for doubt in _DOUBTS]
    doubts.append(_open_quotations(text, quotations))
    return tuple(doubt for doubt in doubts if doubt is not None)


def _form(text: str) -> str | None:
    lines = find_lines(text)
    if row := find_table(text, lines):
        return f"The text holds what looks like a table ({_shown(text, row.start)}); the library reads running prose."
    # Of a page of HTML its markup is told, which is all that has to go.
    if (line := find_code(text, lines)) and not _TAG.match(text, line.start):
        return f"The text looks like code or data ({_shown(text, line.start)}); the library reads running prose."
    if is_set_in_short_lines(text, lines):
        return "The text is set in short lines, as verse or a list is; its sentences cannot be told apart."
    return None


def _language(text: str) -> str | None:
    if not _LETTER.search(text):
        return "There are no words in the text; the library reads English news only." if text.strip() else None
    foreign = find_foreign(text)
    if foreign is None:
        return None
    if foreign.language is None:
        return "The text does not look like English prose; the library reads English news only."
    if foreign.share >= _WHOLE:
        return f"The text looks like {foreign.language}, not English; the library reads English news only."
    where = _shown(text, foreign.start)
    return f"About {foreign.share:.0%} of the text ({where}) looks like {foreign.language}; only English is read."


def _full_stops(text: str) -> str | None:
    most = _WORDS_WITHOUT_STOP * (len(_STOP.findall(text)) + 1)
    # A word and what parts it from the next take two characters at least.
    if len(text) < 2 * most or sum(1 for _ in _WORD.finditer(text)) < most:
        return None
    return "The text has hardly any full stops; where its sentences end is a guess."


def _markup(text: str) -> str | None:
    tag = _TAG.search(text)
    return f"The text holds what looks like HTML ({tag[0][:_SHOWN]}); take the markup out first." if tag else None


def _encoding(text: str) -> str | None:
    if misread := _MISREAD.search(text):
        where = _shown(text, misread.start())
        return f"The text was decoded with a wrong encoding ({where}); it is likely UTF-8, read as something else."
    if _LOST in text:
        where = _shown(text, text.index(_LOST))
        return f"Characters of the text were lost when it was decoded ({where}); they may have been quotation marks."
    return None


def _letters(text: str) -> str | None:
    capitals, small = _count_letters(text)
    if capitals + small < _LETTERS:
        return None
    if capitals >= _CAPITALS * (capitals + small):
        return "The text is in capitals; names and the beginnings of sentences are hard to tell in it."
    if not capitals:
        return "The text has no capital letters; names and the beginnings of sentences are hard to tell in it."
    return None


def _count_letters(text: str) -> tuple[int, int]:
    """Count the capitals and the small letters; those of ASCII, nearly all of them, without a look at each."""
    plain = text.encode("ascii", "ignore")
    others = _NOT_ASCII.findall(text)
    capitals = len(plain) - len(plain.translate(None, ascii_uppercase.encode()))
    small = len(plain) - len(plain.translate(None, ascii_lowercase.encode()))
    return capitals + sum(map(str.isupper, others)), small + sum(map(str.islower, others))


def _cut_words(text: str) -> str | None:
    cut = _CUT_WORD.findall(text)
    if len(cut) < _CUT_WORDS:
        return None
    return f"Words are cut at the ends of lines ({' '.join(cut[0].split())}); join them first."


def _paragraphs(text: str) -> str | None:
    for start, end in find_paragraphs(text):
        # A word and its blank take two characters at least.
        if end - start > 2 * _WORDS_IN_PARAGRAPH and len(text[start:end].split()) > _WORDS_IN_PARAGRAPH:
            return (
                f"A single paragraph has more than {_WORDS_IN_PARAGRAPH:,} words ({_shown(text, start)}); "
                "headings, captions and quotations are hard to tell where line breaks are missing."
            )
    return None


def _cut_off(text: str) -> str | None:
    """Find the sign of a feed that gives the beginning alone, or a last line that stops in mid-sentence."""
    lines = find_lines(text)
    last = text[lines[-1].start : lines[-1].end] if lines else ""
    shortened = _SHORTENED.search(last)
    if not shortened:
        if not _GOES_ON.search(last) or len(last.split()) < _WORDS_IN_LAST_LINE:
            return None
        if len(_STOP.findall(text)) < _STOPS_BEFORE:
            return None
    end = shortened[0] if shortened else " ".join(last.split()[-4:])[-_SHOWN:]
    return f"The text is cut off at its end ({end}); what the rest says, and who says it, is missing."


_DOUBTS: Final[tuple[Callable[[str], str | None], ...]] = (
    _markup,
    _encoding,
    _letters,
    _paragraphs,
    _cut_words,
    _cut_off,
)


def _open_quotations(text: str, quotations: Sequence[Quotation]) -> str | None:
    unclosed = _left_open(quotations)
    if not unclosed:
        return None
    count = "A quotation is" if len(unclosed) == 1 else f"{len(unclosed)} quotations are"
    where = _shown(text, unclosed[0].start)
    return f"{count} left open ({where}); what is quoted there, and by whom, is uncertain."


def _left_open(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations without a closing mark that no later paragraph goes on with."""
    outer = [quotation for quotation in quotations if quotation.depth == 1]
    return [
        quotation
        for number, quotation in enumerate(outer)
        if not quotation.closed and not (number + 1 < len(outer) and outer[number + 1].continues)
    ]


def _shown(text: str, start: int) -> str:
    """Quote the first words from an offset on."""
    words = " ".join(text[start : start + 2 * _SHOWN].split()[:6])
    return f"at: {words[:_SHOWN]} …"
