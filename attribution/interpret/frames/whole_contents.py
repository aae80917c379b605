"""What of a content was cut off, by the tree: the encoder marks word by word, and leaves a word out at times.

"They would walk out at midnight on Friday" comes as "They would walk" and "Friday"; of "Beef, the authors note, uses
more land" the verb comes without its subject.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, TypeAlias

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees import syntax
from attribution.interpret.trees.phrases import is_day

# Tokens that no content may take in; to unite the collections would cost time for each frame of a long text.
_Kept: TypeAlias = tuple[Collection[int], ...]

_LONGEST_GAP: Final = 5
_LONGEST_TORN: Final = 12
_FARTHEST_HEAD: Final = 5
_LONGEST_ASIDE: Final = 14
_LONGEST_BEFORE: Final = 25
# Fewer words than these are rather a phrase, and so many stand between a clause and who is said to say so: a comma.
_SHORTEST_CLAUSE: Final = 4
_TO_CUE: Final = 2
_FINITE: Final = frozenset({"VBZ", "VBD", "VBP", "MD"})
_LEANS_ON: Final = frozenset({"case", "det", "amod", "compound", "nummod", "nmod:poss", "aux", "aux:pass", "cop"})
_LEANS_ON_NOUN: Final = frozenset({"det", "nmod:poss", "poss", "amod", "compound", "nummod"})
_RELATIVE: Final = frozenset({"WDT", "WP"})
_BRACKETS: Final = frozenset({",", "–", "—", "--"})


def with_whole_content(doc: Doc, frame: Frame, others: Collection[int]) -> Frame:
    """Return a frame with the words of its content that were cut off.

    Args:
        doc: A Doc with tags and a tree.
        frame: The frame.
        others: The tokens of all cues and sources; a content of one sentence never takes in another's.
    """
    kept = ({*frame.cue, *frame.source}, others)
    content = _from_left(doc, _without_joint(doc, _up_to_head(doc, _filled(doc, frame.content, kept), kept)), kept)
    content = _from_relative(doc, frame, _from_that(doc, frame, content))
    content = _with_subject(doc, frame, content, kept)
    content = _in_one_piece(doc, frame, content, kept)
    return evolve(frame, content=content) if content != frame.content else frame


def _filled(doc: Doc, content: Sequence[int], kept: _Kept) -> tuple[int, ...]:
    """Close the gaps of a few words within a sentence, and of more before what was torn from them.

    Of "the group, which holds large parts | of the country" the encoder may leave out the clause in the middle.
    """
    if not content or content[-1] - content[0] == len(content) - 1:
        return tuple(content)
    filled: list[int] = []
    following = content[0]
    for index in content:
        gap = range(following, index)
        is_short = 0 < len(gap) <= (_LONGEST_TORN if _is_torn(doc[index], gap) else _LONGEST_GAP)
        if is_short and not any(_parts(doc, i, kept) for i in (*gap, index)):
            filled.extend(gap)
        filled.append(index)
        following = index + 1
    return tuple(filled)


def _is_torn(token: Token, gap: range) -> bool:
    """Tell whether a phrase depends on a word in the gap before it."""
    noun = token.head if token.dep_ == "case" else token
    return noun.pos_ in syntax.NOMINAL and noun.head.i in gap


def _parts(doc: Doc, index: int, kept: _Kept) -> bool:
    token = doc[index]
    return _is_any(index, kept) or token.is_sent_start or token.is_space or token.is_quote


def _is_any(index: int, kept: _Kept) -> bool:
    return any(index in tokens for tokens in kept)


def _up_to_head(doc: Doc, content: tuple[int, ...], kept: _Kept) -> tuple[int, ...]:
    """Take in the word that the last one leans on: "since" without "the war"; leave off "on" before a day."""
    if not content:
        return content
    last = doc[content[-1]]
    head = last.head
    if last.dep_ not in _LEANS_ON or not 0 < head.i - last.i <= _FARTHEST_HEAD:
        return content
    if last.dep_ == "case" and is_day(head):
        return content[:-1]
    if head.dep_ in syntax.CONJUNCT and head.head.i in kept[0]:
        # "Confirmed two cases and are | looking into more": what the source does next.
        return tuple(i for i in content if i < head.left_edge.i)
    taken = range(last.i + 1, head.i + 1)
    return content if any(_parts(doc, i, kept) for i in taken) else (*content, *taken)


def _from_that(doc: Doc, frame: Frame, content: tuple[int, ...]) -> tuple[int, ...]:
    """Leave off how it was said: "claimed, | without giving proof, | that the ball had been swapped"."""
    if not content or content[0] < frame.cue[-1] or doc[content[0]].pos_ not in {"ADP", "ADV", "SCONJ"}:
        return content
    verb = doc[frame.cue[-1]]
    for place, index in enumerate(content[1:_LONGEST_ASIDE], 1):
        token = doc[index]
        if token.is_quote or token.tag_ in _FINITE:
            break
        if (
            token.lower_ == "that"
            and token.dep_ == "mark"
            and doc[index - 1].text == ","
            and token.head.head.i == verb.i
        ):
            return content[place:]
    return content


def _from_relative(doc: Doc, frame: Frame, content: tuple[int, ...]) -> tuple[int, ...]:
    """Leave off the noun that a relative clause is about: "the deed, | which he claims is forged"."""
    before = frame.source[0] - 1 if frame.source and frame.source[0] < frame.cue[0] else frame.cue[0] - 1
    if before not in content or doc[before].tag_ not in _RELATIVE or content[-1] < frame.cue[-1]:
        return content
    return content[content.index(before) :]


def _without_joint(doc: Doc, content: tuple[int, ...]) -> tuple[int, ...]:
    """Leave off a conjunction that nothing follows: "that the tower was unsafe and"."""
    while content and doc[content[-1]].tag_ == "CC":
        content = content[:-1]
    return content


def _from_left(doc: Doc, content: tuple[int, ...], kept: _Kept) -> tuple[int, ...]:
    """Take in the words before a piece that lean on its first: "release" without "his"."""
    taken: list[int] = []
    before = -1
    for index in content:
        start = index
        while start > before + 1 and index - start < _FARTHEST_HEAD:
            leaning = doc[start - 1]
            if leaning.dep_ not in _LEANS_ON_NOUN or leaning.head.i != index or _parts(doc, start - 1, kept):
                break
            start -= 1
        taken.extend(range(start, index))
        taken.append(index)
        before = index
    return tuple(taken)


def _with_subject(doc: Doc, frame: Frame, content: tuple[int, ...], kept: _Kept) -> tuple[int, ...]:
    """Take in what precedes an attribution between commas where a verb without its subject follows."""
    own = sorted({*frame.cue, *frame.source})
    first = next((doc[i] for i in content if not doc[i].is_punct and not doc[i].is_space), None)
    if first is None or first.i < own[0] or first.tag_ not in _FINITE or first.i - own[-1] > _FARTHEST_HEAD:
        return content
    comma = own[0] - 1
    if (
        comma < 0
        or doc[comma].text not in _BRACKETS
        or not any(t.text in _BRACKETS for t in doc[own[-1] + 1 : first.i])
    ):
        return content
    start = doc[comma].sent.start
    before = [i for i in range(start, comma) if not doc[i].is_space]
    if not 0 < len(before) <= _LONGEST_BEFORE or not any(doc[i].is_alpha for i in before):
        return content
    if any(_is_any(i, kept) or doc[i].is_quote or doc[i].tag_ in _FINITE for i in before):
        return content
    return (*before, *content)


def _in_one_piece(doc: Doc, frame: Frame, content: tuple[int, ...], kept: _Kept) -> tuple[int, ...]:
    """Make one piece, with its subject, of a clause before its attribution: "Fares | may rise, two aides said"."""
    own = sorted({*frame.cue, *frame.source})
    if len(content) < _SHORTEST_CLAUSE or not frame.source or content[-1] > own[0] or own[0] - content[-1] > _TO_CUE:
        return content
    first = doc[content[0]]
    verb = first.head if first.dep_ in syntax.AUXILIARY | {"cop"} else first
    subject = syntax.own_subject(verb)
    start = syntax.noun_phrase(subject)[0] if subject is not None and subject.i < first.i else first.i
    if first.i - start > _LONGEST_BEFORE or (start == first.i and len(content) == content[-1] + 1 - first.i):
        return content
    whole = range(start, content[-1] + 1)
    if any(i > start and _parts(doc, i, kept) for i in whole) or _is_any(start, kept) or doc[start].is_quote:
        return content
    return tuple(whole)
