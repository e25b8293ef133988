"""Links: in words, to places that exist, and from the contents to every sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from workbook_builder.accessibility.markers import is_notes_sheet
from workbook_builder.accessibility.point import Place, Point, Source, on_area, on_cell, on_sheet
from workbook_builder.accessibility.reading.places import area, in_sheet
from workbook_builder.accessibility.workbook import Cell, Link, Sheet, Workbook
from workbook_builder.problems import quoted

_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(click|press|go|see)?\s*(here|this|this link|link|more|read more|more information|details|website|web page)\W*",
    re.IGNORECASE,
)
_BY_FORMULA = re.compile(r"=?(?:_xlfn\.)?HYPERLINK\(\s*\"([^\"]*)\"", re.IGNORECASE)
_OUTSIDE = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_FEW = 2


def _links(sheet: Sheet) -> Iterator[tuple[Cell | None, Link]]:
    """Every link of a sheet with the cell that shows it, those by formula, too."""
    for link in sheet.links:
        yield sheet.cell(link.area.top, link.area.left), link
    for cell in sheet.filled:
        if found := _BY_FORMULA.match(cell.formula):
            one = area(f"A{cell.row + 1}")
            inside = found[1].startswith("#")
            if one:
                yield cell, Link(one, "" if inside else found[1], found[1] if inside else "")


def _wordless(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for cell in sheet.filled:
            if found := _ADDRESS.search(cell.text):
                yield on_cell(sheet, cell, f"the bare address {quoted(found[0])}")
        for shown, link in _links(sheet):
            if shown is None:
                yield on_area(sheet, link.area, "a link without a text")
            elif _SAYS_NOTHING.fullmatch(shown.text.strip()):
                yield on_cell(sheet, shown, f"the link {quoted(shown.text)} does not say where it leads")


def _astray(workbook: Workbook) -> Iterator[Place]:
    for sheet in workbook.sheets:
        for _, link in _links(sheet):
            if link.target and not link.target.startswith("#") and not _OUTSIDE.match(link.target):
                yield on_area(sheet, link.area, f"a link to the file {quoted(link.target)}, which no reader has")
            elif not link.target and _sheet_of(workbook, sheet, link) is None:
                yield on_area(sheet, link.area, f"a link to {quoted(link.location)}, which does not exist")


def _sheet_of(workbook: Workbook, sheet: Sheet, link: Link) -> Sheet | None:
    """The sheet to which a link inside the workbook leads; None for one that leads nowhere."""
    place = link.location or link.target
    name, cells = in_sheet(place)
    if not name and area(cells) is None:
        defined: Mapping[str, str] = {known.casefold(): where for known, where in workbook.names.items()}
        table = next((s for s in workbook.sheets for t in s.tables if t.name.casefold() == cells.casefold()), None)
        name = in_sheet(defined.get(cells.casefold(), ""))[0] if table is None else table.name
        return workbook.sheet(name)
    return workbook.sheet(name) if name else sheet


def _contents(workbook: Workbook) -> Iterator[Place]:
    if len(workbook.visible) <= _FEW:
        return
    reached = {sheet.name: set(_reached(workbook, sheet)) for sheet in workbook.visible}
    contents = max(workbook.visible, key=lambda sheet: len(reached[sheet.name]))
    if not reached[contents.name]:
        yield Place("no table has links to the other sheets")
        return
    for sheet in workbook.visible[workbook.visible.index(contents) + 1 :]:
        is_needed = bool(sheet.filled) and not is_notes_sheet(sheet)
        if is_needed and sheet.name not in reached[contents.name]:
            yield on_sheet(sheet, f"no link leads here from the table of contents (sheet {contents.name})")


def _reached(workbook: Workbook, sheet: Sheet) -> Iterator[str]:
    """The other sheets to which links of a sheet's marked tables lead."""
    for cell, link in _links(sheet):
        is_listed = cell is not None and any(cell.position in table.area for table in sheet.tables)
        found = None if _OUTSIDE.match(link.target) or not is_listed else _sheet_of(workbook, sheet, link)
        if found is not None and found is not sheet:
            yield found.name


POINTS = (
    Point(
        "link_text",
        True,
        Source.LINKS,
        "Links say in words where they lead, and no web address stands bare.",
        "Fails on an address (https://, www.) in a text, on a link without a text, and on one that says only here, "
        "click here, more and the like.",
        _wordless,
    ),
    Point(
        "link_target",
        True,
        Source.LINKS,
        "Links lead somewhere.",
        "Fails on a link to a sheet, name or table that the workbook does not have, and on links to files. Addresses "
        "of the web are not tried.",
        _astray,
    ),
    Point(
        "contents",
        True,
        Source.GUIDANCE,
        "A table of contents links to every sheet.",
        "The sheet with links to most others in a marked table is the contents; fails where there is none, and "
        f"on each sheet behind it to which no link leads, but that of notes. Not asked of workbooks of {_FEW} "
        "sheets or one.",
        _contents,
    ),
)
