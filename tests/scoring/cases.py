"""Claims in every combination of what a score looks at, as reports made by hand."""

from __future__ import annotations

from functools import cache
from itertools import product

from attrs import evolve, frozen
from hypothesis import strategies as st

from attribution.report import (
    Attribution,
    Claim,
    Entity,
    Factor,
    Hedge,
    Loaded,
    Report,
    Score,
    Sentence,
    Source,
    Span,
)
from attribution.scoring import Weights, score

STANDINGS = ("named", "role", "official", "vague", "none")
STANCES = ("neutral", "endorsing", "distancing", "belief", "denial")
QUOTATIONS = ("direct", "mixed", "indirect")
UNSCORED = Score(0.0, "none")

WORDS = {
    "named": ("John Kerry", "John Kerry, a senator", "John Kerry, a senior senator of great experience"),
    "role": ("a Treasury official", "a senior Treasury official", "a senior Treasury official familiar with the talks"),
    "official": ("an official", "a senior official", "a senior official familiar with the long talks"),
    "vague": ("sources", "Kurdish sources", "sources familiar with the long talks"),
}
OUTER_WORDS = {
    "named": ("Reuters", "Yonhap", "KCNA"),
    "role": ("a ministry spokesman", "police", "the court"),
    "official": ("an official", "a spokesman", "a diplomat"),
    "vague": ("some", "observers", "critics"),
}


class Writing:
    """A text in the making that gives out spans of what it is told."""

    def __init__(self, lead: str = "") -> None:
        self.text = lead

    def __call__(self, words: str) -> Span:
        start = len(self.text)
        self.text += f"{words} "
        return Span(start, start + len(words), words)


@frozen
class Case:
    """One claim with its sources, from the outermost in; the fields are what a score looks at."""

    standing: str = "named"
    description: int = 0
    kind: str = "person"
    count: int | None = None
    has_reason: bool = False
    quotation: str = "indirect"
    stance: str = "neutral"
    cue_kind: str = "verb"
    has_via: bool = False
    relays: tuple[str, ...] = ()
    is_hearsay: bool = False
    is_corroborated: bool = False
    content: str = "troops arrived in the northern city on Monday"
    name: str = ""
    lead: str = ""

    def with_(self, **changes: object) -> Case:
        return evolve(self, **changes)

    def report(self) -> Report:
        write = Writing(self.lead)
        content = write(self.content)
        attributions = []
        for index, outer in enumerate(self.relays):
            words = OUTER_WORDS[outer][index]
            source = Source((write(words),), "media", _identification(outer), entity=f"S{index + 2}")
            attributions.append(_attribution(write, f"A{index + 1}", source, content, index))
        index = len(attributions)
        innermost = evolve(
            _attribution(write, f"A{index + 1}", self._source(write), content, index),
            stance=self.stance,
            cue_kind=self.cue_kind,
            quotation=self.quotation,
        )
        attributions.append(innermost)
        hedges = (Hedge(write("reportedly"), "evidential"),) if self.is_hearsay else ()
        claims = [_claim("C1", content, tuple(item.id for item in attributions), tuple(range(len(hedges))))]
        entities = [f"S{number}" for number in range(1, len(self.relays) + 2)]
        if self.is_corroborated:
            again = write(self.content)
            other = Source((write("Ana Silva"),), "person", "named", entity="S9")
            attributions.append(_attribution(write, "A9", other, again, 0))
            claims.append(_claim("C9", again, ("A9",), ()))
            entities.append("S9")
        return Report(
            text=write.text,
            sentences=(Sentence(0, len(write.text), write.text),),
            attributions=tuple(attributions),
            sources=tuple(Entity(name, name, "unknown", "named", ()) for name in entities),
            hedges=hedges,
            claims=tuple(claims),
        )

    def _source(self, write: Writing) -> Source | None:
        if self.standing == "none":
            return None
        words = WORDS[self.standing][self.description].replace("John Kerry", self.name or "John Kerry")
        return Source(
            (write(words),),
            self.kind,
            _identification(self.standing),
            anonymity_reason=write("because she was not allowed to speak") if self.has_reason else None,
            via=write("the BBC") if self.has_via else None,
            entity="S1",
            count=self.count,
        )


