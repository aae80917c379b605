"""A report made by hand, of the first sentences of the first seed article. Shared by tests and small enough to read."""

from __future__ import annotations

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

SHORT = "Sources say the US regime may claim Syria. It rains."

ARTICLE = (
    "Washington sends troops to Syria\n\n"
    "The United States has deployed dozens of ground troops to Syria claiming they will assist Kurdish forces "
    "in their battle against Daesh (ISIL) terrorists, sources say.\n"
    "The so-called Syrian Observatory for Human Rights said on Thursday that 30 US soldiers arrived in the "
    "northern city of Kobani over the past two days, AFP reported.\n"
    "The troops will allegedly help plan attacks against the Takfiris in the two Syrian cities of Jarablus and "
    "Raqqah.\n"
    'A top official told the BBC that this does not indicate a change in US strategy, but an "intensification" of '
    "the military campaign.\n"
    "The presence of US troops on the ground in Syria lacks any mandate from the Syrian government. Damascus says "
    "it is a violation of its sovereignty."
)


class Finder:
    """Spans of a text by their words."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words), words)

    def sentence(self, words: str, kind: str = "body") -> Sentence:
        span = self(words)
        return Sentence(span.start, span.end, span.text, kind)  # type: ignore[arg-type]


def example() -> Report:
    """Two sentences with a nested attribution, two hedges and a loaded word."""
    at = Finder(SHORT)
    sources = Source((at("Sources"),), "group", "vague", anonymous=True, entity="S1", descriptors=())
    return Report(
        text=SHORT,
        sentences=(at.sentence("Sources say the US regime may claim Syria."), at.sentence("It rains.")),
        attributions=(
            Attribution(
                "A1", (at("say"),), "verb", "neutral", sources, (at("the US regime may claim Syria"),), "indirect"
            ),
            Attribution("A2", (at("claim"),), "verb", "distancing", None, (at("Syria"),), "indirect", parent="A1"),
        ),
        sources=(Entity("S1", "Sources", "group", "vague", (at("Sources"),)),),
        hedges=(Hedge(at("may"), "modal"), Hedge(at("Sources"), "weasel", 0.8)),
        loaded=(Loaded(at("regime"), "label", "writer"),),
        claims=(
            Claim(
                "C1",
                (at("the US regime may claim Syria"),),
                sentence=0,
                attributions=("A1",),
                hedges=(0,),
                loaded=(0,),
                sourcing=Score(
                    0.2,
                    "weak",
                    (
                        Factor("start", 0.8, None, "Somebody else than the writer vouches for it."),
                        Factor("identification", -0.6, at("Sources"), "The source is not identified beyond 'Sources'."),
                    ),
                ),
                loading=Score(0.4, "some", (Factor("label", 0.4, at("regime"), "'regime' is a loaded label."),)),
            ),
            Claim("C2", (at("It rains"),), 1, (), (), (), Score(0.0, "none"), Score(0.0, "neutral")),
        ),
    )


def article() -> Report:
    """The headline and first sentences of an article: nesting, relays, anonymity, hedges, loaded wording."""
    at = Finder(ARTICLE)
    deployed = at(
        "The United States has deployed dozens of ground troops to Syria claiming they will assist Kurdish forces in "
        "their battle against Daesh (ISIL) terrorists"
    )
    assist = at("they will assist Kurdish forces in their battle against Daesh (ISIL) terrorists")
    arrived = at("that 30 US soldiers arrived in the northern city of Kobani over the past two days")
    plan = (
        at("The troops will"),
        at("help plan attacks against the Takfiris in the two Syrian cities of Jarablus and Raqqah"),
    )
    unchanged = at(
        'that this does not indicate a change in US strategy, but an "intensification" of the military campaign'
    )
    violation = at("it is a violation of its sovereignty")
    observatory = at("The so-called Syrian Observatory for Human Rights")
    nobody = Score(0.0, "none", (Factor("start", 0.0, None, "The writer says it without a source."),))
    plain = Score(0.0, "neutral", (Factor("start", 0.0, None, "Neutral wording starts at 0."),))
    vouched = Factor("start", 0.8, None, "Somebody is given as the source.")
    return Report(
        text=ARTICLE,
        sentences=(
            at.sentence("Washington sends troops to Syria", "heading"),
            *(at.sentence(line) for line in ARTICLE.split("\n")[2:-1]),
            at.sentence(
                "The presence of US troops on the ground in Syria lacks any mandate from the Syrian government."
            ),
            at.sentence("Damascus says it is a violation of its sovereignty."),
        ),
        attributions=(
            Attribution(
                "A1",
                (at("say"),),
                "verb",
                "neutral",
                Source((at("sources"),), "group", "vague", anonymous=True, entity="S1"),
                (deployed,),
                "indirect",
                confidence=0.97,
            ),
            Attribution(
                "A2",
                (at("claiming"),),
                "verb",
                "distancing",
                Source((at("The United States"),), "place", "named", entity="S2"),
                (assist,),
                "indirect",
                parent="A1",
                confidence=0.81,
            ),
            Attribution(
                "A3",
                (at("reported"),),
                "verb",
                "neutral",
                Source((at("AFP"),), "media", "named", entity="S3"),
                (Span(observatory.start, arrived.end, ARTICLE[observatory.start : arrived.end]),),
                "indirect",
            ),
            Attribution(
                "A4",
                (at("said"),),
                "verb",
                "neutral",
                Source((observatory,), "organization", "named", via=at("AFP"), entity="S4"),
                (arrived,),
                "indirect",
                parent="A3",
            ),
            Attribution("A5", (at("allegedly"),), "adverb", "distancing", None, plan, "indirect"),
            Attribution(
                "A6",
                (at("told"),),
                "verb",
                "neutral",
                Source(
                    (at("A top official"),),
                    "person",
                    "role",
                    anonymous=True,
                    via=at("the BBC"),
                    entity="S5",
                    count=1,
                    descriptors=(at("top"),),
                ),
                (unchanged,),
                "mixed",
            ),
            Attribution(
                "A7",
                (at("says"),),
                "verb",
                "neutral",
                Source((at("Damascus"),), "place", "named", entity="S6"),
                (violation,),
                "indirect",
            ),
        ),
        sources=(
            Entity("S1", "sources", "group", "vague", (at("sources"),)),
            Entity("S2", "The United States", "place", "named", (at("The United States"),)),
            Entity("S3", "AFP", "media", "named", (at("AFP"),)),
            Entity("S4", observatory.text, "organization", "named", (observatory,)),
            Entity("S5", "A top official", "person", "role", (at("A top official"),)),
            Entity("S6", "Damascus", "place", "named", (at("Damascus"),)),
        ),
        hedges=(
            Hedge(at("dozens of"), "approximator"),
            Hedge(at("sources"), "weasel"),
            Hedge(at("allegedly"), "evidential"),
        ),
        loaded=(
            Loaded(at("claiming"), "reporting", "writer"),
            Loaded(at("terrorists"), "label", "writer", 0.93),
            Loaded(at("so-called"), "distancing", "writer"),
            Loaded(at("Takfiris"), "label", "writer", 0.88),
            Loaded(at('"intensification"'), "distancing", "source", 0.61),
        ),
        claims=(
            Claim("C1", (at("Washington sends troops to Syria"),), 0, (), (), (), nobody, plain),
            Claim(
                "C2",
                (deployed,),
                1,
                ("A1",),
                (0,),
                (0, 1),
                Score(
                    0.2,
                    "weak",
                    (
                        vouched,
                        Factor("identification", -0.6, at("sources"), "The source is not identified beyond 'sources'."),
                    ),
                ),
                Score(
                    0.5,
                    "heavy",
                    (
                        Factor("reporting", 0.15, at("claiming"), "'claiming' casts doubt on those who speak."),
                        Factor(
                            "label", 0.35, at("terrorists"), "'terrorists' is a loaded label in the writer's voice."
                        ),
                    ),
                ),
            ),
            Claim(
                "C3",
                (assist,),
                1,
                ("A1", "A2"),
                (),
                (1,),
                Score(
                    0.25,
                    "weak",
                    (
                        vouched,
                        Factor(
                            "identification", -0.5, at("sources"), "It reaches us through 'sources', who are not named."
                        ),
                        Factor("stance", -0.05, at("claiming"), "'claiming' withholds belief."),
                    ),
                ),
                Score(0.35, "some", (Factor("label", 0.35, at("terrorists"), "'terrorists' is a loaded label."),)),
            ),
            Claim(
                "C4",
                (arrived,),
                2,
                ("A3", "A4"),
                (),
                (),
                Score(
                    0.7,
                    "strong",
                    (vouched, Factor("relay", -0.1, at("AFP"), "It reaches us through AFP rather than directly.")),
                ),
                plain,
            ),
            Claim(
                "C5",
                plan,
                3,
                ("A5",),
                (2,),
                (3,),
                Score(0.1, "weak", (Factor("start", 0.1, at("allegedly"), "'allegedly' gives no source at all."),)),
                Score(0.35, "some", (Factor("label", 0.35, at("Takfiris"), "'Takfiris' is a loaded label."),)),
            ),
            Claim(
                "C6",
                (unchanged,),
                4,
                ("A6",),
                (),
                (4,),
                Score(
                    0.45,
                    "moderate",
                    (
                        vouched,
                        Factor("identification", -0.3, at("A top official"), "The source is known by an office only."),
                        Factor("relay", -0.05, at("the BBC"), "The source spoke to the BBC, not to the writer."),
                    ),
                ),
                Score(0.1, "neutral", (Factor("distancing", 0.1, at('"intensification"'), "A quoted word."),)),
            ),
            Claim(
                "C7",
                (at("The presence of US troops on the ground in Syria lacks any mandate from the Syrian government"),),
                5,
                (),
                (),
                (),
                nobody,
                plain,
            ),
            Claim("C8", (violation,), 6, ("A7",), (), (), Score(0.8, "strong", (vouched,)), plain),
        ),
        warnings=("A quotation is left open at the end of the fourth paragraph.",),
    )
