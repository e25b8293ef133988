"""IronCalc: a spreadsheet engine of its own, within Python. Its values are read from its memory."""

import importlib.util
from pathlib import Path

from openpyxl.utils import coordinate_to_tuple

from . import ClientError

MISSING = "ironcalc is not installed"


def available() -> bool:
    return importlib.util.find_spec("ironcalc") is not None


def recalculated(path: Path, places: list[tuple[str, str]]) -> dict[tuple[str, str], object]:
    """Open the workbook at `path`, recalculate every formula; the values of cells by (sheet, cell)."""
    import ironcalc

    try:
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC")
        model.evaluate()
        sheets = {sheet["name"]: number for number, sheet in enumerate(model.get_worksheets_properties())}
        return {
            (sheet, cell): model.get_cell_value(sheets[sheet], *coordinate_to_tuple(cell)) for sheet, cell in places
        }
    except ironcalc.WorkbookError as error:
        raise ClientError(f"{path.name}: {error}") from error
