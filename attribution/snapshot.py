"""A Doc in plain Python objects, for code that asks many small questions of it.

Every attribute of a spaCy token is a trip to C that makes a new Python object, and so is every token of a Doc. A
snapshot makes both once: it answers like the Doc that it is of, as that was when it was made, several times as fast.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import repeat
from operator import add
from types import MappingProxyType
from typing import Any, Final, cast

import numpy as np
from spacy.tokens import Doc, Span

from attribution.words import Words

_STRINGS: Final = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_FLAGS: Final = ("IS_SPACE", "IS_PUNCT", "IS_ALPHA", "IS_QUOTE")
_NUMBERS: Final = ("SENT_START", "ENT_IOB", "HEAD", "SPACY")
# What a token answers for spaCy's numbers: a sentence begins here, does not, or nobody has said.
_STARTS: Final = MappingProxyType({1: True, 0: None, -1: False})
_IOB: Final = ("", "I", "O", "B")


@contextmanager
def snapshot(doc: Doc) -> Iterator[Doc]:
    """Give a snapshot of ``doc`` for as long as a ``with`` statement lasts; it has a Doc's type for all who read it.

    Tokens and their snapshot refer to each other; they are parted at the end, so that their memory is free at once.
    """
    made = _Snapshot(doc)
    try:
        yield cast(Doc, made)
    finally:
        made.discard()


def original(doc: Doc) -> Doc:
    """Return the Doc that a snapshot is of, and any other Doc itself; for spaCy's own functions, which need one."""
    seen: object = doc
    return seen.source if isinstance(seen, _Snapshot) else doc


def span_in(doc: Doc, start: int, end: int) -> Span:
    """Return ``doc[start:end]`` with all that a span answers; of a snapshot, that itself is a plain list of tokens."""
    seen: object = doc
    return cast(Span, seen.span(start, end)) if isinstance(seen, _Snapshot) else doc[start:end]


def words_in(doc: Doc) -> Words:
    """Return the words of a Doc; those of a snapshot are looked up once."""
    seen: object = doc
    return seen.words if isinstance(seen, _Snapshot) else Words(doc)


def starts_in(doc: Doc) -> Sequence[int]:
    """Return where each token starts, in characters; not to be changed."""
    seen: object = doc
    return seen.starts if isinstance(seen, _Snapshot) else [token.idx for token in doc]


def ends_in(doc: Doc) -> Sequence[int]:
    """Return where each token ends, in characters; not to be changed."""
    seen: object = doc
    return seen.ends if isinstance(seen, _Snapshot) else [token.idx + len(token) for token in doc]


class _Snapshot(list["_Token"]):
    """Answers like a Doc; whatever is not here is asked of the Doc itself.

    It is the list of its tokens, so that to ask for one of them costs next to nothing.
    """

    def __init__(self, doc: Doc) -> None:
        self.source = doc
        names: list[int | str] = [*_STRINGS, *_FLAGS, *_NUMBERS]
        columns = doc.to_array(names).reshape(len(doc), len(names)).T
        numbers = columns[: len(_STRINGS)]
        # Most words, and all labels, occur more than once: each is looked up once.
        known = np.unique(numbers).tolist()
        look_up = dict(zip(known, map(doc.vocab.strings.__getitem__, known), strict=True)).__getitem__
        # Column by column: as Python's numbers, all of them would take more room than the snapshot.
        strings = [list(map(look_up, column.tolist())) for column in numbers]
        flags = columns[len(_STRINGS) : -len(_NUMBERS)].astype(bool).tolist()
        begins, iob, heads, spaces = columns[-len(_NUMBERS) :].astype(np.int64)
        self.text = "".join(map(add, strings[0], map(("", " ").__getitem__, spaces.tolist())))
        lengths = np.fromiter(map(len, strings[0]), np.int64, len(doc))
        ends = np.cumsum(lengths + spaces) - spaces
        self.starts: list[int] = (ends - lengths).tolist()
        self.ends: list[int] = ends.tolist()
        # One object for each place, whoever refers to it.
        places = list(range(len(doc)))
        self._heads = list(map(places.__getitem__, (heads + np.arange(len(doc))).tolist()))
        super().__init__(
            map(
                _Token, repeat(self), places, self.starts, self._heads, *strings,
                map(_IOB.__getitem__, iob.tolist()), map(_STARTS.get, begins.tolist()), *flags,
            )
        )  # fmt: skip
        children: defaultdict[int, list[_Token]] = defaultdict(list)
        for token, head in zip(self, self._heads, strict=True):
            children[head].append(token)
        for head, dependents in children.items():
            self[head].children = dependents
        for root in np.flatnonzero(heads == 0).tolist():
            children[root].remove(self[root])
        self._sentences: list[_Span] = []
        self._sentence_of: list[_Span] = []
        self._annotations: dict[str, bool] = {}

    def discard(self) -> None:
        """Part from the tokens."""
        self.clear()
        self._sentences.clear()
        self._sentence_of.clear()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.source, name)

    def span(self, start: int, end: int) -> _Span:
        """Return the tokens from one up to another, with all that a span answers."""
        start, end, _ = slice(start, end).indices(len(self))
        return _Span(self, start, max(start, end))

    @property
    def sents(self) -> Iterator[_Span]:
        if not self._sentences:
            self._sentences.extend(_Span(self, sentence.start, sentence.end) for sentence in self.source.sents)
        return iter(self._sentences)

    def char_span(self, *args: Any, **settings: Any) -> _Span | None:
        span = self.source.char_span(*args, **settings)
        return None if span is None else _Span(self, span.start, span.end)

    @cached_property
    def left_edges(self) -> list[int]:
        """The first token of all that each token governs, itself included."""
        return self._reached(range(len(self)))

    @cached_property
    def right_edges(self) -> list[int]:
        """The last token of all that each token governs, itself included."""
        return self._reached(range(len(self) - 1, -1, -1))

    @cached_property
    def words(self) -> Words:
        """The words as lexicons have them."""
        return Words(cast(Doc, self))

    def has_annotation(self, attribute: str) -> bool:
        """Say whether any token has a value of an attribute; asked for each sentence, and found out once."""
        if attribute not in self._annotations:
            self._annotations[attribute] = self.source.has_annotation(attribute)
        return self._annotations[attribute]

    def _reached(self, order: Iterable[int]) -> list[int]:
        """Return for each token the one that comes first, in this order, of all that it governs."""
        heads, found = self._heads, [-1] * len(self)
        for index in order:
            above = index
            while found[above] < 0:
                found[above] = index
                above = heads[above]
        return found

    def sentence(self, index: int) -> _Span:
        """Return the sentence that a token stands in."""
        if not self._sentence_of:
            for sentence in self.sents:
                self._sentence_of.extend(repeat(sentence, len(sentence)))
        return self._sentence_of[index]


