"""Small questions to a dependency tree, answered alike for two label schemes.

The embedded pipeline writes Universal Dependencies (``nsubj:pass``, ``obl``, ``case``: content words are heads);
spaCy's published English pipelines write ClearNLP labels (``nsubjpass``, ``prep``, ``pobj``: prepositions are heads).
Whatever looks at trees in the interpretation asks through the label sets and functions of this module, so that neither
scheme appears elsewhere. No function raises on an odd or missing tree: it answers ``None`` or nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from spacy.tokens import Doc, Token

from attribution.report.records import Span
from attribution.snapshot import span_in

PASSIVE_SUBJECT: Final = frozenset({"nsubj:pass", "nsubjpass", "csubj:pass", "csubjpass"})
SUBJECT: Final = PASSIVE_SUBJECT | {"nsubj", "nsubj:outer", "csubj", "csubj:outer"}
OBJECT: Final = frozenset({"obj", "dobj"})
INDIRECT_OBJECT: Final = frozenset({"iobj", "dative"})
AGENT: Final = frozenset({"obl:agent", "agent"})
OBLIQUE: Final = AGENT | {"obl", "obl:unmarked", "obl:npmod", "obl:tmod", "prep", "npadvmod"}
NOMINAL_MODIFIER: Final = frozenset({"nmod", "nmod:desc", "nmod:unmarked", "nmod:npmod", "nmod:tmod", "prep"})
POSSESSOR: Final = frozenset({"nmod:poss", "poss"})
APPOSITION: Final = frozenset({"appos"})
RELATIVE_CLAUSE: Final = frozenset({"acl:relcl", "relcl"})
ADNOMINAL_CLAUSE: Final = RELATIVE_CLAUSE | {"acl"}
ADVERBIAL_CLAUSE: Final = frozenset({"advcl", "advcl:relcl"})
COMPLEMENT_CLAUSE: Final = frozenset({"ccomp"})
OPEN_COMPLEMENT: Final = frozenset({"xcomp"})
PARATAXIS: Final = frozenset({"parataxis"})
AUXILIARY: Final = frozenset({"aux", "aux:pass", "auxpass"})
PASSIVE_AUXILIARY: Final = frozenset({"aux:pass", "auxpass"})
_OF_PASSIVE: Final = PASSIVE_SUBJECT | PASSIVE_AUXILIARY
CONJUNCT: Final = frozenset({"conj"})
COORDINATOR: Final = frozenset({"cc", "cc:preconj", "preconj"})
DETERMINER: Final = frozenset({"det", "det:predet", "predet"})
NUMERAL: Final = frozenset({"nummod", "nummod:gov"})
NAME_PART: Final = frozenset({"flat", "flat:name", "compound", "nmod:desc", "fixed"})
CLAUSE: Final = (
    ADNOMINAL_CLAUSE | ADVERBIAL_CLAUSE | COMPLEMENT_CLAUSE | OPEN_COMPLEMENT | PARATAXIS
    | {"ROOT", "root", "csubj", "csubj:pass", "csubjpass", "csubj:outer", "pcomp"}
)  # fmt: skip

NEGATORS: Final = frozenset({"not", "n't", "n\u2019t", "never", "no", "nor", "neither", "hardly", "cannot"})
VERBAL: Final = frozenset({"VERB", "AUX"})
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})

# A tree may hold a cycle-free but very long chain; walking up stops here.
_LONGEST_WALK: Final = 64
# What stands beside the predicate that has the subject, and what may share the subject of what it depends on.
_BESIDE_PREDICATE: Final = AUXILIARY | {"cop"}
_SHARING_SUBJECT: Final = CONJUNCT | OPEN_COMPLEMENT | ADVERBIAL_CLAUSE | AUXILIARY
# Dependents of a noun that are no part of its phrase.
_OUTSIDE: Final = (
    SUBJECT | AUXILIARY | ADVERBIAL_CLAUSE | PARATAXIS | {"case", "cc", "punct", "mark", "cop", "discourse"}
)


def children(token: Token, labels: Collection[str]) -> Iterator[Token]:
    """Yield the direct dependents of ``token`` whose label is one of ``labels``, in text order."""
    return (child for child in token.children if child.dep_ in labels)


def first_child(token: Token, labels: Collection[str]) -> Token | None:
    """Return the first dependent of ``token`` with one of ``labels``, or ``None``."""
    for child in token.children:
        if child.dep_ in labels:
            return child
    return None


def ancestors(token: Token) -> Iterator[Token]:
    """Yield the heads above ``token``, nearest first; ends at the root."""
    for _ in range(_LONGEST_WALK):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive: a passive subject, passive auxiliary or agent depends on it."""
    return first_child(verb, _OF_PASSIVE) is not None


