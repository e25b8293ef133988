"""Cells in which something is chosen from a list, written with XlsxWriter."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from workbook_builder.grid import Choice, Sheet
from workbook_builder.outputs.xlsx.accepting import accepted

_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255  # characters, by Excel


def offer_choices(worksheet: Worksheet, sheet: Sheet) -> None:
    """A list to choose from in each such cell."""
    for choice in sheet.choices:
        area = choice.area
        code = worksheet.data_validation(area.top, area.left, area.bottom, area.right, _rule(choice))
        accepted(code, f"the choices of {sheet.name}")


def _rule(choice: Choice) -> dict[str, object]:
    rule: dict[str, object] = {
        "validate": "list",
        "source": f"={choice.source}" if choice.source else list(choice.words),
        "error_title": "Not in the list",
        "error_message": "Choose one from the list.",
    }
    if choice.message:
        rule |= {
            "input_title": choice.title[:_LONGEST_TITLE],
            "input_message": choice.message[:_LONGEST_MESSAGE],
        }
    return rule
