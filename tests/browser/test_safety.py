"""Whatever a text holds, nothing of it runs, loads or restyles anything, and a notebook's page stays as it was."""

from __future__ import annotations

import attrs
import pytest

import attribution
from attribution.report import Report
from attribution.report.html import pages
from tests.example import article, example

pytestmark = pytest.mark.browser

NASTY = (
    "<script>window.ran = 1; alert(1)</script>",
    '<img src=x onerror="window.ran = 1; alert(1)">',
    "</style><style>* { display: none !important; background: url(https://example.org/x) }</style>",
    '</p></div><iframe srcdoc="<script>parent.ran = 1</script>"></iframe>',
    '" autofocus onfocus="window.ran = 1',
    "&lt;script&gt;window.ran = 1&lt;/script&gt;",
)
#: One of each element that a report uses, and some that it does not, in a page of somebody else's.
PAGE = """<div id="host"><h2 class="title">t</h2><p class="block">p <b class="source">b</b> <i class="cue">i</i>
<u class="hedge">u</u> <mark class="loaded">m</mark> <a href="#x">a</a> <small>s</small> <code>c</code></p>
<ul class="reasons"><li>li</li></ul><table class="claims"><thead><tr><th>h</th></tr></thead><tbody><tr><td>d</td></tr>
</tbody></table><details class="chip" open><summary>s</summary><div class="card">d</div></details>
<label class="key"><input type="checkbox" checked> l</label><button>b</button><pre>p</pre>
<svg class="course" width="9" height="9"><rect class="strong" width="9" height="9"></rect></svg></div>"""
STYLES = """() => [...document.querySelectorAll('html, body, main, #host, #host *')].map(e => {
    const style = getComputedStyle(e);
    return [e.tagName, ...[...style].map(name => name + ': ' + style.getPropertyValue(name))];
})"""
HOSTILE = {
    "background-color": "red",
    "border-top-width": "3px",
    "color": "red",
    "display": "table",
    "float": "right",
    "font-family": "fantasy",
    "font-weight": "900",
    "letter-spacing": "9px",
    "line-height": "40px",
    "margin-left": "-13px",
    "padding-top": "7px",
    "text-transform": "uppercase",
    "white-space": "nowrap",
}
#: What each kind of element of a report, by its name and classes, has instead: the first of its kind.
LOOKS = """names => Object.fromEntries(
    [...document.querySelectorAll('.attribution-report :not(svg *)')].reverse().flatMap(element => {
        const kind = element.tagName + '.' + (element.getAttribute('class') ?? '');
        return [null, '::before', '::after'].map(part => {
            const style = getComputedStyle(element, part);
            return [kind + (part ?? ''), names.map(name => name + ': ' + style.getPropertyValue(name)).join('; ')];
        });
    }))"""
ELEMENTS = "() => [...document.querySelectorAll('*')].map(e => e.tagName + [...e.getAttributeNames()].join(' '))"


def with_everywhere(nasty: str) -> Report:
    """A report that says the same wherever something from outside stands."""
    data = attrs.evolve(article(), warnings=("w",)).to_dict()
    data["warnings"] = [nasty]
    data["claims"][0]["id"] = data["sources"][0]["name"] = nasty
    for claim in data["claims"]:
        for factor in (*claim["sourcing"]["factors"], *claim["loading"]["factors"]):
            factor["reason"] = factor["name"] = nasty
    return Report.from_dict(data)


def displays(report: Report) -> list[str]:
    """Everything that a notebook could be asked to show."""
    tables = (report.claims, report.sources, report.attributions, report.hedges, report.findings, report.claims[0])
    return [report._repr_html_(), *(table._repr_html_() for table in tables)]


def test_nothing_from_outside_runs(open_page, open_notebook) -> None:
    nasty = " ".join(NASTY)
    harmless, report = with_everywhere("x"), with_everywhere(nasty)
    for opened, bad, good in (
        (open_page, [pages([(nasty, report)])], [pages([("x", harmless)])]),
        (open_notebook, displays(report), displays(harmless)),
    ):
        page = opened(*bad)
        assert page.evaluate("window.ran") is None
        assert page.noticed == []
        assert page.locator(".chip").first.is_visible()
        assert page.evaluate(ELEMENTS) == opened(*good).evaluate(ELEMENTS)
        assert nasty in page.locator("main").inner_text()


@pytest.mark.model
def test_nothing_in_an_analyzed_text_runs(open_page, open_notebook, nlp) -> None:
    text = "\n\n".join(
        f'{nasty} is a threat, officials reportedly said.\n\n"{nasty}," Kerry said. The regime denied it.'
        for nasty in NASTY
    )
    report = attribution.analyze(text, nlp=nlp)
    assert len(report.claims) > len(NASTY)
    for page in (open_page(report.to_html()), open_notebook(*displays(report))):
        assert page.evaluate("window.ran") is None
        assert page.noticed == []
        assert page.locator("script, img, iframe, [onerror], [onfocus], [autofocus]").count() == 0
        shown = [" ".join(block.split()) for block in page.locator(".block").all_inner_texts()]
        for nasty in NASTY:
            assert any(block.startswith(" ".join(nasty.split())) for block in shown)


def test_the_page_of_a_notebook_stays_as_it_was(open_notebook) -> None:
    before = open_notebook(PAGE).evaluate(STYLES)
    assert len(before) > 25
    after = open_notebook(
        PAGE, "".join(f'<div style="height: 0; overflow: hidden">{one}</div>' for one in displays(example()))
    )
    assert after.locator(".attribution-report").count() == len(displays(example()))
    changed = [
        (old[0], sorted(set(new) - set(old)))
        for old, new in zip(before, after.evaluate(STYLES), strict=True)
        if old != new
    ]
    assert changed == []


def test_a_report_looks_the_same_on_whatever_page(open_notebook) -> None:
    """Bootstrap, as in nbviewer, has styles for a row, a label and a card; any page may have some for any name."""
    shown, properties = article()._repr_html_(), ["content", "height", "width", *HOSTILE]
    before = open_notebook(shown).evaluate(LOOKS, properties)
    names = {name for kind in before for name in kind.partition("::")[0].split(".", 1)[1].split()}
    assert {"row", "label", "card", "bar"} <= names
    style = "; ".join(f"{name}: {value}" for name, value in HOSTILE.items())
    hostile = [
        f".{name} {{ {style} }} .{name}::before, .{name}::after {{ content: 'x'; {style} }}" for name in sorted(names)
    ]
    page = f"<style>{' '.join(hostile)} [hidden] {{ display: none !important }}</style>"
    after = open_notebook(page, shown).evaluate(LOOKS, properties)
    assert {kind: (look, after[kind]) for kind, look in before.items() if after[kind] != look} == {}
