"""No text of the built workbook is clipped or too small to read, measured apart from the code that lays it out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.places import ROOT
from tests.support.small import SmallProject
from tests.support.tables import SheetCell, book
from workbook_builder.commands.build import Order, build

WIDTHS = ROOT / "workbook_builder" / "fonts" / "widths.json"
PIXELS_PER_POINT = 96 / 72
DIGIT = 7  # the width in pixels in which Excel counts columns
BESIDE_DIGITS = 5  # the space within a column that holds no text
LINE = 1.2207  # the height of a line of Calibri, as a part of its size: ascent, descent and line gap of the font
CM = 72 / 2.54
LANDSCAPE = ((29.7 - 2 * 0.8) * CM, (21.0 - 2 * 1.4) * CM)  # A4 within the margins of the style, in points
PORTRAIT = ((21.0 - 2 * 0.8) * CM, (29.7 - 2 * 1.4) * CM)
LEGIBLE = 6.5  # points on paper


class Box(NamedTuple):
    """A cell that shows a text, and the room of its column and row."""

    sheet: Worksheet
    cell: SheetCell
    text: str

    @property
    def column(self) -> int:
        """Counted from 1."""
        return int(self.cell.column or 0)

    @property
    def runs(self) -> bool:
        """Whether the text runs on to the right instead of being broken into lines."""
        return isinstance(self.cell.value, str) and not self.cell.alignment.wrap_text

    @property
    def room(self) -> int:
        """Pixels for a text that does not wrap: those of the empty cells to its right too, if nothing parts them."""
        across = self.cell.alignment.horizontal == "centerContinuous"
        room = self.width
        for column in range(self.column + 1, column_count(self.sheet) + 1):
            beside = self.sheet.cell(int(self.cell.row or 0), column)
            if beside.value is not None or (beside.alignment.horizontal == "centerContinuous") != across:
                break
            if beside.border.left.style and not across:
                break
            room += column_width(self.sheet, column)
        return room

    @property
    def width(self) -> int:
        """Pixels for the text, within the column."""
        return column_width(self.sheet, self.column) - BESIDE_DIGITS

    @property
    def height(self) -> float:
        """Points."""
        return float(self.sheet.row_dimensions[int(self.cell.row or 0)].height or 15)  # what no file states

    @property
    def size(self) -> float:
        return float(self.cell.font.size or 0)

    def measure(self, text: str) -> float:
        """The width of a text in this cell's font, in pixels."""
        table = character_widths()["bold" if self.cell.font.bold else "regular"]
        thousandths = sum(table.get(character, 1000) for character in text)
        return thousandths / 1000 * self.size * PIXELS_PER_POINT

    def lines(self) -> int:
        """How many lines the text is broken into: each takes as many words as fit."""
        count = 0
        for paragraph in self.text.split("\n"):
            count, line = count + 1, ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}".strip()
                count, line = (count, longer) if self.measure(longer) <= self.width else (count + 1, word)
        return count

    def __str__(self) -> str:
        return f"{self.sheet.title}!{self.cell.coordinate} {self.text!r}"


@lru_cache(maxsize=1)
def character_widths() -> dict[str, dict[str, int]]:
    """The widths of Calibri's characters in thousandths of its size, by weight."""
    found: dict[str, dict[str, dict[str, int]]] = json.loads(WIDTHS.read_text(encoding="ascii"))
    return found["Calibri"]


def column_width(sheet: Worksheet, column: int) -> int:
    """Pixels. A width may be stated for several columns at once."""
    for dimension in sheet.column_dimensions.values():
        if (dimension.min or 0) <= column <= (dimension.max or 0):
            return round(dimension.width * DIGIT)
    raise AssertionError(f"{sheet.title}: no width of column {get_column_letter(column)}")


def column_count(sheet: Worksheet) -> int:
    return max(dimension.max or 0 for dimension in sheet.column_dimensions.values())


def displayed(cell: SheetCell) -> str:
    """What a cell shows: of a number, what its number format makes of it."""
    if not isinstance(cell.value, int | float):
        return str(cell.value)
    if cell.number_format == "+#,##0;-#,##0;0":
        return f"{cell.value:+,}"
    if cell.number_format == "General":  # of any indicator: with the decimals that it has
        return f"{cell.value:.10g}"
    form = re.fullmatch(r'(?:"([^"]*)")?#,##(0(?:\.0+)?)(?:"([^"]*)")?', cell.number_format)
    assert form, cell.number_format
    before, digits, after = (part or "" for part in form.groups())
    return f"{before}{cell.value:,.{max(len(digits) - 2, 0)}f}{after}"


