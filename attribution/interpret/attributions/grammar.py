"""Attributions that grammar shows and the encoder does not offer.

The articles that the encoder learned from mark an attribution inside the content of another only now and then, and
seldom one whose cue is a noun, or a passive that names nobody. The tree shows these plainly: a verb of speech or belief
with a clause of its own, "the claim that ...", "it is believed that ...", "is said to ...".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.frames.noun_clauses import SPREADING, before_main_verb, maker_of
from attribution.interpret.frames.passives import find_accused
from attribution.interpret.readings import Frame
from attribution.interpret.trees.syntax import (
    ADNOMINAL_CLAUSE,
    ADVERBIAL_CLAUSE,
    AUXILIARY,
    COMPLEMENT_CLAUSE,
    INDIRECT_OBJECT,
    OBJECT,
    OPEN_COMPLEMENT,
    PASSIVE_SUBJECT,
    SUBJECT,
    children,
    first_child,
    is_negated,
    is_passive,
    noun_phrase,
    own_subject,
    prepositional_objects,
    subject_of,
)
from attribution.lexicons import CueLexicon

# Verbs whose passive with an infinitive says what people say or think ("is believed to have fled"); with most others
# it says what somebody was made to do ("was told to leave").
_HEARSAY: Final = frozenset(
    "allege assume believe claim fear know presume report rumor rumour say suspect think understand".split()
)
# Nouns whose infinitive is what is said ("a promise to leave"); with most others only a "that" clause is.
_DECLARED: Final = frozenset("pledge promise refusal threat vow offer".split())
# Nouns whose "that" clause is somebody's words even where the text names nobody ("the claim that ...").
_TOLD: Final = frozenset(
    """accusation allegation assertion belief charge claim denial fear hope insistence news report rumor rumour
    speculation suggestion suspicion warning word""".split()
)
_COUNTS: Final = frozenset("dozens half hundreds millions thousands twice zero".split())
# Verbs whose clause is what somebody is said to think, or to have been told; with most others it is what they do.
_THOUGHT: Final = frozenset(
    "anticipate assume believe conclude doubt expect fear hear hope predict reckon suspect think worry".split()
)
# With an infinitive these say what somebody is to do ("told her to leave"), or what the speaker will do.
_DIRECTING: Final = frozenset(
    "advise ask beg command encourage implore instruct invite order plead remind request tell urge warn".split()
)
_PLANNING: Final = frozenset({"expect", "hope"})
_DECLARING: Final = _PLANNING | frozenset("agree ask demand offer pledge promise swear threaten vow".split())
_IN_PHRASE: Final = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PROPN"})
_SPEAKER: Final = frozenset({"i", "we"})
_NOUN_CLAUSE: Final = ADNOMINAL_CLAUSE | COMPLEMENT_CLAUSE
_COMPLAINING: Final = frozenset({"boast", "complain"})
_CLAUSAL_SUBJECT: Final = frozenset({"csubj", "csubj:pass", "csubjpass"})
_NOBODY: Final = frozenset(
    "anybody anyone everybody everyone it nobody one people someone that there these this those what which you".split()
)


def find_by_grammar(doc: Doc, frames: Sequence[Frame], cues: CueLexicon) -> Iterator[Frame]:
    """Yield frames that the tree shows: nested ones, noun cues, and passives that name nobody.

    Args:
        doc: A Doc with tags and a tree.
        frames: What has been accepted so far; their cues are left alone.
        cues: The cue lexicon.
    """
    taken = {index for frame in frames for index in frame.cue}
    nested = {index for frame in frames for index in frame.content}
    for token in doc:
        part = token.pos_
        if part not in {"VERB", "NOUN"} or token.i in taken:
            continue
        found: Frame | None
        if part == "VERB":
            found = _plain(token, cues) or (_verb(token, cues) if token.i in nested else None)
        else:
            found = _noun(token, cues) or _spreading(token, cues)
        if found is not None and taken.isdisjoint(found.cue):
            yield found


def _verb(verb: Token, cues: CueLexicon) -> Frame | None:
    """Return the frame of a verb with a subject and a clause: "who claimed that she knew", "told him to leave".

    What speakers think now or "would say" themselves is left to the encoder; what they told others is not.
    """
    entry = cues.lookup([verb.lemma_], "verb")
    if entry is None or is_passive(verb) or is_negated(verb) or not _is_stated(verb):
        return None
    subject = subject_of(verb)
    if subject is None or subject.i > verb.i or (subject.lower_ in _NOBODY and not _is_counted(subject)):
        return None
    if subject.lower_ in _SPEAKER and not (entry.speech and _is_past(verb)):
        return None
    content = _said(verb, entry.speech) or (_to_do(verb) if entry.speech or verb.lemma_.lower() in _PLANNING else ())
    start, end = noun_phrase(subject)
    cue = _group(verb)
    between = verb.doc[end : cue[0]]
    if between and between[0].lower_ == "of" and all(token.pos_ in _IN_PHRASE for token in between):
        end = cue[0]  # "half | of Chileans"
    source = tuple(i for i in range(start, end) if i < verb.i)
    return _frame(cue, source, content) if content else None


def _is_counted(subject: Token) -> bool:
    """Tell "one in five firms" from "one"."""
    return subject.tag_ == "CD" and any(True for _ in prepositional_objects(subject))


def _said(verb: Token, is_speech: bool) -> tuple[int, ...]:
    """Return the finite clause that a verb has."""
    if not is_speech and verb.lemma_.lower() not in _THOUGHT:
        return ()
    clauses = [c for c in children(verb, COMPLEMENT_CLAUSE) if c.i > verb.i]
    if not clauses or own_subject(clauses[0]) is None:
        return ()
    # A parser may cut the end of a clause off and hang it on the verb as well.
    content = _below(clauses[0])
    rest = clauses[1] if len(clauses) > 1 else None
    is_cut_off = rest is not None and rest.pos_ in _IN_PHRASE and rest.left_edge.i == content[-1] + 1
    return content + _below(rest) if rest is not None and is_cut_off and own_subject(rest) is None else content


def _to_do(verb: Token) -> tuple[int, ...]:
    """Return the infinitive of a request or promise, without whom it is made to."""
    lemma = verb.lemma_.lower()
    clauses = children(verb, OPEN_COMPLEMENT | COMPLEMENT_CLAUSE)
    clause = next((c for c in clauses if c.i > verb.i and _has_to(c) and own_subject(c) is None), None)
    if clause is None:
        return ()
    has_object = any(True for _ in children(verb, OBJECT | INDIRECT_OBJECT))
    if lemma not in (_DIRECTING if has_object else _DECLARING):
        return ()
    return _below(clause)


def _is_stated(verb: Token) -> bool:
    """Tell whether a verb says that somebody speaks: no bare infinitive, and not what they could or would say."""
    if verb.tag_ == "VB":
        return False
    return not any(child.tag_ == "MD" for child in children(verb, AUXILIARY))


def _is_past(verb: Token) -> bool:
    if verb.tag_ == "VBD":
        return True
    helping = {child.lower_ for child in children(verb, AUXILIARY)}
    return verb.tag_ == "VBN" and not helping.isdisjoint({"have", "has", "had", "'ve", "’ve", "'d", "’d"})


def _plain(verb: Token, cues: CueLexicon) -> Frame | None:
    """Return the frame of a verb whose form alone shows it, inside another's content or not."""
    if verb.lower_ == "put":
        return _number(verb)
    if verb.lower_ == "known":
        return _made_known(verb)
    if verb.lemma_.lower() in _COMPLAINING:
        return _complaint(verb)
    return _passive(verb, cues) or find_accused(verb)


