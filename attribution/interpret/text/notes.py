"""Lines around an article that say nothing of its subject: who wrote it, who took the picture, when and where.

They are recognized by what newsrooms write everywhere ("By NAME", "Photo by: ...", "(AP Photo/...)", "Reporting by ...;
Editing by ...", "X and agencies") and by what they lack: a sentence. All functions are asked about one line or
sentence, without its white space.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from attribution.interpret.text.datelines import AGENCY, MONTH, NAME, NAMES, is_dateline

Note = Literal["byline", "credit"]

# Longer than this, a line is no note, whatever it starts with.
_LONGEST: Final = 40
_LONGEST_CHARACTERS: Final = 400
_LONGEST_CREDIT: Final = 14

_AGENCY_CREDIT: Final = re.compile(
    rf"(?:©\s*|[Ww]ith )?(?:{NAMES}\s*(?:/|\||,|-|–|\bvia\b|\bfor\b|\bwith\b)\s*)?{AGENCY}"
    rf"(?:\s*(?:,|/|&|\||-|\band\b|\bvia\b|\bwith\b)\s*(?:{AGENCY}|{NAMES}))*\s*\.?"
    rf"|{NAMES}(?:,? (?:and|with|&|plus) (?:other )?(?:news |wire )?(?:agencies|wires|wire services|AGENCIES"
    rf"|NEWS AGENCIES))\.?"
    rf"|{AGENCY}(?: [A-Z]{{2,4}}){{1,5}}\.?"
    rf"|{NAME} {NAMES}\s?/\s?{NAMES}\.?|{NAMES} via (?:Twitter|Facebook|YouTube|Instagram|X|Telegram)\.?"
)
_PICTURE: Final = re.compile(
    r"[(\[]?\s*(?:(?:file|stock|handout|undated|courtesy)\s+)?(?:photo(?:graph)?|image|picture|pic|video|illustration|"
    r"graphic|cartoon|map|credit|photo credit|image credit|screengrab|screenshot)s?"
    r"(?:\s+(?:credits?|copyright|courtesy(?: of)?|by|from|via|source)\b\s*:?|\s*[:©|]|\s*/)\s*",
    re.IGNORECASE,
)
_PICTURE_ALONE: Final = re.compile(
    r"[(\[]?\s*(?:file|stock|handout|undated|pool)?\s*(?:photo|image|picture|video)s?\s*[)\].]?", re.IGNORECASE
)
_BRACKETED_CREDIT: Final = re.compile(
    rf"[(\[]\s*(?:[^()\[\]]{{0,60}}(?:\bPhotos?\b|/)\s*[^()\[\]]{{0,80}}|{AGENCY}(?:\s*[,/&|]\s*{AGENCY})*)\s*[)\]]\.?"
)
_REPORTING: Final = re.compile(
    r"[(\[]?\s*(?i:(?:(?:additional|with|further)\s+)?(?:reporting|writing|editing|edited|written|reported|compiled|"
    r"translated|translation|graphics?|research|photography|production|produced)\s+by\s+)[A-Z]"
)
_CONTRIBUTED: Final = re.compile(
    rf"\(?\s*[Cc]ontribut(?:ing|ors?)\s*:|(?:[\w’'-]+ ){{0,6}}{NAMES}.{{0,120}}\bcontributed (?:to (?:this|the) "
    rf"(?:report|story|article)|reporting)\b|{NAMES}(?:,? and {NAMES})? reported from {NAME}"
)
_HOUSEKEEPING: Final = re.compile(
    r"(?:©|copyright\b|all rights reserved)|(?:follow|like) .{1,60} on (?:twitter|facebook|instagram)\b"
    r"|(?:read|see|watch|listen|click|subscribe|download)\s+(?:more|also|here|to our|for our)\b"
    r"|sign up (?:to|for|here)\b"
    r"|related(?: (?:stories|articles|links|news|topics|coverage))?\s*:|related (?:stories|articles|links)\Z"
    r"|(?:share|tweet|e-?mail|print|comments?|copy link)\Z"
    r"|(?:tags?|topics?|filed under|more on this story)\s*:|share this (?:story|article|page)\b|advertisement\Z"
    r"|with (?:files|reports?|input|additional reporting) from\b"
    r"|this (?:story|article|post|report|interview|transcript|conversation) (?:was (?:originally|first|edited) "
    r"|has been (?:lightly )?(?:updated|corrected|amended|edited|condensed)\b"
    r"|originally appeared|first appeared)",
    re.IGNORECASE,
)
_SOURCE_LINE: Final = re.compile(r"(?:source|via)\s*:\s*", re.IGNORECASE)
_BULLET: Final = re.compile(r"\A[*•●◦▪‣·]\s*")
# Press desks sign with the writers' initials: "AN-SJ/HSN", "jsi/rc (AFP, dpa)".
_INITIALS: Final = re.compile(r"[A-Za-z]{1,4}(?:\s?[/-]\s?[A-Za-z]{1,4})+(?:\s*\([\w, ]+\))?\.?")

_BY: Final = re.compile(
    r"[-–—|]*\s*(?:by|byline:|words by|story by|text by|interview by|analysis by|report by)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_NAME_WORD: Final = re.compile(r"[A-ZÀ-Þ@][\w.'’@-]*,?|[&|/,;·•–—-]|\d+|(?:[A-Z]\.)+,?")
_SMALL_WORDS: Final = frozenset(
    "and de da di du del der den van von bin al el la le y of for in at the with on to from a our "
    "staff writer writers reporter reporters correspondent correspondents editor editors columnist contributor "
    "contributors bureau chief senior political diplomatic special chief foreign science sports health business "
    "news agencies agency press in".split()
)
_ROLE: Final = re.compile(
    r"(?:staff|senior|special|chief|foreign|contributing)?\s*(?:writer|reporter|correspondent|editor|columnist|contributor|"
    r"bureau chief)s?\b",
    re.IGNORECASE,
)
_TIME_WORD: Final = re.compile(
    rf"(?:{MONTH}|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|a\.?m\.?|p\.?m\.?"
    r"|gmt|utc|bst|cet|cest|est|edt|et|pst|pdt|ist|hrs?|h|published|updated|posted|modified|created|first|last|on|at|of|ago"
    r"|hours?|minutes?|mins?|days?|date|time|\d+(?:st|nd|rd|th)?|\d[\d:./-]*(?:am|pm|z|gmt)?)",
    re.IGNORECASE,
)
_FIELD_MARK: Final = re.compile(r"\s+[|•·]\s+")
_FIELD_LABEL: Final = re.compile(
    r"(?:source|editor|author|writer|by|from|published|updated|posted|last updated|date|photo|edited by)\s*:?\s+",
    re.IGNORECASE,
)
_HANDLE: Final = re.compile(r"@\w{2,30}\.?")
_FULL_NAME: Final = re.compile(rf"{NAME}(?: (?:d[aeiu]|del|der|van|von|bin|al|el|la) | ){NAME}(?: {NAME}){{0,2}}")
_LIST_LABEL: Final = re.compile(
    r"(?:(?:related|more|further|also|other|recommended|most read|read|see)\s*"
    r"(?:stories|articles|links|news|topics|coverage|content|reading|more|also|on this(?: story| topic)?"
    r"|in this section|from this section|on .{2,30})?|you may also like"
    r"|(?:top|latest|trending|popular) (?:stories|news)|external links|tags|topics|references|bibliography|sources"
    r"|works cited)\s*:?",
    re.IGNORECASE,
)
_REFERENCE_LABEL: Final = re.compile(
    r"(?:references|bibliography|footnotes|notes|further reading|works cited|notes and references)\s*:?", re.IGNORECASE
)
# What an entry of a list of references has: a number before it, and a year, a page or an address.
_REFERENCE: Final = re.compile(
    r"(?:\[?\d{1,3}[\].)]|[*•^-])\s.*(?:\b(?:1[5-9]|20)\d\d\b|https?://|\bdoi\b|\bpp?\. ?\d)"
    r"|[^\W\d_][\w'’-]+, (?:\w\. ?)+.{0,80}\((?:1[5-9]|20)\d\d[a-z]?\)",
    re.DOTALL,
)
_DIGIT: Final = re.compile(r"\d")
_STAMP: Final = re.compile(r"(?:published|updated|posted|last (?:updated|modified)|date)\b", re.IGNORECASE)


def find_note(line: str) -> Note | None:
    """Say whether a line or sentence is a byline (who, when and where it was written) or a credit.

    Args:
        line: One line or sentence without white space at its ends.

    Returns:
        ``"byline"`` for writers, dates and datelines that stand alone, ``"credit"`` for picture credits, sign-offs of
        agencies and desks, and links to other pages, or ``None``.
    """
    line = _BULLET.sub("", line)
    if not line or len(line) > _LONGEST_CHARACTERS or len(line.split()) > _LONGEST:
        return None
    if is_byline(line):
        return "byline"
    if is_credit(line):
        return "credit"
    return None


def is_credit(line: str) -> bool:
    """Say whether a line credits a picture, an agency or a desk, or is there for the page's sake."""
    if is_picture_credit(line) or ("/" in line and _INITIALS.fullmatch(line) and not line.islower()):
        return True
    source = _SOURCE_LINE.match(line)
    if source is not None and _is_names(line[source.end() :].rstrip(".")):
        return True
    # To look for the names takes long, and few lines have the words that go with them.
    may_tell = "ontribut" in line or "reported from" in line
    return bool(_REPORTING.match(line) or (may_tell and _CONTRIBUTED.match(line)) or _HOUSEKEEPING.match(line))


