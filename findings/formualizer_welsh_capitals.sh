#!/usr/bin/env bash
# UPPER, LOWER and "=" know the letters A to Z only: Welsh ŵ and ŷ have no capitals.
#
# Tool: formualizer 0.13.0 (PyPI). Date: 2026-11-30.
# Expected: UPPER("tŷ gŵyl") = "TŶ GŴYL", and texts that differ in case only are equal (Microsoft's pages on UPPER and on
# EXACT; so Excel, Gnumeric, LibreOffice and IronCalc).
# Seen: "Tŷ GŵYL"; "Tŷ"="TŶ" is FALSE, while MATCH finds one for the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check formualizer==0.13.0
env/bin/python - <<'PY'
import sys

import formualizer

DESCRIBED = {
    'UPPER("tŷ gŵyl")': "Tŷ GŵYL",  # Excel: TŶ GŴYL
    'LOWER("TŶ")': "tŶ",  # Excel: tŷ
    '"Tŷ"="TŶ"': False,  # Excel: TRUE
    '"Ty"="TY"': True,  # right
    'MATCH("Tŷ",{"TŶ"},0)': 1.0,  # right
}

workbook = formualizer.Workbook()
workbook.add_sheet("S")
seen = {}
for row, formula in enumerate(DESCRIBED, start=1):
    workbook.set_formula("S", row, 1, f"={formula}")
    seen[formula] = workbook.evaluate_cell("S", row, 1)
    print(formula, "->", repr(seen[formula]))
if seen != DESCRIBED:
    sys.exit(f"CHANGED: on 2026-11-30 it was {DESCRIBED}")
print("as described")
PY
