"""Peak memory of a process that analyzes news: ``python -m benchmarks.memory --data DIR``.

Each system runs in a process of its own, over the same articles; what counts is the largest resident size that the
operating system saw, interpreter and libraries included, but for torch (see :mod:`benchmarks.interpreters`).
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final

from attribution.training.polnear import read_articles
from benchmarks.command import OURS, Setup, Table, add_arguments, run
from benchmarks.interpreters import run_module

ARTICLES: Final = 40


def measure(setup: Setup) -> list[Table]:
    """Measure this package and its peers on ``polnear/dev`` of the data folder."""
    # Made here, for what it takes to make the pipeline is not what it takes to use it.
    from benchmarks.peers import cnn

    with TemporaryDirectory() as made:
        folder = cnn.cache()
        if cnn.load() is None:
            folder = Path(made)
            cnn.untrained().to_disk(folder)
        sizes = {name: _in_process(name, setup, folder) for name in SYSTEMS}
    ahead = tuple(f"Ahead of this package: {name}." for name, size in sizes.items() if size < sizes[OURS])
    return [
        Table(
            f"Peak memory of a process, {len(_texts(setup))} PolNeAR articles",
            ("system", "MB", "ratio to this package"),
            tuple((name, f"{size:,.0f}", f"{size / sizes[OURS]:.2f}") for name, size in sizes.items()),
            (
                "Torch is hidden from all: none of them needs it, and spaCy imports it where it is installed.",
                "The CNN reads many articles at once, as spaCy does by default; that takes most of its memory.",
                *ahead,
            ),
        )
    ]


def analyze_all(setup: Setup, _cnn: Path) -> None:
    """Analyze the articles with this package."""
    for _ in setup.pipeline().pipe(_texts(setup)):
        pass


def parse_all(setup: Setup, cnn: Path) -> None:
    """Parse the articles with the spaCy CNN in a folder; chance weights take as much room as trained ones."""
    import spacy

    for _ in spacy.load(cnn).pipe(_texts(setup)):
        pass


def quote_all(setup: Setup, _cnn: Path) -> None:
    """Find quotations with textacy, on this package's parse."""
    # Each system pays for its own libraries alone.
    from benchmarks.peers import quotations

    nlp = setup.pipeline()
    nlp.remove_pipe("attribution")
    for doc in nlp.pipe(_texts(setup)):
        try:
            quotations.find_attributions(doc)
        except Exception:  # It raises on some articles.
            continue


SYSTEMS: Final[Mapping[str, Callable[[Setup, Path], None]]] = MappingProxyType(
    {
        OURS: analyze_all,
        "textacy direct_quotations, on this package's parse": quote_all,
        "spaCy CNN, tagger and parser": parse_all,
    }
)


def _texts(setup: Setup) -> list[str]:
    return [article.text for article in setup.first(read_articles(setup.data / "polnear" / "dev")[:ARTICLES])]


def _in_process(name: str, setup: Setup, cnn: Path) -> float:
    """Run one system in a process of its own and return its peak in MB."""
    arguments = ["--data", str(setup.data), "--system", name, "--cnn", str(cnn)]
    if setup.model is not None:
        arguments += ["--model", str(setup.model)]
    if setup.limit is not None:
        arguments += ["--limit", str(setup.limit)]
    return float(run_module("benchmarks.memory", *arguments).output)


def peak_megabytes() -> float:
    """Return the peak of this process in MB; Linux counts in KB, macOS in bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # The size that getrusage gives on Linux counts the parent's, which a new program inherits.
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1e3
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size / (1e6 if sys.platform == "darwin" else 1e3)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all systems, or, with ``--system``, run one and print its peak."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--system", choices=SYSTEMS)
    parser.add_argument("--cnn", type=Path)
    add_arguments(parser)
    options, _ = parser.parse_known_args(arguments)
    if options.system is None:
        return run("Peak memory of a process that analyzes news.", measure, arguments)
    SYSTEMS[options.system](Setup(options.data, options.model, options.limit), options.cnn)
    print(peak_megabytes())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
