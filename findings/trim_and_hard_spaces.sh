#!/usr/bin/env bash
# TRIM removes a no-break space at the end of a name, which Excel's does not.
#
# Tools: Gnumeric 1.12.55 (ssconvert) and formualizer 0.13.0 (PyPI); file by XlsxWriter 3.3.1. Date: 2026-11-30.
# Expected: "Ashford" with a no-break space, as pasted from a web page, keeps its 8 characters (Microsoft's page on TRIM:
# "By itself, the TRIM function does not remove this nonbreaking space character"; so LibreOffice 7.4, IronCalc).
# Seen: 7: a look-up by TRIM(name) that finds its row there finds none in Excel.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

command -v ssconvert >/dev/null || { echo "ssconvert is missing: apt-get install gnumeric" >&2; exit 1; }
python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check xlsxwriter==3.3.1
env/bin/pip install -qq --disable-pip-version-check formualizer==0.13.0
env/bin/python - > formualizer.csv <<'PY'
import formualizer
import xlsxwriter

FORMULA = '=LEN(TRIM("Ashford"&UNICHAR(160)&" "))'  # Excel: 8
workbook = xlsxwriter.Workbook("given.xlsx", {"use_future_functions": True})
workbook.add_worksheet().write_formula(0, 0, FORMULA, None, "not calculated")
workbook.close()
engine = formualizer.Workbook()
engine.add_sheet("S")
engine.set_formula("S", 1, 1, FORMULA)
print(int(engine.evaluate_cell("S", 1, 1)))
PY
ssconvert --recalc given.xlsx gnumeric.csv 2>/dev/null
head gnumeric.csv formualizer.csv
if [ "$(cat gnumeric.csv formualizer.csv | tr '\n' ' ')" != '7 7 ' ]; then
    echo "CHANGED: on 2026-11-30 both gave 7" >&2
    exit 1
fi
echo "as described"
