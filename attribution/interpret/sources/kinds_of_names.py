"""What bears a proper name, a person, a body, a place: by the lists, the words of the name and its entity label."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.vocabulary import Vocabulary
from attribution.report.records import SourceKind
from attribution.snapshot import span_in, words_in

LAST_OF_BODIES: Final = frozenset({"body_word", "outlet_word", "institution"})
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
_PLACES: Final = frozenset({"country", "capital", "region", "seat_place"})
_STORMS: Final = frozenset({"typhoon", "hurricane", "cyclone", "storm"})
_DOTTED: Final = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")
_CAPITALS: Final = re.compile(r"[A-Z]{4,}(?:-[A-Z]{2,})?|[A-Z]{2,}-[A-Z]{2,}")
_COINED: Final = re.compile(r"[A-Z][a-z]{2,}(?<!^Mac)(?<!^Fitz)(?<!^Van)[A-Z]\w*|[a-z]+[A-Z]\w*")


def kind_of_name(
    doc: Doc, run: tuple[int, int], words: tuple[str, ...], *, has_title: bool, vocabulary: Vocabulary
) -> tuple[SourceKind, bool]:
    """Return the kind of a name, and whether a list, the words of the name or the entity label tell it.

    Args:
        doc: The text with tags and entities.
        run: The tokens of the name.
        words: Its lower-case words.
        has_title: Whether a title or an office stands before it.
        vocabulary: The lexicon.
    """
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
    storms = words_in(doc).word_places.of(_STORMS)
    return bool(storms) and any(i + 1 < len(doc) and doc[i + 1].lower_ == words[0] for i in storms)


def _is_acronym(doc: Doc, run: tuple[int, int]) -> bool:
    """Whether a name is all initials, whatever its label: "the S.E.C.", "MBRRACE-UK"; not where others are too."""
    if doc[run[0]].text[1:2].islower():
        return False
    text = span_in(doc, *run).text
    if _DOTTED.fullmatch(text):
        return True
    if not _CAPITALS.fullmatch(text) or (run[0] + 1 < run[1] and "-" not in text):
        return False
    beside = span_in(doc, max(0, run[0] - 3), run[0]).text + span_in(doc, run[1], run[1] + 3).text
    return any(map(str.islower, beside))


def kind_before(doc: Doc, start: int, end: int, vocabulary: Vocabulary) -> SourceKind | None:
    """Return the kind that a common noun directly before a name gives it: "the broadcaster X", "the ministry Y"."""
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
    of_text, of_last = vocabulary.kinds_of(text), vocabulary.kinds_of(last)
    if _is_url(doc[run[1] - 1]):
        return kind_before(doc, max(0, run[0] - 3), run[0], vocabulary) or "media"
    if (
        "body_name" in of_text
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
    if has_title and LAST_OF_BODIES.isdisjoint(of_last):
        return "person"
    if "seat" in of_text:
        return "organization"
    if not _PLACES.isdisjoint(of_text) and (label != "PERSON" or _is_only_place(doc, run, text, vocabulary)):
        return "place"
    if len(words) == 2 and label != "ORG" and vocabulary.gender_of_name(words[0]) != "unknown":
        # "Steven Law", "Grace Church": a first name before a single word, unless the entity is labelled a body.
        return "person"
    if "outlet_alone" in of_text or ("outlet" in of_text and (label != "PERSON" or len(words) > 1)):
        return "media"
    if len(words) > 1 and doc[run[1] - 1].text.isupper() and "body_word" in of_last:
        # "Arsenova AD".
        return "organization"
    has_article = run[0] > 0 and doc[run[0] - 1].lower_ == "the"
    if len(words) == 1 and has_article and "outlet_word" in of_last and label != "PERSON":
        # "The Courier", "the Gleaner".
        return "media"
    if len(words) > 1 and label != "PERSON" and "body_word" not in of_last:
        # "The Daily Blast", "Radio Jamaica".
        begins = next((word for word in words if word != "the"), last)
        if begins in _OUTLET_FIRST:
            return "media"
    if len(last) > _SHORTEST_OUTLET and last.endswith(_OUTLET_ENDINGS if label != "PERSON" else _SURE_ENDINGS):
        return "media"
    if len(words) == 1 and is_coined(doc[run[0]].text):
        return "organization"
    if len(words) > 1 and label != "PERSON":
        if "document" in of_last and not (last == "survey" and label == "ORG"):
            return "document"
        if "body_word" in of_last or (len(words) > 2 and any(vocabulary.has("body_word", w) for w in words[:-1])):
            return "media" if "outlet_word" in of_last and label != "ORG" else "organization"
        if "outlet_word" in of_last:
            return "media"
    if label != "PERSON" and ("institution" in of_last or "body_word" in of_last):
        return "organization"
    if len(words) > 1 and words[0] in _FOREIGN_ARTICLES and label in {"ORG", "MISC", ""}:
        # "Le Progrès", "El Comercio": of bodies with an article of another language nearly all are newspapers.
        return "media"
    if len(words) == 1 and has_article:
        if "body" in of_last:
            return "organization"
        if "document" in of_last and label != "PERSON":
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


def _is_url(token: Token) -> bool:
    # Asked of spaCy only where an address may be: it reads every letter of the word.
    return ("." in token.text or "/" in token.text) and token.like_url


def is_coined(word: str) -> bool:
    """Tell whether a name has a capital inside that no surname has: "VicEmergency", not "McDonald", "DeSantis"."""
    return _COINED.fullmatch(word) is not None
