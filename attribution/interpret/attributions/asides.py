"""Attributions in an aside: "as Li put it, …", "…, as the ministry has said, …", "…, it is said"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve
from spacy.tokens import Doc, Token

from attribution.interpret.readings import Frame
from attribution.interpret.trees.syntax import (
    COMPLEMENT_CLAUSE,
    OBJECT,
    OPEN_COMPLEMENT,
    PARATAXIS,
    SUBJECT,
    is_passive,
    noun_phrase,
    own_subject,
)
from attribution.lexicons import CueLexicon
from attribution.snapshot import words_in

_SAYING: Final = frozenset(
    {"say", "note", "write", "explain", "state", "report", "argue", "point", "warn", "tell", "remark", "know", "admit"}
)
_HEARSAY: Final = frozenset(
    {"say", "believe", "think", "report", "claim", "allege", "understand", "assume", "rumor", "rumour"}
)
_TELLING: Final = frozenset({"announce", "confirm", "disclose", "explain", "reveal", "state", "suggest"})
_IN_PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "NUM", "PART", "CCONJ"})
_OPENERS: Final = frozenset({"as", "so", "it", "according"})
_AUXILIARIES: Final = frozenset({"have", "be", "do"})
_EMERGING: Final = frozenset({"emerge", "transpire"})
_LONGEST: Final = 20
_NEAR_VERB: Final = 6
_OUT: Final = COMPLEMENT_CLAUSE | OPEN_COMPLEMENT | PARATAXIS | {"csubj"}
_FEWEST: Final = 3


def find_asides(doc: Doc, cues: CueLexicon, taken: Collection[int]) -> Iterator[Frame]:
    """Yield the attributions that a sentence makes in an aside about all the rest of it.

    Args:
        doc: A Doc with tags and sentences.
        cues: The cue lexicon.
        taken: Tokens of cues that are known already.
    """
    for index in words_in(doc).word_places.of(_OPENERS):
        token = doc[index]
        found = None
        if token.lower_ in {"as", "so"} and _opens(token):
            found = _as_said(token, cues) or _so_says(token, cues)
        elif token.lower_ == "it" and token.head.lemma_.lower() in _EMERGING:
            found = _it_emerged(token)
        elif token.lower_ == "it" and token.i > token.sent.start and doc[token.i - 1].text == ",":
            found = _it_is_said(token)
        elif token.lower_ == "according" and token.i > token.sent.start + 1 and doc[token.i - 1].text == ",":
            found = _said_before(token)
        if found is not None and not any(index in taken for index in found.cue):
            yield found


def without_empty_subject(doc: Doc, frames: Sequence[Frame]) -> list[Frame]:
    """Take the "it" of "it is said" out of the sources, for it stands for nobody, and out of what is said."""
    return [evolve(frame, source=()) if _is_empty(doc, frame) else _without_it(doc, frame) for frame in frames]


def _without_it(doc: Doc, frame: Frame) -> Frame:
    """Put what "it" stands for in its place: "the bridge is safe, it was confirmed by Li"."""
    it = frame.cue[0] - 1
    if it < 1 or doc[it].lower_ != "it" or doc[it].is_sent_start or doc[it - 1].text != ",":
        return frame
    if doc[it + 1].lemma_.lower() not in _AUXILIARIES or frame.content[-1] > it:
        return frame
    said = tuple(i for i in range(doc[it].sent.start, it - 1) if not doc[i].is_space)
    return evolve(frame, content=said) if len(said) >= _FEWEST else frame


def _is_empty(doc: Doc, frame: Frame) -> bool:
    if len(frame.source) != 1 or doc[frame.source[0]].lower_ != "it":
        return False
    if not any(doc[i].pos_ == "AUX" for i in range(frame.source[0], frame.cue[-1])):
        # "It alleged that ...", whatever its tag.
        return False
    verb = doc[frame.cue[-1]]
    passive = any(doc[index].lemma_.lower() == "be" for index in frame.cue) or is_passive(verb)
    return passive and verb.tag_ == "VBN" and verb.lemma_.lower() in _HEARSAY


def _opens(token: Token) -> bool:
    return (
        token.i == token.sent.start or token.nbor(-1).text in {",", "\u2013", "\u2014", "("} or token.nbor(-1).is_space
    )


def _as_said(mark: Token, cues: CueLexicon) -> Frame | None:
    """Read "as", a noun phrase, and a verb of speech with nothing after it but a comma or the end."""
    doc, sentence = mark.doc, mark.sent
    verb = mark.i + 1
    while verb < min(sentence.end, mark.i + _LONGEST) and doc[verb].pos_ not in {"VERB", "AUX", "PUNCT"}:
        verb += 1
    source = tuple(range(mark.i + 1, verb))
    if not source or any(doc[index].pos_ not in _IN_PHRASE for index in source):
        return None
    start = verb
    while verb < sentence.end and doc[verb].pos_ == "AUX" and doc[verb].lemma_.lower() in _AUXILIARIES:
        verb += 1
    if verb >= sentence.end or doc[verb].pos_ != "VERB" or any(token.lower_ == "be" for token in doc[start:verb]):
        return None
    lemma, end = doc[verb].lemma_.lower(), verb + 1
    if lemma == "put" and end < sentence.end and doc[end].lower_ == "it":
        end += 1
    elif lemma not in _SAYING or cues.lookup([lemma], "verb") is None:
        return None
    return _frame(sentence.start, sentence.end, mark, tuple(range(start, end)), source)


def _it_is_said(it: Token) -> Frame | None:
    doc, sentence = it.doc, it.sent
    verb = it.i + 1
    while verb < sentence.end and doc[verb].pos_ == "AUX":
        verb += 1
    passive = verb > it.i + 1 and verb < sentence.end and doc[verb - 1].lemma_.lower() == "be"
    if not passive or doc[verb].tag_ != "VBN" or doc[verb].lemma_.lower() not in _HEARSAY | _TELLING:
        return None
    end = verb + 1
    if end < sentence.end and doc[end].lower_ == "by":
        end += 1
        while end < sentence.end and doc[end].pos_ in _IN_PHRASE:
            end += 1
    return _frame(sentence.start, sentence.end, it, tuple(range(it.i + 1, verb + 1)), tuple(range(verb + 2, end)))


def _it_emerged(it: Token) -> Frame | None:
    """Read "it emerged yesterday that …", "…, it has emerged": what has come out, nobody says from whom."""
    doc, verb, sentence = it.doc, it.head, it.sent
    if verb.i < it.i or verb.i > it.i + _NEAR_VERB or it.dep_ not in SUBJECT | {"expl"}:
        return None
    cue = tuple(i for i in range(it.i + 1, verb.i + 1) if doc[i].pos_ in {"AUX", "VERB"})
    clause = next((c for c in verb.children if c.dep_ in _OUT and c.i > verb.i and own_subject(c) is not None), None)
    if clause is not None:
        said = _said(t for t in clause.subtree if verb.i < t.i < sentence.end)
        return Frame(cue, (), said, origin="grammar") if len(said) >= _FEWEST else None
    after = verb.i + 1
    while after < sentence.end and doc[after].pos_ not in {"PUNCT", "SPACE", "VERB"}:
        after += 1
    opens = doc[it.i - 1].text == "," if it.i > sentence.start else False
    return _frame(sentence.start, sentence.end, it, cue, (), after) if opens and after - verb.i < _NEAR_VERB else None


def _so_says(so: Token, cues: CueLexicon) -> Frame | None:
    """Read "So says Li.", "So, at least, Li claimed." after the sentence that it is about."""
    doc, sentence = so.doc, so.sent
    if so.i != sentence.start or so.i == 0 or "\n" in doc[so.i - 1].text_with_ws:
        return None
    verb = sentence.root
    subject = own_subject(verb)
    entry = cues.lookup([verb.lemma_], "verb")
    if verb.i > so.i + _NEAR_VERB or subject is None or entry is None or not entry.speech:
        return None
    if any(child.dep_ in COMPLEMENT_CLAUSE | OBJECT | OPEN_COMPLEMENT | PARATAXIS for child in verb.children):
        return None
    start, end = noun_phrase(subject)
    said = _said(doc[so.i - 1].sent)
    return Frame((verb.i,), tuple(range(start, end)), said, origin="grammar") if len(said) >= _FEWEST else None


def _said(tokens: Iterable[Token]) -> tuple[int, ...]:
    """What is said of some tokens: without white space, and without the marks at its end that close no quotation."""
    said = [token for token in tokens if not token.is_space]
    while said and said[-1].is_punct and not said[-1].is_quote:
        said.pop()
    return tuple(token.i for token in said)


def _said_before(according: Token) -> Frame | None:
    """Read "…, Li said" before ", according to Kyodo": what stands before the one who speaks is what was said."""
    doc, start, verb = according.doc, according.sent.start, according.i - 2
    if doc[verb].pos_ != "VERB" or doc[verb].lemma_.lower() not in _SAYING:
        return None
    comma = verb
    while comma > start and doc[comma].text != ",":
        comma -= 1
    source, content = tuple(range(comma + 1, verb)), tuple(i for i in range(start, comma) if not doc[i].is_space)
    if not source or len(content) < _FEWEST or any(doc[index].pos_ not in _IN_PHRASE for index in source):
        return None
    return Frame((verb,), source, content, origin="grammar")


def _frame(
    start: int, end: int, first: Token, cue: tuple[int, ...], source: tuple[int, ...], after: int = 0
) -> Frame | None:
    """Make the rest of a sentence the content of an aside that ends at a comma or where the sentence ends."""
    doc = first.doc
    after = max((*cue, *source, after - 1)) + 1
    while after < end and doc[after].is_space:
        after += 1
    if after < end and doc[after].text not in {",", ".", ")", "!", "\u2013", "\u2014", ";"}:
        return None
    left_out = set(range(first.i, after))
    content = [index for index in range(start, end) if index not in left_out and not doc[index].is_space]
    marks = {",", ".", "(", ")", "\u2013", "\u2014"}
    while content and doc[content[0]].text in marks:
        del content[0]
    while content and doc[content[-1]].text in marks:
        del content[-1]
    words = [index for index in content if doc[index].is_alpha]
    return Frame(cue, source, tuple(content), origin="grammar") if len(words) >= _FEWEST else None
