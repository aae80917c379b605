"""Whether a hedge word hedges where it stands: one small test per context that the hedge lexicon names.

A test gets the match and answers with the token range of the hedge, which may be wider than the match ("seen" in "have
come to be seen"), or with ``None`` where the words are no hedge there. The tests read tags and trees; on a Doc without
them they answer what the words alone allow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen
from spacy.tokens import Doc, Token

from attribution.interpret import modality, syntax
from attribution.interpret.quantity import begins_number, is_prepositional
from attribution.lexicons import HedgeEntry, Match

Range = tuple[int, int]

_CLAUSAL: Final = syntax.COMPLEMENT_CLAUSE | syntax.OPEN_COMPLEMENT | {"oprd", "acomp"}
_DESCRIPTION: Final = (
    syntax.ADNOMINAL_CLAUSE
    | syntax.NUMERAL
    | syntax.DETERMINER
    | syntax.POSSESSOR
    | syntax.APPOSITION
    | {"nmod", "prep"}
)
_VERB_GROUP: Final = frozenset({"be", "have", "come", "to", "will", "would", "can", "could", "may", "might", "should"})
_ALSO_IN_GROUP: Final = frozenset({"ADV", "PART"})
# "Should be seen as" and "is being considered" state no belief that is held.
_NORMS: Final = frozenset({"being", "should", "must", "can", "cannot", "could", "n't", "not", "never"})
_JUDGING: Final = frozenset({"see", "view", "regard", "perceive", "rate", "recognize", "recognise", "describe"})
_TALK_ABOUT: Final = frozenset({
    "talk", "speak", "ask", "worry", "know", "complain", "think", "hear", "write", "say", "learn", "tell", "read",
    "care", "dream", "joke", "argue", "debate", "lie", "brag", "boast", "question", "concern", "story",
    "information", "report", "rumor", "rumour", "speculation", "doubt", "news", "fact",
    "statement", "film", "book"
})  # fmt: skip
_SAYING: Final = frozenset({
    "say", "tell", "write", "add", "argue", "claim", "warn", "note", "report", "suggest", "believe", "think", "fear",
    "agree"
})  # fmt: skip
_MEASURES: Final = frozenset({"time", "year", "month", "week", "day", "hour", "minute", "way", "kind", "sort", "type"})
_SURE_ABOUT: Final = frozenset({"no", "without", "beyond", "little", "n't", "not", "any"})
_OUTLOOK: Final = frozenset({"set", "likely", "unlikely", "poised", "certain", "destined", "as", "to"})


@frozen
class Ascribed:
    """The tokens that drafts of attributions take as their cues and their sources."""

    cues: frozenset[int]
    sources: frozenset[int]


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
    after = _word(doc, match.end)
    if after == "to" and _tag(doc, match.end + 1) == "VB":
        return match.start, match.end + 1
    if after in {"that", "as"} or syntax.first_child(verb, _CLAUSAL) is not None:
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
    if verb.i in ascribed.cues or parenthesis or _has_clause(verb):
        return match.start, match.end
    return None


def _chance(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    return (match.start, match.end) if _word(doc, match.end) in {"that", "of", "are"} else None


def _clause(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    token = doc[match.start]
    that = _word(doc, match.end) == "that"
    return (match.start, match.end) if that or syntax.first_child(token, {"ccomp"}) is not None else None


def _conditional(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    return (match.start, match.end) if doc[match.start].pos_ not in {"NOUN", "PROPN"} else None


def _doubt(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    before = {_word(doc, index) for index in range(match.start - 3, match.start)}
    return (match.start, match.end) if before.isdisjoint(_SURE_ABOUT) else None


def _evidence(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """Data that suggest something hedge it; a person who suggests it only says it."""
    verb, entry = doc[match.start], match.entry
    assert isinstance(entry, HedgeEntry)
    if verb.tag_ == "VBG" and verb.dep_ in syntax.ADVERBIAL_CLAUSE:
        return match.start, match.end
    subject = syntax.subject_of(verb)
    if subject is None or syntax.is_passive(verb):
        return None
    return (match.start, match.end) if subject.lemma_.lower() in entry.subjects else None


def _impersonal(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """A belief or report in the passive with nobody named who holds or makes it."""
    verb = doc[match.start]
    if verb.tag_ not in {"VBN", "VBD", ""} or not _is_passive(verb) or syntax.agent_of(verb) is not None:
        return None
    start = match.start
    while start > 0 and _is_in_group(doc[start - 1]):
        start -= 1
    group = {doc[index].lower_ for index in range(start, match.start)}
    if not group or not group.isdisjoint(_NORMS):
        return None
    subject = syntax.own_subject(verb) or syntax.first_child(verb, {"expl"})
    it = subject is not None and subject.lower_ == "it"
    after, lemma = _word(doc, match.end), verb.lemma_.lower()
    if after == "to" and _tag(doc, match.end + 1) == "VB":
        return start, match.end + 1
    if it and (after == "that" or syntax.first_child(verb, {"ccomp", "csubj", "csubj:pass"}) is not None):
        return start, match.end
    if after == "as" and lemma in _JUDGING:
        return start, match.end
    judged = lemma == "consider" and syntax.first_child(verb, _CLAUSAL) is not None
    return (start, match.end) if judged else None


def _is_passive(verb: Token) -> bool:
    """Say whether a verb is in the passive, by the tree or by a form of "be" right before it."""
    index = verb.i - 1
    while index > 0 and verb.doc[index].pos_ == "ADV":
        index -= 1
    return syntax.is_passive(verb) or (index >= 0 and verb.doc[index].lemma_.lower() == "be")


def _is_in_group(token: Token) -> bool:
    return token.lower_ in _VERB_GROUP or token.lemma_.lower() in _VERB_GROUP or token.pos_ in _ALSO_IN_GROUP


def _look(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    verb = doc[match.start]
    subject = syntax.own_subject(verb) or syntax.first_child(verb, {"expl"})
    after = _word(doc, match.end)
    if after == "like" and subject is not None and subject.lower_ == "it":
        return match.start, match.end + 1
    if after == "to" and _tag(doc, match.end + 1) != "VB":
        return None
    return (match.start, match.end) if after in _OUTLOOK and _word(doc, match.end + 1) != "see" else None


def _modal(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    return (match.start, match.end) if modality.is_epistemic(doc[match.start]) else None


def _number(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    if not begins_number(doc, match.end):
        return None
    token = doc[match.start]
    if token.lower_ == "about" and is_prepositional(token):
        topic_of = token.head if token.dep_ == "prep" else syntax.governor(token.head)
        if topic_of.lemma_.lower() in _TALK_ABOUT:
            return None
    return match.start, match.end


def _quantity(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """Say whether "over" means "more than": a preposition as a rule, it does so as an adverb and before large sums."""
    if not begins_number(doc, match.end):
        return None
    upcoming = {_word(doc, index) for index in range(match.end, match.end + 3)}
    large = not upcoming.isdisjoint(
        {"$", "£", "€", "hundred", "thousand", "million", "billion", "people", "percent", "%"}
    )
    return (match.start, match.end) if large or not is_prepositional(doc[match.start]) else None


def _quantity_of(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    token = doc[match.start]
    if token.pos_ == "VERB":
        return None
    followed = _word(doc, match.end) == "of"
    if token.lower_ == "scores" and (not followed or _word(doc, match.start - 1) in {"the", "test", "their", "its"}):
        return None
    return match.start, match.end + followed


def _plural_source(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    noun = doc[match.start]
    if noun.tag_ not in {"NNS", ""} or not _is_source(noun, ascribed):
        return None
    if any(child.dep_ in _DESCRIPTION for child in noun.children):
        return None
    return noun.left_edge.i if noun.left_edge.pos_ in {"ADJ", "NOUN", "PROPN"} else noun.i, match.end


def _quantified_source(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    quantifier = doc[match.start]
    if quantifier.dep_ in syntax.DETERMINER | {"amod", "nummod"} and quantifier.head.i > quantifier.i:
        noun = quantifier.head
        if noun.pos_ == "NOUN" and _is_source(noun, ascribed):
            return match.start, noun.i + 1
        return None
    return (match.start, match.end) if _is_source(quantifier, ascribed) else None


def _vague_quantity(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """A quantifier that leaves open how many, or which, of the things that a plural noun names."""
    quantifier = doc[match.start]
    if begins_number(doc, match.end):
        return None
    if _word(doc, match.end) == "of" or quantifier.dep_ in syntax.SUBJECT:
        return match.start, match.end
    noun = quantifier.head
    if quantifier.dep_ not in syntax.DETERMINER | {"amod", "nummod"} or noun.i < quantifier.i:
        return None
    plural = noun.tag_ in {"NNS", "NNPS"} and noun.lemma_.lower() not in _MEASURES
    return (match.start, match.end) if plural else None


def _is_source(noun: Token, ascribed: Ascribed) -> bool:
    """Say whether somebody's word or belief is put down to the noun: by a draft, or by the shape of the clause."""
    if noun.i in ascribed.sources:
        return True
    verb = syntax.governor(noun)
    if noun.dep_ in syntax.SUBJECT:
        return verb.pos_ == "VERB" and (verb.i in ascribed.cues or _has_content(verb))
    preposition = syntax.preposition_of(noun)
    if preposition is None:
        return False
    if preposition.lower_ == "to" and _word(noun.doc, preposition.i - 1) == "according":
        return True
    return preposition.lower_ == "by" and syntax.is_passive(verb) and (verb.i in ascribed.cues or _has_clause(verb))


