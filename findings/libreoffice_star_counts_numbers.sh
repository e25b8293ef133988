#!/usr/bin/env bash
# COUNTIF(range, "*"), the number of texts, counts numbers as well; MATCH("*", ...) finds a number.
#
# Tool: LibreOffice 7.4.7 (headless), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: 2 of 76.25, [c], 50, N/A (Microsoft's page on COUNTIF: "*" counts "the number of cells containing any text");
# the first text is the second cell. Gnumeric, IronCalc and formualizer give 2 and 2.
# Seen: 4 and 1, and "<>*" counts none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v soffice >/dev/null || { echo "soffice is missing: apt-get install libreoffice-calc" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
env/bin/python - <<'PY'
import xlsxwriter

ROWS = [[76.25], ["[c]"], [50], ["N/A"]]
FORMULAS = [
    'COUNTIF(Figures!A1:A4,"*")',  # Excel: 2
    'COUNTIF(Figures!A1:A4,"<>*")',  # Excel: 2
    'MATCH("*",Figures!A1:A4,0)',  # Excel: 2
    "COUNTA(Figures!A1:A4)-COUNT(Figures!A1:A4)",  # right: 2
]

workbook = xlsxwriter.Workbook("given.xlsx", {"use_future_functions": True})
sheet = workbook.add_worksheet("Formulas")
for row, formula in enumerate(FORMULAS):
    sheet.write_formula(row, 0, f"={formula}", None, "not calculated")
    sheet.write_string(row, 1, formula)
figures = workbook.add_worksheet("Figures")
for row, cells in enumerate(ROWS):
    for column, value in enumerate(cells):
        (figures.write_string if isinstance(value, str) else figures.write)(row, column, value)
workbook.close()
PY
# A profile that recalculates a workbook when it is opened.
mkdir -p profile/user
cat > profile/user/registrymodifications.xcu <<'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
XCU
soffice "-env:UserInstallation=file://$folder/profile" --headless --norestore \
    --convert-to "csv:Text - txt - csv (StarCalc):44,34,76" given.xlsx >/dev/null 2>&1
cut -d, -f1 given.csv > seen.txt
cat given.csv
if [ "$(tr '\n' ' ' < seen.txt)" != "4 0 1 2 " ]; then
    echo "CHANGED: on 2026-11-30 it was 4 0 1 2" >&2
    exit 1
fi
echo "as described"
