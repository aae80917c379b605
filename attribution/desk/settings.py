"""Where a newsroom keeps its settings: ``attribution.toml`` or ``pyproject.toml``, the nearest one above an article."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from attribution.data_files import parse_toml, read_text
from attribution.desk.errors import RulesError
from attribution.desk.reading import RulesFile, read_rules
from attribution.desk.rule import Rulebook
from attribution.desk.rulebooks import apply, rulebook

OWN_FILE: Final = "attribution.toml"
PROJECT_FILE: Final = "pyproject.toml"
PROJECT_TABLE: Final = "tool.attribution"


class Settings:
    """The rulebooks of folders, each looked for once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._books: dict[Path, Rulebook] = {}

    def rulebook_of(self, article: Path) -> Rulebook:
        """Return the rules for an article: those of the nearest settings above it, else the default ones.

        Raises:
            RulesError: Something in the settings is not as it must be; the message names file, line and key.
        """
        folder = article.absolute().parent
        if folder not in self._books:
            file = nearest(folder)
            self._books[folder] = rulebook() if file is None else apply(file)
        return self._books[folder]


def nearest(folder: Path) -> RulesFile | None:
    """Return the settings in a folder or the nearest one above it; ``None`` where there are none.

    In one folder ``attribution.toml`` comes before ``pyproject.toml``, which counts only with a table
    ``[tool.attribution]``.

    Raises:
        RulesError: A file cannot be read, or something in it is not as it must be.
    """
    for place in (folder, *folder.parents):
        if (place / OWN_FILE).is_file():
            return read_rules(place / OWN_FILE)
        project = place / PROJECT_FILE
        if project.is_file() and _has_table(project):
            return read_rules(project, PROJECT_TABLE)
    return None


def _has_table(path: Path) -> bool:
    text = read_text(path, RulesError)
    tool, _, name = PROJECT_TABLE.partition(".")
    tools = parse_toml(text, path, RulesError).get(tool, {})
    return isinstance(tools, dict) and name in tools
