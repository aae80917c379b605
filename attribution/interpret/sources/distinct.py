"""The distinct sources of a text, each with all its mentions, named by the mention that tells most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attribution.interpret.sources.characters import Character
from attribution.interpret.sources.mention import Mention
from attribution.interpret.sources.references import Answer
from attribution.report.records import Entity, Identification, Source, Span


def distinct_sources(
    sources: Sequence[Source | None], answers: Sequence[Answer | None], span_of: Callable[[Mention], Span]
) -> tuple[Entity, ...]:
    """Return one entity for each distinct source, in the order of their ids.

    Args:
        sources: The sources of the attributions, or ``None``.
        answers: Who each of them is, in the same order.
        span_of: Gives the place of a mention.
    """
    people: dict[str, tuple[Character, list[Source], set[Span]]] = {}
    for source, answer in zip(sources, answers, strict=True):
        if source is None or answer is None or source.entity is None:
            continue
        _, members, mentions = people.setdefault(source.entity, (answer.character, [], set()))
        members.append(source)
        mentions.add(source.spans[0])
    entities = []
    for name in sorted(people, key=lambda key: int(key[1:])):
        character, members, found = people[name]
        spans = tuple(sorted(found, key=lambda span: (span.start, span.end)))
        is_told = character.fullest.form in {"name", "description"}
        full = span_of(character.fullest).text if is_told else spans[0].text
        entities.append(Entity(name, full, members[0].kind, _best(members), spans))
    return tuple(entities)


def _best(members: Sequence[Source]) -> Identification:
    order: tuple[Identification, ...] = ("named", "role", "vague", "none")
    return min((source.identification for source in members), key=order.index)
