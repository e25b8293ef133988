#!/usr/bin/env bash
# COUNTIF(range, "<>word") leaves out every number.
#
# Tool: IronCalc 0.9.1 (PyPI ironcalc). Date: 2026-11-30.
# Expected: "<>N/A" counts what is not N/A, numbers too: 3 of 10, 20, 30, N/A (Microsoft's page on COUNTIF: "<>" is
# "not equal to"; Gnumeric, LibreOffice, formualizer and HyperFormula give 3).
# Seen: 0. Only words are compared; "<>20" and a range of words alone are right.
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
    'COUNTIF(D1:D4,"<>N/A")': "0",  # Excel: 3
    'SUMIF(D1:D4,"<>N/A",C1:C4)': "0",  # Excel: 6
    'COUNTIF(D1:D4,"<>20")': "3",  # right
    'COUNTIF(B1:B4,"<>RED")': "2",  # right: words only
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
