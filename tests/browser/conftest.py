"""A browser that opens what the library writes, at any width, light or dark."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

CHROMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
HOST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A notebook</title></head>
<body><main><h1>A notebook</h1>{}</main></body></html>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Playwright's own Chromium, or one that is installed; no browser, no test."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install '.[test]'")
    # Started for a module and not for the session: while it runs, nothing else can start an event loop.
    with playwright.sync_playwright() as run:
        paths = [None, *filter(None, map(shutil.which, CHROMES))]
        for path in paths:
            try:
                started = run.chromium.launch(executable_path=path)
            except playwright.Error:
                continue
            yield started
            started.close()
            return
        pytest.skip("no browser is installed: install Chromium or Chrome, or run python -m playwright install chromium")


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open a page of HTML; whatever runs, complains or asks for anything else is written down in ``page.noticed``."""
    contexts = []

    def opened(html: str, *, width: int = 1280, scheme: str = "light") -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        # A page takes a second, but minutes where everything else runs as well.
        context.set_default_timeout(300_000)
        contexts.append(context)
        page = context.new_page()
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        noticed: list[str] = []
        page.on("request", lambda request: request.url == file.as_uri() or noticed.append(request.url))
        page.on("console", lambda message: noticed.append(message.text))
        page.on("pageerror", lambda error: noticed.append(str(error)))
        page.on("dialog", partial(_dismiss, noticed))
        page.goto(file.as_uri())
        page.noticed = noticed
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def open_notebook(open_page: Callable[..., Any]) -> Callable[..., Any]:
    """Open pieces of HTML in a page that has no policy against scripts, as a notebook's."""

    def opened(*pieces: str, **options: Any) -> Any:
        return open_page(HOST.format("\n".join(pieces)), **options)

    return opened


def _dismiss(noticed: list[str], dialog: Any) -> None:
    noticed.append(dialog.message)
    dialog.dismiss()