def _number(verb: Token) -> Frame | None:
    """Return the frame of "put the number of dead at 43"."""
    subject, counted = subject_of(verb), first_child(verb, OBJECT)
    if subject is None or counted is None or counted.i < verb.i:
        return None
    places = (*prepositional_objects(verb, {"at"}), *prepositional_objects(counted, {"at"}))
    # "At half that": a parser may take it for an object all the same.
    nouns = (*(noun for _, noun in places), *(o for o in children(verb, OBJECT) if _opens_with_at(o)))
    amount = next((noun for noun in nouns if noun.i > counted.i), None)
    if amount is None:
        return None
    start, end = noun_phrase(amount)
    counts = any(token.like_num or token.lower_ in _COUNTS for token in verb.doc[start:end])
    if not counts or subject.lower_ in _NOBODY or is_passive(verb):
        return None
    first, last = noun_phrase(subject)
    source = tuple(i for i in range(first, last) if i < verb.i)
    return _frame(_group(verb), source, tuple(range(verb.i + 1, end)))


def _opens_with_at(noun: Token) -> bool:
    preposition = first_child(noun, {"case"})
    return preposition is not None and preposition.lower_ == "at"


def _complaint(verb: Token) -> Frame | None:
    """Return the frame of "farmers complain of empty wells": a thing, but told."""
    subject = own_subject(verb)
    noun = next((noun for case, noun in prepositional_objects(verb, {"of", "about"}) if case.i == verb.i + 1), None)
    if subject is None or noun is None or subject.lower_ in _NOBODY or is_negated(verb) or not _is_stated(verb):
        return None
    source = tuple(i for i in range(*noun_phrase(subject)) if i < verb.i)
    return _frame(_group(verb), source, tuple(i for i in _below(noun) if i > verb.i + 1))


