"""A reader switches layers, points at claims and reads why they score as they do."""

from __future__ import annotations

import pytest

import attribution
from attribution.report import Report

pytestmark = [pytest.mark.browser, pytest.mark.model]

SEEDS = ("press-tv", "trt-world")
#: For each layer: what is marked, the property that marks it, and its value where there is no mark.
LAYERS = {
    "source": (".text b.source", "border-bottom-width", "0px"),
    "cue": (".text .cue", "font-style", "normal"),
    "content": (".text .content", "background-color", "rgba(0, 0, 0, 0)"),
    "hedge": (".text .block .hedge", "text-decoration-line", "none"),
    "loaded": (".text .loaded.begins", "border-left-width", "0px"),
    "claim": (".text .chip", "display", "none"),
    "finding": (".text .note", "display", "none"),
}


@pytest.fixture(scope="module", params=SEEDS)
def report(request, nlp, read_seed) -> Report:
    return attribution.analyze(read_seed(request.param), nlp=nlp)


def style(page, selector: str, name: str) -> str:
    return page.locator(selector).first.evaluate("(e, name) => getComputedStyle(e).getPropertyValue(name)", name)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [1280, 400])
def test_the_page_shows_the_text_and_every_claim_and_fits_its_window(open_page, report, width) -> None:
    page = open_page(report.to_html(), width=width)
    assert page.noticed == []
    assert words("".join(page.locator(".block").all_inner_texts())) == words(report.text.replace("\n", ""))
    assert page.locator(".chip > summary").count() == len(report.claims)
    assert page.locator(".note > summary").count() == len(report.findings)
    assert page.locator("svg.course g").count() == len(report.claims)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        "[...document.querySelectorAll('.block, .chip > summary, .bar > span, .layers, td')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"
    )
    assert cut == []


def test_each_layer_is_switched_off_and_on_by_the_keyboard_and_leaves_the_others_alone(open_page, report) -> None:
    page = open_page(report.to_html())

    def seen() -> dict[str, str]:
        return {layer: style(page, selector, name) for layer, (selector, name, _) in LAYERS.items()}

    on = seen()
    for layer, (_, _, off) in LAYERS.items():
        assert on[layer] != off
        page.locator(f".key-{layer} input").focus()
        page.keyboard.press("Space")
        assert seen() == {**on, layer: off}
        page.keyboard.press("Space")
        assert seen() == on


@pytest.mark.parametrize("width", [1280, 400])
def test_focusing_a_claim_shows_both_scores_with_their_reasons(open_page, report, width) -> None:
    page = open_page(report.to_html(), width=width)
    page.locator(".layers input").last.focus()
    card = page.locator(".chip.about-0 .card")
    assert not card.is_visible()
    page.keyboard.press("Tab")
    assert card.is_visible()
    claim, read = report.claims[0], words(card.inner_text())
    for name, score in (("Sourcing", claim.sourcing), ("Loading", claim.loading)):
        assert f"{name} {score.value:.2f} {score.level}" in read
        assert all(words(factor.reason) in read for factor in score.factors)
    assert style(page, ".in-0", "background-color") == "rgb(255, 233, 168)"
    assert style(page, ".bar-0", "fill") == "rgb(255, 233, 168)"
    box = card.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    # Enter keeps it open when the reader goes on.
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert card.is_visible()


def test_pointing_at_the_words_of_a_claim_shows_its_reasons_beside_them(open_page, report) -> None:
    page = open_page(report.to_html())
    number = len(report.claims) // 2
    card = page.locator(f".chip.about-{number} .card")
    page.locator(f".own-{number}").first.hover()
    assert card.is_visible()
    assert words(report.claims[number].sourcing.factors[0].reason) in words(card.inner_text())
    page.mouse.move(0, 0)
    assert not card.is_visible()


def test_pointing_at_a_finding_shows_its_words_and_its_remedy(open_page, report) -> None:
    page = open_page(report.to_html())
    finding = report.findings[0]
    page.locator(".from-0 > summary").hover()
    read = words(page.locator(".from-0 .card").inner_text())
    assert words(finding.message) in read and words(finding.remedy) in read
    assert style(page, ".flag-0", "background-color") == "rgb(255, 233, 168)"


def test_the_table_holds_the_reasons_of_every_claim(open_page, report) -> None:
    page = open_page(report.to_html())
    read = words(page.locator("table.claims").inner_text())
    for claim in report.claims:
        assert all(words(factor.reason) in read for factor in (*claim.sourcing.factors, *claim.loading.factors))


#: How JupyterLab and VS Code say which theme is on.
THEMES = {
    "light": (
        'data-jp-theme-light="true"',
        'class="vscode-light"',
        'class="vscode-high-contrast vscode-high-contrast-light"',
    ),
    "dark": ('data-jp-theme-light="false"', 'class="vscode-dark"', 'class="vscode-high-contrast"'),
}


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(22, 24, 28)")])
def test_the_page_follows_the_system_and_the_notebook_its_own_theme(open_page, open_notebook, scheme, paper) -> None:
    report = Report.empty("One line.")
    assert style(open_page(report.to_html(), scheme=scheme), ".attribution-report", "background-color") == paper
    other = {"light": "dark", "dark": "light"}[scheme]
    for theme in THEMES[scheme]:
        page = open_notebook(f"<div {theme}>{report._repr_html_()}</div>", scheme=other)
        assert style(page, ".attribution-report", "background-color") == paper
