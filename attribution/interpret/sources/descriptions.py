"""Phrases without a name of their own: "a senior Treasury official", "the Clinton campaign", "some observers"."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.sources.identification import identify_description, names_in
from attribution.interpret.sources.kinship import HONORIFICS
from attribution.interpret.sources.mention import (
    APART,
    DEFINITE,
    DEMONSTRATIVE,
    INDEFINITE,
    PRONOUN_GENDER,
    SOME,
    Determiner,
    Mention,
    Number,
)  # fmt: skip
from attribution.interpret.trees import syntax
from attribution.interpret.trees.numbers import stated_number
from attribution.interpret.trees.phrases import Phrase
from attribution.interpret.vocabulary import Noun, Vocabulary, singular
from attribution.report.records import SourceKind
from attribution.snapshot import span_in

_PERSON_ENDINGS: Final = ("ist", "ian", "er", "or", "ee", "eer", "ess", "man", "woman", "person", "ant", "ster")
_THING_ENDINGS: Final = ("tion", "ment", "ness", "ity", "ism", "ship", "ure", "ence", "ance", "ing", "dom", "th", "age")
_SCHOLARLY: Final = frozenset(
    {"academic", "discussion", "policy", "position", "research", "scientific", "white", "working"}
)
_PUBLISHED: Final = frozenset({"published", "co-authored", "authored", "presented", "wrote", "co-wrote"})
_FATHER_OF_TWO: Final = 5
_SMALL_WORDS: Final[tuple[tuple[frozenset[str], Determiner], ...]] = (
    (SOME, "some"), (INDEFINITE, "indefinite"), (DEMONSTRATIVE, "demonstrative"), (DEFINITE, "definite"),
)  # fmt: skip
_DETERMINERS: Final = MappingProxyType({word: determiner for words, determiner in _SMALL_WORDS for word in words})
ORDINALS: Final = frozenset({"second", "third", "fourth"})
_NOT_NARROWING: Final = SOME | DEMONSTRATIVE | APART | {"one", "two"}


def describe(phrase: Phrase, vocabulary: Vocabulary) -> Mention:
    """Read a phrase whose core ends in a common noun (or in a word used as one)."""
    phrase = _without_number(phrase)
    doc, head = phrase.doc, phrase.head
    start, end = phrase.core
    noun = _sense(phrase, vocabulary.noun(list(doc[max(start, end - 3) : end])), vocabulary)
    count = stated_number(doc, start, end)
    determiner = _determiner(doc, start, end)
    if determiner == "bare" and count is not None:
        determiner = "counted"
    number = _number(head, noun)
    owner = _owner(doc, start, end)
    descriptors = _descriptors(phrase, noun)
    kind = _kind(head, noun, number, vocabulary)
    is_one_more = end - start == 2 and head.lower_ in ORDINALS
    if is_one_more:
        # "A second": one more of those just heard.
        kind, number = "person", "singular"
    identification = identify_description(phrase, noun, number, determiner, descriptors, vocabulary)
    identification = "vague" if is_one_more else identification
    if count is None and number == "singular" and determiner in {"indefinite", "definite", "possessive", "bare"}:
        count = 1 if kind == "person" else None
    if count is not None and count > 1 and kind == "person":
        kind, number = "group", "plural"
    if count == 1 and kind == "group" and noun is not None and noun.kind != "collective":
        kind, number = "person", "singular"
    return Mention(
        phrase.start, phrase.end, head.i, "description", kind, identification,
        nouns=frozenset({noun.text if noun else _unlisted(head, start)}),
        gender=vocabulary.gender_of_word(singular(head.lower_)), number=number, determiner=determiner,
        size=count, owner=owner, descriptors=descriptors, noun_kind=noun.kind if noun else None,
    )  # fmt: skip


def _sense(phrase: Phrase, noun: Noun | None, vocabulary: Vocabulary) -> Noun | None:
    """Return a noun in the sense that it has here, where the lexicon's first is another."""
    if noun is None:
        return None
    doc, (start, end) = phrase.doc, phrase.core
    if noun.text == "figure" and any(vocabulary.has("people", t.lower_) for t in doc[start:end]):
        # "Labour figures" are people, figures of sales are not.
        return Noun("calling", noun.text, noun.length)
    if noun.text == "paper" and _is_scholarly(phrase):
        # "A 2014 paper", "a paper she published in May" is read, "the paper" may be on sale.
        return Noun("document", noun.text, noun.length)
    if noun.text in {"team", "camp"}:
        is_new = doc[start].lower_ in INDEFINITE
        if is_new or _is_somebodys(phrase) or not names_in(phrase, noun, vocabulary):
            return Noun("collective", noun.text, noun.length)
    if noun.kind == "body" and vocabulary.has("collective_plural", phrase.head.lower_):
        # "The authorities" are people who speak, "two authorities" are bodies.
        return None if stated_number(doc, start, end) is None else noun
    return noun


