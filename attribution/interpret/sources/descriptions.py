"""Phrases without a name of their own: "a senior Treasury official", "the Clinton campaign", "some observers"."""

from __future__ import annotations

from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.sources.kinship import HONORIFICS
from attribution.interpret.sources.mention import (
    APART,
    DEFINITE,
    DEMONSTRATIVE,
    EMPTY,
    INDEFINITE,
    PRONOUN_GENDER,
    SOME,
    Determiner,
    Mention,
    Number,
)  # fmt: skip
from attribution.interpret.trees import phrases, syntax
from attribution.interpret.trees.numbers import stated_number
from attribution.interpret.trees.phrases import Phrase
from attribution.interpret.vocabulary import Noun, Vocabulary, singular
from attribution.report.records import Identification, SourceKind

_PERSON_ENDINGS: Final = ("ist", "ian", "er", "or", "ee", "eer", "ess", "man", "woman", "person", "ant", "ster")
_THING_ENDINGS: Final = ("tion", "ment", "ness", "ity", "ism", "ship", "ure", "ence", "ance", "ing", "dom", "th", "age")
_NOT_FROM: Final = frozenset(
    {"on", "about", "against", "to", "regarding", "over", "since", "during", "after", "before"}
)
_READ: Final = frozenset({"seen", "obtained", "reviewed", "viewed", "read", "examined", "verified", "heard", "quoted"})
_SCHOLARLY: Final = frozenset(
    {"academic", "discussion", "policy", "position", "research", "scientific", "white", "working"}
)
_PUBLISHED: Final = frozenset({"published", "co-authored", "authored", "presented", "wrote", "co-wrote"})
_FATHER_OF_TWO: Final = 5
ORDINALS: Final = frozenset({"second", "third", "fourth"})
_NOT_NARROWING: Final = SOME | DEMONSTRATIVE | APART | {"one", "two"}
_NOT_NAMING: Final = frozenset({"'s", "’s", "st", "nd", "rd", "th"})


def describe(phrase: Phrase, vocabulary: Vocabulary) -> Mention:
    """Read a phrase whose core ends in a common noun (or in a word used as one)."""
    phrase = _without_number(phrase)
    doc, head = phrase.doc, phrase.head
    start, end = phrase.core
    noun = vocabulary.noun(list(doc[max(start, end - 3) : end]))
    if is_honorific(phrase):
        return _honoured(phrase)
    if noun is not None and noun.text == "figure" and any(vocabulary.has("people", t.lower_) for t in doc[start:end]):
        # "Labour figures" are people, figures of sales are not.
        noun = Noun("calling", noun.text, noun.length)
    if (
        noun is not None
        and noun.text == "paper"
        and (
            any(t.like_num or t.lower_ in _SCHOLARLY for t in doc[start:end])
            or any(t.lower_ in _PUBLISHED for t in doc[slice(*phrase.rest)])
            or (doc[start].lower_ in INDEFINITE and doc[slice(*phrase.rest)].text.startswith("in "))
        )
    ):
        # "A 2014 paper", "a paper she published in May" is read, "the paper" may be on sale.
        noun = Noun("document", noun.text, noun.length)
    is_new = doc[start].lower_ in INDEFINITE
    if (
        noun is not None
        and noun.text in {"team", "camp"}
        and (is_new or _is_somebodys(phrase) or not _names_in(phrase, noun, vocabulary))
    ):
        noun = Noun("collective", noun.text, noun.length)
    if noun is not None and noun.kind == "body" and vocabulary.has("collective_plural", head.lower_):
        # "The authorities" are people who speak, "two authorities" are bodies.
        noun = None if stated_number(doc, start, end) is None else noun
    determiner = _determiner(doc, start, end)
    number = _number(head, noun)
    owner = _owner(doc, start, end)
    descriptors = _descriptors(phrase, noun)
    named_by = _names_in(phrase, noun, vocabulary)
    kind = _kind(head, noun, number, vocabulary)
    is_one_more = end - start == 2 and head.lower_ in ORDINALS
    if is_one_more:
        # "A second": one more of those just heard.
        kind, number = "person", "singular"
    identification = _identification(phrase, noun, kind, number, determiner, descriptors, named_by, vocabulary)
    identification = "vague" if is_one_more else identification
    count = stated_number(doc, start, end)
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
        count=count, owner=owner, descriptors=descriptors, noun_kind=noun.kind if noun else None,
    )  # fmt: skip


