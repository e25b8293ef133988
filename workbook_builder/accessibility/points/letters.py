"""Letters: large enough, without serifs, upright, horizontal, and not decorated."""

from __future__ import annotations

from collections.abc import Iterator

from workbook_builder.accessibility.point import Place, Point, Source, on_cell
from workbook_builder.accessibility.workbook import Cell, Font, Sheet, Workbook
from workbook_builder.problems import quoted

_LEAST = 12.0
_WITHOUT_SERIFS = """
aptos, aptos display, aptos narrow, arial, arial narrow, arial nova, calibri, calibri light, candara, carlito,
century gothic, corbel, franklin gothic book, frutiger, gds transport, gill sans mt, helvetica, helvetica neue,
inter, lato, lucida grande, montserrat, myriad pro, poppins, roboto, segoe ui, segoe ui symbol, tahoma,
trebuchet ms, univers, verdana
"""
_PLAIN = {name.strip() for name in _WITHOUT_SERIFS.split(",")}
_SANS = " sans "


def _fonts(workbook: Workbook) -> Iterator[tuple[Sheet, Cell, Font]]:
    """Every font of every filled cell: its own, and those of parts of its text."""
    for sheet, cell in workbook.filled():
        for font in (cell.look.font, *cell.fonts):
            yield sheet, cell, font


def _small(workbook: Workbook) -> Iterator[Place]:
    for sheet, cell, font in _fonts(workbook):
        if font.size < _LEAST:
            yield on_cell(sheet, cell, f"{font.size:g} points")


def _serifs(workbook: Workbook) -> Iterator[Place]:
    for sheet, cell, font in _fonts(workbook):
        name = font.name.casefold()
        if name not in _PLAIN and _SANS not in f" {name} ":
            yield on_cell(sheet, cell, f"the font {quoted(font.name)} is not known to be without serifs")


def _decorated(workbook: Workbook) -> Iterator[Place]:
    for sheet, cell, font in _fonts(workbook):
        if font.is_italic:
            yield on_cell(sheet, cell, "italics")
        if font.is_underlined and not _is_link(sheet, cell):
            yield on_cell(sheet, cell, "underlined, and no link")
        if font.is_struck:
            yield on_cell(sheet, cell, "struck through")


def _is_link(sheet: Sheet, cell: Cell) -> bool:
    return "HYPERLINK(" in cell.formula.upper() or cell.position in sheet.linked


def _turned(workbook: Workbook) -> Iterator[Place]:
    for sheet, cell in workbook.filled():
        if cell.look.rotation:
            yield on_cell(sheet, cell, "text that is not horizontal")


POINTS = (
    Point(
        "font_size",
        False,
        Source.TEXT,
        f"All text has {_LEAST:g} points or more.",
        f"Fails on a filled cell, or a part of its text, of fewer than {_LEAST:g} points.",
        _small,
    ),
    Point(
        "font_family",
        False,
        Source.TEXT,
        "All text is in a font without serifs.",
        "Fails on a font that is not one of the common ones without serifs, such as Arial, Calibri, Verdana or "
        "any Sans.",
        _serifs,
    ),
    Point(
        "emphasis",
        False,
        Source.TEXT,
        "Nothing is in italics, underlined (but links) or struck through.",
        "Fails on a filled cell, or a part of its text, that is.",
        _decorated,
    ),
    Point(
        "text_direction",
        False,
        Source.TEXT,
        "All text is horizontal.",
        "Fails on text that is turned or stacked.",
        _turned,
    ),
)
