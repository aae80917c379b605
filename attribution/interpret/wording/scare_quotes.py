"""Scare quotes: marks around a few words that nobody is quoted with, by which the writer keeps a distance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc

from attribution.interpret.draft import Draft
from attribution.interpret.text.quotes import Quotation
from attribution.interpret.text.stretches import Cover

_MOST_WORDS: Final = 4
# Words that introduce a name, a title or a word as a word; what they introduce is not put at a distance.
_NAMING: Final = frozenset({
    "call", "name", "title", "entitle", "dub", "nickname", "know", "term", "label", "rename", "spell", "mean", "read",
    "say", "word", "phrase", "song", "album", "film", "movie", "book", "novel", "episode", "show", "series",
    "play", "poem", "article", "single", "track", "headline", "slogan", "hashtag", "codename", "alias", "motto", "sign",
    "chapter", "essay", "documentary", "game", "video", "program", "programme", "column", "magazine", "letter", "aka"
})  # fmt: skip
_LOOK_BACK: Final = 3


def find_scare_quotes(doc: Doc, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Return the token ranges, marks left off, of the scare quotes of a text.

    A quotation is one when it holds one to four words, lies in no other, is no part of what is ascribed to somebody,
    and is no name, title or word cited as a word.
    """
    ranges: list[tuple[int, int]] = []
    ascribed = Cover((span.start, span.end) for draft in drafts for span in draft.content)
    for quotation in quotations:
        if not (quotation.closed and quotation.depth == 1 and 1 <= quotation.words <= _MOST_WORDS):
            continue
        if ascribed.touches(quotation.start, quotation.end):
            continue
        span = doc.char_span(quotation.inner_start, quotation.inner_end, alignment_mode="contract")
        if span is None or not len(span) or _is_title(doc, span.start, span.end) or _is_named(doc, span.start):
            continue
        ranges.append((span.start, span.end))
    return ranges


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """Say whether the words are capitalized throughout, as in titles and names, or hold no word at all."""
    words = [token for token in doc[start:end] if token.is_alpha]
    long = [token for token in words if len(token) > 3] or words
    ends_as_sentence = doc[end - 1].text in {".", "!", "?"}
    return not words or ends_as_sentence or all(token.text[0].isupper() for token in long)


def _is_named(doc: Doc, start: int) -> bool:
    before = doc[max(0, start - 1 - _LOOK_BACK) : max(0, start - 1)]
    return any(token.lemma_.lower() in _NAMING for token in before)
