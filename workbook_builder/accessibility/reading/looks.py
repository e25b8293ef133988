"""The looks of cells: fonts, fills, borders and alignments, from the part that holds all styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from workbook_builder.accessibility.reading.colours import Palette
from workbook_builder.accessibility.reading.parts import is_true
from workbook_builder.accessibility.workbook import Font, Look

_HEAVY = {"medium", "thick", "double", "mediumDashed", "mediumDashDot", "mediumDashDotDot", "slantDashDot"}
_SHOWN = {2: "0.00", 4: "#,##0.00", 7: "0.00", 8: "0.00", 10: "0.00%", 1: "0", 3: "#,##0", 9: "0%", 49: "@"}


@dataclass(frozen=True)
class Styles:
    """The looks that cells name by number, and the colour and fill that rules of formatting give."""

    looks: Sequence[Look]
    rules: Sequence[tuple[str, str]]
    font: Font

    def look(self, number: str | None) -> Look:
        """The look of a number that a cell states; the usual one where it states none or one that is not there."""
        position = int(number) if number and number.isdecimal() else 0
        return self.looks[position] if position < len(self.looks) else Look(self.font)


def styles(root: Element, colours: Palette) -> Styles:
    """Everything that the part says, from its root."""
    fonts = [font(one, colours) for one in root.iterfind("fonts/font")] or [Font()]
    fills = [_fill(one, colours) for one in root.iterfind("fills/fill")]
    heavy = [any(side.get("style") in _HEAVY for side in one) for one in root.iterfind("borders/border")]
    formats = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iterfind("numFmts/numFmt")}
    named = {one.get("xfId", ""): one.get("name", "") for one in root.iterfind("cellStyles/cellStyle")}

    def at(values: Sequence[object], xf: Element, key: str) -> object:
        number = int(xf.get(key, 0))
        return values[number] if number < len(values) else None

    def look(xf: Element) -> Look:
        code = xf.get("numFmtId", "0")
        shown = formats.get(code) or (_SHOWN.get(int(code), "General") if code.isdecimal() else "General")
        own = at(fonts, xf, "fontId")
        return Look(
            font=own if isinstance(own, Font) else fonts[0],
            fill=str(at(fills, xf, "fillId") or ""),
            has_heavy_border=bool(at(heavy, xf, "borderId")),
            number_format=shown,
            style=named.get(xf.get("xfId", ""), ""),
            **_alignment(xf.find("alignment")),
        )

    rules = [_given(one, colours) for one in root.iterfind("dxfs/dxf")]
    return Styles([look(xf) for xf in root.iterfind("cellXfs/xf")] or [Look(fonts[0])], rules, fonts[0])


def font(element: Element, colours: Palette) -> Font:
    """A font of the styles, or the properties of a run of text."""

    def stated(*tags: str) -> str:
        found = next((one for one in element if one.tag in tags), None)
        return "" if found is None else found.get("val", "")

    def has(tag: str) -> bool:
        return is_true(element.find(tag), "val", element.find(tag) is not None)

    underline = element.find("u")
    return Font(
        name=stated("name", "rFont") or "Calibri",
        size=float(stated("sz") or 11),
        is_bold=has("b"),
        is_italic=has("i"),
        is_underlined=underline is not None and underline.get("val") != "none",
        is_struck=has("strike"),
        is_raised=stated("vertAlign") == "superscript",
        colour=colours.colour(element.find("color")),
    )


def _fill(element: Element, colours: Palette) -> str:
    """The colour behind the text: of a pattern the background where it is not solid; of a gradient the first stop."""
    stop = element.find("gradientFill/stop/color")
    if stop is not None:
        return colours.colour(stop)
    pattern = element.find("patternFill")
    if pattern is None or pattern.get("patternType", "none") == "none":
        return ""
    is_solid = pattern.get("patternType") == "solid"
    return colours.colour(pattern.find("fgColor" if is_solid else "bgColor"))


def _given(element: Element, colours: Palette) -> tuple[str, str]:
    fill = element.find("fill/patternFill/bgColor")
    fill = element.find("fill/patternFill/fgColor") if fill is None else fill
    return colours.colour(element.find("font/color")), colours.colour(fill)


def _alignment(element: Element | None) -> dict[str, Any]:
    if element is None:
        return {}
    return {
        "align": element.get("horizontal", "general"),
        "is_wrapped": is_true(element, "wrapText"),
        "is_shrunk": is_true(element, "shrinkToFit"),
        "rotation": int(element.get("textRotation", 0)),
    }
