#!/usr/bin/env bash
# INDEX with row or column 0, a whole column or row, is #REF!.
#
# Tool: Gnumeric 1.12.55 (ssconvert), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: 20, the sum of the column (Microsoft's page on INDEX: row_num 0 gives the whole column; OpenFormula says the
# same). HyperFormula 3.5.0 gives #VALUE!, LibreOffice 7.4, IronCalc and formualizer 20.
# Seen: #REF!.
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
    "SUM(INDEX(Figures!C1:C4,0))",  # Excel: 20
    "SUM(INDEX(Figures!A1:C4,0,3))",  # Excel: 20
    "SUM(INDEX(Figures!C1:C4,2))",  # right: 12
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
if [ "$(tr '\n' ' ' < seen.txt)" != "#REF! #REF! 12 " ]; then
    echo "CHANGED: on 2026-11-30 it was #REF! #REF! 12" >&2
    exit 1
fi
echo "as described"
