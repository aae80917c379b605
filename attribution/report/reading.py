"""Read a report from plain data, and refuse what is not one.

Every reader takes a value and returns a record, or raises :class:`Malformed`. The error collects the path of the bad
value on its way up, so that nothing has to be kept for the case that all is well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from math import isfinite
from typing import Any, Final, TypeVar, get_args

from . import records
from .records import Attribution, Claim, Entity, Factor, Hedge, Loaded, ReportData, Score, Sentence, Source, Span

T = TypeVar("T")
Reader = Callable[[Any], T]

_MISSING: Final = object()
SOURCING_LEVELS: Final = ("strong", "moderate", "weak", "none")
LOADING_LEVELS: Final = ("neutral", "some", "heavy")


class Malformed(ValueError):
    """Plain data that is no report; the message begins with the path of the bad value."""

    def __init__(self, problem: str, path: str = "") -> None:
        """Keep the problem and where it was found."""
        super().__init__(f"{path or 'report'}: {problem}")
        self.problem = problem
        self.path = path

    def under(self, step: str) -> Malformed:
        """Return the same problem, seen from one step further out."""
        joint = "." if self.path and not self.path.startswith("[") else ""
        return Malformed(self.problem, f"{step}{joint}{self.path}")

    def __reduce__(self) -> tuple[type[Malformed], tuple[str, str]]:
        """Let the error travel between processes."""
        return Malformed, (self.problem, self.path)


def read_report(data: object) -> ReportData:
    """Read a report from plain data.

    Args:
        data: What :func:`attribution.report.serialize.to_dict` returns.

    Returns:
        The report's data; every span matches the text, and every reference leads somewhere.

    Raises:
        Malformed: If that is not so.
    """
    if not isinstance(data, Mapping):
        raise Malformed(f"a report is a mapping, not {_named(data)}")
    schema = data.get("schema", _MISSING)
    if schema != records.SCHEMA:
        given = "there is none" if schema is _MISSING else f"not {schema!r}"
        raise Malformed(f"must be {records.SCHEMA!r}, {given}", "schema")
    text = _get(data, "text", _string)
    read = _Reader(text)
    report = ReportData(
        text=text,
        sentences=_get_all(data, "sentences", read.sentence),
        attributions=_get_all(data, "attributions", read.attribution),
        sources=_get_all(data, "sources", read.entity),
        hedges=_get_all(data, "hedges", read.hedge),
        loaded=_get_all(data, "loaded", read.loaded),
        claims=_get_all(data, "claims", read.claim),
        warnings=_get_all_extra(data, "warnings", _string),
    )
    _check_references(report)
    return report


class _Reader:
    """Readers of all records of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, data: Any) -> Span:
        start, end, text = self._stretch(data)
        return Span(start, end, text)

    def sentence(self, data: Any) -> Sentence:
        start, end, text = self._stretch(data)
        return Sentence(start, end, text, _get(data, "kind", _sentence_kind))

    def attribution(self, data: Any) -> Attribution:
        _mapping(data)
        return Attribution(
            id=_get(data, "id", _string),
            cue=_get_all(data, "cue", self.span),
            cue_kind=_get(data, "cue_kind", _cue_kind),
            stance=_get(data, "stance", _stance),
            source=_get_optional(data, "source", self.source),
            content=_get_all(data, "content", self.span),
            quotation=_get(data, "quotation", _quotation),
            parent=_get_optional(data, "parent", _string),
            confidence=_get(data, "confidence", _share),
        )

    def source(self, data: Any) -> Source:
        _mapping(data)
        return Source(
            spans=_get_all(data, "spans", self.span),
            kind=_get(data, "kind", _source_kind),
            identification=_get(data, "identification", _identification),
            anonymous=_get(data, "anonymous", _boolean),
            anonymity_reason=_get_optional(data, "anonymity_reason", self.span),
            resolved=_get_optional(data, "resolved", self.span),
            via=_get_optional(data, "via", self.span),
            entity=_get_optional(data, "entity", _string),
            count=_get_extra(data, "count", _count),
            descriptors=_get_all_extra(data, "descriptors", self.span),
        )

    def entity(self, data: Any) -> Entity:
        _mapping(data)
        return Entity(
            id=_get(data, "id", _string),
            name=_get(data, "name", _string),
            kind=_get(data, "kind", _source_kind),
            identification=_get(data, "identification", _identification),
            mentions=_get_all(data, "mentions", self.span),
        )

    def hedge(self, data: Any) -> Hedge:
        _mapping(data)
        return Hedge(
            span=_get(data, "span", self.span),
            kind=_get(data, "kind", _hedge_kind),
            confidence=_get(data, "confidence", _share),
        )

    def loaded(self, data: Any) -> Loaded:
        _mapping(data)
        return Loaded(
            span=_get(data, "span", self.span),
            kind=_get(data, "kind", _loaded_kind),
            voice=_get(data, "voice", _voice),
            confidence=_get(data, "confidence", _share),
        )

    def claim(self, data: Any) -> Claim:
        _mapping(data)
        return Claim(
            id=_get(data, "id", _string),
            spans=_get_all(data, "spans", self.span),
            sentence=_get(data, "sentence", _count),
            attributions=_get_all(data, "attributions", _string),
            hedges=_get_all(data, "hedges", _count),
            loaded=_get_all(data, "loaded", _count),
            sourcing=_get(data, "sourcing", self.sourcing),
            loading=_get(data, "loading", self.loading),
        )

    def sourcing(self, data: Any) -> Score:
        return self._score(data, _sourcing_level)

    def loading(self, data: Any) -> Score:
        return self._score(data, _loading_level)

    def factor(self, data: Any) -> Factor:
        _mapping(data)
        return Factor(
            name=_get(data, "name", _string),
            effect=_get(data, "effect", _number),
            span=_get_optional(data, "span", self.span),
            reason=_get(data, "reason", _string),
        )

    def _score(self, data: Any, level: Reader[Any]) -> Score:
        _mapping(data)
        return Score(
            value=_get(data, "value", _share),
            level=_get(data, "level", level),
            factors=_get_all(data, "factors", self.factor),
        )

    def _stretch(self, data: Any) -> tuple[int, int, str]:
        _mapping(data)
        start = _get(data, "start", _count)
        end = _get(data, "end", _count)
        text = _get(data, "text", _string)
        if start > end:
            raise Malformed(f"{start} lies behind the end, {end}", "start")
        if end > len(self.text):
            raise Malformed(f"{end} lies behind the end of the text, which has {len(self.text)} characters", "end")
        if self.text[start:end] != text:
            raise Malformed(f"{_short(text)} is not what the text has there: {_short(self.text[start:end])}", "text")
        return start, end, text


