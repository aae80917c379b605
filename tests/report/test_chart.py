"""Charts show the figures of the reports, and a text cannot break them."""

from __future__ import annotations

import builtins
import re
import sys

import attrs
import pytest
from hypothesis import given

import attribution
from attribution.report import Report
from attribution.report.comparison import compare
from attribution.report.course import LOADING_BANDS, SOURCING_BANDS, plot_course
from attribution.report.profile import profile, profiles
from attribution.scoring.tally import loading_level, sourcing_level
from tests.example import article, example
from tests.strategies import PATIENT, reports


def test_a_course_has_a_bar_for_each_claim_in_order() -> None:
    course = plot_course(article().claims)
    assert [bar.sourcing for bar in course.bars] == [claim.sourcing.value for claim in article().claims]
    assert [bar.loading for bar in course.bars] == [claim.loading.value for claim in article().claims]
    assert course.bars[3].words.startswith("C4: sourcing 0.70 strong, loading 0.00 neutral\n")
    assert course.words == "8 claims in the order of the text: sourcing from 0.00 to 0.80, loading up to 0.50"


def test_the_lines_are_where_the_levels_change() -> None:
    for level, bands in ((sourcing_level, SOURCING_BANDS), (loading_level, LOADING_BANDS)):
        for band in bands:
            assert level(band) == level(band + 0.01) != level(band - 0.01)


@PATIENT
@given(reports(), reports())
def test_a_profile_counts_what_its_reports_hold_together(one: Report, two: Report) -> None:
    both = profile("both", [one, two])
    assert both.claims == len(one.claims) + len(two.claims) == sum(attrs.astuple(both.levels))
    for shares, counted in ((both.vouching, both.claims), (both.speaking, len(one.sources) + len(two.sources))):
        assert sum(attrs.astuple(shares)) == pytest.approx(1 if counted else 0)
    if both.claims:
        values = [claim.sourcing.value for report in (one, two) for claim in report.claims]
        assert both.sourcing == pytest.approx(sum(values) / len(values))
    alone = profile("one", [one])
    assert alone.hedges == pytest.approx(one.summary.hedges_per_100_words)
    assert alone.vouching.named == pytest.approx(one.summary.identification.named)


def test_articles_are_called_by_their_headings_first_words_or_names() -> None:
    assert [each.label for each in profiles([article(), example(), Report.empty()])] == [
        "1. Washington sends troops to Syria",
        "2. Sources say the US regime may claim…",
        "3.",
    ]
    (named,) = profiles({"the paper": iter([article(), example()])})
    assert (named.label, named.articles, named.claims) == ("the paper", 2, 10)


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ([], ValueError, "no reports"),
        ({}, ValueError, "no reports"),
        (article(), TypeError, r"report\.plot\(\) draws a single one"),
        (["text"], TypeError, r"reports\[0\] must be a report, not str"),
        ("text", TypeError, "reports must be a report or reports, not str"),
        ({"a": 3}, TypeError, r"reports\['a'\] must be a report or reports, not int"),
        ({"a": [example(), None]}, TypeError, r"reports\['a'\]\[1\] must be a report, not NoneType"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_words(given: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        compare(given)  # type: ignore[arg-type]


def test_without_matplotlib_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    really = builtins.__import__

    def without(name: str, *args: object, **kwargs: object) -> object:
        if name.split(".")[0] == "matplotlib":
            raise ImportError(name)
        return really(name, *args, **kwargs)  # type: ignore[arg-type]

    for name in [name for name in sys.modules if name.split(".")[0] == "matplotlib" or name.endswith("report.chart")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("attribution.report.chart", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    for draw, asked in ((article().plot, "Report.plot()"), (lambda: compare([article()]), "attribution.compare()")):
        with pytest.raises(ImportError, match=re.escape(f"{asked} needs matplotlib, which is not installed")) as raised:
            draw()
        assert "source-attribution[plot]" in str(raised.value)
    assert "<svg" in article().to_html()


class TestDrawn:
    """With matplotlib."""

    @pytest.fixture(autouse=True)
    def _matplotlib(self) -> None:
        pytest.importorskip("matplotlib", reason="matplotlib is not installed: pip install 'source-attribution[plot]'")

    def test_the_bars_are_the_scores(self) -> None:
        chart = article().plot()
        course = chart.axes[0]
        heights = [bar.get_height() for bar in course.patches]
        claims = article().claims
        assert heights[: len(claims)] == [claim.sourcing.value for claim in claims]
        assert heights[len(claims) :] == [-claim.loading.value for claim in claims]
        speaking = [bar.get_width() for bar in chart.axes[1].patches][::2]
        assert speaking == pytest.approx([4 / 6, 1 / 6, 1 / 6, 0])

    def test_a_comparison_has_a_row_for_each_name(self) -> None:
        chart = attribution.compare({"one": article(), "two": [article(), example()], "none": Report.empty()})
        labels = [label.get_text() for label in chart.axes[0].get_yticklabels()]
        assert labels == ["one\n8 claims", "two\n2 articles, 10 claims", "none\n0 claims"]
        assert "none: no claims" in chart.words
        strong = [bar.get_width() for bar in chart.axes[0].patches][:3]
        assert strong == pytest.approx([2 / 8, 2 / 10, 0])

    def test_a_chart_shows_itself_as_a_picture_with_words(self) -> None:
        chart = article().plot()
        shown = chart._repr_html_()
        assert ' alt="8 claims in the order of the text: sourcing from' in shown
        assert 'src="data:image/svg+xml;base64,' in shown
        assert chart.to_svg() == article().plot().to_svg()

    @pytest.mark.parametrize("nasty", ["costs $5 and $6", "$\\frac{", '"><script>', "\x00\ud800", "_" * 300, "שלום"])
    @pytest.mark.filterwarnings("ignore:Glyph")
    def test_a_name_cannot_break_a_chart(self, nasty: str) -> None:
        shown = compare({nasty: article()})._repr_html_()
        assert "<script" not in shown
        assert shown.count("<") == 3

    @pytest.mark.parametrize("report", [Report.empty(), Report.empty("No claim.")])
    def test_an_empty_report_is_drawn(self, report: Report) -> None:
        assert "No claims" in report.plot()._repr_html_()
        assert "<svg" in compare([report]).to_svg()

    @pytest.mark.parametrize("report", [Report.empty("Rain."), example(), article()])
    def test_nothing_is_cut_off_at_the_sides(self, report: Report) -> None:
        chart = report.plot()
        chart.draw_without_rendering()
        for panel in chart.axes:
            for box in (panel.get_tightbbox(), panel.get_legend() and panel.get_legend().get_window_extent()):
                assert box is None or (box.x0 >= 0 and box.x1 <= chart.bbox.width)

    def test_no_window_and_no_pyplot(self) -> None:
        before = "matplotlib.pyplot" in sys.modules
        article().plot()
        assert ("matplotlib.pyplot" in sys.modules) == before
