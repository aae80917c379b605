"""How well a description tells who it is: "a senior Treasury official" by role, "some observers" not at all."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.sources.mention import EMPTY, Determiner, Number
from attribution.interpret.trees import phrases
from attribution.interpret.trees.phrases import Phrase
from attribution.interpret.vocabulary import Noun, Vocabulary, singular
from attribution.report.records import Identification

_NOT_FROM: Final = frozenset(
    {"on", "about", "against", "to", "regarding", "over", "since", "during", "after", "before"}
)
_READ: Final = frozenset({"seen", "obtained", "reviewed", "viewed", "read", "examined", "verified", "heard", "quoted"})
_NOT_NAMING: Final = frozenset({"'s", "’s", "st", "nd", "rd", "th"})


def identify_description(
    phrase: Phrase, noun: Noun | None, number: Number, determiner: Determiner,
    descriptors: tuple[tuple[int, int], ...], vocabulary: Vocabulary,
) -> Identification:  # fmt: skip
    """Say how well a reader can tell who is described.

    Args:
        phrase: The phrase.
        noun: Its noun in the lexicon, if it is there.
        number: Whether it is one or several.
        determiner: What it begins with.
        descriptors: The words that narrow it down.
        vocabulary: The lexicon.
    """
    head = phrase.head
    if noun is None:
        return _identification_of_unlisted(phrase, head, number, determiner, descriptors, vocabulary)
    if noun.kind == "nobody":
        # "European Union observers" are sent by somebody, "many observers" by nobody.
        is_sent = noun.text == "observer" and determiner != "some"
        is_one = number == "singular" and narrowed(phrase.doc, descriptors)
        return "role" if is_sent and (is_one or names_in(phrase, noun, vocabulary)) else "vague"
    if noun.kind == "office":
        return "role"
    if noun.text.endswith(" figure") and determiner != "some":
        # "Opposition figures".
        return "role"
    if noun.kind in {"calling", "anyone"}:
        if number == "plural" and vocabulary.has("collective_plural", head.lower_):
            return "vague" if determiner == "some" else "role"
        telling = descriptors
        if number == "plural" and determiner == "bare":
            # "Aviation experts" are any, "economists at Harvard" or "Danish economists" not.
            telling = tuple(d for d in descriptors if d[0] > head.i or _tells_where(phrase.doc, d, vocabulary))
        return _identification_of_person(noun, number, determiner, narrowed(phrase.doc, telling))
    if noun.kind == "institution":
        is_one = number == "singular" and determiner not in {"indefinite", "some", "counted"}
        return "named" if is_one and names_in(phrase, noun, vocabulary) else "role"
    if noun.kind == "body":
        is_one = number == "singular" and (determiner == "possessive" or _has_name_before(phrase, noun))
        if is_one and names_in(phrase, noun, vocabulary):
            return "named"
        return "vague" if number == "plural" and determiner in {"bare", "some"} and not descriptors else "role"
    if noun.kind == "medium":
        named_by = names_in(phrase, noun, vocabulary)
        if named_by and number == "singular" and determiner not in {"indefinite", "some", "counted", "demonstrative"}:
            # "Yonhap news agency", "the Haaretz newspaper", "Turkey's state broadcaster".
            return "named" if noun.text not in {"media", "press"} else "role"
        if number == "plural" or noun.text in {"media", "press"}:
            return (
                "role" if named_by or "state" in {t.lower_ for t in phrase.doc[phrase.start : phrase.end]} else "vague"
            )
        return "role"
    if noun.kind == "document":
        named_by = names_in(phrase, noun, vocabulary)
        if named_by and not _only_by_nation(phrase, vocabulary):
            return "named"
        if named_by or determiner in {"definite", "demonstrative", "possessive"}:
            return "role"
        return "role" if any(phrase.doc[e - 1].pos_ in {"NOUN", "PROPN"} for _, e in descriptors) else "vague"
    return "vague" if noun.text == "public" else "role"


def _only_by_nation(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a nation is all that a text is described by: "a Danish study" is one of many."""
    before = phrase.doc[phrase.core[0] : phrase.core[1] - 1]
    describing = [t for t in before if t.tag_ not in {"DT", "CD", "POS"}]
    return phrase.rest[0] == phrase.rest[1] and bool(describing) and all(
        vocabulary.has_any(("people", "country"), t.lower_) or t.text in {"US", "UK", "EU"} for t in describing
    )  # fmt: skip


