"""Weights are one readable table that users may change in part; what cannot be a weight is refused where it stands."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from attrs import asdict, fields

from attribution.scoring import Weights, WeightsError, score
from attribution.scoring.tables import LoadingWeights, SourcingWeights
from tests.scoring.cases import Case, sourcing


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_every_row_says_why_and_where_it_is_from() -> None:
    shipped = Weights.shipped()
    rows = [
        *(getattr(shipped.sourcing, field.name) for field in fields(SourcingWeights)),
        *(getattr(shipped.loading, field.name) for field in fields(LoadingWeights)),
    ]
    assert all(row.why.endswith((".", ")")) and row.origin.endswith(".") for row in rows)


def test_an_empty_file_changes_nothing(written) -> None:
    assert Weights.read(written("")) == Weights.shipped()


def test_what_a_file_does_not_mention_is_as_shipped(written) -> None:
    mine = Weights.read(written("[sourcing.belief]\nnamed = -0.2\n[words]\nranks = ['Grand ']\n"))
    shipped = Weights.shipped()
    assert mine.sourcing.belief.named == -0.2
    assert mine.sourcing.belief.role == shipped.sourcing.belief.role
    assert mine.sourcing.start == shipped.sourcing.start
    assert mine.words.ranks == {"grand"}
    assert mine.loading == shipped.loading


def test_the_score_follows_the_file(written) -> None:
    mine = Weights.read(str(written("sourcing.start.named = 0.9\nloading.label = { writer = 0.5 }\n")))
    assert sourcing(Case(), mine).value == 0.9
    assert sourcing(Case()).value == Weights.shipped().sourcing.start.named


def test_weights_are_values() -> None:
    shipped = Weights.shipped()
    assert pickle.loads(pickle.dumps(shipped)) == shipped == copy.deepcopy(shipped)
    assert hash(shipped) == hash(Weights.shipped())
    assert asdict(shipped)


@pytest.mark.parametrize(
    ("text", "line", "key", "says"),
    [
        ("[sourcing.start]\nnamed = 'high'\n", 2, "sourcing.start.named", "must be a number, not 'high'"),
        ("[sourcing.start]\n# ok\nnamed = true\n", 3, "sourcing.start.named", "must be a number"),
        ("[sourcing.start]\nnamed = 1.5\n", 2, "sourcing.start.named", "between -1 and 1"),
        ("[sourcing.start]\nnamed = nan\n", 2, "sourcing.start.named", "between -1 and 1"),
        ("[sourcing.start]\nnamed = 0.815\n", 2, "sourcing.start.named", "steps of 0.01"),
        ("[sourcing.start]\nnamed = 0.3\n", 2, "sourcing.start.named", "above sourcing.start.role"),
        ("[sourcing.start]\nnone = 0\n", 2, "sourcing.start.none", "above 0"),
        ("[sourcing.belief]\nwhy = 'x'\n\nnamd = -0.1\n", 4, "sourcing.belief.namd", "did you mean 'named'?"),
        ("[sourcing.believe]\nnamed = -0.1\n", 1, "sourcing.believe", "did you mean 'belief'?"),
        ("[sourcing.belief]\nnamed = 0.1\n", 2, "sourcing.belief.named", "must not be above 0"),
        ("[sourcing.direct]\nnamed = -0.1\n", 2, "sourcing.direct.named", "must not be below 0"),
        ("[sourcing.direct]\nnamed = 0.01\n", 2, "sourcing.direct.named", "must not be below sourcing.mixed.named"),
        ("[sourcing.belief]\nwhy = ''\n", 2, "sourcing.belief.why", "must be a sentence"),
        ("[sourcng]\n", 1, "sourcng", "did you mean 'sourcing'?"),
        ("sourcing = 3\n", 1, "sourcing", "must be a table"),
        ("[loading]\nlabel = 3\n", 2, "loading.label", "must be a table"),
        ("[loading]\nlabel = { writer = 0.01 }\n", 2, "loading.label.writer", "above loading.label.source"),
        ("[loading.label]\nsource = -0.1\n", 2, "loading.label.source", "must not be below 0"),
        ("[corroboration]\noverlap = 0\n", 2, "corroboration.overlap", "above 0 and at most 1"),
        ("[corroboration]\nshared_words = 1.5\n", 2, "corroboration.shared_words", "whole number"),
        ("[words]\nranks = [1]\n", 2, "words.ranks", "list of strings"),
        ("[words]\nrank = 'top'\n", 2, "words.rank", "did you mean 'ranks'?"),
        ("[sourcing\n", 1, None, "no valid TOML"),
    ],
)
def test_a_bad_value_is_refused_with_file_line_and_key(written, text: str, line: int, key: str, says: str) -> None:
    path = written(text)
    with pytest.raises(WeightsError) as caught:
        Weights.read(path)
    error = caught.value
    assert (error.path, error.line, error.key) == (path, line, key)
    assert f"{path}:{line}" in str(error)
    assert says in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"nowhere\.toml: cannot be read: No such file"):
        Weights.read(tmp_path / "nowhere.toml")


def test_a_weights_error_is_a_value_error() -> None:
    assert issubclass(WeightsError, ValueError)


def test_scores_without_weights_are_the_shipped_ones() -> None:
    report = Case("role", 2).report()
    assert score(report) == score(report, Weights.shipped())
