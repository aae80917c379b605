"""The exported graph says what the network says; skipped where torch (the extra ``train``) is not installed."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch", reason="the extra 'train' is not installed")

from attribution.pipeline.features import GAPS, SHAPES, SPELLINGS  # noqa: E402
from attribution.pipeline.labels import Labels  # noqa: E402
from attribution.training.export import to_onnx  # noqa: E402
from attribution.training.network import FULL, Encoder, Size  # noqa: E402
from attribution.training.quantization import quantize  # noqa: E402

PIECES, WORDS = 40, 30


@pytest.fixture(scope="module", params=[FULL, Size(heads=5, units=200, spelled=True)], ids=["full", "pruned"])
def network(request):
    torch.manual_seed(0)
    network = Encoder(Labels(("NN", "VB", "IN"), ("NOUN", "VERB"), ("root", "nsubj", "obj", "det")), request.param)
    for pairs in (network.roles, network.arc):
        torch.nn.init.normal_(pairs.distance.weight)
    if network.spelled is not None:
        torch.nn.init.normal_(network.spelled.out.weight)
    return network.eval()


@pytest.fixture(scope="module")
def window():
    chance = np.random.default_rng(0)
    return {
        "ids": chance.integers(5, 500, PIECES),
        "shape": chance.integers(0, len(SHAPES) + 1, PIECES),
        "gap": chance.integers(0, len(GAPS) + 1, PIECES),
        "first": np.sort(chance.choice(np.arange(1, PIECES), WORDS, replace=False)),
        "spelling": chance.integers(1, SPELLINGS, WORDS),
    }


@pytest.fixture(scope="module")
def expected(network, window):
    given = {name: torch.tensor(array)[None] for name, array in window.items()}
    with torch.no_grad():
        readings = network(**given, mask=torch.ones(1, PIECES, dtype=torch.int64))
    return {name: getattr(readings, name)[0].numpy() for name in readings._fields}


@pytest.fixture(scope="module")
def files(network, window, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    full, small = folder / "full.onnx", folder / "small.onnx"
    to_onnx(network, full)
    quantize(full, small, [{**window, "least": np.array(0.1, np.float32)}])
    return full, small


def read(file, window, least):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    outputs = session.run(names, {**window, "least": np.array(least, np.float32)})
    return dict(zip(names, outputs, strict=True))


def centred(scores):
    return scores - scores.mean(-1, keepdims=True)


def test_in_full_precision_every_head_is_that_of_the_network(files, window, expected):
    got = read(files[0], window, 0.0)
    assert got["cues"].tolist() == list(range(WORDS))
    for name in ("cue", "roles", "entity", "sentence", "loaded"):
        np.testing.assert_allclose(got[name], expected[name], atol=1e-4, err_msg=name)
    # Each row of the arcs counts up to a constant.
    np.testing.assert_allclose(centred(got["arc"]), centred(expected["arc"]), atol=1e-4)
    for name in ("tag", "pos", "dep"):
        assert (got[name] == expected[name].argmax(-1)).all(), name


def test_roles_are_read_for_possible_cues_alone(files, window, expected):
    logits = expected["cue"]
    starts = (np.exp(logits) / np.exp(logits).sum(-1, keepdims=True))[:, 1]
    least = float(np.median(starts))
    got = read(files[0], window, least)
    assert got["cues"].tolist() == np.flatnonzero(starts >= least).tolist()
    np.testing.assert_allclose(got["roles"], expected["roles"][got["cues"]], atol=1e-4)
    assert read(files[0], window, 1.1)["roles"].shape == (0, WORDS, 3)


def test_in_eight_bits_the_file_is_small_and_the_heads_nearly_the_same(files, window, expected):
    full, small = files
    assert small.stat().st_size < 0.3 * full.stat().st_size
    got = read(small, window, 0.0)
    for name in ("cue", "roles", "entity"):
        assert np.corrcoef(got[name].ravel(), expected[name].ravel())[0, 1] > 0.98, name
