"""Words behind a noun that give a name: "a leaker known as @hinge", "a fisherman who gave his name as Bigga"."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc

from attribution.interpret.trees.phrases import Phrase
from attribution.snapshot import span_in

_NAMED: Final = frozenset({"identified", "named", "known", "called", "nicknamed", "dubbed"})
_GIVING: Final = re.compile(
    r"who (?:gave|gives) (?:only )?(?:his|her|their) (?:first |full )?names? (?:(?:only|simply|just) )?as "
    r"|who (?:identified|identifies) (?:him|her|them)sel(?:f|ves) (?:(?:only|simply|just) )?as "
    r"|who goes by (?:the (?:nick|pen |user)?name (?:of )?)?|who (?:is|was) (?:known|identified)[\w ]{0,20} as "
)
_REACH_OF_AS: Final = 5


def naming_clause(phrase: Phrase) -> tuple[tuple[int, int], ...]:
    """Return the stretch after the core of a phrase that gives a name, or nothing where none does."""
    doc, (start, end) = phrase.doc, phrase.rest
    if start == end:
        return ()
    begin = next((i for i in range(start, end) if doc[i].lower_ in _NAMED or doc[i].lower_ == "who"), end)
    is_given = begin < end and (doc[begin].lower_ != "who" or after_naming(doc, begin, end)[0] > begin)
    return ((begin, end),) if is_given else ()


def after_naming(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Skip "identified by police as", "known as" and "who gave his name as" before a name."""
    given = _GIVING.match(span_in(doc, start, end).text)
    if given is not None:
        name = next((t.i for t in doc[start:end] if t.idx >= doc[start].idx + given.end()), start)
        return (name, end) if doc[name].is_title or doc[name].text.startswith("@") else (start, end)
    if doc[start].lower_ not in _NAMED:
        return start, end
    reach = range(start + 1, min(start + _REACH_OF_AS, end - 1))
    name = next((i + 1 for i in reach if doc[i].lower_ == "as"), start + 1)
    return (name, end) if name < end else (start, end)
