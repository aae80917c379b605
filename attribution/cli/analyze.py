"""The command ``analyze``, which runs where no other is named.

Prints, for each file, the text with its sources, cues, contents, hedges and loaded words marked, the claims with their
scores, and a summary; or writes the same as JSON, CSV or HTML.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from . import exits
from .articles import Articles
from .faces import make_faces
from .options import Options, read_options
from .progress import Progress
from .resume import cut_to_whole_lines, remaining

if TYPE_CHECKING:
    from spacy.language import Language


def run(arguments: Sequence[str]) -> int:
    """Run the command.

    Args:
        arguments: What stands behind its name.

    Returns:
        The exit code.
    """
    options = read_options(arguments)
    paths = list(options.paths)
    if options.resume and options.output is not None:
        paths = list(remaining(paths, cut_to_whole_lines(options.output)))
    # Loading the pipeline takes longer than refusing a wrong command.
    from attribution import analyze_many

    try:
        nlp = _pipeline(options)
    except (OSError, ValueError) as error:
        print(f"attribution: {error}", file=sys.stderr)
        return exits.MISUSED
    with ExitStack() as stack:
        bar = stack.enter_context(
            Progress(len(options.paths), done=len(options.paths) - len(paths), is_shown=_is_watched(options))
        )
        articles = Articles(paths, bar.complain)
        faces = list(make_faces(options, stack, several=len(options.paths) > 1))

        def fail(_text: str, error: Exception) -> None:
            articles.fail(articles.next_name(), f"cannot be analyzed: {error.__cause__ or error}")

        reports = analyze_many(articles.texts(), nlp=nlp, n_process=options.processes, errors=fail)
        for report in reports:
            name = articles.next_name()
            for face in faces:
                face(name, report)
            bar.advance()
    return exits.SOME_FAILED if articles.failed else exits.DONE


def _pipeline(options: Options) -> Language | None:
    """Load a pipeline with the user's settings; ``None`` for the shipped one."""
    if not options.lexicons and options.scoring is None:
        return None
    from attribution import load

    return load(scoring=options.scoring, lexicons=options.lexicons)


def _is_watched(options: Options) -> bool:
    """Tell whether to show a bar: somebody looks, has to wait, and does not get the reports on the same screen."""
    is_mixed = options.writes_to_standard_output and sys.stdout.isatty()
    return len(options.paths) > 1 and sys.stderr.isatty() and not is_mixed
