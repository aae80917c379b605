"""Where an article begins after its dateline: place, day and agency before the first sentence."""

from __future__ import annotations

import re
from typing import Final

# A word of a name, and a whole name of up to six.
NAME: Final = r"[A-ZÀ-Þ][\w.'’-]*"
NAMES: Final = rf"{NAME}(?: (?:(?:d[aeiu]|del|der|den|van|von|bin|al|el|la|y|of|and|the|&) )?{NAME}){{0,5}}"
AGENCY: Final = (
    r"(?:AP|AFP|Reuters|REUTERS|UPI|EPA|dpa|DPA|EFE|ANSA|PTI|ANI|IANS|AAP|TASS|RIA(?: Novosti)?|Interfax|Xinhua|Kyodo"
    r"|Yonhap|Jiji|Anadolu(?: Agency)?|AA|Bernama|Antara|NAN|CP|PA|Press Association|(?:The )?Canadian Press|Bloomberg"
    r"|Getty(?: Images)?|(?:The )?Associated Press|Agence France-Presse|Shutterstock|Alamy|iStock|Zuma(?: Press)?|SIPA"
    r"|Flickr|Wikimedia(?: Commons)?|(?:[Nn]ews |[Ww]ire )?[Aa]gencies|NEWS AGENCIES|AGENCIES|Handout|HANDOUT)"
)
MONTH: Final = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)

_LONGEST: Final = 120
# "WASHINGTON (AP) — ", "LONDON, March 3 (Reuters) - ", "Geneva, Switzerland – ", "MOSCOW, November 5. /TASS/. ",
# "New Delhi, Mar 3 (PTI) ", "(Reuters) - ", "Paris (CNN)".
_PLACE: Final = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+)*)"
_TOWN: Final = rf"{NAME}(?: {NAME}){{0,2}}"
_REGION: Final = rf"(?:,\s+{NAME}(?: {NAME})?)?"
_DAY: Final = rf"(?:,\s+(?:{MONTH}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH}\.?)(?:,?\s*\d{{4}})?)"
_DASH: Final = r"(?:—|–|--|-)"
_BRACKETED: Final = r"\([A-ZÀ-Þ][\w .&/-]{1,40}\)"
_DATELINE: Final = re.compile(
    rf"{_PLACE}{_REGION}{_DAY}?\s*(?:{_BRACKETED})?\s*{_DASH}\s+"
    rf"|{_TOWN}{_REGION}{_DAY}?\s*{_BRACKETED}\s*(?:{_DASH}|:)\s*"
    rf"|{_TOWN}{_REGION}{_DAY}\s*\(\s*{AGENCY}\s*\)\s*"
    rf"|{_PLACE}{_REGION}{_DAY}?\.?\s*/\s*{AGENCY}\s*/\.?\s*(?:{_DASH}\s*)?"
    rf"|\(\s*{AGENCY}\s*\)\s*(?:{_DASH}|:)?\s+"
    rf"|(?:{NAME}(?:,? {NAME}){{0,3}} ?)?\([A-Z]{{2,5}}(?: Business)?\)\s*(?=[A-ZÀ-Þ“\"])"
)
# No dateline goes without one of these.
_MARK: Final = re.compile(r"[-—–(/]")
# What a sentence splitter leaves of a dateline: "MOSCOW, November 5.", "/TASS/."
_PIECE: Final = re.compile(rf"{_PLACE}{_REGION}{_DAY}\.?|/\s*{AGENCY}\s*/\.?")


def dateline_end(line: str) -> int:
    """Return where the text proper starts after a dateline ("GENEVA (AP) — "), 0 when there is none.

    Args:
        line: A paragraph or its first sentence, without white space before it.
    """
    dateline = _DATELINE.match(line[:_LONGEST]) if _MARK.search(line, 0, _LONGEST) else None
    return dateline.end() if dateline is not None else 0


def is_dateline(line: str) -> bool:
    """Say whether a line or sentence is a dateline, or a piece of one, and nothing else."""
    if len(line) > _LONGEST:
        return False
    return _PIECE.fullmatch(line) is not None or dateline_end(line + " ") >= len(line)
