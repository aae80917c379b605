"""Universal Dependencies as spaCy Docs with gold annotation."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Final

from spacy.tokens import Doc
from spacy.training.converters.conllu_to_docs import conllu_to_docs

from attribution.training.corpora import existing

SENTENCES: Final = 10


def read_documents(path: Path) -> list[Doc]:
    """Read a gzipped CoNLL-U file into Docs of ten sentences, joined by a space where the file does not say otherwise.

    Raises:
        CorpusError: if the file is missing; the message names it.
    """
    with gzip.open(existing(path, "trees in CoNLL-U"), "rt", encoding="utf-8") as file:
        return list(conllu_to_docs(file.read(), n_sents=SENTENCES, no_print=True))
