"""What python-docx has no words for, as WordprocessingML (ECMA-376): tables with headings, links, bookmarks.

Tables are written as XML and parsed at once, since building them cell by cell takes a hundred times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from workbook_builder.outputs.pack import Band, Cell, Column, Grid
from workbook_builder.outputs.word.looks import CELL_SIZE, CELL_STYLES, Fills

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_TWIPS_PER_CM = 1440 / 2.54
_ONCE_A_PAGE = "<w:tblHeader/>"  # and read out as headings
_WHOLE = "<w:cantSplit/>"
_FROM, _ON = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'  # a cell over two rows
_HYPHEN = re.compile(r"-(?=[0-9])")
_UNBROKEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def table(grid: Grid, centimetres: float, fills: Fills) -> BaseOxmlElement:
    """A native table: its heading rows are repeated, its rows not broken, its columns as wide as `grid` says."""
    widths = [round(column.share * centimetres * _TWIPS_PER_CM) for column in grid.columns]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    size = "" if grid.size == CELL_SIZE else f'<w:sz w:val="{round(grid.size * 2)}"/>'
    rows = "".join((*_headings(grid, widths, fills, size), *_rows(grid, widths, fills, size)))
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"{_borders(fills.line)}"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        f'</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={quoteattr(grid.caption)}/>'
        f"<w:tblDescription w:val={quoteattr(grid.description)}/></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _borders(colour: str) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>' for side in sides)
    return f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"


def _headings(grid: Grid, widths: list[int], fills: Fills, size: str) -> Iterator[str]:
    """One row of headings, or two: words over several columns, and below them each column's own."""
    if grid.groups:
        first, cells = 0, ""
        for text, span in grid.groups:
            width, column = sum(widths[first : first + span]), grid.columns[first]
            cells += (
                _heading(text, width, fills, size, _span(span)) if text else _own(column, width, fills, size, _FROM)
            )
            first += span
        yield _row(cells, is_heading=True)
    own = zip(grid.columns, widths, strict=True)
    yield _row("".join(_below(grid, column, width, fills, size) for column, width in own), is_heading=True)


def _below(grid: Grid, column: Column, width: int, fills: Fills, size: str) -> str:
    """A column's own heading in the last row of them, unless it began in the row before."""
    is_begun = bool(grid.groups) and not column.group
    return _heading("", width, fills, size, _ON) if is_begun else _own(column, width, fills, size)


def _own(column: Column, width: int, fills: Fills, size: str, more: str = "") -> str:
    style = "TableNumberHeading" if column.is_number else "TableHeading"
    return _heading(column.heading, width, fills, size, more, style)


def _heading(text: str, width: int, fills: Fills, size: str, more: str = "", style: str = "TableHeading") -> str:
    return _cell(paragraph(text, style, more=size), width, fills.heading, more)


def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""


def _rows(grid: Grid, widths: list[int], fills: Fills, size: str) -> Iterator[str]:
    for row in grid.rows:
        if isinstance(row, Band):
            yield _row(
                _cell(paragraph(row.text, "TableBand", more=size), sum(widths), fills.band, _span(len(widths)))
            )
        else:
            cells = zip(row, grid.columns, widths, strict=True)
            yield _row("".join(_filled(cell, column, width, fills, size) for cell, column, width in cells))


def _filled(cell: Cell, column: Column, width: int, fills: Fills, size: str) -> str:
    style = "TableNumber" if column.is_number else CELL_STYLES.get(cell.tone, "TableText")
    fill = fills.ratings.get(cell.rating, "") if cell.rating else ""
    style = "TableRating" if fill else style
    return _cell(paragraph(cell.text, style, goal=cell.goal, more=size, is_running=not column.is_number), width, fill)


def _row(cells: str, is_heading: bool = False) -> str:
    return f"<w:tr><w:trPr>{_WHOLE}{_ONCE_A_PAGE if is_heading else ''}</w:trPr>{cells}</w:tr>"


def _cell(content: str, width: int, fill: str, more: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}{shade}</w:tcPr>{content}</w:tc>'


def paragraph(text: str, style: str, goal: str = "", more: str = "", is_running: bool = True) -> str:
    """A paragraph of one run; with a `goal` it is a link to that bookmark. `more` says how the run looks."""
    link = '<w:rStyle w:val="Hyperlink"/>' if goal else ""
    properties = f"<w:rPr>{link}{more}</w:rPr>" if link or more else ""
    run = f"<w:r>{properties}{_text(text, is_running)}</w:r>" if text else ""
    run = f'<w:hyperlink w:anchor="{goal}" w:history="1">{run}</w:hyperlink>' if goal and text else run
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def heading(text: str, level: int, anchor: str, number: int, starts_page: bool) -> str:
    """A heading that links lead to by a bookmark, which has a number of its own in the document."""
    begin, end = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
    shape = "<w:pageBreakBefore/>" if starts_page else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/>{shape}</w:pPr>{begin}<w:r>{_text(text)}</w:r>{end}</w:p>'


def parsed(text: str) -> BaseOxmlElement:
    """A piece of WordprocessingML as an element."""
    return parse_xml(re.sub(r"^<[\w:]+", lambda tag: f"{tag[0]} {nsdecls('w')}", text))


def _text(text: str, is_running: bool = True) -> str:
    """A text with its own line breaks; in running text a hyphen before a digit (`-0.67`, `2023-24`) stays with it."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return _HYPHEN.sub(_UNBROKEN, lines) if is_running and "-" in text else lines


def keep_numbers_whole(body: BaseOxmlElement) -> None:
    """The same for a document that was made in another way."""
    for text in [text for text in body.iter(qn("w:t")) if _HYPHEN.search(text.text or "")]:
        for piece in parsed(f"<w:r>{_text(text.text or '')}</w:r>"):
            text.addprevious(piece)
        text.getparent().remove(text)
