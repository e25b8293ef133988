"""The output `html` in a real browser: by keyboard, on a phone, copied into other programs, and without a network."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.browser import AXE, MISSING, NO_AXE, PHONE, available, opened, violations
from tests.support.clients import libreoffice
from tests.support.commented import commented
from tests.support.small import SmallProject
from workbook_builder.commands.build import Order, build

pytestmark = pytest.mark.skipif(not available(), reason=MISSING)
with_axe = pytest.mark.skipif(not AXE.is_file(), reason=NO_AXE)
CLIPBOARD = """async () => {
    const [item] = await navigator.clipboard.read(), found = {};
    for (const type of item.types) found[type] = await (await item.getType(type)).text();
    return found;
}"""


@pytest.fixture
def file(small: SmallProject) -> Path:
    """The small project, with a commentary, as HTML."""
    return build(Order(commented(small).folder, "2024-11", to="html")).file


@pytest.fixture(scope="session")
def november(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The November 2024 edition as HTML."""
    place = tmp_path_factory.mktemp("browser") / "scorecard.html"
    return build(Order(root, "2024-11", output=place, to="html")).file


def seen_rows(page: object) -> list[str]:
    """The ids of the rows that are seen, those without one left out."""
    rows: list[str] = page.evaluate(  # type: ignore[attr-defined]
        "[...document.querySelectorAll('tbody tr[id]')].filter(row => row.getClientRects().length).map(row => row.id)"
    )
    return rows


def test_it_asks_for_nothing_but_itself(november: Path) -> None:
    requests: list[str] = []
    with opened(november, requests=requests) as page:
        page.select_option("#rating", "RED")
        page.get_by_role("button", name="Copy table: Ashford Scorecard: Education - Monthly").click()
    assert requests == [november.as_uri()]


@with_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1920, 1080), PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(file: Path, scheme: str, size: tuple[int, int]) -> None:
    with opened(file, size, color_scheme=scheme, bypass_csp=True) as page:
        assert violations(page) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1366, 1920])
def test_only_tables_scroll_sideways(november: Path, width: int) -> None:
    with opened(november, (width, 800)) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_shows_the_rating_of_a_row_without_scrolling(november: Path) -> None:
    with opened(november, PHONE, is_mobile=True, has_touch=True) as page:
        page.select_option("#area", label="Swale")
        cell = page.locator("[id='Swale/education_monthly/SISE71/Swale'] .rag").first
        box = cell.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= PHONE[0]


def test_rows_are_filtered_by_rating_area_and_words(file: Path) -> None:
    with opened(file) as page:
        page.select_option("#rating", "RED")
        assert seen_rows(page) == ["Eastham/plans/PLANS/Eastham"]
        page.get_by_role("button", name="Show all").click()
        page.select_option("#area", label="Eastham CSWT")
        assert seen_rows(page) == [f"Eastham/social_care/{one}/Eastham+CSWT" for one in ("REPEAT", "SECOND")]
        page.select_option("#area", "")
        page.fill("#words", "repeat SHIRE")
        page.locator("#found:not(:empty)").wait_for()
        assert "County/monthly/REPEAT/Shire" in seen_rows(page)
        assert "County/monthly/PLANS/Shire" not in seen_rows(page)
        assert re.fullmatch(r"\d+ of \d+ rows: repeat SHIRE", page.inner_text("#found"))


def test_a_link_to_a_row_that_is_filtered_away_shows_it(file: Path) -> None:
    with opened(file) as page:
        page.select_option("#rating", "RED")
        page.get_by_role("navigation").get_by_role("link", name="County").click()
        assert "County/monthly/SECOND/Shire" in seen_rows(page)


def test_rows_are_sorted_up_down_and_back_by_the_keyboard(file: Path) -> None:
    with opened(file) as page:
        heading = page.locator("[id='County/monthly'] th", has_text="Measure")
        orders = []
        for _ in range(3):
            heading.get_by_role("button").focus()
            page.keyboard.press("Enter")
            figures = page.locator("[id='County/monthly'] tbody tr").evaluate_all(
                "rows => rows.map(row => row.id.split('/')[2])"
            )
            orders.append((heading.get_attribute("aria-sort"), figures))
    assert orders == [
        ("ascending", ["SECOND", "REPEAT", "PLANS"]),
        ("descending", ["PLANS", "REPEAT", "SECOND"]),
        (None, ["PLANS", "REPEAT", "SECOND"]),
    ]


def copied(file: Path, columns: str = "main") -> dict[str, str]:
    """What lies on the clipboard after the table of the county was copied, by type."""
    with opened(file, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.select_option("#columns", columns)
        page.get_by_role("button", name="Copy table: Shire indicators: Monthly").click()
        found: dict[str, str] = page.evaluate(CLIPBOARD)
        assert "Copied" in page.locator("[id='County/monthly'] .bar").inner_text()
    return found


def test_a_copied_table_is_text_with_tabs(file: Path) -> None:
    lines = [line.split("\t") for line in copied(file)["text/plain"].splitlines()]
    assert lines[:2] == [
        ["Code", "Indicator", "Latest Month: Nov-24: Measure", "DOT", "Target 2024-25", "RAG 2024-25"],
        ["P1", "Percentage of plans issued in time", "61.5", "⇧", "60", "GREEN"],
    ]
    assert {len(line) for line in lines} == {6}


def test_a_copied_table_has_every_column_where_all_are_seen(file: Path) -> None:
    first, second = (line.split("\t") for line in copied(file, "all")["text/plain"].splitlines()[:2])
    assert len(first) == len(second) == 17
    assert first[5] == "Monthly Trends: Sep-24"
    assert "Trend" not in first[8]


def test_a_copied_table_takes_its_looks_along(file: Path) -> None:
    html = copied(file)["text/html"]
    cells = re.findall(r'<td style="([^"]*)">([^<]*)</td>', html)
    assert ("background:#00B050" in next(style for style, said in cells if said == "GREEN")) is True
    assert "color:#00702E" in next(style for style, said in cells if said == "⇧")
    assert html.count("<thead>") == 1
    assert '<th scope="row"' not in html  # a word processor gives headings a look of its own: white in some
    assert html.count("<th") == html.partition("</thead>")[0].count("<th")
    assert "class=" not in html
    assert "<script" not in html


@pytest.mark.skipif(not libreoffice.available(), reason=libreoffice.MISSING)
def test_a_word_processor_keeps_fills_and_arrows_of_what_is_pasted(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "pasted.html"
    page.write_text(f"<meta charset=utf-8>{copied(file)['text/html']}", encoding="utf-8")
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--infilter=HTML (StarWriter)"]
    subprocess.run(
        [*command, "--convert-to", "odt:writer8", "--outdir", str(tmp_path), str(page)],
        check=True,
        capture_output=True,
    )
    with ZipFile(tmp_path / "pasted.odt") as document:
        content = document.read("content.xml").decode("utf-8")
    assert 'fo:background-color="#00b050"' in content
    assert "⇧" in content
    assert "<table:table-header-rows>" in content


def test_what_looks_like_a_formula_is_copied_as_text(small: SmallProject) -> None:
    small.change("indicator_specs.yaml", "title: Percentage of plans issued in time", "title: '=1+1'")
    file = build(Order(small.folder, "2024-11", to="html")).file
    assert copied(file)["text/plain"].splitlines()[1].split("\t")[1] == "'=1+1"
