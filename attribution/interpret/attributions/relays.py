"""Whom a source quotes: "Reuters, citing an official, said …", "CNN quoted Li as saying …".

The words for the one who is quoted are no content: they name the source of what follows, and the one who quotes passes
it on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.draft import Draft
from attribution.interpret.readings import Frame
from attribution.interpret.trees import syntax
from attribution.interpret.vocabulary import Vocabulary
from attribution.snapshot import words_in

_QUOTING: Final = frozenset({"cite", "quote"})
_SAYING: Final = frozenset({"say", "tell", "write", "state", "add", "warn", "claim", "argue"})
# Who can be quoted, besides those with a name; what else is cited is a reason ("citing bad weather").
_SPEAKERS: Final = frozenset(
    """adviser advisor aide ambassador analyst attorney authority chief colleague commander correspondent diplomat
    director doctor document email executive expert figure filing friend insider investigator lawmaker lawyer leader
    letter manager media memo minister ministry newspaper officer official paper people person police president
    prosecutor record relative report representative resident sheriff source spokesman spokesperson spokeswoman
    statement witness""".split()
)
_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_FAR: Final = 16
_LONGEST_PLACE: Final = 9
_IN_PHRASE: Final = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_LONGEST: Final = 60


def with_quoted(doc: Doc, frames: Sequence[Frame], speakers: Vocabulary) -> list[Frame]:
    """Give each one who is quoted an attribution of their own.

    Args:
        doc: A Doc with tags, lemmas and a tree.
        frames: The attributions found so far.
        speakers: The words for sources.

    Returns:
        The frames with those of the quoted instead of what had been read there; their order does not matter.
    """
    found = list(frames)
    for index in words_in(doc).lemma_places.of(_QUOTING):
        token = doc[index]
        if token.pos_ != "VERB":
            continue
        saying = _saying_after(token)
        if saying is not None:
            found = _quoted_as_saying(token, saying, found)
        elif token.tag_ == "VBG" or _is_relative(token):
            found = _citing(token, found, speakers)
    return found


def under_relayers(doc: Doc, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Nest what the quoted say in the attribution to the one who quotes them, which has the same content.

    What stands within that content came through both of them, and so is nested in what the quoted say.
    """
    outer = {draft.content: number for number, draft in enumerate(drafts) if not _is_of_quoted(doc, draft)}
    nested = [
        evolve(draft, parent=outer[draft.content])
        if draft.parent is None and draft.content in outer and _is_of_quoted(doc, draft)
        else draft
        for draft in drafts
    ]
    quoted = {
        draft.parent: number
        for number, draft in enumerate(nested)
        if draft.parent is not None and _is_of_quoted(doc, draft) and draft.content == nested[draft.parent].content
    }
    return tuple(
        evolve(draft, parent=quoted[draft.parent])
        if draft.parent in quoted and not _is_of_quoted(doc, draft)
        else draft
        for draft in nested
    )


def _is_relative(verb: Token) -> bool:
    """Tell whether a verb says of the one who reports whom they cite: "Vedomosti, which cited two officials"."""
    subject = syntax.own_subject(verb)
    return subject is not None and subject.lower_ in {"which", "who"} and verb.dep_ in syntax.RELATIVE_CLAUSE


def _is_of_quoted(doc: Doc, draft: Draft) -> bool:
    """Tell whether a cue is "citing", "quoting", or the "saying" of "quoted Li as saying"."""
    cue = doc[draft.cue[0]]
    if len(draft.cue) > 1 or cue.tag_ != "VBG":
        return False
    return cue.lemma_.lower() in _QUOTING or (cue.i > 0 and doc[cue.i - 1].lower_ == "as")


def _saying_after(verb: Token) -> Token | None:
    """Return "saying" of "quoted Li as saying"."""
    doc = verb.doc
    for index in range(verb.i + 1, min(verb.i + _FAR, verb.sent.end - 1)):
        after = doc[index + 1]
        if doc[index].lower_ == "as" and after.tag_ == "VBG" and after.lemma_.lower() in _SAYING:
            return after
    return None


def _quoted_as_saying(verb: Token, saying: Token, frames: list[Frame]) -> list[Frame]:
    doc = verb.doc
    relayer = _relayer_after(verb, saying) if syntax.is_passive(verb) else syntax.own_subject(verb)
    speaker = _speaker(verb, saying)
    if relayer is None or not speaker:
        return frames
    here = [frame for frame in frames if verb.i in frame.cue or saying.i in frame.cue]
    start, end = syntax.noun_phrase(relayer)
    said = {index for frame in here for index in frame.content if index > saying.i}
    said -= {*range(verb.i + 1, saying.i + 1), *range(start, end)}
    for told in syntax.children(saying, syntax.OBJECT | syntax.INDIRECT_OBJECT):
        if saying.lemma_.lower() == "tell" and told.i < max(said, default=0):
            said -= set(range(*syntax.noun_phrase(told)))
    if not {index for index in said if not doc[index].is_punct}:
        # "'We will not yield,' Li was quoted as saying": what is said stands before.
        said = _before(verb, (*speaker, *range(start, end)))
    if not said:
        return frames
    kept = [frame for frame in frames if frame not in here]
    content = tuple(sorted(said))
    kept.append(Frame((verb.i,), _words(doc, start, end), content, origin="grammar"))
    kept.append(Frame((saying.i,), speaker, content, origin="grammar"))
    return kept