def is_picture_credit(line: str) -> bool:
    """Say whether a line credits a picture or an agency, so that a caption may stand beside it."""
    if len(line.split()) > _LONGEST_CREDIT:
        return False
    if any(pattern.fullmatch(line) for pattern in (_PICTURE_ALONE, _BRACKETED_CREDIT, _AGENCY_CREDIT)):
        return True
    picture = _PICTURE.match(line)
    return picture is not None and _is_names(line[picture.end() :].rstrip(".)]"))


def is_byline(line: str) -> bool:
    """Say whether a line only names the writer, the date, the time or the place."""
    if _is_date(line):
        return True
    if is_dateline(line) or _HANDLE.fullmatch(line):
        return True
    fields = _FIELD_MARK.split(line)
    if len(fields) > 1:
        return all(_is_field(part) for part in fields)
    by = _BY.match(line)
    if by is not None:
        return _is_names(line[by.end() :].rstrip("."))
    head, comma, tail = line.rstrip(".").partition(",")
    return (
        bool(comma)
        and len(head.split()) <= 4
        and _is_names(head)
        and bool(_ROLE.match(tail.strip()))
        and _is_names(f"{head} {tail}")
    )


def is_name_line(line: str) -> bool:
    """Say whether a line is nothing but what may be a person's name; beside a byline it belongs to it."""
    return 2 <= len(line.split()) <= 4 and _FULL_NAME.fullmatch(line) is not None


