"""Weasels: what is said or believed by nobody who could be asked.

They have three shapes: a source without a number or description ("critics say", "many believe"), a passive with nobody
behind it ("is said to", "are seen as"), and a general opinion in the passive ("widely regarded").
"""

from __future__ import annotations

from typing import Final

from attrs import frozen
from spacy.tokens import Doc, Token

from attribution.interpret.trees import syntax
from attribution.lexicons import Match

Range = tuple[int, int]

CLAUSAL: Final = syntax.COMPLEMENT_CLAUSE | syntax.OPEN_COMPLEMENT | {"oprd", "acomp"}
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
# What is done in voicing an opinion of somebody or something, without a clause that says it: "critics mock the plan".
_OPINION: Final = (_JUDGING - {"see"}) | {
    "acclaim", "accuse", "admire", "attack", "blame", "call", "characterize", "complain", "condemn", "consider",
    "credit", "criticise", "criticize", "decry", "deem", "deride", "disagree", "dismiss", "dispute", "hail", "label",
    "lament", "liken", "mock", "object", "portray", "praise", "question", "revere", "ridicule", "speculate", "warn"
}  # fmt: skip
_SAYING: Final = frozenset({
    "say", "tell", "write", "add", "argue", "claim", "warn", "note", "report", "suggest", "believe", "think", "fear",
    "agree"
})  # fmt: skip


@frozen
class Ascribed:
    """The tokens that drafts of attributions take as their cues and their sources."""

    cues: frozenset[int]
    sources: frozenset[int]


def impersonal(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
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
    after, lemma = word_at(doc, match.end), verb.lemma_.lower()
    if after == "to" and tag_at(doc, match.end + 1) == "VB":
        return start, match.end + 1
    if it and (after == "that" or syntax.first_child(verb, {"ccomp", "csubj", "csubj:pass"}) is not None):
        return start, match.end
    if after == "as" and lemma in _JUDGING:
        return start, match.end
    judged = lemma == "consider" and syntax.first_child(verb, CLAUSAL) is not None
    return (start, match.end) if judged else None


def _is_passive(verb: Token) -> bool:
    """Say whether a verb is in the passive, by the tree or by a form of "be" right before it."""
    index = verb.i - 1
    while index > 0 and verb.doc[index].pos_ == "ADV":
        index -= 1
    return syntax.is_passive(verb) or (index >= 0 and verb.doc[index].lemma_.lower() == "be")


def _is_in_group(token: Token) -> bool:
    return token.lower_ in _VERB_GROUP or token.lemma_.lower() in _VERB_GROUP or token.pos_ in _ALSO_IN_GROUP


def plural_source(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """A bare plural that says, believes or judges something: "critics say", but not "the critics" or "ten critics"."""
    noun = doc[match.start]
    if noun.tag_ not in {"NNS", ""} or not _is_source(noun, ascribed):
        return None
    if any(child.dep_ in _DESCRIPTION for child in noun.children):
        return None
    return noun.left_edge.i if noun.left_edge.pos_ in {"ADJ", "NOUN", "PROPN"} else noun.i, match.end


def quantified_source(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """A vague number of people who say, believe or judge something: "some say", "considered by many"."""
    quantifier = doc[match.start]
    if doc[match.end - 1].lower_ == "of":
        # "A number of historians": the clause is built on the noun of the quantity, in some trees on what is counted.
        quantity = doc[match.end - 2]
        counted = next((noun for _, noun in syntax.prepositional_objects(quantity, {"of"})), quantity)
        named = counted if counted.pos_ in {"NOUN", "PROPN"} else quantity
        is_source = _is_source(quantity, ascribed) or _is_source(counted, ascribed)
        return (match.start, max(named.i, quantity.i) + 1) if is_source else None
    if quantifier.dep_ in syntax.DETERMINER | {"amod", "nummod"} and quantifier.head.i > quantifier.i:
        noun = quantifier.head
        if noun.pos_ == "NOUN" and _is_source(noun, ascribed):
            return match.start, noun.i + 1
        return None
    return (match.start, match.end) if _is_source(quantifier, ascribed) else None


def _is_source(noun: Token, ascribed: Ascribed) -> bool:
    """Say whether somebody's word or belief is put down to the noun: by a draft, or by the shape of the clause."""
    if noun.i in ascribed.sources:
        return True
    verb = syntax.governor(noun)
    if noun.dep_ in syntax.PASSIVE_SUBJECT:
        return False
    if noun.dep_ in syntax.SUBJECT:
        return verb.pos_ == "VERB" and (verb.i in ascribed.cues or _has_content(verb) or _voices_opinion(verb))
    preposition = syntax.preposition_of(noun)
    if preposition is None:
        return False
    if preposition.lower_ == "to" and word_at(noun.doc, preposition.i - 1) == "according":
        return True
    held = verb.i in ascribed.cues or has_clause(verb) or verb.lemma_.lower() in _OPINION | _JUDGING
    return preposition.lower_ == "by" and (syntax.is_passive(verb) or verb.tag_ == "VBN") and held


def _has_content(verb: Token) -> bool:
    """Say whether a whole clause is what the verb's subject says or thinks."""
    if syntax.first_child(verb, syntax.COMPLEMENT_CLAUSE) is not None:
        return True
    return verb.lemma_.lower() in _SAYING and _governs_quotation(verb)


def _voices_opinion(verb: Token) -> bool:
    """Say whether somebody judges, with or without a clause that says how: "praise the plan", "find it odd"."""
    lemma = verb.lemma_.lower()
    judges = lemma in _OPINION or (lemma == "find" and syntax.first_child(verb, CLAUSAL) is not None)
    return judges and not syntax.is_passive(verb)


def has_clause(verb: Token) -> bool:
    """Say whether a clause completes the verb: "think that he left", "expected to win", "feared dead"."""
    if word_at(verb.doc, verb.i + 1) == "that" and tag_at(verb.doc, verb.i + 2) not in {"", "NN", "NNS", "."}:
        return True
    return syntax.first_child(verb, CLAUSAL) is not None


def _governs_quotation(verb: Token) -> bool:
    return verb.dep_ in syntax.PARATAXIS or any(child.dep_ in syntax.PARATAXIS for child in verb.children)


def unowned(doc: Doc, match: Match, ascribed: Ascribed) -> Range | None:
    """A general opinion in the passive, with nobody who holds it: "widely seen as", but not "he has often said"."""
    verb = doc[match.end - (2 if doc[match.end - 1].lower_ == "as" else 1)]
    helpers = {child.lemma_.lower() for child in verb.children if child.dep_ in syntax.AUXILIARY}
    active = any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)
    if (active or "have" in helpers) and "be" not in helpers:
        return None
    return (match.start, match.end) if syntax.agent_of(verb) is None else None


def word_at(doc: Doc, index: int) -> str:
    """Return the lower-cased word at an index, nothing beyond the ends of the text."""
    return str(doc[index].lower_) if 0 <= index < len(doc) else ""


def tag_at(doc: Doc, index: int) -> str:
    """Return the tag at an index, nothing beyond the ends of the text."""
    return str(doc[index].tag_) if 0 <= index < len(doc) else ""
