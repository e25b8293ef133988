#!/usr/bin/env bash
# INT(-1.5) is -1.
#
# Tool: HyperFormula 3.5.0 (npm). Date: 2026-11-30.
# Expected: -2: INT "rounds a number down to the nearest integer" (Microsoft's page on INT has INT(-8.9) = -9; HyperFormula's
# own list of functions says the same).
# Seen: -1, and 0 for -0.1: the part behind the point is cut off, as TRUNC does. FLOOR is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-fund --no-audit hyperformula@3.5.0 >/dev/null
cat > finding.mjs <<'JS'
import { HyperFormula } from 'hyperformula'
const described = {
  'INT(-1.5)': -1, // Excel: -2
  'INT(-0.1)': 0, // Excel: -1
  'TRUNC(-1.5)': -1, // right
  'FLOOR(-1.5,1)': -2, // right
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
