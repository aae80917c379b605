"""The error of a lexicon that cannot be read: it says where to look."""

from __future__ import annotations

from pathlib import Path


class LexiconError(ValueError):
    """A lexicon file is missing, is no TOML, or holds something that its family does not know.

    Attributes:
        path: The file.
        line: The line in it, counted from 1, or ``None`` where no line is to blame.
        key: The key in question, or ``None``.
        reason: What is wrong and, where it helps, what would be right.
    """

    def __init__(self, path: Path | str, reason: str, *, line: int | None = None, key: str | None = None) -> None:
        """Compose the message ``path:line: key 'key': reason``."""
        self.path = Path(path)
        self.line = line
        self.key = key
        self.reason = reason
        place = f"{path}:{line}" if line is not None else str(path)
        subject = f"key '{key}': " if key is not None else ""
        super().__init__(f"{place}: {subject}{reason}")

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by the parts, so that the error survives the way back from a worker process."""
        return (_rebuild, (str(self.path), self.reason, self.line, self.key))


def _rebuild(path: str, reason: str, line: int | None, key: str | None) -> LexiconError:
    return LexiconError(path, reason, line=line, key=key)