def _is_somebodys(phrase: Phrase) -> bool:
    doc, (start, end) = phrase.doc, phrase.core
    return any(t.tag_ == "POS" and t.i > 0 and doc[t.i - 1].ent_type_ == "PERSON" for t in doc[start:end])


def _without_number(phrase: Phrase) -> Phrase:
    """Read "the father-of-two" as "the father of two"."""
    doc, (start, end) = phrase.doc, phrase.core
    if end - start < _FATHER_OF_TWO or [t.lower_ for t in doc[end - 4 : end - 1]] != ["-", "of", "-"]:
        return phrase
    return evolve(phrase, core=(start, end - 4), rest=(end - 3, max(end, phrase.rest[1])))


def is_honorific(phrase: Phrase) -> bool:
    """Tell whether a phrase is "her Honour", "his Excellency": not the honour that somebody has."""
    start, end = phrase.core
    is_short = end - start == 2 and phrase.rest[0] == phrase.rest[1]
    return is_short and phrase.head.lower_ in HONORIFICS and phrase.doc[start].lower_ in {"his", "her", "your"}


def _honoured(phrase: Phrase) -> Mention:
    doc, head = phrase.doc, phrase.head
    return Mention(
        phrase.start, phrase.end, head.i, "description", "person", "role", nouns=frozenset({head.lower_}),
        gender=PRONOUN_GENDER.get(doc[phrase.core[0]].lower_, "unknown"), number="singular", determiner="definite",
        count=1, noun_kind="office",
    )  # fmt: skip


def _unlisted(head: Token, start: int) -> str:
    """The noun that is in no list; for "51-year-old" all of it, since another age is somebody else's."""
    first = head.i
    while head.lower_ == "old" and first > start and not head.doc[first - 1].whitespace_:
        first -= 1
    return singular(head.doc[first : head.i + 1].text.lower())


def _determiner(doc: Doc, start: int, end: int) -> Determiner:
    for token in doc[start:end]:
        word = token.lower_
        if token.tag_ in {"PRP$", "WP$"} or token.tag_ == "POS":
            return "possessive"
        if word in DEFINITE:
            return "definite"
        if word in DEMONSTRATIVE:
            return "demonstrative"
        if word in INDEFINITE:
            return "indefinite"
        if word in SOME:
            return "some"
    if stated_number(doc, start, end) is not None:
        return "counted"
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
    if end - start == 1:
        return None
    pronoun = next((t.i for t in doc[start : end - 1] if t.tag_ in {"PRP$", "WP$"}), None)
    if pronoun is not None or doc[start].lower_ not in DEFINITE:
        return pronoun
    # "The bank's committee".
    return next((t.i - 1 for t in doc[start + 1 : end - 1] if t.tag_ == "POS" and doc[t.i - 1].pos_ == "NOUN"), None)


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


def _names_in(phrase: Phrase, noun: Noun | None, vocabulary: Vocabulary) -> bool:
    """Whether a proper name or the word for a nation modifies the head, within the core or after it."""
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


def _identification(
    phrase: Phrase, noun: Noun | None, kind: SourceKind, number: Number, determiner: Determiner,
    descriptors: tuple[tuple[int, int], ...], named_by: bool, vocabulary: Vocabulary,
) -> Identification:  # fmt: skip
    head = phrase.head
    if noun is None:
        return _identification_of_unlisted(phrase, head, number, determiner, descriptors, vocabulary)
    if noun.kind == "nobody":
        # "European Union observers" are sent by somebody, "many observers" by nobody.
        is_sent = noun.text == "observer" and determiner != "some"
        is_one = number == "singular" and narrowed(phrase.doc, descriptors)
        return "role" if is_sent and (named_by or is_one) else "vague"
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
        return (
            "named"
            if named_by and determiner not in {"indefinite", "some", "counted"} and number == "singular"
            else "role"
        )
    if noun.kind == "body":
        if named_by and number == "singular" and (determiner == "possessive" or _has_name_before(phrase, noun)):
            return "named"
        return "vague" if number == "plural" and determiner in {"bare", "some"} and not descriptors else "role"
    if noun.kind == "medium":
        if named_by and number == "singular" and determiner not in {"indefinite", "some", "counted", "demonstrative"}:
            # "Yonhap news agency", "the Haaretz newspaper", "Turkey's state broadcaster".
            return "named" if noun.text not in {"media", "press"} else "role"
        if number == "plural" or noun.text in {"media", "press"}:
            return (
                "role" if named_by or "state" in {t.lower_ for t in phrase.doc[phrase.start : phrase.end]} else "vague"
            )
        return "role"
    if noun.kind == "document":
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
