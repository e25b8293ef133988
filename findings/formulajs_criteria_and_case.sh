#!/usr/bin/env bash
# COUNTIF, SUMIF and their like tell "red" from "RED", in wildcards too.
#
# Tool: @formulajs/formulajs 4.6.1 (npm). Date: 2026-11-30.
# Expected: 2 for COUNTIF of RED, AMBER, RED, GREEN and "red" (Microsoft's page on COUNTIF: "Criteria aren't case
# sensitive").
# Seen: 0, and "<>red" counts all 4; the package's own MATCH finds "red".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-fund --no-audit @formulajs/formulajs@4.6.1 >/dev/null
cat > finding.mjs <<'JS'
import * as functions from '@formulajs/formulajs'
const ratings = ['RED', 'AMBER', 'RED', 'GREEN']
const figures = [1, 2, 3, 4]
const seen = [
  functions.COUNTIF(ratings, 'red'), // Excel: 2
  functions.COUNTIF(ratings, 'r*'), // Excel: 2
  functions.COUNTIF(ratings, '<>red'), // Excel: 2
  functions.SUMIFS(figures, ratings, 'red'), // Excel: 4
  functions.COUNTIF(ratings, 'RED'), // right: 2
  functions.MATCH('red', ratings, 0), // right: 1
].join(' ')
console.log(seen)
if (seen !== '0 0 4 0 2 1') {
  console.error('CHANGED: on 2026-11-30 it was 0 0 4 0 2 1')
  process.exit(1)
}
console.log('as described')
JS
node finding.mjs
