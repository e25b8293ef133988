"""The version of this program that a spec was written for: an older one says so, and nothing else, in plain words."""

from __future__ import annotations

import re

from workbook_builder import __version__
from workbook_builder.problems import Report
from workbook_builder.specs.document import Document

KEY = "needs_version"
_WRITTEN = re.compile(r"\d{1,4}(\.\d{1,4}){0,2}")


def is_too_new(document: Document, report: Report) -> bool:
    """Whether the spec was written for a later version than this, which then goes to `report`."""
    stated = str(document.data.get(KEY)) if isinstance(document.data, dict) else ""
    if not _WRITTEN.fullmatch(stated) or _parts(stated) <= _parts(__version__):
        return False
    found = f"a spec for workbook-builder {stated}, and this is {__version__}"
    remedy = f"use workbook-builder {stated} or a later one; of the page for browsers, open the newer file"
    report.add(document.where((KEY,)), found, f"a spec for {__version__} or an earlier version", remedy)
    return True


def _parts(version: str) -> tuple[int, ...]:
    """`1.2` as (1, 2, 0)."""
    numbers = [int(number) for number in version.split(".")]
    return tuple([*numbers, 0, 0, 0][:3])
