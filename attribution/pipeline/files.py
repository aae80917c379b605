"""The files of a trained model: where they lie, and that they are what they should be."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from attrs import frozen

SHIPPED: Final = Path(__file__).parent.parent / "model"
WEIGHTS: Final = "encoder.onnx"
TOKENIZER: Final = "tokenizer.json"
LABELS: Final = "labels.json"
LEMMAS: Final = "lemmas.json"
CHECKSUMS: Final = "checksums.json"
FILES: Final = (WEIGHTS, TOKENIZER, LABELS, LEMMAS)


class ModelError(RuntimeError):
    """A file of the model is missing or damaged; the message names it."""


@frozen
class ModelFiles:
    """A folder with weights, tokenizer, labels, lemma exceptions and their checksums."""

    folder: Path = SHIPPED

    def path(self, name: str) -> Path:
        """Return the path of a file of the model."""
        return self.folder / name

    def verify(self) -> None:
        """Compare every file with its recorded SHA-256.

        Raises:
            ModelError: if a file is missing or differs.
        """
        recorded = self._recorded()
        for name in FILES:
            path = self.path(name)
            if not path.is_file():
                raise ModelError(f"the model file {path} is missing; install the package again")
            if sha256(path) != recorded.get(name):
                raise ModelError(f"the model file {path} is damaged (its checksum differs); install the package again")

    def record(self) -> None:
        """Write the checksums of the files as they are now."""
        sums = {name: sha256(self.path(name)) for name in FILES}
        self.path(CHECKSUMS).write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")

    def _recorded(self) -> dict[str, str]:
        path = self.path(CHECKSUMS)
        try:
            sums = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise ModelError(f"the model file {path} is missing; install the package again") from None
        except ValueError:
            raise ModelError(f"the model file {path} is damaged; install the package again") from None
        if not isinstance(sums, dict):
            raise ModelError(f"the model file {path} is damaged; install the package again")
        return sums


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
