"""Number formats that show every decimal of a number that is typed over another, as conditional formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workbook_builder.grid import Sheet, address

_DECIMALS = re.compile(r"#,##0\.?(0*)")


def finer_formats(sheet: Sheet, book: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """A rule of XlsxWriter for the cells of each column and format, with the first of them.

    A rule's cells are in one column, because programs differ in which of several columns its formula begins with.
    """
    found: dict[tuple[int, str, str], list[str]] = {}
    for row, column, cell in sheet.cells():
        if cell.finer:
            found.setdefault((column, cell.number_format, cell.finer), []).append(address(row, column))
    for (_, number_format, finer), cells in found.items():
        shown = _DECIMALS.search(number_format)
        decimals = len(shown[1]) if shown else 0
        yield (
            cells[0],
            {
                "type": "formula",
                "criteria": f"=IF(ISNUMBER({cells[0]}),ROUND({cells[0]},{decimals})<>{cells[0]})",
                "format": book.add_format({"num_format": finer}),
                "multi_range": " ".join(cells),
            },
        )
