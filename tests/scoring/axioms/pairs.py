"""Pairs of texts that differ in one thing, each with what an axiom demands of the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Final, Literal, TypeVar

from attrs import field, frozen

from tests.scoring.axioms import materials as m
from tests.scoring.axioms.materials import Topic

T = TypeVar("T")
Relation = Literal["above", "at least", "near"]
Measure = Literal["sourcing", "loading"]


@frozen
class Statement:
    """A text, and the words in it whose claim is looked at."""

    text: str
    about: str


@frozen
class Pair:
    """Two statements; the first one's value must stand in the relation to the second one's.

    ``near`` allows a difference of ``tolerance`` either way.
    """

    axiom: str
    first: Statement
    relation: Relation
    second: Statement
    tolerance: float = 0.0
    measure: Measure = field(default="sourcing")


Maker = Callable[[Random], Iterator[Pair]]


def write(form: str, source: str, topic: Topic, day: str = "on Monday") -> Statement:
    """Fill a sentence form."""
    claim = str(topic)
    text = form.format(
        s=source,
        S=capital(source),
        x=claim,
        X=capital(claim),
        subject=topic.subject,
        Subject=capital(topic.subject),
        predicate=topic.predicate,
        day=day,
    )
    about = next(words for words in (claim, capital(claim), topic.predicate) if words in text)
    return Statement(text.replace(",,", ","), about)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def identification(random: Random) -> Iterator[Pair]:
    form, topic, day = random.choice(m.INDIRECT), random.choice(m.TOPICS), random.choice(m.DAYS)
    named = write(form, random.choice((*m.NAMED, *m.GOVERNMENTS, *m.BODIES)), topic, day)
    role = write(form, random.choice((*m.OFFICIALS, *m.BARE_OFFICIALS)), topic, day)
    vague = write(form, random.choice(m.VAGUE), topic, day)
    nobody = write(random.choice(m.NO_ONE), "", topic)
    own_voice = Statement(f"{capital(str(topic))}.", capital(str(topic)))
    yield Pair("identification", named, "above", role)
    yield Pair("identification", role, "above", vague)
    yield Pair("identification", vague, "above", nobody)
    yield Pair("identification", nobody, "above", own_voice)


def description(random: Random) -> Iterator[Pair]:
    form, topic = random.choice(m.INDIRECT), random.choice(m.TOPICS)
    bare, described = random.choice(m.DESCRIBED)
    yield Pair("description", write(form, described, topic), "above", write(form, bare, topic))
    official = random.choice(m.OFFICIALS)
    yield Pair("description", write(form, official, topic), "at least", write(form, "an official", topic))


def reason(random: Random) -> Iterator[Pair]:
    topic = random.choice(m.TOPICS)
    source = random.choice((*m.OFFICIALS, *m.BARE_OFFICIALS))
    without = write("{S} said that {x}.", source, topic)
    yield Pair("reason", write(random.choice(m.REASONS), source, topic), "above", without)
    later = Statement(
        f"{without.text} The {source.split()[-1]} spoke on condition of anonymity because the matter is sensitive.",
        without.about,
    )
    yield Pair("reason", later, "at least", without)


def number(random: Random) -> Iterator[Pair]:
    form, topic = random.choice(m.INDIRECT[:-1]), random.choice(m.TOPICS)
    nation = random.choice(m.NATIONALITIES)
    count = random.choice(("two", "three", "four", "several"))
    one, many = (f"one {nation} official", f"{count if count != 'several' else 'five'} {nation} officials")
    yield Pair("number", write(form, many, topic), "above", write(form, one, topic))
    yield Pair("number", write(form, "three officials", topic), "above", write(form, "an official", topic))
    first, second = random.sample(m.PEOPLE, 2)
    single = write(form, first, topic)
    yield Pair("number", write(form, f"{first} and {second}", topic), "above", single)
    again = Statement(f"{single.text} {second} also said that {topic}.", single.about)
    yield Pair("number", again, "above", single)
    same = Statement(f"{single.text} {first} also said that {topic}.", single.about)
    yield Pair("number", same, "near", single)


def proximity(random: Random) -> Iterator[Pair]:
    topic, name = random.choice(m.TOPICS), random.choice(m.NAMED)
    agency = capital(random.choice(m.AGENCIES))
    frame = random.choice(m.RELAYED)
    direct = write("{S} said that {x}.", name, topic)
    relayed = write(frame.replace("{a}", agency), name, topic)
    official = write(frame.replace("{a}", agency), "an official", topic)
    yield Pair("proximity", direct, "at least", relayed)
    yield Pair("proximity", relayed, "above", official)
    at_hand = random.choice(("a witness", "a police document", "a court filing", "a resident"))
    hearsay = random.choice(("{S} said she was told that {x}.", "{S} said he had been told that {x}."))
    verb = "said" if "document" not in at_hand and "filing" not in at_hand else "showed"
    seen = write(f"{{S}} {verb} that {{x}}.", at_hand, topic)
    yield Pair("proximity", seen, "at least", write(hearsay, random.choice(("a witness", "a resident")), topic))


def quotation(random: Random) -> Iterator[Pair]:
    topic = random.choice(m.TOPICS)
    source = random.choice((*m.PEOPLE, *m.OFFICIALS, *m.BARE_OFFICIALS))
    direct = write(random.choice(m.DIRECT), source, topic)
    mixed = write(random.choice(m.MIXED), source, topic)
    indirect = write("{S} said that {x}.", source, topic)
    yield Pair("quotation", direct, "at least", mixed)
    yield Pair("quotation", mixed, "at least", indirect)
    yield Pair("quotation", direct, "at least", indirect)


def hearsay(random: Random) -> Iterator[Pair]:
    topic, adverb = random.choice(m.TOPICS), random.choice(m.HEARSAY)
    source = random.choice((*m.PEOPLE, *m.OFFICIALS, *m.BARE_OFFICIALS))
    plain = write("{S} said that {x}.", source, topic)
    yield Pair("hearsay", plain, "above", write(f"{{S}} {adverb} said that {{x}}.", source, topic))
    doubted = Topic(topic.subject, f"{topic.auxiliary} {adverb}", topic.rest)
    form = random.choice(("{S} said that {x}.", "{X}, {s} said.", "According to {s}, {x}."))
    yield Pair("hearsay", write(form, source, topic), "above", write(form, source, doubted))


def stance(random: Random) -> Iterator[Pair]:
    topic, source = random.choice(m.TOPICS), random.choice((*m.NAMED, *m.OFFICIALS, *m.GOVERNMENTS))
    form = random.choice(("{S} said that {x}.", "{X}, {s} said.", "{S} said {x}."))
    neutral = write(form.replace("said", random.choice(m.NEUTRAL_CUES)), source, topic)
    for cues in (m.BELIEF_CUES, m.DISTANCING_CUES):
        yield Pair("stance", neutral, "at least", write(form.replace("said", random.choice(cues)), source, topic))


def position(random: Random) -> Iterator[Pair]:
    topic = random.choice(m.TOPICS)
    source = random.choice((*m.PEOPLE, *m.OFFICIALS, *m.BARE_OFFICIALS, "sources", *m.GOVERNMENTS))
    front = write(random.choice(m.FRONT), source, topic)
    for forms in (m.END, m.MIDDLE):
        yield Pair("position", front, "near", write(random.choice(forms), source, topic), 0.05)


def reference(random: Random) -> Iterator[Pair]:
    topic = random.choice(m.TOPICS)
    pronoun, people = random.choice((("he", m.MEN), ("she", m.WOMEN)))
    name = random.choice(people)
    lead = random.choice(
        ("{n} visited the region on Monday. ", "{n} spoke in the capital. ", "The agency met {n} on Sunday. ")
    ).format(n=name)
    form = random.choice(("{S} said that {x}.", "{X}, {s} said.", '"{X}," {s} said.', "According to {s}, {x}."))
    short = random.choice((name.split()[-1], pronoun, pronoun))
    if form.startswith("According"):
        short = name.split()[-1]
    full, reduced = write(form, name, topic), write(form, short, topic)
    yield Pair(
        "reference",
        Statement(lead + reduced.text, reduced.about),
        "near",
        Statement(lead + full.text, full.about),
        0.1,
    )


def topic(random: Random) -> Iterator[Pair]:
    one, other = random.sample(m.TOPICS, 2)
    form = random.choice((*m.INDIRECT, *m.DIRECT))
    source = random.choice((*m.NAMED, *m.OFFICIALS, *m.BARE_OFFICIALS, "sources", *m.GOVERNMENTS))
    yield Pair("topic", write(form, source, one), "near", write(form, source, other), 0.05)


def identity(random: Random) -> Iterator[Pair]:
    form = random.choice((*m.INDIRECT, *m.DIRECT))
    claim = random.choice(m.TOPICS)
    group = random.choice((m.PEOPLE, m.GOVERNMENTS, m.COUNTRIES, m.AGENCIES, m.BODIES))
    one, other = random.sample(group, 2)
    yield Pair("identity", write(form, one, claim), "near", write(form, other, claim), 0.02)
    nation, another = random.sample(m.NATIONALITIES, 2)
    office = random.choice(("a {} official", "two {} diplomats", "a {} foreign ministry spokeswoman", "{} sources"))
    first = write(form, office.format(nation), claim)
    yield Pair("identity", first, "near", write(form, office.format(another), claim), 0.02)


def context(random: Random) -> Iterator[Pair]:
    one, before, after = random.sample(m.TOPICS, 3)
    form = random.choice((*m.INDIRECT, *m.DIRECT))
    source = random.choice((*m.NAMED, *m.OFFICIALS, *m.BARE_OFFICIALS, "sources"))
    alone = write(form, source, one)
    text = f"{capital(str(before))}.\n\n{alone.text}\n\n{capital(str(after))}."
    yield Pair("context", Statement(text, alone.about), "near", alone)


def loading_term(random: Random) -> Iterator[Pair]:
    (frame, neutral, loaded), (other, plain, second) = random.sample(m.WORDINGS, 2)
    without, with_ = _wording(frame, neutral), _wording(frame, loaded)
    yield Pair("loading: term", with_, "above", without, measure="loading")
    one = Statement(f"{capital(frame.format(loaded))} after {other.format(plain)}.", capital(frame.format(loaded)))
    two = Statement(f"{capital(frame.format(loaded))} after {other.format(second)}.", capital(frame.format(loaded)))
    yield Pair("loading: term", two, "at least", one, measure="loading")


def loading_neutral(random: Random) -> Iterator[Pair]:
    frame, neutral, _ = random.choice(m.WORDINGS)
    claim = random.choice((frame.format(neutral), str(random.choice(m.TOPICS))))
    plain = Statement(f"{capital(claim)}.", capital(claim))
    longer = f"{capital(claim)} {random.choice(m.FILLERS)}"
    nothing = Statement("", "")
    yield Pair("loading: neutral", plain, "near", nothing, measure="loading")
    yield Pair("loading: neutral", plain, "at least", Statement(f"{longer}.", longer), measure="loading")


def loading_voice(random: Random) -> Iterator[Pair]:
    frame, _, loaded = random.choice(m.WORDINGS)
    name = random.choice(m.PEOPLE)
    claim = capital(frame.format(loaded))
    quoted = Statement(random.choice((f'"{claim}," {name} said.', f'{name} said: "{claim}."')), claim)
    yield Pair("loading: voice", Statement(f"{claim}.", claim), "above", quoted, measure="loading")


def loading_case(random: Random) -> Iterator[Pair]:
    frame, neutral, loaded = random.choice(m.WORDINGS)
    claim = capital(frame.format(random.choice((neutral, loaded, loaded))))
    changed = random.choice((claim.upper(), claim.title()))
    yield Pair(
        "loading: case",
        Statement(f"{changed}.", changed),
        "near",
        Statement(f"{claim}.", claim),
        measure="loading",
    )


def loading_identity(random: Random) -> Iterator[Pair]:
    frame, neutral, loaded = random.choice([wording for wording in m.WORDINGS if wording[0].startswith("{} ")][1:3])
    group = random.choice(
        (
            m.NATIONALITIES,
            ("Christian", "Muslim", "Jewish", "Hindu", "Buddhist"),
            ("Republican", "Democratic", "Labour", "Green", "Conservative"),
            ("women's", "men's"),
        )
    )
    one, other = random.sample(group, 2)
    words = random.choice((neutral, loaded))

    def statement(kind: str) -> Statement:
        article, noun = words.split(" ", 1)
        claim = capital(frame.format(f"{article} {kind} {noun}"))
        return Statement(f"{claim}.", claim)

    yield Pair("loading: identity", statement(one), "near", statement(other), 0.02, "loading")


def _wording(frame: str, words: str) -> Statement:
    claim = capital(frame.format(words))
    return Statement(f"{claim}.", claim)


MAKERS: Final[tuple[Maker, ...]] = (
    identification,
    description,
    reason,
    number,
    proximity,
    quotation,
    hearsay,
    stance,
    position,
    reference,
    topic,
    identity,
    context,
    loading_term,
    loading_neutral,
    loading_voice,
    loading_case,
    loading_identity,
)


def generate(count: int, seed: int = 0) -> list[Pair]:
    """Make about ``count`` different pairs for each axiom; the same seed gives the same pairs."""
    found: list[Pair] = []
    for maker in MAKERS:
        # A generator of its own for each axiom: changing one leaves the others' texts as they are.
        random = Random(f"{seed} {maker.__name__}")
        pairs: dict[Pair, None] = {}
        for _ in range(20 * count):
            pairs.update(dict.fromkeys(maker(random)))
            if len(pairs) >= count:
                break
        found.extend(pairs)
    return found
