"""Analysis of a Dask DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from attribution.distributed.job import DEFAULT, Job

if TYPE_CHECKING:
    import dask.dataframe
    import pandas


def analyze_dask(frame: dask.dataframe.DataFrame, job: Job = DEFAULT) -> dask.dataframe.DataFrame:
    """Analyze a column of texts, one partition at a time, wherever Dask puts it.

    Args:
        frame: A frame of texts. Its index stays, also where one text gives several rows.
        job: The settings.

    Returns:
        The columns that stay and those that were found, with pandas' Arrow types; see
        :func:`~attribution.distributed.analyze_arrow`. Lazy, as everything in Dask.

    Raises:
        ValueError: if a column is not there, or has the name of a result.
    """
    return frame.map_partitions(analyze_pandas, job, meta=analyze_pandas(frame._meta, job))


def analyze_pandas(frame: pandas.DataFrame, job: Job = DEFAULT) -> pandas.DataFrame:
    """Analyze one partition; see :func:`analyze_dask`."""
    import pandas

    kept = frame[job.kept(list(frame.columns))]
    texts = frame[job.text]
    # Missing values go by several names in pandas.
    values = (None if missing else text for text, missing in zip(texts, texts.isna(), strict=True))
    found = list(job.results(values))
    columns = pa.Table.from_batches([results.columns for results in found], schema=job.schema)
    rows = [row for results in found for row in results.texts]
    # By position: the index may have the same label twice.
    beside = columns.to_pandas(types_mapper=pandas.ArrowDtype)
    return kept.iloc[rows].assign(**{name: beside[name].array for name in job.schema.names})
