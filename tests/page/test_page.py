"""The page itself: closed, accessible, and never stuck."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.browser import AXE, NO_AXE, PHONE, browser
from tests.support.desk import Desk, offline
from tests.support.small import SmallProject
from workbook_builder import __version__

OBSERVATIONS = "inputs/2024-11/observations.csv"
with_axe = pytest.mark.skipif(not AXE.is_file(), reason=NO_AXE)


def test_the_file_is_small_enough_and_says_its_version(page_file: Path) -> None:
    text = page_file.read_text(encoding="utf-8")
    assert page_file.stat().st_size <= 14_000_000
    assert f'<p class="version">workbook_builder {__version__} ' in text


def test_its_policy_lets_nothing_out_or_in(page_file: Path) -> None:
    text = page_file.read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    allowed = dict(part.strip().split(" ", 1) for part in policy[1].replace("&#x27;", "'").split(";"))
    assert allowed["default-src"] == "'none'"
    assert not {"connect-src", "frame-src", "object-src", "media-src"} & set(allowed)
    assert "http" not in policy[1]
    assert "unsafe-eval" not in allowed["script-src"].replace("'wasm-unsafe-eval'", "")


def test_it_asks_for_nothing_but_itself(desk: Desk, small: SmallProject, page_file: Path) -> None:
    desk.open(small.folder).press("build")
    desk.page.click("#look")
    desk.page.frame_locator("#shown").locator("h2").first.wait_for()
    desk.choose("edit")
    desk.page.click("#panel-edit .go")
    desk.page.locator(".ag-row").first.wait_for()
    outside = [address for address in desk.requests if not address.startswith(("blob:", "data:", "about:"))]
    assert outside == [page_file.as_uri()]


def test_a_folder_without_a_project_says_what_is_missing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "beach.txt").write_text("sun", encoding="utf-8")
    desk.page.set_input_files("#folder", tmp_path / "holiday")
    desk.page.wait_for_selector("#opened:text('There is no indicator_specs.yaml in holiday.')")
    assert desk.page.is_disabled("#panel-check .go")


def test_a_spec_for_a_newer_version_is_refused_in_plain_words(desk: Desk, small: SmallProject) -> None:
    small.write("indicator_specs.yaml", 'needs_version: "999.1"\nshiny: new\n' + small.text("indicator_specs.yaml"))
    count = int(desk.page.get_attribute("body", "data-reports") or 0)
    desk.page.set_input_files("#folder", small.folder)
    desk.page.wait_for_selector(f"body[data-reports='{count + 1}']")
    assert len(desk.cards) == 1
    assert f"a spec for workbook-builder 999.1, and this is {__version__}" in desk.cards[0]


def test_a_build_that_is_stopped_loses_nothing(desk: Desk, shipped: Path) -> None:
    desk.open(shipped)
    desk.choose("build")
    count = int(desk.page.get_attribute("body", "data-reports") or 0)
    desk.page.click("#panel-build .go")
    desk.page.wait_for_selector("#stage:text('Working on')")
    desk.page.click("#stop")
    desk.page.wait_for_selector(f"body[data-reports='{count + 1}']")
    assert desk.page.inner_text(".verdict") == "Stopped"
    assert desk.press("check") == "Done, with 12 warnings to look at"


def test_a_tab_closed_in_the_middle_leaves_the_folder_as_it_was(ready: Desk, page_file: Path, shipped: Path) -> None:
    before = {path: path.read_bytes() for path in shipped.rglob("*") if path.is_file()}
    other = Desk(ready.context, page_file).wait_until_ready().open(shipped)
    other.choose("build")
    other.page.click("#panel-build .go")
    other.page.wait_for_selector("#stage:text('Working on')")
    other.page.close()
    assert {path: path.read_bytes() for path in shipped.rglob("*") if path.is_file()} == before


def test_a_warning_leads_to_its_row_in_the_preview_and_in_the_table(desk: Desk, shipped: Path) -> None:
    desk.open(shipped).press("check")
    desk.page.get_by_role("button", name="Show in the preview: CYPE22").first.click()
    row = desk.page.frame_locator("#shown").locator("tr.looked-at")
    row.wait_for()
    assert row.get_attribute("id") == "Canterbury/education_monthly/CYPE22/Canterbury"
    desk.page.get_by_role("button", name="Edit this row: CYPE22").first.click()
    desk.page.wait_for_selector(".ag-cell-focus")
    row_number = desk.page.locator(".ag-row:has(.ag-cell-focus) [col-id='(row)']").inner_text()
    assert row_number == "1741"


@with_axe
def test_axe_finds_nothing_in_any_panel(page_file: Path, small: SmallProject) -> None:
    small.change(OBSERVATIONS, "PLANS,Shire,2024-10,60.0", "PLANS,Shire,2024-10,66.6")
    desk = Desk(offline(bypass_csp=True), page_file).wait_until_ready().open(small.folder)
    every = ("check", "edit", "build", "new", "collect", "audit", "accessibility")
    for scheme, size, panels in (("light", (1366, 768), every), ("dark", PHONE, ("check", "edit"))):
        desk.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        desk.page.set_viewport_size({"width": size[0], "height": size[1]})
        desk.press("check")
        for panel in panels:
            desk.choose(panel)
            if panel == "edit":
                desk.page.click("#panel-edit .go")
                desk.page.locator(".ag-row").first.wait_for()
            assert desk.violations() == [], (scheme, panel)
    desk.context.close()


@pytest.mark.parametrize("width", [320, 390, 683, 1366])
def test_only_tables_scroll_sideways(desk: Desk, small: SmallProject, width: int) -> None:
    """683 pixels are what a laptop's screen of 1366 shows at 200%."""
    desk.open(small.folder).press("check")
    desk.page.set_viewport_size({"width": width, "height": 768})
    try:
        for panel in ("check", "edit", "build", "new", "collect", "audit", "accessibility"):
            desk.choose(panel)
            assert desk.page.evaluate("document.documentElement.scrollWidth") <= width, panel
    finally:
        desk.page.set_viewport_size({"width": 1366, "height": 768})


