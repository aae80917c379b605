"""From the tokens of a Doc to the numbers that the encoder reads.

Training and running share this module, so that the two cannot drift apart. White-space tokens are left out: what they
say (a new line, a new paragraph) is carried by the *gap* of the token after them. The word pieces are uncased; casing
comes back through the *shape* of the token.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from spacy.tokens import Doc
from tokenizers import Tokenizer

from attribution.pipeline.files import ModelError

Ints = NDArray[np.int64]

PIECES_PER_WORD: Final = 12
"""Longer words are cut: the start of a 50,000-character token says all that there is to say."""

SPELLINGS: Final = 16384
"""Numbers that stand for how a word is written; words that are far apart may share one by chance."""

SHAPES: Final = ("lower", "title", "upper", "mixed", "number", "mark", "initial", "other")
GAPS: Final = ("joined", "space", "line", "paragraph")


@frozen(eq=False)
class Words:
    """The tokens of a Doc that are not white space, as arrays of equal length (but for ``pieces`` and ``texts``).

    ``token`` are indices into the Doc, ``start`` and ``end`` character offsets, ``shape`` and ``gap`` indices into
    :data:`SHAPES` and :data:`GAPS`, ``spelling`` a number for how the word is written, capitals and all (1 to
    :data:`SPELLINGS` - 1), ``pieces`` the word-piece ids of each word, ``texts`` the words themselves.
    """

    token: Ints
    start: Ints
    end: Ints
    shape: Ints
    gap: Ints
    spelling: Ints
    pieces: tuple[tuple[int, ...], ...]
    texts: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.pieces)


def word_shape(word: str) -> int:
    """Return the index into :data:`SHAPES` of a word's casing and character class."""
    if word.islower():
        return 0
    if word.isupper():
        return 6 if len(word) == 1 or (len(word) == 2 and word[1] == ".") else 2
    if word[:1].isupper() and word[1:].islower():
        return 1
    if any(character.isdigit() for character in word):
        return 4
    if any(character.isalpha() for character in word):
        return 3
    return 5 if word.isascii() or len(word) == 1 else 7


def gap_class(white_space: str) -> int:
    """Return the index into :data:`GAPS` of the white space before a word."""
    if not white_space:
        return 0
    lines = white_space.count("\n") or white_space.count("\r") or white_space.count("\u2028")
    return 1 if lines == 0 else 2 if lines == 1 and "\u2029" not in white_space else 3


class PieceEncoder:
    """Splits words into word pieces, remembering the words it has seen (up to a bound)."""

    def __init__(self, tokenizer: Path, *, remember: int = 100_000) -> None:
        """Read a ``tokenizer.json``; ``remember`` bounds the number of words kept in memory.

        Raises:
            ModelError: if the file is missing or damaged.
        """
        try:
            self._tokenizer = Tokenizer.from_file(str(tokenizer))
        except Exception as error:  # the library raises bare exceptions
            raise ModelError.damaged(tokenizer, str(error)) from error
        self._path = tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._remember = remember
        self._known: dict[str, tuple[int, ...]] = {}
        self.unknown = self._id("[UNK]")
        self.start = self._id("[CLS]")
        self.end = self._id("[SEP]")
        self.padding = self._id("[PAD]")

    def _id(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ModelError.damaged(self._path, f"it lacks the word piece {piece}")
        return int(number)

    def __call__(self, words: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """Return the piece ids of each word; every word has at least one."""
        known = self._known
        new = list({word for word in words if word not in known})
        if new:
            if len(known) + len(new) > self._remember:
                # A new dictionary, not a cleared one: other threads may be reading the old.
                self._known = known = {word: known[word] for word in words if word in known}
            # Lone surrogates cannot be passed on as UTF-8, and what follows the first pieces is never read.
            clean = [word[:200].encode("utf-8", "replace").decode("utf-8") for word in new]
            encodings = self._tokenizer.encode_batch(clean, add_special_tokens=False)
            for word, encoding in zip(new, encodings, strict=True):
                known[word] = tuple(encoding.ids[:PIECES_PER_WORD]) or (self.unknown,)
        return tuple([known[word] for word in words])


def token_texts(doc: Doc) -> list[str]:
    """Return the text of each token, faster than the tokens do."""
    strings = doc.vocab.strings
    return [strings[number] for number in doc.to_array("ORTH").tolist()]


def text_of(doc: Doc) -> str:
    """Return the text of a Doc, faster than the Doc does."""
    blanks = map(("", " ").__getitem__, doc.to_array("SPACY").tolist())
    return "".join(chain.from_iterable(zip(token_texts(doc), blanks, strict=True)))


def spellings(doc: Doc) -> Ints:
    """Return a number for how each token is written: the same on every machine, from spaCy's hash of the text."""
    hashed: NDArray[np.uint64] = doc.to_array("ORTH").astype(np.uint64)
    return (hashed % np.uint64(SPELLINGS - 1)).astype(np.int64) + 1


def read_words(doc: Doc, encode: PieceEncoder) -> Words:
    """Return the words of a Doc with their features."""
    start, length, spaces = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).astype(np.int64).T if len(doc) else _NOTHING
    token = np.flatnonzero(spaces == 0)
    start = start[token]
    end = start + length[token]
    texts = token_texts(doc)
    gap = np.zeros(len(token), np.int64)
    if len(token):
        gap[1:] = start[1:] > end[:-1]
        # White space of more than a single space makes tokens of its own.
        for word in np.flatnonzero(np.diff(token, prepend=-1) > 1).tolist():
            gap[word] = gap_class("".join(texts[token[word - 1] + 1 if word else 0 : token[word]]))
        gap[0] = 3
    read = tuple([texts[index] for index in token.tolist()])
    return Words(
        token=token,
        start=start,
        end=end,
        shape=np.fromiter(map(word_shape, read), np.int64, len(read)),
        gap=gap,
        spelling=spellings(doc)[token],
        pieces=encode(read),
        texts=read,
    )


_NOTHING: Final = np.zeros((3, 0), np.int64)