class _Token:
    """Answers like a token; whatever is not here is asked of the token itself."""

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head_index", "i", "idx", "is_alpha", "is_punct",
        "is_quote", "is_sent_start", "is_space", "lemma_", "lower_", "pos_", "tag_", "text",
    )  # fmt: skip

    def __init__(
        self, doc: _Snapshot, i: int, idx: int, head_index: int,
        text: str, lower_: str, lemma_: str, pos_: str, tag_: str, dep_: str, ent_type_: str,
        ent_iob_: str, is_sent_start: bool | None, is_space: bool, is_punct: bool, is_alpha: bool, is_quote: bool,
    ) -> None:  # fmt: skip
        self.doc = doc
        self.i = i
        self.idx = idx
        self.head_index = head_index
        self.text = text
        self.lower_ = lower_
        self.lemma_ = lemma_
        self.pos_ = pos_
        self.tag_ = tag_
        self.dep_ = dep_
        self.ent_type_ = ent_type_
        self.ent_iob_ = ent_iob_
        self.is_sent_start = is_sent_start
        self.is_space = is_space
        self.is_punct = is_punct
        self.is_alpha = is_alpha
        self.is_quote = is_quote
        # The direct dependents, in text order.
        self.children: Sequence[_Token] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.doc.source[self.i], name)

    def __str__(self) -> str:
        return self.text

    @property
    def head(self) -> _Token:
        return self.doc[self.head_index]

    @property
    def lefts(self) -> list[_Token]:
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[_Token]:
        return [child for child in self.children if child.i > self.i]

    @property
    def left_edge(self) -> _Token:
        return self.doc[self.doc.left_edges[self.i]]

    @property
    def right_edge(self) -> _Token:
        return self.doc[self.doc.right_edges[self.i]]

    @property
    def subtree(self) -> Iterator[_Token]:
        return (self.doc[token.i] for token in self.doc.source[self.i].subtree)

    @property
    def sent(self) -> _Span:
        return self.doc.sentence(self.i)

    def nbor(self, distance: int = 1) -> _Token:
        """Return the token so many places further on."""
        return self.doc[self.doc.source[self.i].nbor(distance).i]


class _Span:
    """Answers like a span; whatever is not here is asked of the span itself."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: _Snapshot, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[_Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, index: int) -> _Token:
        return self.doc[self.start : self.end][index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Span) and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.doc.source[self.start : self.end], name)

    @property
    def text(self) -> str:
        tokens = self.doc
        if self.start == self.end:
            return ""
        last = tokens[self.end - 1]
        return self.doc.text[tokens[self.start].idx : last.idx + len(last.text)]

    @property
    def root(self) -> _Token:
        return self.doc[self.doc.source[self.start : self.end].root.i]