def test_the_panels_are_reached_by_keyboard(desk: Desk, small: SmallProject) -> None:
    desk.open(small.folder)
    desk.choose("check")
    desk.page.focus("#tab-check")
    for _ in range(2):
        desk.page.keyboard.press("ArrowRight")
    assert desk.page.get_attribute("#tab-build", "aria-selected") == "true"
    count = int(desk.page.get_attribute("body", "data-reports") or 0)
    while desk.page.evaluate("document.activeElement.textContent") != "Build" or not desk.page.evaluate(
        "document.activeElement.classList.contains('go')"
    ):
        desk.page.keyboard.press("Tab")
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_selector(f"body[data-reports='{count + 1}']")
    assert desk.page.evaluate("document.activeElement.id") == "report-heading"


def test_without_scripts_it_says_what_it_needs(page_file: Path) -> None:
    context = browser().new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert "This page needs JavaScript" in page.inner_text("noscript")
    assert not page.is_visible("#main")
    context.close()


LENT = """() => {
    window.written = {};
    const folder = (files, path) => ({
        kind: "directory",
        async *entries() {
            const inside = Object.keys(files).filter(one => one.startsWith(path));
            for (const name of new Set(inside.map(one => one.slice(path.length).split("/")[0]))) {
                const full = path + name;
                const file = new File([files[full] ?? ""], name);
                yield [name, full in files ? {kind: "file", getFile: async () => file} : folder(files, full + "/")];
            }
        },
        requestPermission: async () => window.answer,
        getDirectoryHandle: async name => folder(files, path + name + "/"),
        getFileHandle: async name => ({createWritable: async () => ({
            write: async bytes => { window.written[path + name] = bytes.length; }, close: async () => {},
        })}),
    });
    window.showDirectoryPicker = async () => folder(window.lentFiles, "");
}"""


def test_results_go_into_a_lent_folder_once_that_is_allowed(desk: Desk, small: SmallProject) -> None:
    """The browser's own dialogue cannot be pressed by a program: a folder stands in for the one that it lends."""
    names = [path for path in small.folder.rglob("*") if path.is_file()]
    files = {path.relative_to(small.folder).as_posix(): path.read_text(encoding="utf-8") for path in names}
    desk.page.evaluate("files => { window.lentFiles = files; }", files)
    desk.page.evaluate(LENT)
    count = int(desk.page.get_attribute("body", "data-opened") or 0)
    desk.page.click("#lend")
    desk.page.wait_for_selector(f"body[data-opened='{count + 1}']")
    desk.press("build")
    desk.page.evaluate("window.answer = 'denied'")
    desk.page.click("#write")
    desk.page.wait_for_selector("#written:text('You did not allow it: nothing was saved.')")
    assert desk.page.evaluate("Object.keys(written)") == []
    desk.page.evaluate("window.answer = 'granted'")
    desk.page.click("#write")
    desk.page.wait_for_selector("#changes", state="hidden")
    size = len(desk.made()[1])
    assert desk.page.evaluate("written") == {"outputs/Small_Scorecard_2024-11.xlsx": size}
