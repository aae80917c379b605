"""What the generated texts are made of: names, offices, topics and sentence forms from many countries and fields."""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class Topic:
    """A claim in pieces, so that words can be put between them: "the dam", "will", "be closed next week"."""

    subject: str
    auxiliary: str
    rest: str

    @property
    def predicate(self) -> str:
        return f"{self.auxiliary} {self.rest}"

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate}"


TOPICS: Final = (
    Topic("the dam", "will", "be closed next week"),
    Topic("the merger", "will", "create two thousand jobs"),
    Topic("the vaccine", "has", "cut infections by half"),
    Topic("the striker", "has", "signed a new contract with the club"),
    Topic("the suspect", "was", "arrested at the airport on Friday"),
    Topic("the ceasefire", "will", "be extended until Sunday"),
    Topic("the factory", "was", "sold to a foreign investor"),
    Topic("the school", "has", "banned mobile phones"),
    Topic("the storm", "has", "damaged dozens of houses"),
    Topic("interest rates", "will", "remain unchanged this year"),
    Topic("the museum", "has", "returned the statue to its owners"),
    Topic("the satellite", "will", "reach its orbit in March"),
    Topic("the ferry", "was", "carrying ninety passengers"),
    Topic("the new law", "will", "take effect in January"),
    Topic("the company", "has", "withdrawn the drug from the market"),
    Topic("the river", "has", "flooded three villages"),
    Topic("the trial", "was", "postponed until the autumn"),
    Topic("the orchestra", "will", "tour Japan in the spring"),
    Topic("the glacier", "has", "lost a third of its ice"),
    Topic("the election", "will", "be held on the second of June"),
    Topic("the troops", "have", "left the border town"),
    Topic("the airline", "will", "cancel forty flights"),
    Topic("the council", "has", "approved the new tram line"),
    Topic("the patient", "was", "moved to another hospital"),
)

WOMEN: Final = (
    "Maria Lopez",
    "Angela Merkel",
    "Ingrid Svensson",
    "Fatima Hassan",
    "Sakura Tanaka",
    "Grace Mwangi",
    "Olga Petrova",
    "Susan Miller",
    "Zoë Müller",
    "Elif Şahin",
    "Nguyễn Thị Mai",
)
MEN: Final = (
    "Ahmed Hassan",
    "John Kerry",
    "Wang Yi",
    "Kwame Mensah",
    "Pierre Dubois",
    "Rajesh Kumar",
    "Ivan Petrov",
    "David Cohen",
    "José Álvarez",
    "Łukasz Wójcik",
    "Tariq Aziz Khan",
)
PEOPLE: Final = (*WOMEN, *MEN)
TITLED: Final = (
    "Finance Minister Rajesh Kumar",
    "Mayor Grace Mwangi",
    "NATO chief Jens Stoltenberg",
    "company spokesman Pierre Dubois",
    "Ingrid Svensson, the head of the agency,",
    "police chief David Cohen",
)
NAMED: Final = (*PEOPLE, *TITLED)
BODIES: Final = (
    "Amnesty International",
    "the World Health Organization",
    "the African National Congress",
    "the Christian Democratic Union",
    "the Bharatiya Janata Party",
    "Toyota",
    "the European Central Bank",
)
GOVERNMENTS: Final = ("Moscow", "Washington", "Beijing", "Paris", "Ankara", "Tehran", "Berlin", "Tokyo")
COUNTRIES: Final = ("Russia", "France", "China", "Brazil", "Turkey", "Kenya", "India", "Iran")
NATIONALITIES: Final = (
    "Russian",
    "French",
    "Chinese",
    "Brazilian",
    "Turkish",
    "Kenyan",
    "Indian",
    "Iranian",
    "Israeli",
)
AGENCIES: Final = ("Reuters", "AFP", "the BBC", "Xinhua", "The Associated Press", "Al Jazeera", "Yonhap")