def is_negated(token: Token) -> bool:
    """Tell whether a negation word depends directly on ``token`` or on its auxiliary."""
    return any(
        child.lower_ in NEGATORS or (child.dep_ in AUXILIARY and any(c.lower_ in NEGATORS for c in child.children))
        for child in token.children
    )


def own_subject(verb: Token) -> Token | None:
    """Return the subject that depends on ``verb`` itself, or ``None``."""
    found = first_child(verb, SUBJECT)
    if found is not None or verb.dep_ not in _BESIDE_PREDICATE:
        return found
    return first_child(verb.head, SUBJECT)


def subject_of(verb: Token) -> Token | None:
    """Return who or what does (or, in the passive, undergoes) the verb, also where the subject is shared.

    A coordinated verb takes the subject of the first verb, an infinitive or participle that of the verb that governs it
    ("Kerry called, warning that ..."), a participle after a noun that noun ("a man claiming to be ..."). A relative
    pronoun is returned as it stands.
    """
    for _ in range(_LONGEST_WALK):
        found = own_subject(verb)
        if found is not None:
            return found
        if verb.dep_ in _SHARING_SUBJECT and verb.head.i != verb.i:
            verb = verb.head
        elif verb.dep_ in ADNOMINAL_CLAUSE and verb.tag_ in {"VBG", "VBN"} and verb.head.i != verb.i:
            return verb.head
        elif verb.dep_ == "pcomp" and verb.head.i != verb.i:
            verb = verb.head.head
        else:
            return None
    return None


def prepositional_objects(token: Token, prepositions: Collection[str] | None = None) -> Iterator[tuple[Token, Token]]:
    """Yield (preposition, object) for the prepositional phrases that depend on ``token``.

    Args:
        token: A verb or noun.
        prepositions: Lower-case prepositions to keep; all when ``None``.
    """
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ", "PART", ""}:
            if prepositions is None or child.lower_ in prepositions:
                for inner in child.children:
                    if inner.dep_ in {"pobj", "pcomp"}:
                        yield child, inner
        elif child.dep_ in OBLIQUE or child.dep_ in NOMINAL_MODIFIER:
            case = first_child(child, {"case"})
            if case is not None and (prepositions is None or case.lower_ in prepositions):
                yield case, child


def preposition_of(noun: Token) -> Token | None:
    """Return the preposition that governs ``noun`` ("by" in "by the minister"), or ``None``."""
    if noun.dep_ in {"pobj", "pcomp"} and noun.head.i != noun.i:
        return noun.head
    return next((c for c in children(noun, {"case"}) if c.i < noun.i), None)


def agent_of(verb: Token) -> Token | None:
    """Return the noun in the "by" phrase of a passive verb, or ``None``."""
    for preposition, noun in prepositional_objects(verb, {"by"}):
        if noun.dep_ in AGENT or preposition.dep_ in AGENT or is_passive(verb) or verb.tag_ == "VBN":
            return noun
    return None


def governor(noun: Token) -> Token:
    """Return what a noun depends on, stepping over the preposition where that is the head (ClearNLP labels)."""
    head = noun.head
    if noun.dep_ in {"pobj", "pcomp"} and head.head.i != head.i:
        return head.head
    return head


def possessor_of(noun: Token) -> Token | None:
    """Return the possessor of a noun: "Obama" in "Obama's promise", "his" in "his promise"; or ``None``."""
    return first_child(noun, POSSESSOR)


def clause_of(token: Token) -> Token:
    """Return the head of the clause that ``token`` stands in (the token itself when it heads one)."""
    if token.dep_ in CLAUSE:
        return token
    for above in ancestors(token):
        if above.dep_ in CLAUSE or (above.dep_ in CONJUNCT and above.pos_ in VERBAL):
            return above
    return token


def conjuncts(token: Token) -> tuple[Token, ...]:
    """Return ``token`` and what is coordinated with it below it, in text order ("Kerry" -> "Kerry", "Lavrov")."""
    if first_child(token, CONJUNCT) is None:
        return (token,)
    found = [token]
    for item in found:
        if len(found) < _LONGEST_WALK:
            found += [child for child in item.children if child.dep_ in CONJUNCT]
    return tuple(sorted(found[:_LONGEST_WALK], key=_index))


