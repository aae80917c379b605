"""textacy's rules for direct quotations, on the parse that they are given."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token
from textacy.extract.triples import direct_quotations

from benchmarks.scorers.attributions import Roles
from benchmarks.scorers.spans import Pieces


def find_attributions(doc: Doc) -> tuple[Roles, ...]:
    """Return textacy's quotations as attributions.

    Raises:
        Exception: whatever ``textacy.extract.direct_quotations`` raises, such as ``ValueError`` where quotation marks
            are not paired.
    """
    return tuple(
        Roles(_pieces(found.speaker), _pieces(found.cue), ((found.content.start_char, found.content.end_char),))
        for found in direct_quotations(doc)
    )


def _pieces(tokens: Iterable[Token]) -> Pieces:
    return tuple((token.idx, token.idx + len(token)) for token in tokens)
