#!/usr/bin/env bash
# COUNTIF with a list of criteria counts the first only; MATCH of a range in a list looks up one row only.
#
# Tool: Gnumeric 1.12.55 (ssconvert), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: 3 rows are RED or AMBER, in each of the ways (Excel's usual "one of these"; LibreOffice 7.4 gives 3).
# Seen: 2 and 1, without an error: the second is of the row that the formula stands in.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v ssconvert >/dev/null || { echo "ssconvert is missing: apt-get install gnumeric" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
env/bin/python - <<'PY'
import xlsxwriter

ROWS = [["Ashford", "RED", 5], ["Canterbury", "AMBER", 12], ["Dover", "RED", 3], ["Swale", "GREEN", 0]]
FORMULAS = [
    'SUMPRODUCT(COUNTIF(Figures!B1:B4,{"RED","AMBER"}))',  # Excel: 3
    'SUMPRODUCT(--ISNUMBER(MATCH(Figures!B1:B4,{"RED","AMBER"},0)))',  # Excel: 3
    'COUNTIF(Figures!B1:B4,"RED")+COUNTIF(Figures!B1:B4,"AMBER")',  # right
]

workbook = xlsxwriter.Workbook("given.xlsx", {"use_future_functions": True})
sheet = workbook.add_worksheet("Formulas")
for row, formula in enumerate(FORMULAS):
    sheet.write_formula(row, 0, f"={formula}", None, "not calculated")
    sheet.write_string(row, 1, formula)
figures = workbook.add_worksheet("Figures")
for row, cells in enumerate(ROWS):
    for column, value in enumerate(cells):
        (figures.write_string if isinstance(value, str) else figures.write)(row, column, value)
workbook.close()
PY
ssconvert --recalc given.xlsx given.csv 2>/dev/null
cut -d, -f1 given.csv > seen.txt
cat given.csv
if [ "$(tr '\n' ' ' < seen.txt)" != "2 1 3 " ]; then
    echo "CHANGED: on 2026-11-30 it was 2 1 3" >&2
    exit 1
fi
echo "as described"
