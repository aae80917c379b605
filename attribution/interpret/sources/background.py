"""The phrases of a text, besides its sources, that may name what a pronoun or description goes back to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.sources.mention import PLURAL_PRONOUNS, THINGS, Mention
from attribution.interpret.sources.reading_mentions import read_mention
from attribution.interpret.trees import syntax
from attribution.interpret.trees.phrases import TIMES, is_day
from attribution.interpret.vocabulary import Noun, Vocabulary

_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)
_CALENDAR: Final = TIMES | _MONTHS
_THIRD_PERSON: Final = frozenset({"he", "she", "him", "her", "his", "hers"}) | PLURAL_PRONOUNS | THINGS
_LONGEST_PHRASE: Final = 30
_SHORT: Final = 9
# "Pat, who".
_SHORTEST_WITH_RELATIVE: Final = 2
_LONGEST_NAME: Final = 6
_LONGEST_LOOSE: Final = 3
_BESIDE_NAME: Final = frozenset({"NOUN", "ADJ"})
_HEADS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_IN_PHRASE: Final = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_LEFT_OFF: Final = syntax.ADNOMINAL_CLAUSE | syntax.CONJUNCT | syntax.PARATAXIS
# "A letter signed by ten senators": a participle tells whose a text is.
_LEFT_OFF_TEXT: Final = _LEFT_OFF - {"acl"}


def background_mentions(doc: Doc, taken: Collection[int], vocabulary: Vocabulary) -> Iterator[Mention]:
    """Yield names, nouns of the lexicon and third-person pronouns with their phrases, in text order.

    Args:
        doc: The text with tags and tree.
        taken: Tokens that head a source: no phrase with such a head is given again.
        vocabulary: The words of the lexicon.
    """
    heads = [token for token in doc if token.pos_ in _HEADS]
    names = frozenset([token.lower_ for token in heads if token.pos_ == "PROPN"])
    for token in heads:
        if token.i in taken:
            continue
        # What is part of a name or compound matters by no list.
        is_alone = token.pos_ == "NOUN" and token.dep_ not in syntax.NAME_PART
        noun = vocabulary.noun([token]) if is_alone else None
        if not _may_matter(token, noun, names) or _describes_name(token):
            continue
        start, end = _phrase(token, noun)
        if doc[start].lower_ == "no":
            # What there is not: "has no website".
            continue
        mention = read_mention(doc, start, end, vocabulary)
        if start <= mention.head < end and mention.head not in taken:
            yield mention
        if mention.form == "name" and mention.kind == "person" and any(syntax.children(token, syntax.CONJUNCT)):
            together = _together(token, start, vocabulary)
            if together is not None:
                yield together


def _together(token: Token, start: int, vocabulary: Vocabulary) -> Mention | None:
    """Read "Pat and Lorraine Guthrie": people named beside each other, whom "they" or "the couple" may mean."""
    last = max(child.right_edge.i for child in syntax.children(token, syntax.CONJUNCT))
    # A tree may hang what stands before a name on it.
    if last <= token.i or last + 1 - start > _LONGEST_PHRASE or token.doc[last].pos_ != "PROPN":
        return None
    mention = read_mention(token.doc, start, last + 1, vocabulary)
    return mention if mention.kind == "group" and mention.identification == "named" else None


def _may_matter(token: Token, noun: Noun | None, names: Collection[str]) -> bool:
    pos, word = token.pos_, token.lower_
    if pos == "PRON":
        return word in _THIRD_PERSON and token.tag_ in {"PRP", "PRP$"}
    if word in _CALENDAR and (is_day(token) or (word in _MONTHS and token.ent_type_ != "PERSON")):
        return False
    if pos == "PROPN":
        if _hangs_on_verb(token):
            return token.i + 1 == len(token.doc) or token.nbor().pos_ != "PROPN"
        if token.dep_ == "compound" and token.head.pos_ == "NOUN" and token.ent_type_ == "ORG":
            # "World Health Organisation guidelines".
            return token.ent_iob_ == "I" and token.nbor().pos_ != "PROPN"
        return token.dep_ not in syntax.NAME_PART and token.dep_ != "amod"
    if token.dep_ in syntax.NAME_PART:
        return False
    # A name may have been tagged as a common noun this once.
    return noun is not None or (word in names and token.text[:1].isupper())


def _describes_name(token: Token) -> bool:
    """Tell whether a noun stands beside a name as what its bearer is: the phrase of the name takes it in."""
    return token.pos_ == "NOUN" and token.dep_ in syntax.APPOSITION and token.head.pos_ == "PROPN"


def _hangs_on_verb(token: Token) -> bool:
    """Whether a tree takes all words of a name for parts of one, and hangs the last of them on a verb."""
    if token.dep_ not in syntax.NAME_PART:
        return False
    first = token.i
    while first > 0 and token.doc[first - 1].pos_ == "PROPN":
        first -= 1
    if token.i - first >= _LONGEST_LOOSE:
        # A heading with capitals throughout.
        return False
    above = token
    for _ in range(_LONGEST_NAME):
        if above.dep_ not in syntax.NAME_PART:
            return False
        above = above.head
        if above.pos_ in syntax.VERBAL:
            return True
    return False


def _phrase(token: Token, noun: Noun | None) -> tuple[int, int]:
    start, end = token.i, token.i + 1
    if next(iter(token.children), None) is not None:
        left_off = _LEFT_OFF_TEXT if noun is not None and noun.kind == "document" else _LEFT_OFF
        first, last = syntax.noun_phrase(token, left_off)
        if first <= token.i < last and last - first <= _LONGEST_PHRASE:
            start, end = first, last
    if start == token.i and _hangs_on_verb(token):
        while start > 0 and _goes_before(token.doc[start - 1], token.doc[start]):
            start -= 1
    end = _up_to_verb(token, end)
    return start, _without_relative(token.doc, start, end) if end - start > _SHORTEST_WITH_RELATIVE else end


def _goes_before(token: Token, after: Token) -> bool:
    """Whether a word before one of a name is part of it, or says what its bearer is: "Opposition critic | Paul"."""
    if token.dep_ not in syntax.NAME_PART:
        return False
    return token.pos_ == "PROPN" or after.ent_iob_ == "I" or (token.pos_ in _BESIDE_NAME and not token.ent_type_)


def _up_to_verb(token: Token, end: int) -> int:
    """Take in a prepositional phrase between a subject and its verb, wherever the tree hangs it."""
    if token.dep_ not in syntax.SUBJECT:
        return end
    verb, doc = token.head.i, token.doc
    if not end < verb <= end + _SHORT or doc[end].pos_ != "ADP":
        return end
    return verb if all(t.pos_ in _IN_PHRASE for t in doc[end:verb]) else end


def _without_relative(doc: Doc, start: int, end: int) -> int:
    for i in range(start + 2, end):
        if doc[i].tag_ in {"WP", "WDT", "WP$"} and doc[i - 1].text == ",":
            return i - 1
    return end
