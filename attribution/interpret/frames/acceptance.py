"""Which of the encoder's frames are attributions: those it is sure of, and unsure ones that grammar speaks for.

PolNeAR's annotators mark an attribution inside the content of another only now and then, so the encoder offers it with
a low probability. A verb of speech with a subject and a clause or quotation of its own is one all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen
from spacy.tokens import Doc, Token

from attribution.interpret.calibration import Calibration, Evidence
from attribution.interpret.readings import Frame
from attribution.interpret.trees.syntax import (
    COMPLEMENT_CLAUSE,
    CONJUNCT,
    OPEN_COMPLEMENT,
    PARATAXIS,
    VERBAL,
    subject_of,
)
from attribution.lexicons import CueLexicon

# What these verbs have as their object is acted on, not said: "the council approved the plan".
_ACTS: Final = frozenset(
    "adopt appoint approve authorise authorize ban block cancel close elect enact fine fund grant halt hire impose "
    "launch lift nominate open overturn pardon pass postpone quash ratify repeal sack sanction scrap sign sue suspend "
    "uphold veto".split()
)
# Nobody is said to say what seems so; it is hedged.
_SEEMING: Final = frozenset({"appear", "look", "seem"})
_SAYS_SO: Final = COMPLEMENT_CLAUSE | PARATAXIS
# "Complain of empty wells": what follows is a thing, but told.
_COMPLAINING: Final = frozenset({"boast", "complain", "speak", "talk", "warn"})
_ABOUT: Final = frozenset({"about", "of"})
_PARTICIPLES: Final = frozenset({"VBG", "VBN"})
_DESCRIBING: Final = frozenset({"acl", "amod"})
_SMALL_WORDS: Final = frozenset({"AUX", "CCONJ", "DET", "NUM", "PART", "PRON"})
_CLAUSES: Final = _SAYS_SO | OPEN_COMPLEMENT


@frozen
class Acceptance:
    """The probabilities of a cue from which a frame is accepted, chosen on PolNeAR's development part.

    ``alone``: without further ado. ``with_grammar``: when the cue is a known verb with a subject and a clause.
    ``unknown``: for a verb that is in no lexicon and has neither clause nor quotation ("has banned phones").
    ``likely``: the least calibrated probability of the attribution as a whole, but for those accepted with grammar.
    """

    alone: float = 0.2
    unknown: float = 0.9
    with_grammar: float = 0.12
    likely: float = 0.22


def accepted(doc: Doc, frames: Sequence[Frame], cues: CueLexicon, limits: Acceptance) -> list[Frame]:
    """Return the frames that are attributions, in their order."""
    calibration = Calibration.shipped()
    return [
        frame
        for frame in frames
        if frame.content
        and (
            (frame.cue_probability >= _least(doc, frame, cues, limits) and _is_likely(frame, calibration, limits))
            or (frame.cue_probability >= limits.with_grammar and _speaks_for(doc, frame, cues))
        )
    ]


def _is_likely(frame: Frame, calibration: Calibration, limits: Acceptance) -> bool:
    return calibration(Evidence.of(frame)) >= limits.likely


def _least(doc: Doc, frame: Frame, cues: CueLexicon, limits: Acceptance) -> float:
    """Return the probability that a cue must have; more than 1 for what is none."""
    verb = next((doc[index] for index in reversed(frame.cue) if doc[index].pos_ == "VERB"), None)
    if verb is None:
        return limits.alone if _may_be_cue(doc, frame.cue, cues) else 2.0
    if verb.lemma_ in _SEEMING and not frame.source:
        return 2.0
    if any(doc[index].is_quote or _is_clause(doc[index], frame) for index in frame.content):
        return limits.alone
    if verb.lemma_ in _ACTS:
        return 2.0
    is_known = cues.lookup([doc[index].lemma_ for index in frame.cue], "verb") is not None
    return limits.alone if is_known else limits.unknown


def _is_clause(token: Token, frame: Frame) -> bool:
    """Tell whether something is said with a verb, and not a thing named with one: "militants fighting the army"."""
    if token.pos_ not in VERBAL or (token.tag_ in _PARTICIPLES and token.dep_ in _DESCRIBING):
        return False
    # "Names three ministers and calls on the rest | to act" does not say it of the three.
    return not (token.head.head.i in frame.cue and token.head.dep_ in CONJUNCT and token.head.i not in frame.content)


def _may_be_cue(doc: Doc, cue: Sequence[int], cues: CueLexicon) -> bool:
    """Tell whether a cue without a verb can be one: a noun, a mark, a known word, but no "still", "certain" or "to"."""
    words = [doc[index] for index in cue]
    if all(word.pos_ in {"ADV", "ADJ"} and word.dep_ in {"advmod", "amod"} for word in words):
        return any(cues.lookup([word.lower_], kind) is not None for word in words for kind in ("adverb", "adjective"))
    return any(word.pos_ not in _SMALL_WORDS for word in words)


def _speaks_for(doc: Doc, frame: Frame, cues: CueLexicon) -> bool:
    verb = next((doc[index] for index in reversed(frame.cue) if doc[index].pos_ == "VERB"), None)
    if verb is None or not frame.source:
        return False
    entry = cues.lookup([verb.lemma_], "verb")
    if entry is None or not entry.speech:
        return False
    after = verb.i + 1
    if after < len(doc) and doc[after].lower_ in _ABOUT and verb.lemma_.lower() in _COMPLAINING:
        return True
    if after in frame.content and doc[after].lower_ == "that" and doc[after].dep_ == "mark":
        return True
    return subject_of(verb) is not None and any(_is_said(child, frame) for child in verb.children)


def _is_said(clause: Token, frame: Frame) -> bool:
    """Tell whether a dependent of the cue is a finite clause within the content."""
    if clause.dep_ not in _CLAUSES or clause.i not in frame.content:
        return False
    return clause.dep_ in _SAYS_SO or clause.pos_ in VERBAL
