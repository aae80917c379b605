"""A noun phrase cut into its parts by words and tags: determiner, core, what follows the core, appositions.

News phrases are long ("a Russian foreign ministry spokeswoman, Maria Zakharova, who ..."), and a tree of a long phrase
is often wrong somewhere. English noun phrases have their head at the end of their core, so the core is found from the
words and tags alone; the tree is asked only where words do not tell (coordination).
"""

from __future__ import annotations

from typing import Final

from attrs import frozen
from spacy.tokens import Doc, Token

from attribution.interpret.trees import syntax

_DASHES: Final = frozenset({"-", "–", "—", "--", "―"})
_RELATIVE_TAGS: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_FINITE_TAGS: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What these tags stand for is never part of a core.
_ENDING_TAGS: Final = _RELATIVE_TAGS | _FINITE_TAGS | {"IN", "TO", "RP", "EX"}
# Days that stand after a noun without a preposition. Names of months are also names of people (May, June, August).
TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split()
)
_SOMETIMES_NAMES: Final = frozenset({"today", "tomorrow", "tonight", "sunday"})
_RELATIVE_TIMES: Final = frozenset({"last", "this", "next", "that", "earlier", "early", "late", "later"})
_PERIODS: Final = (
    frozenset(
        "week month year night weekend day morning afternoon evening spring summer autumn fall winter today".split()
    )
    | TIMES
)
_NAME_LINKS: Final = frozenset(
    {"of", "for", "and", "&", "the", "de", "la", "du", "des", "del", "der", "van", "von", "on"}
)
_PARTICLES: Final = frozenset(
    {
        "de",
        "la",
        "du",
        "del",
        "da",
        "dos",
        "di",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "bin",
        "ibn",
        "al",
        "el",
        "ben",
        "le",
    }
)
_QUANTITY_OF: Final = frozenset({"of", "among"})
_AFTER_ALONE: Final = frozenset(
    {"who", "whom", "that", "of", "in", "among", "around", "with", "on", "from", "at", "familiar", "close"}
)


@frozen
class Phrase:
    """The parts of a noun phrase, as token ranges.

    ``core`` runs from the determiner to the head; ``rest`` is what follows it; ``asides`` are the stretches between
    commas, dashes and brackets after it. ``coordinated`` is true when several things are named beside each other.
    """

    doc: Doc
    start: int
    end: int
    core: tuple[int, int]
    rest: tuple[int, int]
    asides: tuple[tuple[int, int], ...]
    conjuncts: tuple[tuple[int, int], ...]

    @property
    def head(self) -> Token:
        """The last word of the core."""
        return self.doc[self.core[1] - 1]


def cut(doc: Doc, start: int, end: int) -> Phrase:
    """Cut the phrase ``doc[start:end]`` into its parts; ``end`` is beyond its last token and greater than ``start``."""
    if end - start == 1:
        return Phrase(doc, start, end, (start, end), (end, end), (), ())
    pieces = _pieces(doc, start, end)
    first_start, first_end = pieces[0]
    core_end = _core_end(doc, first_start, first_end)
    return Phrase(
        doc=doc,
        start=start,
        end=end,
        core=(first_start, core_end),
        rest=(core_end, first_end),
        asides=tuple(pieces[1:]),
        conjuncts=_conjuncts(doc, start, end, core_end),
    )


