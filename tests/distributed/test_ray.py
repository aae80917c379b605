"""Ray on this machine, with worker processes of its own; one of them is killed in the middle of a run."""

from __future__ import annotations

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from tests.distributed import articles
from tests.distributed.articles import assert_same

reason = "needs Ray: pip install 'source-attribution[ray]'"
ray = pytest.importorskip("ray", reason=reason)
data = pytest.importorskip("ray.data", reason=reason)
import pyarrow  # noqa: E402

from attribution.distributed import Job, analyze_ray  # noqa: E402

JOB = Job(text="body", keep=["id"])

pytestmark = [pytest.mark.model, pytest.mark.cluster, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def dataset():
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100 * 2**20)
    data.DataContext.get_current().enable_progress_bars = False
    yield data.from_arrow(pyarrow.table(articles.rows())).repartition(4)
    ray.shutdown()


def columns(found):
    """Ids, reports and errors as plain values, by id."""
    rows = sorted(found.take_all(), key=lambda row: row["id"])
    return tuple([row[name] for row in rows] for name in ("id", "report", "error"))


def test_reports_are_those_of_one_machine(dataset, expected):
    assert_same(*columns(analyze_ray(dataset, JOB, batch_size=4)), expected)


def kill_once(table: pyarrow.Table, marker: Path) -> pyarrow.Table:
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return table


def test_a_killed_worker_loses_nothing(dataset, expected, tmp_path):
    marker = tmp_path / "killed"
    found = analyze_ray(dataset, JOB, batch_size=4).map_batches(
        partial(kill_once, marker=marker), batch_format="pyarrow"
    )
    assert_same(*columns(found), expected)
    assert marker.exists()
