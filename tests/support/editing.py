"""Edits cells of a built workbook as a user does: the formulas stay, their cached values stay as they were."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from tests.support.tables import book

Typed = str | int | float | None
Edits = Mapping[tuple[str, str], Typed]


def edit_cells(path: Path, target: Path, edits: Edits) -> Path:
    """Write to `target` a copy of the workbook with other contents in cells, by (sheet, cell)."""
    parts = {f"xl/worksheets/sheet{n}.xml": name for n, name in enumerate(book(path).sheetnames, 1)}
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for info in source.infolist():
            sheet = parts.get(info.filename)
            cells = {cell: value for (name, cell), value in edits.items() if name == sheet}
            data = source.read(info)
            copy.writestr(info, _edited(data.decode(), cells).encode() if cells else data)
    return target


def _edited(xml: str, cells: Mapping[str, Typed]) -> str:
    done: set[str] = set()

    def replace(found: re.Match[str]) -> str:
        cell, style = found[1], found[2] or ""
        if cell not in cells:
            return found[0]
        done.add(cell)
        return _cell(cell, style, cells[cell])

    edited = re.sub(r'<c r="([A-Z]+\d+)"( s="\d+")?[^>]*?(?:/>|>.*?</c>)', replace, xml)
    assert done == set(cells), f"not there to edit: {sorted(set(cells) - done)}"
    return edited


def _cell(cell: str, style: str, value: Typed) -> str:
    if value is None:
        return f'<c r="{cell}"{style}/>'
    if isinstance(value, str):
        return f'<c r="{cell}"{style} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{cell}"{style}><v>{value!r}</v></c>'
