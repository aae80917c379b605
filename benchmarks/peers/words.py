"""Published word lists, applied as they stand: an expression counts wherever its words occur."""

from __future__ import annotations

import re
from pathlib import Path

from attribution.training.corpora import CorpusError, existing


def read_words(path: Path) -> re.Pattern[str]:
    """Read a list of expressions, one a line, ``#`` opening a comment, into a pattern that finds any of them.

    Raises:
        CorpusError: if the file is missing or holds no expression.
    """
    lines = existing(path, "a word list").read_text(encoding="utf-8").splitlines()
    expressions = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    if not expressions:
        raise CorpusError(f"a word list: no expression in {path}")
    # Longest first: a regular expression takes the first alternative that fits.
    ordered = sorted(expressions, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)
