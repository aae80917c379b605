"""spaCy Docs that are there already, such as those of a textacy Corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeGuard

from attribution.report import Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from attribution.pipeline.component import AttributionComponent


def analyze_docs(docs: Iterable[Doc], *, nlp: Language | None = None) -> Iterator[Report]:
    """Analyze spaCy Docs as they are, such as the Docs of a ``textacy.Corpus``.

    A Doc that has a report, because its pipeline has the component ``attribution``, gives that report. Any other is
    read now: its own tags, trees, sentences and entities are used and stay, what it lacks is set, and the report is
    then at ``doc._.report``, and its spans in ``doc.spans``, too.

    Args:
        docs: Docs of any English pipeline; may be a generator, which is read only as far as needed.
        nlp: A pipeline with the component ``attribution``, whose lexicons, weights and model are used; the shipped ones
            by default. It need not be the one that made the Docs.

    Yields:
        A report for each Doc, in order.

    Raises:
        TypeError: If one of them is not a Doc.
    """
    reader = DocReader(nlp)
    for doc in docs:
        if not is_doc(doc):
            raise TypeError(f"a Doc is needed, not {type(doc).__name__}; analyze_many() takes texts")
        yield reader.read(doc)


def is_doc(value: object) -> TypeGuard[Doc]:
    """Tell whether this is a spaCy Doc."""
    # spaCy takes long to load, and an import of this package must not.
    from spacy.tokens import Doc

    return isinstance(value, Doc)


class DocReader:
    """Reads Docs, and keeps what it needs for those of one vocabulary."""

    def __init__(self, nlp: Language | None = None) -> None:
        """Take the pipeline whose settings are used; the shipped ones by default."""
        self._nlp = nlp
        self._component: AttributionComponent | None = None

    def read(self, doc: Doc) -> Report:
        """Return the report of a Doc, which has one afterwards if it had none."""
        from attribution.pipeline.component import REPORT, get_report

        if REPORT not in doc.user_data:
            # Rules are matched by the strings of a vocabulary; the Docs of a corpus share one.
            if self._component is None or self._component.vocab is not doc.vocab:
                self._component = self._made_for(doc)
            self._component(doc)
        return get_report(doc)

    def _made_for(self, doc: Doc) -> AttributionComponent:
        from attribution.pipeline.component import AttributionComponent

        given = [pipe for _, pipe in self._nlp.pipeline] if self._nlp is not None else []
        for pipe in given:
            if isinstance(pipe, AttributionComponent):
                return AttributionComponent(doc.vocab, lexicons=pipe.lexicons, scoring=pipe.scoring, model=pipe.model)
        return AttributionComponent(doc.vocab)
