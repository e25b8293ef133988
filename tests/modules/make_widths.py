"""Makes `workbook_builder/fonts/widths.json`: how wide each character of a font is, in thousandths of its size.

Read from free fonts with the same metrics: Carlito for Calibri, Liberation Sans for Arial. Needs fontTools.
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[2] / "workbook_builder" / "fonts" / "widths.json"
FOLDER = Path("/usr/share/fonts/truetype")
FONTS = {
    "Calibri": {"regular": "crosextra/Carlito-Regular.ttf", "bold": "crosextra/Carlito-Bold.ttf"},
    "Arial": {"regular": "liberation/LiberationSans-Regular.ttf", "bold": "liberation/LiberationSans-Bold.ttf"},
}
CHARACTERS = [chr(code) for code in (*range(32, 127), *range(160, 384))] + list("–—‘’“”…•€≤≥−")


def widths(path: Path) -> dict[str, int]:
    """The advance width of each character that the font has, in thousandths of the font size."""
    font = TTFont(path)
    names, units = font.getBestCmap(), font["head"].unitsPerEm
    return {c: round(font["hmtx"][names[ord(c)]][0] * 1000 / units) for c in CHARACTERS if ord(c) in names}


def text() -> str:
    """The whole file."""
    table = {name: {weight: widths(FOLDER / file) for weight, file in files.items()} for name, files in FONTS.items()}
    return json.dumps(table, ensure_ascii=True, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="ascii", newline="\n")
