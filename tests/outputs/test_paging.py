"""Where the page breaks of a sheet of tables fall, for any tables: properties of `sheets/paging.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbook_builder.grid import Printing
from workbook_builder.outputs.xlsx.paging import paginate
from workbook_builder.styles import PageMargins

MARGINS = PageMargins(side=0.8, top=1.4, bottom=1.4)
CM = 72 / 2.54
PAPER_WIDTH, PAPER_HEIGHT = (29.7 - 2 * 0.8) * CM, (21.0 - 2 * 1.4) * CM  # points within the margins
PIXELS_PER_POINT = 96 / 72
PAGE_HEADING = [25.0, 19.0, 18.0, 17.65]
TITLE, HEADINGS, SUBHEADING, BLANK = 20.0, [16.0, 51.0], 16.0, 17.65


@dataclass(frozen=True)
class Tables:
    """A sheet of tables: of each table the heights of the rows of its teams."""

    tables: list[list[list[float]]]
    width: int

    @property
    def heights(self) -> list[float]:
        """The height of every row, from the page's heading down."""
        return [*PAGE_HEADING, *(height for table in self.tables for height in _rows(table))]

    @property
    def starts(self) -> list[int]:
        """The rows at which tables begin."""
        lengths = [len(_rows(table)) for table in self.tables]
        return [len(PAGE_HEADING) + sum(lengths[:n]) for n in range(len(lengths))]

    @property
    def parts(self) -> list[int]:
        """The rows at which the second and further teams of a table begin."""
        return [
            start + 1 + len(HEADINGS) + sum(len(part) + 1 for part in table[:n])
            for start, table in zip(self.starts, self.tables, strict=True)
            for n in range(1, len(table))
        ]

    def printing(self) -> Printing:
        return paginate(self.heights, self.starts[1:], self.parts, self.width, MARGINS)

    def blocks(self, starts: list[int]) -> list[tuple[int, int]]:
        """From each start to the next; the page's heading stands with its first table."""
        return list(pairwise([0, *starts[1:], len(self.heights)]))


def _rows(table: list[list[float]]) -> list[float]:
    return [TITLE, *HEADINGS, *(height for part in table for height in (SUBHEADING, *part)), BLANK]


rows = st.sampled_from([17.0, 20.0, 32.0, 45.0, 57.5, 90.0])
parts = st.lists(rows, min_size=1, max_size=25)
tables = st.lists(st.lists(parts, min_size=1, max_size=4), min_size=1, max_size=6)
sheets = st.builds(Tables, tables, st.integers(300, 2600))


def pages(sheet: Tables) -> Iterator[tuple[int, int]]:
    """The rows of each printed page: first, and one beyond the last."""
    return pairwise([0, *sheet.printing().breaks, len(sheet.heights)])


def paper(sheet: Tables) -> float:
    """The height of a page in points of the sheet."""
    return PAPER_HEIGHT * 100 / (sheet.printing().scale or 100)


@given(sheets)
def test_breaks_are_in_order_and_inside_the_sheet(sheet: Tables) -> None:
    breaks = sheet.printing().breaks
    assert list(breaks) == sorted(set(breaks))
    assert all(0 < row < len(sheet.heights) for row in breaks)


@given(sheets)
def test_the_sheet_is_never_enlarged_and_fits_the_width_of_the_page(sheet: Tables) -> None:
    scale = sheet.printing().scale or 0
    assert 10 <= scale <= 100
    assert sheet.width / PIXELS_PER_POINT * scale / 100 <= PAPER_WIDTH


@pytest.mark.parametrize(("width", "scale"), [(300, 100), (2600, 40), (10_000, 10), (100_000, 10)])
def test_the_wider_the_sheet_the_smaller_it_is_printed(width: int, scale: int) -> None:
    assert paginate([20.0] * 20, [], [], width, MARGINS).scale == scale


@given(sheets)
def test_no_page_is_higher_than_the_paper(sheet: Tables) -> None:
    for first, end in pages(sheet):
        assert sum(sheet.heights[first:end]) <= paper(sheet)


@given(sheets)
@example(Tables([[[20.0] * 41], [[20.0] * 19]], 300))  # the first table ends where a page does
def test_no_page_is_empty(sheet: Tables) -> None:
    for first, end in pages(sheet):
        assert set(sheet.heights[first:end]) != {BLANK}


@given(sheets)
def test_no_title_or_heading_is_parted_from_the_rows_below_it(sheet: Tables) -> None:
    below_headings = {start + below for start in sheet.starts for below in (1, 2, 3, 4)}
    below_teams = {part + 1 for part in sheet.parts}
    assert set(sheet.printing().breaks) & (below_headings | below_teams) == set()


@given(sheets)
def test_where_every_table_fits_on_a_page_one_is_broken_only_to_save_a_page(sheet: Tables) -> None:
    breaks, whole = (
        sheet.printing().breaks,
        paginate(sheet.heights, sheet.starts[1:], [], sheet.width, MARGINS).breaks,
    )
    if all(sum(sheet.heights[first:end]) <= paper(sheet) * 0.97 for first, end in sheet.blocks(sheet.starts)):
        assert set(breaks) <= set(sheet.starts) or len(breaks) < len(whole)


@given(sheets)
def test_a_table_is_broken_inside_a_team_only_if_the_team_is_higher_than_a_page(sheet: Tables) -> None:
    starts = sorted({*sheet.starts, *sheet.parts})
    for first, end in sheet.blocks(starts):
        if any(first < row < end for row in sheet.printing().breaks):
            assert sum(sheet.heights[first:end]) > paper(sheet) * 0.97


@given(sheets)
def test_a_page_is_broken_only_where_the_next_rows_do_not_fit_on_it(sheet: Tables) -> None:
    breaks = sheet.printing().breaks
    together = [  # a table, or the parts of one that is broken
        min(row for row in (end, *(sheet.parts if any(first < b < end for b in breaks) else ())) if row > begins)
        for begins in breaks
        for first, end in sheet.blocks(sheet.starts)
        if first <= begins < end
    ]
    for (first, _), end in zip(pages(sheet), together, strict=False):
        assert sum(sheet.heights[first:end]) > paper(sheet) * 0.97


def test_what_fits_on_one_page_is_not_broken() -> None:
    assert Tables([[[20.0] * 4], [[20.0] * 4]], 900).printing() == Printing(100)


def test_a_sheet_of_one_row_is_one_page() -> None:
    assert paginate([20.0], [], [], 900, MARGINS) == Printing(100)