def _has_content(verb: Token) -> bool:
    """Say whether a whole clause is what the verb's subject says or thinks."""
    if syntax.first_child(verb, syntax.COMPLEMENT_CLAUSE) is not None:
        return True
    return verb.lemma_.lower() in _SAYING and _governs_quotation(verb)


def _has_clause(verb: Token) -> bool:
    """Say whether a clause completes the verb: "think that he left", "expected to win", "feared dead"."""
    if _word(verb.doc, verb.i + 1) == "that" and _tag(verb.doc, verb.i + 2) not in {"", "NN", "NNS", "."}:
        return True
    return syntax.first_child(verb, _CLAUSAL) is not None


def _governs_quotation(verb: Token) -> bool:
    return verb.dep_ in syntax.PARATAXIS or any(child.dep_ in syntax.PARATAXIS for child in verb.children)


def _word(doc: Doc, index: int) -> str:
    return str(doc[index].lower_) if 0 <= index < len(doc) else ""


def _tag(doc: Doc, index: int) -> str:
    return str(doc[index].tag_) if 0 <= index < len(doc) else ""


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
        "impersonal": _impersonal,
        "look": _look,
        "modal": _modal,
        "number": _number,
        "plural_source": _plural_source,
        "quantified_source": _quantified_source,
        "quantity": _quantity,
        "quantity_of": _quantity_of,
        "vague_quantity": _vague_quantity,
    }
)
