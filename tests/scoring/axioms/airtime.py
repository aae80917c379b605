"""Pairs in the forms of radio, live blogs, letters and long reads, and swaps of who is spoken of beside violence.

Written, like :mod:`tests.scoring.axioms.desks`, without a look at what the library makes of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tests.scoring.axioms.materials import Topic
from tests.scoring.axioms.pairs import Pair, Statement, capital, write

TOPICS: Final = (
    Topic("the lighthouse", "will", "be automated next spring"),
    Topic("the strain", "has", "spread to poultry farms in the south"),
    Topic("the bus drivers", "have", "rejected the offer"),
    Topic("the archive", "was", "moved to a bunker in the war"),
    Topic("the coach", "has", "been sacked after nine games"),
    Topic("the embassy", "will", "reopen on Monday"),
    Topic("the startup", "has", "run out of money"),
    Topic("the tribunal", "was", "shown the ledgers in 2021"),
    Topic("the lake", "has", "dropped by two metres since June"),
    Topic("the curfew", "will", "be lifted at dawn"),
)
NAMES: Final = (
    "Birgit Halvorsen", "Chinedu Eze", "Ana Lucía Paredes", "Rashid Karimov", "Moana Tamahori", "Declan Foley",
    "Nirmala Shrestha", "Farah Nasser", "Mateusz Kowal", "Kenji Mori",
)  # fmt: skip
OFFICIALS: Final = (
    "a coastguard officer", "a Health Ministry spokesman", "a senior aide to the governor", "a UN diplomat",
    "a bank spokeswoman",
)  # fmt: skip
VAGUE: Final = ("sources", "some", "critics", "insiders", "observers")
NOBODY: Final = (
    "Supposedly {x}.",
    "It is reported that {x}.",
    "{Subject} reportedly {predicate}.",
    "There are claims that {x}.",
    "{X}, allegedly.",
)
SAID: Final = (
    "Reached by phone, {s} said {x}.",
    "By noon {s} had confirmed that {x}.",
    "{X}, {s} tells this newspaper.",
    "12:40 {S} says {x}.",
    "When the doors opened at nine, {s} said that {x}.",
    "{S} took to social media to say that {x}.",
    "{X} – that is according to {s}.",
    "It fell to {s} to announce that {x}.",
    "{S} has gone on record as saying that {x}.",
    "Good morning. {S} has said that {x}. More as we get it.",
)
DIRECT: Final = (
    "“{X},” {s} says, pouring tea.",
    "“Well,” {s} said, “{x}.”",
    "{S} shook her head. “{X},” she said.",
    "“{X}.” That is how {s} put it.",
)
# frame, neutral, loaded
TERMS: Final = (
    ("the {} in the capital denied the report", "government", "regime"),
    ("the envoy, who had a {} record, flew home", "long", "disgraceful"),
    ("what followed was a {} night", "cold", "shocking"),
    ("{} took over the radio station at dawn", "Soldiers", "Thugs"),
    ("the {} trial ended in a day", "second", "sham"),
    ("the minister, {}, took no questions", "a lawyer", "a liar and a coward"),
    ("this is a {} piece of research", "new", "bogus"),
    ("the {} attack on the village lasted an hour", "morning", "cowardly"),
    ("the owners met {} plan with silence", "the", "the reckless"),
    ("a {} of migrants came over the hills", "group", "horde"),
)
# Who is spoken of, beside words of violence that are no judgement.
EVENTS: Final = (
    "the killing of a {} student in the park has led to protests",
    "a {} man was stabbed to death on a train on Friday",
    "police are looking into the murder of two {} women",
    "a bomb went off near a {} school, wounding six",
    "the shooting at the {} centre left nine people dead",
    "the brutal killing of a {} student in the park has led to protests",
    "{} fighters attacked the airport at night",
    "the rape of a {} nurse shook the town",
)
WHO: Final = (
    ("Nigerian", "Swedish", "Muslim", "Jewish"),
    ("Hindu", "Polish", "Christian", "Syrian"),
    ("Black", "white", "Israeli", "Palestinian"),
)


def airtime() -> list[Pair]:
    """Return all pairs."""
    makers = (
        _identification, _hearsay, _stance, _quotation, _position, _number, _identity, _terms, _events,
    )  # fmt: skip
    return list(dict.fromkeys(pair for maker in makers for pair in maker()))


def _identification() -> Iterator[Pair]:
    for number, (form, topic, name) in enumerate(zip(SAID, TOPICS, NAMES, strict=True)):
        role, some = (write(form, group[number % 5], topic) for group in (OFFICIALS, VAGUE))
        nobody = write(NOBODY[number % 5], "", topic)
        yield Pair("identification", write(form, name, topic), "above", role)
        yield Pair("identification", role, "above", some)
        yield Pair("identification", some, "above", nobody)
        own = Statement(f"{capital(str(topic))}.", capital(str(topic)))
        yield Pair("identification", nobody, "above", own)


def _hearsay() -> Iterator[Pair]:
    for form, topic, name in zip(SAID, TOPICS, NAMES[::-1], strict=True):
        doubted = Topic(topic.subject, f"{topic.auxiliary} allegedly", topic.rest)
        yield Pair("hearsay", write(form, name, topic), "above", write(form, name, doubted))


def _stance() -> Iterator[Pair]:
    for form, plain, doubtful in (
        ("Reached by phone, {s} {v} {x}.", "said", "claimed"),
        ("By noon {s} had {v} that {x}.", "said", "alleged"),
        ("{X}, {s} {v} in an email.", "said", "insisted"),
        ("To this day {s} {v} that {x}.", "says", "believes"),
        ("Her neighbour, {s}, {v} that {x}.", "says", "suspects"),
    ):
        for topic, name in zip(TOPICS[:3], NAMES, strict=False):
            one, other = (write(form.replace("{v}", verb), name, topic) for verb in (plain, doubtful))
            yield Pair("stance", one, "at least", other)


def _quotation() -> Iterator[Pair]:
    for form, topic, name in zip(DIRECT, TOPICS, NAMES[::2], strict=False):
        yield Pair("quotation", write(form, name, topic), "at least", write("{S} said that {x}.", name, topic))


def _position() -> Iterator[Pair]:
    for topic, name in zip(TOPICS[4:], (*NAMES[:4], *OFFICIALS[:2]), strict=True):
        front = write("{S} warned that {x}.", name, topic)
        for form in ("{X}, warned {s}.", "{Subject}, {s} warned, {predicate}.", "{X}, {s} warned late on Sunday."):
            yield Pair("position", front, "near", write(form, name, topic), 0.05)


def _number() -> Iterator[Pair]:
    for topic, (one, other) in zip(TOPICS, pairwise(NAMES[:5]), strict=False):
        single = write("{S} told the BBC that {x}.", one, topic)
        both = Statement(f"{single.text} {other} told Sky News the same: {topic}.", single.about)
        yield Pair("number", both, "above", single)
    for topic, form in zip(TOPICS, SAID[:4], strict=False):
        yield Pair("number", write(form, "three nurses", topic), "above", write(form, "a nurse", topic))


def _identity() -> Iterator[Pair]:
    for form, topic, (one, other) in zip(SAID, TOPICS, pairwise(NAMES), strict=False):
        yield Pair("identity", write(form, one, topic), "near", write(form, other, topic), 0.02)


def _terms() -> Iterator[Pair]:
    for frame, neutral, loaded in TERMS:
        calm, sharp = (Statement(f"{capital(c)}.", capital(c)) for c in (frame.format(neutral), frame.format(loaded)))
        yield Pair("loading: term", sharp, "above", calm, measure="loading")
        yield Pair("loading: neutral", calm, "near", Statement("", ""), measure="loading")
        quoted = Statement(f"“{sharp.about},” said Kenji Mori.", sharp.about)
        yield Pair("loading: voice", sharp, "above", quoted, measure="loading")
        upper = Statement(sharp.text.upper(), sharp.about.upper())
        yield Pair("loading: case", upper, "near", sharp, measure="loading")


def _events() -> Iterator[Pair]:
    for frame in EVENTS:
        for group in WHO:
            for one, other in pairwise(group):
                first, second = (capital(frame.format(who)) for who in (one, other))
                yield Pair(
                    "loading: identity", Statement(f"{first}.", first), "near", Statement(f"{second}.", second), 0.02,
                    "loading",
                )  # fmt: skip
