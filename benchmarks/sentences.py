"""Where sentences start, in UD English: ``python -m benchmarks.sentences --data DIR``.

Ten sentences at a time, joined by spaces as raw text, as in :mod:`benchmarks.trees`. A sentence start is right when it
is that of a gold sentence; the first of each text, which nobody can miss, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc
from tqdm import tqdm

from benchmarks.command import OURS, Setup, Table, percent, run
from benchmarks.peers import segmenters
from benchmarks.peers.segmenters import Segmenter
from benchmarks.scorers.counts import Counts
from benchmarks.treebank import read_documents

_PARTS: Final = {"EWT, web text": "en_ewt-dev", "GUM, mixed genres": "en_gum-dev"}


def measure(setup: Setup) -> list[Table]:
    """Score the embedded pipeline and the peers on the dev parts of EWT and GUM."""
    nlp = setup.pipeline()
    nlp.remove_pipe("attribution")
    systems: dict[str, Segmenter] = {
        OURS: lambda text: [sentence.start_char for sentence in nlp(text).sents],
        "spaCy sentencizer": segmenters.sentencizer(),
    }
    notes = []
    if (pysbd := segmenters.pysbd()) is None:
        notes.append(f"pySBD is not here: {segmenters.INSTALL}")
    else:
        systems["pySBD"] = pysbd
    rows: list[tuple[str, ...]] = []
    for name, stem in _PARTS.items():
        docs = setup.first(read_documents(setup.data / "ud" / f"{stem}.conllu.gz"))
        counts = score_starts(systems, tqdm(docs, desc=name, disable=None))
        for measure, figure in (("precision", "precision"), ("recall", "recall"), ("F1", "f1")):
            rows.append((f"{name}: {measure}", *(percent(getattr(counts[system], figure)) for system in systems)))
    return [Table("Sentence starts in raw text, UD English dev (%)", ("measure", *systems), tuple(rows), tuple(notes))]


def score_starts(systems: Mapping[str, Segmenter], docs: Iterable[Doc]) -> dict[str, Counts]:
    """Let each system cut the text of each gold Doc, and count the starts that are those of gold sentences."""
    counts = dict.fromkeys(systems, Counts())
    for doc in docs:
        gold = _inner([sentence.start_char for sentence in doc.sents])
        for name, starts in systems.items():
            counts[name] += Counts.of_sets(_inner(starts(doc.text)), gold)
    return counts


def _inner(starts: Sequence[int]) -> set[int]:
    return set(starts[1:])


if __name__ == "__main__":
    raise SystemExit(run("Where sentences start, in UD English.", measure))
