"""The command ``check``: what newsroom rules find in some articles."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import attrs

from attribution.desk import Checked, RulesError, Settings, UnknownRuleError, find, presets, rulebook
from attribution.desk.rule import SEVERITIES, Rulebook

from .articles import STANDARD_INPUT, Articles, expanded, name_of
from .exits import MISUSED, complain

NOTHING_FOUND: Final = 0
FOUND: Final = 1

_DESCRIPTION: Final = """\
Check articles against newsroom rules: unnamed sources, hearsay, loaded words,
headings that outrun the text.
"""
_SETTINGS: Final = f"""\
settings:
  presets are {", ".join(presets())}. Without --rules, the settings of the
  nearest attribution.toml, or pyproject.toml with [tool.attribution], above
  each file hold; where there are none, the preset default does.
"""
_EXIT_CODES: Final = """\
exit codes:
  0    nothing was found
  1    something of the chosen severity or above was found
  2    the command or a file of rules was not understood, or a file could not
       be read
  130  interrupted
"""


def run(arguments: Sequence[str]) -> int:
    """Run the command.

    Args:
        arguments: What stands behind its name.

    Returns:
        The exit code.
    """
    options = _parser().parse_args(arguments)
    paths = list(expanded(options.files))
    try:
        books = {name_of(path): book for path, book in zip(paths, _books(paths, options), strict=True)}
    except (RulesError, UnknownRuleError) as error:
        print(f"attribution: {error}", file=sys.stderr)
        return MISUSED
    # Loading the pipeline takes longer than refusing a wrong command.
    from attribution import analyze_many

    articles = Articles(paths, complain)
    face = _face(options)
    checked = []

    def fail(_text: str, error: Exception) -> None:
        articles.fail(articles.next_name(), f"cannot be analyzed: {error.__cause__ or error}")

    for report in analyze_many(articles.texts(), errors=fail):
        name = articles.next_name()
        checked.append(Checked(name, report.text, books[name], find(report, books[name])))
        face(checked[-1])
    _finish(options, checked)
    if articles.failed:
        return MISUSED
    return FOUND if any(article.findings for article in checked) else NOTHING_FOUND


def _books(paths: Sequence[str], options: argparse.Namespace) -> list[Rulebook]:
    """The rules for each file."""
    settings = Settings()
    chosen = rulebook(options.rules) if options.rules is not None else None
    books = []
    for path in paths:
        place = Path.cwd() / STANDARD_INPUT if path == STANDARD_INPUT else Path(path)
        book = settings.rulebook_of(place) if chosen is None else chosen
        if options.select:
            book = book.select(options.select)
        book = book.ignore(options.ignore)
        books.append(attrs.evolve(book, threshold=options.severity or book.threshold))
    return books


def _face(options: argparse.Namespace) -> Callable[[Checked], None]:
    """What shows one article as soon as it is checked; the other forms are written at the end."""
    if options.json or options.sarif:
        return lambda article: None
    from rich.console import Console

    from attribution.desk.terminal import show

    console = Console(highlight=False)
    return lambda article: show(article, console)


def _finish(options: argparse.Namespace, checked: Sequence[Checked]) -> None:
    if options.json:
        _write([article.to_dict() for article in checked])
    elif options.sarif:
        from attribution.desk.sarif import to_sarif

        _write(to_sarif(checked))
    else:
        from rich.console import Console

        from attribution.desk.terminal import show_total

        show_total(checked, Console(highlight=False))


def _write(data: object) -> None:
    import json

    sys.stdout.write(json.dumps(data, indent=2) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m attribution check",
        description=_DESCRIPTION,
        epilog="\n".join((_rules(), _SETTINGS, _EXIT_CODES)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a text in UTF-8, a pattern such as 'news/**/*.txt', or - (stdin)"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the findings as JSON")
    form.add_argument("--sarif", action="store_true", help="the findings as a SARIF 2.1.0 log")
    parser.add_argument("--rules", metavar="NAME|TOML", help="a preset, or a file of settings and rules of your own")
    parser.add_argument(
        "--select", action="extend", type=_names, metavar="NAME,...", help="only these rules and families of rules"
    )
    parser.add_argument(
        "--ignore",
        action="extend",
        type=_names,
        default=[],
        metavar="NAME,...",
        help="all but these",
    )
    parser.add_argument(
        "--severity", choices=SEVERITIES, help="report only findings of this severity and above (default: info)"
    )
    return parser


def _rules() -> str:
    """List the rules by family."""
    book = rulebook()
    lines = ["rules by family (* off by default):"]
    for family, ids in book.families.items():
        names = (f"{rule.id}{'' if rule.id in book.active else '*'}" for rule in book.rules if rule.id in ids)
        listed = f"  {family}: {', '.join(names)}"
        lines += textwrap.wrap(listed, 79, subsequent_indent="    ", break_on_hyphens=False)
    return "\n".join(lines) + "\n"


def _names(given: str) -> list[str]:
    return [name.strip() for name in given.split(",") if name.strip()]
