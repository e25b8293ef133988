#!/usr/bin/env bash
# SUBTOTAL with the functions 101 to 111, which leave out hidden rows, is #NUM!.
#
# Tool: Gnumeric 1.12.55 (ssconvert), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: SUBTOTAL(109, ...) adds what is visible, 20 here (Microsoft's page on SUBTOTAL; OpenFormula 1.2 has
# 101 to 111 too). It is what Excel writes into the totals row of a table.
# Seen: #NUM!; SUBTOTAL(9, ...) is right.
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
    "SUBTOTAL(109,Figures!C1:C4)",  # Excel: 20
    "SUBTOTAL(103,Figures!B1:B4)",  # Excel: 4
    "SUBTOTAL(9,Figures!C1:C4)",  # right
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
if [ "$(tr '\n' ' ' < seen.txt)" != "#NUM! #NUM! 20 " ]; then
    echo "CHANGED: on 2026-11-30 it was #NUM! #NUM! 20" >&2
    exit 1
fi
echo "as described"
