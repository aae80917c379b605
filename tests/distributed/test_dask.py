"""A real cluster of Dask on this machine, of several worker processes; one of them is killed in the middle of a run."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.distributed import articles
from tests.distributed.articles import assert_same

reason = "needs Dask: pip install 'source-attribution[dask]'"
dask = pytest.importorskip("dask", reason=reason)
distributed = pytest.importorskip("distributed", reason=reason)
pytest.importorskip("dask.dataframe", reason=reason)
import pandas  # noqa: E402

from attribution.distributed import Job, analyze_dask  # noqa: E402
from attribution.distributed.dask import analyze_pandas  # noqa: E402

JOB = Job(text="body", keep=["id"])

pytestmark = [pytest.mark.model, pytest.mark.cluster]


def frame(partitions):
    return dask.dataframe.from_pandas(pandas.DataFrame(articles.rows()), npartitions=partitions)


def columns(found):
    """Ids, reports and errors as plain values."""
    return (
        found["id"].tolist(),
        found["report"].array._pa_array.to_pylist(),
        [None if pandas.isna(error) else error for error in found["error"]],
    )


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dask")
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "60s"}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, local_directory=str(folder)
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def test_reports_are_those_of_one_machine_in_the_same_order(client, expected):
    found = analyze_dask(frame(4), JOB).compute()
    assert_same(*columns(found), expected)
    assert len(client.run(os.getpid)) == 2


def test_a_killed_worker_loses_nothing(client, expected, tmp_path):
    """The worker that has the first partition dies once, after others have been done."""
    before = set(client.run(os.getpid).values())
    marker = tmp_path / "killed"

    def die_once(part: pandas.DataFrame, marker: Path) -> pandas.DataFrame:
        if not marker.exists() and part["id"].iloc[0] != articles.IDS[0]:
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return part

    found = analyze_dask(frame(6), JOB)
    found = found.map_partitions(die_once, marker, meta=found._meta).compute()
    assert marker.exists()
    assert set(client.run(os.getpid).values()) != before
    assert_same(*columns(found), expected)


def test_tables_keep_the_index_of_their_texts(client, expected):
    found = analyze_dask(frame(3), Job(text="body", table="claims", keep=[])).compute()
    assert list(found.columns[:2]) == ["claim_id", "claim_sentence"]
    counts = [1 if report is None else len(report.claims) for report in expected.values()]
    assert found.groupby(level=0).size().tolist() == [count for count in counts if count]


def test_what_comes_out_is_announced():
    """Dask plans with the columns and types that a partition will have."""
    for job in (JOB, Job(text="body", table="hedges")):
        planned = analyze_dask(frame(2), job)
        part = analyze_pandas(frame(2).get_partition(0).compute(scheduler="synchronous"), job)
        assert planned._meta.dtypes.to_dict() == part.dtypes.to_dict()
        assert len(part)


def test_a_column_of_mixed_values_is_no_problem(expected):
    mixed = pandas.DataFrame({"id": ["x", "y", "z"], "body": [articles.TEXTS[0], 3.5, "Kerry \ud800 said so."]})
    found = analyze_pandas(mixed, JOB)
    assert found["error"].isna().tolist() == [True, False, True]
    assert found["error"].iloc[1] == "a text must be a str, not float"
    assert found["report"].iloc[0] == expected[articles.IDS[0]].to_dict()


def test_a_missing_column_is_named_before_anything_runs():
    with pytest.raises(ValueError, match="no column 'text'; there are 'id', 'outlet', 'body'"):
        analyze_dask(frame(2))
