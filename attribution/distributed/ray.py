"""Analysis of a Ray dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from attribution.distributed.arrow import analyze_arrow, arrow_schema
from attribution.distributed.job import DEFAULT, Job

if TYPE_CHECKING:
    from ray.data import Dataset


def analyze_ray(dataset: Dataset, job: Job = DEFAULT, **options: Any) -> Dataset:
    """Analyze a column of texts with ``map_batches``, in Ray's worker processes.

    Args:
        dataset: A dataset of texts.
        job: The settings.
        **options: Further arguments of ``map_batches``, such as ``batch_size`` and ``num_cpus``.

    Returns:
        The columns that stay and those that were found; see :func:`~attribution.distributed.analyze_arrow`. Lazy, as
        everything in Ray Data. Ray does not keep the order of blocks unless it is told to.
    """
    return dataset.map_batches(_analyze_table, fn_kwargs={"job": job}, batch_format="pyarrow", **options)


def _analyze_table(table: pa.Table, job: Job) -> pa.Table:
    return pa.Table.from_batches(analyze_arrow(table, job), schema=arrow_schema(table.schema, job))
