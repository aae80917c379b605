"""Learning from a network; skipped where torch (the extra ``train``) is not installed."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the extra 'train' is not installed")

from attribution.training.imitation import imitation  # noqa: E402
from attribution.training.network import Readings  # noqa: E402
from attribution.training.weights import LossWeights  # noqa: E402

SHAPES = {
    "cue": (2, 5, 3),
    "roles": (2, 2, 5, 3),
    "tag": (2, 5, 7),
    "pos": (2, 5, 4),
    "arc": (2, 5, 6),
    "dep": (2, 5, 4),
    "sentence": (2, 5),
    "entity": (2, 5, 4),
    "loaded": (2, 5),
    "tone": (2, 5),
    "spans": (2, 5, 2),
}
PRESENT = torch.tensor([[1.0, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
CUES = torch.tensor([[1.0, 0.0], [1.0, 1.0]])
UNLEARNED = {
    "spans",  # a help in training alone
    "entity",  # the full network does not see the spelling
}
LEARNED = [name for name in SHAPES if name not in UNLEARNED]


def readings(seed):
    chance = torch.Generator().manual_seed(seed)
    return Readings(**{name: torch.randn(shape, generator=chance) for name, shape in SHAPES.items()})


def apart(own, other, cues=CUES):
    return float(imitation(own, other, PRESENT, cues, LossWeights()))


def test_the_same_readings_are_no_loss():
    assert apart(readings(0), readings(0)) == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("name", LEARNED)
def test_every_head_is_learned(name):
    same, other = readings(0), readings(1)
    assert apart(same._replace(**{name: getattr(other, name)}), same) > 0.01


@pytest.mark.parametrize("name", sorted(UNLEARNED))
def test_nothing_else_is_learned(name):
    same, other = readings(0), readings(1)
    assert apart(same._replace(**{name: getattr(other, name)}), same) == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("name", LEARNED)
def test_padding_does_not_count(name):
    same = readings(0)
    changed = getattr(same, name).clone()
    if name == "roles":
        changed[0, 1] += torch.randn(5, 3)
        changed[1, :, 3:] += torch.randn(2, 2, 3)
    else:
        changed[1, 3:] += torch.randn(changed[1, 3:].shape)
    assert apart(same._replace(**{name: changed}), same) == pytest.approx(0.0, abs=1e-6)


def test_roles_count_only_where_they_were_asked_for():
    same = readings(0)
    assert apart(same._replace(roles=readings(1).roles), same, cues=None) == pytest.approx(0.0, abs=1e-6)
