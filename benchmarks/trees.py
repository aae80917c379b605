"""Tags, trees and sentences on UD English: ``python -m benchmarks.trees --data DIR``.

Ten sentences at a time are joined by spaces, as ``spacy convert -n 10`` does, and analyzed as raw text with the
package's own tokenizer; spaCy aligns the tokens and scores. Punctuation is left out of the attachment scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.language import Language
from spacy.pipeline.dep_parser import parser_score
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from benchmarks.command import Setup, Table, percent, run
from benchmarks.treebank import read_documents

# Trained on the same en-train for 3,500 steps, scored in the same way, but on the test parts: XPOS was not published.
_CNN: Final = {"EWT": (0.933, 0.813, 0.772, 0.717), "GUM": (0.951, 0.844, 0.803, 0.871)}

_MEASURES: Final = {
    "XPOS accuracy": "tag_acc",
    "UPOS accuracy": "pos_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "sentences, F1": "sents_f",
}


def measure(setup: Setup) -> list[Table]:
    """Score the embedded pipeline on the dev parts of EWT and GUM."""
    nlp = setup.pipeline()
    rows = []
    for name, stem in (("EWT", "en_ewt-dev"), ("GUM", "en_gum-dev")):
        scores = score_trees(nlp, setup.first(read_documents(setup.data / "ud" / f"{stem}.conllu.gz")))
        upos, uas, las, sentences = map(percent, _CNN[name])
        peers = {"UPOS accuracy": upos, "UAS": uas, "LAS": las, "sentences, F1": sentences}
        rows += [(f"{name}: {label}", percent(scores[key]), peers.get(label, "–")) for label, key in _MEASURES.items()]
    return [
        Table(
            "Tags, trees and sentences from raw text, UD English dev (%)",
            ("measure", "this package", "spaCy CNN"),
            tuple(rows),
            (
                "spaCy CNN: tok2vec 96 wide with tagger, morphologizer and parser, trained on the same sentences for "
                "3,500 steps; its figures are for the test parts.",
            ),
        )
    ]


def score_trees(nlp: Language, references: Sequence[Doc]) -> dict[str, float]:
    """Analyze the text of each reference and let spaCy's scorer compare.

    Returns:
        ``tag_acc``, ``pos_acc``, ``dep_uas``, ``dep_las``, ``sents_f`` in [0, 1]: higher is better.
    """
    predicted = nlp.pipe(reference.text for reference in references)
    return score_examples([Example(doc, reference) for doc, reference in zip(predicted, references, strict=True)])


def score_examples(examples: list[Example]) -> dict[str, float]:
    """Score aligned Docs; see :func:`score_trees`."""
    return {
        **Scorer.score_token_attr(examples, "tag"),
        **Scorer.score_token_attr(examples, "pos"),
        **parser_score(examples),
    }


if __name__ == "__main__":
    raise SystemExit(run("Tags, trees and sentences on UD English.", measure))
