"""The spaCy component ``attribution``: from a Doc that the encoder has read to a report."""

# Annotations are not postponed here: spaCy up to 3.8.11 reads those of the factories, and needs them evaluated.

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from attribution.interpret.interpreter import Interpreter
from attribution.lexicons import Lexicons
from attribution.pipeline.encoder import AttributionEncoder
from attribution.pipeline.files import SHIPPED, ModelFiles
from attribution.pipeline.readings import restore
from attribution.pipeline.span_groups import set_span_groups
from attribution.report import Report
from attribution.scoring import Weights, score

REPORT: Final = "attribution_report"


def get_report(doc: Doc) -> Report:
    """Return the report of a Doc; what ``doc._.report`` gives.

    Raises:
        ValueError: if the component ``attribution`` has not run on the Doc.
    """
    stored = doc.user_data.get(REPORT)
    if stored is None:
        raise ValueError("this Doc has no report; add the component: nlp.add_pipe('attribution')")
    return stored.report if isinstance(stored, _StoredReport) else Report.from_dict(stored)


class _StoredReport(dict[str, Any]):
    """A report as plain values, which is what travels with the Doc, and as it was made, which is not read twice."""

    __slots__ = ("report",)

    def __init__(self, report: Report) -> None:
        super().__init__(report.to_dict())
        self.report = report

    def __reduce__(self) -> tuple[Any, ...]:
        """Leave the plain values alone to copies, in other processes too."""
        return dict, (dict(self),)


class AttributionComponent:
    """Interprets what the encoder reads, scores the claims, and leaves the report in the Doc.

    It is there as plain values in ``doc.user_data``, as :class:`~attribution.Report` at ``doc._.report``, and as groups
    of spans in ``doc.spans`` (:mod:`attribution.pipeline.span_groups`).

    Without ``attribution_encoder`` before it in the pipeline it reads Docs itself, and sets then whatever layer
    (tags, tree, sentences, entities) the pipeline has not.
    """

    def __init__(
        self,
        vocab: Vocab,
        name: str = "attribution",
        *,
        lexicons: Sequence[str] = (),
        scoring: str | None = None,
        model: str | None = None,
    ) -> None:
        """Read lexicons and weights; see :func:`make_component`."""
        self.vocab = vocab
        self.name = name
        self.lexicons = tuple(lexicons)
        self.scoring = scoring
        self.model = model
        self._set_up()

    def _set_up(self) -> None:
        lexicons = Lexicons.read([Path(path) for path in self.lexicons]) if self.lexicons else Lexicons.default()
        self._interpreter = Interpreter(self.vocab, lexicons)
        self._weights = Weights.read(Path(self.scoring)) if self.scoring else Weights.shipped()
        self._encoder: AttributionEncoder | None = None
        set_extension()

    def __getstate__(self) -> dict[str, Any]:
        """Keep the settings; what is built from them is built again where it is needed."""
        return {name: getattr(self, name) for name in ("vocab", "name", "lexicons", "scoring", "model")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Build everything again, in worker processes too."""
        self.__dict__.update(state)
        self._set_up()

    def __call__(self, doc: Doc) -> Doc:
        """Put a report into one Doc."""
        report = self.read(doc)
        doc.user_data[REPORT] = _StoredReport(report)
        set_span_groups(doc, report)
        return doc

    def read(self, doc: Doc) -> Report:
        """Return the report of one Doc, which is left without it."""
        readings = restore(doc)
        if readings is None:
            if self._encoder is None:
                self._encoder = AttributionEncoder(self.vocab, ModelFiles(Path(self.model) if self.model else SHIPPED))
            readings = restore(self._encoder(doc))
            assert readings is not None
        return score(self._interpreter(doc, readings), self._weights)

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Put reports into Docs, one after the other; ``batch_size`` is there because spaCy passes it on."""
        return map(self, stream)

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: settings are in the pipeline's config."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> "AttributionComponent":
        """Take nothing; see :meth:`to_bytes`."""
        return self

    def to_disk(self, path: Path | str, **_: Any) -> None:
        """Write nothing; see :meth:`to_bytes`."""

    def from_disk(self, path: Path | str, **_: Any) -> "AttributionComponent":
        """Read nothing; see :meth:`to_bytes`."""
        return self


def set_extension() -> None:
    """Make ``doc._.report`` available; may be called again."""
    if not Doc.has_extension("report"):
        Doc.set_extension("report", getter=get_report)


@Language.factory(
    "attribution",
    assigns=["doc._.report", "doc.spans"],
    default_config={"lexicons": [], "scoring": None, "model": None},
)
def make_component(
    nlp: Language, name: str, lexicons: list[str], scoring: str | None, model: str | None
) -> Callable[[Doc], Doc]:
    """Make the component for a pipeline.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        lexicons: TOML files that add to or replace the shipped lexicons.
        scoring: A TOML file with weights of the scores; the shipped ones if ``None``.
        model: A folder with a model of one's own, used where no ``attribution_encoder`` stands before; the shipped one
            if ``None``.
    """
    return AttributionComponent(nlp.vocab, name, lexicons=lexicons, scoring=scoring, model=model)
