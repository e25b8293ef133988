"""Cells in which something is chosen from a list, written with XlsxWriter."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from workbook_builder.grid import Sheet
from workbook_builder.outputs.xlsx.accepting import accepted

_ALLOWED = {True: "Choose one from the list.", False: "It is not in the list of what is known. Keep it nevertheless?"}


def offer_choices(worksheet: Worksheet, sheet: Sheet) -> None:
    """A list to choose from in each such cell."""
    for choice in sheet.choices:
        area = choice.area
        rule = {
            "validate": "list",
            "source": f"={choice.source}",
            "error_type": "stop" if choice.is_only else "warning",
            "error_title": "Not in the list",
            "error_message": _ALLOWED[choice.is_only],
        }
        code = worksheet.data_validation(area.top, area.left, area.bottom, area.right, rule)
        accepted(code, f"the choices of {sheet.name}")