@pytest.fixture(scope="module")
def boxes(built: Path) -> list[Box]:
    """Every cell of the built workbook that shows something."""
    return list(boxes_of(built))


def boxes_of(path: Path) -> Iterator[Box]:
    for sheet in book(path).worksheets:
        for row in sheet.iter_rows():
            yield from (Box(sheet, cell, displayed(cell)) for cell in row if cell.value is not None)


def test_every_row_is_as_high_as_its_lines(boxes: list[Box]) -> None:
    for box in boxes:
        lines = box.lines() if box.cell.alignment.wrap_text else 1
        assert lines * box.size * LINE <= box.height, f"{box}: {lines} lines in {box.height} points"


def test_no_word_is_broken(boxes: list[Box]) -> None:
    wrapping = [box for box in boxes if box.cell.alignment.wrap_text and isinstance(box.cell.value, str)]
    for box in wrapping:
        assert max(map(box.measure, box.text.split())) <= box.width, str(box)
    assert len(wrapping) > 3000


def test_every_number_fits_its_column(boxes: list[Box]) -> None:
    numbers = [box for box in boxes if not isinstance(box.cell.value, str)]
    for box in numbers:
        assert box.measure(box.text) <= box.width, str(box)
    assert len(numbers) > 4900


def test_text_that_does_not_wrap_runs_over_empty_cells_of_the_sheet_only(boxes: list[Box]) -> None:
    assert [str(box) for box in boxes if box.runs and box.measure(box.text) > box.room] == []
    assert sum(box.runs for box in boxes) > 100


def test_a_heading_over_one_narrow_column_has_room(small: SmallProject) -> None:
    small.change("indicator_specs.yaml", "periods: 2", "periods: 1")
    small.change("indicator_specs.yaml", "      - {kind: numerator}\n      - {kind: denominator}\n", "")
    boxes = list(boxes_of(build(Order(small.folder, "2024-11")).file))
    assert "Monthly Trends" in [box.text for box in boxes if box.runs]
    assert [str(box) for box in boxes if box.runs and box.measure(box.text) > box.room] == []


def page_of(sheet: Worksheet) -> tuple[float, float]:
    """Width and height of the paper that a sheet is printed on."""
    return PORTRAIT if sheet.page_setup.orientation == "portrait" else LANDSCAPE


def size_of(sheet: Worksheet) -> tuple[float, float]:
    """Width and height of a sheet in points."""
    width = sum(column_width(sheet, column) for column in range(1, column_count(sheet) + 1))
    heights = (float(sheet.row_dimensions[row].height or 15) for row in range(1, sheet.max_row + 1))
    return width / PIXELS_PER_POINT, sum(heights)


def scale_of(sheet: Worksheet) -> float:
    """The scale that a sheet is printed in: stated, or that which Excel finds when it fits it to width or page."""
    fitted = sheet.sheet_properties.pageSetUpPr
    if not fitted or not fitted.fitToPage:
        return float(sheet.page_setup.scale or 100) / 100
    (width, height), (page_width, page_height) = size_of(sheet), page_of(sheet)
    one_page = sheet.page_setup.fitToHeight != 0
    return min(1.0, page_width / width, page_height / height if one_page else 1.0)


def test_every_sheet_is_as_wide_as_an_a4_page_at_most(built: Path) -> None:
    for sheet in book(built).worksheets:
        assert size_of(sheet)[0] * scale_of(sheet) <= page_of(sheet)[0] + 1e-6, sheet.title


def test_every_page_is_as_high_as_an_a4_page_at_most(built: Path) -> None:
    for sheet in book(built).worksheets:
        if sheet.print_title_rows is None:
            ends = [*(int(broken.id) for broken in sheet.row_breaks.brk), sheet.max_row]
            for start, end in zip([0, *ends[:-1]], ends, strict=True):
                height = sum(float(sheet.row_dimensions[row].height or 15) for row in range(start + 1, end + 1))
                where = f"{sheet.title}, rows {start + 1} to {end}"
                assert height * scale_of(sheet) <= page_of(sheet)[1] + 1e-6, where


def test_printed_text_is_large_enough_to_read(boxes: list[Box]) -> None:
    printed = {(box.size * scale_of(box.sheet), box.sheet.title, box.size) for box in boxes}
    assert [small for small in sorted(printed) if small[0] < LEGIBLE] == []
