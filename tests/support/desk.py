"""Works at the page for browsers as a person would: opens a project, presses a panel's button, reads the report."""

from __future__ import annotations

import shutil
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from tests.support.browser import browser, violations
from tests.support.commands import Ran, python
from workbook_builder.commands.page import kept_in
from workbook_builder.files import locked
from workbook_builder.page import make_page
from workbook_builder.problems import ProblemsFound

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

NO_NPM = "no npm or node on the PATH, which make the page"
_PATIENCE = 60_000  # milliseconds
_FETCHING = 600  # seconds that one run waits for another, which fetches


def can_be_made() -> bool:
    """Whether there is what makes the page."""
    return shutil.which("npm") is not None and shutil.which("node") is not None


def made(place: Path) -> Path:
    """The page, made from what is kept in the user's cache; one run of the tests fetches, others wait for it."""
    cache, until = kept_in(), monotonic() + _FETCHING
    cache.mkdir(parents=True, exist_ok=True)
    while True:
        try:
            with locked(cache):
                make_page(place, cache)
            return place
        except ProblemsFound as busy:
            if "another run" not in str(busy) or monotonic() > until:
                raise


def offline(**more: Any) -> BrowserContext:
    """A context of the browser, with a clipboard and without a network."""
    context = browser().new_context(viewport={"width": 1366, "height": 768}, offline=True, **more)
    context.set_default_timeout(20_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context


class Desk:
    """The page in a browser."""

    def __init__(self, context: BrowserContext, file: Path) -> None:
        self.context = context
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda one: self.faults.append(one.text) if one.type == "error" else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.goto(file.as_uri())

    def wait_until_ready(self) -> Desk:
        """Wait until Python and the builder are there."""
        self.page.wait_for_selector("body[data-ready='1']", timeout=_PATIENCE)
        return self

    def open(self, folder: Path) -> Desk:
        """Choose a project's folder, and wait until it is listed."""
        count = self._count("opened")
        self.page.set_input_files("#folder", folder)
        self.page.wait_for_selector(f"body[data-opened='{count + 1}']", timeout=_PATIENCE)
        return self

    def choose(self, panel: str) -> None:
        """Open a panel."""
        self.page.click(f"#tab-{panel}")

    def press(self, panel: str) -> str:
        """Press a panel's button; the heading of the report."""
        self.choose(panel)
        return self.reported(f"#panel-{panel} .go")

    def reported(self, button: str) -> str:
        """Press a button, wait for a report; its heading."""
        count = self._count("reports")
        self.page.click(button)
        self.page.wait_for_selector(f"body[data-reports='{count + 1}']", timeout=_PATIENCE)
        return self.page.inner_text(".verdict")

    def _count(self, what: str) -> int:
        return int(self.page.get_attribute("body", f"data-{what}") or 0)

    @property
    def report(self) -> str:
        """The report as it is copied for an e-mail."""
        self.page.click("#copy")
        self.page.wait_for_selector("#copied:text('Copied.')")
        copied: str = self.page.evaluate("navigator.clipboard.readText()")
        return copied

    @property
    def cards(self) -> list[str]:
        """What the cards say."""
        return self.page.locator(".card").all_inner_texts()

    def made(self, number: int = 0) -> tuple[str, bytes]:
        """The name and bytes of a file that was made, as it is downloaded."""
        with self.page.expect_download() as waiting:
            self.page.locator("#made button").nth(number).click()
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()

    def changed(self, name: str) -> bytes:
        """A file of the project that changed, as it is downloaded."""
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=f"Download {name}", exact=True).last.click()
        return Path(waiting.value.path()).read_bytes()

    def violations(self) -> list[str]:
        """What axe-core finds. The browser must bypass the page's policy."""
        return violations(self.page)


def printed(folder: Path, *arguments: str) -> tuple[Ran, str]:
    """What the command line prints in a project's folder: how it ended, and all of it as one text."""
    ran = python("-m", "workbook_builder", *arguments, cwd=folder)
    return ran, (ran.out + ran.err).rstrip("\n")
