"""Opens a page in headless Chromium, for the tests of the output `html`."""

from __future__ import annotations

import atexit
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.places import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = (
    "no Chromium on the PATH, or playwright is not installed (the Python package; it needs no browser of its own)"
)
AXE = Path(os.environ.get("AXE_CORE", ROOT / "node_modules" / "axe-core")) / "axe.min.js"
NO_AXE = "the npm package axe-core is in neither $AXE_CORE nor node_modules/"
DESKTOP, PHONE = (1366, 768), (390, 844)
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def available() -> bool:
    """Whether there is a browser, and what drives it."""
    return PROGRAM is not None and find_spec("playwright") is not None


@contextmanager
def opened(
    file: Path, size: tuple[int, int] = DESKTOP, requests: list[str] | None = None, **more: Any
) -> Iterator[Page]:
    """A page that shows a file; `requests` collects every address that is asked for, the file's own among them.

    Anything that the page reports as an error fails the test.
    """
    width, height = size
    faults: list[str] = []
    with browser().new_context(viewport={"width": width, "height": height}, **more) as context:
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url) if requests is not None else None)
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(file.as_uri())
        yield page
    assert faults == []


@cache
def browser() -> Browser:
    """The one browser of a run of tests: each starts in a context of its own, as a new user would."""
    from playwright.sync_api import sync_playwright

    playwright = sync_playwright().start()
    started = playwright.chromium.launch(executable_path=PROGRAM, args=list(QUIET))
    atexit.register(playwright.stop)
    atexit.register(started.close)
    return started


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA and its own best practice. The page must bypass its policy."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    kinds = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("kinds => axe.run(document, {runOnly: kinds})", kinds)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]
