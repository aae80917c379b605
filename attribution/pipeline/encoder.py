"""The spaCy component ``attribution_encoder``: one neural pass for tags, trees, sentences, entities and readings."""

# Annotations are not postponed here: spaCy up to 3.8.11 reads those of the factories, and needs them evaluated.

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from attribution.interpret.readings import Readings
from attribution.interpret.text.lines import sentence_breaks
from attribution.interpret.wording.loaded_words import CONTENT
from attribution.pipeline.annotate import noun_chunks, set_entities, set_tags, set_tree
from attribution.pipeline.capitals import in_capitals, in_small_letters, places
from attribution.pipeline.decode import FrameDecoder, Thresholds, sigmoid
from attribution.pipeline.entities import decode_entities
from attribution.pipeline.features import GAPS, Ints, Words, read_words, text_of
from attribution.pipeline.files import LABELS, LEMMAS, SHIPPED, ModelFiles
from attribution.pipeline.labels import Labels
from attribution.pipeline.lemmas import Lemmas
from attribution.pipeline.merge import Section, TextReading, sections
from attribution.pipeline.parsing import TreeDecoder
from attribution.pipeline.readings import store
from attribution.pipeline.sentences import forced_starts
from attribution.pipeline.session import EncoderSession, Floats
from attribution.pipeline.tone import sentence_tone
from attribution.pipeline.windows import cut_for_reading


class AttributionEncoder:
    """Reads Docs with the shipped encoder.

    It sets what a Doc does not have yet: tags, parts of speech and lemmas; heads, relations and sentences; entities. So
    on a pipeline with a tagger, parser or recognizer of its own, theirs stay. In all cases it leaves its readings
    (attributions and loaded words) in ``doc.user_data`` for the component ``attribution``.
    """

    def __init__(
        self, vocab: Vocab, files: ModelFiles, name: str = "attribution_encoder", thresholds: Thresholds | None = None
    ) -> None:
        """Load the model; raises :class:`~attribution.pipeline.files.ModelError` if a file is missing or damaged."""
        self.vocab = vocab
        self.name = name
        self.files = files
        self.thresholds = thresholds or Thresholds()
        self._load()

    def _load(self) -> None:
        self._session = EncoderSession.of(self.files)
        self._labels = Labels.read(self.files.path(LABELS))
        self._lemmas = Lemmas.read(self.files.path(LEMMAS))

    def __getstate__(self) -> dict[str, Any]:
        """Leave the session behind: the process that unpickles loads its own."""
        return {"vocab": self.vocab, "name": self.name, "files": self.files, "thresholds": self.thresholds}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Load the model again."""
        self.__dict__.update(state)
        self._load()

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc and write into it what it lacks."""
        words = read_words(doc, self._session.pieces)
        if not len(words):
            store(doc, Readings((), np.zeros(len(doc), np.float32)))
            _annotate_blank(doc)
            return doc
        starts = forced_starts(words.start, sentence_breaks(text_of(doc)))
        frames = FrameDecoder(words, self.thresholds)
        trees = None if doc.has_annotation("DEP") else TreeDecoder(starts)
        reading = TextReading.blank(len(words))
        for section in self._sections(words, starts):
            reading.take(section)
            frames.add(section)
            if trees is not None:
                trees.add(section)
        self._annotate(doc, words, reading, None if trees is None else trees.heads)
        loading, capitals = np.zeros(len(doc), np.float32), np.zeros(len(doc), np.bool_)
        if stretches := list(in_capitals(doc, words)):
            own = places(stretches)
            reading.loaded[own], reading.tone[own] = self._wording(in_small_letters(words, stretches))
            capitals[words.token[own]] = True
        loading[words.token] = sigmoid(reading.loaded)
        store(doc, Readings(frames.frames(), loading, sentence_tone(doc, words.token, reading.tone), capitals))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Read Docs one after the other; ``batch_size`` is there because spaCy passes it on.

        Windows of several Docs are not read together: see :meth:`EncoderSession.read`.
        """
        return map(self, stream)

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the weights belong to the package, not to a saved pipeline."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> "AttributionEncoder":
        """Take nothing; see :meth:`to_bytes`."""
        return self

    def to_disk(self, path: Path | str, **_: Any) -> None:
        """Write nothing; see :meth:`to_bytes`."""

    def from_disk(self, path: Path | str, **_: Any) -> "AttributionEncoder":
        """Read nothing; see :meth:`to_bytes`."""
        return self

    def _sections(self, words: Words, starts: NDArray[np.bool_]) -> Iterator[Section]:
        """Read a text window by window, no sooner than asked, so that none needs to be remembered for long."""
        windows = cut_for_reading(words, starts)
        return sections(windows, (self._session.read(words, window, self.thresholds.candidate) for window in windows))

    def _wording(self, words: Words) -> tuple[Floats, Floats]:
        """Return the log odds that words are loaded, 0 probability for those without content, and their tone."""
        reading = TextReading.blank(len(words))
        for section in self._sections(words, words.gap == GAPS.index("paragraph")):
            reading.take(section)
        has_content = np.array([part in CONTENT for part in self._labels.pos])
        return np.where(has_content[reading.pos], reading.loaded, np.float32(-np.inf)), reading.tone

    def _annotate(self, doc: Doc, words: Words, reading: TextReading, heads: Ints | None) -> None:
        if not doc.has_annotation("TAG"):
            set_tags(doc, words, reading, self._labels, self._lemmas)
        if heads is not None:
            # The relations are those of Universal Dependencies, which spaCy's English iterator does not know.
            self.vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]
            # A Doc takes its iterator from the vocabulary when it is made, which for the first one was before.
            doc.noun_chunks_iterator = noun_chunks  # type: ignore[attr-defined]
            set_tree(doc, words, heads, reading.dep, self._labels)
        if not doc.has_annotation("ENT_IOB"):
            set_entities(doc, words, decode_entities(reading.entity))


def _annotate_blank(doc: Doc) -> None:
    for token in doc:
        token.tag_, token.pos_, token.lemma_ = "_SP", "SPACE", token.text
        token.is_sent_start = token.i == 0
    doc.set_ents([])


@Language.factory(
    "attribution_encoder",
    assigns=["token.tag", "token.pos", "token.lemma", "token.head", "token.dep", "token.is_sent_start", "doc.ents"],
    default_config={"model": None},
)
def make_encoder(nlp: Language, name: str, model: str | None) -> Callable[[Doc], Doc]:
    """Make the component for a pipeline.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        model: A folder with a model of one's own (``python -m attribution.training`` writes one); the shipped one if
            ``None``.
    """
    return AttributionEncoder(nlp.vocab, ModelFiles(Path(model) if model else SHIPPED), name)
