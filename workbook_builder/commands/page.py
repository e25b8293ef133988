"""`page`: the builder itself as one file for a browser."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from workbook_builder.commands import Outcome
from workbook_builder.page import make_page

FILE = "workbook_builder.html"
_FOLDER = "workbook-builder-page"  # not that of `kept`, where only the user may write


def write_page(file: Path | None, cache: Path | None) -> Outcome:
    """Write the page, by default into `outputs/`. Raises `ProblemsFound` with what the user can mend."""
    place = file or Path("outputs") / FILE
    size = make_page(place, cache or kept_in())
    return Outcome(f"Written: {place} ({size / 1e6:.1f} MB)")


def kept_in() -> Path:
    """The user's folder for files that programs can fetch again."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / _FOLDER
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / _FOLDER
