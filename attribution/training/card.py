# ruff: noqa: E501 - lines of a Markdown table cannot be broken
"""The model card: what the weights are, what they were trained on, what they reach and where they fail."""

from __future__ import annotations

from attrs import asdict

from attribution.training.figures import Figures
from attribution.training.network import FULL, SMALL

INITIAL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
INITIAL_REVISION = "1110a243"

_ROWS = {
    "cue": "cue, first word, F1 (PolNeAR dev)",
    "source": "source of a given cue, words, F1 (PolNeAR dev)",
    "content": "content of a given cue, words, F1 (PolNeAR dev)",
    "entity": "named entities, words, F1 (CoreNLP's annotation of PolNeAR dev)",
    "tag": "Penn tags, accuracy (EWT and GUM dev)",
    "attachment": "heads, unlabelled, without punctuation (EWT and GUM dev)",
    "relation": "heads, labelled, without punctuation (EWT and GUM dev)",
    "sentence": "sentence starts, F1 (EWT and GUM dev)",
    "loaded": "loaded words, F1 (BABE, a fifth kept out of training)",
}

_CARD = """\
# Model card: the encoder of `attribution`

One small transformer with ten heads, in eight-bit ONNX. It reads English news and says, word by word, what is a cue of
attribution, what is source and content of each cue, tags, dependency trees, sentence starts, named entities, and which
words are loaded and what their sentence sounds like. Everything else that the library says is made from this by rules that can be read.

* **Initial weights**: all-MiniLM-L6-v2 (Apache-2.0), revision {revision}, `model.safetensors` with SHA-256
  `{sha}`, checked before training.
* **Licence of these weights**: CC BY-SA 4.0, because they are trained on EWT and GUM.
* **Made by** `python -m attribution.training --data DIR --out DIR`: a cycle of {epochs} epochs, then shorter ones that lean to trees and entities, seed {seed}.
  Then each layer is pruned, from {full.heads} attention heads to {pruned.heads} and from {full.units} units to {pruned.units}, and the small network learns from the labels and from the
  full one, and to tell names by the spelling of words.

## Corpora

| corpus | part | for | licence |
| --- | --- | --- | --- |
| PolNeAR 1.0 (Newell, Margolin and Ruths 2018): US political news | train, all annotators | cues, sources, contents | public research corpus |
| the CoreNLP annotation shipped with it | train | entities (silver: it has errors) | as above |
| Universal Dependencies English EWT | train | tags, trees, sentences | CC BY-SA 4.0 |
| Universal Dependencies English GUM, without its non-commercial genres | train | tags, trees, sentences | CC BY and CC BY-SA by genre |
| BABE SG2 (Spinde et al. 2021): US news sentences | four fifths of the open part | loaded words | AGPL repository |

No text of any corpus is in this package.

## What the heads reach

Single heads, word by word, on parts that training did not see. Figures of the whole library, from raw text, are on the
page of measured tables in the documentation.

| head | full precision | eight bits (shipped) |
| --- | --- | --- |
{rows}

## Limits

* Trained on US news of 2015 and 2016 and on web text: other varieties of English and other topics are read less well.
* Entities were learned from another program's output and repeat its errors; titles of works and events suffer most.
* Loaded wording was learned from judgements of US readers on US topics. It is a matter of opinion; annotators agree only
  moderately, and a probability is not a verdict.
* Word pieces are uncased and without accents; casing comes in by the shape of each word.
* English only. Other languages give results that mean nothing.
* Not to be used to judge whether a claim is true, or to rank people.
"""


def write_card(full: Figures, small: Figures, *, epochs: int, seed: int) -> str:
    """Return the model card as Markdown."""
    before, after = asdict(full), asdict(small)
    rows = "\n".join(f"| {text} | {before[name]:.1f} | {after[name]:.1f} |" for name, text in _ROWS.items())
    return _CARD.format(
        revision=INITIAL_REVISION, sha=INITIAL_SHA256, epochs=epochs, seed=seed, full=FULL, pruned=SMALL, rows=rows
    )
