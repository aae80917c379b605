"""Analysis of a Spark DataFrame."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attribution.distributed.arrow import analyze_arrow, arrow_schema
from attribution.distributed.job import DEFAULT, Job

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def analyze_spark(frame: DataFrame, job: Job = DEFAULT) -> DataFrame:
    """Analyze a column of texts with ``mapInArrow``, in the Python workers of the executors.

    Args:
        frame: A frame of texts.
        job: The settings.

    Returns:
        The columns that stay and those that were found; see :func:`~attribution.distributed.analyze_arrow`. Lazy, as
        everything in Spark.

    Raises:
        ValueError: if a column is not there, or has the name of a result.
    """
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    schema = arrow_schema(to_arrow_schema(frame.schema), job)
    return frame.mapInArrow(partial(analyze_arrow, job=job), from_arrow_schema(schema))