def _has_name_before(phrase: Phrase, noun: Noun) -> bool:
    """Whether a name, no nation, stands directly before the noun: "the Nordbank group", not "the Swiss group"."""
    before = phrase.core[1] - noun.length - 1
    if before < phrase.core[0] or phrase.doc[phrase.core[0]].lower_ != "the":
        return False
    token = phrase.doc[before]
    # "The Heidelberg group" may be any group there.
    return token.tag_ in {"NNP", "NNPS"} and not (noun.text == "group" and token.ent_type_ in {"LOC", "GPE"})


def _identification_of_person(noun: Noun, number: Number, determiner: Determiner, is_narrowed: bool) -> Identification:
    if is_narrowed:
        return "role" if noun.kind == "calling" or number == "singular" else "vague"
    if noun.kind == "anyone":
        return "vague"
    if number == "plural":
        return "role" if determiner in {"definite", "demonstrative", "possessive", "counted"} else "vague"
    return "role"


def _identification_of_unlisted(
    phrase: Phrase, head: Token, number: Number, determiner: Determiner,
    descriptors: tuple[tuple[int, int], ...], vocabulary: Vocabulary,
) -> Identification:  # fmt: skip
    if vocabulary.has("collective_plural", head.lower_):
        return "role"
    if vocabulary.has("nobody_pronoun", head.lower_):
        return "vague"
    word = singular(head.lower_)
    if vocabulary.has("people", word):
        return "vague" if determiner == "some" else "role"
    if head.pos_ == "ADJ" and head.lower_ != "old":
        return "vague"
    if number == "plural" and determiner in {"bare", "some"} and not narrowed(phrase.doc, descriptors):
        return "vague"
    return "role"


def _tells_where(doc: Doc, descriptor: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether words before a noun name a body, a place or a nation."""
    return any(t.pos_ == "PROPN" or t.ent_type_ or vocabulary.has("people", t.lower_) for t in doc[slice(*descriptor)])


def narrowed(doc: Doc, descriptors: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether any of the descriptors narrows the source down ("Harvard", not "some" or "local")."""
    return any(any(t.lower_ not in EMPTY and any(map(str.isalpha, t.text)) for t in doc[s:e]) for s, e in descriptors)


def names_in(phrase: Phrase, noun: Noun | None, vocabulary: Vocabulary) -> bool:
    """Tell whether a proper name or the word for a nation modifies the head, within the core or after it."""
    doc = phrase.doc
    core_end = phrase.core[1] - (noun.length if noun else 1)
    governed_by = ""
    for token in (*doc[phrase.core[0] : max(phrase.core[0], core_end)], *doc[phrase.rest[0] : phrase.rest[1]]):
        if token.pos_ == "ADP":
            # Who has read a memo has not written it.
            governed_by = "to" if token.i and doc[token.i - 1].lower_ in _READ else token.lower_
        if governed_by in _NOT_FROM:
            # "A video posted on Facebook", "a report about Peru": not whose it is.
            continue
        if token.lower_ in _NOT_NAMING or phrases.is_day(token):
            continue
        if token.text.isupper() and vocabulary.has_any(("office", "calling"), token.lower_):
            # "A GP's letter", "the MP's email".
            continue
        if token.pos_ == "PROPN" or (token.text[:1].isupper() and vocabulary.has("people", token.lower_)):
            return True
        if token.text == "US" or token.text == "UN":
            return True
    return False
