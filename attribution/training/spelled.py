"""What the spelling of words adds to the entity head.

The encoder's word pieces are uncased, and which of two readings of a name is right often hangs on the very words
beside it. So the words around each word, capitals and all, are features here as they are in a linear-chain model of
names (Finkel, Grenager and Manning 2005), beside the encoder's state of the word.
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from attribution.pipeline.features import SHAPES, SPELLINGS
from attribution.pipeline.labels import ENTITY_TAGS


class Spelled(nn.Module):
    """Adds to the logits of the entity head."""

    NEAR: Final = 4
    """Words on either side whose spelling is seen."""
    BESIDE: Final = 2
    """Words on either side whose joint features are seen."""
    UNITS: Final = 192
    SPELLING: Final = 24
    SHAPE: Final = 8
    UNSEEN: Final = 0.25
    """Share of words whose spelling training does not show, so that much is learned without it."""

    def __init__(self, width: int, *, dropout: float) -> None:
        """Make it for states of ``width``; it adds nothing until it has learned."""
        super().__init__()
        self.spelling = nn.Embedding(SPELLINGS, self.SPELLING, padding_idx=0)
        self.shape = nn.Embedding(len(SHAPES) + 1, self.SHAPE, padding_idx=0)
        for embedding in (self.spelling, self.shape):
            nn.init.normal_(embedding.weight, std=0.1)
            nn.init.zeros_(embedding.weight[0])
        self.state = nn.Linear(width, self.UNITS)
        self.near = nn.Linear((2 * self.NEAR + 1) * (self.SPELLING + self.SHAPE), self.UNITS)
        self.beside = nn.Linear((2 * self.BESIDE + 1) * self.UNITS, self.UNITS)
        self.out = nn.Linear(self.UNITS, len(ENTITY_TAGS))
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor, spelling: Tensor, shape: Tensor) -> Tensor:
        """Return what to add to the logits, ``(b, w, entity tags)``.

        Args:
            words: The encoder's states, ``(b, w, width)``.
            spelling: ``(b, w)``; 0 is padding.
            shape: Casing, ``(b, w)``; 0 is padding.
        """
        present = (spelling > 0).unsqueeze(-1)
        if self.training:
            spelling = spelling.masked_fill(torch.rand(spelling.shape) < self.UNSEEN, 0)
        written = torch.cat([self.spelling(spelling), self.shape(shape)], dim=-1)
        joint = self.state(self.dropout(words)) + self.near(self.dropout(around(written, self.NEAR)))
        joint = functional.gelu(joint) * present
        joint = joint + functional.gelu(self.beside(around(self.dropout(joint), self.BESIDE)))
        result: Tensor = self.out(self.dropout(joint))
        return result


def around(states: Tensor, reach: int) -> Tensor:
    """Return what stands at and around each word, side by side, with 0 beyond the ends.

    Args:
        states: ``(b, w, width)``.
        reach: How many words on either side.

    Returns:
        ``(b, w, (2 * reach + 1) * width)``.
    """
    wide = functional.pad(states, (0, 0, reach, reach))
    return wide.unfold(1, 2 * reach + 1, 1).transpose(2, 3).flatten(2)
