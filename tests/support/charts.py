"""The charts of a workbook as they stand in its file: where, how large, described how, drawn from which cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from openpyxl.worksheet.worksheet import Worksheet

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_ART = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_EMU = 9525  # to a pixel
_DIGIT, _PIXELS_PER_POINT = 7, 96 / 72


class Box(NamedTuple):
    """A place on a sheet, in pixels from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two have any room in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class DrawnSeries(NamedTuple):
    """The cells that a line is drawn from, the numbers kept with them, its dash and its points' shape."""

    name: str
    name_cell: str
    categories: str
    values: tuple[str, ...]
    labels: tuple[str, ...]
    numbers: tuple[float | None, ...]
    colour: str
    dash: str
    marker: str


class DrawnChart(NamedTuple):
    """A chart; `cells` is its top left cell and that at its bottom right, rows and columns counted from 1."""

    description: str
    box: Box
    title: str
    axis_titles: tuple[str, ...]
    series: tuple[DrawnSeries, ...]
    kinds: tuple[str, ...]
    has_legend: bool


def drawn_charts(path: Path, sheet: Worksheet) -> list[DrawnChart]:
    """The charts of a sheet, in the order of the file."""
    with ZipFile(path) as file:
        number = sheet.parent.worksheets.index(sheet) + 1
        beside = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        related = fromstring(file.read(beside)) if beside in file.namelist() else ()
        names = ["xl/" + r.attrib["Target"].removeprefix("../") for r in related if "drawing" in r.attrib["Target"]]
        if not names:
            return []
        [drawing] = names
        relations = fromstring(file.read(drawing.replace("drawings/", "drawings/_rels/") + ".rels"))
        targets = {r.attrib["Id"]: "xl/" + r.attrib["Target"].removeprefix("../") for r in relations}
        anchors = list(fromstring(file.read(drawing)).iter(f"{_DRAWING}twoCellAnchor"))
        return [_chart(anchor, file, targets, sheet) for anchor in anchors]


def _chart(anchor: Element, file: ZipFile, targets: dict[str, str], sheet: Worksheet) -> DrawnChart:
    described = next(anchor.iter(f"{_DRAWING}cNvPr")).attrib["descr"]
    chart = fromstring(file.read(targets[next(anchor.iter(f"{_CHART}chart")).attrib[_RELATION]]))
    title, *axes = ("".join(t.text or "" for t in found.iter(f"{_ART}t")) for found in chart.iter(f"{_CHART}title"))
    area = next(chart.iter(f"{_CHART}plotArea"))
    kinds = tuple(child.tag.removeprefix(_CHART) for child in area if child.tag.endswith("Chart"))
    series = tuple(_series(one) for one in chart.iter(f"{_CHART}ser"))
    has_legend = next(chart.iter(f"{_CHART}legend"), None) is not None
    return DrawnChart(described, _box(anchor, sheet), title, tuple(axes), series, kinds, has_legend)


def _series(series: Element) -> DrawnSeries:
    def within(part: str, tag: str) -> list[Element]:
        return list(next(series.iter(f"{_CHART}{part}")).iter(f"{_CHART}{tag}"))

    def texts(part: str, tag: str) -> tuple[str, ...]:
        return tuple(found.text or "" for found in within(part, tag))

    count = int(within("val", "ptCount")[0].attrib["val"])
    points = {int(p.attrib["idx"]): float(next(iter(p)).text or "") for p in within("val", "pt")}
    [formula] = texts("val", "f")
    line = next(next(series.iter(f"{_CHART}spPr")).iter(f"{_ART}ln"))
    dash = next(line.iter(f"{_ART}prstDash"), None)
    return DrawnSeries(
        name=texts("tx", "v")[0],
        name_cell=texts("tx", "f")[0],
        categories=texts("cat", "f")[0],
        values=tuple(formula.removeprefix("(").removesuffix(")").split(",")),
        labels=texts("cat", "v"),
        numbers=tuple(points.get(n) for n in range(count)),
        colour=next(line.iter(f"{_ART}srgbClr")).attrib["val"],
        dash=dash.attrib["val"] if dash is not None else "solid",
        marker=within("marker", "symbol")[0].attrib["val"],
    )


def _box(anchor: Element, sheet: Worksheet) -> Box:
    corners = [anchor.find(f"{_DRAWING}{corner}") for corner in ("from", "to")]
    edges: list[float] = []
    for corner in corners:
        assert corner is not None
        column, across, row, down = (int(part.text or 0) for part in corner)
        edges += [left_of(sheet, column + 1) + across / _EMU, top_of(sheet, row + 1) + down / _EMU]
    return Box(*edges)


def left_of(sheet: Worksheet, column: int) -> float:
    """Where a column begins, in pixels."""
    return sum(_width(sheet, before) for before in range(1, column))


def top_of(sheet: Worksheet, row: int) -> float:
    """Where a row begins, in pixels."""
    heights = (sheet.row_dimensions[before].height for before in range(1, row))
    return sum(int(_PIXELS_PER_POINT * float(height or 15)) for height in heights)


def _width(sheet: Worksheet, column: int) -> int:
    for dimension in sheet.column_dimensions.values():
        if (dimension.min or 0) <= column <= (dimension.max or 0):
            return round(dimension.width * _DIGIT)
    raise AssertionError(f"no width of column {column}")


def cells_of(reference: str, sheet: Worksheet) -> Iterator[object]:
    """The values of the cells that `'Sheet'!$C$5:$I$5` names."""
    found = re.fullmatch(r"'(.+)'!(\$[A-Z]+\$\d+)(?::(\$[A-Z]+\$\d+))?", reference)
    assert found, reference
    assert found[1] == sheet.title
    [row] = sheet[f"{found[2]}:{found[3] or found[2]}".replace("$", "")]
    yield from (cell.value for cell in row)
