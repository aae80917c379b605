"""Charts of reports, drawn by matplotlib.

Imported only when somebody asks for a chart, because matplotlib is an extra. The figures are made without pyplot: no
window opens, and nothing is left behind.
"""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Sequence
from html import escape
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

from .course import LOADING_BANDS, SOURCING_BANDS, plot_course
from .palette import LIGHT
from .printable import shown
from .profile import Profile, profile
from .records import IdentificationShares, LevelCounts, ReportData

_LEVELS = ("strong", "moderate", "weak", "none")
_IDENTIFICATIONS = ("named", "by role", "vague", "nobody")
_COLOURS = (LIGHT.strong, LIGHT.moderate, LIGHT.weak, LIGHT.none)
_INKS = (LIGHT.on_strong, LIGHT.on_other, LIGHT.on_other, LIGHT.on_other)
#: The smallest share of a bar that has room for its figure.
_ROOM = 0.08


class Chart(Figure):
    """A figure that shows itself in a notebook as a static picture, with what it shows in words as its alternative."""

    def __init__(self, width: float, height: float, words: str) -> None:
        super().__init__(figsize=(width, height), layout="constrained", facecolor=LIGHT.paper)
        self.words = words

    def settle(self) -> None:
        """Lay the panels out once and for all: another drawing would move them by a hair."""
        self.draw_without_rendering()
        self.set_layout_engine("none")

    def to_svg(self) -> str:
        """Return the picture as SVG; equal charts give equal pictures."""
        file = io.StringIO()
        with rc_context({"svg.hashsalt": "attribution"}):
            self.savefig(file, format="svg", metadata={"Date": None, "Creator": None, "Title": shown(self.words)})
        return file.getvalue()

    def _repr_html_(self) -> str:
        # An image, so that the picture's own styles and ids stay out of the notebook's page.
        data = b64encode(self.to_svg().encode()).decode()
        words = escape(shown(self.words))
        image = f'<img style="max-width:100%;min-width:640px" alt="{words}" src="data:image/svg+xml;base64,{data}">'
        # On a narrow screen it is rather moved than shrunk, by the keyboard too.
        return f'<div style="overflow-x:auto" tabindex="0" role="group" aria-label="Chart">{image}</div>'


def draw_course(report: ReportData) -> Chart:
    """Draw both scores of each claim in the order of the text, and who the sources are."""
    course = plot_course(report.claims)
    both = profile("", [report])
    chart = Chart(min(16.0, max(10.0, 8 + 0.1 * len(course.bars))), 3.6, _course_words(course.words, both))
    left, right = chart.subplots(1, 2, width_ratios=(3, 1.4), gridspec_kw={"wspace": 0.08})
    places = range(1, len(course.bars) + 1)
    left.bar(places, [bar.sourcing for bar in course.bars], color=[_colour(bar.level) for bar in course.bars])
    left.bar(places, [-bar.loading for bar in course.bars], color=LIGHT.load)
    left.axhline(0, color=LIGHT.soft, linewidth=0.8)
    for height in (*SOURCING_BANDS, *(-at for at in LOADING_BANDS)):
        left.axhline(height, color=LIGHT.line, linewidth=0.8, zorder=0)
    left.set(ylim=(-1, 1), xlabel="claim, in the order of the text", ylabel="loading    |    sourcing")
    left.set_xlim(0.4, max(1, len(course.bars)) + 0.6)
    left.set_yticks([-1, -0.5, 0, 0.5, 1], ["1", "0.5", "0", "0.5", "1"])
    left.xaxis.set_major_locator(MaxNLocator(nbins=20, integer=True, min_n_ticks=1))
    levels = left.secondary_yaxis("right")
    levels.set_yticks([0.85, 0.55, 0.2, -0.325, -0.75], ["strong", "moderate", "weak", "some", "heavy"])
    levels.tick_params(length=0, labelsize=8, labelcolor=LIGHT.soft)
    levels.spines["right"].set_visible(False)
    left.set_title("Course of the article", loc="left", fontsize=10)
    _stack(right, ["distinct sources", "claims"], [_shares(both.speaking), _shares(both.vouching)], _IDENTIFICATIONS)
    right.set_title("How well the sources are identified", loc="left", fontsize=10)
    _clear(left, right)
    chart.settle()
    return chart


