#!/usr/bin/env bash
# A text file with formats kept has U+2212 instead of the minus sign, so that its figures are no numbers.
#
# Tool: Gnumeric 1.12.55 (ssconvert -O format=preserve), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: -3.5 in the format 0.0 is written -3.5, with the hyphen-minus of the format's own second section and of TEXT()
# (so LibreOffice 7.4's "as shown", Excel's "Save as CSV"): Python's float() and CSV readers know no other.
# Seen: U+2212 for formats of one section, a hyphen-minus where the format has a second section, in one file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v ssconvert >/dev/null || { echo "ssconvert is missing: apt-get install gnumeric" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
env/bin/python - <<'PY'
import xlsxwriter

workbook = xlsxwriter.Workbook("given.xlsx")
sheet = workbook.add_worksheet()
sheet.write(0, 0, -3.5, workbook.add_format({"num_format": "0.0"}))
sheet.write(1, 0, -3.5, workbook.add_format({"num_format": "0.0;-0.0"}))
workbook.close()
PY
ssconvert -O format=preserve given.xlsx given.txt 2>/dev/null
cat given.txt
if [ "$(cat given.txt)" != $'\u22123.5\n-3.5' ]; then
    echo "CHANGED: on 2026-11-30 the first minus was U+2212, the second a hyphen-minus" >&2
    exit 1
fi
echo "as described"
