"""A new form of output, as anybody might add it to `writers/`: the laid-out workbook as Markdown.

It needs `grid.py` and nothing else of the package, as a test checks.
"""

from __future__ import annotations

from workbook_builder.grid import Cell, Sheet, Workbook


def as_markdown(workbook: Workbook) -> str:
    """Every sheet under its name, every row of cells as a row of a table, links as links."""
    return f"# {workbook.title}\n" + "".join(_sheet(sheet) for sheet in workbook.sheets)


def _sheet(sheet: Sheet) -> str:
    rows = (" | ".join(_text(cell) for cell in row.cells).rstrip(" |") for row in sheet.rows)
    return f"\n## {sheet.name}\n\n" + "".join(f"| {row} |\n" for row in rows if row)


def _text(cell: Cell | None) -> str:
    if cell is None or cell.value is None:
        return ""
    if cell.link:
        return f"[{cell.value}](#{cell.link.partition('!')[0].strip(chr(39))})"
    if isinstance(cell.value, str):
        return cell.value.replace("\n", " ")
    decimals = len(cell.number_format.partition(".")[2])
    return f"{cell.value:,.{decimals}f}"
