#!/usr/bin/env bash
# DATEDIF knows only the small letter "m" in one program and only the capital "M" in another.
#
# Tools: Gnumeric 1.12.55 (ssconvert), HyperFormula 3.5.0 (npm); file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: 12 for either (Microsoft's page on DATEDIF writes the units as capitals; Excel takes both, as LibreOffice 7.4,
# IronCalc and formualizer do).
# Seen: Gnumeric #VALUE! for "M" (its help has "m"), HyperFormula #NUM! for "m": no spelling suits all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v ssconvert >/dev/null || { echo "ssconvert is missing: apt-get install gnumeric" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
npm install --silent --no-fund --no-audit hyperformula@3.5.0 >/dev/null
env/bin/python - <<'PY'
import xlsxwriter

workbook = xlsxwriter.Workbook("given.xlsx")
sheet = workbook.add_worksheet()
for row, unit in enumerate("Mm"):
    sheet.write_formula(row, 0, f'=DATEDIF(DATE(2023,4,1),DATE(2024,4,1),"{unit}")', None, "not calculated")
workbook.close()
PY
ssconvert --recalc given.xlsx gnumeric.csv 2>/dev/null
cat > finding.mjs <<'JS'
import { HyperFormula } from 'hyperformula'
const formulas = ['M', 'm'].map((unit) => [`=DATEDIF(DATE(2023,4,1),DATE(2024,4,1),"${unit}")`])
const engine = HyperFormula.buildFromArray(formulas, { licenseKey: 'gpl-v3' })
for (const [cell] of engine.getSheetValues(0)) console.log(cell?.value ?? cell)
JS
node finding.mjs > hyperformula.csv
head gnumeric.csv hyperformula.csv
if [ "$(cat gnumeric.csv hyperformula.csv | tr '\n' ' ')" != '#VALUE! 12 12 #NUM! ' ]; then
    echo "CHANGED: on 2026-11-30 Gnumeric gave #VALUE!, 12 and HyperFormula 12, #NUM! for M, m" >&2
    exit 1
fi
echo "as described"
