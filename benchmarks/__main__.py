"""All measurements in one run: ``python -m benchmarks --data DIR``; writes the tables of ``docs/measured.md``.

This package and every peer that is installed (``pip install '.[benchmarks]'``) read the same texts in the same run. A
peer that is missing, or a part whose libraries are, is named and left out; the others are measured.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from attribution.training.corpora import CorpusError
from benchmarks.command import Setup, Table, add_arguments
from benchmarks.page import Provenance, provenance, replace_section, section

PAGE: Final = Path("docs/measured.md")

PARTS: Final = (
    *("attributions", "confidence", "references", "seeds", "sentences", "trees", "entities", "hedges", "loading"),
    *("axioms", "speed", "memory"),
)
"""Modules of this package with a function ``measure``, in the order of the page."""

ON_REQUEST: Final = ("folds",)
"""More of them, which take too long to be measured with the others."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all parts, or those that are asked for, and write each as soon as it is there.

    Returns:
        The exit status: 0; 1 if a part was left out; 2 if the command was not understood.
    """
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure this package and its peers on public corpora."
    )
    add_arguments(parser)
    parser.add_argument(
        "--only",
        action="append",
        choices=(*PARTS, *ON_REQUEST),
        metavar="PART",
        help=f"may be repeated: {', '.join((*PARTS, *ON_REQUEST))}",
    )
    parser.add_argument(
        "--out", type=Path, help=f"page to write to (default: {PAGE}; nowhere with --limit)", metavar="FILE"
    )
    options = parser.parse_args(arguments)
    page = options.out if options.out is not None or options.limit is not None else PAGE
    setup = Setup(options.data, options.model, options.limit)
    parts = PARTS if options.only is None else [part for part in (*PARTS, *ON_REQUEST) if part in options.only]
    # Asked before the page changes; every part runs, also after one that was left out.
    origin = provenance()
    done = [_run(part, f"{number}/{len(parts)}", setup, page, origin) for number, part in enumerate(parts, 1)]
    return 0 if all(done) else 1


def _run(part: str, place: str, setup: Setup, page: Path | None, origin: Provenance) -> bool:
    """Measure one part, print it, put it into the page; say why not, where that is so."""
    print(f"[{place}] {part} …", file=sys.stderr, flush=True)
    try:
        measure: Callable[[Setup], Sequence[Table]] = importlib.import_module(f"benchmarks.{part}").measure
        tables = measure(setup)
    except ImportError as error:
        print(f"{part} is left out: {error}; pip install '.[benchmarks]'", file=sys.stderr)
        return False
    except CorpusError as error:
        print(f"{part} is left out: {error}", file=sys.stderr)
        return False
    written = section(part, tables, origin)
    print(written, flush=True)
    if page is not None:
        page.write_text(replace_section(page.read_text(encoding="utf-8"), part, written), encoding="utf-8")
    return True


if __name__ == "__main__":
    raise SystemExit(main())
