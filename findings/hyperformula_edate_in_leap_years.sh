#!/usr/bin/env bash
# EDATE never gives 29 February; EDATE of 29 February by 0 months is 28 February.
#
# Tool: HyperFormula 3.5.0 (npm). Date: 2026-11-30.
# Expected: 31 January 2024 and one month later: 29 February 2024 (so Excel, LibreOffice 7.4, Gnumeric, IronCalc,
# formualizer, and HyperFormula's own EOMONTH).
# Seen: 28 February 2024.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-fund --no-audit hyperformula@3.5.0 >/dev/null
cat > finding.mjs <<'JS'
import { HyperFormula } from 'hyperformula'
const described = {
  'TEXT(EDATE("31/01/2024",1),"yyyy-mm-dd")': '2024-02-28', // Excel: 2024-02-29
  'TEXT(EDATE("29/02/2024",0),"yyyy-mm-dd")': '2024-02-28', // Excel: 2024-02-29
  'TEXT(EDATE("31/03/2024",-1),"yyyy-mm-dd")': '2024-02-28', // Excel: 2024-02-29
  'TEXT(EOMONTH("31/01/2024",1),"yyyy-mm-dd")': '2024-02-29', // right
}
const formulas = Object.keys(described)
const engine = HyperFormula.buildFromArray([formulas.map((formula) => `=${formula}`)], { licenseKey: 'gpl-v3' })
const seen = engine.getSheetValues(0)[0].map((cell) => cell?.value ?? cell)
formulas.forEach((formula, at) => console.log(formula, '->', seen[at]))
if (formulas.some((formula, at) => seen[at] !== described[formula])) {
  console.error('CHANGED: on 2026-11-30 it was', described)
  process.exit(1)
}
console.log('as described')
JS
node finding.mjs