OFFICIALS: Final = (
    "a Treasury official",
    "a senior Pentagon official",
    "a foreign ministry spokeswoman",
    "a police spokesman",
    "a Kremlin official",
    "a senior European Union diplomat",
    "a hospital spokeswoman",
    "a Finance Ministry official",
)
BARE_OFFICIALS: Final = ("an official", "a senior official", "a spokesman", "a diplomat")
VAGUE: Final = ("sources", "some", "critics", "some observers", "unnamed sources", "many people")
NEUTRAL_CUES: Final = ("said", "stated", "announced", "told reporters")
BELIEF_CUES: Final = ("believes", "thinks", "suspects", "fears", "expects")
DISTANCING_CUES: Final = ("claimed", "alleged", "insisted", "maintained")
HEARSAY: Final = ("reportedly", "allegedly", "purportedly")
DAYS: Final = ("on Monday", "on Tuesday", "late on Wednesday", "on Friday morning")

NO_ONE: Final = (
    "Reportedly, {x}.",
    "It is said that {x}.",
    "It is believed that {x}.",
    "Allegedly, {x}.",
    "It was reported that {x}.",
    "It has been claimed that {x}.",
    "{X}, it is said.",
)

INDIRECT: Final = (
    "{S} said that {x}.",
    "{S} said {x}.",
    "{S} said {day} that {x}.",
    "{X}, {s} said.",
    "{X}, {s} said {day}.",
    "{X}, according to {s}.",
    "According to {s}, {x}.",
    "In a short statement {day}, {s} said that {x}.",
    "At a news conference, {s} announced that {x}.",
    "In an interview published on Sunday, {s} said that {x}.",
    "As {s} put it, {x}.",
    "{S} told reporters {day} that {x}.",
    "{X}, {s} said earlier.",
    "Asked about the reports, {s} said that {x}.",
    "It was announced by {s} that {x}.",
    "{X}, said {s}.",
)
"""Forms of one sentence with a source: ``{s}`` the source, ``{x}`` the claim, capitals at a sentence's start."""

FRONT: Final = ("{S} said that {x}.", "According to {s}, {x}.")
END: Final = ("{X}, {s} said.", "{X}, according to {s}.", "{X}, said {s}.")
MIDDLE: Final = ("{Subject}, {s} said, {predicate}.", "{Subject}, according to {s}, {predicate}.")
RELAYED: Final = (
    "{a} reported that {s} said that {x}.",
    "{S} said that {x}, {a} reported.",
    "{a} reported, citing {s}, that {x}.",
    "{a} quoted {s} as saying that {x}.",
    "According to {a}, {s} said that {x}.",
    "{X}, {a} reported, citing {s}.",
)
"""What an agency, ``{a}``, passes on."""

DIRECT: Final = ('"{X}," {s} said.', '{S} said: "{X}."', '"{X}," said {s}.', "“{X},” {s} told reporters.")
MIXED: Final = ('{S} said that {subject} "{predicate}".', '{Subject} "{predicate}", {s} said.')

DESCRIBED: Final = (
    ("sources", "sources familiar with the matter"),
    ("sources", "sources close to the investigation"),
    ("people", "people familiar with the talks"),
    ("two sources", "two sources briefed on the plan"),
    ("a source", "a source close to the family"),
    ("some people", "some people with knowledge of the deal"),
)
REASONS: Final = (
    "{S}, who asked not to be named, said that {x}.",
    "{S}, speaking on condition of anonymity, said that {x}.",
    "{S}, who spoke on condition of anonymity because the talks are private, said that {x}.",
    "{S}, who declined to be identified because he was not authorized to speak publicly, said that {x}.",
    "Speaking on condition of anonymity, {s} said that {x}.",
    "{S} said on condition of anonymity that {x}.",
)

#: Clauses with a slot: (frame, neutral words, loaded words).
WORDINGS: Final = (
    ("{} entered the town on Monday", "the fighters", "the terrorists"),
    ("{} refused to open the archive", "the government", "the regime"),
    ("{} gathered outside the court", "the crowd", "the mob"),
    ("the minister gave a {} speech", "long", "disastrous"),
    ("the company made a {} offer", "new", "shameful"),
    ("the council took a {} decision", "quick", "foolish"),
    ("{} election took place in May", "the", "the so-called"),
    ("the court published a {} ruling", "second", "bizarre"),
    ("{} met in the capital", "the delegates", "the cronies of the president"),
    ("the police answered with {} force", "some", "brutal"),
    ("{} won the vote in the north", "the leader", "the strongman"),
    ("the committee published a {} report", "short", "laughable"),
)
FILLERS: Final = ("on Monday", "in the afternoon", "near the river", "after the meeting", "for two hours")
