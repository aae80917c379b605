"""What a predicate is: a named test on an article, whose fields are the parameters that a rule may set."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import ClassVar

from attrs import field, frozen

from attribution.desk.article import Article
from attribution.report.records import Span


@frozen
class Hit:
    """Words that a predicate holds for, the first in the place of the finding, and what the message says of them."""

    spans: tuple[Span, ...]
    words: Mapping[str, str] = field(eq=False)


@frozen
class Predicate(ABC):
    """A test on an article. Subclasses are frozen; their fields are parameters.

    Attributes:
        words: The names that the message of a rule may put between braces.
    """

    words: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def find(self, article: Article) -> Iterator[Hit]:
        """Go through the places where the predicate holds, in the order of the text."""
