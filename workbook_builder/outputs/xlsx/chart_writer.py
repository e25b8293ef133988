"""Draws a laid-out chart as a native Excel chart, with XlsxWriter's own objects. It decides nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from workbook_builder.grid import Area, Chart, ChartSeries, in_sheet
from workbook_builder.styles import LineLook, Looks

_LIKE_AN_ADDRESS = re.compile(r"!(?=\$?[A-Z]+\$?\d)")
_MOVES_WITH_CELLS = 2  # but keeps its size
_GAP = 60  # between bars, in per cent of their width
_LINE_WIDTH, _MARKER_SIZE, _GRID_WIDTH = 2.0, 6, 0.75  # points


def add_chart(book: Any, worksheet: Any, sheet: str, chart: Chart, looks: Looks) -> int:
    """Insert the chart into the worksheet called `sheet`; XlsxWriter's code, 0 for success."""
    drawn = book.add_chart({"type": "bar" if chart.has_bars else "line"})
    for series in chart.series:
        drawn.add_series(_series(sheet, chart, series, looks))
    title = _font(looks, bold=True) | {"size": looks.charts.title_size}
    drawn.set_title({**_named(sheet, chart), "name_font": title, "overlay": False})
    below = {"line": {"color": looks.charts.color}, "interval_unit": chart.label_every, "reverse": chart.has_bars}
    across, upright = drawn.set_x_axis, drawn.set_y_axis
    of_categories, of_values = (upright, across) if chart.has_bars else (across, upright)
    of_categories(_axis(chart.category_title, looks) | below)
    of_values(_axis(chart.value_title, looks) | _values(chart, looks))
    legend = {"position": "bottom", "font": _font(looks)}
    drawn.set_legend(legend if len(chart.series) > 1 else {"none": True})
    drawn.set_chartarea({"border": {"color": looks.charts.grid}, "fill": {"color": "#FFFFFF"}})
    if not chart.has_bars:  # beside which names of any length stand
        drawn.set_plotarea({"layout": _layout(chart)})
    drawn.show_blanks_as("gap")
    drawn.set_size({"width": chart.width, "height": chart.height})
    placed = {"object_position": _MOVES_WITH_CELLS, "description": chart.description}
    return int(worksheet.insert_chart(chart.row, chart.column, drawn, placed))


def _named(sheet: str, chart: Chart) -> dict[str, Any]:
    """The title: that of a cell, or its own."""
    if chart.title_cell is None:
        return {"name": _text(chart.title)}
    return {"name": f"={in_sheet(sheet, _address(chart.title_cell))}", "data": [chart.title]}


def _series(sheet: str, chart: Chart, series: ChartSeries, looks: Looks) -> dict[str, Any]:
    look = looks.charts.lines[series.beside]
    drawn: dict[str, Any] = {"fill": {"color": look.color}, "gap": _GAP} if chart.has_bars else _as_line(look)
    return drawn | {
        "name": [sheet, series.name_cell.top, series.name_cell.left],
        "categories": _formula(sheet, [chart.categories]),
        "categories_data": list(chart.labels),
        "values": _formula(sheet, series.points),
        "values_data": list(series.values),
    }


def _as_line(look: LineLook) -> dict[str, Any]:
    return {
        "line": {"color": look.color, "width": _LINE_WIDTH, "dash_type": look.dash.value},
        "marker": {
            "type": look.marker.value,
            "size": _MARKER_SIZE,
            "fill": {"color": look.color},
            "border": {"color": look.color},
        },
    }


def _formula(sheet: str, areas: Sequence[Area]) -> str:
    """`='Activity'!$C$5:$I$5`, or several such areas in brackets."""
    cells = [in_sheet(sheet, _address(area)) for area in areas]
    return f"={cells[0]}" if len(cells) == 1 else f"=({','.join(cells)})"


def _address(area: Area) -> str:
    """A single cell is named once: `$B$5`."""
    first, last = area.address.split(":")
    return first if first == last else area.address


def _layout(chart: Chart) -> dict[str, float]:
    """The part within the axes, as parts of the chart's width and height."""
    plot = chart.plot
    across = {"x": plot.left / chart.width, "width": plot.width / chart.width}
    return across | {"y": plot.top / chart.height, "height": plot.height / chart.height}


def _axis(title: str, looks: Looks) -> dict[str, Any]:
    return {"name": _text(title), "name_font": _font(looks), "num_font": _font(looks)}


def _values(chart: Chart, looks: Looks) -> dict[str, Any]:
    least = {} if chart.least is None else {"min": chart.least}
    lines = {"visible": True, "line": {"color": looks.charts.grid, "width": _GRID_WIDTH}}
    return {"num_format": chart.number_format, "major_gridlines": lines, "line": {"none": True}, **least}


def _font(looks: Looks, bold: bool = False) -> dict[str, Any]:
    return {"name": looks.font, "size": looks.charts.size, "color": looks.charts.color, "bold": bold}


def _text(text: str) -> str:
    """The text; XlsxWriter takes one like `Sheet!A1` for the address of a cell, which a space prevents."""
    return _LIKE_AN_ADDRESS.sub("! ", text)
