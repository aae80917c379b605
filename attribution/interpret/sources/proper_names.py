"""Phrases whose core ends in a proper name: whose name it is, and what the words before it say of the bearer."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.sources.kinds_of_names import LAST_OF_BODIES, kind_before, kind_of_name
from attribution.interpret.sources.mention import Determiner, Mention, Number
from attribution.interpret.trees import phrases
from attribution.interpret.trees.phrases import Phrase
from attribution.interpret.vocabulary import Gender, Vocabulary, singular
from attribution.snapshot import span_in

_TITLES: Final = frozenset({"title", "title_female", "title_male"})
_ROLES: Final = frozenset({"office", "calling", "title", "anyone"})


def read_name(phrase: Phrase, vocabulary: Vocabulary) -> Mention | None:
    """The core ends in a proper name: "US Secretary of State John Kerry", "Moscow", "the BBC"."""
    doc = phrase.doc
    start, end = phrase.core
    # A title with "of" before the name: "Secretary of State John Kerry", "President of Chile Gabriel Boric".
    reach = _name_after_title(phrase)
    run = phrases.name_run(doc, start, reach or end)
    if run is not None and run != phrase.core and vocabulary.has("body_name", span_in(doc, start, end).text.lower()):
        # "Save the Children": a name that begins with a verb.
        run = (start, end)
    if run is None:
        return None
    end = reach or end
    if doc[end - 1].text.islower() and vocabulary.noun([doc[end - 1]]) is not None:
        # "The Italy international": a common noun, though tagged as part of a name.
        return None
    title = None if spells_a_word(doc, run, vocabulary) else _last_role(doc, start, run, vocabulary)
    if title is not None and title >= run[0] and _is_word_of_body(doc[run[1] - 1], vocabulary):
        title = None
    if title is not None and title + 1 < run[1]:
        run = (title + 1, run[1])
    elif title is not None and title + 1 == run[1] and not _is_person_name(doc, run, vocabulary):
        return None
    run = _entity_at_end(doc, run)
    if run[1] - run[0] > 1 and run[0] > start and doc[run[0] - 1].text == "-" and doc[run[0]].text.islower():
        # "The state-run Global Times".
        run = (run[0] + 1, run[1])
    words = tuple([t.lower_.lstrip("@") for t in doc[run[0] : run[1]] if not t.is_quote])
    if not any(words):
        return None
    if _is_people(doc, run, vocabulary):
        return None
    kind, is_sure = kind_of_name(doc, run, words, has_title=title is not None, vocabulary=vocabulary)
    if run[0] > start and title is None and reach is None and not is_sure:
        kind = kind_before(doc, start, run[0], vocabulary) or kind
    nouns: frozenset[str] = frozenset()
    if kind == "person" and run[0] > start:
        nouns = roles_in(doc, _after_possessor(doc, start, run[0]), run[0], vocabulary)
        if not nouns and _is_called(doc[run[0] - 1]):
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
        number=number, determiner=determiner, size=count, is_sure=is_sure,
    )  # fmt: skip


def spells_a_word(doc: Doc, run: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Tell whether capitals among other words are initials that happen to spell a word: "MAN warns"."""
    token = doc[run[0]]
    if not token.text.isupper() or run[1] - run[0] > 1 or not vocabulary.has("anyone", token.lower_):
        return False
    return not any(t.text.isupper() and len(t) > 1 for t in doc[max(0, token.i - 2) : token.i + 3] if t.i != token.i)


def _is_word_of_body(token: Token, vocabulary: Vocabulary) -> bool:
    return token.ent_type_ != "PERSON" and vocabulary.has_any(LAST_OF_BODIES, token.lower_)


def _is_called(token: Token) -> bool:
    """Whether a word before a name, in no list, says what its bearer is: "Trooper Petrie", "puppeteer Ann Hale"."""
    return token.pos_ in {"NOUN", "PROPN"} and not token.ent_type_ and token.is_alpha and len(token) > 3


# Letters after the name of a barrister.
_OF_THE_BAR: Final = frozenset({"SC", "KC", "QC", "BL"})


def _entity_at_end(doc: Doc, run: tuple[int, int]) -> tuple[int, int]:
    """Leave off what stands in one run of capitals before a person's name: "State" in "Secretary of State Tom Hale"."""
    begin = run[1] - 1
    if begin == run[0] or doc[begin].ent_type_ != "PERSON":
        return run
    while begin > run[0] and doc[begin].ent_iob_ == "I":
        begin -= 1
    return (begin, run[1]) if run[1] - begin > 1 else run


def _after_possessor(doc: Doc, start: int, end: int) -> int:
    """Where the words for the bearer begin: after "Malaysia's" in "Malaysia's Prime Minister ..."."""
    return max((i + 1 for i in range(start, end) if doc[i].tag_ == "POS"), default=start)


def _name_after_title(phrase: Phrase) -> int | None:
    doc, (start, end) = phrase.doc, phrase.rest
    if end - start < 3 or doc[start].lower_ not in {"of", "for", "to", "at", "in"}:
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
        word = token.lower_
        kinds = vocabulary.kinds_of(word)
        bare = vocabulary.kinds_of(word.rstrip(".")) if word.endswith(".") else kinds
        if _TITLES.isdisjoint(kinds) and _ROLES.isdisjoint(bare):
            continue
        if i == run[1] - 1 and i > start and vocabulary.has_any(("title_male", "title_female"), doc[i - 1].lower_):
            continue
        if i == run[1] - 1 and word in _SPELLED_OUT:
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
        if in_name and i + 1 < run[1] and doc[i + 1].ent_iob_ == "I" and vocabulary.gender_of_name(word) != "unknown":
            continue
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
        if vocabulary.has_any(_TITLES, lower):
            found.add(_SPELLED_OUT.get(lower.rstrip("."), lower))
    return frozenset(found)


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
    if not _ends_in_people(doc, run, vocabulary):
        return False
    if run[0] > 0 and doc[run[0] - 1].pos_ == "NUM":
        return True
    # "The Liberal Democrats" are a party, "two Liberal Democrats" are not.
    return not vocabulary.has("body_name", " ".join([token.lower_ for token in doc[slice(*run)]]))


def _ends_in_people(doc: Doc, run: tuple[int, int], vocabulary: Vocabulary) -> bool:
    last = doc[run[1] - 1]
    word = last.lower_
    kinds = vocabulary.kinds_of(word)
    if run[1] - run[0] == 1 and "collective_plural" in kinds:
        return True
    one = singular(word)
    if one != word:
        return last.ent_type_ != "PERSON" and vocabulary.has_any(("people", "calling", "office"), one)
    if "people" not in kinds or last.ent_type_ in {"PERSON", "LOC", "GPE", "ORG"}:
        return False
    # "One senior Democrat", "the Texas Republican".
    return run[0] > 0 and doc[run[0] - 1].pos_ in {"DET", "NUM", "ADJ"}


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
