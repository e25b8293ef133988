"""Reads a workbook as it is: what programs show of it, and what they do not (parts, caches, properties)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from workbook_builder.accessibility.reading.colours import palette
from workbook_builder.accessibility.reading.looks import Styles, styles
from workbook_builder.accessibility.reading.parts import Parts, Refused, is_true
from workbook_builder.accessibility.reading.sheets import Shared, read_sheet
from workbook_builder.accessibility.reading.texts import shared_texts
from workbook_builder.accessibility.workbook import Sheet, Workbook
from workbook_builder.inputs.kinds import what_it_is
from workbook_builder.problems import Problem, ProblemsFound

__all__ = ["read_workbook"]


def read_workbook(path: Path) -> Workbook:
    """The workbook at `path`. Raises `ProblemsFound` where it is none, or cannot be read."""
    try:
        parts = Parts(path)
        try:
            return _workbook(parts, path.name)
        finally:
            parts.close()
    except Refused as refused:
        said = refused.said
    except Exception:  # a damaged workbook fails in as many ways as it has parts
        said = what_it_is(path)
    raise ProblemsFound([Problem(str(path), *said)])


def _workbook(parts: Parts, name: str) -> Workbook:
    part = next((target for kind, target in parts.related("").values() if kind == "officeDocument"), "")
    if not parts.has(part) or part.endswith(".bin"):
        raise ValueError("no workbook among the parts")
    root, related = parts.tree(part), parts.related(part)
    by_kind = dict(related.values())
    style_root = parts.tree(by_kind.get("styles", ""))
    colours = palette(parts.tree(by_kind.get("theme", "")), style_root)
    known: Styles = styles(style_root, colours)
    shared = Shared(shared_texts(parts, by_kind.get("sharedStrings", ""), colours), known, colours)
    title, language = _described(parts)
    view = root.find("bookViews/workbookView")
    return Workbook(
        name=name,
        sheets=tuple(_sheets(parts, root, related, shared)),
        title=title,
        language=language,
        opens_at=0 if view is None else int(view.get("activeTab", 0)),
        font=known.font,
        names={one.get("name", ""): one.text or "" for one in root.iterfind("definedNames/definedName")},
        parts=parts.names,
        is_protected=is_true(root.find("workbookProtection"), "lockStructure"),
    )


def _sheets(parts: Parts, root: Element, related: dict[str, tuple[str, str]], shared: Shared) -> Iterator[Sheet]:
    for one in root.iterfind("sheets/sheet"):
        _, part = related[one.get("r:id", "")]
        yield read_sheet(parts, part, one.get("name", ""), one.get("state", "visible"), shared)


def _described(parts: Parts) -> tuple[str, str]:
    """The document's title and language."""
    kinds = dict(parts.related("").values())
    core = parts.tree(kinds.get("core-properties", posixpath.join("docProps", "core.xml")))
    return (core.findtext("title") or "").strip(), (core.findtext("language") or "").strip()
