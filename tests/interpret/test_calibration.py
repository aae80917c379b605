"""The curve of confidence: in [0, 1], and rising with what speaks for an attribution."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.interpret.calibration import Calibration, Evidence
from attribution.interpret.readings import Frame

ORIGINS = ("encoder", "grammar", "hearsay", "layout")
shares = st.floats(0, 1)


@given(st.sampled_from(ORIGINS), shares, st.booleans(), st.integers(0, 10**6))
def test_a_confidence_is_a_probability(origin, probability, has_source, words):
    assert 0 <= Calibration.shipped()(Evidence(origin, probability, has_source, words)) <= 1


@given(shares, shares, st.booleans(), st.integers(1, 100))
def test_the_surer_the_encoder_the_surer_the_attribution(one, other, has_source, words):
    low, high = sorted((one, other))
    curve = Calibration.shipped()
    assert curve(Evidence("encoder", low, has_source, words)) <= curve(Evidence("encoder", high, has_source, words))


def test_the_numbers_are_added_up():
    curve = Calibration(encoder=0.5, grammar=-1, hearsay=0, layout=0, probability=1, source=0.25, words=0.125)
    assert curve(Evidence("encoder", 0.5, has_source=True, words=4)) == pytest.approx(0.7311, abs=1e-4)  # odds e^1
    assert curve(Evidence("grammar", 0.9, has_source=False, words=1)) == pytest.approx(0.2689, abs=1e-4)  # odds e^-1


def test_the_evidence_of_a_frame():
    assert Evidence.of(Frame((1,), (), (2, 3), 0.9, 0.8)) == Evidence("encoder", 0.8, has_source=False, words=2)
