"""The label sets of the encoder's heads: what each number that comes out stands for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from attrs import asdict, fields, frozen

from attribution.pipeline.files import ModelError, read_json

CUE_TAGS: Final = ("O", "B", "I")
"""Tags of the cue head: outside, first word, further word of a cue."""

ROLES: Final = ("none", "source", "content")
"""What a word is to the cue that a row of the role head belongs to."""

ENTITIES: Final = ("PERSON", "ORG", "LOC", "MISC")
ENTITY_TAGS: Final = ("O", *(f"{prefix}-{label}" for label in ENTITIES for prefix in "BI"))


@frozen
class Labels:
    """The labels that depend on the corpus: Penn tags, universal tags, and relations of the tree."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]

    def save(self, path: Path) -> None:
        """Write the labels as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Labels:
        """Read what :meth:`save` wrote.

        Raises:
            ModelError: if the file is missing or holds something else.
        """
        data = read_json(path)
        lists: list[Any] = [data.get(field.name) if isinstance(data, dict) else None for field in fields(cls)]
        if not all(isinstance(names, list) and all(isinstance(name, str) for name in names) for names in lists):
            raise ModelError.damaged(path, "it holds no lists of labels")
        return cls(*(tuple(names) for names in lists))
