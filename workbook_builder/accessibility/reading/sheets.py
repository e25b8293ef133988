"""A sheet: its cells, and what its part says of rows, columns, views and margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from workbook_builder.accessibility.areas import Position
from workbook_builder.accessibility.reading.colours import Palette
from workbook_builder.accessibility.reading.looks import Styles
from workbook_builder.accessibility.reading.objects import drawn_things, highlights, links, tables
from workbook_builder.accessibility.reading.parts import Parts, Refused, is_true
from workbook_builder.accessibility.reading.places import LAST_ROW, areas, position
from workbook_builder.accessibility.reading.texts import Text, text_of
from workbook_builder.accessibility.workbook import Cell, Sheet, Value
from workbook_builder.addresses import column_letters

_MOST_CELLS = 2_000_000


@dataclass(frozen=True)
class Shared:
    """What all sheets of a workbook refer to."""

    texts: Sequence[Text]
    styles: Styles
    colours: Palette


class _Rows:
    """What the rows of a sheet hold, gathered while they pass."""

    def __init__(self) -> None:
        self.cells: dict[Position, Cell] = {}
        self.heights: dict[int, float] = {}
        self.hidden: list[int] = []
        self.filled: list[str] = []
        self.next = 0


def read_sheet(parts: Parts, part: str, name: str, state: str, shared: Shared) -> Sheet:
    """A sheet with all that stands on it. Raises `Refused` where it has too many cells."""
    rows = _Rows()
    root = Element("none")
    for element in parts.rows(part):
        if element.tag != "row":
            root = element
        else:
            _take(element, rows, shared)
            if len(rows.cells) > _MOST_CELLS:
                found = f"more than {_MOST_CELLS} cells on sheet {name}"
                raise Refused(found, "fewer", "delete the formats of cells that hold nothing")
    related = parts.related(part)
    marked = tuple(tables(parts, related))
    return Sheet(
        name=name,
        state=state,
        cells=rows.cells,
        tables=marked,
        links=tuple(links(root, related)),
        drawn=tuple(drawn_things(parts, root, related)),
        highlights=tuple(highlights(root, shared.styles)),
        heights=rows.heights,
        **_lines(root, rows, shared),
        **_views(root),
        **_others(root),
    )


def _take(element: Element, rows: _Rows, shared: Shared) -> None:
    """A row: where it does not say which it is, it is the next."""
    row = int(element.get("r", rows.next + 1)) - 1
    rows.next = row + 1
    height = element.get("ht")
    if height and is_true(element, "customHeight"):
        rows.heights[row] = float(height)
    if is_true(element, "hidden") or rows.heights.get(row) == 0:
        rows.hidden.append(row)
    if is_true(element, "customFormat") and shared.styles.look(element.get("s")).fill:
        rows.filled.append(f"row {row + 1}")
    column = 0
    for one in element:
        if one.tag == "c":
            column = position(one.get("r", ""))[1] if one.get("r") else column
            rows.cells[row, column] = _cell(one, row, column, shared)
            column += 1


def _cell(element: Element, row: int, column: int, shared: Shared) -> Cell:
    look = shared.styles.look(element.get("s"))
    kind, stored = element.get("t", "n"), element.findtext("v")
    text = Text("")
    if kind == "s" and stored:
        text = shared.texts[int(stored)]
    elif kind == "inlineStr":
        inline = element.find("is")
        text = text if inline is None else text_of(inline, shared.colours)
    elif kind in ("str", "e", "d"):
        text = Text(stored or "")
    formula = (element.findtext("f") or "").strip()
    return Cell(row, column, _value(kind, stored, text.text), look, formula, text.fonts, text.raised)


def _value(kind: str, stored: str | None, text: str) -> Value:
    if kind == "b":
        return stored in ("1", "true")
    if kind == "n":
        return float(stored) if stored else None
    return text or None


def _lines(root: Element, rows: _Rows, shared: Shared) -> dict[str, Any]:
    """Widths, hidden spans and lines that are coloured as a whole."""
    usual = root.find("sheetFormatPr")
    columns = [(int(one.get("min", 1)) - 1, int(one.get("max", 1)) - 1, one) for one in root.iterfind("cols/col")]
    hidden = [(first, last) for first, last, one in columns if is_true(one, "hidden") or _width(one) == 0]
    filled = [
        f"column {column_letters(first)}" for first, _, one in columns if shared.styles.look(one.get("style")).fill
    ]
    stated = None if usual is None else usual.get("defaultColWidth")
    return {
        "widths": tuple((first, last, width) for first, last, one in columns if (width := _width(one)) is not None),
        "usual_width": float(stated) if stated else 8.43,
        "hidden_columns": tuple(hidden),
        "hidden_rows": (*_spans(rows.hidden), *_unused(usual, rows)),
        "filled_lines": (*filled, *rows.filled),
    }


def _width(column: Element) -> float | None:
    width = column.get("width")
    return float(width) if width else None


def _unused(usual: Element | None, rows: _Rows) -> Iterator[tuple[int, int]]:
    """The rows that the file does not state, where it says that such rows are hidden."""
    if is_true(usual, "zeroHeight"):
        yield min(rows.next, LAST_ROW), LAST_ROW


def _spans(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of numbers that follow one another, as first and last."""
    begun: int | None = None
    for number, following in pairwise([*numbers, -1]):
        begun = number if begun is None else begun
        if following != number + 1:
            yield begun, number
            begun = None


def _views(root: Element) -> dict[str, Any]:
    view = root.find("sheetViews/sheetView")
    pane = None if view is None else view.find("pane")
    chosen = [] if view is None else view.findall("selection")
    active = "topLeft" if pane is None else pane.get("activePane", "topLeft")
    cursors = [one.get("activeCell", "A1") for one in chosen if one.get("pane", "topLeft") == active]
    return {
        "is_frozen": pane is not None,
        "cursor": cursors[0] if cursors else "A1",
        "seen_from": "A1" if view is None else view.get("topLeftCell", "A1"),
    }


def _others(root: Element) -> dict[str, Any]:
    margins = root.find("headerFooter")
    return {
        "merged": tuple(area for one in root.iterfind("mergeCells/mergeCell") for area in areas(one.get("ref", ""))),
        "margins": tuple(
            text for one in (margins if margins is not None else ()) if (text := (one.text or "").strip())
        ),
        "has_filter": root.find("autoFilter") is not None,
        "has_sparklines": next(root.iter("sparklineGroup"), None) is not None,
        "has_background": root.find("picture") is not None,
        "is_protected": is_true(root.find("sheetProtection"), "sheet"),
    }
