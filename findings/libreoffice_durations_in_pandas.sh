#!/usr/bin/env bash
# A duration of 31 hours in an .ods file makes the whole file unreadable.
#
# Tools: pandas 3.1.1 with odfpy 1.4.1 (PyPI), LibreOffice 7.4.7 (headless), XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: the column of figures, and 31 hours as a timedelta, as pandas reads the same sheet from .xlsx. PT31H00M00S is
# valid (a duration of XML Schema, as OpenDocument 1.2 asks for), and what LibreOffice writes for a cell in the format [h]:mm.
# Seen: an error about "hour must be in 0..23", and no figure of the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v soffice >/dev/null || { echo "soffice is missing: apt-get install libreoffice-calc" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
env/bin/pip install -qq --disable-pip-version-check pandas==3.1.1 odfpy==1.4.1 openpyxl==3.1.5
env/bin/python - <<'PY'
import xlsxwriter

workbook = xlsxwriter.Workbook("given.xlsx")
sheet = workbook.add_worksheet()
sheet.write(0, 0, 76.5)
sheet.write(0, 1, 31 / 24, workbook.add_format({"num_format": "[h]:mm"}))
workbook.close()
PY
soffice "-env:UserInstallation=file://$folder/profile" --headless --norestore --convert-to ods given.xlsx >/dev/null 2>&1
env/bin/python -W ignore - <<'PY'
import sys

import pandas

print("xlsx:", pandas.read_excel("given.xlsx", header=None).to_numpy().tolist())
try:
    print("ods:", pandas.read_excel("given.ods", header=None).to_numpy().tolist())
except ValueError as error:
    print("ods:", error)
    if "hour must be in 0..23" in str(error):
        sys.exit(print("as described"))
sys.exit("CHANGED: on 2026-11-30 reading the .ods file raised 'hour must be in 0..23'")
PY
