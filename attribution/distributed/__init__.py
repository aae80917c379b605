"""Many articles on many machines: the same analysis over Arrow record batches, and on Dask, Spark and Ray.

:func:`analyze_arrow` does the work; the others hand their engine's partitions to it. All of them take the settings of a
:class:`Job`, keep the columns beside the text, and say in the column ``error`` why a text could not be analyzed instead
of stopping. ``docs/scale.md`` plans a large run.
"""

from attribution.distributed.arrow import analyze_arrow, arrow_schema
from attribution.distributed.dask import analyze_dask
from attribution.distributed.job import Job
from attribution.distributed.ray import analyze_ray
from attribution.distributed.spark import analyze_spark

__all__ = ["Job", "analyze_arrow", "analyze_dask", "analyze_ray", "analyze_spark", "arrow_schema"]