def _is_scholarly(phrase: Phrase) -> bool:
    doc, (start, end), after = phrase.doc, phrase.core, span_in(phrase.doc, *phrase.rest)
    return (
        any(t.like_num or t.lower_ in _SCHOLARLY for t in doc[start:end])
        or any(t.lower_ in _PUBLISHED for t in after)
        or (doc[start].lower_ in INDEFINITE and after.text.startswith("in "))
    )


def _is_somebodys(phrase: Phrase) -> bool:
    doc, (start, end) = phrase.doc, phrase.core
    return any(t.tag_ == "POS" and t.i > 0 and doc[t.i - 1].ent_type_ == "PERSON" for t in doc[start:end])


def _without_number(phrase: Phrase) -> Phrase:
    """Read "the father-of-two" as "the father of two"."""
    doc, (start, end) = phrase.doc, phrase.core
    if end - start < _FATHER_OF_TWO or [t.lower_ for t in doc[end - 4 : end - 1]] != ["-", "of", "-"]:
        return phrase
    return evolve(phrase, core=(start, end - 4), rest=(end - 3, max(end, phrase.rest[1])))


def honoured(phrase: Phrase) -> Mention | None:
    """Read "her Honour", "his Excellency", or return ``None``: not the honour that somebody has."""
    doc, head, (start, end) = phrase.doc, phrase.head, phrase.core
    is_short = end - start == 2 and phrase.rest[0] == phrase.rest[1]
    if not is_short or head.lower_ not in HONORIFICS or doc[start].lower_ not in {"his", "her", "your"}:
        return None
    return Mention(
        phrase.start, phrase.end, head.i, "description", "person", "role", nouns=frozenset({head.lower_}),
        gender=PRONOUN_GENDER.get(doc[start].lower_, "unknown"), number="singular", determiner="definite",
        size=1, noun_kind="office",
    )  # fmt: skip


def _unlisted(head: Token, start: int) -> str:
    """The noun that is in no list; for "51-year-old" all of it, since another age is somebody else's."""
    first = head.i
    while head.lower_ == "old" and first > start and not head.doc[first - 1].whitespace_:
        first -= 1
    return singular(span_in(head.doc, first, head.i + 1).text.lower())


def _determiner(doc: Doc, start: int, end: int) -> Determiner:
    for token in doc[start:end]:
        if token.tag_ in {"PRP$", "WP$", "POS"}:
            return "possessive"
        if token.lower_ in _DETERMINERS:
            return _DETERMINERS[token.lower_]
    return "bare"


