#!/usr/bin/env bash
# COUNTIF with "=A*" or "<>A*" takes the star as a letter; "A*" takes it as a wildcard.
#
# Tool: Gnumeric 1.12.55 (ssconvert), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: "=A*" is the same as "A*" (1 of Ashford, Canterbury, Dover, Swale), "<>A*" the other 3 (Microsoft's page on
# COUNTIF: wildcards are allowed in criteria; LibreOffice, IronCalc, HyperFormula agree).
# Seen: 0 and 4.
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
    'COUNTIF(Figures!A1:A4,"=A*")',  # Excel: 1
    'COUNTIF(Figures!A1:A4,"<>A*")',  # Excel: 3
    'COUNTIF(Figures!A1:A4,"A*")',  # right
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
if [ "$(tr '\n' ' ' < seen.txt)" != "0 4 1 " ]; then
    echo "CHANGED: on 2026-11-30 it was 0 4 1" >&2
    exit 1
fi
echo "as described"