def is_list_label(line: str) -> bool:
    """Say whether a line heads a list of links to other pages ("Related stories")."""
    return _LIST_LABEL.fullmatch(line) is not None


def is_reference_label(line: str) -> bool:
    """Say whether a line heads a list of works that are cited."""
    return _REFERENCE_LABEL.fullmatch(line) is not None


def is_reference(line: str) -> bool:
    """Say whether a line under such a label is an entry of the list: "1. Lee, A. (2014). Tea in China. Norton."."""
    return len(line) <= _LONGEST_CHARACTERS and _REFERENCE.match(line) is not None


def _is_field(part: str) -> bool:
    """Recognize a field of a line such as "Source: Xinhua | 2018-12-14 10:31:22 | Editor: Li Xia"."""
    label = _FIELD_LABEL.match(part)
    rest = part[label.end() :] if label is not None else part
    return _is_date(rest) or (bool(rest) and _is_names(rest)) or (label is not None and not rest)


def _is_names(words: str) -> bool:
    parts = re.split(r"[\s()/]+", words.strip(" ()/"))
    if not parts[0] or len(parts) > _LONGEST_CREDIT:
        return False
    named = [part for part in parts if _NAME_WORD.fullmatch(part)]
    return bool(named) and all(part in named or part.strip(",;").lower() in _SMALL_WORDS for part in parts)


def _is_date(line: str) -> bool:
    if not _DIGIT.search(line) and not _STAMP.match(line):
        return False
    words = [word for word in re.split(r"[\s,|()·•–—-]+", line.rstrip(".:")) if word]
    timed = all(_TIME_WORD.fullmatch(word) for word in (word.strip(":.") for word in words) if word)
    return timed and len(words) > 1