def _check_references(report: ReportData) -> None:
    """Refuse ids that are given twice or lead nowhere, and indices out of range."""
    attributions = _unique("attributions", [attribution.id for attribution in report.attributions])
    entities = _unique("sources", [entity.id for entity in report.sources])
    _unique("claims", [claim.id for claim in report.claims])
    for index, attribution in enumerate(report.attributions):
        path = f"attributions[{index}]"
        if attribution.parent is not None:
            _refer(attribution.parent, attributions, "attribution", f"{path}.parent")
        if attribution.source is not None and attribution.source.entity is not None:
            _refer(attribution.source.entity, entities, "source", f"{path}.source.entity")
    _check_nesting(report)
    for index, claim in enumerate(report.claims):
        path = f"claims[{index}]"
        _within(claim.sentence, len(report.sentences), "sentences", f"{path}.sentence")
        for position, name in enumerate(claim.attributions):
            _refer(name, attributions, "attribution", f"{path}.attributions[{position}]")
        for position, hedge in enumerate(claim.hedges):
            _within(hedge, len(report.hedges), "hedges", f"{path}.hedges[{position}]")
        for position, loaded in enumerate(claim.loaded):
            _within(loaded, len(report.loaded), "loaded", f"{path}.loaded[{position}]")


def _check_nesting(report: ReportData) -> None:
    """Refuse an attribution that is its own ancestor."""
    parents = {attribution.id: attribution.parent for attribution in report.attributions}
    sound: set[str] = set()
    for index, attribution in enumerate(report.attributions):
        seen: dict[str, None] = {}
        name: str | None = attribution.id
        while name is not None and name not in sound:
            if name in seen:
                raise Malformed(f"{attribution.id!r} lies within itself", f"attributions[{index}].parent")
            seen[name] = None
            name = parents[name]
        sound.update(seen)


