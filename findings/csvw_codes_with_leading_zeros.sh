#!/usr/bin/env bash
# The number pattern "000" refuses 007, and with it any code of fixed length.
#
# Tool: csvw 4.1.1 (PyPI). Date: 2026-11-30.
# Expected: 7: in a number pattern (Unicode TR35, which W3C's Model for Tabular Data, 6.4.2, refers to) each 0 is a digit that
# is written even where it is zero, so 007 fits "000".
# Seen: ValueError; "0" and "#,##0" read 7 and 1,234.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install -qq --disable-pip-version-check csvw==4.1.1
env/bin/python -W ignore - <<'PY'
import sys

from csvw import Datatype


def read(pattern, text):
    try:
        return int(Datatype.fromvalue({"base": "integer", "format": pattern}).parse(text))
    except ValueError:
        return "ValueError"


seen = [read("000", "007"), read("0000", "0123"), read("000", "123"), read("0", "7"), read("#,##0", "1,234")]
print(seen)
if seen != ["ValueError", "ValueError", 123, 7, 1234]:
    sys.exit("CHANGED: on 2026-11-30 it was ValueError, ValueError, 123, 7, 1234")
print("as described")
PY
