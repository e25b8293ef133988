#!/usr/bin/env bash
# TEXT with a condition in its format, [<=5]"low";0, gives "low" for 12 in one engine and 3 for 3 in another.
#
# Tools: IronCalc 0.9.1 and formualizer 0.13.0 (PyPI). Date: 2026-11-30.
# Expected: "low" for 3 and "12" for 12: a condition in brackets decides which section is used (Microsoft's page on number
# formats; ECMA-376 part 1, 18.8.31). Gnumeric, LibreOffice 7.4 and SheetJS do so.
# Seen: IronCalc takes the first section for both, formualizer the second.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check ironcalc==0.9.1 formualizer==0.13.0
env/bin/python - <<'PY'
import sys

import formualizer
import ironcalc

FORMULAS = ['=TEXT(3,"[<=5]""low"";0")', '=TEXT(12,"[<=5]""low"";0")']  # Excel: low, 12

model = ironcalc.create("finding", "en", "UTC", "en")
for row, formula in enumerate(FORMULAS, start=1):
    model.set_user_input(0, row, 1, formula)
model.evaluate()
workbook = formualizer.Workbook()
workbook.add_sheet("S")
for row, formula in enumerate(FORMULAS, start=1):
    workbook.set_formula("S", row, 1, formula)
seen = {
    "IronCalc": [model.get_formatted_cell_value(0, row, 1) for row in (1, 2)],
    "formualizer": [workbook.evaluate_cell("S", row, 1) for row in (1, 2)],
}
print(seen)
if seen != {"IronCalc": ["low", "low"], "formualizer": ["3", "12"]}:
    sys.exit("CHANGED: on 2026-11-30 IronCalc gave low, low and formualizer 3, 12")
print("as described")
PY
