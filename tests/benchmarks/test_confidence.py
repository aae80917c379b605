"""The curve of confidence is found again from what it made, and its error is measured as defined."""

from __future__ import annotations

import random

import numpy as np
import pytest

from attribution.interpret.calibration import Calibration, Evidence
from benchmarks.confidence import Judged, calibration_error, fit, table, write

CURVE = Calibration(encoder=-1, grammar=-2, hearsay=0, layout=1, probability=0.8, source=0.5, words=0.2)


def articles(count):
    chance = random.Random(7)
    for _ in range(count):
        evidence = tuple(
            Evidence(origin, chance.random(), chance.random() < 0.8, chance.randint(1, 40))
            for origin in chance.choices(("encoder", "grammar"), k=50)
        )
        yield Judged(evidence, tuple(chance.random() < CURVE(item) for item in evidence))


def test_a_curve_is_found_again():
    found = fit(list(articles(100)))
    for name in ("encoder", "probability", "source", "words"):
        assert getattr(found, name) == pytest.approx(getattr(CURVE, name), abs=0.3), name


def test_what_a_curve_made_is_calibrated():
    notes = " ".join(table(list(articles(100))).notes)
    assert float(notes.split("error ")[1].split(" ")[0]) < 0.03


def test_the_error_is_the_mean_gap():
    said = np.array([0.05, 0.05, 0.95, 0.95])
    assert calibration_error(said, np.array([False, False, True, False])) == pytest.approx(0.5 * 0.05 + 0.5 * 0.45)


def test_a_curve_is_written_as_the_package_reads_it(tmp_path):
    write(CURVE, tmp_path / "curve.toml")
    lines = (tmp_path / "curve.toml").read_text(encoding="utf-8").splitlines()
    assert lines[1] == "[log_odds]"
    assert lines[2:] == [f"{name} = {getattr(CURVE, name)}" for name in Calibration.names()]
