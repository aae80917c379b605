"""Phrases whose core ends in a proper name: whose name it is, and what the words before it say of the bearer."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.sources.mention import Determiner, Mention, Number
from attribution.interpret.trees import phrases
from attribution.interpret.trees.phrases import Phrase
from attribution.interpret.vocabulary import Gender, Vocabulary, singular
from attribution.report.records import SourceKind
from attribution.snapshot import words_in


def read_name(phrase: Phrase, vocabulary: Vocabulary) -> Mention | None:
    """The core ends in a proper name: "US Secretary of State John Kerry", "Moscow", "the BBC"."""
    doc = phrase.doc
    start, end = phrase.core
    # A title with "of" before the name: "Secretary of State John Kerry", "President of Chile Gabriel Boric".
    reach = _name_after_title(phrase)
    run = phrases.name_run(doc, start, reach or end)
    if run is not None and vocabulary.has("body_name", doc[start:end].text.lower()):
        # "Save the Children": a name that begins with a verb.
        run = (start, end)
    if run is None:
        return None
    end = reach or end
    if doc[end - 1].text.islower() and vocabulary.noun([doc[end - 1]]) is not None:
        # "The Italy international": a common noun, though tagged as part of a name.
        return None
    title = None if spells_a_word(doc, run, vocabulary) else _last_role(doc, start, run, vocabulary)
    is_body = vocabulary.has_any(("body_word", "outlet_word", "institution"), doc[run[1] - 1].lower_)
    if title is not None and is_body and doc[run[1] - 1].ent_type_ != "PERSON" and title >= run[0]:
        title = None
    if title is not None and title + 1 < run[1]:
        run = (title + 1, run[1])
    elif title is not None and title + 1 == run[1] and not _is_person_name(doc, run, vocabulary):
        return None
    run = _entity_at_end(doc, run)
    if run[1] - run[0] > 1 and run[0] > start and doc[run[0] - 1].text == "-" and doc[run[0]].text.islower():
        # "The state-run Global Times".
        run = (run[0] + 1, run[1])
    words = tuple(t.lower_.lstrip("@") for t in doc[run[0] : run[1]] if not t.is_quote)
    if not any(words):
        return None
    if _is_people(doc, run, vocabulary):
        return None
    kind, is_sure = _kind_of_name(doc, run, words, has_title=title is not None, vocabulary=vocabulary)
    if run[0] > start and title is None and reach is None and not is_sure:
        kind = _kind_before(doc, start, run[0], vocabulary) or kind
    nouns = roles_in(doc, _after_possessor(doc, start, run[0]), run[0], vocabulary) if kind == "person" else frozenset()
    if kind == "person" and not nouns and run[0] > start and _is_called(doc[run[0] - 1]):
        nouns = frozenset({doc[run[0] - 1].lower_})
    if kind == "person" and doc[run[1] - 1].text in _OF_THE_BAR:
        nouns |= {"counsel"}
    if kind in {"organization", "media", "document"}:
        own = vocabulary.noun(list(doc[max(start, run[1] - 3) : run[1]]))
        before = vocabulary.noun(list(doc[max(start, run[0] - 3) : run[0]])) if run[0] > start else None
        nouns = frozenset(noun.text for noun in (own, before) if noun is not None)
    determiner: Determiner = "definite" if doc[start].lower_ == "the" else "bare"
    gender = _gender(doc, start, run, nouns, vocabulary) if kind == "person" else "unknown"
    number: Number = "singular"
    count = 1 if kind == "person" else None
    if determiner == "definite" and doc[run[1] - 1].tag_ == "NNPS" and (kind == "person" or run[1] - run[0] == 1):
        kind, number, count = "group", "plural", None
    return Mention(
        phrase.start, phrase.end, run[1] - 1, "name", kind, "named", name=words, nouns=nouns, gender=gender,
        number=number, determiner=determiner, count=count, is_sure=is_sure,
    )  # fmt: skip


def spells_a_word(doc: Doc, run: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Tell whether capitals among other words are initials that happen to spell a word: "MAN warns"."""
    token = doc[run[0]]
    if run[1] - run[0] > 1 or not token.text.isupper() or not vocabulary.has("anyone", token.lower_):
        return False
    return not any(t.text.isupper() and len(t) > 1 for t in doc[max(0, token.i - 2) : token.i + 3] if t.i != token.i)


