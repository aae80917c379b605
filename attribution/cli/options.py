"""What can be asked for on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from enum import Enum
from typing import Final, cast, get_args

from attrs import frozen

from attribution.report.marks import Layer
from attribution.report.tables import Table
from attribution.report.terminal import LAYERS

from .articles import expanded, same_file
from .exits import EXIT_CODES

_DESCRIPTION: Final = """\
Find the sources, attributions, hedges and loaded wording of English news, and
say for each claim how well it is sourced and how loaded its wording is.
"""
_EXAMPLES: Final = """\
examples:
  python -m attribution article.txt
  python -m attribution --csv --output claims.csv 'news/**/*.txt'
  head -n 5 article.txt | python -m attribution --why -

to check articles against newsroom rules:
  python -m attribution check FILE...
"""


class Form(Enum):
    """How the reports are written."""

    TERMINAL = "terminal"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


@frozen
class Options:
    """What was asked for, checked.

    Attributes:
        paths: The articles, wildcards expanded.
        form: How their reports are written.
        output: Where to, standard output by default.
        html: Where to write a page, if anywhere.
        layers: What is marked in the terminal.
        table: Which table ``--csv`` writes.
        why: Whether the terminal lists the reasons of each score.
        resume: Whether an earlier output is gone on with.
        processes: How many share the work; -1 for as many as there are processors.
        lexicons: Lexicons of the user's.
        scoring: Weights of the user's.
    """

    paths: tuple[str, ...]
    form: Form
    output: str | None
    html: str | None
    layers: tuple[Layer, ...]
    table: Table
    why: bool
    resume: bool
    processes: int
    lexicons: tuple[str, ...]
    scoring: str | None

    @property
    def writes_to_standard_output(self) -> bool:
        """Whether reports go there, in whatever form."""
        if self.html == "-" or (self.form is Form.TERMINAL and self.html is None):
            return True
        return self.form is not Form.TERMINAL and self.output in (None, "-")


def read_options(arguments: Sequence[str]) -> Options:
    """Read the command line.

    Raises:
        SystemExit: With code 2 and a message, if it is not understood or asks for things that do not go together.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    form = next((form for form in Form if getattr(given, form.value, False)), Form.TERMINAL)
    options = Options(
        paths=tuple(expanded(given.files)),
        form=form,
        output=given.output,
        html=given.html,
        layers=tuple(layer for layer in LAYERS if not given.layer or layer in given.layer),
        table=given.table or "claims",
        why=given.why,
        resume=given.resume,
        processes=given.processes,
        lexicons=tuple(given.lexicon),
        scoring=given.scoring,
    )
    _check(options, parser)
    if given.table and form is not Form.CSV:
        parser.error("--table needs --csv")
    if (given.why or given.layer) and (form is not Form.TERMINAL or options.html is not None):
        parser.error("--why and --layer are for the report in the terminal; the other forms hold everything")
    return options


def _check(options: Options, parser: argparse.ArgumentParser) -> None:
    for out in (options.html, options.output):
        if out not in (None, "-") and any(same_file(out, path) for path in options.paths):
            parser.error(f"{out} would be overwritten: it is one of the files to be analyzed")
    if options.output is not None and options.form is Form.TERMINAL:
        parser.error("--output needs --json, --jsonl or --csv")
    if options.resume and (options.form is not Form.JSONL or options.output in (None, "-")):
        parser.error("--resume needs --jsonl and --output FILE")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m attribution",
        usage="%(prog)s [OPTION...] FILE...",
        description=_DESCRIPTION,
        epilog=f"{_EXAMPLES}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a text in UTF-8, a pattern such as 'news/**/*.txt', or - (stdin)"
    )
    form = parser.add_argument_group("instead of a report in the terminal")
    one = form.add_mutually_exclusive_group()
    one.add_argument("--json", action="store_true", help="one report as JSON; several as a list")
    one.add_argument("--jsonl", action="store_true", help="a line of JSON for each report, as soon as it is there")
    one.add_argument("--csv", action="store_true", help="one table of all reports")
    form.add_argument("--table", choices=get_args(Table), metavar="NAME", help=f"for --csv: {_or(get_args(Table))}")
    form.add_argument("--output", "-o", metavar="OUT", help="where to write these, instead of standard output")
    form.add_argument("--resume", action="store_true", help="go on where --jsonl stopped: keep what OUT holds")
    form.add_argument("--html", metavar="OUT", help="write a self-contained page with all reports")
    terminal = parser.add_argument_group("in the terminal")
    terminal.add_argument(
        "--layer", action="extend", type=_layers, metavar="NAME,...", help=f"mark only these: {_or(LAYERS)}"
    )
    terminal.add_argument("--why", action="store_true", help="list the reasons of each score below its claim")
    own = parser.add_argument_group("settings")
    own.add_argument(
        "--processes", "-j", type=_processes, default=1, metavar="N", help="share the work; -1: one for each processor"
    )
    own.add_argument("--lexicon", action="append", default=[], metavar="TOML", help="a lexicon of your own; repeatable")
    own.add_argument("--scoring", metavar="TOML", help="weights of your own for the scores")
    return parser


def _layers(given: str) -> list[Layer]:
    names = [name.strip() for name in given.split(",")]
    if wrong := [name for name in names if name not in LAYERS]:
        raise argparse.ArgumentTypeError(f"there is no layer {wrong[0]!r}; there are {', '.join(LAYERS)}")
    return cast("list[Layer]", names)


def _processes(given: str) -> int:
    if given == "-1" or (given.isdecimal() and int(given) > 0):
        return int(given)
    raise argparse.ArgumentTypeError(f"it must be 1 or more, or -1 for one for each processor, not {given!r}")


def _or(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
