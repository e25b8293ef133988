#!/usr/bin/env bash
# 99.95 in the format 0.0 is shown as 99.9, though ROUND(99.95,1) is 100 in the same program.
#
# Tool: Gnumeric 1.12.55 (ssconvert), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: 100.0 and 90.0. The binary numbers next to 99.95 and 89.95 are a little larger than these, so that rounding
# half up and rounding the binary number both give it (Excel, LibreOffice 7.4, SheetJS, IronCalc and Python do).
# Seen: 99.9 and 89.9; 76.25 is shown as 76.3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v ssconvert >/dev/null || { echo "ssconvert is missing: apt-get install gnumeric" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
env/bin/python - <<'PY'
import xlsxwriter

ROWS = []
FORMULAS = [
    'TEXT(99.95,"0.0")',  # Excel: 100.0
    'TEXT(89.95,"0.0")',  # Excel: 90.0
    'TEXT(0.9995,"0.0%")',  # Excel: 100.0%
    "FIXED(99.95,1)",  # Excel: 100.0
    "ROUND(99.95,1)",  # right
    'TEXT(76.25,"0.0")',  # right
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
if [ "$(tr '\n' ' ' < seen.txt)" != "99.9 89.9 99.9% 99.9 100 76.3 " ]; then
    echo "CHANGED: on 2026-11-30 it was 99.9 89.9 99.9% 99.9 100 76.3" >&2
    exit 1
fi
echo "as described"
