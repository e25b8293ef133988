"""The builder as one HTML file for a browser: nothing is installed, nothing is fetched when it is opened.

`lock.json` pins what goes into it besides this package: Python for browsers (Pyodide), libraries, the table that
inputs are edited in. npm and pip fetch these when the page is made, and keep them in a folder; `web/` is the page.
"""

from __future__ import annotations

from pathlib import Path

from workbook_builder.files import replacing
from workbook_builder.page.bundle import bundled
from workbook_builder.page.document import document
from workbook_builder.page.fetching import fetched


def make_page(file: Path, cache: Path) -> int:
    """Write the page at `file`; its size in bytes. What was fetched is kept in the folder `cache`.

    Raises `ProblemsFound` with what the user can mend.
    """
    made = document(bundled(fetched(cache))).encode("utf-8")
    with replacing(file, "--output") as temporary:
        temporary.write_bytes(made)
    return len(made)
