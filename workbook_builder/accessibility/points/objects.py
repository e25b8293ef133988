"""What floats over the cells or stands in the margins: charts, pictures, boxes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from workbook_builder.accessibility.areas import Area
from workbook_builder.accessibility.point import Place, Point, Source, Verdict, on_drawn, on_sheet
from workbook_builder.accessibility.reading.places import area, in_sheet
from workbook_builder.accessibility.workbook import Sheet, Workbook
from workbook_builder.problems import quoted

_FLOATING = ("shape", "control", "slicer", "comment")
_NAMED = {
    "shape": "a text box or shape",
    "control": "a control",
    "slicer": "a slicer",
    "comment": "a comment on a cell",
}
_SAYS_NOTHING = re.compile(
    r"(chart|picture|image|graph|diagram|figure|alt text)? ?\d*|\S+\.(png|jpe?g|gif|bmp|svg|emf)", re.IGNORECASE
)
_MOST_POINTS = 100_000


def _margins(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        if sheet.margins:
            yield on_sheet(sheet, "a header or footer")


def _floating(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for drawn in sheet.drawn:
            if drawn.kind in _FLOATING:
                yield on_drawn(sheet, drawn, f"{_NAMED[drawn.kind]} ({drawn.name})")


def _undescribed(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        if sheet.has_sparklines:
            found = (
                "small lines in cells, which can have no alternative text: do the figures beside them say the same?"
            )
            yield on_sheet(sheet, found, Verdict.LOOK)
        for drawn in (one for one in sheet.drawn if one.kind in ("chart", "picture", "shape")):
            if drawn.is_decorative and drawn.kind != "chart":
                continue
            if not drawn.description or _SAYS_NOTHING.fullmatch(drawn.description):
                yield on_drawn(sheet, drawn, f"a {drawn.kind} without an alternative text ({drawn.name})")


def _charted(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for drawn in sheet.drawn:
            if drawn.kind == "chart" and not drawn.series:
                yield on_drawn(
                    sheet, drawn, "a chart whose data is not known: does it stand beside it?", Verdict.LOOK
                )
            for one in drawn.series:
                for reference, kept in one.references:
                    if found := _wrong(workbook, sheet, reference, kept):
                        yield on_drawn(sheet, drawn, f"{found} ({drawn.name})")


def _wrong(workbook: Workbook, sheet: Sheet, reference: str, kept: Sequence[str]) -> str:
    """What is wrong with the data of a chart, if anything is."""
    if not reference:
        return "a chart with figures that stand in no cell"
    places = [in_sheet(one) for one in reference.strip("()").split(",") if one]
    areas = [one for _, cells in places if (one := area(cells))]
    names = {name.casefold() for name, _ in places}
    if len(areas) < len(places) or names - {one.name.casefold() for one in workbook.sheets}:
        return f"the chart's data {quoted(reference)} is no cell of this workbook"
    if names != {sheet.name.casefold()}:
        return f"the chart's data stands on another sheet, {quoted(places[0][0])}"
    holding = [one for one in areas if any(sheet.within(one))] or areas  # a gap in a line is an empty cell
    if not all(any(_is_within(one, table.area) for table in sheet.tables) for one in holding):
        return f"the chart's data, {quoted(reference)}, is in no marked table"
    return _differing(sheet, areas, kept)


def _is_within(one: Area, other: Area) -> bool:
    return (one.top, one.left) in other and (one.bottom, one.right) in other


def _differing(sheet: Sheet, areas: Sequence[Area], kept: Sequence[str]) -> str:
    """What the chart keeps of its figures, held against the cells; "" where it keeps none or the same."""
    positions = (position for one in areas for position in one.positions())
    for position, value in zip(islice(positions, _MOST_POINTS), kept, strict=False):
        cell = sheet.cell(*position)
        if value and not _is_same(value, cell.value if cell else None):
            return f"the chart keeps {quoted(value)} where {Area(*position, *position).address} holds something else"
    return ""


def _is_same(kept: str, value: object) -> bool:
    if isinstance(value, float):
        try:
            return abs(float(kept) - value) <= 1e-9 * max(1.0, abs(value))
        except ValueError:
            return False
    return isinstance(value, str) and (value.split() == kept.split() or kept == "0")


def _pictures(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for drawn in sheet.drawn:
            if drawn.kind == "picture":
                yield on_drawn(
                    sheet, drawn, f"a picture ({drawn.name}); text in it is read by nobody who cannot see it"
                )


POINTS = (
    Point(
        "header_footer",
        True,
        Source.MARGINS,
        "No sheet has a header or footer.",
        "Fails on a sheet whose header or footer for printing has a text.",
        _margins,
    ),
    Point(
        "floating",
        True,
        Source.MARGINS,
        "Nothing but charts floats over the cells.",
        "Fails on text boxes, shapes, controls, slicers and comments on cells.",
        _floating,
    ),
    Point(
        "alt_text",
        True,
        Source.CHARTS,
        "Charts and pictures have an alternative text.",
        "Fails on a chart, picture or shape without one, or with a default (Chart 1, logo.png); pictures and "
        "shapes may be marked as decoration. Whether the text is a good one a person must say. A person must "
        "look at sparklines.",
        _undescribed,
    ),
    Point(
        "chart_data",
        True,
        Source.CHARTS,
        "What a chart shows stands beside it in a table.",
        "Fails where data of a chart stands in no cell, on another sheet or in no marked table, and where the "
        "copy that a chart keeps of it is another than the cells hold. An empty cell beside figures is a gap in a "
        "line, wherever it stands.",
        _charted,
    ),
    Point(
        "images",
        False,
        Source.IMAGES,
        "There are no pictures.",
        "Fails on each picture, logos too.",
        _pictures,
    ),
)