def _pieces(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    begin = start
    for token in doc[start:end]:
        i = token.i
        if not token.is_alpha and _is_break(doc, i, start, end):
            if i > begin:
                pieces.append((begin, i))
            begin = i + 1
    if begin < end:
        pieces.append((begin, end))
    return pieces or [(start, end)]


def _is_break(doc: Doc, i: int, start: int, end: int) -> bool:
    token = doc[i]
    if token.text in {",", ";", ":", "(", ")", "[", "]"}:
        # "the 1,200-strong force" is cut by the tokenizer only where a blank follows the comma.
        return True
    if token.text in _DASHES:
        return bool(token.whitespace_) or i == start or bool(doc[i - 1].whitespace_) or token.text in {"—", "--"}
    return token.is_space and "\n" in token.text


def _core_end(doc: Doc, start: int, end: int) -> int:
    seen = False
    for i in range(start, end):
        token = doc[i]
        if i == start or not seen:
            if i > start and _stands_alone(doc[i - 1], token):
                return i
            seen = seen or is_nominal(token)
            continue
        if _ends_core(doc, i, start, end):
            return i
    return end


def _stands_alone(before: Token, token: Token) -> bool:
    """Tell whether a determiner or adjective is all there is: "those who", "many of", "the poor in"."""
    if before.tag_ not in {"DT", "JJ", "JJS", "JJR", "PDT", "CD", "NN"} and before.pos_ not in {
        "DET",
        "ADJ",
        "NUM",
        "PRON",
    }:
        return False
    if token.tag_ in {"VBN", "VBG"}:
        return before.lower_ in {"those", "many", "some", "most", "all", "few", "several", "others"}
    return token.tag_ in _RELATIVE_TAGS or token.lower_ in _AFTER_ALONE


def _ends_core(doc: Doc, i: int, start: int, end: int) -> bool:
    token, before = doc[i], doc[i - 1]
    after = doc[i + 1] if i + 1 < end else None
    tag = token.tag_
    if in_one_name(doc, i, end) or (after is not None and before.text == after.text == "-" and not before.whitespace_):
        # "Mother-of-three Lowri Prosser".
        return False
    if tag in _ENDING_TAGS or token.pos_ in {"ADP", "SCONJ", "CCONJ"}:
        return True
    if is_day(token) and before.tag_ != "POS" and (after is None or not is_nominal(after)):
        return True
    if token.lower_ in _RELATIVE_TIMES and after is not None and after.lower_ in _PERIODS and before.tag_ != "POS":
        # "Told the Nikkei last week", "a survey this month".
        return True
    if tag in {"VBG", "VBN"}:
        return before.tag_ not in {"POS", "JJ", "HYPH"} and (after is None or not is_nominal(after) or tag == "VBG")
    if (token.pos_ == "ADJ" or tag in {"JJ", "JJR"}) and before.pos_ in {"NOUN", "PROPN"}:
        return after is None or not (is_nominal(after) or after.pos_ in {"ADJ", "PUNCT"})
    if token.pos_ == "ADV" or tag == "RB":
        return after is None or after.pos_ not in {"ADJ", "NOUN", "VERB", "PUNCT"}
    return tag in {"DT", "PRP", "PRP$"} and before.tag_ not in {"PDT", "DT"}


def in_one_name(doc: Doc, i: int, end: int) -> bool:
    """Tell whether a small word joins two parts of one name: "Bank of England", "Centers for Disease Control"."""
    token, before = doc[i], doc[i - 1]
    if token.lower_ not in _NAME_LINKS or before.pos_ != "PROPN" or i + 1 >= end:
        return False
    if token.ent_type_ and token.ent_iob_ == "I" and doc[i + 1].ent_iob_ == "I":
        return True
    after = next((doc[k] for k in range(i + 1, min(i + 3, end)) if doc[k].lower_ not in _NAME_LINKS), None)
    return after is not None and token.lower_ in _PARTICLES and after.pos_ == "PROPN"


def is_day(token: Token) -> bool:
    """Tell whether a token is a day of the week, "today" and the like, and no part of a name ("USA Today")."""
    if token.lower_ not in TIMES:
        return False
    return (
        token.text.islower() or token.lower_ not in _SOMETIMES_NAMES or token.ent_type_ not in {"ORG", "PERSON", "MISC"}
    )


def is_nominal(token: Token) -> bool:
    """Tell whether a token can head a phrase: noun, name, pronoun, number."""
    return token.pos_ in syntax.NOMINAL and token.tag_ not in {"PRP$", "WP$"} and not is_day(token)


def _conjuncts(doc: Doc, start: int, end: int, core_end: int) -> tuple[tuple[int, int], ...]:
    """Ranges of the things named beside each other, the first included; empty where there is one only."""
    head = doc[core_end - 1]
    others = [
        token
        for token in syntax.conjuncts(head)
        if token.i != head.i and start <= token.i < end and (is_nominal(token) or token.pos_ in {"DET", "ADJ"})
    ]
    if not others or not any(doc[i].pos_ == "CCONJ" for i in range(start, end)):
        return _beside(doc, start, end, core_end)
    ranges = [(start, core_end)]
    for token in others:
        left = token.left_edge.i
        while left < token.i and (doc[left].pos_ in {"CCONJ", "PUNCT"} or doc[left].is_punct):
            left += 1
        right = max(k.right_edge.i for k in (token, *[c for c in token.rights if c.dep_ not in syntax.CONJUNCT]))
        inner = next((c.left_edge.i - 1 for c in token.rights if c.dep_ in syntax.CONJUNCT), right)
        ranges.append((left, min(end, max(token.i, min(right, inner)) + 1)))
    # A tree may hang a phrase under its own part: only true parts are conjuncts, or reading them would never end.
    return tuple(ranges) if all(a < b and (a, b) != (start, end) for a, b in ranges) else ()


def _beside(doc: Doc, start: int, end: int, core_end: int) -> tuple[tuple[int, int], ...]:
    """The same by words alone, where the tree sees no coordination though "and" follows the core directly."""
    if core_end + 1 >= end or doc[core_end].pos_ != "CCONJ" or not any(is_nominal(t) for t in doc[core_end + 1 : end]):
        return ()
    head, bare = doc[core_end - 1], core_end - start == 1
    if bare and head.head.i > core_end and head.dep_ in {"compound", "amod", "nmod", "nmod:desc"}:
        # "House and Senate Republicans" are one group.
        return ()
    return (start, core_end), (core_end + 1, end)


def partitive(phrase: Phrase) -> tuple[int, int] | None:
    """Return the range of the set in "one of the officials", "some of them", "47 percent of voters"; else ``None``."""
    start, end = phrase.rest
    if start < end and phrase.doc[start].lower_ in _QUANTITY_OF and end - start > 1:
        return start + 1, end
    return None


def name_run(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Return the range of the proper name at the end of ``doc[start:end]``, or ``None`` where it ends in none."""
    i = end
    while i > start:
        token = doc[i - 1]
        is_number = i == end and token.pos_ == "NUM" and i - 1 > start and is_name(doc[i - 2])
        # "TV 2", "France 24".
        if is_name(token) or is_number or (i < end and _joins(doc, i - 1, start - 1)):
            i -= 1
        else:
            break
    while i < end and (not is_name(doc[i]) or doc[i].is_punct):
        i += 1
    return (i, end) if i < end else None


def is_name(token: Token) -> bool:
    """Tell whether a token is (part of) a proper name: by its tag, or by a capital inside an entity."""
    if token.pos_ == "PROPN" or token.tag_ in {"NNP", "NNPS"}:
        return True
    return (
        token.text[:1].isupper() and token.ent_type_ in {"PERSON", "ORG"} and token.pos_ in {"NOUN", "ADJ", "X", "VERB"}
    )


def _joins(doc: Doc, i: int, before: int) -> bool:
    token = doc[i]
    if i <= before:
        return False
    if token.pos_ == "ADJ" and token.text[:1].isupper():
        # "The United States", "the Democratic National Committee"; a capital after a stop tells nothing.
        opens = i == 0 or doc[i - 1].is_punct or doc[i - 1].is_space
        return not opens or (bool(token.ent_type_) and doc[i + 1].ent_iob_ == "I")
    if token.text in {"-", ".", "’", "'"} or token.lower_ in _PARTICLES or token.pos_ == "NUM":
        return token.lower_ in _PARTICLES or (i - 1 > before and doc[i - 1].pos_ == "PROPN")
    if token.is_quote:
        return i - 1 > before and doc[i - 1].pos_ == "PROPN"
    return i - 1 > before and in_one_name(doc, i, len(doc))
