#!/usr/bin/env bash
# AVERAGE, MEDIAN and COUNT of IF(area="RED", figures) take the rows that do not match as 0, or count nothing.
#
# Tool: IronCalc 0.9.1 (PyPI ironcalc). Date: 2026-11-30.
# Expected: logical values in an array are ignored and numbers are counted (Microsoft's pages on AVERAGE, MEDIAN and
# COUNT): of the RED rows 1 and 3 the average and median are 2, the count is 2.
# Seen: 1, 0.5 and 0; MAX, MIN and STDEV of the same array are right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check ironcalc==0.9.1
env/bin/python - <<'PY'
import sys
import ironcalc

ROWS = [["Ashford", "RED", 1, 10], ["Canterbury", "AMBER", 2, 20], ["Dover", "RED", 3, 30], ["Swale", "GREEN", 4, "N/A"]]
DESCRIBED = {
    'AVERAGE(IF(B1:B4="RED",C1:C4))': "1",  # Excel: 2
    'MEDIAN(IF(B1:B4="RED",C1:C4))': "0.5",  # Excel: 2
    'COUNT(IF(B1:B4="RED",C1:C4))': "0",  # Excel: 2
    'MIN(IF(B1:B4="RED",C1:C4))': "1",  # right
    'MAX(IF(B1:B4="RED",C1:C4))': "3",  # right
}

model = ironcalc.create("finding", "en", "UTC", "en")
for row, cells in enumerate(ROWS, start=1):
    for column, value in enumerate(cells, start=1):
        model.set_user_input(0, row, column, f"'{value}" if isinstance(value, str) else str(value))
for row, formula in enumerate(DESCRIBED, start=1):
    model.set_user_input(0, row, 10, f"={formula}")
model.evaluate()
seen = {formula: model.get_formatted_cell_value(0, row, 10) for row, formula in enumerate(DESCRIBED, start=1)}
for formula, value in seen.items():
    print(formula, "->", repr(value))
if seen != DESCRIBED:
    sys.exit(f"CHANGED: on 2026-11-30 it was {DESCRIBED}")
print("as described")
PY