def _relayer_after(verb: Token, saying: Token) -> Token | None:
    """Return who quotes in "was quoted by Reuters as saying" and "was quoted as saying by Reuters"."""
    agent = syntax.agent_of(verb)
    if agent is not None:
        return agent
    quoting = syntax.prepositional_objects(saying, {"by", "in"})
    return next((noun for case, noun in quoting if case.lower_ == "by" or noun.pos_ == "PROPN"), None)


def _before(verb: Token, voices: Sequence[int]) -> set[int]:
    """Return what stands before the speaker, and who quotes, in the sentence, without the comma and blanks between."""
    doc = verb.doc
    end = min(voices, default=verb.i)
    words = [i for i in range(syntax.start_by_marks(doc, end, _LONGEST), end) if not doc[i].is_space]
    return set(words) if sum(doc[i].is_alpha for i in words) > 1 else set()


def _speaker(verb: Token, saying: Token) -> tuple[int, ...]:
    """Return who is quoted: what stands between the verb and "as", or the subject of the passive."""
    if not syntax.is_passive(verb):
        return _words(verb.doc, verb.i + 1, saying.i - 1)
    subject = syntax.own_subject(verb)
    return _words(verb.doc, *syntax.noun_phrase(subject)) if subject is not None else ()


def _citing(verb: Token, frames: list[Frame], speakers: Vocabulary) -> list[Frame]:
    cited = syntax.first_child(verb, syntax.OBJECT)
    if cited is None or not _may_speak(cited, speakers):
        return frames
    relayer = next((frame for frame in frames if verb.i not in frame.cue and _belongs_to(verb, frame)), None)
    if relayer is None:
        return frames
    start, end = syntax.noun_phrase(cited)
    # "Citing an official, that ...": the clause is what is reported, wherever a parser hangs it.
    doc = verb.doc
    end = next((i for i in range(cited.i, end - 1) if doc[i].text == "," and doc[i + 1].lower_ == "that"), end)
    end = _up_to_comma(doc, end)
    own = set(range(verb.i, end))
    content = _less(verb.doc, relayer.content, own)
    if not content:
        return frames
    others = [frame for frame in frames if frame is not relayer and verb.i not in frame.cue]
    source = _less(verb.doc, relayer.source, own)
    return [
        *others,
        evolve(relayer, source=source, content=content),
        Frame((verb.i,), _words(verb.doc, start, end), content, origin="grammar"),
    ]


def _up_to_comma(doc: Doc, end: int) -> int:
    """Take in the place of "citing nurses at the clinic,", wherever the tree hangs it."""
    if end >= len(doc) or doc[end].pos_ != "ADP":
        return end
    for index in range(end, min(end + _LONGEST_PLACE, len(doc))):
        if doc[index].text == ",":
            return index
        if doc[index].pos_ not in _IN_PHRASE:
            return end
    return end


def _may_speak(noun: Token, speakers: Vocabulary) -> bool:
    if noun.pos_ == "PROPN" or noun.ent_type_ in _NAMES or noun.lemma_.lower() in _SPEAKERS:
        return True
    word = speakers.noun([noun])
    return word is not None and word.kind in {"office", "calling", "nobody"}


def _belongs_to(verb: Token, frame: Frame) -> bool:
    """Tell whether the one who cites is the source of an attribution in the same sentence."""
    sentence = verb.sent
    if not frame.source or not sentence.start <= frame.cue[0] < sentence.end:
        return False
    return verb.head.i in frame.source or verb.head.i in frame.cue or verb.i - 1 in (
        frame.source[-1], frame.source[-1] + 1, frame.cue[-1], frame.cue[-1] + 1
    )  # fmt: skip


def _less(doc: Doc, tokens: Sequence[int], own: set[int]) -> tuple[int, ...]:
    """Take words out of a role, with the commas that are left at its ends."""
    kept = [index for index in tokens if index not in own]
    while kept and doc[kept[0]].text == ",":
        del kept[0]
    while kept and doc[kept[-1]].text == ",":
        del kept[-1]
    return tuple(kept)


def _words(doc: Doc, start: int, end: int) -> tuple[int, ...]:
    return tuple(index for index in range(start, end) if not doc[index].is_space)
