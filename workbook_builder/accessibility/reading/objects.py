"""What stands on the cells or floats over them: tables, links, rules of formatting, charts, pictures, boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from workbook_builder.accessibility.areas import Position
from workbook_builder.accessibility.reading.charts import series
from workbook_builder.accessibility.reading.looks import Styles
from workbook_builder.accessibility.reading.parts import Parts, is_true
from workbook_builder.accessibility.reading.places import area, areas, position
from workbook_builder.accessibility.workbook import Drawn, Highlight, Link, Series, Table
from workbook_builder.inputs.shown import decoded

_Related = Mapping[str, tuple[str, str]]
_KINDS = {"pic": "picture", "sp": "shape", "cxnSp": "shape", "grpSp": "shape", "contentPart": "picture"}
_OF_CHARTS = ("/chart", "/chartex")


def tables(parts: Parts, related: _Related) -> Iterator[Table]:
    """The marked tables of a sheet; one without a place that can be read is none."""
    for kind, part in related.values():
        root = parts.tree(part) if kind == "table" else Element("none")
        cells = area(root.get("ref", ""))
        if cells:
            columns = tuple(decoded(one.get("name", "")) for one in root.iterfind("tableColumns/tableColumn"))
            own = root.get("displayName", root.get("name", ""))
            heading, total = int(root.get("headerRowCount", 1)), int(root.get("totalsRowCount", 0))
            yield Table(own, cells, heading, total, columns, _has_buttons(root, len(columns)))


def _has_buttons(root: Element, columns: int) -> bool:
    """Whether a table shows filter buttons: it has a filter, and not every button of it is hidden."""
    hidden = [one for one in root.iterfind("autoFilter/filterColumn") if is_true(one, "hiddenButton")]
    return root.find("autoFilter") is not None and len(hidden) < columns


def links(root: Element, related: _Related) -> Iterator[Link]:
    """The links of a sheet."""
    for one in root.iterfind("hyperlinks/hyperlink"):
        _, target = related.get(one.get("r:id", ""), ("", ""))
        for cells in areas(one.get("ref", "")):
            yield Link(cells, target, one.get("location", ""))


def highlights(root: Element, styles: Styles) -> Iterator[Highlight]:
    """The rules of conditional formatting, those of newer programs, too."""
    for group in root.iter("conditionalFormatting"):
        cells = areas(group.get("sqref") or group.findtext("sqref") or "")
        for rule in group.iterfind("cfRule"):
            number = rule.get("dxfId", "")
            known = number.isdecimal() and int(number) < len(styles.rules)
            colour, fill = styles.rules[int(number)] if known else ("", "")
            formula = (rule.findtext("formula") or rule.findtext("f") or "").strip()
            yield Highlight(cells, rule.get("type", ""), formula, colour, fill)


def drawn_things(parts: Parts, root: Element, related: _Related) -> Iterator[Drawn]:
    """All that floats over a sheet's cells, and the remarks and controls that are attached to them."""
    for kind, part in related.values():
        if kind == "drawing":
            yield from _drawing(parts, part)
        elif kind == "comments":
            for one in parts.tree(part).iterfind("commentList/comment"):
                yield Drawn("comment", position(one.get("ref", "A1")), "comment", "")
        elif kind == "slicer":
            yield Drawn("slicer", (0, 0), "slicer", "")
    for one in root.iter("control"):
        yield Drawn("control", (0, 0), one.get("name", "control"), "")


def _drawing(parts: Parts, part: str) -> Iterator[Drawn]:
    related = parts.related(part)
    for anchor in parts.tree(part):
        at = int(anchor.findtext("from/row") or 0), int(anchor.findtext("from/col") or 0)
        for one in anchor:
            if one.tag == "graphicFrame":
                yield _graphic(parts, one, at, related)
            elif one.tag in _KINDS:
                yield _thing(one, _KINDS[one.tag], at)


def _graphic(parts: Parts, frame: Element, at: Position, related: _Related) -> Drawn:
    """A chart, or another graphic (a diagram, a slicer) that is none."""
    data = frame.find("graphic/graphicData")
    uri = "" if data is None else data.get("uri", "")
    found = frame.find("graphic/graphicData/chart")
    _, part = related.get("" if found is None else found.get("r:id", ""), ("", ""))
    if not uri.endswith(_OF_CHARTS):
        return _thing(frame, "slicer" if "slicer" in uri else "shape", at)
    return _thing(frame, "chart", at, tuple(series(parts.tree(part))))


def _thing(element: Element, kind: str, at: Position, drawn: tuple[Series, ...] = ()) -> Drawn:
    said = next(element.iter("cNvPr"), Element("none"))
    text = (said.get("descr") or said.get("title") or "").strip()
    is_decorative = any(is_true(one, "val") for one in said.iter("decorative"))
    return Drawn(kind, at, said.get("name", kind), text, is_decorative, drawn)
