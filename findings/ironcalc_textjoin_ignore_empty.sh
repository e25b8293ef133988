#!/usr/bin/env bash
# TEXTJOIN(", ", TRUE, ...) keeps empty texts, so that a list of names has gaps.
#
# Tool: IronCalc 0.9.1 (PyPI ironcalc). Date: 2026-11-30.
# Expected: with ignore_empty = TRUE empty texts are left out, "a, b" (so Excel, LibreOffice 7.4, Gnumeric 1.12.55,
# formualizer 0.13.0; it is why IF(..., name, "") is written inside TEXTJOIN).
# Seen: "a, , b". Empty cells are left out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check ironcalc==0.9.1
env/bin/python - <<'PY'
import sys
import ironcalc

ROWS = [["a"], ["b"]]
DESCRIBED = {
    'TEXTJOIN(", ",TRUE,"a","","b")': "a, , b",  # Excel: a, b
    'TEXTJOIN(", ",TRUE,A1,A5,A2)': "a, b",  # right
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
