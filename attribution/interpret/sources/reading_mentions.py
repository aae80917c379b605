"""What a phrase tells by itself about whom it names: kind, identification, number, gender. No look at other phrases."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.sources.descriptions import describe, honoured
from attribution.interpret.sources.introductions import after_naming, naming_clause
from attribution.interpret.sources.kinds_of_names import is_coined
from attribution.interpret.sources.mention import (
    INDEFINITE,
    PLURAL_PRONOUNS,
    PRONOUN_GENDER,
    PRONOUNS,
    RELATIVES,
    SOME,
    SPEAKERS,
    SPEAKERS_SIDE,
    Mention,
    Number,
)  # fmt: skip
from attribution.interpret.sources.proper_names import read_name, roles_in, spells_a_word
from attribution.interpret.trees import phrases
from attribution.interpret.trees.numbers import stated_number
from attribution.interpret.trees.phrases import Phrase
from attribution.interpret.vocabulary import Vocabulary, singular
from attribution.report.records import Identification, SourceKind

_FIRMS: Final = frozenset(
    "builder contractor developer distributor employer manufacturer maker operator organiser organizer owner producer "
    "promoter provider publisher buyer importer exporter rival landlord client seller sponsor supplier".split()
)
# "Elizabeth Hale SC, defending": what barristers do.
_IN_COURT: Final = frozenset({"defending", "prosecuting"})
_SEVERAL: Final = PLURAL_PRONOUNS | SPEAKERS_SIDE
_QUANTITIES: Final = frozenset(
    "dozen hundred thousand million score number handful percent % group couple third half quarter majority minority "
    "pair trio array host series lot plenty share crowd band range".split()
)


def read_mention(doc: Doc, start: int, end: int, vocabulary: Vocabulary) -> Mention:
    """Read the phrase ``doc[start:end]`` (not empty) for what it tells about whom it names."""
    phrase = phrases.cut(doc, start, end)
    if end - start == 1:
        return _pronoun(phrase, phrase.head) or _one_bearer(phrase, vocabulary)
    conjuncts = phrase.conjuncts or _list_of_names(phrase, vocabulary)
    if conjuncts:
        return _coordination(phrase, conjuncts, vocabulary)
    head = phrase.head
    if phrase.core[1] - phrase.core[0] == 1:
        pronoun = _pronoun(phrase, head)
        if pronoun is not None:
            return pronoun
    whole = phrases.partitive(phrase)
    if whole is not None:
        part = _part(phrase, whole, vocabulary)
        if part is not None and part.size == 1 and phrase.asides:
            # "One of them, Patricio Soto".
            named = _with_asides(part, phrase, vocabulary)
            return named._replace(whole=None) if named.form == "name" else part
        if part is not None:
            return part
    found = honoured(phrase) or _one_bearer(phrase, vocabulary)
    return _with_asides(found, phrase, vocabulary)


def _one_bearer(phrase: Phrase, vocabulary: Vocabulary) -> Mention:
    return read_name(phrase, vocabulary) or _untagged_name(phrase, vocabulary) or describe(phrase, vocabulary)


def _pronoun(phrase: Phrase, head: Token) -> Mention | None:
    word = head.lower_
    if word == "us" and head.text.isupper():
        return None
    if word in RELATIVES and (word != "that" or head.tag_ in {"WDT", "WP"} or head.dep_ in {"nsubj", "nsubj:pass"}):
        if head.tag_ == "DT":
            return None
        return Mention(phrase.start, phrase.end, head.i, "relative", "unknown", "vague")
    if word not in PRONOUNS:
        return None
    if word in SPEAKERS or word in PRONOUN_GENDER:
        kind: SourceKind = "person"
    else:
        kind = "group" if word in _SEVERAL else "unknown"
    number: Number = "plural" if word in _SEVERAL else "singular"
    return Mention(
        phrase.start, phrase.end, head.i, "pronoun", kind, "vague",
        gender=PRONOUN_GENDER.get(word, "unknown"), number=number, determiner="definite",
        size=1 if kind == "person" else None,
    )  # fmt: skip


def _part(phrase: Phrase, whole: tuple[int, int], vocabulary: Vocabulary) -> Mention | None:
    """Read "one of the officials", "dozens of lawmakers", "47 percent of voters"."""
    doc = phrase.doc
    words = [t.lower_ for t in doc[phrase.core[0] : phrase.core[1]]]
    last = singular(words[-1])
    is_quantity = (
        vocabulary.has("nobody_pronoun", words[-1])
        or last in _QUANTITIES
        or phrase.head.pos_ == "NUM"
        or phrase.head.tag_ in {"CD", "DT", "JJS", "JJR"}
    )  # fmt: skip
    if not is_quantity:
        return None
    inner = read_mention(doc, *whole, vocabulary)
    number = stated_number(doc, phrase.core[0], phrase.core[1])
    one = words[0] in {"one", "another", "each", "neither", "either"} and (number in {1, None})
    identification = inner.identification
    if inner.form == "pronoun" or (inner.form == "name" and inner.kind != "group"):
        identification = "role" if inner.form == "name" else "vague"
    if identification == "named":
        identification = "role"
    if last in {"percent", "%", "third", "half", "quarter"}:
        identification = "role"
    elif (
        identification == "role"
        and words[0] in SOME | {"many", "some"}
        and inner.determiner == "bare"
        and not inner.descriptors
    ):
        identification = "vague"
    return inner._replace(
        start=phrase.start,
        end=phrase.end,
        head=phrase.head.i,
        form="description",
        kind="person"
        if one and inner.kind in {"person", "group", "unknown"}
        else inner.kind
        if inner.kind == "document"
        else "group",
        identification=identification,
        number="singular" if one else "plural",
        size=1 if one else (number if phrase.head.pos_ == "NUM" else None),
        determiner="counted",
        name=(),
        whole=whole,
    )


def _untagged_name(phrase: Phrase, vocabulary: Vocabulary) -> Mention | None:
    """Read a surname that was tagged as a common noun: one word, capital, no plural, in no list."""
    head = phrase.head
    if phrase.core[1] - phrase.core[0] != 1 or head.pos_ != "NOUN":
        return None
    if is_coined(head.text):
        # "talkSPORT".
        is_outlet = vocabulary.has_any(("outlet", "outlet_alone"), head.lower_)
        return Mention(
            phrase.start, phrase.end, head.i, "name", "media" if is_outlet else "organization", "named",
            name=(head.lower_,), number="singular",
        )  # fmt: skip
    if not head.text[:1].isupper():
        return None
    if head.tag_ == "NNS" and singular(head.lower_) != head.lower_:
        return None
    if vocabulary.has("outlet", head.lower_) and head.i > 0 and phrase.doc[head.i - 1].pos_ in {"ADP", "VERB"}:
        # "According to Record": a common noun that is also the name of a newspaper.
        return Mention(
            phrase.start, phrase.end, head.i, "name", "media", "named", name=(head.lower_,), number="singular",
        )  # fmt: skip
    if spells_a_word(phrase.doc, phrase.core, vocabulary):
        return Mention(
            phrase.start, phrase.end, head.i, "name", "organization", "named", name=(head.lower_,), number="singular",
            is_sure=False,
        )  # fmt: skip
    if vocabulary.noun([head]) is not None or vocabulary.has_any(("nobody_pronoun", "collective_plural"), head.lower_):
        return None
    return Mention(
        phrase.start, phrase.end, head.i, "name", "person", "named", name=(head.lower_,), number="singular", size=1,
    )  # fmt: skip


def _with_asides(found: Mention, phrase: Phrase, vocabulary: Vocabulary) -> Mention:
    """Take in appositions: a name beside a description, or roles beside a name."""
    for aside in (*naming_clause(phrase), *phrase.asides):
        if _is_guess_of_place(found) and phrase.doc[aside[0]].lower_ == "who":
            found = found._replace(kind="person", size=1)
            continue
        if phrase.doc[aside[0]].tag_ == "WP$":
            # "Rao, whose house burned": what is had is no role.
            continue
        if found.form == "name" and found.determiner == "definite" and _is_office_in_capitals(found, phrase):
            bearer = _bare_name(phrase.doc, aside, vocabulary)
            if bearer is not None and bearer.is_person:
                # "The PPRO, SP Ade Okoro": initials of an office.
                found = found._replace(kind="person", name=bearer.name, gender=bearer.gender, size=1)
                continue
        if found.form == "name":
            if found.kind == "person" and phrase.doc[aside[0]].lower_ in _IN_COURT:
                found = found._replace(nouns=found.nouns | {"counsel"})
            found = _with_role(found, phrases.cut(phrase.doc, *aside), vocabulary)
            continue
        name = _bare_name(phrase.doc, aside, vocabulary)
        if name is None and found.identification == "vague" and found.size == 1:
            found = _with_office(found, phrases.cut(phrase.doc, *aside), vocabulary)
        if name is not None and _may_be_named(found, name):
            found = found._replace(
                form="name",
                kind=name.kind if found.kind in {"unknown", "group"} or _is_firm(found, name) else found.kind,
                identification="named",
                name=name.name,
                gender=found.gender if name.gender == "unknown" else name.gender,
                nouns=found.nouns | name.nouns,
                size=found.size or name.size,
                descriptors=(),
            )
    return found


def _is_office_in_capitals(found: Mention, phrase: Phrase) -> bool:
    head = phrase.doc[found.head]
    return found.kind == "organization" and not found.is_sure and len(found.name) == 1 and head.text.isupper()


def _with_office(found: Mention, aside: Phrase, vocabulary: Vocabulary) -> Mention:
    """Read "one source, a former minister": the aside tells what somebody without a name is."""
    if aside.doc[aside.start].lower_ not in INDEFINITE:
        return found
    noun = vocabulary.noun(list(aside.doc[max(aside.core[0], aside.core[1] - 3) : aside.core[1]]))
    if noun is None or noun.kind not in {"office", "calling"}:
        return found
    return found._replace(identification="role", nouns=found.nouns | {noun.text})


def _is_firm(found: Mention, name: Mention) -> bool:
    """Tell whether "the operator, Sytral" is a firm: what operates, builds or supplies is rather a firm than a man."""
    return name.kind in {"organization", "media"} and bool(found.nouns & _FIRMS or name.nouns)


def _is_guess_of_place(found: Mention) -> bool:
    is_guess = found.form == "name" and not found.is_sure and found.determiner == "bare"
    return is_guess and found.kind in {"place", "organization"}


def _with_role(found: Mention, aside: Phrase, vocabulary: Vocabulary) -> Mention:
    """Read "Rao, a chemist", "Rao, 32": the aside tells the role, often the gender, and that it is a person."""
    doc, head = aside.doc, aside.head
    if head.tag_ == "CD" and found.kind in {"place", "organization"} and head.text.isdigit() and len(head.text) < 3:
        return found._replace(kind="person", size=1)
    if head.pos_ not in {"NOUN", "PROPN"} or (found.kind == "organization" and _is_initials(head)):
        return found
    noun = vocabulary.noun(list(doc[max(aside.core[0], aside.core[1] - 3) : aside.core[1]]))
    if noun is not None and noun.kind in {"body", "institution", "medium"} and not found.is_sure and not found.nouns:
        # "Copa-Cogeca, the farm lobby".
        is_one = found.kind in {"person", "place", "organization"} and head.tag_ not in {"NNS", "NNPS"}
        kind: SourceKind = "media" if noun.kind == "medium" else "organization"
        return found._replace(kind=kind, nouns=found.nouns | {noun.text}, size=None) if is_one else found
    if noun is None or noun.kind not in {"office", "calling", "anyone"} or head.tag_ in {"NNS", "NNPS"}:
        return found
    roles = roles_in(doc, *aside.core, vocabulary)
    gender = found.gender
    if gender == "unknown":
        gender = next((g for g in map(vocabulary.gender_of_word, sorted(roles)) if g != "unknown"), gender)
    kind = "person" if found.kind in {"place", "organization", "unknown"} else found.kind
    return found._replace(nouns=found.nouns | roles, gender=gender, kind=kind, size=found.size or 1)


def _is_initials(token: Token) -> bool:
    """Whether capitals stand for the words of a name, whatever word they spell: "(MAN)"."""
    return token.text.isupper() and token.i > 0 and token.doc[token.i - 1].text == "("


def _bare_name(doc: Doc, aside: tuple[int, int], vocabulary: Vocabulary) -> Mention | None:
    aside = after_naming(doc, *aside)
    inner = phrases.cut(doc, *aside)
    if (
        inner.conjuncts
        or doc[inner.end - 1].text[:1].islower()
        or doc[aside[0]].tag_ in {"VBG", "VBN", "IN", "TO", "WP", "WDT", "RB"}
    ):
        return None
    name = read_name(inner, vocabulary)
    if name is None or (name.head != inner.end - 1 and inner.rest[0] != inner.rest[1]):
        return None
    return name if inner.core[1] - inner.core[0] - len(name.name) <= _LONGEST_TITLE else None


_LONGEST_TITLE: Final = 6
_NO_NAME: Final = frozenset({"VBG", "VBN", "IN", "TO", "WP", "WDT", "RB"})


def _may_be_named(found: Mention, name: Mention) -> bool:
    if found.number == "plural":
        return False
    if name.kind == "person" and name.is_sure:
        return found.kind in {"person", "unknown"}
    if not name.is_sure and found.kind != "document":
        # An unknown name beside "the manufacturer" is the manufacturer's.
        return True
    return (
        found.kind == name.kind
        or (found.kind == "organization" and name.kind in {"media", "organization"})
        or (found.kind == "media" and name.kind == "organization")
    )


def _is_one_person(parts: list[Mention]) -> bool:
    """Whether "chemist and author Ana Brunner" is meant: what is singular and has no article names nobody by itself."""
    *roles, last = parts
    return (
        last.form == "name"
        and last.is_person
        and all(part.form == "description" and part.is_person and part.determiner == "bare" for part in roles)
    )


def _list_of_names(phrase: Phrase, vocabulary: Vocabulary) -> tuple[tuple[int, int], ...]:
    """The names of "Ana Brunner, John Okoro and Paul Reyes" where the tree does not see a list."""
    if not phrase.asides:
        return ()
    doc = phrase.doc
    links = [i for i in range(phrase.start, phrase.end) if doc[i].pos_ == "CCONJ"]
    if len(links) != 1:
        return ()
    first_end = phrase.rest[1]
    pieces = [(phrase.start, first_end), *phrase.asides]
    parts: list[tuple[int, int]] = []
    for start, end in pieces:
        cuts = [(start, links[0]), (links[0] + 1, end)] if start <= links[0] < end else [(start, end)]
        parts += [(a, b) for a, b in cuts if a < b]
    for start, end in parts:
        run = phrases.name_run(doc, start, end)
        if run is None or run[0] != start or not _is_name_of_person(phrase, run, vocabulary):
            return ()
    return tuple(parts) if len(parts) > 2 else ()


def _is_name_of_person(phrase: Phrase, run: tuple[int, int], vocabulary: Vocabulary) -> bool:
    name = read_name(phrases.cut(phrase.doc, *run), vocabulary)
    return name is not None and name.is_person and len(name.name) > 1


def _may_be_place(part: Mention, vocabulary: Vocabulary) -> bool:
    return vocabulary.has_any(("country", "capital", "region", "seat_place"), " ".join(part.name))


def _coordination(phrase: Phrase, conjuncts: tuple[tuple[int, int], ...], vocabulary: Vocabulary) -> Mention:
    parts = [read_mention(phrase.doc, *part, vocabulary) for part in conjuncts]
    if _is_one_person(parts):
        roles = parts[-1].nouns.union(*(part.nouns for part in parts))
        return parts[-1]._replace(start=phrase.start, end=phrase.end, nouns=roles)
    kinds: set[SourceKind] = {part.kind for part in parts}
    if kinds == {"place", "person"} and all(_may_be_place(part, vocabulary) for part in parts):
        # "Brasília and Santiago": a capital that is also somebody's first name.
        kinds = {"place"}
    # "She and her colleagues": who "she" is has been said.
    named = any(
        part.identification == "named" or (part.gender != "unknown" and part.form == "pronoun") for part in parts
    )
    order: tuple[Identification, ...] = ("role", "vague")
    level: Identification = (
        "named" if named else next((v for v in order if any(p.identification == v for p in parts)), "vague")
    )
    kind: SourceKind = (
        next(iter(kinds)) if len(kinds) == 1 and kinds <= {"place", "organization", "document", "media"} else "group"
    )
    sizes = [part.size for part in parts]
    return Mention(
        phrase.start, phrase.end, phrase.head.i, "description", kind, level,
        nouns=frozenset().union(*(part.nouns for part in parts)), number="plural", determiner=parts[0].determiner,
        size=sum(c for c in sizes if c) if all(sizes) else None,
        descriptors=tuple(d for part in parts for d in part.descriptors),
    )  # fmt: skip