def _identification(standing: str) -> str:
    return "role" if standing == "official" else standing


def _attribution(write: Writing, name: str, source: Source | None, content: Span, depth: int) -> Attribution:
    parent = f"A{depth}" if depth else None
    return Attribution(name, (write("said"),), "verb", "neutral", source, (content,), "indirect", parent)


def _claim(name: str, content: Span, attributions: tuple[str, ...], hedges: tuple[int, ...]) -> Claim:
    return Claim(name, (content,), 0, attributions, hedges, (), UNSCORED, UNSCORED)


def sourcing(case: Case, weights: Weights | None = None) -> Score:
    """The score of the case's own claim."""
    return score(case.report(), weights).claims[0].sourcing


def value(case: Case) -> float:
    return sourcing(case).value


def names(case: Case) -> list[str]:
    """The names of the factors of the case's own claim."""
    return [factor.name for factor in sourcing(case).factors]


def loading(*expressions: tuple[str, str], text: str = "word") -> Score:
    """The loading of a claim with loaded expressions of these kinds and voices."""
    write = Writing()
    content = write(text)
    loaded = tuple(Loaded(write(text), kind, voice) for kind, voice in expressions)
    claim = Claim("C1", (content,), 0, (), (), tuple(range(len(loaded))), UNSCORED, UNSCORED)
    report = Report(write.text, (Sentence(0, len(write.text), write.text),), loaded=loaded, claims=(claim,))
    return score(report).claims[0].loading


def cases(**fixed: object) -> st.SearchStrategy[Case]:
    """Any case, with some fields fixed."""
    fields: dict[str, st.SearchStrategy[object]] = {
        "standing": st.sampled_from(STANDINGS),
        "description": st.integers(0, 2),
        "kind": st.sampled_from(["person", "group", "organization", "document", "media", "place", "unknown"]),
        "count": st.sampled_from([None, 1, 2, 3, 12]),
        "has_reason": st.booleans(),
        "quotation": st.sampled_from(QUOTATIONS),
        "stance": st.sampled_from(STANCES),
        "cue_kind": st.sampled_from(["verb", "preposition", "noun", "punctuation"]),
        "has_via": st.booleans(),
        "relays": st.lists(st.sampled_from(STANDINGS[:4]), max_size=3).map(tuple),
        "is_hearsay": st.booleans(),
        "is_corroborated": st.booleans(),
    }
    return st.builds(Case, **{**fields, **{name: st.just(given) for name, given in fixed.items()}})


RELAYS = ((), ("named",), ("vague", "official", "vague"))


@cache
def all_values(standing: str) -> tuple[tuple[Case, float], ...]:
    """Every combination of what moves a value, for one standing, with its value; relays in a representative choice."""
    found = (
        Case(standing, description, kind, count, reason, quotation, stance, cue, via, relays, hearsay)
        for description, kind, count, reason, quotation, stance, cue, via, relays, hearsay in product(
            (0, 2),
            ("person", "document"),
            (None, 3),
            (False, True),
            ("direct", "indirect"),
            ("neutral", "belief"),
            ("verb", "noun"),
            (False, True),
            RELAYS,
            (False, True),
        )
    )
    return tuple((case, value(case)) for case in found)


def total(result: Score) -> float:
    """The value that a reader gets who adds up the factors by hand."""
    return round(min(1.0, max(0.0, sum(round(factor.effect * 100) for factor in result.factors) / 100)), 2)


def triggers(factors: tuple[Factor, ...]) -> list[str]:
    return [factor.span.text for factor in factors if factor.span is not None]
