"""Lemmas by rule: what to cut off a word with a given tag, and what to put in its place, by the word's ending.

The rules are learned in training, from longer endings to shorter: "-ies" of a plural noun becomes "-y", but not that of
"movies". The longest known ending decides; an ending that begins with ``^`` is a whole word.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from attribution.pipeline.files import ModelError, read_json

Edit = tuple[int, str]
"""How many characters to cut off, and what to add."""

LONGEST: Final = 6
"""Characters of the longest ending looked at."""

AS_THEY_ARE: Final = frozenset({"NNP", "NNPS", "FW", "ADD", "GW", "SYM", "XX"})
"""Tags of words that are their own lemma: names, foreign words, addresses."""


def _spelled(form: str, tag: str) -> str:
    return form if tag in AS_THEY_ARE else form.lower()


def _edit(word: str, lemma: str) -> Edit:
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return len(word) - shared, lemma[shared:]


def _read_edit(value: object) -> Edit:
    match value:
        case [int() as cut, str() as add] if cut >= 0:
            return cut, add
    raise ValueError(f"no rule: {value!r}")


def _endings(word: str) -> list[str]:
    """Return the endings of a word from the longest, the whole word, to the empty one."""
    return ["^" + word, *(word[-length:] for length in range(min(LONGEST, len(word)), 0, -1)), ""]


class Lemmas:
    """Rules by tag and ending."""

    def __init__(self, rules: Mapping[str, Mapping[str, Edit]]) -> None:
        """Take rules as ``{tag: {ending: (cut, add)}}``."""
        self._rules = {tag: dict(endings) for tag, endings in rules.items()}
        self._known: dict[tuple[str, str], str] = {}

    @classmethod
    def read(cls, path: Path) -> Lemmas:
        """Read the rules that :meth:`save` wrote.

        Raises:
            ModelError: if the file is missing or holds something else.
        """
        try:
            rules = {
                tag: {ending: _read_edit(edit) for ending, edit in endings.items()}
                for tag, endings in read_json(path).items()
            }
        except (AttributeError, TypeError, ValueError) as error:
            raise ModelError.damaged(path, "it holds no rules for lemmas") from error
        return cls(rules)

    @classmethod
    def learn(cls, words: Iterable[tuple[str, str, str]]) -> Lemmas:
        """Learn rules from words given as ``(form, tag, lemma)``.

        An ending is kept only where it says something else than the next shorter one. What an ending says is voted for
        by the words that have it, each once, however frequent it is.
        """
        seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for form, tag, lemma in words:
            if tag in AS_THEY_ARE:
                continue
            seen[_spelled(form, tag), tag][lemma] += 1
        votes: dict[str, dict[str, Counter[Edit]]] = defaultdict(lambda: defaultdict(Counter))
        best: dict[tuple[str, str], Edit] = {}
        for (word, tag), lemmas in seen.items():
            edit = best[word, tag] = _edit(word, lemmas.most_common(1)[0][0])
            for ending in _endings(word)[1:]:
                votes[tag][ending][edit] += 1
        rules: dict[str, dict[str, Edit]] = {}
        for tag, endings in sorted(votes.items()):
            kept: dict[str, Edit] = {}
            for ending in sorted(endings, key=len):
                edit = max(endings[ending].items(), key=lambda item: (item[1], -item[0][0], item[0][1]))[0]
                if not ending or (_longest(kept, ending) != edit and sum(endings[ending].values()) > 1):
                    kept[ending] = edit
            rules[tag] = kept
        for (word, tag), edit in sorted(best.items()):
            if _longest(rules[tag], word) != edit:
                rules[tag]["^" + word] = edit
        return cls(rules)

    def save(self, path: Path) -> None:
        """Write the rules as JSON."""
        path.write_text(json.dumps(self._rules, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")

    def __call__(self, form: str, tag: str) -> str:
        """Return the lemma of a word with a Penn Treebank tag; a word of an unknown tag is its own."""
        known = self._known.get((form, tag))
        if known is None:
            word = _spelled(form, tag)
            cut, add = _longest(self._rules.get(tag, {}), word)
            known = word[: len(word) - cut] + add if cut <= len(word) else word
            if len(self._known) < 100_000:
                self._known[form, tag] = known
        return known


def _longest(rules: Mapping[str, Edit], word: str) -> Edit:
    """Return the rule of the longest ending of ``word`` that has one."""
    for ending in _endings(word):
        if ending in rules:
            return rules[ending]
    return 0, ""
