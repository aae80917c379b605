"""When may, might, could and would hedge.

May and might do unless they permit or wish; could does unless it speaks of an ability, a request or a purpose; would
does only as the consequence of a condition, not as the past of will.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Token

from attribution.interpret.trees import syntax

_PERSONS: Final = frozenset({"i", "you", "he", "she", "we", "they", "who", "one", "nobody", "anyone", "everyone"})
# What one may be allowed to do; with a person as subject, "may" is then a permission rather than a guess.
_PERMITTED: Final = frozenset({
    "apply", "attend", "borrow", "bring", "camp", "carry", "choose", "charge", "contact", "cancel", "enter", "join",
    "leave", "marry", "park", "photograph", "proceed", "purchase", "register", "request", "smoke", "submit", "touch",
    "use", "vote", "wear", "withdraw"
})  # fmt: skip
# What only a notice lets all of a kind do: "visitors may comment" is no guess, "they may comment" is one.
_LET_TO_ALL: Final = frozenset({
    "collect", "comment", "download", "enrol", "enroll", "nominate", "opt", "speak", "view"
})  # fmt: skip
_PICTURES: Final = frozenset({"photo", "photograph", "picture", "note", "exam"})
"""Of what one may take, what needs leave."""
# What may be done to a kind of thing by anybody: "beeswax may be used as fuel" is feasible rather than likely.
_FEASIBLE: Final = frozenset({
    "add", "apply", "carry", "classify", "combine", "define", "derive", "divide", "employ", "express", "flavor",
    "flavour", "obtain", "substitute", "use"
})  # fmt: skip
# What one can or cannot do in the narrative past: "could hear the shots".
_ABILITIES: Final = frozenset({
    "afford", "breathe", "hear", "feel", "find", "move", "read", "recall", "remember", "run", "see", "sit", "sleep",
    "smell", "speak", "stand", "swim", "taste", "tell", "understand", "walk", "write", "sense", "imagine", "recite",
    "play", "get", "reach", "make"
})  # fmt: skip
# Of these, what persons of any name do: "the deal could see" is no sight, but "the climbers could see" is one.
_SENSES: Final = frozenset({
    "breathe", "hear", "feel", "read", "recall", "remember", "see", "sleep", "smell", "swim", "taste", "understand",
    "sense", "imagine", "write"
})  # fmt: skip
_PERSON_NOUN: Final = re.compile(
    r"\w+(?:er|or|ist|ian|eer|man|men|woman|women)s?\Z|(?:nurse|patient|child|parent|resident|student|pupil|guest|boy"
    r"|girl|famil(?:y|ie)|couple|witnesse?|neighbou?r|local|crowd|victim|relative)s?\Z|children\Z|people\Z"
)
_CONDITION_MARKS: Final = frozenset({"if", "unless", "provided", "supposing", "assuming", "should", "were", "had"})
_CONDITION_WORDS: Final = frozenset({"otherwise", "without"})
_WHETHER_VERBS: Final = frozenset({
    "ask", "wonder", "know", "question", "inquire", "enquire", "doubt", "see", "say", "tell", "decide", "determine",
    "check", "clear", "unclear", "sure"
})  # fmt: skip
# What would follow if it were adopted.
_PLANS: Final = frozenset({
    "amendment", "bill", "directive", "draft", "legislation", "measure", "plan", "proposal", "reform", "scheme"
})  # fmt: skip
_TERMS: Final = _PLANS | {"accord", "agreement", "deal", "rule", "term"}
_PURPOSE: Final = frozenset({"so", "order"})
# A clause with "that" in these places is no content: "Pray that he may live", but "..., that he may live".
_NO_CONTENT: Final = syntax.ADVERBIAL_CLAUSE | syntax.PARATAXIS
_WHICHEVER: Final = frozenset({"whatever", "whichever", "whoever", "wherever"})


def is_epistemic(modal: Token) -> bool:
    """Say whether a modal verb expresses that something is possible, rather than permitted, wished, able or past.

    Args:
        modal: A form of may, might, could or would, tagged as a modal verb.
    """
    word = modal.lower_
    if word in {"may", "might"}:
        return _is_possible(modal)
    if word == "could":
        return _could_be(modal)
    return _follows_from_condition(modal)


def _is_possible(modal: Token) -> bool:
    after = _after(modal)
    verb = _main_verb(modal)
    subject = _subject(modal)
    if subject is not None and subject.i > modal.i and not _says_there_is(verb):
        return False  # "May you live long": a wish
    if after in {"as", "only"} or (after == "well" and _after(modal, 2) == "as"):
        return False
    if _serves_purpose(modal) or _is_wished(verb, modal) or _concedes(modal):
        return False
    person = subject is not None and (subject.lower_ in _PERSONS or subject.tag_ == "NNS")
    perfect = any(child.lower_ in {"have", "be"} for child in verb.children if child.i > modal.i)
    lemma = verb.lemma_.lower()
    if any(child.dep_ in syntax.PASSIVE_AUXILIARY for child in verb.children):
        feasible = modal.lower_ == "may" and lemma in _FEASIBLE and _is_generic(subject)
        return not feasible
    takes = lemma == "take" and any(child.lemma_.lower() in _PICTURES for child in verb.children)
    let = lemma in _LET_TO_ALL and _is_generic(subject)
    return not (person and not perfect and (takes or let or lemma in _PERMITTED))


def _could_be(modal: Token) -> bool:
    verb = _main_verb(modal)
    if verb.i == modal.i:
        return False  # "as fast as they could"
    helpers = {token.lower_ for token in modal.doc[modal.i + 1 : verb.i]}
    if "have" in helpers or "'ve" in helpers:
        return True
    if not helpers.isdisjoint(syntax.NEGATORS) or _after(modal) in syntax.NEGATORS:
        return False
    if _serves_purpose(modal):
        return False
    subject = _subject(modal)
    if subject is not None and subject.i > modal.i and not _says_there_is(verb):
        return False  # "Could you open the door?"
    lemma = verb.lemma_.lower()
    passive_of_sense = "be" in helpers and lemma in {"see", "hear", "feel", "reach", "find", "smell"}
    able = (lemma in _ABILITIES and _is_person(subject)) or (lemma in _SENSES and _names_persons(subject))
    return not (passive_of_sense or ("be" not in helpers and able))


def _follows_from_condition(modal: Token) -> bool:
    if _after(modal) in {"like", "rather", "-"}:
        return False
    sentence = modal.sent
    verb = _main_verb(modal)
    if _is_proposed(verb):
        return True
    for token in sentence:
        if token.lower_ in _CONDITION_MARKS and _opens_condition(token) and _is_near(token, verb):
            return True
        if token.lower_ in _CONDITION_WORDS and verb.i in {token.head.i, token.head.head.i} and token.i != modal.i:
            return True
    return False


def _is_proposed(verb: Token) -> bool:
    """Say whether a clause tells what a plan would bring: "The bill would ban it", "Under the deal, they would pay"."""
    subject = syntax.own_subject(verb)
    if subject is not None and verb.dep_ == "ROOT" and subject.lemma_.lower() in _PLANS:
        return True
    under = (token for token in verb.sent if token.lower_ == "under" and token.i < verb.i)
    terms = (token.head if token.dep_ == "case" else syntax.first_child(token, {"pobj"}) for token in under)
    return any(noun is not None and noun.lemma_.lower() in _TERMS and syntax.is_below(noun, verb) for noun in terms)


def _opens_condition(mark: Token) -> bool:
    """Say whether a word opens a condition: not the "if" that means whether, nor a plain "had"."""
    word = mark.lower_
    if word in {"should", "were", "had"}:
        # Inversion: "Were he to go", "Had they known", "Should it rain".
        subject = _subject(mark)
        first = mark.i == mark.sent.start or mark.doc[mark.i - 1].is_punct
        return first and subject is not None and subject.i > mark.i and not mark.sent.text.rstrip().endswith("?")
    if word == "if":
        if mark.i > 0 and mark.doc[mark.i - 1].lower_ in {"as", "what"}:
            return False
        clause = mark.head
        return not (clause.dep_ in syntax.COMPLEMENT_CLAUSE and clause.head.lemma_.lower() in _WHETHER_VERBS)
    return word == "unless" or mark.dep_ == "mark" or mark.pos_ == "SCONJ"


def _is_near(mark: Token, verb: Token) -> bool:
    """Say whether the condition bears on the verb: it hangs on its clause, or both on one clause above them."""
    clause = mark.head if mark.head.i != mark.i else mark
    if syntax.is_below(clause, verb):
        return True
    return clause.head.i != clause.i and syntax.is_below(verb, clause.head) and not syntax.is_below(verb, clause)


def _serves_purpose(modal: Token) -> bool:
    """Say whether the modal stands in "so that they could" or "in order that they may"."""
    words = [token.lower_ for token in modal.doc[max(modal.sent.start, modal.i - 6) : modal.i]]
    for position, word in enumerate(words[:-1]):
        if word in _PURPOSE and words[position + 1] == "that":
            return True
    return "so" in words[-3:-1] and _is_person(_subject(modal))


def _is_wished(verb: Token, modal: Token) -> bool:
    """Say whether a clause is a purpose or a wish: "Hear us, that we may be saved"; "That they may be one"."""
    # Not "it may be that he left": there the mark comes after.
    marks = {child.lower_: child for child in verb.children if child.dep_ == "mark" and child.i < modal.i}
    if "so" in marks or "that" not in marks:
        return "so" in marks
    is_apart = verb.dep_ == "acl" and marks["that"].i > 0 and marks["that"].nbor(-1).text == ","
    return verb.dep_ == "ROOT" or verb.dep_ in _NO_CONTENT or is_apart


def _says_there_is(verb: Token) -> bool:
    return any(child.lower_ == "there" and child.i < verb.i for child in verb.children)


def _concedes(modal: Token) -> bool:
    """Say whether a clause leaves open which, not whether: "whatever trials may come"."""
    before = modal.doc[max(modal.sent.start, modal.i - 5) : modal.i]
    return any(token.lower_ in _WHICHEVER for token in before)


def _main_verb(modal: Token) -> Token:
    """The verb that a modal helps: its head, or the modal itself where nothing follows it."""
    if modal.dep_ in syntax.AUXILIARY and modal.head.i > modal.i:
        return modal.head
    following = (token for token in modal.rights if token.pos_ in syntax.VERBAL)
    return next(following, modal)


def _subject(modal: Token) -> Token | None:
    own = syntax.own_subject(modal)
    return own if own is not None else syntax.own_subject(_main_verb(modal))


def _is_generic(subject: Token | None) -> bool:
    """Say whether a subject stands for all of its kind: "beeswax", "such plates", but not "the money" or "it"."""
    if subject is None or subject.pos_ != "NOUN":
        return False
    definite = syntax.DETERMINER | syntax.POSSESSOR
    return not any(child.dep_ in definite and child.lower_ not in {"a", "an", "any"} for child in subject.children)


def _names_persons(subject: Token | None) -> bool:
    return subject is not None and subject.pos_ == "NOUN" and _PERSON_NOUN.match(subject.lower_) is not None


def _is_person(subject: Token | None) -> bool:
    return subject is not None and (subject.lower_ in _PERSONS or subject.pos_ == "PROPN")


def _after(token: Token, distance: int = 1) -> str:
    index = token.i + distance
    return str(token.doc[index].lower_) if index < len(token.doc) else ""
