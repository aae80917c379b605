"""Pairs written one by one rather than drawn, in sentence forms and with names that the generator does not have.

Inverted and passive sentences, "according to" in all places, cues between the halves of a quotation, headings, letters
and court reports, longer sentences; what an axiom demands is the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, pairwise
from typing import Final

from tests.scoring.axioms.materials import Topic
from tests.scoring.axioms.pairs import Pair, Statement, capital, write

TOPICS: Final = (
    Topic("the reservoir", "will", "be drained for repairs in August"),
    Topic("two of the paintings", "were", "sold at auction in Geneva"),
    Topic("the pipeline", "has", "leaked into a wetland for eleven days"),
    Topic("the youngest pupils", "will", "return to class after the holidays"),
    Topic("the rail operator", "has", "ordered sixty new trains"),
    Topic("the minimum wage", "will", "rise by four percent"),
    Topic("the defendant", "was", "in another city on the night of the fire"),
    Topic("the herd", "has", "been vaccinated against the disease"),
    Topic("the port", "will", "stay shut for at least a week"),
    Topic("the parties", "have", "agreed on a list of candidates"),
    Topic("the second goal", "was", "scored from an offside position"),
    Topic("the crater", "was", "formed by a meteorite"),
)
NAMES: Final = (
    "Siobhán O'Connor", "Nana Akufo", "Yuki Nakamura", "Mohammed bin Rashid", "Thandiwe Dlamini", "Miguel Ángel Soto",
    "Park Ji-woo", "Anneliese Brandt", "Sergei Volkov", "Leila Haddad", "Aroha Ngata", "Vikram Singh",
)  # fmt: skip
OFFICIALS: Final = (
    "an Interior Ministry official", "a senior NATO diplomat", "a spokeswoman for the water company",
    "a coastguard spokesman", "a regional health official", "a prosecution lawyer",
)  # fmt: skip
VAGUE: Final = ("insiders", "observers", "some residents", "unnamed sources", "sources", "some")

FORMS: Final = (
    "Speaking to lawmakers after a day of talks behind closed doors, {s} said {x}.",
    "{X}, {s} told a parliamentary committee on Thursday.",
    "{S} has confirmed that {x}.",
    "{S} added that {x}.",
    "In a letter to staff, {s} wrote that {x}.",
    "{X}, {s} told reporters outside the building, where a small crowd had gathered.",
    "While the search went on, {s} announced that {x}.",
    "At a hearing on Wednesday, it was stated by {s} that {x}.",
    "{X}, as {s} explained on Tuesday.",
    "Late on Sunday, according to {s}, {x}.",
    "The talks lasted nine hours, and {s} said that {x}.",
    "{S} said in a statement on Friday that {x}.",
)
NO_ONE: Final = (
    "It is thought that {x}.",
    "{X}, it is rumoured.",
    "It has been alleged that {x}.",
    "It was claimed that {x}.",
    "It has been reported that {x}.",
    "It is understood that {x}.",
)
DIRECT: Final = (
    "{S} was blunt: “{X}.”",
    "“{X},” {s} told the court. “That is all I know.”",
    '"{X}", said {s}.',
    "'{X},' {s} said.",
    "“{X},” according to {s}.",
    "Asked by a reporter, {s} replied: “{X}.”",
)
PLACES: Final = (
    "{S} announced that {x}.",
    "{X}, {s} announced.",
    "{X}, announced {s}.",
    "{Subject}, {s} announced, {predicate}.",
    "{X}, {s} announced on Monday after a meeting of the board.",
)
ACCORDING: Final = (
    "According to {s}, {x}.",
    "{X}, according to {s}.",
    "{Subject}, according to {s}, {predicate}.",
)
WORDINGS: Final = (
    ("{} stormed out of the hearing", "the lawyers", "the goons"),
    ("voters heard a {} answer", "short", "pathetic"),
    ("the ministry issued a {} denial", "second", "ludicrous"),
    ("{} controls the two ports", "the army", "the junta"),
    ("{} blocked the main road", "the protesters", "the rabble"),
    ("the film is a {} work", "recent", "brilliant"),
    ("the plan had {} results", "several", "catastrophic"),
    ("the union leader made a {} promise", "new", "hollow"),
)


def further() -> list[Pair]:
    """Return all pairs."""
    makers = (
        _identification, _description, _reason, _number, _proximity, _quotation, _hearsay, _stance, _position,
        _reference, _topic, _identity, _context, _wording,
    )  # fmt: skip
    return list(dict.fromkeys(pair for maker in makers for pair in maker()))


def _identification() -> Iterator[Pair]:
    people = zip(FORMS, TOPICS, NAMES, cycle(OFFICIALS), cycle(VAGUE), cycle(NO_ONE), strict=False)
    for form, topic, name, official, vague, nobody in people:
        named, role, some = (write(form, source, topic) for source in (name, official, vague))
        yield Pair("identification", named, "above", role)
        yield Pair("identification", role, "above", some)
        yield Pair("identification", some, "above", write(nobody, "", topic))
    for nobody, topic in zip(NO_ONE, TOPICS, strict=False):
        own = Statement(f"{capital(str(topic))}.", capital(str(topic)))
        yield Pair("identification", write(nobody, "", topic), "above", own)
    for topic, name, official in zip(TOPICS[:4], NAMES, OFFICIALS, strict=False):
        body = "\n\nThe board met for three hours on Tuesday and will meet again next week."
        over = [Statement(f"{capital(str(topic))}, says {who}{body}", capital(str(topic))) for who in (name, official)]
        yield Pair("identification", over[0], "above", over[1])


def _description() -> Iterator[Pair]:
    described = (
        ("a person", "a person with direct knowledge of the negotiations"),
        ("two people", "two people who attended the meeting"),
        ("insiders", "insiders with access to the files"),
        ("three sources", "three sources close to the presidency"),
        ("unnamed sources", "unnamed sources in the security services"),
        ("people", "people briefed on the investigation"),
    )
    for (bare, full), form, topic in zip(described, FORMS, TOPICS, strict=False):
        yield Pair("description", write(form, full, topic), "above", write(form, bare, topic))
    for official, form, topic in zip(OFFICIALS, FORMS[::-1], TOPICS, strict=False):
        yield Pair("description", write(form, official, topic), "at least", write(form, "an official", topic))


def _reason() -> Iterator[Pair]:
    given = (
        ("{S}, who requested anonymity to discuss internal matters, said that {x}.", "{S} said that {x}."),
        ("{S}, who was not authorised to comment publicly, told reporters that {x}.", "{S} told reporters that {x}."),
        ("{X}, said {s}, who did not want to be identified for fear of reprisals.", "{X}, said {s}."),
        ("{X}, said {s}, speaking on condition of anonymity.", "{X}, said {s}."),
        ("{S}, who spoke on the condition that no name be used, said that {x}.", "{S} said that {x}."),
    )
    for (form, plain), official, topic in zip(given, OFFICIALS, TOPICS, strict=False):
        yield Pair("reason", write(form, official, topic), "above", write(plain, official, topic))


def _number() -> Iterator[Pair]:
    counts = (
        ("two senior diplomats", "a senior diplomat"),
        ("five people familiar with the talks", "one person familiar with the talks"),
        ("four officials", "an official"),
        ("two police officers", "a police officer"),
    )
    for (many, one), form, topic in zip(counts, FORMS[4:], TOPICS, strict=False):
        yield Pair("number", write(form, many, topic), "above", write(form, one, topic))
    for (first, second), topic in zip(pairwise(NAMES), TOPICS[:6], strict=False):
        single = write("{X}, {s} said.", first, topic)
        both = Statement(f"{single.text} {second} confirmed on Friday that {topic}.", single.about)
        same = Statement(f"{single.text} {first} confirmed on Friday that {topic}.", single.about)
        yield Pair("number", both, "above", single)
        yield Pair("number", same, "near", single)


def _proximity() -> Iterator[Pair]:
    for name, topic, agency in zip(NAMES, TOPICS[:4], cycle(("Reuters", "Kyodo", "AFP")), strict=False):
        direct = write("{S} said in parliament that {x}.", name, topic)
        told = write(f"{agency} reported on Monday that {{s}} had said {{x}}.", name, topic)
        official = write(f"{agency} reported on Monday that {{s}} had said {{x}}.", "an official", topic)
        yield Pair("proximity", direct, "at least", told)
        yield Pair("proximity", told, "above", official)
        seen = write("A resident said that {x}.", "", topic)
        yield Pair("proximity", seen, "at least", write("A resident said he had heard that {x}.", "", topic))


def _quotation() -> Iterator[Pair]:
    for form, topic, name in zip(DIRECT, TOPICS, NAMES, strict=False):
        mixed = write("{Subject} “{predicate}”, {s} said.", name, topic)
        indirect = write("{X}, {s} said.", name, topic)
        yield Pair("quotation", write(form, name, topic), "at least", mixed)
        yield Pair("quotation", mixed, "at least", indirect)
    for topic, name in zip(TOPICS[6:9], NAMES, strict=False):
        between = write("“{Subject},” {s} said, “{predicate}.”", name, topic)
        yield Pair("quotation", between, "at least", write("{X}, {s} said.", name, topic))


def _hearsay() -> Iterator[Pair]:
    said = (
        ("{S} has told aides that {x}.", "{S} has reportedly told aides that {x}."),
        ("{X}, {s} told a friend.", "{X}, {s} allegedly told a friend."),
        ("{S} wrote in a diary that {x}.", "{S} purportedly wrote in a diary that {x}."),
        ("According to {s}, {subject} {predicate}.", "According to {s}, {subject} reportedly {predicate}."),
    )
    for (plain, doubted), name, topic in zip(said * 2, NAMES, TOPICS, strict=False):
        yield Pair("hearsay", write(plain, name, topic), "above", write(doubted, name, topic))


def _stance() -> Iterator[Pair]:
    forms = (
        ("{X}, {s} said.", "{X}, {s} insisted."),
        ("{X}, {s} said.", "{X}, {s} believes."),
        ("{S} told the inquiry that {x}.", "{S} alleged before the inquiry that {x}."),
        ("{S} stated on Monday that {x}.", "{S} claimed on Monday that {x}."),
        ("{S} says {x}.", "{S} suspects {x}."),
        ("{S} says that {x}.", "{S} assumes that {x}."),
        ("According to {s}, {x}.", "In the view of {s}, {x}."),
        ("{S} has said that {x}.", "{S} has long maintained that {x}."),
    )
    for (neutral, other), name, topic in zip(forms, NAMES, TOPICS, strict=False):
        yield Pair("stance", write(neutral, name, topic), "at least", write(other, name, topic))


def _position() -> Iterator[Pair]:
    for name, topic in zip((*NAMES[:4], *OFFICIALS[:2]), TOPICS, strict=False):
        for forms in (PLACES, ACCORDING):
            first, *others = (write(form, name, topic) for form in forms)
            yield from (Pair("position", first, "near", other, 0.05) for other in others)


def _reference() -> Iterator[Pair]:
    leads = (
        ("Defence Minister {n} visited the island on Monday. ", "the minister"),
        ("{n}, the chief executive, spoke after the meeting. ", "the chief executive"),
        ("The jury heard {n} on Tuesday. ", "{last}"),
        ("{n} flew to the capital on Friday. ", "{last}"),
    )
    for (lead, short), name, topic in zip(leads, NAMES, TOPICS, strict=False):
        before, reduced = lead.format(n=name), short.format(last=name.split()[-1])
        for form in ("{S} said that {x}.", "{X}, {s} said.", "{X}, said {s}."):
            one, other = (write(form, source, topic) for source in (reduced, name))
            yield Pair(
                "reference",
                Statement(before + one.text, one.about),
                "near",
                Statement(before + other.text, other.about),
                0.1,
            )


def _topic() -> Iterator[Pair]:
    for form, (one, other), source in zip(FORMS, pairwise(TOPICS), cycle((*NAMES[:4], *OFFICIALS[:4])), strict=False):
        yield Pair("topic", write(form, source, one), "near", write(form, source, other), 0.05)


def _identity() -> Iterator[Pair]:
    for form, topic, (one, other) in zip((*FORMS[:6], *DIRECT), TOPICS, pairwise(NAMES), strict=False):
        yield Pair("identity", write(form, one, topic), "near", write(form, other, topic), 0.02)
    nations = ("Peruvian", "Ethiopian", "Lebanese", "Polish", "Vietnamese", "Canadian")
    for form, topic, (one, other) in zip(FORMS[6:], TOPICS, pairwise(nations), strict=False):
        first, second = (write(form, f"a {nation} trade official", topic) for nation in (one, other))
        yield Pair("identity", first, "near", second, 0.02)


def _context() -> Iterator[Pair]:
    for form, topic, source in zip((*FORMS[1:4], *DIRECT[:3]), TOPICS, (*NAMES[:3], *OFFICIALS[:3]), strict=False):
        alone = write(form, source, topic)
        text = f"Rain fell all day in the valley.\n\n{alone.text}\n\nThe shops open at nine."
        yield Pair("context", Statement(text, alone.about), "near", alone)


def _wording() -> Iterator[Pair]:
    for (frame, neutral, loaded), name in zip(WORDINGS, NAMES, strict=False):
        calm, sharp = _told("{C}.", frame, neutral), _told("{C}.", frame, loaded)
        yield Pair("loading: term", sharp, "above", calm, measure="loading")
        for form in (f"{name} said that {{c}}.", "On Monday, {c}, and the talks went on."):
            with_, without = _told(form, frame, loaded), _told(form, frame, neutral)
            yield Pair("loading: term", with_, "above", without, measure="loading")
        yield Pair("loading: voice", sharp, "above", _told(f"“{{C}},” {name} said.", frame, loaded), measure="loading")
        upper = Statement(sharp.text.upper(), sharp.about.upper())
        yield Pair("loading: case", upper, "near", sharp, measure="loading")
        longer = _told("{C} in the second week of the talks.", frame, neutral)
        yield Pair("loading: neutral", calm, "at least", longer, measure="loading")


def _told(form: str, frame: str, words: str) -> Statement:
    claim = frame.format(words)
    text = form.format(c=claim, C=capital(claim))
    return Statement(text, claim if claim in text else capital(claim))
