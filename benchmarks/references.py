"""Who is meant by pronouns, short names and descriptions: ``python -m benchmarks.references --data DIR``.

On the news and interviews of GUM's dev part. An anaphor is asked about where its entity (a person, an organization, a
place) has been named or described before; the answer is right when the phrase given belongs to the same entity. Beside
this package stands the plainest rule there is: the nearest name before it that is compatible.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from attrs import frozen
from spacy.tokens import Doc, Span

from attribution.interpret.sources.mention import PLURAL_PRONOUNS, PRONOUN_GENDER, THINGS
from attribution.interpret.sources.reading_mentions import read_mention
from attribution.interpret.sources.references import Query, resolve
from attribution.interpret.text.layout import lay_out
from attribution.interpret.text.quotes import find_quotations
from attribution.interpret.text.stretches import Cover
from attribution.interpret.vocabulary import vocabulary_of
from attribution.lexicons import Lexicons
from benchmarks.command import Setup, Table, percent, run
from benchmarks.coreference import CorefDocument, CorefMention, read_documents

Form = Literal["pronoun", "short name", "description"]
FORMS: Final[tuple[Form, ...]] = ("pronoun", "short name", "description")
GENRES: Final = ("news", "interview")
_KINDS: Final = frozenset({"person", "organization", "place"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_THIRD: Final = frozenset(PRONOUN_GENDER) | PLURAL_PRONOUNS | THINGS
_PEOPLE: Final = frozenset({"PERSON", "PER"})
_BODIES: Final = frozenset({"ORG", "GPE", "LOC", "NORP", "MISC"})

Resolver = Callable[[Doc, Sequence[CorefMention]], list[int | None]]
"""Gives for each mention the offset of the head of the phrase that it goes back to, or ``None``."""


@frozen
class Anaphor:
    """A mention that goes back to an earlier one."""

    mention: CorefMention
    form: Form


def anaphors(document: CorefDocument) -> list[Anaphor]:
    """Return the mentions to be resolved, in order."""
    before: dict[str, list[str]] = {}
    found: list[Anaphor] = []
    for mention in document.mentions:
        words = document.text[mention.start : mention.end]
        told = before.get(mention.entity, [])
        form = _form(mention, words, told)
        if form is not None and mention.kind in _KINDS:
            found.append(Anaphor(mention, form))
        if mention.words[0].tag not in {"PRP", "PRP$", "WP", "WDT", "WP$"}:
            before.setdefault(mention.entity, []).append(words)
    return found


def _form(mention: CorefMention, words: str, told: Sequence[str]) -> Form | None:
    if not told:
        return None
    if len(mention.words) == 1 and words.lower() in _THIRD:
        return "pronoun"
    if all(word.pos == "PROPN" for word in mention.words):
        return "short name" if any(words in other and len(other) > len(words) for other in told) else None
    return "description" if words.split()[0].lower() in _DEFINITE else None


def ours(doc: Doc, mentions: Sequence[CorefMention]) -> list[int | None]:
    """Resolve with this package: each mention asked about as if it were a source."""
    vocabulary = vocabulary_of(Lexicons.default().sources)
    quoted = [(s.start, s.end) for q in find_quotations(doc.text) if (s := _span(doc, q.start, q.end)) is not None]
    starts = [s.start for sentence in lay_out(doc) if (s := _span(doc, sentence.start, sentence.end)) is not None]
    queries: list[Query | None] = []
    for mention in mentions:
        span = _span(doc, mention.start, mention.end)
        if span is None:
            queries.append(None)
            continue
        read = read_mention(doc, span.start, span.end, vocabulary)
        queries.append(Query(read, None, any(a <= span.start < b for a, b in quoted)))
    found: list[int | None] = []
    for answer in resolve(doc, queries, starts, Cover(quoted), vocabulary):
        told = answer.antecedent if answer is not None else None
        if answer is not None and told is None and answer.linked:
            # Nothing fuller has been said of it, but it has been met before.
            told = answer.character.first
        found.append(doc[told.head].idx if told else None)
    return found


def nearest_name(doc: Doc, mentions: Sequence[CorefMention]) -> list[int | None]:
    """Resolve by the nearest compatible name: a person for "he", a body for "it", any for "they", one that agrees."""
    found: list[int | None] = []
    for mention in mentions:
        span = _span(doc, mention.start, mention.end)
        earlier = [entity for entity in doc.ents if entity.end_char <= mention.start]
        fitting = [entity for entity in reversed(earlier) if span is not None and _is_compatible(span, entity)]
        found.append(fitting[0].root.idx if fitting else None)
    return found


def _is_compatible(span: Span, name: Span) -> bool:
    word = span[0].lower_
    if word in PRONOUN_GENDER:
        return name.label_ in _PEOPLE
    if word in THINGS:
        return name.label_ in _BODIES
    if word in PLURAL_PRONOUNS | _DEFINITE:
        return True
    return span.text in name.text and len(name.text) > len(span.text)


def _span(doc: Doc, start: int, end: int) -> Span | None:
    return doc.char_span(start, end, alignment_mode="expand")


def is_right(document: CorefDocument, anaphor: CorefMention, answer: int | None) -> bool:
    """Whether the head of an answer belongs to the anaphor's entity: the smallest other mention around it does."""
    if answer is None:
        return False
    around = [m for m in document.mentions if m.start <= answer < m.end and m is not anaphor]
    return bool(around) and min(around, key=_length).entity == anaphor.entity


def _length(mention: CorefMention) -> int:
    return mention.end - mention.start


def measure(setup: Setup) -> list[Table]:
    """Resolve the anaphors of GUM's dev news and interviews in the data folder."""
    nlp = setup.pipeline()
    documents = setup.first(read_documents(setup.data / "ud" / "en_gum-dev.conllu.gz", GENRES))
    systems: tuple[Resolver, ...] = (ours, nearest_name)
    right: dict[Form, list[list[bool]]] = {form: [[] for _ in systems] for form in FORMS}
    for document in documents:
        doc = nlp(document.text)
        asked = anaphors(document)
        for number, system in enumerate(systems):
            answers = system(doc, [anaphor.mention for anaphor in asked])
            for anaphor, answer in zip(asked, answers, strict=True):
                right[anaphor.form][number].append(is_right(document, anaphor.mention, answer))
    totals = [[answer for form in FORMS for answer in right[form][number]] for number in range(len(systems))]
    rows = [(f"{form} ({len(right[form][0])})", *map(_share, right[form])) for form in FORMS]
    return [
        Table(
            f"References, GUM dev, {len(documents)} documents of news and interviews (resolved rightly, %)",
            ("anaphor (how many)", "this package", "nearest compatible name"),
            (*rows, (f"all ({len(totals[0])})", *map(_share, totals))),
            ("Anaphors of persons, organizations and places that the text has named or described before.",),
        )
    ]


def _share(answers: Sequence[bool]) -> str:
    return percent(sum(answers) / len(answers) if answers else None)


if __name__ == "__main__":
    raise SystemExit(run("Pronouns, short names and descriptions in GUM's dev news and interviews.", measure))
