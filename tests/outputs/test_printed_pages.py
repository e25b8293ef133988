"""How many pages the November workbook is printed on, how large, and what of it stands on the first screen."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.outputs.test_layout import boxes_of, column_width, scale_of
from tests.support.clients import libreoffice, pdf
from tests.support.tables import OTHER_PAGES, book, printed_tables

MOST = 60
LISTED_BEHIND = ("All exceptions", "All changes", "Districts")  # what came after these numbers were agreed
ONE_SIDE = (
    "Contents",
    "Exceptions",
    "Kent Activity and Volume",
    "SEND Monthly Indicators",
    "Kent Key Performance Indicators: Integrated Children's Services",
    "Kent Key Performance Indicators: Education",
    "Kent Key Performance Indicators: Vulnerable Learners",
)
OF_TWO_TEAMS = {"Sevenoaks", "Swale", "Thanet"}
FIRST_SCREEN = 1300  # pixels for columns on a screen of 1366 at 100%: without row numbers and scroll bar
FITTED = ("Exceptions", "Activity and volume")  # to one side of paper, whatever stands there
FOOT = re.compile(r": ([^\n]+?)\s+Page \d+ of \d+")


@pytest.fixture(scope="module")
def printed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """Each printed page: the title of its sheet, and its text."""
    if not (libreoffice.available() and pdf.available()):
        pytest.skip(libreoffice.MISSING)
    texts = pdf.page_texts(libreoffice.to_pdf(built, tmp_path_factory.mktemp("printed")))
    return [(" ".join(FOOT.findall(text)[-1].split()), text) for text in texts]


@pytest.fixture(scope="module")
def pages(printed: list[tuple[str, str]]) -> Counter[str]:
    """How many pages each sheet is printed on, by its title."""
    return Counter(title for title, _ in printed)


def test_the_workbook_is_printed_on_sixty_pages_at_most(pages: Counter[str]) -> None:
    assert sum(count for title, count in pages.items() if title not in LISTED_BEHIND) <= MOST


def test_a_district_has_two_sides_and_three_with_two_teams(pages: Counter[str]) -> None:
    districts = {
        title.removesuffix(" Scorecard"): count for title, count in pages.items() if title.endswith(" Scorecard")
    }
    assert len(districts) == 12
    assert sum(districts.values()) == 27
    assert {name for name, count in districts.items() if count == 3} == OF_TWO_TEAMS


def test_what_is_looked_at_at_once_stands_on_one_side(pages: Counter[str]) -> None:
    assert {title: pages[title] for title in ONE_SIDE} == dict.fromkeys(ONE_SIDE, 1)
    assert pages["What changed"] <= 4


def test_no_printed_page_of_figures_is_without_headings(printed: list[tuple[str, str]]) -> None:
    figures = [text for title, text in printed if title.endswith(" Scorecard") or "Key Performance" in title]
    assert len(figures) == 30
    for text in figures:
        assert re.search(r"\bCode\b", text)
        assert text.index("Indicator") < text.index("N/A")


def test_figures_are_printed_in_seven_points_at_least_and_texts_in_nine(built: Path) -> None:
    tables = {table.sheet.title for table in printed_tables(built).values()} - set(OTHER_PAGES)
    least = {
        sheet.title: min(box.size for box in boxes_of(built) if box.sheet is sheet) * scale_of(sheet)
        for sheet in book(built).worksheets
    }
    assert {title: size for title, size in least.items() if title in tables and size < 7} == {}
    rest = {title: size for title, size in least.items() if title not in tables and title not in FITTED}
    assert {title: size for title, size in rest.items() if size < 8.99} == {}


def test_the_first_screen_shows_figure_direction_target_and_rating(built: Path) -> None:
    for table in printed_tables(built).values():
        [*_, last] = [c for c in table.columns_headed("(DOT|Target|RAG)") if c <= table.columns_headed("DOT")[0] + 2]
        assert sum(column_width(table.sheet, column) for column in range(1, last + 1)) <= FIRST_SCREEN, table.name


def test_the_columns_of_a_trend_are_equally_wide(built: Path) -> None:
    for table in printed_tables(built).values():
        assert len({column_width(table.sheet, column) for column in table.trend()}) == 1, table.name
