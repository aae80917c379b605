"""Networks with less in them; skipped where torch (the extra ``train``) is not installed."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the extra 'train' is not installed")

from attribution.pipeline.labels import Labels  # noqa: E402
from attribution.training.network import FULL, HEAD_WIDTH, Encoder, Size  # noqa: E402
from attribution.training.pruning import prune  # noqa: E402

LABELS = Labels(("NN", "VB"), ("NOUN", "VERB"), ("root", "nsubj"))


@pytest.fixture
def network():
    torch.manual_seed(0)
    return Encoder(LABELS).eval()


@pytest.fixture(scope="module")
def windows():
    chance = torch.Generator().manual_seed(1)
    made = []
    for pieces in (30, 61, 80):
        ids = torch.randint(5, 3000, (1, pieces), generator=chance)
        ones = torch.ones_like(ids)
        made.append([ids, ones, torch.zeros_like(ids), ones])
    return made


def states(network, window):
    words = torch.arange(1, window[0].shape[1])[None]
    with torch.no_grad():
        return network.words(*window, words)


def apart(first, second, windows):
    return max(float((states(first, window) - states(second, window)).abs().max()) for window in windows)


def test_nothing_to_leave_out_changes_nothing(network, windows):
    assert apart(network, prune(network, LABELS, FULL, windows), windows) < 1e-3


def test_heads_and_units_that_do_nothing_are_what_goes(network, windows):
    with torch.no_grad():
        for number, layer in enumerate(network.layers):
            layer.joined.weight[:, number * HEAD_WIDTH : (number + 2) * HEAD_WIDTH] = 0.0
            layer.narrow.weight[:, number : number + 36] = 0.0
    small = prune(network, LABELS, Size(heads=10, units=1500), windows)
    assert small.layers[0].query.weight.shape == (10 * HEAD_WIDTH, 384)
    assert small.layers[0].wide.weight.shape == (1500, 384)
    assert apart(network, small, windows) < 1e-3


def test_the_others_make_up_for_what_goes(network, windows):
    with torch.no_grad():
        for layer in network.layers:
            # A head and a unit that say the same as their neighbours, and units that always say the same.
            for part in (layer.query, layer.key, layer.value):
                part.weight[:HEAD_WIDTH] = part.weight[HEAD_WIDTH : 2 * HEAD_WIDTH]
                part.bias[:HEAD_WIDTH] = part.bias[HEAD_WIDTH : 2 * HEAD_WIDTH]
            layer.wide.weight[0], layer.wide.bias[0] = layer.wide.weight[1], layer.wide.bias[1]
            layer.wide.weight[7:10], layer.wide.bias[7:10] = 0.0, 3.0
    small = prune(network, LABELS, Size(heads=11, units=1532), windows)
    assert apart(network, small, windows) < 0.02


def test_the_given_network_stays_as_it_was(network, windows):
    before = {name: weight.clone() for name, weight in network.state_dict().items()}
    prune(network, LABELS, Size(heads=4, units=1530), windows[:1])
    assert all(torch.equal(before[name], weight) for name, weight in network.state_dict().items())