def _number(head: Token, noun: Noun | None) -> Number:
    is_listed = noun is not None and head.lower_ == noun.text.rsplit(" ", 1)[-1]
    if noun is not None and is_listed and (noun.length > 1 or not head.lower_.endswith("s")):
        # A listed singular is one, whatever its tag says.
        return "plural" if head.lower_ in {"people", "police"} else "singular"
    if head.tag_ in {"NNS", "NNPS"}:
        return "plural"
    if head.lower_ in {
        "people",
        "police",
        "some",
        "many",
        "others",
        "several",
        "most",
        "few",
        "both",
        "those",
        "these",
        "all",
        "scores",
    }:
        return "plural"
    if head.tag_ in {"JJ", "JJS", "JJR"} and noun is None and head.lower_ != "old":
        return "plural"
    return "singular"


def _owner(doc: Doc, start: int, end: int) -> int | None:
    for token in doc[start : end - 1]:
        if token.tag_ in {"PRP$", "WP$"}:
            return token.i
    if end - start == 1 or doc[start].lower_ not in DEFINITE:
        return None
    for token in doc[start + 1 : end - 1]:
        # "The bank's committee".
        if token.tag_ == "POS" and doc[token.i - 1].pos_ == "NOUN":
            return token.i - 1
    return None


def _kind(head: Token, noun: Noun | None, number: Number, vocabulary: Vocabulary) -> SourceKind:
    many = number == "plural"
    if noun is None:
        return _guess(head, many, vocabulary)
    if noun.text in {"public", "circle", "quarter"}:
        return "group"
    if noun.kind in {"office", "calling", "anyone", "nobody"}:
        return "group" if many else "person"
    if noun.kind == "collective":
        return "group"
    if noun.kind in {"institution", "body"}:
        return "organization"
    return "media" if noun.kind == "medium" else "document"


def _guess(head: Token, many: bool, vocabulary: Vocabulary) -> SourceKind:
    word = singular(head.lower_)
    if word in {"percent", "%"}:
        return "group"
    if vocabulary.has_any(("nobody_pronoun", "collective_plural"), head.lower_):
        return "person" if head.lower_ in {"one", "another", "each"} else "group"
    if vocabulary.has("people", word) or head.ent_type_ == "NORP":
        return "group" if many else "person"
    if head.lower_ == "old" or (head.tag_ == "CD" and not many):
        return "person"
    if head.pos_ == "ADJ":
        return "group"
    if word.endswith(_THING_ENDINGS):
        return "unknown"
    if many:
        return "group"
    return "person" if word.endswith(_PERSON_ENDINGS) or head.pos_ == "PROPN" else "unknown"


def _descriptors(phrase: Phrase, noun: Noun | None) -> tuple[tuple[int, int], ...]:
    """Ranges of the words before the head and of the stretch after it that narrow the source down."""
    doc = phrase.doc
    found: list[tuple[int, int]] = []
    first, last = phrase.core
    stop = last - 1 if noun is None else max(first, last - 1)
    begin: int | None = None
    for i in range(first, stop):
        token = doc[i]
        plain = (
            token.tag_ in {"DT", "PDT", "CD", "PRP$", "POS", "RB", "CC"}
            or (token.is_punct and token.text != "-")
            or token.lower_ in _NOT_NARROWING
        )  # fmt: skip
        joined = begin is not None and (
            doc[i - 1].text == "-" or token.text == "-" or (doc[i - 1].pos_ == "PROPN" and token.pos_ == "PROPN")
        )
        if plain and not (token.tag_ == "CD" and i + 1 < stop and doc[i + 1].text == "-"):
            if begin is not None:
                found.append((begin, i))
            begin = None
        elif begin is None:
            begin = i
        elif not joined:
            found.append((begin, i))
            begin = i
    if begin is not None:
        found.append((begin, stop))
    start, end = phrase.rest
    start, end = syntax.trim(doc, start, end) if start < end else (start, end)
    if start < end:
        found.append((start, end))
    for aside in phrase.asides:
        begin_aside, end_aside = syntax.trim(doc, *aside)
        if begin_aside < end_aside and doc[begin_aside].tag_ not in {"WP", "WDT", "WP$"}:
            found.append((begin_aside, end_aside))
    return tuple(found)
