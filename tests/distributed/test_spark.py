"""A real session of Spark on this machine; its Python workers are killed in the middle of a run."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.distributed import articles
from tests.distributed.articles import assert_same

sql = pytest.importorskip("pyspark.sql", reason="needs Spark: pip install 'source-attribution[spark]'")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("needs Java 17 for Spark", allow_module_level=True)

from attribution.distributed import Job, analyze_spark  # noqa: E402

JOB = Job(text="body", keep=["id"])

pytestmark = [
    pytest.mark.model,
    pytest.mark.cluster,
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:pyspark"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        sql.SparkSession.builder.master("local[2,4]")  # two tasks at a time; four failures of a task end the run
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "1g")
        .config("spark.sql.shuffle.partitions", "3")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "3")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(spark):
    columns = articles.rows()
    rows = list(zip(*columns.values(), strict=True))
    return spark.createDataFrame(rows, schema=", ".join(f"{name} string" for name in columns)).repartition(3)


def columns(found):
    """Ids, reports and errors as plain values, by id."""
    rows = sorted((row.asDict(recursive=True) for row in found.collect()), key=lambda row: row["id"])
    return tuple([row[name] for row in rows] for name in ("id", "report", "error"))


def test_reports_are_those_of_one_machine_in_the_same_order(frame, expected):
    assert_same(*columns(analyze_spark(frame, JOB)), expected)


def test_killed_workers_lose_nothing(frame, expected, tmp_path):
    """All Python workers die once, while they are at it; Spark starts others and has their partitions done again."""
    marker = tmp_path / "killed"

    def kill_once(batches):
        for number, batch in enumerate(batches):
            yield batch
            if number == 1 and not marker.exists():
                marker.touch()
                for process in siblings():
                    os.kill(process, signal.SIGKILL)

    found = columns(analyze_spark(frame.mapInArrow(kill_once, frame.schema), JOB))
    assert marker.exists()
    assert_same(*found, expected)


def siblings() -> list[int]:
    """The processes of the parent of this one, this one last."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getppid():
            found.append(int(stat.parent.name))
    return sorted(found, key=lambda process: process == os.getpid())


def test_a_table_can_be_queried(frame, expected):
    found = analyze_spark(frame, Job(text="body", table="attributions", keep=["id", "outlet"]))
    named = found.where("attribution_identification = 'named'").select("id", "attribution_source").collect()
    wanted = [
        (name, source)
        for name, report in expected.items()
        if report is not None
        for source in report.to_frame("attributions").query("identification == 'named'")["source"]
    ]
    assert sorted(map(tuple, named)) == sorted(wanted)
    assert wanted


def test_a_missing_column_is_named_before_anything_runs(frame):
    with pytest.raises(ValueError, match="no column 'text'; there are 'id', 'outlet', 'body'"):
        analyze_spark(frame)
