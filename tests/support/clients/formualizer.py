"""formualizer: a spreadsheet engine of its own, within Python. Its values are read from its memory."""

import importlib.util
from pathlib import Path

from openpyxl.utils import coordinate_to_tuple

from . import ClientError

MISSING = "formualizer is not installed"


def available() -> bool:
    return importlib.util.find_spec("formualizer") is not None


def recalculated(path: Path, places: list[tuple[str, str]]) -> dict[tuple[str, str], object]:
    """Open the workbook at `path`, evaluate every formula; the values of cells by (sheet, cell)."""
    import formualizer

    try:
        book = formualizer.load_workbook(str(path))
        book.evaluate_all()
    except formualizer.ExcelEvaluationError as error:
        raise ClientError(f"{path.name}: {error}") from error
    return {(sheet, cell): book.get_value(sheet, *coordinate_to_tuple(cell)) for sheet, cell in places}
