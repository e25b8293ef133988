"""Colours as the parts of a workbook state them: by value, number or theme, perhaps lighter or darker."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_OFFICE = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72"
_INDEXED = """
000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333
"""  # ISO/IEC 29500-1, 18.8.27
_USUAL_THEME, _USUAL_INDEXED = _OFFICE.split(), _INDEXED.split()
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")


@dataclass(frozen=True)
class Palette:
    """The colours that numbers stand for: those of the theme, and the indexed ones. Six digits each."""

    theme: Sequence[str] = tuple(_USUAL_THEME)
    indexed: Sequence[str] = tuple(_USUAL_INDEXED)

    def colour(self, element: Element | None) -> str:
        """`#RRGGBB`; "" where nothing or the automatic colour is stated."""
        if element is None:
            return ""
        given = _HEX.fullmatch(element.get("rgb", ""))
        base = given[1] if given else self._numbered(element)
        return f"#{_tinted(base, float(element.get('tint', 0)))}".upper() if base else ""

    def _numbered(self, element: Element) -> str:
        for name, colours in (("theme", self.theme), ("indexed", self.indexed)):
            number = element.get(name, "")
            if number.isdecimal() and int(number) < len(colours):
                return colours[int(number)]
        return ""


def palette(theme: Element, styles: Element) -> Palette:
    """The palette of a workbook, from the roots of its theme and of its styles."""
    scheme = theme.find(".//clrScheme")
    found = {child.tag: next(iter(child), None) for child in (scheme if scheme is not None else ())}
    colours = [_stated(found.get(name), usual) for name, usual in zip(_ORDER, _USUAL_THEME, strict=True)]
    own = [_HEX.fullmatch(one.get("rgb", "")) for one in styles.iterfind("colors/indexedColors/rgbColor")]
    indexed = [given[1] if given else usual for given, usual in zip(own, _USUAL_INDEXED, strict=False)]
    return Palette(colours, indexed + _USUAL_INDEXED[len(indexed) :])


def _stated(element: Element | None, usual: str) -> str:
    said = None if element is None else element.get("lastClr", element.get("val"))
    given = _HEX.fullmatch(said or "")
    return given[1] if given else usual


def _tinted(base: str, tint: float) -> str:
    """Lighter with a positive tint, darker with a negative one, as ISO/IEC 29500-1 (18.8.19) reckons it."""
    if not tint:
        return base
    red, green, blue = (int(base[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, min(max(light, 0), 1), strength))
