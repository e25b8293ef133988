"""Writes an accessible workbook with XlsxWriter: real tables without filters, and nothing that no sheet shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from workbook_builder.accessibility.language import with_language
from workbook_builder.outputs.accessible.charts import charts_of, large
from workbook_builder.outputs.accessible.places import Places
from workbook_builder.outputs.accessible.sheets import Entry, Line, Look, Placed, Sheet, placed
from workbook_builder.outputs.accessible.widths import height_of, widths_of
from workbook_builder.outputs.xlsx.chart_writer import add_chart
from workbook_builder.styles import Looks

_LANGUAGE = "en-GB"
_LEAST = 12.0  # points of all text
_SIZES = {Look.TEXT: _LEAST, Look.HEADING: 14.0, Look.TITLE: 16.0}
_A4 = 9
_LINK, _RULE = "#0B5394", "#A6A6A6"


class Described(NamedTuple):
    """What the file says of itself."""

    title: str
    subject: str
    author: str
    created: date


class WriteError(Exception):
    """XlsxWriter refused something: our fault, not the user's."""


def write(sheets: Sequence[Sheet], described: Described, looks: Looks, path: Path) -> None:
    """Write the file at `path`. The same sheets and looks give the same bytes.

    Raises `WriteError`, and `OSError` where the file cannot be written.
    """
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    created = datetime.combine(described.created, datetime.min.time())
    book.set_properties({**described._asdict(), "created": created})
    writing = _Writing(book, Places(sheets), large(looks, _LEAST))
    for sheet in sheets:
        writing.add(sheet)
    book.close()
    path.write_bytes(with_language(file.getvalue(), _LANGUAGE))


class _Writing:
    """Writes sheet after sheet; formats are made as they are needed."""

    def __init__(self, book: Any, places: Places, looks: Looks) -> None:
        self.book, self.places, self.looks = book, places, looks
        self.font = looks.font, max(_LEAST, looks.size)
        self.made: dict[tuple[tuple[str, object], ...], Any] = {}

    def format(self, **more: object) -> Any:
        """A format with the usual letters and something more; each is made once."""
        key = tuple(sorted(more.items()))
        if key not in self.made:
            name, size = self.font
            usual = {"font_name": name, "font_size": size, "text_wrap": True, "valign": "top"}
            self.made[key] = self.book.add_format(usual | more)
        return self.made[key]

    def add(self, sheet: Sheet) -> None:
        """Title, description, lines, tables, charts."""
        made = self.book.add_worksheet(sheet.name)
        widths = widths_of(sheet, self.font)
        for column, width in enumerate(widths):
            _accepted(made.set_column_pixels(column, column, width), f"a column of {sheet.name}")
        made.set_landscape()
        made.set_paper(_A4)
        made.fit_to_pages(1, 0)
        for row, line in enumerate((Line(sheet.title, Look.TITLE), Line(sheet.said), *sheet.lines)):
            self._write_line(made, row, line, widths)
        for one in placed(sheet):
            self._write_listing(made, one, widths)
        for chart in charts_of(sheet, self.places, self.looks):
            _accepted(add_chart(self.book, made, sheet.name, chart, self.looks), f"the chart {chart.title}")

    def _write_line(self, sheet: Any, row: int, line: Line, widths: Sequence[int]) -> None:
        address = line.address or self._inside(line)
        name, usual = self.font
        size, is_bold = max(_SIZES[line.look], usual), line.look is not Look.TEXT
        look = self.format(font_size=size, bold=is_bold, **(_linked() if address else {}))
        _write(sheet, row, 0, line.text, address, look)
        _accepted(sheet.set_row(row, height_of([(line.text, widths[0])], (name, size), is_bold)), "a height")

    def _write_listing(self, sheet: Any, one: Placed, widths: Sequence[int]) -> None:
        """Its lines, then a table whose headings are its columns' names."""
        listing = one.listing
        for row, line in enumerate(listing.lines, one.top):
            self._write_line(sheet, row, line, widths)
        columns = [
            {"header": heading.text, "header_format": self._heading(heading.is_right, bool(n))}
            for n, heading in enumerate(listing.headings)
        ]
        options = {"name": listing.name, "columns": columns, "style": None, "autofilter": False}
        area = one.heading, 0, one.last, len(columns) - 1
        _accepted(sheet.add_table(*area, options), f"the table {listing.name}")
        texts = [heading.text for heading in listing.headings]
        _accepted(
            sheet.set_row(one.heading, height_of(zip(texts, widths, strict=False), self.font, True)), "a height"
        )
        for row, entries in enumerate(listing.rows, one.heading + 1):
            values = [entry.value for entry in entries.cells]
            _accepted(sheet.set_row(row, height_of(zip(values, widths, strict=False), self.font)), "a height")
            for column, entry in enumerate(entries.cells):
                self._write_entry(sheet, row, column, entry, listing.headings[column].is_right)

    def _heading(self, is_right: bool, is_apart: bool) -> Any:
        return self.format(bold=True, bottom=1, **_aligned(is_right, is_apart))

    def _write_entry(self, sheet: Any, row: int, column: int, entry: Entry, is_right: bool) -> None:
        rule = {"bottom": 1, "bottom_color": _RULE}
        if not isinstance(entry.value, str):
            looks = self.format(**rule, num_format=entry.number_format or "0", align="right")
            _accepted(sheet.write_number(row, column, entry.value, looks), f"the number {entry.value}")
            return
        address = self._inside(entry)
        look = {**rule, **_aligned(is_right, bool(column)), **(_linked() if address else {})}
        _write(sheet, row, column, entry.value, address, self.format(**look))

    def _inside(self, one: Line | Entry) -> str:
        found = self.places.link(one.link) if one.link else ""
        return f"internal:{found}" if found else ""


def _aligned(is_right: bool, is_apart: bool) -> dict[str, object]:
    """On the right, or on the left and apart from the figures that may stand before it."""
    if is_right:
        return {"align": "right"}
    return {"align": "left", "indent": 1} if is_apart else {"align": "left"}


def _linked() -> dict[str, object]:
    return {"font_color": _LINK, "underline": 1}


def _write(sheet: Any, row: int, column: int, text: str, address: str, look: Any) -> None:
    """A text, which never becomes a formula, a number or a link of its own."""
    plain = text.replace("<r>", "< r>") if text.startswith("<r>") else text  # else XlsxWriter takes it for its XML
    code = sheet.write_url(row, column, address, look, plain) if address else None
    _accepted(code if address else sheet.write_string(row, column, plain, look), f"the text {text[:60]}")


def _accepted(code: int | None, what: str) -> None:
    """XlsxWriter tells of some faults by its return value only."""
    if code:
        raise WriteError(f"XlsxWriter refused {what} (code {code})")
