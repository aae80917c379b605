"""Whom "I" and "we" mean inside a quotation."""

from __future__ import annotations

from spacy.tokens import Doc

from attribution.interpret.sources.characters import Cast, Character
from attribution.interpret.sources.kinship import SPEAKS_FOR_A_BODY
from attribution.interpret.sources.mention import SPEAKERS, Mention
from attribution.interpret.sources.reading_mentions import read_mention
from attribution.interpret.sources.same_names import same_name
from attribution.interpret.vocabulary import Vocabulary


def meant_by_speaker(doc: Doc, mention: Mention, speaker: Character, cast: Cast, vocabulary: Vocabulary) -> Character:
    """Return the bearer of "I" (the speaker) or "we" (the body that a person speaks for, else the speaker)."""
    if doc[mention.head].lower_ in SPEAKERS or speaker.kind != "person" or not speaker.nouns & SPEAKS_FOR_A_BODY:
        return speaker
    for other in speaker.tellers:
        body = _body_in(doc, other, cast, vocabulary)
        if body is not None:
            return body
    return speaker


def _body_in(doc: Doc, mention: Mention, cast: Cast, vocabulary: Vocabulary) -> Character | None:
    """The body named inside a description: "White House" in "White House spokesman Eric Hale"."""
    i = mention.start
    while i < mention.end:
        end = i
        while end < mention.end and doc[end].pos_ == "PROPN" and doc[end].lower_.rstrip(".") not in mention.name:
            end += 1
        if end > i:
            inner = read_mention(doc, i, end, vocabulary)
            if inner.kind in {"organization", "media"} and inner.form == "name":
                return same_name(inner, cast) or cast.enter(inner, frozenset(inner.name))
        i = max(end, i + 1)
    return None