def _is_called(token: Token) -> bool:
    """Whether a word before a name, in no list, says what its bearer is: "Trooper Petrie", "puppeteer Ann Hale"."""
    return token.pos_ in {"NOUN", "PROPN"} and not token.ent_type_ and token.is_alpha and len(token) > 3


# Letters after the name of a barrister.
_OF_THE_BAR: Final = frozenset({"SC", "KC", "QC", "BL"})


def _entity_at_end(doc: Doc, run: tuple[int, int]) -> tuple[int, int]:
    """Leave off what stands in one run of capitals before a person's name: "State" in "Secretary of State Tom Hale"."""
    last = doc[run[1] - 1]
    begin = run[1] - 1
    if last.ent_type_ != "PERSON":
        return run
    while begin > run[0] and doc[begin].ent_iob_ == "I":
        begin -= 1
    return (begin, run[1]) if run[1] - begin > 1 else run


def _after_possessor(doc: Doc, start: int, end: int) -> int:
    """Where the words for the bearer begin: after "Malaysia's" in "Malaysia's Prime Minister ..."."""
    return max((i + 1 for i in range(start, end) if doc[i].tag_ == "POS"), default=start)


def _name_after_title(phrase: Phrase) -> int | None:
    doc, (start, end) = phrase.doc, phrase.rest
    if start >= end or doc[start].lower_ not in {"of", "for", "to", "at", "in"} or end - start < 3:
        return None
    if doc[end - 1].ent_type_ != "PERSON" or doc[end - 1].pos_ != "PROPN" or doc[start - 1].ent_type_ == "PERSON":
        return None
    begin = end - 1
    while begin > start and doc[begin].ent_iob_ == "I":
        begin -= 1
    # The name of a person directly after "of" is what the head belongs to, not whom it names.
    return end if begin - 1 > start and doc[begin - 1].pos_ in {"PROPN", "NOUN"} else None


def _last_role(doc: Doc, start: int, run: tuple[int, int], vocabulary: Vocabulary) -> int | None:
    for i in range(run[1] - 1, max(start, run[0] - 1) - 1, -1):
        token = doc[i]
        if i == run[1] - 1 and i > start and vocabulary.has_any(("title_male", "title_female"), doc[i - 1].lower_):
            continue
        if i == run[1] - 1 and token.lower_ in _SPELLED_OUT:
            # "Sen" after no name and before none is a surname.
            continue
        if token.ent_type_ in {"ORG", "MISC"} and token.ent_iob_ == "I" and i == run[1] - 1 and i > run[0]:
            noun = vocabulary.noun([token])
            if noun is None or noun.kind != "office":
                # "New Scientist", "The Economist"; but "Senate Minority Leader".
                continue
        in_name = token.ent_type_ == "PERSON"
        if in_name and token.ent_iob_ == "I" and i > run[0] and i == run[1] - 1:
            continue
        if (
            in_name
            and i + 1 < run[1]
            and doc[i + 1].ent_iob_ == "I"
            and vocabulary.gender_of_name(token.lower_) != "unknown"
        ):
            continue
        lower = token.lower_.rstrip(".")
        if vocabulary.has_any(("office", "calling", "title", "anyone"), lower) or vocabulary.has_any(
            ("title", "title_female", "title_male"), token.lower_
        ):
            return i
    return None


