"""Hearsay without a verb of its own: "allegedly", "the alleged attack".

The encoder learned from articles in which such words are seldom marked. The lexicon knows them all, and the tree tells
what they qualify.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees.syntax import VERBAL, clause_of, noun_phrase
from attribution.lexicons import CueLexicon

# "The alleged attack" ascribes that there was one; "the alleged attacker" names somebody.
_EVENT: Final = re.compile(r"\w+(?:tion|sion|ment|ing|ance|ence|ery|al|ure|age|acy)s?\Z")
_EVENTS: Final = frozenset(
    "abuse affair arson assault atrocity attack attempt beating betrayal blackmail breach bribe bribery burglary "
    "cheating clash collusion conduct conspiracy contact crime cruelty cyberattack deal death deceit doping effort "
    "error espionage evidence explosion extortion failure forgery fraud genocide gift hack harm hate hoax incident "
    "intent interference involvement killing lie link loss march massacre meeting misuse murder negligence offence "
    "offense order pact payment plan plot ploy poisoning proposal rape request role rout sabotage sale scam scheme "
    "sex shift shooting sighting strike subversion support theft threat tie torture treason trip use victory "
    "violation violence vote war withdrawal wrong wrongdoing".split()
)
# Adjectives of what somebody says or believes to have happened; "a certain", "a critical" are of the thing itself.
_DOUBTED: Final = frozenset(
    "alleged avowed claimed disputed perceived presumed professed purported putative reported reputed rumored rumoured "
    "so-called supposed suspected unconfirmed unverified".split()
)
_BEFORE: Final = frozenset({"mark", "case", "cc"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_AGENTS: Final = re.compile(r"\w+(?:er|or|ist|ant|ian|eer|man|men|woman|women|people)s?\Z")


def find_hearsay(doc: Doc, frames: Sequence[Frame], cues: CueLexicon) -> Iterator[Frame]:
    """Yield frames for hearsay adverbs, and hearsay adjectives of events, that are no cue of a frame yet.

    Args:
        doc: A Doc with tags and a tree.
        frames: What the encoder found.
        cues: The cue lexicon; its entries of the kinds ``adverb`` and ``adjective`` are looked for.
    """
    taken = {index for frame in frames for index in frame.cue}
    for token in doc:
        if token.pos_ not in {"ADV", "ADJ", "VERB"} or token.i in taken:
            continue
        is_adverb = token.tag_.startswith("RB")
        if not is_adverb and token.lower_ not in _DOUBTED:
            continue
        if cues.lookup([token.lower_], "adverb" if is_adverb else "adjective") is None:
            continue
        content = _clause(token) if is_adverb else _event(token)
        if content:
            yield Frame((token.i,), (), content, origin="hearsay")


def _clause(adverb: Token) -> tuple[int, ...]:
    """Return the tokens of what an adverb qualifies: mostly its clause, else the phrase that it stands in."""
    head = adverb.head
    is_predicate = head.pos_ in VERBAL or any(child.dep_ == "cop" for child in head.children)
    if not is_predicate and head.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} and head.dep_ != "ROOT":
        start, end = noun_phrase(head)
        return _words(head.doc, range(start, end), adverb)
    if not is_predicate:
        head = clause_of(head)
    return _words(head.doc, sorted(token.i for token in head.subtree), adverb)


def _event(adjective: Token) -> tuple[int, ...]:
    """Return the tokens of a phrase whose noun is an event, else nothing."""
    noun = adjective.head
    if noun.pos_ != "NOUN" or adjective.dep_ != "amod" or adjective.i > noun.i:
        return ()
    lemma = noun.lemma_.lower()
    if lemma not in _EVENTS and (not _EVENT.match(lemma) or _AGENTS.match(lemma)):
        return ()
    start, end = noun_phrase(noun)
    return _words(noun.doc, range(start, end), adjective)


def _words(doc: Doc, indices: Sequence[int], cue: Token) -> tuple[int, ...]:
    """Return what is ascribed: without the cue, and without the article or conjunction that it begins with."""
    kept = [i for i in indices if i != cue.i and not doc[i].is_space and doc[i].sent == cue.sent]
    while kept and kept[0] < cue.i and (doc[kept[0]].dep_ in _BEFORE or doc[kept[0]].lower_ in _ARTICLES):
        if doc[kept[0]].lower_ in _ARTICLES and kept[1:2] != [cue.i + 1]:
            break  # "The firm allegedly hid it" begins with its subject
        kept.pop(0)
    return tuple(kept)
