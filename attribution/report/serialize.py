"""Reports as plain JSON types and back.

Reading trusts nothing: a value of the wrong type, a span that does not match the text, or a reference that leads
nowhere is refused with the path of the bad value. Keys that are not known are passed over, so that reports with more
keys can be read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from attrs import asdict

from .reading import read_report
from .records import SCHEMA, Attribution, Claim, Entity, Hedge, Loaded, ReportData, Score, Sentence, Source, Span
from .summary import summarize

# JSON escapes characters beyond U+FFFF as two surrogates, so two surrogates that stand next to each other in a broken
# text would be read back as one character, and every offset behind them would be wrong by one.
_ADJACENT = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89a-fA-F][0-9a-fA-F]{2})")
_APART = "surrogates_apart"


def to_dict(report: ReportData) -> dict[str, Any]:
    """Write a report as plain JSON types: dicts, lists, strings, numbers, booleans and ``None``."""
    return {
        "schema": SCHEMA,
        "text": report.text,
        "sentences": [_sentence(sentence) for sentence in report.sentences],
        "attributions": [_attribution(attribution) for attribution in report.attributions],
        "sources": [_entity(entity) for entity in report.sources],
        "hedges": [_hedge(hedge) for hedge in report.hedges],
        "loaded": [_loaded(loaded) for loaded in report.loaded],
        "claims": [_claim(claim) for claim in report.claims],
        "warnings": list(report.warnings),
        "summary": asdict(summarize(report)),
    }


def to_json(report: ReportData, *, indent: int | None = None) -> str:
    """Write a report as JSON in ASCII, so that any text survives any encoding.

    Args:
        report: Any report.
        indent: Spaces for each level of nesting; everything on one line by default.

    Returns:
        The JSON; :func:`from_json` reads it.
    """
    return dump(to_dict(report), indent=indent)


def dump(data: dict[str, Any], *, indent: int | None = None) -> str:
    """Write a report's dict, perhaps with more keys, as JSON in ASCII.

    A text in which two lone surrogates meet is written with the key ``surrogates_apart``, and its other characters as
    they are.
    """
    written = json.dumps(data, indent=indent)
    if "\\ud" not in written or _ADJACENT.search(json.dumps(data, ensure_ascii=False)) is None:
        return written
    written = json.dumps(data | {_APART: True}, indent=indent, ensure_ascii=False)
    return _SURROGATE.sub(_escape, written)


def from_dict(data: object) -> ReportData:
    """Read what :func:`to_dict` wrote.

    Args:
        data: The dict. Unknown keys and ``summary`` are passed over: the summary is counted anew.

    Returns:
        The report's data.

    Raises:
        ValueError: If something is wrong with it; the message begins with the path of the bad value.
    """
    return read_report(data)


def from_json(written: str | bytes) -> ReportData:
    """Read what :func:`to_json` wrote.

    Args:
        written: JSON, as text or as UTF-8.

    Returns:
        The report's data.

    Raises:
        ValueError: If it is not JSON, or not a report.
    """
    text = written.decode() if isinstance(written, bytes) else written
    try:
        data = json.loads(text)
        if isinstance(data, dict) and data.get(_APART) is True:
            data = json.loads(_ESCAPED.sub(_unescape, text))
    except RecursionError:
        raise ValueError("not a report: nested too deeply") from None
    return read_report(data)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _unescape(match: re.Match[str]) -> str:
    return match[1] + chr(int(match[2], 16))


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _span_or_none(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else _span(span)


def _spans(spans: Iterable[Span]) -> list[dict[str, Any]]:
    return [_span(span) for span in spans]


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {"start": sentence.start, "end": sentence.end, "text": sentence.text, "kind": sentence.kind}


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "cue": _spans(attribution.cue),
        "cue_kind": attribution.cue_kind,
        "stance": attribution.stance,
        "source": None if attribution.source is None else _source(attribution.source),
        "content": _spans(attribution.content),
        "quotation": attribution.quotation,
        "parent": attribution.parent,
        "confidence": attribution.confidence,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "spans": _spans(source.spans),
        "kind": source.kind,
        "identification": source.identification,
        "anonymous": source.anonymous,
        "anonymity_reason": _span_or_none(source.anonymity_reason),
        "resolved": _span_or_none(source.resolved),
        "via": _span_or_none(source.via),
        "entity": source.entity,
        "count": source.count,
        "descriptors": _spans(source.descriptors),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "identification": entity.identification,
        "mentions": _spans(entity.mentions),
    }


def _hedge(hedge: Hedge) -> dict[str, Any]:
    return {"span": _span(hedge.span), "kind": hedge.kind, "confidence": hedge.confidence}


def _loaded(loaded: Loaded) -> dict[str, Any]:
    return {
        "span": _span(loaded.span),
        "kind": loaded.kind,
        "voice": loaded.voice,
        "confidence": loaded.confidence,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "spans": _spans(claim.spans),
        "sentence": claim.sentence,
        "attributions": list(claim.attributions),
        "hedges": list(claim.hedges),
        "loaded": list(claim.loaded),
        "sourcing": _score(claim.sourcing),
        "loading": _score(claim.loading),
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "value": score.value,
        "level": score.level,
        "factors": [
            {
                "name": factor.name,
                "effect": factor.effect,
                "span": _span_or_none(factor.span),
                "reason": factor.reason,
            }
            for factor in score.factors
        ],
    }
