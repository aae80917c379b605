"""Analysis over Arrow record batches: what every engine's adapter calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from attribution.distributed.job import DEFAULT, Job


def analyze_arrow(batches: Iterable[pa.RecordBatch] | pa.Table, job: Job = DEFAULT) -> Iterator[pa.RecordBatch]:
    """Analyze a column of texts, batch by batch, in order.

    Args:
        batches: Record batches with a column of texts; also a ``Table``, or a reader of batches.
        job: The settings.

    Yields:
        Batches with the columns that stay and those that were found (:func:`arrow_schema`): a row for each text, or, if
        the job asks for a table, a row for each of its records. A text that cannot be analyzed (it is null, not UTF-8,
        too long, or a component fails on it) gives one row with nothing but the reason, in ``error``. There may be more
        batches than came in, because reports take more room than texts.

    Raises:
        ValueError: if a column is not there, or has the name of a result.
    """
    for batch in batches.to_batches() if isinstance(batches, pa.Table) else batches:
        kept = batch.select(job.kept(batch.schema.names))
        schema = arrow_schema(batch.schema, job)
        for results in job.results(batch.column(job.text)):
            rows = pa.array(results.texts, pa.int64())
            beside = [column.take(rows) for column in kept.columns]
            yield pa.RecordBatch.from_arrays([*beside, *results.columns.columns], schema=schema)


def arrow_schema(schema: pa.Schema, job: Job = DEFAULT) -> pa.Schema:
    """Return the schema of what :func:`analyze_arrow` makes of batches with a schema.

    Raises:
        ValueError: if a column is not there, or has the name of a result.
    """
    return pa.schema([*(schema.field(name) for name in job.kept(schema.names)), *job.schema])
