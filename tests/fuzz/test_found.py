"""What a fuzzer once broke stays mended, and its targets hold for what hypothesis thinks of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

CASES = sorted(path for folder in ("found", "seeds") for path in (Path(__file__).parent / folder).glob("*/*"))

pytestmark = pytest.mark.model


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parts[-2]}-{path.name[:24]}")
def test_a_case_holds(path):
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=200))
def test_any_bytes_hold(name, data):
    TARGETS[name](data)


def test_every_folder_of_cases_has_a_target():
    assert {path.parent.name for path in CASES} <= set(TARGETS)
