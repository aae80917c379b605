"""Whether a hedge word hedges where it stands: one small test per context that the hedge lexicon names.

A test gets the match and answers with the token range of the hedge, which may be wider than the match ("seen" in "have
come to be seen"), or with ``None`` where the words are no hedge there. The tests read tags and trees; on a Doc without
them they answer what the words alone allow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.hedges import modality
from attribution.interpret.hedges.quantity import begins_number, is_prepositional
from attribution.interpret.hedges.weasels import (
    CLAUSAL,
    Ascribed,
    Range,
    has_clause,
    impersonal,
    plural_source,
    quantified_source,
    tag_at,
    unowned,
    word_at,
)
from attribution.interpret.trees import syntax
from attribution.lexicons import HedgeEntry, Match

_TALK_ABOUT: Final = frozenset({
    "talk", "speak", "ask", "worry", "know", "complain", "think", "hear", "write", "say", "learn", "tell", "read",
    "care", "dream", "joke", "argue", "debate", "lie", "brag", "boast", "question", "concern", "story",
    "information", "report", "rumor", "rumour", "speculation", "doubt", "news", "fact",
    "statement", "film", "book", "documentary", "movie", "novel", "play", "series", "song", "podcast", "exhibition"
})  # fmt: skip
# With these a quantifier measures, or means no more than "a": "several miles", "for some reason".
_MEASURES: Final = frozenset({
    "time", "year", "month", "week", "day", "hour", "minute", "second", "kind", "sort", "type",
    "mile", "foot", "inch", "metre", "meter", "kilometre", "kilometer",
   "centimetre", "centimeter", "millimetre", "millimeter", "pound",
    "step", "word"
})  # fmt: skip
_NEARLY: Final = frozenset({"nearly", "almost", "virtually", "practically"})
_ALL: Final = frozenset({"all", "every", "everybody", "everyone", "everything", "no", "nobody", "none", "nothing"})
_SURE_ABOUT: Final = frozenset({"no", "without", "beyond", "little", "n't", "not", "any"})
_OUTLOOK: Final = frozenset({"set", "likely", "unlikely", "poised", "certain", "destined", "as", "to"})


Test = Callable[[Doc, Match, Ascribed], Range | None]


def in_context(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """Return the token range of the hedge that a match is, or ``None`` where its surroundings speak against one."""
    entry = match.entry
    assert isinstance(entry, HedgeEntry)
    return _TESTS[entry.context](doc, match, ascribed)


def _anywhere(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    return match.start, match.end


def _appear(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    verb = doc[match.start]
    after = word_at(doc, match.end)
    if after == "to" and tag_at(doc, match.end + 1) == "VB":
        return match.start, match.end + 1
    if after in {"that", "as"} or syntax.first_child(verb, CLAUSAL) is not None:
        return match.start, match.end
    subject = syntax.own_subject(verb)
    aside = subject is not None and subject.lower_ == "it" and verb.dep_ in syntax.PARATAXIS
    return (match.start, match.end) if aside else None


def _attributive(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    token = doc[match.start]
    return (match.start, match.end) if token.dep_ == "amod" or token.pos_ == "ADJ" else None


def _belief(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    verb = doc[match.start]
    parenthesis = verb.dep_ in syntax.PARATAXIS and syntax.own_subject(verb) is not None
    if verb.i in ascribed.cues or parenthesis or has_clause(verb):
        return match.start, match.end
    return None


def _chance(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    return (match.start, match.end) if word_at(doc, match.end) in {"that", "of", "are"} else None


def _clause(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    token = doc[match.start]
    that = word_at(doc, match.end) == "that"
    return (match.start, match.end) if that or syntax.first_child(token, {"ccomp"}) is not None else None


def _conditional(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    mark = doc[match.start]
    if mark.pos_ in {"NOUN", "PROPN"}:
        return None
    clause = mark.head
    # "Whether it rains or not, they march": whatever is the case, which leaves nothing open.
    aside = (
        mark.lower_ == "whether" and clause.dep_ in syntax.ADVERBIAL_CLAUSE and word_at(doc, mark.i - 1) in {"", ","}
    )
    either = aside and any(token.lower_ == "or" for token in clause.subtree)
    return None if either else (match.start, match.end)


def _doubt(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    before = {word_at(doc, index) for index in range(match.start - 3, match.start)}
    return (match.start, match.end) if before.isdisjoint(_SURE_ABOUT) else None


def _evidence(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """Data that suggest something hedge it; a person who suggests it only says it."""
    verb, entry = doc[match.start], match.entry
    assert isinstance(entry, HedgeEntry)
    if verb.tag_ == "VBG" and verb.dep_ in syntax.ADVERBIAL_CLAUSE and doc[verb.i - 1].pos_ != "SCONJ":
        return match.start, match.end
    subject = syntax.subject_of(verb)
    if subject is None or syntax.is_passive(verb):
        return None
    return (match.start, match.end) if subject.lemma_.lower() in entry.subjects else None


def _look(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    verb = doc[match.start]
    subject = syntax.own_subject(verb) or syntax.first_child(verb, {"expl"})
    after = word_at(doc, match.end)
    if after == "like" and subject is not None and subject.lower_ == "it":
        return match.start, match.end + 1
    if after == "to" and tag_at(doc, match.end + 1) != "VB":
        return None
    return (match.start, match.end) if after in _OUTLOOK and word_at(doc, match.end + 1) != "see" else None


def _modal(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    return (match.start, match.end) if modality.is_epistemic(doc[match.start]) else None


def _number(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    token, after = doc[match.start], word_at(doc, match.end)
    if token.lower_ in _NEARLY and after in _ALL:
        return match.start, match.end
    if not begins_number(doc, match.end):
        return None
    if token.lower_ == "about" and (after == "the" or _tells_topic(token)):
        return None
    if token.lower_ == "about" and is_prepositional(token):
        topic_of = token.head if token.dep_ == "prep" else syntax.governor(token.head)
        if topic_of.lemma_.lower() in _TALK_ABOUT:
            return None
    return match.start, match.end


def _tells_topic(about: Token) -> bool:
    """Say whether "about" comes after "is" and a subject that is a work or talk: "the film is about two men"."""
    doc = about.doc
    copula = doc[about.i - 1] if about.i else about
    if copula.lemma_.lower() != "be":
        return False
    subject = syntax.own_subject(copula.head) or syntax.own_subject(copula)
    return subject is not None and subject.lemma_.lower() in _TALK_ABOUT


def _quantity(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """Say whether "over" means "more than": a preposition as a rule, it does so as an adverb and before large sums."""
    if not begins_number(doc, match.end):
        return None
    upcoming = {word_at(doc, index) for index in range(match.end, match.end + 3)}
    large = not upcoming.isdisjoint(
        {"$", "£", "€", "hundred", "thousand", "million", "billion", "people", "percent", "%"}
    )
    return (match.start, match.end) if large or not is_prepositional(doc[match.start]) else None


def _quantity_of(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    token = doc[match.start]
    if token.pos_ == "VERB":
        return None
    followed = word_at(doc, match.end) == "of"
    if token.lower_ == "scores" and (not followed or word_at(doc, match.start - 1) in {"the", "test", "their", "its"}):
        return None
    return match.start, match.end + followed


def _vague_quantity(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """A quantifier that leaves open how many, or which, of the things that a noun names."""
    quantifier = doc[match.end - 1]
    if begins_number(doc, match.end):
        return None
    if word_at(doc, match.end) == "of" or quantifier.dep_ in syntax.SUBJECT:
        return match.start, match.end
    noun = quantifier.head
    if quantifier.dep_ not in syntax.DETERMINER | {"amod", "nummod"} or noun.i < quantifier.i:
        return None
    return (match.start, match.end) if noun.pos_ == "NOUN" and noun.lemma_.lower() not in _MEASURES else None


_TESTS: Final[Mapping[str, Test]] = MappingProxyType(
    {
        "anywhere": _anywhere,
        "appear": _appear,
        "attributive": _attributive,
        "belief": _belief,
        "chance": _chance,
        "clause": _clause,
        "conditional": _conditional,
        "doubt": _doubt,
        "evidence": _evidence,
        "impersonal": impersonal,
        "look": _look,
        "modal": _modal,
        "number": _number,
        "plural_source": plural_source,
        "quantified_source": quantified_source,
        "quantity": _quantity,
        "quantity_of": _quantity_of,
        "unowned": unowned,
        "vague_quantity": _vague_quantity,
    }
)