def _made_known(verb: Token) -> Frame | None:
    """Return the frame of "let it be known that ...", "made it known that ..."."""
    first = verb.head
    clause = next((c for c in children(verb, COMPLEMENT_CLAUSE) if c.i > verb.i and own_subject(c) is not None), None)
    subject = own_subject(first)
    if first.lemma_.lower() not in {"let", "make"} or not first.i < verb.i or clause is None or subject is None:
        return None
    if verb.doc[first.i + 1].lower_ != "it":
        return None
    start, end = noun_phrase(subject)
    return _frame(tuple(range(first.i, verb.i + 1)), tuple(i for i in range(start, end) if i < first.i), _below(clause))


def _passive(verb: Token, cues: CueLexicon) -> Frame | None:
    """Return the frame of a passive without an agent: "it is believed that ...", "is said to have fled"."""
    if verb.tag_ != "VBN" or not is_passive(verb) or cues.lookup([verb.lemma_], "verb") is None:
        return None
    if any(child.dep_ in {"obl:agent", "agent"} for child in verb.children):
        return None
    subject = own_subject(verb)
    is_empty = any(child.lower_ == "it" and child.i < verb.i for child in verb.children)
    if is_empty:
        labels = COMPLEMENT_CLAUSE | _CLAUSAL_SUBJECT
        clause = next((c for c in children(verb, labels) if c.i > verb.i and own_subject(c) is not None), None)
        return _frame(_group(verb), (), _below(clause)) if clause is not None else None
    clause = next((c for c in children(verb, OPEN_COMPLEMENT) if c.i > verb.i and _has_to(c)), None)
    if clause is None or subject is None or subject.dep_ not in PASSIVE_SUBJECT or verb.lemma_ not in _HEARSAY:
        return None
    start, end = noun_phrase(subject)
    return _frame(_group(verb), (), (*(i for i in range(start, end) if i < verb.i), *_below(clause)))


def _noun(noun: Token, cues: CueLexicon) -> Frame | None:
    """Return the frame of a noun with a clause that it announces: "the claim that ...", "his promise not to ..."."""
    clause = next((c for c in noun.children if c.dep_ in _NOUN_CLAUSE and c.i > noun.i), None)
    if clause is None or cues.lookup([noun.lemma_], "noun") is None:
        return None
    if any(child.tag_ in {"WDT", "WP"} for child in clause.children):
        return None
    before = (child for child in clause.children if child.i < clause.i)
    marks = {child.lower_ for child in before if child.dep_ in {"mark", "aux"} or child.tag_ == "IN"}
    source = maker_of(noun)
    says_that = "that" in marks and own_subject(clause) is not None and (source or noun.lemma_.lower() in _TOLD)
    says_to = "to" in marks and noun.lemma_.lower() in _DECLARED and source
    if not (says_that or says_to):
        return None
    return _frame((noun.i,), source, before_main_verb(noun, tuple(i for i in _below(clause) if i not in source)))


def _spreading(noun: Token, cues: CueLexicon) -> Frame | None:
    """Return the frame of "Word spread that ...", "Fears are growing that ..."."""
    if noun.dep_ not in SUBJECT or noun.lemma_.lower() not in _TOLD:
        return None
    verb = noun.head
    if verb.lemma_.lower() not in SPREADING:
        return None
    if cues.lookup([noun.lemma_], "noun") is None or verb.i < noun.i:
        return None
    clauses = children(verb, COMPLEMENT_CLAUSE | OPEN_COMPLEMENT | ADVERBIAL_CLAUSE)
    clause = next((c for c in clauses if c.i > verb.i and own_subject(c) is not None), None)
    that = next((c.i for c in clause.children if c.lower_ == "that" and c.i < clause.i), None) if clause else None
    if clause is None or that is None:
        return None
    return _frame((noun.i,), maker_of(noun), tuple(i for i in _below(clause) if i >= that))


def _has_to(clause: Token) -> bool:
    return any(child.lower_ == "to" and child.i < clause.i for child in clause.children)


def _group(verb: Token) -> tuple[int, ...]:
    """Return a verb with its auxiliaries and what stands between them."""
    first = min((child.i for child in children(verb, AUXILIARY) if child.i < verb.i), default=verb.i)
    return tuple(range(first, verb.i + 1))


def _below(clause: Token) -> tuple[int, ...]:
    return tuple(sorted(token.i for token in clause.subtree if not token.is_space))


def _frame(cue: tuple[int, ...], source: tuple[int, ...], content: tuple[int, ...]) -> Frame | None:
    kept = tuple(i for i in content if i not in cue)
    return Frame(cue, source, kept, origin="grammar") if kept else None
