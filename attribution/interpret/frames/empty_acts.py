"""Acts of speech that say nothing a reader could be told: a refusal to comment, the terms on which somebody speaks.

"Declined to comment", "did not respond to a request", "asked not to be named", "rejected the pay offer" and "recalled
the cars" have the grammar of an attribution but no content of their own.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees.syntax import (
    INDIRECT_OBJECT,
    OBJECT,
    PASSIVE_SUBJECT,
    VERBAL,
    children,
    head_of,
    is_passive,
    own_subject,
)
from attribution.interpret.vocabulary import past_stems

_REACH: Final = 16
_LONGEST_TERMS: Final = 24
_LONGEST_REFUSAL: Final = 12
_ASKING: Final = frozenset(
    "agree ask decline demand insist prefer refuse request speak want wish".split()
)  # fmt: skip
# "Who asked not to be named": the terms on which a source speaks are not what it says.
_TERMS: Final = re.compile(
    r"\b(?:not|declin\w+|refus\w+|wish\w*)\b.{0,24}\bbe(?:ing)? (?:publicly |further )?(?:named|identified|quoted)\b"
    r"|\b(?:declin|refus)\w* to (?:disclose|give|provide|reveal|share|state|use) (?:his|her|their|its|any|a) "
    r"(?:full |last |real |first |own )?(?:names?|identit(?:y|ies)|surnames?)\b"
    r"|\banonym(?:ous|ously|ity)\b"
    r"|\b(?:names?|identit(?:y|ies)) (?:not )?(?:to )?(?:be )?(?:not )?"
    r"(?:used|withheld|published|printed|disclosed|revealed|given|changed)\b"
    r"|\b(?:withhold|not (?:to )?(?:use|print|publish|disclose|give|reveal)) (?:his|her|their|its|my|the) "
    r"(?:full |last |real |first |own )?(?:names?|identit(?:y|ies))\b"
)
_SILENT: Final = frozenset("answer decline refuse reply respond return".split())
_NOTHING: Final = re.compile(
    r"(?:to )?(?:comment|elaborate|be drawn|be interviewed|respond|reply|speak|talk|discuss (?:it|them|this|that)"
    r"|answer (?:any |further |more )?questions?(?: (?:about|from|on|over) .*)?|take (?:any )?questions?"
    r"|(?:(?:for|to|a|an|the|any|our|several|repeated|multiple|further|written|emailed) )*"
    r"(?:requests?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|queries|calls?|emails?|messages?|comments?)\b.*)\W*\Z"
)
_TURNED_DOWN: Final = frozenset(
    "access admission amendment appeal application asylum bail bid bill contract deal entry invitation motion offer "
    "permission petition plea request resolution visa".split()
)
# "Said goodbye", "said nothing more".
_SAYING: Final = frozenset("add bid say whisper".split())
_WORDLESS: Final = re.compile(
    r"(?:nothing|no more|little)(?: more| else| further)?\W*\Z"
    r"|(?:good-?bye|farewell|hello|hi|grace|mass|thanks|thank you|(?:a |their |his |her )?prayers?|a few words)"
    r"(?: to .*)?\W*\Z"
)
# "Reiterated his concerns" says nothing, "voiced concern about the dam" does.
_UTTERING: Final = frozenset("convey express raise reaffirm reiterate repeat restate share stress voice".split())
_FEELINGS: Final = frozenset(
    """alarm anger anxiety concern condolence criticism demand disappointment dismay doubt fear feeling frustration
    gratitude hope interest misgiving objection opinion opposition outrage point position question regret reservation
    satisfaction solidarity stance support sympathy thanks view worry""".split()
)
# "What people are saying", "what we know": the words for what is said stand elsewhere.
_QUESTIONED: Final = frozenset({"what", "who", "which", "how much", "how many"})
_PUT: Final = frozenset({"ask", "press", "question", "quiz"})
# "Wants a bicycle", but "wants the road to be closed".
_WISHING: Final = frozenset("crave desire need want wish".split())
_ADDRESSED: Final = frozenset({"to", "with"})
# "Attacked his rival", but "attacked his rival for lying".
_TARGETING: Final = frozenset("assault attack congratulate greet interview question quiz thank".split())
_ON_WHAT: Final = frozenset("about as for on over that whether why".split())
# What somebody does with such a thing is done, not said: "recalled the cars", but "recalled the accident".
_DONE: Final = {
    **dict.fromkeys("accept decline refuse reject".split(), _TURNED_DOWN),
    "claim": frozenset("benefit casualty life medal prize seat title victim".split()),
    "deny": frozenset("access admission appeal asylum bail entry motion permission petition visa".split()),
    "dismiss": frozenset("appeal case charge coach employee lawsuit manager minister petition staff suit".split()),
    "hear": frozenset("appeal case complaint evidence lawsuit".split()),
    "name": frozenset("cabinet candidate captain line-up lineup nominee side squad successor team".split()),
    "recall": frozenset(
        "ambassador batch book car drug envoy model parliament product toy train truck unit van vehicle".split()
    ),
}
# "Called a strike", but "called the strike selfish".
_CALLED: Final = frozenset("ambulance election halt meeting protest rally referendum strike summit vote".split())
_OFF: Final = frozenset({"off"})
# "The law requires landlords to test the water" rules, and "the recipe calls for flour" lists; nobody speaks.
_RULING: Final = frozenset("call demand mandate oblige require".split())
_RULES: Final = frozenset(
    """bill budget bylaw code constitution contract convention design guideline law legislation plan programme program
    recipe regulation rule schedule scheme standard statute treaty""".split()
)
# "A court fined the company": what a court or a council does to somebody, for whatever reason, is no speech.
_PUNISHING: Final = frozenset("acquit fine imprison incarcerate jail".split())
# "A verdict is expected on Friday": a date, where "is expected to fall" says what people think.
_SCHEDULING: Final = frozenset({"anticipate", "expect"})
# "Has warned drivers" says whom, not what.
_ADDRESSING: Final = frozenset("brief inform notify remind warn".split())


def has_no_content(doc: Doc, frame: Frame) -> bool:
    """Tell whether a frame is of an act of speech that says nothing.

    Args:
        doc: A Doc with tags, lemmas and a tree.
        frame: What may be an attribution.
    """
    verb = doc[frame.cue[-1]]
    verb = next((doc[index] for index in reversed(frame.cue) if doc[index].pos_ == "VERB"), verb)
    if verb.pos_ != "VERB":
        return False
    if [doc[index].lower_ for index in frame.source] == ["nothing"]:
        return True
    ahead = [doc[index] for index in frame.content[:_REACH]]
    content = " ".join([token.lower_ for token in ahead if not token.is_space])
    lemma = verb.lemma_.lower()
    if lemma in _ASKING and len(frame.content) <= _LONGEST_TERMS and _TERMS.search(f"{verb.lower_} {content}"):
        return True
    if lemma in _SILENT and len(frame.content) <= _LONGEST_REFUSAL and _NOTHING.match(content):
        return True
    if lemma in _SAYING and _WORDLESS.match(content):
        return True
    if content in _QUESTIONED or _is_unasked(doc, frame, verb) or _is_naming(doc, frame, verb):
        return True
    if lemma in _UTTERING and _is_bare_feeling(doc, frame):
        return True
    if lemma in _WISHING and not any(doc[i].pos_ in VERBAL or doc[i].is_quote for i in frame.content):
        return True
    if lemma in _TARGETING and not any(doc[i].lower_ in _ON_WHAT or doc[i].is_quote for i in frame.content):
        return any(child.i in frame.content for child in children(verb, OBJECT | PASSIVE_SUBJECT))
    if lemma == "call" and any(child.lower_ in _OFF or _is_called(child) for child in verb.children):
        return True
    # Rare verbs may have a wrong lemma: "fin" for "fined".
    if not _PUNISHING.isdisjoint((lemma, *past_stems(verb.lower_))):
        return True
    if lemma in _RULING and any(doc[i].lemma_.lower() in _RULES for i in frame.source):
        head = head_of(doc[i] for i in frame.source)
        return head is not None and head.pos_ == "NOUN" and head.lemma_.lower() in _RULES
    if lemma in _ADDRESSING and _is_whom_alone(verb, frame):
        return True
    if lemma in _SCHEDULING and verb.tag_ == "VBN" and not frame.source:
        if verb.i and verb.nbor(-1).lower_ == "as":
            return True
        return is_passive(verb) and not any(doc[i].pos_ in VERBAL for i in frame.content)
    # "The crisis has claimed the lives of thousands" says nothing either.
    things = _DONE.get(lemma, frozenset())
    return bool(things) and any(
        child.lemma_.lower() in things and child.i in frame.content for child in children(verb, OBJECT)
    )


def _is_unasked(doc: Doc, frame: Frame, verb: Token) -> bool:
    """Tell whether a frame is of questions that nobody puts: "Asked about the deal, she laughed"."""
    if frame.source or verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() not in _PUT:
        return False
    if own_subject(verb) is not None:
        return False
    return not any(doc[i].pos_ in VERBAL or doc[i].is_quote for i in frame.content)


def _is_naming(doc: Doc, frame: Frame, verb: Token) -> bool:
    """Tell whether a frame says what something is called: "a group known as the Falcons"."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() != "know":
        return False
    if not frame.source and verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in {"as", "for"}:
        return True
    return all(doc[i].pos_ in {"PROPN", "DET", "PUNCT"} or doc[i].ent_type_ for i in frame.content)


def _is_called(noun: Token) -> bool:
    return noun.lemma_.lower() in _CALLED and any(child.lower_ in {"a", "an"} for child in noun.children)


def _is_whom_alone(verb: Token, frame: Frame) -> bool:
    """Tell whether a content is the object of the verb and nothing more."""
    whom = next(children(verb, OBJECT | INDIRECT_OBJECT), None)
    if whom is None or whom.i < verb.i:
        return False
    inside = {token.i for token in whom.subtree if not (token.pos_ in VERBAL or token.is_quote)}
    return inside.issuperset(frame.content)


def _is_bare_feeling(doc: Doc, frame: Frame) -> bool:
    """Tell whether a content names a feeling or a point and not what it is about, but for who is addressed."""
    tokens = [doc[i] for i in frame.content]
    if not any(token.pos_ == "NOUN" and token.lemma_.lower() in _FEELINGS for token in tokens):
        return False
    about = (token.pos_ in {"ADP", "SCONJ"} and token.lower_ not in _ADDRESSED for token in tokens)
    return not any(about) and not any(token.pos_ in VERBAL or token.is_quote for token in tokens)
