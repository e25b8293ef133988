#!/usr/bin/env bash
# MINIFS and MAXIFS are #DIV/0! where no row matches.
#
# Tool: Gnumeric 1.12.55 (ssconvert), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: 0 (Microsoft's page on MINIFS shows an example without a match that gives 0; LibreOffice 7.4, IronCalc 0.9.1,
# formualizer 0.13.0 and HyperFormula 3.5.0 give 0).
# Seen: #DIV/0!.
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
    'MINIFS(Figures!C1:C4,Figures!B1:B4,"N/A")',  # Excel: 0
    'MAXIFS(Figures!C1:C4,Figures!B1:B4,"N/A")',  # Excel: 0
    'MINIFS(Figures!C1:C4,Figures!B1:B4,"RED")',  # right: 3
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
if [ "$(tr '\n' ' ' < seen.txt)" != "#DIV/0! #DIV/0! 3 " ]; then
    echo "CHANGED: on 2026-11-30 it was #DIV/0! #DIV/0! 3" >&2
    exit 1
fi
echo "as described"
