#!/usr/bin/env bash
# A cell or range that INDEX returns cannot be used as a range.
#
# Tool: IronCalc 0.9.1 (PyPI ironcalc). Date: 2026-11-30.
# Expected: INDEX gives a reference (Microsoft's page on INDEX has SUM(B2:INDEX(A2:C6,5,2)) as an example), so that
# COUNTIF and the range operator take it: 1 and 3.
# Seen: #VALUE! for one cell and for C1:INDEX(...); a whole column (row 0) is taken.
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
    'COUNTIF(INDEX(B1:B4,1),"RED")': "#VALUE!",  # Excel: 1
    "SUM(C1:INDEX(C1:C4,2))": "#VALUE!",  # Excel: 3
    'COUNTIF(INDEX(A1:D4,0,2),"RED")': "2",  # right
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
