"""What each head gets right on held-out windows: the figures that quantization is checked by, and the model card shows.

They are measured word by word on the heads' own output. How well the whole library does, from raw text, is measured
by the commands in ``benchmarks/``.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from attrs import asdict, define, frozen

from attribution.pipeline.session import EncoderSession, WindowReading
from attribution.training.examples import Example, LoadedWindow, NewsWindow, TreeWindow
from attribution.training.targets import IGNORE


@define
class Tally:
    """Counts of true, predicted and gold positives."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, predicted: np.ndarray, gold: np.ndarray) -> None:
        """Count two boolean arrays of equal length."""
        self.right += int((predicted & gold).sum())
        self.predicted += int(predicted.sum())
        self.gold += int(gold.sum())

    @property
    def f1(self) -> float:
        """F1 in percent; 0 where there is nothing."""
        total = self.predicted + self.gold
        return 200 * self.right / total if total else 0.0


@define
class Share:
    """Counts of right answers."""

    right: int = 0
    total: int = 0

    def add(self, right: np.ndarray) -> None:
        """Count a boolean array."""
        self.right += int(right.sum())
        self.total += len(right)

    @property
    def percent(self) -> float:
        """Share of right answers in percent; 0 where there is nothing."""
        return 100 * self.right / self.total if self.total else 0.0


@frozen
class Figures:
    """Percentages, the higher the better; 0 for a head that no example was given for."""

    cue: float
    source: float
    content: float
    entity: float
    tag: float
    attachment: float
    relation: float
    sentence: float
    loaded: float

    def losses(self, other: Figures) -> dict[str, float]:
        """Return by how much each figure of ``other`` is below this one's, in points."""
        mine, theirs = asdict(self), asdict(other)
        return {name: round(mine[name] - theirs[name], 2) for name in mine}


class _Counts:
    def __init__(self) -> None:
        self.cue, self.source, self.content, self.entity, self.sentence, self.loaded = (Tally() for _ in range(6))
        self.tag, self.attachment, self.relation = Share(), Share(), Share()

    def news(self, reading: WindowReading, example: NewsWindow) -> None:
        size = len(example.window)
        first = np.zeros(size, bool)
        first[[link.first for link in example.links]] = True
        self.cue.add(reading.cue.argmax(-1) == 1, first)
        for link in example.links:
            said = reading.roles[link.first].argmax(-1)
            for number, (tally, words) in enumerate(((self.source, link.source), (self.content, link.content)), 1):
                gold = np.zeros(size, bool)
                gold[words] = True
                tally.add(said == number, gold)
        found = reading.entity.argmax(-1)
        named = example.entities > 0
        self.entity.right += int(((found == example.entities) & named).sum())
        self.entity.predicted += int((found > 0).sum())
        self.entity.gold += int(named.sum())

    def trees(self, reading: WindowReading, example: TreeWindow, punctuation: int) -> None:
        targets = example.targets
        tagged = targets.tag != IGNORE
        self.tag.add((reading.tag == targets.tag)[tagged])
        headed = (targets.head != IGNORE) & (targets.dep != punctuation)
        attached = (reading.arc.argmax(-1) == targets.head)[headed]
        self.attachment.add(attached)
        self.relation.add(attached & (reading.dep == targets.dep)[headed])
        self.sentence.add(reading.sentence > 0, targets.sentence > 0)

    def wording(self, reading: WindowReading, example: LoadedWindow) -> None:
        self.loaded.add(reading.loaded > 0, example.loaded > 0)


def measure(session: EncoderSession, examples: Iterable[Example], punctuation: int) -> Figures:
    """Measure every head.

    Args:
        session: The exported encoder.
        examples: Held-out windows of any of the three kinds.
        punctuation: The number of the relation ``punct``, which attachment scores leave out.
    """
    counts = _Counts()
    for example in examples:
        reading = session.read(example.words, example.window, least=0.0)
        if isinstance(example, NewsWindow):
            counts.news(reading, example)
        elif isinstance(example, TreeWindow):
            counts.trees(reading, example, punctuation)
        else:
            counts.wording(reading, example)
    return Figures(
        cue=round(counts.cue.f1, 2),
        source=round(counts.source.f1, 2),
        content=round(counts.content.f1, 2),
        entity=round(counts.entity.f1, 2),
        tag=round(counts.tag.percent, 2),
        attachment=round(counts.attachment.percent, 2),
        relation=round(counts.relation.percent, 2),
        sentence=round(counts.sentence.f1, 2),
        loaded=round(counts.loaded.f1, 2),
    )