def draw_comparison(compared: Sequence[Profile]) -> Chart:
    """Draw the figures of several articles, or groups of them, in rows below each other."""
    chart = Chart(14, 2.0 + 0.5 * len(compared), _comparison_words(compared))
    levels, vouching, scores, wording = chart.subplots(1, 4, width_ratios=(3, 3, 2, 2), sharey=True)
    labels = [f"{each.label}\n{_counted(each)}" for each in compared]
    _stack(levels, labels, [_level_shares(each.levels) for each in compared], _LEVELS)
    levels.set_title("Claims by sourcing", loc="left", fontsize=10)
    _stack(vouching, labels, [_shares(each.vouching) for each in compared], _IDENTIFICATIONS)
    vouching.set_title("Claims by who vouches", loc="left", fontsize=10)
    rows = range(len(compared))
    for name, marker, colour in (("sourcing", "o", LIGHT.strong), ("loading", "D", LIGHT.load)):
        found = [(getattr(each, name), row) for row, each in enumerate(compared) if getattr(each, name) is not None]
        scores.plot([x for x, _ in found], [row for _, row in found], marker, color=colour, label=name, linestyle="")
    scores.set(xlim=(-0.03, 1.03))
    scores.grid(axis="y", color=LIGHT.line, linewidth=0.8)
    scores.set_title("Mean scores, 0 to 1", loc="left", fontsize=10)
    wording.barh(
        [row - 0.17 for row in rows], [each.hedges for each in compared], 0.32, color=LIGHT.hedge, label="hedges"
    )
    wording.barh(
        [row + 0.17 for row in rows],
        [each.loaded for each in compared],
        0.32,
        color=LIGHT.paper,
        edgecolor=LIGHT.loaded,
        hatch="////",
        label="loaded wording",
    )
    wording.set_title("In every hundred words", loc="left", fontsize=10)
    for axes in (scores, wording):
        axes.legend(**_LEGEND)
    _clear(levels, vouching, scores, wording)
    chart.settle()
    return chart


_LEGEND: dict[str, Any] = {
    "loc": "upper left",
    "bbox_to_anchor": (-0.02, -0.12),
    "ncols": 4,
    "frameon": False,
    "fontsize": 8,
    "handlelength": 1.0,
    "handletextpad": 0.4,
    "columnspacing": 1.0,
}


def _stack(axes: Axes, labels: Sequence[str], rows: Sequence[tuple[float, ...]], names: Sequence[str]) -> None:
    """Draw one bar for each row, from the best part on the left to the worst; each figure is written on its part."""
    starts = [0.0] * len(rows)
    for part, (name, colour, ink) in enumerate(zip(names, _COLOURS, _INKS, strict=True)):
        widths = [row[part] for row in rows]
        axes.barh(range(len(rows)), widths, left=starts, color=colour, edgecolor=LIGHT.paper, label=name, height=0.62)
        for place, (start, width) in enumerate(zip(starts, widths, strict=True)):
            if width >= _ROOM:
                axes.text(start + width / 2, place, f"{width:.0%}", color=ink, fontsize=8, ha="center", va="center")
        starts = [start + width for start, width in zip(starts, widths, strict=True)]
    # A dollar sign in a heading is no formula.
    axes.set_yticks(range(len(rows)), [shown(label) for label in labels], fontsize=8, parse_math=False)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(PercentFormatter(1))
    axes.legend(**_LEGEND)


def _clear(*panels: Axes) -> None:
    for axes in panels:
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(LIGHT.line)
        axes.tick_params(color=LIGHT.line, labelcolor=LIGHT.ink, labelsize=8)
        axes.xaxis.label.set_fontsize(8)
        axes.yaxis.label.set_fontsize(8)


def _colour(level: str) -> str:
    return dict(zip(_LEVELS, _COLOURS, strict=True))[level]


def _shares(shares: IdentificationShares) -> tuple[float, ...]:
    return shares.named, shares.role, shares.vague, shares.none


def _level_shares(levels: LevelCounts) -> tuple[float, ...]:
    numbers = (levels.strong, levels.moderate, levels.weak, levels.none)
    return tuple(number / max(1, sum(numbers)) for number in numbers)


def _counted(each: Profile) -> str:
    claims = f"{each.claims} claim{'' if each.claims == 1 else 's'}"
    return claims if each.articles == 1 else f"{each.articles} articles, {claims}"


def _course_words(course: str, both: Profile) -> str:
    parts = zip(_IDENTIFICATIONS, _shares(both.speaking), strict=True)
    return f"{course}. Of the distinct sources: {', '.join(f'{share:.0%} {name}' for name, share in parts)}."


def _comparison_words(compared: Sequence[Profile]) -> str:
    rows = []
    for each in compared:
        if each.sourcing is None or each.loading is None:
            rows.append(f"{each.label}: no claims")
        else:
            rows.append(
                f"{each.label}: {_counted(each)}, mean sourcing {each.sourcing:.2f}, mean loading {each.loading:.2f}"
            )
    return "; ".join(rows)
