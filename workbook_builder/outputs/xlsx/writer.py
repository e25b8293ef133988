"""Writes a laid-out workbook as .xlsx with XlsxWriter. It decides nothing: every cell is given."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbook_builder.grid import Area, Cell, Highlight, Printing, Sheet, Style, Workbook, address, in_sheet
from workbook_builder.outputs.xlsx.accepting import WriteError as WriteError
from workbook_builder.outputs.xlsx.accepting import accepted
from workbook_builder.outputs.xlsx.chart_writer import add_chart
from workbook_builder.outputs.xlsx.choices import offer_choices
from workbook_builder.outputs.xlsx.filling import FormulaSheet, fill
from workbook_builder.outputs.xlsx.finer import finer_formats
from workbook_builder.styles import CellLook, Looks

_A4 = 9
_CM_PER_INCH = 2.54
_LONGEST_LITERAL = 115
_AT_EDGE = 0.4  # of a margin is left free by the header or footer in it
_USUAL = {"font_name": "Calibri", "font_size": 10.5}  # its digits are 7 pixels wide, on paper and in LibreOffice, too
_TYPED_IN = {Style.COMMENTARY, Style.COMMENTARY_DRAFT}
_STILL_ALLOWED = dict.fromkeys(("format_cells", "format_columns", "format_rows"), True)
_LIKE_A_PICTURE = re.compile(r"&(?=G|\[Picture\])")  # XlsxWriter drops a footer with &G in it, even with &&G


def write(workbook: Workbook, looks: Looks, path: Path) -> None:
    """Write the file at `path`. The same workbook and looks give the same bytes.

    Raises `WriteError`, and `OSError` where the file cannot be written.
    """
    file = BytesIO()  # all in memory: a full disk then leaves no temporary files and no half-closed archive behind
    book = xlsxwriter.Workbook(file, {"in_memory": True, "default_format_properties": _USUAL})
    created = datetime.combine(workbook.created, datetime.min.time())
    described = {"title": workbook.title, "subject": workbook.subject, "author": workbook.author}
    book.set_properties({**described, "created": created})
    for name, text in workbook.properties:
        accepted(book.set_custom_property(name, text, "text"), f"the property {name}")
    formats = _Formats(book, looks)
    for sheet in workbook.sheets:
        worksheet: Worksheet = book.add_worksheet(sheet.name, worksheet_class=FormulaSheet)
        _write_cells(worksheet, sheet, formats)
        _set_view(worksheet, sheet)
        _set_page(worksheet, workbook, sheet, looks)
        for highlight in sheet.highlights:
            _highlight(worksheet, highlight, formats)
        for first, rule in finer_formats(sheet, book):
            accepted(worksheet.conditional_format(first, rule), f"the decimals of {first}")
        for chart in sheet.charts:
            accepted(add_chart(book, worksheet, sheet.name, chart, looks), f"the chart {chart.title}")
        _draw_sparklines(worksheet, sheet, looks)
        offer_choices(worksheet, sheet)
        if sheet.name == workbook.opens_on:
            worksheet.activate()
        for name, area in sheet.names:
            accepted(book.define_name(name, "=" + in_sheet(sheet.name, area.address)), f"the name {name}")
    book.close()
    path.write_bytes(file.getvalue())


class _Formats:
    """XlsxWriter's formats, one for each style and number format that occurs."""

    def __init__(self, book: Any, looks: Looks) -> None:
        self.book, self.looks = book, looks
        self.made: dict[tuple[Style, str], Format] = {}

    def __call__(self, style: Style, number_format: str = "") -> Format:
        key = style, number_format
        if (known := self.made.get(key)) is not None:
            return known
        numbers = {"num_format": number_format} if number_format else {}
        locked = {"locked": False} if style in _TYPED_IN else {}
        self.made[key] = self.book.add_format(_properties(self.looks[style]) | numbers | locked)
        return self.made[key]

    def highlight(self, style: Style) -> Format:
        """What a conditional format changes: text colour and fill."""
        look = self.looks[style]
        fill = {"bg_color": look.fill} if look.fill else {}
        made: Format = self.book.add_format({"font_color": look.color, **fill})
        return made


def _properties(look: CellLook) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "font_name": look.font,
        "font_size": look.size,
        "font_color": look.color,
        "bold": bool(look.bold),
        "italic": bool(look.italic),
        "underline": int(bool(look.underline)),
        "text_wrap": bool(look.wrap) and look.align != "center_across",
        "align": look.align,
        "valign": "vcenter",
    }
    if look.fill:
        properties["bg_color"] = look.fill
    if look.border:
        properties |= {"border": 1, "border_color": look.border}
    return properties


