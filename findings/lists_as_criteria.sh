#!/usr/bin/env bash
# COUNTIF with a list of criteria, {"RED","AMBER"}, and MATCH of a range in a list give 0.
#
# Tools: IronCalc 0.9.1 and formualizer 0.13.0 (PyPI). Date: 2026-11-30.
# Expected: an array of criteria gives an array of counts, and SUM adds them: 3 of RED, AMBER, RED, GREEN. It is Excel's
# usual "one of these" (Microsoft, "Guidelines and examples of array formulas"); LibreOffice 7.4 gives 3.
# Seen: 0 in both, without an error; so SUMPRODUCT(1/COUNTIF(area,area)), the count of different names, is #DIV/0!.
# SUMIF with a list is right in IronCalc, 0 in formualizer.
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

ROWS = [("RED", 1), ("AMBER", 2), ("RED", 3), ("GREEN", 4)]
FORMULAS = [
    '=SUM(COUNTIF(A1:A4,{"RED","AMBER"}))',  # Excel: 3
    '=SUMPRODUCT(--ISNUMBER(MATCH(A1:A4,{"RED","AMBER"},0)))',  # Excel: 3
    '=SUM(SUMIF(A1:A4,{"RED","AMBER"},B1:B4))',  # Excel: 6
    '=COUNTIF(A1:A4,"RED")+COUNTIF(A1:A4,"AMBER")',  # right: 3
]

model = ironcalc.create("finding", "en", "UTC", "en")
workbook = formualizer.Workbook()
workbook.add_sheet("S")
for row, (word, number) in enumerate(ROWS, start=1):
    model.set_user_input(0, row, 1, word)
    model.set_user_input(0, row, 2, str(number))
    workbook.set_value("S", row, 1, word)
    workbook.set_value("S", row, 2, number)
for row, formula in enumerate(FORMULAS, start=1):
    model.set_user_input(0, row, 5, formula)
    workbook.set_formula("S", row, 5, formula)
model.evaluate()
rows = range(1, len(FORMULAS) + 1)
seen = {
    "IronCalc": [float(model.get_formatted_cell_value(0, row, 5)) for row in rows],
    "formualizer": [float(workbook.evaluate_cell("S", row, 5)) for row in rows],
}
print(seen)
if seen != {"IronCalc": [0, 0, 6, 3], "formualizer": [0, 0, 0, 3]}:
    sys.exit("CHANGED: on 2026-11-30 it was IronCalc 0, 0, 6, 3 and formualizer 0, 0, 0, 3")
print("as described")
PY
