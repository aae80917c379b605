"""``python -m attribution.training --data DIR --out DIR``: from corpora to a model folder.

Needs the extra ``train``. Interrupted, the same command goes on from its last checkpoint in the output folder.
Use the result with ``attribution.load(model=DIR)``.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from attribution.training.corpora import CorpusError
from attribution.training.recipe import Corpora, QuantizationError, make_model


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m attribution.training", description="Train the encoder.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder with polnear/, ud/ and babe/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoint, weights and model card")
    parser.add_argument(
        "--attributions",
        type=Path,
        action="append",
        help="folder with text/ and brat attributions/ (instead of PolNeAR's)",
    )
    parser.add_argument("--trees", type=Path, action="append", help="CoNLL-U file (instead of those in ud/)")
    parser.add_argument("--loaded", type=Path, help="CSV in the form of BABE (instead of babe/dev.csv)")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0, help="processor threads; all by default")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    corpora = Corpora.under(given.data, attributions=given.attributions, trees=given.trees, loaded=given.loaded)
    try:
        make_model(corpora, given.out, epochs=given.epochs, seed=given.seed, threads=given.threads)
    except (CorpusError, QuantizationError) as error:
        print(f"python -m attribution.training: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
