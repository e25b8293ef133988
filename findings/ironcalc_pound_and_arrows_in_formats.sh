#!/usr/bin/env bash
# A number format with an unquoted pound sign or arrow gives #VALUE!.
#
# Tool: IronCalc 0.9.1 (PyPI ironcalc). Date: 2026-11-30.
# Expected: characters without a meaning of their own in a format are shown as they are: "£412.50" and "▼3" (so Gnumeric
# 1.12.55, LibreOffice 7.4 and formualizer 0.13.0).
# Seen: #VALUE!. In quotation marks, or as [$£-809], they are shown.
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
    'TEXT(412.5,"£#,##0.00")': "#VALUE!",  # Excel: £412.50
    'TEXT(-3,"▲0;▼0")': "#VALUE!",  # Excel: ▼3
    'TEXT(412.5,"""£""#,##0.00")': "£412.50",
    'TEXT(412.5,"[$£-809]#,##0.00")': "£412.50",
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
