"""The files of a trained model: where they lie, and that they are what they should be."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Final

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

    @classmethod
    def missing(cls, path: Path) -> ModelError:
        """Return the error of a file that is not there."""
        return cls(f"the model file {path} is missing; {_advice(path)}")

    @classmethod
    def damaged(cls, path: Path, problem: str) -> ModelError:
        """Return the error of a file that is not what it should be."""
        return cls(f"the model file {path} is damaged ({problem}); {_advice(path)}")


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
        recorded = self.recorded()
        for name in FILES:
            path = self.path(name)
            if not path.is_file():
                raise ModelError.missing(path)
            if sha256(path) != recorded.get(name):
                raise ModelError.damaged(path, "its checksum differs")

    def record(self) -> None:
        """Write the checksums of the files as they are now."""
        sums = {name: sha256(self.path(name)) for name in FILES}
        self.path(CHECKSUMS).write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")

    def recorded(self) -> dict[str, str]:
        """Return the recorded SHA-256 of each file.

        Raises:
            ModelError: if they are missing or damaged.
        """
        path = self.path(CHECKSUMS)
        sums = read_json(path)
        if not isinstance(sums, dict):
            raise ModelError.damaged(path, "it holds no checksums")
        return sums


def _advice(path: Path) -> str:
    is_shipped = path.parent == SHIPPED
    return "install the package again" if is_shipped else "write the folder again with python -m attribution.training"


def read_json(path: Path) -> Any:
    """Return what a JSON file of the model holds.

    Raises:
        ModelError: if it is missing, or no JSON in UTF-8.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError.missing(path) from None
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError.damaged(path, str(error)) from error


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
