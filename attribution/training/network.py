"""The encoder: a small BERT with casing and line features, and a head for every layer of annotation.

The transformer is all-MiniLM-L6-v2 (six layers, width 384). It is written out here, not taken from a library, so that
the exported graph holds nothing that the heads do not need. The tree head is the biaffine parser of Dozat and Manning
(2017); the role head asks, for every cue, what each word is to it, as in semantic role labelling, so that two cues may
share a source, contents may have gaps, and attributions may nest.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from attribution.pipeline.features import GAPS, SHAPES
from attribution.pipeline.labels import CUE_TAGS, ENTITY_TAGS, ROLES, Labels
from attribution.training.spelled import Spelled

WIDTH: Final = 384
LAYERS: Final = 6
HEAD_WIDTH: Final = 32
VOCABULARY: Final = 30522
POSITIONS: Final = 512
FAR: Final = 64
"""Distances between words are told apart up to here."""


class Readings(NamedTuple):
    """What every head says, as logits; ``w`` words in each of ``b`` windows."""

    cue: Tensor  # b, w, cue tags
    roles: Tensor  # b, cues, w, roles
    tag: Tensor  # b, w, tags
    pos: Tensor  # b, w, universal tags
    arc: Tensor  # b, w, 1 + w: the root, then each word as the head
    dep: Tensor  # b, w, relations, given the heads
    sentence: Tensor  # b, w: starts a sentence
    entity: Tensor  # b, w, entity tags
    loaded: Tensor  # b, w
    tone: Tensor  # b, w: the pull of each word on its sentence; the mean over a sentence says whether it is biased
    spans: Tensor  # b, w, 2: in a source, in a content, of whatever cue (a training signal alone)


class Size(NamedTuple):
    """How much there is in a network."""

    heads: int
    """Attention heads, each of ``HEAD_WIDTH``."""
    units: int
    """Units between the two linear layers that follow."""
    spelled: bool = False
    """Whether the entity head sees how words are spelled (:mod:`attribution.training.spelled`)."""


FULL: Final = Size(heads=12, units=1536)
"""The size of the network that the initial weights are for."""

SMALL: Final = Size(heads=8, units=1024, spelled=True)
"""The size of the network that ships; see :mod:`attribution.training.pruning`."""


class Layer(nn.Module):
    """One transformer layer, as in BERT (Devlin et al. 2019)."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        attended = size.heads * HEAD_WIDTH
        self.query = nn.Linear(WIDTH, attended)
        self.key = nn.Linear(WIDTH, attended)
        self.value = nn.Linear(WIDTH, attended)
        self.joined = nn.Linear(attended, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, size.units)
        self.narrow = nn.Linear(size.units, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return new states of the same shape; ``mask`` is added to the attention scores."""
        states = self.attention_norm(states + self.dropout(self.joined(self.attended(states, mask))))
        inner = self.narrow(functional.gelu(self.wide(states)))
        result: Tensor = self.norm(states + self.dropout(inner))
        return result

    def attended(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return what the heads gather for each piece, side by side: ``(b, pieces, heads * HEAD_WIDTH)``."""
        batch, length, _ = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, length, self.heads, HEAD_WIDTH).transpose(1, 2)

        gathered = functional.scaled_dot_product_attention(
            split(self.query(states)), split(self.key(states)), split(self.value(states)), attn_mask=mask
        )
        return gathered.transpose(1, 2).flatten(2)


def perceptron(width: int, *, dropout: float, out: int | None = None) -> nn.Sequential:
    """Return a layer of ``width`` units and, if ``out`` is given, a linear layer on top."""
    layers: list[nn.Module] = [nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(dropout)]
    if out is not None:
        layers.append(nn.Linear(width, out))
    return nn.Sequential(*layers)


def hide(mask: Tensor) -> Tensor:
    """Return what to add to attention scores, ``(b, 1, 1, pieces)``, so that padding is not seen."""
    return (1.0 - mask.float())[:, None, None, :] * -1e4


