"""Several articles, or outlets, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING

from .profile import profiles
from .records import ReportData

if TYPE_CHECKING:
    from .chart import Chart


def compare(reports: Iterable[ReportData] | Mapping[str, ReportData | Iterable[ReportData]]) -> Chart:
    """Draw how several articles, or outlets, are sourced and worded, side by side.

    Args:
        reports: Reports, each of which gets a row, called by its heading or first words; or a mapping from names, such
            as those of outlets, to a report or to several reports, which are counted together.

    Returns:
        A matplotlib figure that shows itself in a notebook: claims by level of sourcing and by who vouches for them,
        mean scores, hedges and loaded expressions for every hundred words. ``savefig`` writes it to a file.

    Raises:
        TypeError: If something in it is no report.
        ValueError: If there is none.
        ImportError: If matplotlib is not installed; the message names the extra that brings it.
    """
    compared = profiles(reports)
    chart: Chart = charts("attribution.compare()").draw_comparison(compared)
    return chart


def charts(asked: str) -> ModuleType:
    """Return the module that draws charts.

    Args:
        asked: What needs it, for the message of the error.

    Raises:
        ImportError: If matplotlib is not installed; the message names the extra that brings it.
    """
    try:
        from . import chart
    except ImportError as error:
        raise ImportError(
            f"{asked} needs matplotlib, which is not installed: pip install 'source-attribution[plot]'"
        ) from error
    return chart
