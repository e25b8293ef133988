#!/usr/bin/env bash
# SUMPRODUCT adds numbers that are stored as text, which SUM of the same cells leaves out.
#
# Tools: formualizer 0.13.0 (PyPI) and HyperFormula 3.5.0 (npm). Date: 2026-11-30.
# Expected: 126.25 for 76.25, 50 and the text "5" (Microsoft's page on SUMPRODUCT: "treats non-numeric array entries as if
# they were zeros"); Excel, LibreOffice 7.4, Gnumeric 1.12.55 and IronCalc 0.9.1 give it.
# Seen: 131.25 in both; their SUM gives 126.25.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check formualizer==0.13.0
npm install --silent --no-fund --no-audit hyperformula@3.5.0 >/dev/null
env/bin/python - > formualizer.txt <<'PY'
import formualizer

workbook = formualizer.Workbook()
workbook.add_sheet("S")
for row, value in enumerate([76.25, 50, "5"], start=1):
    workbook.set_value("S", row, 1, value)
for row, formula in enumerate(["=SUM(A1:A3)", "=SUMPRODUCT(A1:A3)"], start=1):
    workbook.set_formula("S", row, 2, formula)
print(*(workbook.evaluate_cell("S", row, 2) for row in (1, 2)))
PY
cat > sums.mjs <<'JS'
import { HyperFormula } from 'hyperformula'
const sheet = [[76.25, '=SUM(A1:A3)'], [50, '=SUMPRODUCT(A1:A3)'], ["'5", null]]
const engine = HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3' })
console.log([0, 1].map((row) => engine.getCellValue({ sheet: 0, row, col: 1 })).join(' '))
JS
node sums.mjs > hyperformula.txt
head formualizer.txt hyperformula.txt
if [ "$(cat formualizer.txt hyperformula.txt)" != $'126.25 131.25\n126.25 131.25' ]; then
    echo "CHANGED: on 2026-11-30 both gave 126.25 131.25" >&2
    exit 1
fi
echo "as described"
