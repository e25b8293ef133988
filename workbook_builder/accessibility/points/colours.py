"""Colours: never the only carrier of a meaning, contrasting, and not there to divide a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from workbook_builder.accessibility.areas import Area
from workbook_builder.accessibility.blocks import Block, blocks
from workbook_builder.accessibility.point import Place, Point, Source, Verdict, on_area, on_cell, on_drawn, on_sheet
from workbook_builder.accessibility.workbook import Cell, Drawn, Font, Highlight, Sheet, Workbook
from workbook_builder.contrast import LEAST_CONTRAST, LEAST_LARGE_CONTRAST, contrast

_BLACK, _WHITE = "#000000", "#FFFFFF"
_LARGE, _LARGE_BOLD = 18.0, 14.0
_SHADES = ("colorScale",)
_OF_WORDS = ("containsText", "notContainsText", "beginsWith", "endsWith")
_DRAWN_LINES, _NO_SIGN = ("", "solid"), ("", "none")


def _by_colour(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for block in blocks(sheet):
            headings = set(_heading_rows(block))
            for _, cells in block.columns:
                yield from _in_column(sheet, [cell for cell in cells if cell.row not in headings])
        for rule in sheet.highlights:
            yield from _by_rule(sheet, rule)
        for drawn in sheet.drawn:
            yield from _in_chart(sheet, drawn)


def _heading_rows(block: Block) -> Iterator[int]:
    """The rows in bold with one fill throughout, as repeated headings are: they divide a table, and say no more."""
    for row, cells in groupby(block.cells, key=lambda cell: cell.row):
        found = list(cells)
        fills = {cell.look.fill for cell in found}
        if all(cell.look.font.is_bold for cell in found) and len(fills) == 1 and not fills & {"", _WHITE}:
            yield row


def _in_column(sheet: Sheet, cells: Sequence[Cell]) -> Iterator[Place]:
    """Cells whose colours no text explains: numbers that stand out, and one text in two colours."""
    numbers = [cell for cell in cells if cell.is_number]
    texts = [cell for cell in cells if cell.text and not cell.look.font.is_underlined]  # links are told by their line
    usual = Counter(map(_colours, numbers)).most_common(1)
    for cell in numbers:
        if _colours(cell) != usual[0][0]:
            yield on_cell(sheet, cell, "a number whose colour is not that of its column, and no word says why")
    of_text: dict[str, tuple[str, str]] = {}
    for cell in texts:
        if of_text.setdefault(cell.text.strip().casefold(), _colours(cell)) != _colours(cell):
            yield on_cell(sheet, cell, "the same text as above it in another colour")
    if len(set(of_text.values())) > 1 and len(of_text) > max(6, len(texts) // 2):
        found = "texts in several colours: do the words alone say what the colours do?"
        yield on_cell(sheet, texts[0], found, Verdict.LOOK)


def _colours(cell: Cell) -> tuple[str, str]:
    return cell.look.font.colour or _BLACK, cell.look.fill or _WHITE


def _by_rule(sheet: Sheet, rule: Highlight) -> Iterator[Place]:
    """A rule of formatting that colours numbers; one that follows the words of texts says nothing new."""
    coloured = rule.kind in _SHADES or rule.colour or rule.fill
    for area in rule.areas if coloured and not _is_of_words(rule) else ():
        if any(cell.is_number for cell in sheet.within(area)):
            found = f"numbers are coloured by a rule ({rule.kind}), and no word says what it means"
            yield on_area(sheet, area, found)


def _is_of_words(rule: Highlight) -> bool:
    """Whether a rule holds for cells with certain words: `equal to "RED"`, `contains "RED"`."""
    return rule.kind in _OF_WORDS or (rule.kind == "cellIs" and rule.formula.startswith('"'))


def _in_chart(sheet: Sheet, drawn: Drawn) -> Iterator[Place]:
    manners = [one.manner for one in drawn.series]
    if len(manners) < 2:
        return
    if all(dash in _DRAWN_LINES and sign in _NO_SIGN for dash, sign in manners):
        yield on_drawn(sheet, drawn, "a chart whose series differ in colour only")
    elif len(set(manners)) < len(manners):
        found = "a chart with several series: can they be told apart without colour?"
        yield on_drawn(sheet, drawn, found, Verdict.LOOK)


def _faint(workbook: Workbook) -> Iterator[Place]:
    for sheet, cell in workbook.filled():
        for font in dict.fromkeys((cell.look.font, *cell.fonts)):
            yield from _too_faint(sheet, cell, font, font.colour, cell.look.fill)
    for sheet in workbook.sheets:
        for rule in sheet.highlights:
            yield from _faint_rule(sheet, rule)


def _faint_rule(sheet: Sheet, rule: Highlight) -> Iterator[Place]:
    if rule.colour or rule.fill:
        for cell in islice((cell for area in rule.areas for cell in sheet.within(area)), 1):
            font, fill = cell.look.font, rule.fill or cell.look.fill
            yield from _too_faint(sheet, cell, font, rule.colour or font.colour, fill)


def _too_faint(sheet: Sheet, cell: Cell, font: Font, colour: str, fill: str) -> Iterator[Place]:
    is_large = font.size >= (_LARGE_BOLD if font.is_bold else _LARGE)
    least = LEAST_LARGE_CONTRAST if is_large else LEAST_CONTRAST
    text, behind = colour or _BLACK, fill or _WHITE
    if (ratio := contrast(text, behind)) < least:
        yield on_cell(sheet, cell, f"{text} on {behind}: a contrast of {ratio:.2f} to 1, less than {least:g}")


def _devices(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for block in blocks(sheet):
            yield from _in_body(sheet, block)


def _in_body(sheet: Sheet, block: Block) -> Iterator[Place]:
    for position, cell in sheet.cells.items():
        if position in block.body and cell.look.fill not in ("", _WHITE):
            yield on_cell(sheet, cell, f"the fill {cell.look.fill} in a table")
        if position in block.body and cell.look.has_heavy_border:
            yield on_cell(sheet, cell, "a heavy border in a table")


def _background(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        areas = [block.area for block in blocks(sheet)]
        if sheet.has_background:
            yield on_sheet(sheet, "a picture behind the cells")
        for line in sheet.filled_lines:
            yield on_sheet(sheet, f"{line} has a fill")
        for position, cell in sheet.cells.items():
            if cell.look.fill and not cell.is_filled and not any(position in area for area in areas):
                yield on_area(sheet, Area(*position, *position), f"the fill {cell.look.fill} behind nothing")


POINTS = (
    Point(
        "colour_only",
        True,
        Source.COLOUR,
        "No colour is the only carrier of a meaning.",
        "Fails in tables on a number in another colour than its column's, on one text in two colours, on rules of "
        "formatting that colour numbers, and on charts whose series differ in colour only. A person must look where "
        "texts of many kinds have several colours, and where series of a chart look alike.",
        _by_colour,
    ),
    Point(
        "contrast",
        True,
        Source.CONTRAST,
        "Text contrasts with what is behind it.",
        f"Fails under {LEAST_CONTRAST} to 1, or {LEAST_LARGE_CONTRAST:g} to 1 from 18 points on (14 in bold), as "
        "WCAG 2.2 reckons it (criterion 1.4.3), rules of formatting included. Colours of table styles are not "
        "known.",
        _faint,
    ),
    Point(
        "visual_device",
        False,
        Source.DEVICES,
        "No fills or heavy borders divide a table.",
        "Fails on a fill other than white, or a border that is not thin, below the headings of a table.",
        _devices,
    ),
    Point(
        "background_fill",
        False,
        Source.FILL,
        "Nothing lies behind the cells.",
        "Fails on a picture behind a sheet, on fills of whole rows or columns, and of empty cells outside tables.",
        _background,
    ),
)
