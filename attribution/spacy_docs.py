"""spaCy Docs that are there already, such as those of a textacy Corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attribution.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from attribution.pipeline.component import AttributionComponent


def analyze_docs(docs: Iterable[Doc]) -> Iterator[Report]:
    """Analyze spaCy Docs as they are, such as the Docs of a ``textacy.Corpus``.

    A Doc that has a report, because its pipeline has the component ``attribution``, gives that report. Any other is
    read now: its own tags, trees, sentences and entities are used and stay, what it lacks is set, and the report is
    then at ``doc._.report``, and its spans in ``doc.spans``, too.

    Args:
        docs: Docs of any English pipeline; may be a generator, which is read only as far as needed.

    Yields:
        A report for each Doc, in order.

    Raises:
        TypeError: If one of them is not a Doc.
    """
    # spaCy takes long to load, and an import of this package must not.
    from spacy.tokens import Doc

    from attribution.pipeline.component import REPORT, AttributionComponent, get_report

    component: AttributionComponent | None = None
    for doc in docs:
        if not isinstance(doc, Doc):
            raise TypeError(f"a Doc is needed, not {type(doc).__name__}; analyze_many() takes texts")
        if REPORT not in doc.user_data:
            # Rules are matched by the strings of a vocabulary; the Docs of a corpus share one.
            if component is None or component.vocab is not doc.vocab:
                component = AttributionComponent(doc.vocab)
            component(doc)
        yield get_report(doc)
