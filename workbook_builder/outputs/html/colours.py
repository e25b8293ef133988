"""The colours of a style as variables of a style sheet, by day and by night, and for what is copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbook_builder.contrast import LEAST_CONTRAST, contrast
from workbook_builder.grid import Style
from workbook_builder.outputs.ratings import RAG_STYLES
from workbook_builder.styles import Looks

_WHITE, _NIGHT = "#FFFFFF", "#15181D"
_MEANINGS = {
    "title": Style.TITLE,
    "quiet": Style.SUBTITLE,
    "link": Style.LINK,
    "draft": Style.DRAFT,
    "missing": Style.MISSING,
    "improved": Style.TRAVEL_IMPROVED,
    "worsened": Style.TRAVEL_WORSENED,
    "same": Style.TRAVEL_SAME,
    "line": Style.SPARKLINE,
}
"""What is written in a colour of its own on the page."""

_FILLED = {
    "head": Style.HEADER,
    "team": Style.HEADER_TEAM,
    **{rating.value.lower(): style for rating, style in RAG_STYLES.items()},
}
"""What has a fill of its own, which is the same by night."""


def variables(looks: Looks) -> str:
    """The part of the style sheet that a style decides: everything is read as well by night as by day."""
    day = {**_plain(looks), **_filled(looks), "paper": _WHITE, "ink": "#1A1A1A", "rule": _border(looks)}
    night = {name: lightened(color) for name, color in _plain(looks).items()}
    night |= {"paper": _NIGHT, "ink": "#E8EAED", "rule": "#5A6270", "panel": "#22272E"}
    fonts = f"--font:{_quoted(looks.font)},Carlito,'Segoe UI',system-ui,sans-serif"
    symbols = (
        f"--symbols:{_quoted(looks[Style.TRAVEL].font or looks.font)},'Segoe UI Symbol','DejaVu Sans',sans-serif"
    )
    root = ";".join((fonts, symbols, *_stated(day | {"panel": "#F3F5F9"})))
    dark = ";".join(_stated(night))
    return f":root{{{root}}}\n@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}\n"


def pasted(looks: Looks) -> dict[str, str]:
    """What a copied cell of a class takes along as its style; "" is every cell's."""
    font = (
        f"font-family:{_quoted(looks.font)},sans-serif;font-size:9pt"  # of each cell, since some pass over a table's
    )
    found = {"": f"border:1px solid {_border(looks)};padding:2px 4px;vertical-align:middle;color:#000000;{font}"}
    found["table"] = f"border-collapse:collapse;width:100%;{font}"
    found["mid"] = "text-align:center"
    found["past"] = found["drafted"] = "font-style:italic"
    found["total"] = "font-weight:bold"
    found["th"] = "font-weight:normal;text-align:left"
    for name in ("missing", *(name for name in _MEANINGS if name in {"improved", "worsened", "same"})):
        found[name] = f"color:{looks[_MEANINGS[name]].color}"
    for name, style in _FILLED.items():
        look = looks[style]
        found[name] = f"background:{look.fill or _WHITE};color:{look.color};font-weight:bold"
    found["head"] += ";text-align:center"
    found["team"] += ";text-align:left"
    return found


def lightened(color: str, behind: str = _NIGHT) -> str:
    """A colour mixed with as much white as it needs to be read on a dark ground."""
    channels = [int(color[n : n + 2], 16) for n in (1, 3, 5)]
    for part in range(0, 101, 5):
        mixed = "#" + "".join(f"{round(c + (255 - c) * part / 100):02X}" for c in channels)
        if contrast(mixed, behind) >= LEAST_CONTRAST + 1:
            return mixed
    return _WHITE


def _plain(looks: Looks) -> Mapping[str, str]:
    return {name: looks[style].color or "#000000" for name, style in _MEANINGS.items()}


def _filled(looks: Looks) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, style in _FILLED.items():
        look = looks[style]
        found |= {name: look.fill or _WHITE, f"on-{name}": look.color or "#000000"}
    return found


def _border(looks: Looks) -> str:
    return looks[Style.TEXT].border or "#A6A6A6"


def _stated(colours: Mapping[str, str]) -> Iterator[str]:
    return (f"--{name}:{color}" for name, color in colours.items())


def _quoted(font: str) -> str:
    """The name of a font within a style sheet, which no sign in it can end."""
    return "'" + "".join(sign if sign.isalnum() or sign in " -" else f"\\{ord(sign):x} " for sign in font) + "'"
