#!/usr/bin/env bash
# "Nov-24", Excel's way of writing November 2024, is read as November of the year 1.
#
# Tool: pandas 3.1.1 (PyPI). Date: 2026-11-30.
# Expected: November 2024, as "Nov-2024" is, or an error: to_datetime says that it guesses a format from the first value,
# and %b-%y is what fits a column of month headings.
# Seen: 24 November of the year 1, for Period, to_datetime and a whole column, silently; "Nov-32" is November 2032.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check pandas==3.1.1
env/bin/python -W ignore - <<'PY'
import sys

import pandas

seen = {
    "Period": str(pandas.Period("Nov-24", freq="M")),
    "column": str(pandas.to_datetime(["Nov-24", "Dec-24"])[0].date()),
    "Nov-32": str(pandas.Period("Nov-32", freq="M")),
    "Nov-2024": str(pandas.Period("Nov-2024", freq="M")),
    "format given": str(pandas.to_datetime("Nov-24", format="%b-%y").date()),
}
described = {
    "Period": "0001-11",
    "column": "0001-11-24",
    "Nov-32": "2032-11",
    "Nov-2024": "2024-11",
    "format given": "2024-11-01",
}
print(seen)
if seen != described:
    sys.exit(f"CHANGED: on 2026-11-30 it was {described}")
print("as described")
PY
