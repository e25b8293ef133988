"""Cached values of formulas before and after a client recalculated them; faults to plant in a copy."""

import math
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.dom import minidom
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook.workbook import Workbook

TOLERANCE = 1e-9
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def opened(path: Path, *, cached: bool) -> Workbook:
    """Read a workbook with openpyxl: `cached` values of its formulas, or else the formulas themselves."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # extensions that openpyxl skips, such as sparklines
        return openpyxl.load_workbook(path, data_only=cached)


def formula_values(path: Path) -> dict[tuple[str, str], object]:
    """The cached value of every formula cell of the workbook at `path`, by (sheet, cell)."""
    values = opened(path, cached=True)
    return {
        (sheet.title, cell.coordinate): values[sheet.title][cell.coordinate].value
        for sheet in opened(path, cached=False).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def differing_cells(original: Path, recalculated: Path) -> list[str]:
    """The formula cells of `original` whose cached value is not what `recalculated` holds, one a line.

    Numbers may differ by 1e-9, and an empty cell equals an empty text.
    """
    after = opened(recalculated, cached=True)
    cached = formula_values(original)
    now = {
        (sheet, cell): after[sheet][cell].value if sheet in after.sheetnames else "(no such sheet)"
        for sheet, cell in cached
    }
    return differing_values(cached, now)


def differing_values(
    cached: Mapping[tuple[str, str], object], recalculated: Mapping[tuple[str, str], object]
) -> list[str]:
    """The cells whose cached value is not the recalculated one, one a line, by the same measure."""
    found = []
    for (sheet, cell), was in cached.items():
        now = recalculated[sheet, cell]
        if not _same(_plain(was), _plain(now)):
            found.append(f"{sheet}!{cell}: cached {was!r}, recalculated {now!r}")
    return found


def plant_wrong_value(path: Path, target: Path, sheet: str, cell: str, value: str | float) -> None:
    """Write to `target` a copy of the workbook at `path` with another cached value in one formula cell."""

    def edit(element: minidom.Element) -> None:
        if isinstance(value, str):
            element.setAttribute("t", "str")
        elif element.hasAttribute("t"):
            element.removeAttribute("t")
        _set_text(element, "v", str(value))

    _edit_cell(path, target, sheet, cell, edit)


def plant_formula(path: Path, target: Path, sheet: str, cell: str, formula: str) -> None:
    """Write to `target` a copy of the workbook at `path` with another formula in one formula cell."""
    _edit_cell(path, target, sheet, cell, lambda element: _set_text(element, "f", formula))


def plant_text(path: Path, target: Path, sheet: str, pattern: str, replacement: str) -> None:
    """Write to `target` a copy of the workbook at `path` with all of a pattern replaced in a sheet's XML."""
    _edit_sheet(path, target, sheet, lambda text: re.sub(pattern, replacement, text, flags=re.DOTALL))


def _plain(value: object) -> object:
    """Dates and durations as Excel's numbers, nothing as an empty text."""
    if isinstance(value, datetime | date | time | timedelta):
        number: float = to_excel(value)  # type: ignore[no-untyped-call]
        return number
    return "" if value is None else value


def _same(was: object, now: object) -> bool:
    if isinstance(was, bool) or isinstance(now, bool):
        return was is now
    if isinstance(was, int | float) and isinstance(now, int | float):
        return math.isclose(was, now, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return was == now


def _edit_cell(path: Path, target: Path, sheet: str, cell: str, edit: Callable[[minidom.Element], None]) -> None:
    def edit_text(text: str) -> str:
        document = minidom.parseString(text.encode())
        [element] = [c for c in document.getElementsByTagName("c") if c.getAttribute("r") == cell]
        edit(element)
        return document.toxml()

    _edit_sheet(path, target, sheet, edit_text)


def _set_text(cell: minidom.Element, name: str, text: str) -> None:
    """Replace the text of the one element `name` of a cell."""
    [element] = cell.getElementsByTagName(name)
    while element.firstChild:
        element.removeChild(element.firstChild)
    element.appendChild(minidom.Document().createTextNode(text))


def _edit_sheet(path: Path, target: Path, sheet: str, edit: Callable[[str], str]) -> None:
    part = _part(path, sheet)
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == part:
                edited = edit(data.decode()).encode()
                if edited == data:
                    raise ValueError(f"nothing was planted in {sheet}")
                data = edited
            copy.writestr(info, data)


def _part(path: Path, sheet: str) -> str:
    """The name inside the package of the XML of a sheet."""
    with zipfile.ZipFile(path) as package:
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))
        relationships = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    [identifier] = [e.get(RELATIONSHIP) for e in book.iter() if e.get("name") == sheet and e.get(RELATIONSHIP)]
    [target] = [e.get("Target", "") for e in relationships if e.get("Id") == identifier]
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
