"""Pairs from the desks of a newspaper: world, science, sport, council, business and courts.

They were written without a look at what the library makes of them, in forms that neither the generator nor
:mod:`tests.scoring.axioms.further` has: colons, headings, questions, relative clauses, two sentences, quotations cut in
the middle, capitals, and the spelling and quotation marks of both sides of the Atlantic.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice, pairwise
from typing import Final

from tests.scoring.axioms.materials import Topic
from tests.scoring.axioms.pairs import Pair, Relation, Statement, capital, write

TOPICS: Final = (
    Topic("the peacekeepers", "will", "withdraw from the valley by the end of the year"),
    Topic("the border crossing", "has", "been reopened to lorries"),
    Topic("the spacecraft", "has", "entered orbit around the asteroid"),
    Topic("the compound", "was", "found in all eleven samples"),
    Topic("the midfielder", "will", "miss the rest of the season"),
    Topic("the relay team", "was", "disqualified for a false start"),
    Topic("the swimming pool", "will", "close for eighteen months"),
    Topic("the planning committee", "has", "refused permission for the car park"),
    Topic("the carmaker", "will", "recall 40,000 vans because of a faulty brake"),
    Topic("the retailer", "has", "hired a new finance director"),
    Topic("the witness", "was", "paid for his testimony"),
    Topic("the appeal", "will", "be heard by five judges in March"),
    Topic("the labour court", "has", "overturned the dismissals"),
    Topic("the theater program", "was", "canceled for lack of money"),
    Topic("the wheat harvest", "has", "fallen by a fifth"),
    Topic("the tunnel", "will", "be bored from both ends"),
)
NAMES: Final = (
    "Aisha Mohammed", "Niall McBride", "Hiroshi Ito", "Camila Duarte", "Jean-Claude Mbeki", "Astrid Lindqvist",
    "Pavel Novák", "Ruth Okonkwo", "Hamid Rezaei", "Sophie van den Berg", "Lwazi Ndlovu", "Eun-ji Choi",
    "Carlos Mendoza", "Priya Raman", "Tomasz Zieliński", "Mere Tuilagi",
)  # fmt: skip
TITLED: Final = (
    "Dr Astrid Lindqvist", "Councillor Niall McBride", "Judge Ruth Okonkwo", "Prof. Hiroshi Ito", "Mr. Mendoza",
    "Captain Lwazi Ndlovu", "Foreign Secretary Priya Raman", "Gov. Camila Duarte",
)  # fmt: skip
OFFICIALS: Final = (
    "a World Bank official", "a club spokesman", "a senior council officer", "a Justice Ministry spokeswoman",
    "an aide to the prime minister", "a police inspector", "an official at the space agency",
    "a Western diplomat in Nairobi",
)  # fmt: skip
VAGUE: Final = (
    "sources", "critics", "some experts", "observers", "some analysts", "insiders", "many", "unnamed sources",
)  # fmt: skip

SAID: Final = (
    "{S}, who chaired the meeting, said {x}.",
    "{X}, said {s}, who has followed the case for years.",
    "What next? {S} says {x}.",
    "It was late when {s} told the press that {x}.",
    "{X}, it was confirmed by {s}.",
    "It has been confirmed by {s} that {x}.",
    "The reason, {s} said, is that {x}.",
    "{S} says {x}.",
    "{X} – {s} said on television.",
    "In a post on X, {s} wrote that {x}.",
    "Not for the first time, {s} said that {x}.",
    "{S} told the committee: {x}.",
    "Speaking on the radio, {s} said {x}.",
    "After the vote, {s} told journalists that {x}.",
    "That {x} was announced by {s}.",
    "{X}, {s} wrote in a letter to shareholders.",
)
PLAIN: Final = tuple(form for form in SAID if ", who " not in form)
NOBODY: Final = (
    "{X}, reportedly.",
    "Reportedly {x}.",
    "It is alleged that {x}.",
    "It is widely believed that {x}.",
    "It is claimed that {x}.",
    "Supposedly, {x}.",
    "{X}, it has been said.",
    "It is being said that {x}.",
)
DIRECT: Final = (
    "“{X},” {s} said after the match.",
    "‘{X},’ said {s}.",
    "{S}: “{X}.”",
    "“{Subject},” said {s}, “{predicate}.”",
    "On the steps of the court, {s} said: ‘{X}.’",
    "{S} put it like this: “{X}.”",
    '"{X}," {s} said. "We have known that since May."',
    "“{X}” – {s}",
)
MIXED: Final = (
    "{Subject} “{predicate}”, said {s}.",
    "{S} said {subject} ‘{predicate}’.",
    "According to {s}, {subject} “{predicate}”.",
    "{Subject}, {s} said, “{predicate}”.",
)
LOADED: Final = (
    # frame, neutral, loaded
    ("{} marched through the old town", "The demonstrators", "The thugs"),
    ("{} has ruled the island since 1998", "The president", "The tyrant"),
    ("the club paid an {} fee for the keeper", "undisclosed", "obscene"),
    ("the judge gave a {} explanation", "brief", "ridiculous"),
    ("the report describes a {} of asylum seekers", "number", "flood"),
    ("the {} experts met in Vienna", "invited", "self-styled"),
    ("the council {} its own promises", "repeated", "shamelessly betrayed"),
    ("the {} scheme was dropped in June", "pilot", "idiotic"),
    ("the scientists reached a {} conclusion", "second", "preposterous"),
    ("the chief executive took a {} bonus", "yearly", "scandalous"),
    ("{} run the port", "Two families", "Corrupt cronies"),
    ("the goalkeeper had a {} first half", "long", "heroic"),
    ("the bank published a {} forecast", "new", "disastrous"),
    ("the general gave a {} order", "written", "barbaric"),
)
LONGER: Final = (
    "on a Thursday", "for the second time", "with two colleagues", "before the summer break",
    "in the north of the city",
)  # fmt: skip


def desks() -> list[Pair]:
    """Return all pairs."""
    makers = (
        _identification, _description, _reason, _number, _proximity, _quotation, _hearsay, _stance, _position,
        _reference, _topic, _identity, _context, _term, _neutral, _voice, _case, _loading_identity,
    )  # fmt: skip
    return list(dict.fromkeys(pair for maker in makers for pair in maker()))


def _identification() -> Iterator[Pair]:
    rows = zip(SAID, TOPICS, NAMES, cycle(OFFICIALS), cycle(VAGUE), cycle(NOBODY), strict=False)
    for form, topic, name, official, vague, nobody in rows:
        some = write(form, vague, topic)
        role = write(form, official, topic)
        yield Pair("identification", write(form, name, topic), "above", role)
        yield Pair("identification", role, "above", some)
        yield Pair("identification", some, "above", write(nobody, "", topic))
    for title, official, topic, form in zip(TITLED, OFFICIALS, TOPICS[8:], PLAIN, strict=False):
        yield Pair("identification", write(form, title, topic), "above", write(form, official, topic))
    for nobody, topic in zip(NOBODY, TOPICS, strict=False):
        yield Pair("identification", write(nobody, "", topic), "above", _own(topic))
    for topic in TOPICS:
        yield Pair("identification", _own(topic), "near", Statement("", ""))


def _description() -> Iterator[Pair]:
    described = (
        ("sources", "sources close to the prime minister"),
        ("two sources", "two sources with direct knowledge of the transfer"),
        ("a person", "a person familiar with the investigation"),
        ("people", "people involved in the negotiations"),
        ("a source", "a source inside the dressing room"),
        ("sources", "sources at the prosecutor's office"),
    )
    for (bare, full), form, topic in zip(described, PLAIN, TOPICS, strict=False):
        yield Pair("description", write(form, full, topic), "above", write(form, bare, topic))
    for official, form, topic in zip(OFFICIALS, reversed(PLAIN), TOPICS, strict=False):
        yield Pair("description", write(form, official, topic), "at least", write(form, "an official", topic))


def _reason() -> Iterator[Pair]:
    forms = (
        ("{S}, who asked not to be identified because the talks are confidential, said {x}.", "{S} said {x}."),
        ("{X}, said {s}, who asked for anonymity because the inquiry is not over.", "{X}, said {s}."),
        ("{X}, {s} said on condition of anonymity.", "{X}, {s} said."),
        ("{S}, who was not authorized to speak to the media, said that {x}.", "{S} said that {x}."),
        ("“{X},” said {s}, who did not wish to be named.", "“{X},” said {s}."),
        ("Speaking on the condition of anonymity, {s} told reporters that {x}.", "{S} told reporters that {x}."),
        ("{S}, who spoke anonymously for fear of losing his job, said {x}.", "{S} said {x}."),
        ("According to {s}, who requested anonymity, {x}.", "According to {s}, {x}."),
    )
    for (given, plain), official, topic in zip(forms, OFFICIALS, TOPICS, strict=False):
        yield Pair("reason", write(given, official, topic), "above", write(plain, official, topic))
    for (given, plain), topic in zip(forms, TOPICS[8:], strict=False):
        yield Pair("reason", write(given, "a source", topic), "at least", write(plain, "a source", topic))


def _number() -> Iterator[Pair]:
    counts = (
        ("three club officials", "a club official"),
        ("two government officials", "a government official"),
        ("four council officers", "a council officer"),
        ("three people with knowledge of the deal", "a person with knowledge of the deal"),
        ("two officials", "an official"),
        ("six diplomats", "a diplomat"),
    )
    for (many, one), form, topic in zip(counts, PLAIN[1:], TOPICS, strict=False):
        yield Pair("number", write(form, many, topic), "above", write(form, one, topic))
    again = (
        "{} said the same: {}.", "{} later confirmed that {}.", "In a separate interview, {} said that {}.",
        "{} told the crowd that {}.",
    )  # fmt: skip
    for form, more, (first, second), topic in zip(PLAIN[5:], cycle(again), pairwise(NAMES), TOPICS[:8], strict=False):
        single = write(form, first, topic)
        both = Statement(f"{single.text} {more.format(second, topic)}", single.about)
        same = Statement(f"{single.text} {more.format(first, topic)}", single.about)
        yield Pair("number", both, "above", single)
        yield Pair("number", same, "near", single)
    for (first, second), topic in zip(pairwise(NAMES[8:]), TOPICS, strict=False):
        form = "{X}, {s} said."
        yield Pair("number", write(form, f"{first} and {second}", topic), "above", write(form, first, topic))


def _proximity() -> Iterator[Pair]:
    told = (
        "{a} said {s} had told it that {x}.", "{X}, {s} said, according to {a}.", "{X}, {a} quoted {s} as saying.",
        "Citing {s}, {a} reported that {x}.", "In a report published on Sunday, {a} said {s} had stated that {x}.",
        "{S} said {x}, according to {a}.",
    )  # fmt: skip
    agencies = ("Bloomberg", "The Guardian", "Kyodo", "Reuters", "The New York Times", "DPA")
    for form, agency, name, topic in zip(told, agencies, NAMES, TOPICS, strict=False):
        relayed = write(form.replace("{a}", agency), name, topic)
        yield Pair("proximity", write("{S} said {x}.", name, topic), "at least", relayed)
        yield Pair("proximity", relayed, "above", write(form.replace("{a}", agency), "an official", topic))
    hands = (
        ("A witness said {x}.", "A witness said he was told that {x}."),
        ("A court document says that {x}.", "A lawyer said she had been told that {x}."),
        ("{X}, a neighbor said.", "{X}, a neighbor said she had heard."),
        ("An internal report states that {x}.", "A resident said he had heard that {x}."),
    )
    for (seen, heard), topic in zip(hands, TOPICS[6:], strict=False):
        yield Pair("proximity", write(seen, "", topic), "at least", write(heard, "", topic))


def _quotation() -> Iterator[Pair]:
    sources = (*NAMES[:4], *OFFICIALS[:4])
    for direct, mixed, source, topic in zip(DIRECT, cycle(MIXED), sources, TOPICS, strict=False):
        some = write(mixed, source, topic)
        yield Pair("quotation", write(direct, source, topic), "at least", some)
        yield Pair("quotation", some, "at least", write("{S} said {x}.", source, topic))


def _hearsay() -> Iterator[Pair]:
    forms = (
        ("{S} told friends that {x}.", "{S} reportedly told friends that {x}."),
        ("{X}, {s} said.", "{X}, {s} reportedly said."),
        ("{S} wrote in an e-mail that {x}.", "{S} allegedly wrote in an e-mail that {x}."),
        ("{S} said that {subject} {predicate}.", "{S} said that {subject} reportedly {predicate}."),
        ("“{X},” {s} said.", "“{X},” {s} allegedly said."),
        ("{S} told the board {x}.", "{S} is reported to have told the board {x}."),
        ("{S} told police that {x}.", "{S} supposedly told police that {x}."),
        ("According to {s}, {x}.", "According to {s}, {subject} allegedly {predicate}."),
    )
    for (plain, doubted), source, topic in zip(forms, (*NAMES[4:8], *OFFICIALS[4:]), TOPICS, strict=False):
        yield Pair("hearsay", write(plain, source, topic), "above", write(doubted, source, topic))


def _stance() -> Iterator[Pair]:
    cues = (
        ("said", "claimed"), ("said", "thinks"), ("says", "believes"), ("said", "insisted"), ("said", "suspects"),
        ("announced", "alleged"), ("says", "reckons"), ("stated", "maintained"), ("says", "fears"),
        ("said", "asserted"),
        ("said", "is convinced"), ("says", "contends"),
    )  # fmt: skip
    forms = ("{S} CUE that {x}.", "{X}, {s} CUE.", "{S}, who leads the inquiry, CUE {x}.")
    for (neutral, other), form, source, topic in zip(cues, cycle(forms), NAMES, TOPICS, strict=False):
        first, second = (write(form.replace("CUE", cue), source, topic) for cue in (neutral, other))
        yield Pair("stance", first, "at least", second)


def _position() -> Iterator[Pair]:
    sources = (*NAMES[10:14], *OFFICIALS[2:6], "sources", "Ankara")
    for source, topic in zip(sources, TOPICS, strict=False):
        front = write("{S} told reporters {x}.", source, topic)
        yield Pair("position", front, "near", write("{X}, {s} told reporters.", source, topic), 0.05)
        yield Pair("position", front, "near", write("{Subject}, {s} told reporters, {predicate}.", source, topic), 0.05)
    for name, topic in zip(NAMES, TOPICS[10:], strict=False):
        front = write("{S} said: “{X}.”", name, topic)
        yield Pair("position", front, "near", write("“{X},” {s} said.", name, topic), 0.05)
        yield Pair("position", front, "near", write("“{Subject},” {s} said, “{predicate}.”", name, topic), 0.05)


def _reference() -> Iterator[Pair]:
    leads = (
        ("{n} took questions for an hour on Monday. ", "{pronoun}"),
        ("The judge asked {n} to stand up. ", "{last}"),
        ("{n} has coached the side since 2019. ", "{pronoun}"),
        ("The panel heard from {n}, a geologist. ", "the geologist"),
        ("{n}, mayor of the town since May, opened the session. ", "the mayor"),
        ("“I was there,” {n} said. ", "{pronoun}"),
    )
    pronouns = ("she", "he", "he", "she", "he", "she")
    for (lead, short), name, pronoun, topic in zip(leads, NAMES, pronouns, TOPICS[3:], strict=False):
        reduced = short.format(pronoun=pronoun, last=name.rsplit(" ", 1)[-1])
        before = lead.format(n=name)
        for form in ("{S} said {x}.", "{X}, {s} said.", "“{X},” {s} added."):
            one, other = write(form, reduced, topic), write(form, name, topic)
            first, second = (Statement(before + said.text, said.about) for said in (one, other))
            yield Pair("reference", first, "near", second, 0.1)


def _topic() -> Iterator[Pair]:
    sources = cycle((*NAMES[5:9], *OFFICIALS[:4], "Tokyo", "sources"))
    for form, (one, other), source in zip((*SAID, *DIRECT[:4]), cycle(pairwise(TOPICS)), sources, strict=False):
        yield Pair("topic", write(form, source, one), "near", write(form, source, other), 0.05)


def _identity() -> Iterator[Pair]:
    for form, (one, other), topic in zip((*SAID, *DIRECT), cycle(pairwise(NAMES)), cycle(TOPICS), strict=False):
        yield Pair("identity", write(form, one, topic), "near", write(form, other, topic), 0.02)
    swapped = (
        ("the Liberal Democrats", "Sinn Féin"), ("Seoul", "Warsaw"), ("Kenya", "Norway"), ("AFP", "Tass"),
        ("a Danish minister", "a Ghanaian minister"), ("a Muslim leader", "a Catholic leader"),
        ("a policewoman", "a policeman"), ("the Kremlin", "the White House"),
        ("Human Rights Watch", "Save the Children"),
        ("Nokia", "Volkswagen"),
    )  # fmt: skip
    for (one, other), form, topic in zip(swapped, PLAIN, TOPICS, strict=False):
        yield Pair("identity", write(form, one, topic), "near", write(form, other, topic), 0.02)


def _context() -> Iterator[Pair]:
    around = (
        ("The market opens at six.\n\n", "\n\nThe museum has three floors."),
        ("MADRID – Voters go to the polls in May.\n\n", "\n\nThe next session is on Friday."),
        ("Snow fell in the hills overnight. ", " The road is open again."),
    )
    sources = (*NAMES[2:6], *OFFICIALS[3:7], "sources", "critics")
    for form, topic, source, (before, after) in zip((*SAID[3:], *DIRECT), TOPICS, sources, cycle(around), strict=False):
        alone = write(form, source, topic)
        yield Pair("context", Statement(f"{before}{alone.text}{after}", alone.about), "near", alone)


def _term() -> Iterator[Pair]:
    for (frame, neutral, loaded), name in zip(LOADED, cycle(NAMES), strict=False):
        for form in ("{C}.", f"{name} said that {{c}}.", "In the end, {c}."):
            yield _loading("term", _told(form, frame, loaded), "above", _told(form, frame, neutral))
    for (one, _, first), (other, plain, second) in pairwise(LOADED):
        start = capital(one.format(first))
        two = Statement(f"{start} while {other.format(second)}.", f"{start} while {other.format(second)}")
        single = Statement(f"{start} while {other.format(plain)}.", f"{start} while {other.format(plain)}")
        yield _loading("term", two, "at least", single)


def _neutral() -> Iterator[Pair]:
    for (frame, neutral, _), more in zip(LOADED, cycle(LONGER), strict=False):
        plain = _told("{C}.", frame, neutral)
        yield _loading("neutral", plain, "near", Statement("", ""))
        yield _loading("neutral", plain, "at least", _told(f"{{C}} {more}.", frame, neutral))
    for topic, more in zip(TOPICS, cycle(LONGER), strict=False):
        claim = f"{capital(str(topic))} {more}"
        yield _loading("neutral", _own(topic), "at least", Statement(f"{claim}.", claim))


def _voice() -> Iterator[Pair]:
    forms = ("“{C},” NAME said.", "NAME: “{C}.”", "‘{C},’ said NAME.", 'NAME told the paper: "{C}."')
    for (frame, _, loaded), form, name in zip(LOADED, cycle(forms), cycle(NAMES), strict=False):
        quoted = _told(form.replace("NAME", name), frame, loaded)
        yield _loading("voice", _told("{C}.", frame, loaded), "above", quoted)


def _case() -> Iterator[Pair]:
    for number, (frame, neutral, loaded) in enumerate(LOADED):
        for words in (neutral, loaded):
            plain = _told("{C}.", frame, words)
            for changed in (plain.about.upper(), plain.about.title())[number % 2 if words == neutral else 0 :]:
                yield _loading("case", Statement(f"{changed}.", changed), "near", plain)


def _loading_identity() -> Iterator[Pair]:
    groups = (
        ("Serbian", "Peruvian", "Iraqi", "Japanese", "South African", "Swiss"),
        ("Muslim", "Catholic", "Hindu", "Jewish", "Sikh"),
        ("male", "female"),
        ("Labour", "Republican", "Green", "Socialist", "Conservative"),
    )
    frames = (
        ("{} voters marched through the town", "The"),
        ("{} leaders gave a disastrous answer", "The"),
        ("{} students were attacked by thugs", "Three"),
        ("the council invited {} families to the hall", ""),
    )
    for group in groups:
        for (frame, article), (one, other) in zip(frames, islice(cycle(pairwise(group)), 4), strict=True):
            first, second = (_told("{C}.", frame, f"{article} {word}".strip()) for word in (one, other))
            yield Pair("loading: identity", first, "near", second, 0.02, "loading")


def _loading(axiom: str, first: Statement, relation: Relation, second: Statement) -> Pair:
    return Pair(f"loading: {axiom}", first, relation, second, measure="loading")


def _own(topic: Topic) -> Statement:
    return Statement(f"{capital(str(topic))}.", capital(str(topic)))


def _told(form: str, frame: str, words: str) -> Statement:
    claim = frame.format(words)
    text = form.format(c=claim, C=capital(claim))
    return Statement(text, claim if claim in text else capital(claim))