def is_below(token: Token, above: Token) -> bool:
    """Tell whether ``token`` is ``above`` or stands somewhere under it in the tree."""
    return token.i == above.i or any(a.i == above.i for a in ancestors(token))


def head_of(tokens: Iterable[Token]) -> Token | None:
    """Return the token that heads a group: the first nominal whose own head lies outside the group.

    A preposition, conjunction or mark at the top is passed over in favour of the nominal under it. ``None`` only for an
    empty group.
    """
    group = [t for t in tokens if not t.is_space]
    if not group:
        return None
    inside = {t.i for t in group}
    tops = [t for t in group if t.head.i not in inside or t.head.i == t.i]
    nominal = [t for t in tops if t.pos_ in NOMINAL]
    if nominal:
        return nominal[0]
    for top in tops:
        below = next((c for c in top.children if c.i in inside and c.pos_ in NOMINAL), None)
        if below is not None:
            return below
    return next((t for t in tops if not t.is_punct), tops[0] if tops else group[0])


def noun_phrase(noun: Token, leave_off: Collection[str] = frozenset()) -> tuple[int, int]:
    """Return the token range ``(start, end)`` of the phrase that ``noun`` heads, ``end`` exclusive.

    The preposition before it, a possessive 's after it, and punctuation or white space at its ends are outside. The
    range is contiguous: it stops where the phrase is interrupted.

    Args:
        noun: The head of the phrase.
        leave_off: Labels of direct dependents to leave out with all they govern (``RELATIVE_CLAUSE``, for example).
    """
    start = end = at = noun.i
    for child in noun.children:
        label = child.dep_
        if child.i < at:
            if label == "cop":
                # Of a noun that is a predicate ("She is now the mayor of Lyon"), what precedes the copula is the
                # clause's.
                start = at
            elif label not in _OUTSIDE and label not in leave_off:
                start = min(start, child.left_edge.i)
        elif label in leave_off:
            break
        elif label not in _OUTSIDE:
            end = max(end, child.right_edge.i)
    return trim(noun.doc, start, end + 1)


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the token range without white space, commas, dashes, stops and the possessive 's at its ends.

    Quotation marks and brackets stay when their partner is inside the range.
    """
    while start < end and not (first := doc[start]).is_alpha and _is_trimmable(first, doc, start, end):
        start += 1
    while end > start and (
        (last := doc[end - 1]).tag_ == "POS" or (not last.is_alpha and _is_trimmable(last, doc, start, end))
    ):
        end -= 1
    return start, end


_PAIRS: Final = ("()", "[]", "“”", "«»", "\u2018\u2019", '""')
_PARTNER: Final = {pair[i]: pair[1 - i] for pair in _PAIRS for i in (1, 0)}


def _is_trimmable(token: Token, doc: Doc, start: int, end: int) -> bool:
    """Tell whether a token that is not of letters is left off at an end of a range."""
    if token.is_space or (token.is_punct and token.text not in _PARTNER):
        return token.text not in {"%"}
    partner = _PARTNER.get(token.text)
    return partner is not None and not any(t.text == partner and t.i != token.i for t in doc[start:end])


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Return the characters from token ``start`` up to token ``end`` (exclusive) as a :class:`Span`."""
    first, text = doc[start].idx, span_in(doc, start, end).text
    return Span(first, first + len(text), text)


def runs(doc: Doc, tokens: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return the unbroken token ranges ``(start, end)`` of ascending token indices.

    White-space tokens between two given tokens do not break a run.
    """
    found: list[tuple[int, int]] = []
    start = end = -1
    for index in tokens:
        if index != end and (end < 0 or not all(doc[k].is_space for k in range(end, index))):
            if end >= 0:
                found.append((start, end))
            start = index
        end = index + 1
    if end >= 0:
        found.append((start, end))
    return tuple(found)


def start_by_marks(doc: Doc, index: int, farthest: int) -> int:
    """Return where the sentence of a token begins by stops and line breaks, whatever a parser takes for a sentence.

    Args:
        doc: A Doc.
        index: The token.
        farthest: So many tokens before it, at most.
    """
    start = index
    while start > max(0, index - farthest) and doc[start - 1].text not in _STOPS and "\n" not in doc[start - 1].text:
        start -= 1
    return start


_STOPS: Final = frozenset({".", "!", "?"})


def spans_of(doc: Doc, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Return character spans that cover ascending token indices, one per unbroken run."""
    return tuple(span_of(doc, start, end) for start, end in runs(doc, tokens))


def _index(token: Token) -> int:
    return token.i
