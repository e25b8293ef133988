"""What a chart draws: where its figures stand, and the copy of them that it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from workbook_builder.accessibility.reading.parts import is_true
from workbook_builder.accessibility.workbook import Series

_DRAWN = ("cat", "val", "xVal", "yVal", "bubbleSize")
_LINES = ("lineChart", "line3DChart", "scatterChart", "radarChart")


def series(root: Element) -> Iterator[Series]:
    """The series of a chart, from its root; the newer kinds of charts keep their data apart, by id."""
    for plot in root.iterfind("chart/plotArea/*"):
        has_signs = is_true(plot.find("marker"), "val") or plot.find("scatterStyle[@val='lineMarker']") is not None
        for number, one in enumerate(plot.iterfind("ser")):
            found = [_reference(part) for name in _DRAWN for part in one.iterfind(name)]
            automatic = f"automatic {number}" if has_signs else ""
            yield Series(tuple(found), _manner(one, automatic) if plot.tag in _LINES else (plot.tag, ""))
    for data in root.iterfind("chartData/data"):
        dimensions = [child for child in data if child.tag in ("strDim", "numDim")]
        yield Series(tuple((one.findtext("f") or "", ()) for one in dimensions), ("chartex", ""))


def _reference(part: Element) -> tuple[str, tuple[str, ...]]:
    """The cells' address, and the values that the chart keeps of them as texts; points without a value are ""."""
    formula = next((one.text or "" for one in part.iter("f")), "")
    cache = next((one for one in part.iter() if one.tag in ("numCache", "strCache", "numLit", "strLit")), None)
    if cache is None:
        return formula, ()
    count = cache.find("ptCount")
    points = {one.get("idx", ""): one.findtext("v") or "" for one in cache.iterfind("pt")}
    most = max((int(index) + 1 for index in points if index.isdecimal()), default=0)
    size = min(int(count.get("val", 0)) if count is not None else most, max(most, 1_048_576))
    return formula, tuple(points.get(str(index), "") for index in range(size))


def _manner(element: Element, automatic: str) -> tuple[str, str]:
    """The dash of a line and the sign at its points; where none is stated, the program's own of each series."""
    dash, sign = element.find("spPr/ln/prstDash"), element.find("marker/symbol")
    return ("" if dash is None else dash.get("val", "")), (automatic if sign is None else sign.get("val", ""))
