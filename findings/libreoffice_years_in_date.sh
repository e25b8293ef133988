#!/usr/bin/env bash
# DATE with a year of two or three digits: DATE(24,4,1) is in 2024, DATE(108,1,2) an error.
#
# Tool: LibreOffice 7.4.7 (headless), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: 1924 and 2008: 1900 is added to a year under 1900 (Microsoft's page on DATE, whose example is DATE(108,1,2)), so
# that DATE(LEFT("24-25",2),4,1) shows its mistake everywhere. Gnumeric, IronCalc, formualizer give 1924 and 2008.
# Seen: 2024 and #VALUE!: the mistake is seen in Excel only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v soffice >/dev/null || { echo "soffice is missing: apt-get install libreoffice-calc" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
env/bin/python - <<'PY'
import xlsxwriter

ROWS = [["24-25"]]
FORMULAS = [
    "YEAR(DATE(LEFT(Figures!A1,2),4,1))",  # Excel: 1924
    "YEAR(DATE(108,1,2))",  # Excel: 2008
    "YEAR(DATE(2024,4,1))",  # right
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
if [ "$(tr '\n' ' ' < seen.txt)" != "2024 #VALUE! 2024 " ]; then
    echo "CHANGED: on 2026-11-30 it was 2024 #VALUE! 2024" >&2
    exit 1
fi
echo "as described"
