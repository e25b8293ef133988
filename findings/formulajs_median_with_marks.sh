#!/usr/bin/env bash
# MEDIAN takes words such as [c] and N/A as 0, and writes these zeros into the caller's list.
#
# Tool: @formulajs/formulajs 4.6.1 (npm). Date: 2026-11-30.
# Expected: texts in a range are ignored (Microsoft's page on MEDIAN): of 76.25, [c], 50, N/A the median is 63.125; and the
# list stays as it was, so that its average is 63.125 before and after.
# Seen: 25; then the list is 76.25, 0, 50, 0 and its average 31.5625.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-fund --no-audit @formulajs/formulajs@4.6.1 >/dev/null
cat > finding.mjs <<'JS'
import * as functions from '@formulajs/formulajs'
const figures = [76.25, '[c]', 50, 'N/A']
const seen = [
  functions.AVERAGE(figures), // right: 63.125
  functions.MEDIAN(figures), // Excel: 63.125
  functions.AVERAGE(figures), // Excel: 63.125
  figures.join(' '),
].join(', ')
console.log(seen)
if (seen !== '63.125, 25, 31.5625, 76.25 0 50 0') {
  console.error('CHANGED: on 2026-11-30 it was 63.125, 25, 31.5625, 76.25 0 50 0')
  process.exit(1)
}
console.log('as described')
JS
node finding.mjs
