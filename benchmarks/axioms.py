"""How far the scores obey their axioms on generated texts: ``python -m benchmarks.axioms``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

import attribution
from benchmarks.command import Setup, Table, percent
from tests.scoring.axioms.judging import Verdict, judge, shares
from tests.scoring.axioms.pairs import generate

COUNT: Final = 60
SEED: Final = 1


def tables(verdicts: Sequence[Verdict]) -> list[Table]:
    """Count the obeyed pairs of each axiom."""
    rows = tuple((axiom, str(total), percent(obeyed / total)) for axiom, (obeyed, total) in shares(verdicts).items())
    obeyed = sum(verdict.is_obeyed for verdict in verdicts)
    together = ("together", str(len(verdicts)), percent(obeyed / len(verdicts)))
    return [Table("Axioms on generated texts", ("axiom", "pairs", "obeyed (%)"), (*rows, together))]


def measure(setup: Setup) -> list[Table]:
    """Generate the usual pairs and count those that the pipeline obeys."""
    nlp = setup.pipeline()
    return tables(judge(generate(setup.limit or COUNT, SEED), lambda text: attribution.analyze(text, nlp=nlp)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Generate pairs, analyze them, print the share that obeys each axiom."""
    parser = argparse.ArgumentParser(description="How far the scores obey their axioms on generated texts.")
    parser.add_argument("--count", type=int, default=COUNT, help="pairs for each axiom (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed makes other texts (default: %(default)s)")
    parser.add_argument("--model", help="folder with a model (default: the shipped one)", metavar="DIR")
    parser.add_argument("--broken", action="store_true", help="also print the pairs that break an axiom")
    options = parser.parse_args(arguments)
    nlp = attribution.load(model=options.model)
    verdicts = judge(generate(options.count, options.seed), lambda text: attribution.analyze(text, nlp=nlp))
    print("\n\n".join(map(str, tables(verdicts))))
    if options.broken:
        print("", *(verdict for verdict in verdicts if not verdict.is_obeyed), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