def _write_cells(worksheet: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for column, width in enumerate(sheet.widths):
        accepted(worksheet.set_column_pixels(column, column, width), f"a column of {sheet.name}")
    for number, row in enumerate(sheet.rows):
        accepted(worksheet.set_row(number, row.height), f"a row of {sheet.name}")

    def write(row: int, column: int, cell: Cell) -> int:
        return _write_cell(worksheet, row, column, cell, formats)

    accepted(fill(worksheet, sheet, formats, write), f"a cell of {sheet.name}")


def _write_cell(worksheet: Worksheet, row: int, column: int, cell: Cell, formats: _Formats) -> int:
    """Each kind of value by its own method, so that text never becomes a formula, a number or a link."""
    looks = formats(cell.style, cell.number_format)
    if cell.link:
        return int(worksheet.write_url(row, column, f"internal:{cell.link}", looks, _plain(str(cell.value))))
    if cell.formula:
        return int(worksheet.write_formula(row, column, cell.formula, looks, cell.value))
    if cell.value is None:
        return int(worksheet.write_blank(row, column, None, looks))
    if isinstance(cell.value, str):
        return int(worksheet.write_string(row, column, _plain(cell.value), looks))
    return int(worksheet.write_number(row, column, cell.value, looks))


def _plain(text: str) -> str:
    """The text; XlsxWriter takes text from <r> to </r> for XML of its own, and a space at the end prevents that."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _set_view(worksheet: Worksheet, sheet: Sheet) -> None:
    worksheet.hide_gridlines(2)
    if sheet.is_protected:
        worksheet.protect("", _STILL_ALLOWED)
    if any(sheet.frozen):
        worksheet.freeze_panes(*sheet.frozen)
    # Neighbours round to different decimals and stand for different polarities, which is no inconsistency; a trend
    # leaves out the numbers beside it.
    unlike = {"formula_differs": _with_formulas(sheet, ""), "formula_range": _with_formulas(sheet, ":")}
    if known := {error: cells for error, cells in unlike.items() if cells}:
        accepted(worksheet.ignore_errors(known), f"the formulas of {sheet.name}")


def _with_formulas(sheet: Sheet, sign: str) -> str:
    """The cells with a formula in which a sign occurs: `L5:L9 L12`."""
    found = sorted((column, row) for row, column, cell in sheet.cells() if cell.formula and sign in cell.formula)
    runs = [list(run) for _, run in groupby(enumerate(found), key=lambda at: (at[1][0], at[1][1] - at[0]))]
    areas = (Area(run[0][1][1], run[0][1][0], run[-1][1][1], run[-1][1][0]) for run in runs)
    return " ".join(area.address.replace("$", "") for area in areas)


def _set_page(worksheet: Worksheet, workbook: Workbook, sheet: Sheet, looks: Looks) -> None:
    margins = looks.margins_cm
    side, top, bottom = (cm / _CM_PER_INCH for cm in (margins.side, margins.top, margins.bottom))
    if sheet.printing.portrait:
        worksheet.set_portrait()
    else:
        worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.set_margins(side, side, top, bottom)
    if workbook.watermark:
        worksheet.set_header(f"&C&12&B{_literal(workbook.watermark)}", {"margin": _AT_EDGE * top})
    footer = f"&L{_literal(workbook.footer)}: {_literal(sheet.title)}&RPage &P of &N"  # Excel: 255 characters
    worksheet.set_footer(footer, {"margin": _AT_EDGE * bottom})
    _set_scale(worksheet, sheet.printing)


def _set_scale(worksheet: Worksheet, printing: Printing) -> None:
    if printing.repeated:
        worksheet.repeat_rows(*printing.repeated)
    if printing.scale is None:
        worksheet.fit_to_pages(1, int(printing.one_page))
        return
    worksheet.set_print_scale(printing.scale)
    if printing.breaks:
        worksheet.set_h_pagebreaks(list(printing.breaks))


def _draw_sparklines(worksheet: Worksheet, sheet: Sheet, looks: Looks) -> None:
    """All of a sheet's as one group, so that whoever restyles one in Excel restyles all."""
    if not sheet.sparklines:
        return
    color = looks[Style.SPARKLINE].color
    drawn = {
        "location": [address(line.row, line.column) for line in sheet.sparklines],
        "range": [line.points.address for line in sheet.sparklines],
        "markers": True,
        "series_color": color,
        "markers_color": color,
    }
    first = sheet.sparklines[0]
    accepted(worksheet.add_sparkline(first.row, first.column, drawn), f"the sparklines of {sheet.name}")


def _literal(text: str) -> str:
    """Text for a header or footer, in which & begins a code; cut so that two such texts and page numbers fit."""
    literal = _LIKE_A_PICTURE.sub("& ", text).replace("&", "&&")
    if _length(literal) <= _LONGEST_LITERAL:
        return literal
    cut = literal[: _LONGEST_LITERAL - 1]
    while _length(cut) >= _LONGEST_LITERAL:
        cut = cut[:-1]
    halved = (len(cut) - len(cut.rstrip("&"))) % 2
    return cut[: len(cut) - halved] + "…"


def _length(text: str) -> int:
    """How many characters Excel counts: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def _highlight(worksheet: Worksheet, highlight: Highlight, formats: _Formats) -> None:
    ranges = [area.address.replace("$", "") for area in highlight.areas]
    rule = {
        "type": "cell",
        "criteria": "==",
        "value": f'"{highlight.text}"',
        "format": formats.highlight(highlight.style),
        "multi_range": " ".join(ranges),
    }
    accepted(worksheet.conditional_format(ranges[0], rule), f"the colour of {highlight.text}")
