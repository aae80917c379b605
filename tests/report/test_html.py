"""The HTML holds the text and nothing that the text brings with it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from attribution.report import Report
from attribution.report.html import pages
from attribution.report.printable import shown
from tests.example import article, example
from tests.strategies import PATIENT, reports

ELEMENTS = {
    *(
        "b",
        "body",
        "details",
        "div",
        "g",
        "h1",
        "head",
        "html",
        "i",
        "input",
        "label",
        "li",
        "main",
        "mark",
        "meta",
        "p",
    ),
    *(
        "rect",
        "small",
        "span",
        "strong",
        "style",
        "summary",
        "sup",
        "svg",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "title",
    ),
    *("tr", "u", "ul"),
}
ATTRIBUTES = {
    *("aria-hidden", "aria-label", "aria-level", "charset", "checked", "class", "content", "data-label", "data-starts"),
    *(
        "dir",
        "height",
        "hidden",
        "http-equiv",
        "lang",
        "name",
        "open",
        "preserveaspectratio",
        "role",
        "scope",
        "style",
        "title",
    ),
    *("type", "viewbox", "width", "x", "y"),
}
VOID = {"meta", "input"}


class Seen(HTMLParser):
    """Everything a browser would see: elements, attributes, the text of the marked-up article.

    ``bare`` is the text where a page takes styles and drawings away, and so shows what these would hide or replace.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.text: list[str] = []
        self.bare: list[str] = []
        self.hidden: list[bool] = []
        self.unstyled = False
        self.styles: list[str] = []
        self.in_block = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)
        values = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
            self.hidden.append("hidden" in values or tag in ("style", "svg"))
        if tag == "sup":
            self.unstyled = True
        if tag == "p":
            self.in_block = (values.get("class") or "").startswith("block")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.hidden.pop()
        if tag == "sup":
            self.unstyled = False
        if tag == "p":
            self.in_block = False

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.styles.append(data)
        elif self.in_block and not self.unstyled:
            self.text.append(data)
        if not any(self.hidden):
            self.bare.append(data)


@PATIENT
@given(reports())
def test_a_page_holds_our_elements_and_the_text_and_nothing_else(report: Report) -> None:
    for page in (report.to_html(), report._repr_html_()):
        seen = Seen(page)
        assert seen.open == []
        assert seen.elements <= ELEMENTS
        assert seen.attributes <= ATTRIBUTES
        breaks = str.maketrans("", "", "\r\n")
        assert "".join(seen.text) == shown(report.text).translate(breaks)
        page.encode()


@PATIENT
@given(st.sampled_from(["</style><script>x</script>", '"><img src=x onerror=x>', "{{ 7 * 7 }}{% raw %}", "*/ body {}"]))
def test_nothing_from_outside_reaches_the_styles_or_runs(nasty: str) -> None:
    report = example()
    data = report.to_dict()
    data["claims"][0]["id"] = data["sources"][0]["name"] = data["warnings"][:] = nasty
    data["warnings"] = [nasty]
    data["claims"][0]["sourcing"]["factors"][0]["reason"] = nasty
    page = pages([(nasty, Report.from_dict(data))])
    plain = Seen(pages([("title", attrs.evolve(report, warnings=("w",)))]))
    seen = Seen(page)
    assert seen.styles == plain.styles
    assert seen.elements == plain.elements
    assert seen.attributes == plain.attributes
    assert "49" not in "".join(seen.text)


def test_the_page_allows_no_script_and_no_network() -> None:
    page = article().to_html()
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "@import" not in page


def test_styles_stay_inside_the_report() -> None:
    for style in Seen(article()._repr_html_()).styles:
        flat = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
        while "(" in flat:
            flat = re.sub(r"\([^()]*\)", "", flat)
        selectors = re.findall(r"([^{}]+)\{", re.sub(r"@[^{]*\{", "", flat))
        assert len(selectors) > 40
        for selector in ",".join(selectors).split(","):
            assert ".attribution-report" in selector, selector


def test_findings_stand_beside_their_words() -> None:
    page = article()._repr_html_()
    assert '<span class="rule">hearsay: allegedly</span>' in page
    (finding,) = [finding for finding in article().findings if finding.rule == "hearsay"]
    number = article().findings.index(finding)
    assert f'class="note {finding.severity} from-{number}"' in page
    assert re.search(rf'<span class="piece [^"]*\bflag-{number}\b[^>]*><span class="flagged"><i class="cue">', page)
    for words in (finding.message, finding.remedy, finding.authority):
        assert escape(words) in page


def test_what_a_reader_needs_is_there() -> None:
    page = article().to_html()
    for words in ("0.70", "strong", "It reaches us through AFP rather than directly.", "−0.10", "Take care:"):
        assert words in page
    assert 'class="block heading"' in page
    assert "anonymous, via the BBC" in page


def test_layers_that_lie_on_top_of_each_other_are_all_there() -> None:
    page = article()._repr_html_()
    assert '<b class="source named"><mark class="loaded voice-writer begins ends">so-called</mark></b>' in page
    assert '<i class="cue"><u class="hedge">allegedly</u></i>' in page
    assert "content depth2" in page


def test_what_is_left_where_styles_are_taken_away_can_be_read() -> None:
    """JupyterLab takes styles and drawings away in a notebook that it does not trust; titles and classes stay."""
    bare = " ".join("".join(Seen(article()._repr_html_()).bare).split())
    for words in (
        "cue [what they say] hedge",
        "[C2 The United States has",
        "C1 sourcing 0.00 none loading 0.00 neutral",
    ):
        assert words in bare
    assert "Course of the article" not in bare
    assert "{" not in bare


def test_there_are_no_layers_to_choose_where_there_is_no_text() -> None:
    assert 'class="layers"' in Report.empty("One line")._repr_html_()
    assert 'class="layers"' not in Report.empty()._repr_html_()


@pytest.mark.parametrize("text", ["", " \n\n\t", "\r\n", "One line"])
def test_an_empty_report_is_shown(text: str) -> None:
    page = Report.empty(text)._repr_html_()
    assert "No claim was found" in page
    assert "<table" not in page
