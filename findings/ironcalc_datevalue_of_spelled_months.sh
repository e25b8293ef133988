#!/usr/bin/env bash
# DATEVALUE does not know "1 April 2024", the way dates are written in the United Kingdom.
#
# Tool: IronCalc 0.9.1 (PyPI ironcalc). Date: 2026-11-30.
# Expected: 45383, as for "1-Apr-2024": DATEVALUE takes a date written as text in a date format of Excel, and d mmmm yyyy is
# one (so formualizer 0.13.0 and Gnumeric 1.12.55).
# Seen: #VALUE!, with the locales en and en-GB; hyphens between the parts are needed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check ironcalc==0.9.1
env/bin/python - <<'PY'
import sys
import ironcalc

ROWS = []
DESCRIBED = {
    'DATEVALUE("1 April 2024")': "#VALUE!",  # Excel: 45383
    'DATEVALUE("1 Apr 2024")': "#VALUE!",  # Excel: 45383
    'DATEVALUE("1-Apr-2024")': "45383",  # right
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