class Pairs(nn.Module):
    """A biaffine score for pairs of words, with a learned bias for their distance."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(labels, width + 1, width + 1) * 0.02)
        self.distance = nn.Embedding(2 * FAR + 1, labels)
        nn.init.zeros_(self.distance.weight)

    def forward(self, left: Tensor, left_at: Tensor, right: Tensor) -> Tensor:
        """Score pairs.

        Args:
            left: ``(b, l, width)``.
            left_at: the word positions of ``left``, ``(b, l)``.
            right: ``(b, w, width)``, all words in order.

        Returns:
            ``(b, labels, l, w)``.
        """
        left, right = (functional.pad(states, (0, 1), value=1.0) for states in (left, right))
        labels, width, _ = self.weight.shape
        # One flat matrix for all labels, which quantization can handle.
        turned = torch.matmul(left, self.weight.permute(1, 0, 2).reshape(width, labels * width))
        turned = turned.view(left.shape[0], left.shape[1], labels, width).transpose(1, 2)
        scores = torch.matmul(turned, right.unsqueeze(1).transpose(2, 3))
        at = torch.arange(right.shape[1], device=right.device)
        steps = (at[None, None, :] - left_at[:, :, None]).clamp(-FAR, FAR) + FAR
        result: Tensor = scores + self.distance(steps).permute(0, 3, 1, 2)
        return result


class Encoder(nn.Module):
    """Transformer and heads; see :class:`Readings` for what comes out."""

    def __init__(self, labels: Labels, size: Size = FULL, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.size = size
        self.word = nn.Embedding(VOCABULARY, WIDTH, padding_idx=0)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.shape = nn.Embedding(len(SHAPES) + 1, WIDTH)
        self.gap = nn.Embedding(len(GAPS) + 1, WIDTH)
        for embedding in (self.shape, self.gap):
            nn.init.normal_(embedding.weight, std=0.02)
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.spelled = Spelled(WIDTH, dropout=dropout) if size.spelled else None
        self.cue = perceptron(192, dropout=dropout, out=len(CUE_TAGS))
        self.role_cue = perceptron(192, dropout=dropout)
        self.role_word = perceptron(192, dropout=dropout)
        self.roles = Pairs(192, len(ROLES))
        self.tag = perceptron(192, dropout=dropout, out=len(labels.tags) + len(labels.pos))
        self.tag_sizes = (len(labels.tags), len(labels.pos))
        self.arc_dependent = perceptron(256, dropout=dropout)
        self.arc_head = perceptron(256, dropout=dropout)
        self.arc = Pairs(256, 1)
        self.root = nn.Linear(256, 1)
        self.dep_dependent = nn.Linear(WIDTH, 192)
        self.dep_head = nn.Linear(WIDTH, 192)
        self.dep_root = nn.Parameter(torch.zeros(192))
        self.dep = nn.Linear(192, len(labels.deps))
        self.sentence = perceptron(96, dropout=dropout, out=1)
        self.entity = perceptron(128, dropout=dropout, out=len(ENTITY_TAGS))
        self.loaded = perceptron(128, dropout=dropout, out=1)
        self.tone = perceptron(128, dropout=dropout, out=1)
        self.spans = nn.Linear(WIDTH, 2)

    def drop(self, share: float) -> None:
        """Set the share of units that training leaves out at random (Srivastava et al. 2014)."""
        for module in self.modules():
            if isinstance(module, nn.Dropout):
                module.p = share

    def pretrained_parameters(self) -> list[nn.Parameter]:
        """Return the parameters that come with the initial weights."""
        modules = (self.word, self.position, self.embedding_norm, self.layers)
        return [self.segment, *(parameter for module in modules for parameter in module.parameters())]

    def load_pretrained(self, path: Path) -> None:
        """Take the transformer's weights from a BERT checkpoint in safetensors format."""
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "joined": "attention.output.dense",
            "attention_norm": "attention.output.LayerNorm",
            "wide": "intermediate.dense",
            "narrow": "output.dense",
            "norm": "output.LayerNorm",
        }
        given = load_file(path)
        state = {
            "word.weight": given["embeddings.word_embeddings.weight"],
            "position.weight": given["embeddings.position_embeddings.weight"],
            "segment": given["embeddings.token_type_embeddings.weight"][0],
            "embedding_norm.weight": given["embeddings.LayerNorm.weight"],
            "embedding_norm.bias": given["embeddings.LayerNorm.bias"],
        }
        for layer in range(LAYERS):
            for ours, theirs in names.items():
                for kind in ("weight", "bias"):
                    state[f"layers.{layer}.{ours}.{kind}"] = given[f"encoder.layer.{layer}.{theirs}.{kind}"]
        _, unexpected = self.load_state_dict(state, strict=False)
        if unexpected:
            raise ValueError(f"{path}: weights of another network ({unexpected[0]})")

    def embedded(self, ids: Tensor, shape: Tensor, gap: Tensor) -> Tensor:
        """Return what the first layer is given: ``(b, pieces, width)``."""
        at = torch.arange(ids.shape[1], device=ids.device)
        states = self.word(ids) + self.position(at) + self.segment + self.shape(shape) + self.gap(gap)
        result: Tensor = self.dropout(self.embedding_norm(states))
        return result

    def words(self, ids: Tensor, shape: Tensor, gap: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Return a state for each word, that of its first piece: ``(b, w, width)``."""
        states = self.embedded(ids, shape, gap)
        bias = hide(mask)
        for layer in self.layers:
            states = layer(states, bias)
        result: Tensor = torch.gather(states, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        return result

    def forward(
        self,
        ids: Tensor,
        shape: Tensor,
        gap: Tensor,
        mask: Tensor,
        first: Tensor,
        cues: Tensor | None = None,
        heads: Tensor | None = None,
        spelling: Tensor | None = None,
    ) -> Readings:
        """Read windows.

        Args:
            ids: word pieces, ``(b, pieces)``; ``shape``, ``gap`` and ``mask`` go with them.
            shape: casing of the word, of each piece.
            gap: white space before the word, on its first piece.
            mask: 1 for a piece, 0 for padding.
            first: position of each word's first piece, ``(b, w)``; 0 is padding.
            cues: first words of the cues to ask for roles; all words if not given.
            heads: index into ``arc``'s last dimension of the head of each word, to label the relation with; the
                likeliest if not given.
            spelling: the number of each word's spelling, ``(b, w)``; only a network with that part looks at it.
        """
        words = self.words(ids, shape, gap, mask, first)
        absent = first == 0
        count = first.shape[1]
        if cues is None:
            cues = torch.arange(count, device=ids.device).unsqueeze(0).expand(first.shape[0], -1)
            cue_words = words
        else:
            cue_words = torch.gather(words, 1, cues.unsqueeze(-1).expand(-1, -1, WIDTH))
        entity = self.entity(words)
        if self.spelled is not None and spelling is not None:
            entity = entity + self.spelled(words, spelling, torch.gather(shape, 1, first))
        roles = self.roles(self.role_cue(cue_words), cues, self.role_word(words)).permute(0, 2, 3, 1)
        tag, pos = torch.split(self.tag(words), list(self.tag_sizes), dim=-1)
        dependents, possible = self.arc_dependent(words), self.arc_head(words)
        at = torch.arange(count, device=ids.device).unsqueeze(0).expand(first.shape[0], -1)
        arc = self.arc(dependents, at, possible).squeeze(1)
        arc = arc + absent.to(arc.dtype)[:, None, :] * -1e4
        arc = torch.cat([self.root(dependents), arc], dim=-1)
        if heads is None:
            heads = arc.argmax(-1)
        governors = torch.cat([self.dep_root.expand(first.shape[0], 1, -1), self.dep_head(words)], dim=1)
        governors = torch.gather(governors, 1, heads.unsqueeze(-1).expand(-1, -1, governors.shape[-1]))
        dep = self.dep(functional.gelu(self.dep_dependent(words) + governors))
        return Readings(
            cue=self.cue(words),
            roles=roles,
            tag=tag,
            pos=pos,
            arc=arc,
            dep=dep,
            sentence=self.sentence(words).squeeze(-1),
            entity=entity,
            loaded=self.loaded(words).squeeze(-1),
            tone=self.tone(words).squeeze(-1),
            spans=self.spans(words),
        )
