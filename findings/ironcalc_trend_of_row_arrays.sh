#!/usr/bin/env bash
# TREND, GROWTH and LINEST of array constants written as a row give #REF!.
#
# Tool: IronCalc 0.9.1 (PyPI ironcalc). Date: 2026-11-30.
# Expected: one row of y and one of x are allowed (Microsoft's page on TREND: "if known_y's is in a single row, each row of
# known_x's is a separate variable"): the next of 1, 2, 3 is 4.
# Seen: #REF!. The same numbers as a column, or from cells, are right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check ironcalc==0.9.1
env/bin/python - <<'PY'
import sys
import ironcalc

ROWS = [[1, 10], [2, 20], [3, 30]]
DESCRIBED = {
    "TREND({1,2,3},{1,2,3},4)": "#REF!",  # Excel: 4
    "LINEST({1,2,3},{1,2,3})": "#REF!",  # Excel: 1
    "TREND({1;2;3},{1;2;3},4)": "4",  # right
    "TREND(B1:B3,A1:A3,4)": "40",  # right
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
