#!/usr/bin/env bash
# A date in the format [$-en-GB]d mmmm yyyy, as Excel writes it today, is shown and saved as the number 45383.
#
# Tool: LibreOffice 7.4.7 (headless), file by XlsxWriter 3.3.1, read by openpyxl 3.1.5. Date: 2026-11-30.
# Expected: 1 April 2024, and the format kept in the saved copy. Excel stores the format of dates in "English (United
# Kingdom)" with the language's tag; with its number, [$-809], LibreOffice shows and keeps them, and Gnumeric 1.12.55 and
# SheetJS 0.18.5 know both.
# Seen: 45383, and in a copy saved as .xlsx the cell is a number in the format General: the date is lost to all readers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v soffice >/dev/null || { echo "soffice is missing: apt-get install libreoffice-calc" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
env/bin/pip install -qq --disable-pip-version-check openpyxl==3.1.5
env/bin/python - <<'PY'
import xlsxwriter

workbook = xlsxwriter.Workbook("given.xlsx")
sheet = workbook.add_worksheet()
sheet.write(0, 0, 45383, workbook.add_format({"num_format": "[$-en-GB]d mmmm yyyy"}))
sheet.write(1, 0, 45383, workbook.add_format({"num_format": "[$-809]d mmmm yyyy"}))
workbook.close()
PY
soffice "-env:UserInstallation=file://$folder/profile" --headless --norestore \
    --convert-to "csv:Text - txt - csv (StarCalc):44,34,76" given.xlsx >/dev/null 2>&1
mkdir saved
soffice "-env:UserInstallation=file://$folder/profile" --headless --norestore \
    --convert-to "xlsx:Calc MS Excel 2007 XML" --outdir saved given.xlsx >/dev/null 2>&1
cat given.csv
env/bin/python -W ignore - <<'PY'
import sys
from datetime import datetime
from pathlib import Path

import openpyxl


def cells(file):
    return [row[0] for row in openpyxl.load_workbook(file).active.iter_rows(values_only=True)]


day = datetime(2024, 4, 1)
print(cells("given.xlsx"), cells("saved/given.xlsx"))
shown = Path("given.csv").read_text().split("\n")[:2]
if shown != ["45383", "1 April 2024"] or cells("given.xlsx") != [day, day] or cells("saved/given.xlsx") != [45383, day]:
    sys.exit("CHANGED: on 2026-11-30 the first date was shown and saved as 45383, the second as a date")
print("as described")
PY