def roles_in(doc: Doc, start: int, end: int, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the common nouns for persons and bodies, and the titles, in ``doc[start:end]``."""
    found: set[str] = set()
    for i in range(start, end):
        noun = vocabulary.noun(list(doc[max(start, i - 2) : i + 1]))
        if noun is not None and noun.kind in {"office", "calling", "anyone"}:
            found.add(noun.text)
        lower = doc[i].lower_
        if vocabulary.has_any(("title", "title_female", "title_male"), lower):
            found.add(_SPELLED_OUT.get(lower.rstrip("."), lower))
    return frozenset(found)


# "Wikinews", "Bayernkurier"; short words with these endings may be anything.
_OUTLET_ENDINGS: Final = tuple("news times press media zeitung kurier gazette blatt blad bladet posten".split())
_SURE_ENDINGS: Final = ("news", "zeitung", "kurier", "gazette", "blatt", "bladet", "posten")
_SHORTEST_OUTLET: Final = 6
# "Victoria Police" is nobody, whatever the label of the entity.
_NO_SURNAMES: Final = frozenset(
    "police ministry council government department parliament embassy university commission association federation "
    "committee agency institute authority constabulary tankers airlines airways holdings logistics pharmaceuticals "
    "securities ventures technologies industries".split()
)
_OUTLET_FIRST: Final = frozenset({"daily", "radio", "weekly", "tele", "télé", "tv"})
_FOREIGN_ARTICLES: Final = frozenset({"le", "el", "il", "der", "die"})
_SPELLED_OUT: Final = {
    "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "dr": "doctor", "prof": "professor",
    "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "col": "colonel", "adm": "admiral", "det": "detective",
    "rev": "reverend", "cllr": "councillor", "coun": "councillor", "amb": "ambassador", "supt": "superintendent",
}  # fmt: skip


def _is_person_name(doc: Doc, run: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Tell a surname that is also a title ("James Baker", "Stephen King") from a title ("Treasury Secretary")."""
    start, end = run
    if end - start < 2:
        goes_on = end < len(doc) and doc[end].ent_iob_ == "I"
        is_title = doc[start].lower_ in {"president", "pope", "king", "queen"}
        return doc[start].ent_type_ == "PERSON" and not goes_on and not is_title
    first = doc[start].lower_
    return doc[end - 1].ent_type_ == "PERSON" or vocabulary.has_any(("name_female", "name_male"), first)


def _is_people(doc: Doc, run: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Democrats, Palestinians, House Republicans: a name of many, not of one."""
    last = doc[run[1] - 1]
    one = singular(last.lower_)
    counted = run[0] > 0 and doc[run[0] - 1].pos_ == "NUM"
    if not counted and vocabulary.has("body_name", " ".join(token.lower_ for token in doc[slice(*run)])):
        # "The Liberal Democrats" are a party, "two Liberal Democrats" are not.
        return False
    if run[1] - run[0] == 1 and vocabulary.has("collective_plural", last.lower_):
        return True
    if one == last.lower_ and vocabulary.has("people", one) and last.ent_type_ not in {"PERSON", "LOC", "GPE", "ORG"}:
        # "One senior Democrat", "the Texas Republican".
        return run[0] > 0 and doc[run[0] - 1].pos_ in {"DET", "NUM", "ADJ"}
    return (
        one != last.lower_ and vocabulary.has_any(("people", "calling", "office"), one) and last.ent_type_ != "PERSON"
    )


def _kind_of_name(
    doc: Doc, run: tuple[int, int], words: tuple[str, ...], *, has_title: bool, vocabulary: Vocabulary
) -> tuple[SourceKind, bool]:
    """The kind of a name, and whether a list, the words of the name or the entity label tell it."""
    listed = _listed_kind(doc, run, words, has_title=has_title, vocabulary=vocabulary)
    if listed is not None:
        return listed, True
    if _is_storm(doc, run, words):
        return "unknown", True
    label = doc[run[1] - 1].ent_type_
    has_article = run[0] > 0 and doc[run[0] - 1].lower_ == "the"
    if label in {"", "PERSON", "PER", "GPE", "LOC", "FAC"} and _is_acronym(doc, run):
        return "organization", False
    if label in {"PERSON", "PER"} and has_article and len(words) > 2:
        # "The Andy Warhol Legacy Project" is no person, whatever its label.
        return "organization", False
    if label in {"PERSON", "PER"}:
        return "person", vocabulary.has_any(("name_female", "name_male"), words[0])
    if vocabulary.gender_of_name(words[0]) != "unknown" and (len(words) > 1 or label in {"", "MISC"}):
        return "person", True
    if label in {"ORG", "MISC"}:
        return ("person" if len(words) == 1 and vocabulary.has("people", words[-1]) else "organization"), False
    if label in {"GPE", "LOC", "FAC"} and len(words) > 2 and _is_place(doc[run[1] - 1], vocabulary):
        # "Zero Waste Europe" is rather a body that works there than a place.
        return "organization", False
    if label in {"GPE", "LOC", "FAC"}:
        return "place", label != "LOC"
    if label in {"WORK_OF_ART", "LAW"}:
        return "document", True
    if label == "NORP":
        return "group", True
    if has_article:
        # A single person takes no article: "the Chancellery", "the Elders".
        return "organization", False
    acronym = len(words) == 1 and doc[run[0]].text.isupper() and 2 <= len(words[0]) <= 6
    return ("organization" if acronym else "person"), False


def _is_storm(doc: Doc, run: tuple[int, int], words: tuple[str, ...]) -> bool:
    """Whether it is "Hurricane Ian", here or elsewhere in the text: that, for all its first name, never spoke."""
    if words[0] in _STORMS or (run[0] > 0 and doc[run[0] - 1].lower_ in _STORMS):
        return True
    if len(words) > 1:
        return False
    after = (i + 1 for i in words_in(doc).word_places.of(_STORMS) if i + 1 < len(doc))
    return any(doc[i].lower_ == words[0] for i in after)


def _is_acronym(doc: Doc, run: tuple[int, int]) -> bool:
    """Whether a name is all initials, whatever its label: "the S.E.C.", "MBRRACE-UK"; not where others are too."""
    text = doc[run[0] : run[1]].text
    if _DOTTED.fullmatch(text):
        return True
    if not _CAPITALS.fullmatch(text) or (run[0] + 1 < run[1] and "-" not in text):
        return False
    beside = doc[max(0, run[0] - 3) : run[0]].text + doc[run[1] : run[1] + 3].text
    return any(map(str.islower, beside))


def _kind_before(doc: Doc, start: int, end: int, vocabulary: Vocabulary) -> SourceKind | None:
    """The kind that a common noun directly before a name gives it: "the broadcaster X", "the weather bureau Y"."""
    if end <= start or doc[end - 1].pos_ != "NOUN" or doc[end - 2].text == "-":
        return None
    noun = vocabulary.noun(list(doc[max(start, end - 3) : end]))
    kinds: dict[str, SourceKind] = {"medium": "media", "institution": "organization", "body": "organization"}
    return kinds.get(noun.kind) if noun is not None else None


def _listed_kind(
    doc: Doc, run: tuple[int, int], words: tuple[str, ...], *, has_title: bool, vocabulary: Vocabulary
) -> SourceKind | None:
    text, label = " ".join(words).replace(" - ", "-"), doc[run[1] - 1].ent_type_
    # "TV 2", "Radio 4".
    last = words[-2] if len(words) > 1 and words[-1].isdigit() else words[-1]
    if doc[run[1] - 1].like_url:
        return _kind_before(doc, max(0, run[0] - 3), run[0], vocabulary) or "media"
    if (
        vocabulary.has("body_name", text)
        and (label != "PERSON" or len(words) > 1)
        and not has_title
        and not doc[run[0]].text.islower()
    ):
        return "organization"
    if len(words) == 2 and vocabulary.has("body_first", words[0]) and _is_place(doc[run[1] - 1], vocabulary):
        # "Statistics Canada", "Network Rail", "Police Scotland".
        return "organization"
    if len(words) > 1 and last in _NO_SURNAMES:
        return "organization"
    if has_title and not vocabulary.has_any(("body_word", "outlet_word", "institution"), last):
        return "person"
    if vocabulary.has("seat", text):
        return "organization"
    if vocabulary.has_any(("country", "capital", "region", "seat_place"), text) and (
        label != "PERSON" or _is_only_place(doc, run, text, vocabulary)
    ):
        return "place"
    if len(words) == 2 and label != "ORG" and vocabulary.gender_of_name(words[0]) != "unknown":
        # "Steven Law", "Grace Church": a first name before a single word, unless the entity is labelled a body.
        return "person"
    if vocabulary.has("outlet_alone", text) or (
        vocabulary.has("outlet", text) and (label != "PERSON" or len(words) > 1)
    ):
        return "media"
    if len(words) > 1 and doc[run[1] - 1].text.isupper() and vocabulary.has("body_word", last):
        # "Arsenova AD".
        return "organization"
    has_article = run[0] > 0 and doc[run[0] - 1].lower_ == "the"
    if len(words) == 1 and has_article and vocabulary.has("outlet_word", last) and label != "PERSON":
        # "The Courier", "the Gleaner".
        return "media"
    begins = next((word for word in words if word != "the"), last)
    if len(words) > 1 and begins in _OUTLET_FIRST and label != "PERSON" and not vocabulary.has("body_word", last):
        # "The Daily Blast", "Radio Jamaica".
        return "media"
    if len(last) > _SHORTEST_OUTLET and last.endswith(_OUTLET_ENDINGS if label != "PERSON" else _SURE_ENDINGS):
        return "media"
    if len(words) == 1 and is_coined(doc[run[0]].text):
        return "organization"
    if len(words) > 1 and label != "PERSON":
        if vocabulary.has("document", last) and not (last == "survey" and label == "ORG"):
            return "document"
        if vocabulary.has("body_word", last) or any(
            vocabulary.has("body_word", w) for w in words[:-1] if len(words) > 2
        ):
            return "media" if vocabulary.has("outlet_word", last) and label != "ORG" else "organization"
        if vocabulary.has("outlet_word", last):
            return "media"
    if vocabulary.has_any(("institution", "body_word"), last) and label != "PERSON":
        return "organization"
    if len(words) > 1 and words[0] in _FOREIGN_ARTICLES and label in {"ORG", "MISC", ""}:
        # "Le Progrès", "El Comercio": of bodies with an article of another language nearly all are newspapers.
        return "media"
    if len(words) == 1 and run[0] > 0 and doc[run[0] - 1].lower_ == "the":
        if vocabulary.has("body", last):
            return "organization"
        if vocabulary.has("document", last) and label != "PERSON":
            return "document"
    return None


def _is_only_place(doc: Doc, run: tuple[int, int], text: str, vocabulary: Vocabulary) -> bool:
    """Whether a place labelled a person is the place all the same: nobody in the text bears its name."""
    if run[1] - run[0] > 1 or vocabulary.has_any(("name_female", "name_male"), text):
        return False
    return not any(
        token.lower_ == text and token.i > 0 and token.ent_type_ == "PERSON" and token.ent_iob_ == "I" for token in doc
    )


def _is_place(token: Token, vocabulary: Vocabulary) -> bool:
    return vocabulary.has_any(("country", "region", "capital"), token.lower_) or token.ent_type_ in {"LOC", "GPE"}


def is_coined(word: str) -> bool:
    """Whether a name has a capital inside that no surname has: "VicEmergency", "SpaceX"; not "McDonald", "DeSantis"."""
    return _COINED.fullmatch(word) is not None


_STORMS: Final = frozenset({"typhoon", "hurricane", "cyclone", "storm"})
_DOTTED: Final = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")
_CAPITALS: Final = re.compile(r"[A-Z]{4,}(?:-[A-Z]{2,})?|[A-Z]{2,}-[A-Z]{2,}")
_COINED: Final = re.compile(r"[A-Z][a-z]{2,}(?<!^Mac)(?<!^Fitz)(?<!^Van)[A-Z]\w*|[a-z]+[A-Z]\w*")


def _gender(doc: Doc, start: int, run: tuple[int, int], nouns: frozenset[str], vocabulary: Vocabulary) -> Gender:
    for i in range(start, run[0]):
        told = vocabulary.gender_of_word(doc[i].lower_)
        if told != "unknown":
            return told
    for noun in sorted(nouns):
        told = vocabulary.gender_of_word(noun.rsplit(" ", 1)[-1])
        if told != "unknown":
            return told
    # A surname alone tells nothing, though some are also first names (Thomas, Kelly).
    return vocabulary.gender_of_name(doc[run[0]].lower_) if run[1] - run[0] > 1 else "unknown"
