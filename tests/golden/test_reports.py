"""The whole report of each seed article is what it was; ``pytest tests/golden --update-golden`` accepts a new one.

Confidences may differ in the last digits between processors, whose int8 arithmetic rounds differently; everything else
must be equal.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import attribution

FOLDER = Path(__file__).parent
TOLERANCE = 0.05

pytestmark = pytest.mark.model


def without_confidence(value):
    """Split plain JSON data into the same without confidences, and the confidences in order."""
    confidences = []

    def walk(item):
        if isinstance(item, dict):
            confidences.extend(item[key] for key in item if key == "confidence")
            return {key: walk(part) for key, part in item.items() if key != "confidence"}
        return [walk(part) for part in item] if isinstance(item, list) else item

    return walk(value), confidences


@pytest.mark.parametrize("name", ["press-tv", "trt-world"])
def test_the_report_of_a_seed_is_the_golden_one(name, nlp, read_seed, request):
    found = json.loads(attribution.analyze(read_seed(name), nlp=nlp).to_json())
    path = FOLDER / f"{name}.json"
    if request.config.getoption("--update-golden"):
        path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        pytest.skip(f"wrote {path.name}")
    golden = json.loads(path.read_text(encoding="utf-8"))
    (plain, confidences), (wanted, wanted_confidences) = without_confidence(found), without_confidence(golden)
    assert plain == wanted
    assert confidences == pytest.approx(wanted_confidences, abs=TOLERANCE)


@pytest.mark.parametrize("name", ["press-tv", "trt-world"])
def test_a_golden_report_is_a_report(name):
    golden = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    report = attribution.Report.from_dict(golden)
    assert json.loads(report.to_json()) == golden
