#!/usr/bin/env bash
# The financial year "2024-25" is read as the 25th of the present month in 2024.
#
# Tool: dateparser 1.5.0 (PyPI). Date: 2026-11-30.
# Expected: None, as for "Spring 2024" and "Q2 2024-25": there is no month in it, and 25 cannot be one.
# Seen: 2024-11-25, taken from the base date's month; "2024/25" and, as 24 November 2025, "24-25" likewise.
# With STRICT_PARSING it is None.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check dateparser==1.5.0
env/bin/python -W ignore - <<'PY'
import datetime
import sys

import dateparser

BASE = {"RELATIVE_BASE": datetime.datetime(2026, 11, 30)}


def read(text, **settings):
    found = dateparser.parse(text, languages=["en"], settings={**BASE, **settings})
    return found and found.date().isoformat()


seen = [read("2024-25"), read("2024/25"), read("24-25", DATE_ORDER="DMY"), read("2024-25", STRICT_PARSING=True)]
print(seen)
if seen != ["2024-11-25", "2024-11-25", "2025-11-24", None]:
    sys.exit("CHANGED: on 2026-11-30 it was 2024-11-25, 2024-11-25, 2025-11-24, None")
print("as described")
PY