def _unique(table: str, names: list[str]) -> frozenset[str]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            raise Malformed(f"{name!r} is given twice", f"{table}[{index}].id")
        seen.add(name)
    return frozenset(seen)


def _refer(name: str, known: Collection[str], what: str, path: str) -> None:
    if name not in known:
        raise Malformed(f"there is no {what} {name!r}", path)


def _within(index: int, length: int, table: str, path: str) -> None:
    if index >= length:
        raise Malformed(f"{index} is out of range: there are {length} {table}", path)


def _get(data: Mapping[str, Any], key: str, read: Reader[T]) -> T:
    if key not in data:
        raise Malformed("is missing", key)
    try:
        return read(data[key])
    except Malformed as error:
        raise error.under(key) from None


def _get_optional(data: Mapping[str, Any], key: str, read: Reader[T]) -> T | None:
    if key in data and data[key] is None:
        return None
    return _get(data, key, read)


def _get_extra(data: Mapping[str, Any], key: str, read: Reader[T]) -> T | None:
    """Read a key that older reports do not have."""
    return _get_optional(data, key, read) if key in data else None


def _get_all(data: Mapping[str, Any], key: str, read: Reader[T]) -> tuple[T, ...]:
    if key not in data:
        raise Malformed("is missing", key)
    values = data[key]
    if not isinstance(values, (list, tuple)):
        raise Malformed(f"must be a list, not {_named(values)}", key)
    found: list[T] = []
    for index, value in enumerate(values):
        try:
            found.append(read(value))
        except Malformed as error:
            raise error.under(f"{key}[{index}]") from None
    return tuple(found)


def _get_all_extra(data: Mapping[str, Any], key: str, read: Reader[T]) -> tuple[T, ...]:
    """Read a list that older reports do not have."""
    return _get_all(data, key, read) if key in data else ()


def _mapping(value: Any) -> None:
    if not isinstance(value, Mapping):
        raise Malformed(f"must be a mapping, not {_named(value)}")


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise Malformed(f"must be a string, not {_named(value)}")
    return value


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Malformed(f"must be true or false, not {_named(value)}")
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Malformed(f"must be a whole number from 0 up, not {_named(value)}")
    return value


def _number(value: Any) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not isfinite(value):
        raise Malformed(f"must be a number, not {_named(value)}")
    return float(value)


def _share(value: Any) -> float:
    number = _number(value)
    if not 0.0 <= number <= 1.0:
        raise Malformed(f"must lie between 0 and 1, not at {value!r}")
    return number


def _one_of(values: tuple[str, ...]) -> Reader[Any]:
    allowed = frozenset(values)

    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in allowed:
            raise Malformed(f"must be one of {', '.join(values)}, not {_named(value)}")
        return value

    return read


_sentence_kind = _one_of(get_args(records.SentenceKind))
_cue_kind = _one_of(get_args(records.CueKind))
_stance = _one_of(get_args(records.Stance))
_source_kind = _one_of(get_args(records.SourceKind))
_identification = _one_of(get_args(records.Identification))
_quotation = _one_of(get_args(records.QuotationType))
_hedge_kind = _one_of(get_args(records.HedgeKind))
_loaded_kind = _one_of(get_args(records.LoadedKind))
_voice = _one_of(get_args(records.Voice))
_sourcing_level = _one_of(SOURCING_LEVELS)
_loading_level = _one_of(LOADING_LEVELS)


def _named(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, (str, int, float)):
        return _short(value)
    return type(value).__name__


def _short(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 60 else f"{written[:57]}..."
