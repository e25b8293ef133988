#!/usr/bin/env bash
# A date in the format [$-en-GB]d mmmm yyyy, as Excel writes it today, is shown as 45383.
#
# Tool: LibreOffice 7.4.7 (headless), file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: 1 April 2024. Excel stores "English (United Kingdom)" dates with the language's tag; with its number, [$-809],
# LibreOffice shows them, and with both Gnumeric 1.12.55 and SheetJS 0.18.5 do.
# Seen: 45383: the format is not taken as a date. IronCalc 0.9.1 has #VALUE! for either.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v soffice >/dev/null || { echo "soffice is missing: apt-get install libreoffice-calc" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
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
cat given.csv
if [ "$(cat given.csv)" != $'45383\n1 April 2024' ]; then
    echo "CHANGED: on 2026-11-30 it was 45383, 1 April 2024" >&2
    exit 1
fi
echo "as described"
